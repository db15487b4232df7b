//! How far reviewers agree, in words.

use gainsay_claims::Lang;
use gainsay_verdict::kappa::Agreement;

use crate::lang::{colon, decimal, percent, pick, plural, semicolon};

/// How far reviewers agree, a line for the status and one for directness.
pub fn agreement(lang: Lang, status: Option<Agreement>, directness: Option<Agreement>) -> String {
    let rows = [
        (pick(lang, ["status", "statut"]), status),
        (pick(lang, ["directness", "comparabilité directe"]), directness),
    ];
    rows.iter()
        .map(|(name, found)| format!("{name}{}{}\n", colon(lang), row(lang, *found)))
        .collect()
}

/// How many things kappa is of, and whether these are enough.
fn counted(lang: Lang, found: Agreement) -> String {
    let (n, enough) = (found.subjects, found.enough);
    match (n < enough, lang) {
        (false, _) => format!("n = {n}"),
        (true, Lang::En) => format!("n = {n}, too few to say much: below {enough}"),
        (true, Lang::Fr) => format!("n = {n}, trop peu pour en dire long\u{a0}: moins de {enough}"),
    }
}

fn row(lang: Lang, found: Option<Agreement>) -> String {
    let Some(found) = found else {
        let texts = ["nothing was rated by two reviewers", "rien n'a été jugé par deux relecteurs"];
        return pick(lang, texts).to_owned();
    };
    let (observed, subjects) = (percent(lang, found.observed), found.subjects);
    let kappa = match found.kappa {
        Some(kappa) => format!("kappa {} ({})", decimal(lang, kappa, 2), counted(lang, found)),
        None => pick(
            lang,
            [
                "no kappa, as all ratings are the same",
                "pas de kappa, toutes les réponses étant les mêmes",
            ],
        )
        .to_owned(),
    };
    let (rated, raters) = match lang {
        Lang::En => (
            plural(lang, subjects, "thing rated twice or more", "things rated twice or more"),
            plural(lang, found.raters, "reviewer", "reviewers"),
        ),
        Lang::Fr => (
            plural(
                lang,
                subjects,
                "objet jugé au moins deux fois",
                "objets jugés au moins deux fois",
            ),
            plural(lang, found.raters, "relecteur", "relecteurs"),
        ),
    };
    let agree = pick(lang, ["pairs of ratings agree", "des paires de réponses s'accordent"]);
    let of = pick(lang, [" of ", " "]);
    let then = semicolon(lang);
    format!("{kappa}{then}{observed}{of}{agree}{then}{rated}, {raters}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_is_told_with_what_it_rests_on() {
        let found =
            Agreement { raters: 2, subjects: 50, enough: 18, observed: 0.7, kappa: Some(0.4) };
        let said = agreement(Lang::En, Some(found), None);
        insta::assert_snapshot!(said, @"
        status: kappa 0.40 (n = 50); 70% of pairs of ratings agree; 50 things rated twice or more, 2 reviewers
        directness: nothing was rated by two reviewers
        ");
        let alike = Agreement { kappa: None, observed: 1.0, ..found };
        let said =
            agreement(Lang::Fr, Some(alike), None).replace('\u{a0}', "~").replace('\u{202f}', "_");
        insta::assert_snapshot!(said, @"
        statut~: pas de kappa, toutes les réponses étant les mêmes~; 100_% des paires de réponses s'accordent~; 50 objets jugés au moins deux fois, 2 relecteurs
        comparabilité directe~: rien n'a été jugé par deux relecteurs
        ");
    }

    #[test]
    fn of_few_things_kappa_is_told_to_say_little() {
        let found =
            Agreement { raters: 2, subjects: 17, enough: 18, observed: 0.7, kappa: Some(0.4) };
        let said = [Lang::En, Lang::Fr].map(|lang| agreement(lang, Some(found), None));
        assert!(said[0].starts_with("status: kappa 0.40 (n = 17, too few to say much: below 18);"));
        let french =
            "statut\u{a0}: kappa 0,40 (n = 17, trop peu pour en dire long\u{a0}: moins de 18)";
        assert!(said[1].starts_with(french), "{}", said[1]);
    }
}
