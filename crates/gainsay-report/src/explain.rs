//! What a rule, check or group of them looks for, and what simulations have shown of it.

use gainsay_claims::{CheckGroup, Lang, diagnostic::Check};
use gainsay_judge::rules::{Measured, measured};

use crate::lang;

/// The explanation of a check by its id, in Markdown, with its record if it is a rule
/// that was measured; or of a group by its name.
pub fn explain(checks: &[&Check], name: &str, lang: Lang) -> Option<String> {
    match checks.iter().find(|check| check.id == name) {
        Some(check) => Some(check.page(lang) + &record(&measured(check.id), lang)),
        None => {
            let found = CheckGroup::ALL.into_iter().find(|group| group.id() == name)?;
            Some(group(checks, found, lang))
        }
    }
}

/// What a group is about, and its rules.
fn group(checks: &[&Check], group: CheckGroup, lang: Lang) -> String {
    let rules: String = checks
        .iter()
        .filter(|check| check.group == group)
        .map(|check| {
            let headline = check.headline.pick(lang).replace("{}", "…");
            format!("- `{}`{}{headline}\n", check.id, lang::colon(lang))
        })
        .collect();
    let more = lang::pick(
        lang,
        [
            "`gainsay explain RULE` tells more of each; `--select` and `--ignore` take the group.",
            "`gainsay explain RÈGLE` en dit plus sur chacune\u{a0}; `--select` et `--ignore` \
             prennent le groupe.",
        ],
    );
    format!("# {}\n\n{}\n\n{rules}\n{more}\n", group.id(), lang::about(lang, group))
}

/// What was measured of a rule, as a list.
fn record(measured: &[Measured], lang: Lang) -> String {
    if measured.is_empty() {
        return String::new();
    }
    let lead = match lang {
        Lang::En => {
            "**Measured** on simulated bases whose truth is known; ± is the Monte Carlo standard\n\
             error. What was assumed, and what this is not: `docs/record.md`."
        }
        Lang::Fr => {
            "**Mesuré** sur des bases simulées dont la vérité est connue\u{a0}; ± est l'erreur type de\n\
             Monte-Carlo. Les hypothèses et les limites\u{a0}: `docs/record.md` (en anglais)."
        }
    };
    let items: String =
        measured.iter().map(|one| format!("- {}\n", lang::measured(lang, one))).collect();
    format!("\n{lead}\n\n{items}")
}

#[cfg(test)]
mod tests {
    use gainsay_claims::checks::BROKEN_SOURCE;
    use gainsay_judge::rules::Measure;

    use super::*;
    use crate::fixture::RULE;

    #[test]
    fn a_check_is_explained_by_its_id() {
        let explained = explain(&[&RULE], "diverging-shares", Lang::En).expect("it is listed");
        assert!(explained.starts_with(RULE.explanation));
        assert!(explained.contains("\n- false alarms: "), "{explained}");
        assert_eq!(explain(&[&RULE], "diverging", Lang::En), None);
    }

    #[test]
    fn a_group_lists_its_rules() {
        let french = explain(&[&RULE, &BROKEN_SOURCE], "shares", Lang::Fr).expect("a group");
        assert!(french.starts_with("# shares\n\nLes parts que"), "{french}");
        assert!(french.contains("\n- `diverging-shares`\u{a0}: des études"), "{french}");
        assert!(!french.contains("broken-source"), "{french}");
    }

    #[test]
    fn what_was_not_measured_has_no_record() {
        assert_eq!(record(&[], Lang::En), "");
    }

    #[track_caller]
    fn check(measure: Measure, expected: [&str; 2]) {
        let one = Measured { measure, rate: 0.0123, error: 0.0007, cases: 54_000 };
        let found = [Lang::En, Lang::Fr].map(|lang| lang::measured(lang, &one));
        let expected = expected.map(|text| text.replace('_', "\u{202f}").replace('~', "\u{a0}"));
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        check(
            Measure::FalseAlarms,
            [
                "false alarms: 1.2 ± 0.1% of 54,000 bases in which nothing differs but chance",
                "fausses alertes~: 1,2 ± 0,1_% de 54_000 bases où seul le hasard sépare les études",
            ],
        );
        check(
            Measure::BreakEvenRight,
            [
                "break-even sizes that hold: 1.2 ± 0.1% of 54,000 pairs, once the sizes are disclosed",
                "tailles critiques confirmées~: 1,2 ± 0,1_% de 54_000 paires, une fois les effectifs connus",
            ],
        );
    }

    #[test]
    fn a_small_error_keeps_a_digit() {
        let one = Measured { measure: Measure::FalseAlarms, rate: 0.0049, error: 0.0003, cases: 9 };
        assert!(lang::measured(Lang::Fr, &one).contains("0,49 ± 0,03\u{202f}%"));
    }
}
