//! Everything known of a study.

use gainsay_claims::{sample::Sample, study::Study};

use crate::{
    Speaker, clean,
    lang::{element, list, mark, modes, size, unit},
    place::place,
};

impl Speaker<'_> {
    pub(super) fn study_lines(&self, study: &Study) -> Vec<String> {
        let said = &study.said;
        let mut lines = vec![clean(&study.id)];
        lines.push(self.field(["place", "endroit"], &place(self.base, &study.at).to_string()));
        lines.push(self.field(["title", "titre"], &clean(&said.title)));
        lines.push(self.field(["publisher", "éditeur"], &clean(&said.publisher)));
        lines.extend(self.optional(["conducted by", "réalisée par"], said.conducted_by.as_deref()));
        lines.extend(self.optional(["sponsor", "commanditaire"], said.sponsor.as_deref()));
        lines.push(self.field(["unit", "unité"], unit(self.lang, said.unit)));
        let universe = study.population.universe.as_deref();
        let universe = universe.map(|universe| self.universe(universe));
        lines.extend(self.optional(["asked", "personnes interrogées"], universe.as_deref()));
        lines.push(self.field(["where", "où"], &self.place_and_age(&study.population)));
        for (name, period) in [
            (["fieldwork", "terrain"], &study.fieldwork),
            (["published", "paru"], &study.published),
        ] {
            let shown = period.as_ref().map(|period| self.period(period));
            lines.push(self.field(name, shown.as_deref().unwrap_or(self.not_disclosed())));
        }
        lines.push(format!("  {}", size(self.lang, study.n)));
        lines.extend(self.sizes_elsewhere(&study.n_elsewhere));
        let modes = (!said.mode.is_empty()).then(|| modes(self.lang, &said.mode));
        lines.extend(self.optional(["mode", "mode d'enquête"], modes.as_deref()));
        for limitation in &said.limitations {
            lines.extend(self.optional(["limitation", "limite"], Some(&clean(limitation))));
        }
        for one in &said.depends_on {
            let why = self.dependent(one.declared, &one.why);
            lines.push(
                self.field(["depends on", "dépend de"], &format!("{} ({why})", clean(&one.study))),
            );
        }
        for work in &said.works {
            let seen = format!("{} ({})", clean(&work.url), mark(self.lang, work.mark));
            lines.push(self.field(["page", "page"], &seen));
        }
        lines.push(self.undisclosed(study));
        lines.extend(self.claims_where(|claim| claim.study() == Some(&study.id)));
        lines
    }

    fn sizes_elsewhere(&self, sizes: &[Sample]) -> Vec<String> {
        let sizes = sizes.iter();
        sizes.map(|n| self.field(["elsewhere", "ailleurs"], &size(self.lang, *n))).collect()
    }

    fn undisclosed(&self, study: &Study) -> String {
        let missing: Vec<String> = self
            .undisclosed_elements(study)
            .into_iter()
            .map(|one| element(self.lang, one).to_owned())
            .collect();
        self.field(["not disclosed", "non communiqué"], &list(self.lang, &missing))
    }
}
