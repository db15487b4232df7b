//! Everything known of a claim.

use gainsay_claims::{
    claim::{Claim, Statement},
    facts::CitationFact,
};
use gainsay_judge::CitationJudgement;

use crate::{
    Speaker, clean,
    lang::{mark, pick, role, share, size},
    place::place,
};

impl Speaker<'_> {
    pub(super) fn claim_lines(
        &self,
        claim: &Claim,
        judged: Option<&CitationJudgement>,
    ) -> Vec<String> {
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
}
