//! What judging a claims table found, for the terminal.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::UTF8_HORIZONTAL_ONLY};
use gainsay_bulk::{Claims, Contradicting, Counts, Judged};
use gainsay_claims::{Lang, policy::Policy};

use crate::{
    clean,
    lang::{decimal, integer, pick, points, rounded},
};

/// How many pairs are shown.
const SHOWN: usize = 20;

/// Says how much was judged and by which constants, shows the strongest pairs, those that stay first
/// and the widest gap first, and tells how many more there are. Wrapped to a width if one is given.
pub fn render(
    lang: Lang,
    claims: &Claims,
    judged: &Judged,
    policy: &Policy,
    width: Option<u16>,
) -> String {
    let mut text = counts(lang, &judged.counts) + &constants(lang, policy);
    let mut strongest: Vec<&Contradicting> = judged.pairs.iter().collect();
    let wider = |one: &Contradicting, other: &Contradicting| other.gap.total_cmp(&one.gap);
    strongest.sort_by(|one, other| other.stays.cmp(&one.stays).then_with(|| wider(one, other)));
    if strongest.is_empty() {
        return text;
    }
    text += &table(lang, claims, &strongest[..strongest.len().min(SHOWN)], width);
    if let Some(more) = strongest.len().checked_sub(SHOWN).filter(|&more| more > 0) {
        let more = integer(lang, more as u64);
        text += &match lang {
            Lang::En => format!("{more} more; `--format csv` prints all\n"),
            Lang::Fr => format!("{more} de plus\u{a0}; `--format csv` les imprime toutes\n"),
        };
    }
    text
}

fn counts(lang: Lang, counts: &Counts) -> String {
    let n = |number: u64| integer(lang, number);
    let alarms = rounded(lang, counts.expected_false_alarms);
    let Counts { rows, evidence, propositions, comparable, tested, untestable, .. } = *counts;
    let (conflicts, stay) = (n(counts.conflicts), n(counts.contradictions));
    let (rows, evidence, propositions) = (n(rows), n(evidence), n(propositions));
    let (comparable, tested, untestable) = (n(comparable), n(tested), n(untestable));
    match lang {
        Lang::En => format!(
            "rows: {rows}, compared: {evidence}, propositions: {propositions}\n\
             directly comparable pairs: {comparable}, tested: {tested}, a size being unknown: {untestable}\n\
             conflicts: {conflicts}; contradictions, after correcting for the tests of the proposition: {stay}\n\
             significant tests to be expected if nothing differed: {alarms}\n"
        ),
        Lang::Fr => format!(
            "lignes\u{a0}: {rows}, comparées\u{a0}: {evidence}, propositions\u{a0}: {propositions}\n\
             paires directement comparables\u{a0}: {comparable}, testées\u{a0}: {tested}, un effectif étant inconnu\u{a0}: {untestable}\n\
             conflits\u{a0}: {conflicts}\u{a0}; contradictions, une fois corrigé pour les tests de la proposition\u{a0}: {stay}\n\
             tests significatifs attendus si rien ne différait\u{a0}: {alarms}\n"
        ),
    }
}

fn constants(lang: Lang, policy: &Policy) -> String {
    let number = |number: f64| rounded(lang, number);
    let (alpha, rho) = (number(policy.alpha), number(policy.rho));
    let (delta, effect) = (points(lang, policy.delta), number(policy.design_effect));
    let floor = integer(lang, policy.floor);
    match lang {
        Lang::En => format!(
            "as if random samples of the effective sizes; by the policy: level {alpha}, gap {delta} or odds ratio {rho}, \
             design effect {effect} where n alone is told, any plausible size at least {floor}\n"
        ),
        Lang::Fr => format!(
            "comme si c'étaient des échantillons aléatoires des effectifs utiles\u{a0}; selon la politique\u{a0}: seuil {alpha}, écart {delta} ou rapport des cotes {rho}, \
             effet de plan {effect} si seul n est dit, toute taille plausible d'au moins {floor}\n"
        ),
    }
}

