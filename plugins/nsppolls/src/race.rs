//! What was asked: a round of the election with certain candidates.

use gainsay_plugin::wire::{
    BaseStep, Figure, FigureUnit, Finding, Mark, Medium, Question, QuestionKind, Says,
};
use gainsay_plugin::{Names, Row, grouped, slug};

use crate::poll::PAGE;

/// A round of the election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Round {
    First,
    RunOff,
}

/// The round of a row, by its words.
pub(crate) fn round(words: &str) -> Option<Round> {
    match words {
        "Premier tour" => Some(Round::First),
        "Deuxième tour" => Some(Round::RunOff),
        _ => None,
    }
}

/// The shares of a poll, hypothesis by hypothesis.
pub(crate) fn findings(poll: &[Row<'_>], study: &str, name: &str) -> Vec<Finding> {
    let mut names = Names::default();
    let races = grouped(poll.iter(), |row| (row.get("tour"), row.get("hypothese")));
    let mut findings = Vec::new();
    for rows in races {
        let race = Race::of(&rows);
        let question = names.give(race.name());
        for row in rows {
            let candidate = slug(row.get("candidat"));
            let id = names.give(format!("{question}/{candidate}"));
            let facets = race.facets(&candidate);
            let finding = share(row, format!("{name}/{id}"), study);
            findings.push(Finding { facets, question: Some(single(&question)), ..finding });
        }
    }
    findings
}

/// One hypothesis of one poll.
struct Race {
    round: Round,
    /// Who stands, in order of name.
    candidates: Vec<String>,
    /// What tells the hypothesis from others of the round, if the poll says it.
    hypothesis: String,
}

impl Race {
    fn of(rows: &[&Row<'_>]) -> Self {
        let mut candidates: Vec<_> = rows.iter().map(|row| slug(row.get("candidat"))).collect();
        candidates.sort();
        let first = rows.first();
        let round = first.and_then(|row| round(row.get("tour"))).unwrap_or(Round::First);
        let words = first.map_or("", |row| row.get("hypothese"));
        let hypothesis = hypothesis(words, &candidates);
        Self { round, candidates, hypothesis }
    }

    fn name(&self) -> String {
        match self.round {
            Round::First if self.hypothesis.is_empty() => "first-round".to_owned(),
            Round::First => format!("first-round-{}", self.hypothesis),
            Round::RunOff => format!("run-off-{}", self.candidates.join("-")),
        }
    }

    /// A run-off is told by the two who stand, since its words are often missing or
    /// name one of them; the first round by its words.
    fn facets<M: FromIterator<(String, String)>>(&self, candidate: &str) -> M {
        let (round, other) = match self.round {
            Round::First => {
                let named = Some(&self.hypothesis).filter(|words| !words.is_empty());
                ("first", named.map(|words| ("hypothesis", words.clone())))
            }
            Round::RunOff => ("run-off", Some(("opponent", self.opponent(candidate)))),
        };
        let facets = [("candidate", candidate.to_owned()), ("round", round.to_owned())];
        let all = facets.into_iter().chain(other);
        all.map(|(facet, value)| (facet.to_owned(), value)).collect()
    }

    fn opponent(&self, candidate: &str) -> String {
        match self.candidates.as_slice() {
            [one, other] if one == candidate => other.clone(),
            [one, other] if other == candidate => one.clone(),
            _ => "unknown".to_owned(),
        }
    }
}

/// The name of a hypothesis: `Hypothèse X. Bertrand`, `Hypothèse Xavier Bertrand`
/// and the misspelt `Hyptohèse Bertrand` are all `bertrand`. Where it only lists
/// candidates, their order says nothing.
fn hypothesis(words: &str, candidates: &[String]) -> String {
    let slug = slug(words);
    let mut tokens: Vec<&str> = slug.split('-').filter(|token| !token.is_empty()).collect();
    if tokens.first().is_some_and(|first| first.starts_with("hy") && first.ends_with("hese")) {
        tokens.remove(0);
    }
    let is_surname = |token: &str| {
        let surname = |one: &String| one.split('-').skip(1).any(|part| part == token);
        candidates.iter().any(surname)
    };
    let is_first_name = |token: &str| {
        let first = |one: &String| one.split('-').next() == Some(token);
        candidates.iter().any(first) && !is_surname(token)
    };
    tokens.retain(|token| token.len() > 1 && *token != "et" && !is_first_name(token));
    if tokens.iter().all(|token| is_surname(token)) {
        tokens.sort_unstable();
    }
    tokens.join("-")
}

/// The share in a row: of those who name a candidate, the sub-sample.
fn share(row: &Row<'_>, id: String, study: &str) -> Finding {
    let at = row.at("intentions").unwrap_or_else(|| row.start());
    let says = Says::Share(Figure::in_unit(at, FigureUnit::Percent));
    let naming = BaseStep { who: "naming-candidate".into(), share: None, words: None };
    Finding {
        seen_at: Some(PAGE.into()),
        medium: Medium::Table,
        base: vec![naming],
        n: row.at("sous_echantillon"),
        ..Finding::new(id, study, Mark::Secondary, "voting-intention", says)
    }
}

/// A question of which the table has every answer.
fn single(id: &str) -> Question {
    Question {
        id: id.to_owned(),
        kind: QuestionKind::Single,
        text: None,
        lang: None,
        options: Vec::new(),
        complete: true,
        recall: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hypothesis_is_told_by_its_words_but_not_by_their_form() {
        let candidates =
            ["anne-hidalgo", "eric-zemmour", "nicolas-dupont-aignan", "xavier-bertrand"]
                .map(str::to_owned);
        for (words, expected) in [
            ("", ""),
            ("Hypothèse X. Bertrand", "bertrand"),
            ("Hyptohèse Xavier Bertrand", "bertrand"),
            ("Hypothèse Hidalgo / Bertrand", "bertrand-hidalgo"),
            ("Hypothèse Bertrand et Hidalgo", "bertrand-hidalgo"),
            ("Hypothèse Bertrand sans Zemmour", "bertrand-sans-zemmour"),
            ("Hypothèse sans union à gauche", "sans-union-gauche"),
            ("Macron - Le Pen", "macron-le-pen"),
        ] {
            assert_eq!(hypothesis(words, &candidates), expected, "{words}");
        }
    }
}
