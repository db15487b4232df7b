//! How a published figure is read.

use gainsay_claims::{
    EvidenceBase, Lang,
    value::{Quantity, Reading, ReportingSet, ValueError},
};

use crate::{
    Speaker,
    lang::{colon, hedge, kind, pick, quoted, share},
};

/// Says what a figure means, what a reader likely takes it for, its hedge and
/// its form.
pub fn render(lang: Lang, text: &str, reading: &Reading) -> String {
    let base = EvidenceBase::default();
    let speaker = Speaker::new(&base, lang);
    let mut lines = vec![format!(
        "{}{}{}",
        quoted(lang, &crate::clean(text.trim())),
        colon(lang),
        speaker.reading(reading)
    )];
    if let Quantity::Share { hard, soft } = &reading.quantity {
        lines.push(speaker.ends(hard));
        if hard != soft {
            let lead = pick(lang, ["likely taken for", "sans doute compris comme"]);
            lines.push(format!("{lead}{}{}", colon(lang), share(lang, soft)));
        }
    }
    let words = pick(lang, ["hedge", "nuance"]);
    lines.push(format!("{words}{}{}", colon(lang), hedge(lang, reading.hedge)));
    let form = pick(lang, ["form", "forme"]);
    lines.push(format!("{form}{}{}", colon(lang), kind(lang, reading.kind)));
    if reading.rhetorical {
        lines.push(
            pick(
                lang,
                [
                    "an exaggeration by habit: never counted as evidence",
                    "exagération d'usage\u{a0}: jamais retenue comme preuve",
                ],
            )
            .to_owned(),
        );
    }
    lines.join("\n") + "\n"
}

/// Says why a text is no figure.
pub fn refusal(lang: Lang, error: &ValueError) -> String {
    let base = EvidenceBase::default();
    Speaker::new(&base, lang).value_error(error)
}

impl Speaker<'_> {
    /// Which ends of a set belong to it.
    fn ends(&self, set: &ReportingSet) -> String {
        let end = |open| match (open, self.lang) {
            (true, Lang::En) => "excluded",
            (true, Lang::Fr) => "exclue",
            (false, Lang::En) => "included",
            (false, Lang::Fr) => "comprise",
        };
        let (lo, hi) = (end(set.lo_open()), end(set.hi_open()));
        match self.lang {
            Lang::En => format!("ends: lower {lo}, upper {hi}"),
            Lang::Fr => format!("bornes\u{a0}: inférieure {lo}, supérieure {hi}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, text: &str) -> String {
        let reading = gainsay_claims::value::read(text, None, None).expect(text);
        render(lang, text, &reading).replace('\u{202f}', "_").replace('\u{a0}', "~")
    }

    #[test]
    fn a_share_says_what_it_means_and_what_it_is_taken_for() {
        insta::assert_snapshot!(said(Lang::Fr, "moins de 0,25 %"), @r#"
        «~moins de 0,25 %~»~: moins de 0,25_%
        bornes~: inférieure comprise, supérieure exclue
        sans doute compris comme~: 0,2_% à 0,25_%
        nuance~: moins de
        forme~: un nombre
        "#);
        insta::assert_snapshot!(said(Lang::En, "most"), @r#"
        “most”: more than 50%
        ends: lower excluded, upper included
        likely taken for: 50% to 95%
        hedge: none
        form: a majority
        "#);
    }

    #[test]
    fn other_quantities_have_no_ends_to_tell() {
        insta::assert_snapshot!(said(Lang::En, "$1.1 trillion"), @r#"
        “$1.1 trillion”: 1,050,000,000,000 to 1,150,000,000,000~USD
        hedge: none
        form: a number
        "#);
        insta::assert_snapshot!(said(Lang::Fr, "nobody"), @r#"
        «~nobody~»~: au plus 0,5_%
        bornes~: inférieure comprise, supérieure comprise
        nuance~: aucune
        forme~: personne
        exagération d'usage~: jamais retenue comme preuve
        "#);
    }

    #[test]
    fn a_refusal_says_why() {
        let refused = |text| gainsay_claims::value::read(text, None, None).expect_err(text);
        assert_eq!(refusal(Lang::En, &refused("120 %")), "a share above the whole");
        assert_eq!(
            refusal(Lang::Fr, &refused("beaucoup")),
            "«\u{a0}beaucoup\u{a0}» n'est pas un chiffre"
        );
    }
}
