//! Everything known of one claim, study, source, proposition, finding or reviewer.

mod claim;
mod proposition;
mod record;
mod study;

use gainsay_claims::{EvidenceBase, claim::Claim, study::Study};
use gainsay_judge::CitationJudgement;

use crate::{
    Speaker, clean,
    lang::{colon, pick},
    place::place,
};

pub use proposition::ShownProposition;
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
