//! What simulations have shown of a rule, in words.

use gainsay_claims::Lang;
use gainsay_judge::rules::{Measure, Measured};

use super::{colon, decimal, integer};

/// A measured rate with its error, and what it is a rate of.
pub(crate) fn measured(lang: Lang, measured: &Measured) -> String {
    let Measured { measure, rate, error, cases } = *measured;
    // An error of less than a tenth of a percent needs a digit more.
    let digits = if error < 0.0005 { 2 } else { 1 };
    let [rate, error] = [rate, error].map(|one| decimal(lang, 100.0 * one, digits));
    let cases = integer(lang, cases);
    let (what, of) = (name(lang, measure), chances(lang, measure));
    let colon = colon(lang);
    match lang {
        Lang::En => format!("{what}{colon}{rate} ± {error}% of {cases} {of}"),
        Lang::Fr => format!("{what}{colon}{rate} ± {error}\u{202f}% de {cases} {of}"),
    }
}

fn name(lang: Lang, measure: Measure) -> &'static str {
    match (measure, lang) {
        (Measure::FalseAlarms, Lang::En) => "false alarms",
        (Measure::FalseAlarms, Lang::Fr) => "fausses alertes",
        (Measure::WorstFalseAlarms, Lang::En) => "false alarms where there are most",
        (Measure::WorstFalseAlarms, Lang::Fr) => "fausses alertes là où il y en a le plus",
        (Measure::RandomPrecision | Measure::ClusteredPrecision, Lang::En) => "true",
        (Measure::RandomPrecision | Measure::ClusteredPrecision, Lang::Fr) => "fondées",
        (Measure::TypingErrors, Lang::En) => "typing errors taken for contradictions",
        (Measure::TypingErrors, Lang::Fr) => "fautes de frappe prises pour des contradictions",
        (Measure::GapsUntested, Lang::En) => "found where sizes are hidden",
        (Measure::GapsUntested, Lang::Fr) => "signalés quand des effectifs manquent",
        (Measure::BreakEvenRight, Lang::En) => "break-even sizes that hold",
        (Measure::BreakEvenRight, Lang::Fr) => "tailles critiques confirmées",
        (
            Measure::RandomRecall
            | Measure::ClusteredRecall
            | Measure::LeansFound
            | Measure::DifferenceFound
            | Measure::CopiesFound,
            Lang::En,
        ) => "found",
        (Measure::RandomRecall | Measure::ClusteredRecall, Lang::Fr) => "écarts trouvés",
        (Measure::LeansFound | Measure::DifferenceFound, Lang::Fr) => "différences trouvées",
        (Measure::CopiesFound, Lang::Fr) => "copies trouvées",
    }
}

/// Of what a rate is a share.
fn chances(lang: Lang, measure: Measure) -> &'static str {
    match (measure, lang) {
        (Measure::FalseAlarms, Lang::En) => "bases in which nothing differs but chance",
        (Measure::FalseAlarms, Lang::Fr) => "bases où seul le hasard sépare les études",
        (Measure::WorstFalseAlarms, Lang::En) => {
            "such bases with one number of studies, size and share"
        }
        (Measure::WorstFalseAlarms, Lang::Fr) => {
            "telles bases, à nombre d'études, effectif et part donnés"
        }
        (Measure::RandomRecall, Lang::En) => {
            "gaps of 10 points between random samples of 1,000 people"
        }
        (Measure::RandomRecall, Lang::Fr) => {
            "écarts de 10 points entre échantillons aléatoires de 1\u{202f}000 personnes"
        }
        (Measure::ClusteredRecall, Lang::En) => {
            "gaps of 10 points between samples of 1,000 people with a true design effect of 2"
        }
        (Measure::ClusteredRecall, Lang::Fr) => {
            "écarts de 10 points entre échantillons de 1\u{202f}000 personnes d'effet de plan réel 2"
        }
        (Measure::RandomPrecision, Lang::En) => {
            "reported pairs of random samples of 1,000 people, where one pair in five is 10 points apart"
        }
        (Measure::RandomPrecision, Lang::Fr) => {
            "paires signalées d'échantillons aléatoires de 1\u{202f}000 personnes, quand une paire sur cinq diffère de 10 points"
        }
        (Measure::ClusteredPrecision, Lang::En) => {
            "reported pairs with a true design effect of 2, otherwise alike"
        }
        (Measure::ClusteredPrecision, Lang::Fr) => {
            "paires signalées d'effet de plan réel 2, toutes choses égales par ailleurs"
        }
        (Measure::TypingErrors, Lang::En) => "mistyped figures",
        (Measure::TypingErrors, Lang::Fr) => "chiffres mal saisis",
        (Measure::LeansFound, Lang::En) => {
            "bases with five publishers that lean by 3 points (standard deviation), by this rule or as a contradiction"
        }
        (Measure::LeansFound, Lang::Fr) => {
            "bases de cinq éditeurs au biais de 3 points (écart-type), par cette règle ou comme contradiction"
        }
        (Measure::DifferenceFound, Lang::En) => {
            "pairs of publishers that differ by 3 points in each of twelve months"
        }
        (Measure::DifferenceFound, Lang::Fr) => {
            "paires d'éditeurs qui diffèrent de 3 points douze mois de suite"
        }
        (Measure::CopiesFound, Lang::En) => {
            "pairs of publishers of which one moves its share three quarters of the way to the other's"
        }
        (Measure::CopiesFound, Lang::Fr) => {
            "paires d'éditeurs dont l'un rapproche sa part de celle de l'autre des trois quarts"
        }
        (Measure::GapsUntested, Lang::En) => {
            "bases in which one study of five is 10 points apart and three in ten hide their size"
        }
        (Measure::GapsUntested, Lang::Fr) => {
            "bases où une étude sur cinq s'écarte de 10 points et où trois sur dix taisent leur effectif"
        }
        (Measure::BreakEvenRight, Lang::En) => "pairs, once the sizes are disclosed",
        (Measure::BreakEvenRight, Lang::Fr) => "paires, une fois les effectifs connus",
    }
}
