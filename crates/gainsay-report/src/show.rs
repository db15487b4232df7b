//! Everything known of one claim, study, source, proposition, finding or reviewer.

mod record;

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Claim, Statement},
    facts::CitationFact,
    sample::Sample,
    study::Study,
};
use gainsay_judge::{
    CitationJudgement, Coherence, ComponentJudgement, ImpliedShare, Outcome, PairJudgement,
    PropositionJudgement, stats::BreakEven,
};

use crate::{
    Speaker, clean,
    lang::{colon, element, grade, list, mark, modes, pick, role, share, size, unit, verdict},
    place::place,
};

pub use record::Known;

/// What an id names.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// A claim; if it is a citation of a known source, with what became of it.
    Claim(&'a Claim, Option<&'a CitationJudgement>),
    /// A study.
    Study(&'a Study),
    /// A source, by id.
    Source(&'a str),
    /// A proposition.
    Proposition(ShownProposition<'a>),
    /// What was found, or an answer to what is found no more, by key.
    Finding(&'a str),
    /// Who answered, by name, address or both.
    Reviewer(&'a str),
}

/// A proposition with all that was judged of it.
#[derive(Clone, Copy, Debug)]
pub struct ShownProposition<'a> {
    /// The proposition.
    pub proposition: &'a Proposition,
    /// Its judgement; absent when no claim is about it.
    pub judged: Option<&'a PropositionJudgement>,
    /// The claims on propositions that bear on each other, its own and others.
    components: &'a [ComponentJudgement],
}

impl<'a> ShownProposition<'a> {
    /// What claims of a population together imply about it, with these claims.
    pub(crate) fn implied(&self) -> impl Iterator<Item = (&'a ImpliedShare, &'a [String])> {
        let proposition = self.proposition;
        self.components.iter().flat_map(move |component| {
            let implied = match &component.coherence {
                Coherence::Coherent(implied) => &implied[..],
                Coherence::Incoherent(_) | Coherence::Undecided(_) => &[],
            };
            let own = implied.iter().filter(move |one| one.proposition == *proposition);
            own.map(|one| (one, &component.claims[..]))
        })
    }
}

impl<'a> Known<'a> {
    /// Finds what an id names: a claim, a study, a source, a proposition in its text form,
    /// the key of a finding, or a reviewer by name, address or both.
    pub fn find(&self, base: &'a EvidenceBase, id: &'a str) -> Option<Shown<'a>> {
        if let Some(claim) = base.claims.get(id) {
            let mut citations = self.judgement.citations.iter();
            return Some(Shown::Claim(claim, citations.find(|one| one.claim == id)));
        }
        if let Some(study) = base.studies.get(id) {
            return Some(Shown::Study(study));
        }
        if let Some((source, _)) = base.sources.get_key_value(id) {
            return Some(Shown::Source(source));
        }
        let proposition = self.proposition(id).map(Shown::Proposition);
        proposition.or_else(|| self.finding(id)).or_else(|| self.reviewer(id))
    }

    fn proposition(&self, id: &str) -> Option<ShownProposition<'a>> {
        let components = &self.judgement.components[..];
        let mut judged = self.judgement.propositions.iter();
        let judged = judged.find(|one| one.proposition.to_string() == id);
        let mut implied = components.iter().flat_map(|component| &component.propositions);
        let proposition = match judged {
            Some(judged) => &judged.proposition,
            None => implied.find(|one| one.to_string() == id)?,
        };
        Some(ShownProposition { proposition, judged, components })
    }
}

/// Says everything known, one fact per line, each with its place; what was found about it;
/// and what reviewers answered.
pub fn render(speaker: Speaker<'_>, known: Known<'_>, shown: Shown<'_>) -> String {
    let mut lines = match shown {
        Shown::Claim(claim, judged) => speaker.claim_lines(claim, judged),
        Shown::Study(study) => speaker.study_lines(study),
        Shown::Source(id) => speaker.source_lines(id),
        Shown::Proposition(shown) => speaker.proposition_lines(shown),
        Shown::Finding(key) => speaker.finding_lines(known, key),
        Shown::Reviewer(id) => vec![clean(id)],
    };
    lines.extend(speaker.found_lines(known, shown));
    lines.extend(speaker.record_lines(known, shown));
    lines.join("\n") + "\n"
}

impl Speaker<'_> {
    fn claim_lines(&self, claim: &Claim, judged: Option<&CitationJudgement>) -> Vec<String> {
        let said = &claim.said;
        let mut lines = vec![clean(&claim.id)];
        lines.push(self.field(["place", "endroit"], &place(self.base, &claim.at).to_string()));
        lines.push(self.field(["about", "sujet"], &self.proposition(&claim.proposition)));
        if let Statement::Share(figure) = &claim.statement {
            lines.push(self.field(["as published", "publié"], &clean(&figure.text)));
            lines.push(self.field(["means", "signifie"], &share(self.lang, &figure.hard)));
            lines.push(self.field(
                ["likely taken for", "sans doute compris comme"],
                &share(self.lang, &figure.soft),
            ));
        }
        lines.push(self.field(["as read", "tel que lu"], &self.statement(claim)));
        lines.push(self.field(["among", "parmi"], &self.people(claim)));
        lines.push(self.field(["period", "période"], &self.when(claim)));
        lines.push(format!("  {}", size(self.lang, claim.n)));
        if !claim.wording.is_empty() {
            lines.push(self.field(["wording", "formulation"], &self.facets(&claim.wording)));
        }
        if let Some(target) = &claim.target {
            lines.push(self.field(["forecast for", "prévu pour"], &self.period(target)));
        }
        let seen = format!("{}, {}", role(self.lang, said.role), mark(self.lang, said.mark));
        lines.push(self.field(["standing", "statut"], &seen));
        lines.extend(self.optional(["study", "étude"], claim.study()));
        lines.extend(self.optional(["seen at", "vu à"], said.seen_at.as_deref()));
        lines.extend(self.optional(["restates", "reprend"], said.cites.as_deref()));
        lines.extend(judged.into_iter().flat_map(|judged| self.drift(judged)));
        lines.extend(self.chain(claim));
        lines.extend(self.optional(["replaces", "remplace"], said.supersedes.as_deref()));
        lines.extend(self.optional(["remark", "remarque"], said.note.as_deref()));
        lines
    }

    /// How a citation moved away from its source, one line for each axis and hop.
    pub(crate) fn drift(&self, judged: &CitationJudgement) -> Vec<String> {
        let name = ["drift", "dérive"];
        let lines: Vec<String> = judged
            .moved()
            .map(|(hop, moved)| match hop.citing == judged.claim {
                true => CitationFact::Moved(moved.clone()),
                false => CitationFact::MovedBefore { at: hop.citing.clone(), moved: moved.clone() },
            })
            .map(|fact| self.field(name, &self.citation(&fact)))
            .collect();
        match lines.is_empty() {
            true => vec![self.field(name, pick(self.lang, ["none found", "aucune constatée"]))],
            false => lines,
        }
    }

    fn chain(&self, claim: &Claim) -> Vec<String> {
        let hops = claim.said.chain.iter();
        hops.map(|hop| {
            let parts: Vec<String> = [Some(&hop.who), hop.locator.as_ref(), hop.url.as_ref()]
                .into_iter()
                .flatten()
                .map(|part| clean(part))
                .collect();
            self.field(["by way of", "par l'intermédiaire de"], &parts.join(", "))
        })
        .collect()
    }

    fn study_lines(&self, study: &Study) -> Vec<String> {
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

    fn source_lines(&self, id: &str) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(state) = self.base.sources.get(id) {
            lines.push(self.source(id, state));
        }
        for study in self.base.studies.values().filter(|study| study.source == id) {
            lines.push(self.field(["study", "étude"], &clean(&study.id)));
        }
        lines.extend(self.claims_where(|claim| claim.source == id));
        lines
    }

    fn claims_where(&self, is_shown: impl Fn(&Claim) -> bool) -> Vec<String> {
        let claims = self.base.claims.values();
        claims
            .filter(|claim| is_shown(claim))
            .map(|claim| {
                let at = place(self.base, &claim.at);
                format!("  {}  {}  {at}", clean(&claim.id), self.statement(claim))
            })
            .collect()
    }

    fn proposition_lines(&self, shown: ShownProposition<'_>) -> Vec<String> {
        let mut lines = vec![shown.proposition.to_string(), self.proposition(shown.proposition)];
        lines.extend(shown.judged.into_iter().flat_map(|judged| self.judged_lines(judged)));
        lines.extend(shown.implied().map(|(one, claims)| {
            format!("  {}", self.implied([one.share.lo, one.share.hi], claims))
        }));
        lines
    }

    fn judged_lines(&self, judgement: &PropositionJudgement) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.claims_where(|claim| judgement.evidence_of(&claim.id).is_some()));
        for pair in &judgement.pairs {
            let says = self.outcome_of(pair);
            lines.push(format!(
                "  {} / {}{}{says}",
                clean(&pair.left),
                clean(&pair.right),
                colon(self.lang)
            ));
            lines.push(format!("    {}", grade(self.lang, pair.grade)));
            if pair.trend {
                let trend = [
                    "waves of one publisher: a difference is a trend",
                    "vagues d'un même éditeur\u{a0}: une différence est une tendance",
                ];
                lines.push(format!("    {}", pick(self.lang, trend)));
            }
        }
        for left_out in &judgement.left_out {
            let not_compared = pick(self.lang, ["not compared", "non comparé"]);
            lines.push(format!(
                "  {}{}{not_compared}, {}",
                clean(&left_out.claim),
                colon(self.lang),
                self.reason(&left_out.reason)
            ));
        }
        lines
    }

    /// What the figures of a pair say.
    fn outcome_of(&self, pair: &PairJudgement) -> String {
        match &pair.outcome {
            Outcome::Tested { test, .. } => verdict(self.lang, test.verdict).to_owned(),
            Outcome::Untested { verdict, break_even: BreakEven::At(size), known: None, .. } => {
                let needed = self.break_even(*size, false);
                format!("{}; {needed}", self.unknown(*verdict))
            }
            Outcome::Untested { verdict, .. } => self.unknown(*verdict).to_owned(),
        }
    }

    fn optional(&self, name: [&str; 2], value: Option<&str>) -> Option<String> {
        value.map(|value| self.field(name, &clean(value)))
    }

    /// A line that names what it tells.
    pub(crate) fn field(&self, name: [&str; 2], value: &str) -> String {
        format!("  {}{}{value}", pick(self.lang, name), colon(self.lang))
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::Lang;

    use super::*;
    use crate::fixture;

    fn shown(lang: Lang, id: &str) -> String {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let known = Known { judgement: &judgement, found: &judgement.diagnostics, record: &[] };
        let found = known.find(&base, id).expect(id);
        render(Speaker::new(&base, lang), known, found)
            .replace('\u{202f}', "_")
            .replace('\u{a0}', "~")
    }

    #[test]
    fn a_claim_tells_how_it_was_read() {
        insta::assert_snapshot!(shown(Lang::En, "fixture-a/2013/bought"), @r#"
        fixture-a/2013/bought
          place: sources/fixture-a/raw.txt:2:1
          about: bought because of social media
          as published: 72%
          means: 71.5% to 72.5%
          likely taken for: 71.5% to 72.5%
          as read: 27.5% to 28.5% yes
          among: social media users, United Kingdom
          period: 2013
          n = 1,004
          standing: published, seen at the publisher's
          study: fixture-a/2013
        "#);
    }

    #[test]
    fn a_study_tells_what_is_not_disclosed() {
        insta::assert_snapshot!(shown(Lang::Fr, "fixture-c/2013"), @"
        fixture-c/2013
          endroit~: sources/fixture-c/raw.txt:1:11
          titre~: Survey
          éditeur~: fixture-c
          unité~: non communiquée
          personnes interrogées~: adultes
          où~: États-Unis
          terrain~: 2013
          paru~: non communiqué
          n non communiqué
          non communiqué~: origine des données, commanditaire et exécutant, énoncé des questions, méthode d'échantillonnage, mode de collecte, taille de l'échantillon, redressement, traitement des données et limites
          fixture-c/2013/bought  12,5_% à 17,5_% de oui  sources/fixture-c/raw.txt:2:1
        ");
    }

    #[test]
    fn a_source_lists_its_claims() {
        insta::assert_snapshot!(shown(Lang::Fr, "fixture-b"), @r#"
        fixture-b  greffon fixture-b, 1 document, 1 affirmation
          étude~: fixture-b/2013
          fixture-b/2013/bought  12,5_% à 13,5_% de oui  sources/fixture-b/raw.txt:2:1
        "#);
    }

    #[test]
    fn a_proposition_lists_its_pairs() {
        insta::assert_snapshot!(shown(Lang::En, "bought"), @"
        bought
        bought because of social media
          fixture-a/2013/bought  27.5% to 28.5% yes  sources/fixture-a/raw.txt:2:1
          fixture-b/2013/bought  12.5% to 13.5% yes  sources/fixture-b/raw.txt:2:1
          fixture-c/2013/bought  12.5% to 17.5% yes  sources/fixture-c/raw.txt:2:1
          fixture-a/2013/bought / fixture-b/2013/bought: they differ by more than rounding and sampling explain
            A, the same in every dimension
          fixture-a/2013/bought / fixture-c/2013/bought: it depends on the size that is not disclosed; more than sampling explains from 270 people each on
            C, one dimension that matters differs
          fixture-b/2013/bought / fixture-c/2013/bought: they are compatible; the gap is too small to matter, whatever the sizes
            A, the same in every dimension
          fixture-c/2013/bought: not compared, restates `fixture-b/2013/bought`
          finding: comparable studies disagree: bought because of social media [diverging-shares:bought]
        ");
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let known = Known { judgement: &judgement, found: &[], record: &[] };
        assert!(known.find(&base, "fixture-z").is_none());
    }
}
