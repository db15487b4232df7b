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
