//! Every figure of a draft with what it was taken for: what one tunes vocabularies with.

use gainsay_claims::{
    Location,
    facts::{Fact, Match, MatchReason},
};
use gainsay_draft::{CheckedFigure, Outcome};

use super::Linted;
use crate::{
    Speaker, clean,
    lang::{colon, pick, quoted},
    place::place,
};

impl Speaker<'_> {
    /// A line for each figure with its place, and below it each claim that was thought
    /// of, with what it says and what speaks for and against it.
    pub(super) fn figures(&self, linted: &Linted) -> String {
        let figures = linted.checked.figures.iter();
        figures.filter_map(|figure| self.checked_figure(linted, figure)).collect()
    }

    fn checked_figure(&self, linted: &Linted, figure: &CheckedFigure) -> Option<String> {
        let at = place(self.base, &location(linted, figure)?);
        let words = quoted(self.lang, &clean(words(linted, figure)?));
        let matches = figure.outcome.matches();
        let first = format!("{at}: {words}{}{}\n", colon(self.lang), self.became(&figure.outcome));
        Some(matches.iter().fold(first, |text, found| text + &self.weighed(found)))
    }

    /// What came of a figure.
    pub(crate) fn became(&self, outcome: &Outcome) -> String {
        let texts = match outcome {
            Outcome::Found(_) => ["matched", "retrouvé"],
            Outcome::Differs(_) => ["differs", "différent"],
            Outcome::OtherStudy(_) => ["of another study", "d'une autre étude"],
            Outcome::Universal(_) => ["allows no exception", "n'admet pas d'exception"],
            Outcome::Difference(claims) => {
                let [one, other] = claims.each_ref().map(|claim| clean(claim));
                let texts = ["the difference of", "l'écart entre"];
                let and = pick(self.lang, ["and", "et"]);
                return format!("{} `{one}` {and} `{other}`", pick(self.lang, texts));
            }
            Outcome::Size(study) => return self.people_asked(study),
            Outcome::SizeDiffers(study) => {
                let lead = pick(self.lang, ["not", "ce n'est pas"]);
                return format!("{lead} {}", self.people_asked(study));
            }
            Outcome::NotFound(near) if near.is_empty() => {
                ["not matched, and nothing is near", "introuvable, et rien d'approchant"]
            }
            Outcome::NotFound(_) => ["not matched; nearest", "introuvable\u{a0}; au plus près"],
            Outcome::NotChecked => [
                "not checked, as nothing in the base is about it",
                "non vérifié, car rien dans la base n'en parle",
            ],
        };
        pick(self.lang, texts).to_owned()
    }

    fn weighed(&self, found: &Match) -> String {
        let claim = Fact::Claim { id: found.claim.clone() };
        let mut text = format!("  `{}`, {}\n", clean(&found.claim), self.score(found));
        text += &format!("    {}\n", self.fact(&claim));
        text.extend(self.sides(found).iter().map(|side| format!("    {side}\n")));
        text
    }

    /// What speaks for a match and what against it, if anything does.
    pub(crate) fn sides(&self, found: &Match) -> Vec<String> {
        let (against, favour): (Vec<_>, Vec<_>) =
            found.reasons.iter().partition(|reason| is_against(reason));
        let sides = [(favour, ["for", "pour"]), (against, ["against", "contre"])];
        let told = sides.into_iter().filter(|(reasons, _)| !reasons.is_empty());
        told.map(|(reasons, lead)| {
            let reasons = self.match_reasons(reasons.into_iter());
            format!("{}{}{reasons}", pick(self.lang, lead), colon(self.lang))
        })
        .collect()
    }
}

/// Where a figure stands in the file.
pub(crate) fn location(linted: &Linted, figure: &CheckedFigure) -> Option<Location> {
    let passage = linted.draft.passages.get(figure.passage)?;
    let span = passage.prose.place(figure.figure.span.clone());
    Some(Location { document: linted.draft.name.clone(), span })
}

/// The words of a figure.
pub(crate) fn words<'a>(linted: &'a Linted, figure: &CheckedFigure) -> Option<&'a str> {
    let passage = linted.draft.passages.get(figure.passage)?;
    passage.prose.text().get(figure.figure.span.clone())
}

fn is_against(reason: &MatchReason) -> bool {
    match reason {
        MatchReason::OtherFigure
        | MatchReason::NamesOther(_)
        | MatchReason::NamesNone
        | MatchReason::OtherPeople(_) => true,
        MatchReason::SameFigure
        | MatchReason::Complement
        | MatchReason::NamesSource(_)
        | MatchReason::Subject(_)
        | MatchReason::People(_) => false,
    }
}