fn table(lang: Lang, claims: &Claims, pairs: &[&Contradicting], width: Option<u16>) -> String {
    let headings = match lang {
        Lang::En => ["proposition", "above", "below", "gap", "odds", "p", "Holm", "q", "stays"],
        Lang::Fr => {
            ["proposition", "au-dessus", "au-dessous", "écart", "cotes", "p", "Holm", "q", "reste"]
        }
    };
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).force_no_tty().set_header(headings);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for pair in pairs {
        table.add_row(cells(lang, claims, pair));
    }
    for column in 3..8 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn cells(lang: Lang, claims: &Claims, pair: &Contradicting) -> [String; 9] {
    let none = || "–".to_owned();
    let small = |p: f64| match p {
        p if p < 1e-4 => format!("< {}", decimal(lang, 1e-4, 4)),
        p => decimal(lang, p, 4),
    };
    let odds = if pair.odds.is_finite() { decimal(lang, pair.odds, 2) } else { "∞".to_owned() };
    let name = |row: u32| clean(claims.name(row));
    let test = |value: Option<f64>| value.map_or_else(none, small);
    [
        clean(claims.proposition(pair.upper)),
        name(pair.upper),
        name(pair.lower),
        points(lang, pair.gap),
        odds,
        test(pair.test.map(|test| test.p)),
        test(pair.test.map(|test| test.holm)),
        test(pair.test.and_then(|test| test.q)),
        pick(lang, if pair.stays { ["yes", "oui"] } else { ["no", "non"] }).to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use gainsay_bulk::{Entry, judge};

    use super::*;

    fn said(lang: Lang, rows: &[(&str, f64, Option<f64>)]) -> String {
        let mut claims = Claims::default();
        for &(name, share, n_effective) in rows {
            let day = Some(jiff::civil::date(2014, 3, 1));
            let entry = Entry {
                n_effective,
                from: day,
                ..Entry::new(name, name, "bought", (share, share))
            };
            claims.push(&entry).expect("the row is good");
        }
        let policy = Policy::default();
        render(lang, &claims, &judge(&claims, &policy), &policy, None)
    }

    #[test]
    fn a_contradiction_is_shown_with_what_it_rests_on() {
        let rows = [("a", 0.3, Some(500.0)), ("b", 0.5, Some(500.0)), ("c\u{1b}[2J", 0.5, None)];
        let (en, fr) = (said(Lang::En, &rows), said(Lang::Fr, &rows));
        assert!(
            en.contains("directly comparable pairs: 3, tested: 1, a size being unknown: 2"),
            "{en}"
        );
        assert!(en.contains("20.0 points") && en.contains("design effect 2"), "{en}");
        assert!(fr.contains("20,0 points") && fr.contains("échantillons aléatoires"), "{fr}");
        assert!(en.contains("c[2J") && !en.contains('\u{1b}'), "{en}");
    }

    #[test]
    fn where_nothing_contradicts_there_is_no_table() {
        let said = said(Lang::En, &[("a", 0.3, Some(500.0)), ("b", 0.31, Some(500.0))]);
        assert!(said.contains("conflicts: 0") && !said.contains('─'), "{said}");
    }

    #[test]
    fn what_is_not_shown_is_counted() {
        let names: Vec<String> = (0..30).map(|number| format!("s{number}")).collect();
        let one = |(place, name): (usize, &'static str)| {
            (name, if place < 15 { 0.2 } else { 0.6 }, Some(900.0))
        };
        let names: Vec<&'static str> = names.into_iter().map(|name| &*name.leak()).collect();
        let rows: Vec<_> = names.into_iter().enumerate().map(one).collect();
        let said = said(Lang::Fr, &rows);
        assert!(said.contains("205 de plus"), "{said}");
    }
}
