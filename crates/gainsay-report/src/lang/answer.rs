//! How two claims stand to each other.

use gainsay_claims::{Lang, facts::Succession};
use gainsay_judge::Answer;

use super::{colon, list, pick};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// The verdict on two claims.
    pub(crate) fn answer(&self, answer: &Answer) -> String {
        let text = match answer {
            Answer::Unspoken(claims) => self.undecidable(claims),
            Answer::ConflictIfComparable(dimensions) if !dimensions.is_empty() => {
                let differing = self.dimensions(dimensions);
                match self.lang {
                    Lang::En => format!(
                        "they would conflict if they were comparable; different or not disclosed: {differing}"
                    ),
                    Lang::Fr => format!(
                        "ils se contrediraient s'ils étaient comparables\u{a0}; différents ou non communiqués\u{a0}: {differing}"
                    ),
                }
            }
            _ => pick(self.lang, plain(answer)).to_owned(),
        };
        format!("verdict{}{text}", colon(self.lang))
    }

    fn undecidable(&self, claims: &[String]) -> String {
        let unspoken = self.unspoken(claims);
        match self.lang {
            Lang::En => format!("cannot be decided; {unspoken}; ask for the wording"),
            Lang::Fr => {
                format!("indécidable\u{a0}; {unspoken}\u{a0}; demander la formulation exacte")
            }
        }
    }

    /// Of which claims it is not known what exactly they measure.
    pub(crate) fn unspoken(&self, claims: &[String]) -> String {
        let claims: Vec<String> = claims.iter().map(|id| format!("`{}`", clean(id))).collect();
        let lead =
            ["what exactly was asked is not known", "on ignore ce qui a été demandé au juste"];
        format!("{}{}{}", pick(self.lang, lead), colon(self.lang), list(self.lang, &claims))
    }
}

fn plain(answer: &Answer) -> [&'static str; 2] {
    match answer {
        Answer::OneFinding => [
            "one finding, told twice; not two pieces of evidence",
            "un seul résultat, rapporté deux fois\u{a0}; pas deux preuves",
        ],
        Answer::Superseded(Succession::Forecast) => [
            "no conflict: a forecast, and what has replaced it",
            "pas de contradiction\u{a0}: une prévision, et ce qui l'a remplacée",
        ],
        Answer::Superseded(Succession::Stage) => [
            "no conflict: one affair at two stages",
            "pas de contradiction\u{a0}: une même affaire à deux stades",
        ],
        Answer::OtherThing => [
            "no conflict: they measure different things",
            "pas de contradiction\u{a0}: ils ne mesurent pas la même chose",
        ],
        Answer::Contrast => [
            "a contrast within one study, no contradiction",
            "un contraste à l'intérieur d'une étude, pas une contradiction",
        ],
        Answer::OneFigure => [
            "one figure of one study, told of two populations; of which it is, is not settled",
            "un seul chiffre d'une étude, dit de deux populations\u{a0}; rien n'établit de laquelle",
        ],
        Answer::OneStudy => [
            "one study about the same people; only arithmetic can contradict it",
            "une même étude sur les mêmes personnes\u{a0}; seule l'arithmétique peut la contredire",
        ],
        Answer::NoShare => [
            "not tested: one of them has no share of people to test",
            "non testé\u{a0}: l'un des deux n'a pas de part de personnes à tester",
        ],
        Answer::Trend => [
            "waves of one publisher: a trend, no contradiction",
            "vagues d'un même éditeur\u{a0}: une tendance, pas une contradiction",
        ],
        Answer::Conflict => {
            ["they conflict, and are comparable", "ils se contredisent, et sont comparables"]
        }
        Answer::ConflictIfComparable(_) => [
            "they would conflict if they were two pieces of evidence on the same people",
            "ils se contrediraient s'il s'agissait de deux preuves sur les mêmes personnes",
        ],
        Answer::SmallGap => [
            "no conflict: they differ by more than sampling explains, and by less than matters",
            "pas de contradiction\u{a0}: l'écart dépasse ce que le hasard explique, mais pas ce qui compte",
        ],
        Answer::Open => {
            ["it depends on how many were asked", "tout dépend du nombre de personnes interrogées"]
        }
        Answer::Inclusion => [
            "they agree, by inclusion: one figure holds the other",
            "ils concordent, par inclusion\u{a0}: l'un des chiffres contient l'autre",
        ],
        Answer::Unspoken(_) | Answer::NoConflict => ["no conflict", "pas de contradiction"],
    }
}
