//! What is written around charts.

mod slope;
mod timeline;

use gainsay_claims::{Lang, claim::Claim};

use super::{colon, integer, join, percent, pick, plural, quoted, rounded, semicolon};
use crate::{Speaker, clean, mark::Mark, table::Table};

impl Speaker<'_> {
    /// The title of the chart of a proposition.
    pub(crate) fn chart_title(&self, table: &Table<'_>) -> String {
        first_upper(&self.proposition(table.proposition))
    }

    /// What a forest shows of whom.
    pub(crate) fn forest_subtitle(&self) -> &'static str {
        pick(
            self.lang,
            [
                "The share that each study found; under its name, whom it is a share of",
                "La part que chaque étude a trouvée\u{a0}; sous son nom, de qui c'est la part",
            ],
        )
    }

    /// What marks mean, as far as they are drawn.
    pub(crate) fn mark_notes(&self, marks: &[Mark]) -> Vec<String> {
        let has = |is: fn(&Mark) -> bool| marks.iter().any(is);
        let mut notes = Vec::new();
        if has(|mark| matches!(mark, Mark::Sized { .. })) {
            notes.push(self.whiskers_note());
        }
        if has(|mark| matches!(mark, Mark::Unsized { .. })) {
            notes.push(self.circle_note().to_owned());
        }
        if has(|mark| matches!(mark, Mark::AtMost(_) | Mark::AtLeast(_))) {
            notes.push(self.arrow_note().to_owned());
        }
        notes
    }

    /// What whiskers are, and what they are not.
    fn whiskers_note(&self) -> String {
        let policy = &self.base.policy;
        let level = percent(self.lang, 1.0 - policy.alpha);
        let effect = rounded(self.lang, policy.design_effect);
        match self.lang {
            Lang::En => format!(
                "Squares: the number asked is disclosed. Whiskers: the {level} interval as if these people were a \
                 random sample, with the study's design effect, or {effect} where it tells none. They hold \
                 nothing of what wording, choice of people or mode may do."
            ),
            Lang::Fr => format!(
                "Carrés\u{a0}: l'effectif est communiqué. Moustaches\u{a0}: l'intervalle à {level} comme si ces personnes \
                 étaient un échantillon aléatoire, avec l'effet de plan de l'étude, ou {effect} si elle n'en donne \
                 pas. Elles ne disent rien de l'effet des mots, du choix des personnes ou du mode."
            ),
        }
    }

    fn circle_note(&self) -> &'static str {
        pick(
            self.lang,
            [
                "Circles: how many of these people were asked is not disclosed, so that no interval can be drawn.",
                "Cercles\u{a0}: l'effectif de ces personnes n'est pas communiqué, d'où l'absence d'intervalle.",
            ],
        )
    }

    fn arrow_note(&self) -> &'static str {
        pick(
            self.lang,
            [
                "Arrows: only a bound is known; the share lies somewhere along the dashed line.",
                "Flèches\u{a0}: on ne connaît qu'une borne\u{a0}; la part est quelque part sur le tireté.",
            ],
        )
    }

    /// The name of the row of studies taken together.
    pub(crate) fn together(&self, studies: usize) -> String {
        match self.lang {
            Lang::En => format!("{studies} comparable studies together"),
            Lang::Fr => format!("{studies} études comparables ensemble"),
        }
    }

    /// What diamond and bar are.
    pub(crate) fn together_note(&self, has_next: bool) -> String {
        let diamond = pick(
            self.lang,
            [
                "Diamond: the mean of comparable studies and its interval (random effects).",
                "Losange\u{a0}: la moyenne des études comparables et son intervalle (effets aléatoires).",
            ],
        );
        let bar = pick(
            self.lang,
            [
                " Bar: where the share of one more such study is to be expected.",
                " Barre\u{a0}: là où l'on attend la part d'une étude de plus.",
            ],
        );
        diamond.to_owned() + if has_next { bar } else { "" }
    }

    /// What is grey.
    pub(crate) fn grey_note(&self) -> &'static str {
        pick(
            self.lang,
            ["Grey: not compared with the others.", "En gris\u{a0}: non comparé aux autres."],
        )
    }

    /// How many claims are not drawn.
    pub(crate) fn hidden_note(&self, count: usize) -> String {
        match self.lang {
            Lang::En => {
                plural(self.lang, count, "claim is", "claims are")
                    + " not drawn: not asked for, or citing a study that is drawn."
            }
            Lang::Fr => {
                plural(self.lang, count, "affirmation n'est", "affirmations ne sont")
                    + " pas dessinées\u{a0}: non demandées, ou reprises d'une étude dessinée."
            }
        }
    }

    /// That an axis is a piece of the whole one.
    pub(crate) fn axis_note(&self, lo: f64, hi: f64) -> String {
        let [lo, hi, none, all] =
            [lo, hi, 0.0, 1.0].map(|share| percent(self.lang, (share * 1000.0).round() / 1000.0));
        match self.lang {
            Lang::En => format!("The axis goes from {lo} to {hi}, not from {none} to {all}."),
            Lang::Fr => format!("L'axe va de {lo} à {hi}, et non de {none} à {all}."),
        }
    }

    /// The studies behind a chart.
    pub(crate) fn chart_sources(&self, names: &[String]) -> String {
        let lead = if names.len() < 2 { "Source" } else { "Sources" };
        let text = names.join(semicolon(self.lang));
        format!("{lead}{}{}", colon(self.lang), self.drawn_by(&text))
    }

    /// The publishers of more studies than could be listed below a chart, and in which works
    /// these were read, if not at the publishers'.
    pub(crate) fn chart_publishers(
        &self,
        names: &[String],
        studies: usize,
        read: Vec<String>,
    ) -> String {
        let studies = integer(self.lang, studies as u64);
        let names = join(names, pick(self.lang, ["and", "et"]));
        let cited = match read.is_empty() {
            true => String::new(),
            false => crate::cite::cited_in(self.lang).to_owned() + &self.few(read),
        };
        let text = match self.lang {
            Lang::En => format!("Sources: {studies} publications of {names}{cited}"),
            Lang::Fr => format!("Sources\u{a0}: {studies} publications de {names}{cited}"),
        };
        self.drawn_by(&text)
    }

    fn drawn_by(&self, text: &str) -> String {
        let text = text.trim_end_matches('.');
        let drawn = pick(self.lang, ["Drawn by gainsay", "Dessin\u{a0}: gainsay"]);
        match &self.base.title {
            Some(title) => format!("{text}. {drawn} ({}).", clean(self.lang.pick(title))),
            None => format!("{text}. {drawn}."),
        }
    }

    /// How a figure was asked for, if that is known.
    pub(crate) fn how_asked(&self, claim: &Claim) -> Option<String> {
        let question = claim.said.question.as_ref().and_then(|question| question.text.as_deref());
        let wording = || (!claim.wording.is_empty()).then(|| self.facets(&claim.wording));
        question.map(|text| quoted(self.lang, &clean(text))).or_else(wording)
    }
}

/// A text with a capital.
fn first_upper(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + characters.as_str()
    })
}
