//! What a report counts and does not tell.

use std::collections::BTreeMap;

use gainsay_claims::{Check, Diagnostic, Lang};

use gainsay_verdict::checks::EXPIRED_VERDICT;

use crate::{
    Speaker, clean,
    lang::{colon, pick, plural},
};

/// Findings that are counted only, and agreements.
pub(crate) struct Folded {
    /// By the rule's id and what it finds, as one rule may find two things.
    by_rule: BTreeMap<[&'static str; 2], (&'static Check, usize)>,
    /// Verdicts that have ended, by file.
    ended: BTreeMap<String, usize>,
    /// Propositions on which studies agree.
    agreements: usize,
}

impl Folded {
    pub(crate) fn new(findings: &[&Diagnostic], agreements: usize) -> Self {
        let (mut by_rule, mut ended) = (BTreeMap::new(), BTreeMap::new());
        for finding in findings {
            match finding.labels.first().filter(|_| finding.check == &EXPIRED_VERDICT) {
                Some(label) => *ended.entry(label.at.document.clone()).or_default() += 1,
                None => {
                    let Check { id, headline, .. } = finding.check;
                    by_rule.entry([id, headline.en]).or_insert((finding.check, 0)).1 += 1;
                }
            }
        }
        Self { by_rule, ended, agreements }
    }
}

impl Speaker<'_> {
    /// A line for each rule, with the command that shows all of it; empty if nothing is
    /// folded.
    pub(crate) fn folded(&self, folded: &Folded) -> String {
        let rules = folded.by_rule.iter().map(|([rule, _], (check, count))| {
            let times = match self.lang {
                Lang::En => plural(self.lang, *count, "time", "times"),
                Lang::Fr => plural(self.lang, *count, "fois", "fois"),
            };
            let (finds, colon) = (self.finds(check), colon(self.lang));
            format!("  {times} {finds}{colon}`gainsay check --select {rule}`\n")
        });
        let ended = folded.ended.iter().map(|(file, count)| self.ended(file, *count));
        let lines: String =
            rules.chain(ended).chain(self.counted_agreements(folded.agreements)).collect();
        let lead = pick(
            self.lang,
            [
                "folded, as no contradiction follows from them; `--all` shows everything:",
                "replié, car il n'en suit aucune contradiction\u{a0}; `--all` montre tout\u{a0}:",
            ],
        );
        if lines.is_empty() { lines } else { format!("{lead}\n{lines}") }
    }

    fn ended(&self, file: &str, count: usize) -> String {
        let verdicts = match self.lang {
            Lang::En => plural(self.lang, count, "verdict has ended", "verdicts have ended"),
            Lang::Fr => plural(self.lang, count, "verdict a pris fin", "verdicts ont pris fin"),
        };
        let (file, colon, rule) = (clean(file), colon(self.lang), EXPIRED_VERDICT.id);
        let within = pick(self.lang, ["in", "dans"]);
        format!("  {verdicts} {within} {file}{colon}`gainsay check --select {rule}`\n")
    }

    fn counted_agreements(&self, count: usize) -> Option<String> {
        let counted = match self.lang {
            Lang::En => plural(
                self.lang,
                count,
                "proposition on which studies agree",
                "propositions on which studies agree",
            ),
            Lang::Fr => plural(
                self.lang,
                count,
                "proposition où des études s'accordent",
                "propositions où des études s'accordent",
            ),
        };
        (count > 0).then(|| format!("  {counted}\n"))
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Level, Location, Tier,
        diagnostic::Subject,
        facts::{Fact, VerdictFact},
    };

    use super::*;
    use crate::{Fold, fixture, full};

    fn report(lang: Lang, tier: Tier, fold: Fold) -> String {
        let base = fixture::base();
        let mut judgement = fixture::judgement(&base);
        judgement.diagnostics[0].tier = tier;
        let speaker = Speaker::new(&base, lang);
        let text = full(speaker, &judgement, &judgement.diagnostics, fold, false);
        text.replace('\u{202f}', "_").replace('\u{a0}', "~")
    }

    #[test]
    fn what_is_not_comparable_is_counted_by_rule() {
        static OTHER: gainsay_claims::Check =
            gainsay_claims::Check { level: Level::Warning, ..fixture::RULE };
        let base = fixture::base();
        let mut judgement = fixture::judgement(&base);
        judgement.diagnostics[0].tier = Tier::Folded;
        judgement.diagnostics[0].check = &OTHER;
        let said = |lang| {
            let speaker = Speaker::new(&base, lang);
            let fold = Fold::Below(Level::Error);
            let text = full(speaker, &judgement, &judgement.diagnostics, fold, false);
            let lines: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
            lines.join("\n").replace('\u{a0}', "~")
        };
        insta::assert_snapshot!(said(Lang::En), @"
        folded, as no contradiction follows from them; `--all` shows everything:
          1 time “comparable studies disagree: …”: `gainsay check --select diverging-shares`
          1 proposition on which studies agree
        ");
        insta::assert_snapshot!(said(Lang::Fr), @"
        replié, car il n'en suit aucune contradiction~; `--all` montre tout~:
          1 fois «~des études comparables se contredisent : …~»~: `gainsay check --select diverging-shares`
          1 proposition où des études s'accordent
        ");
    }

    #[test]
    fn verdicts_that_have_ended_are_counted_by_file() {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let ended = |file: &str| {
            let at = Location { document: file.to_owned(), span: 0..0 };
            let fact = Fact::Verdict(VerdictFact::Ended { until: jiff::civil::date(2027, 10, 2) });
            Diagnostic::new(&EXPIRED_VERDICT, Subject::Name("a:b".to_owned())).label(at, fact)
        };
        let shown = ["verdicts/b.toml", "verdicts/a.toml", "verdicts/b.toml"].map(ended);
        let said = |lang, fold| {
            let text = full(Speaker::new(&base, lang), &judgement, &shown, fold, false);
            text.replace('\u{a0}', "~")
        };
        let lines = "  1 verdict has ended in verdicts/a.toml: `gainsay check --select expired-verdict`\n  \
                     2 verdicts have ended in verdicts/b.toml: `gainsay check --select expired-verdict`\n";
        let text = said(Lang::En, Fold::Below(Level::Error));
        assert!(text.contains(lines) && !text.contains("note["), "{text}");
        let french = "  2 verdicts ont pris fin dans verdicts/b.toml~: `gainsay check";
        assert!(said(Lang::Fr, Fold::Below(Level::Warning)).contains(french));
        for fold in [Fold::Nothing, Fold::Below(Level::Note)] {
            assert_eq!(said(Lang::En, fold).matches("note[expired-verdict]").count(), 3);
        }
    }

    #[test]
    fn what_makes_a_run_fail_is_shown_whatever_it_is() {
        let text = report(Lang::En, Tier::Folded, Fold::Below(Level::Error));
        assert!(text.starts_with("error[diverging-shares]"), "{text}");
    }

    #[test]
    fn what_is_to_be_decided_is_shown_in_brief_and_nothing_is_cut_when_all_is_asked() {
        let brief = report(Lang::Fr, Tier::Direct, Fold::Below(Level::Error));
        let whole = report(Lang::Fr, Tier::Direct, Fold::Nothing);
        assert!(!brief.contains("fixture-c/raw.txt"), "{brief}");
        assert!(whole.contains("fixture-c/raw.txt"), "{whole}");
        assert!(brief.contains("\n1 à trancher~: 1 direct\n"), "{brief}");
    }
}
