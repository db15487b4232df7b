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
    /// What tells the list of the first round from others.
    hypothesis: String,
}

impl Race {
    fn of(rows: &[&Row<'_>]) -> Self {
        let mut candidates: Vec<_> = rows.iter().map(|row| slug(row.get("candidat"))).collect();
        candidates.sort();
        let first = rows.first();
        let round = first.and_then(|row| round(row.get("tour"))).unwrap_or(Round::First);
        let hypothesis = hypothesis(&candidates);
        Self { round, candidates, hypothesis }
    }

    fn name(&self) -> String {
        match self.round {
            Round::First if self.hypothesis.is_empty() => "first-round".to_owned(),
            Round::First => format!("first-round-{}", self.hypothesis),
            Round::RunOff => format!("run-off-{}", self.candidates.join("-")),
        }
    }

    /// A race is told by those who stand, since its words are often missing or name one
    /// of them.
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

/// What tells a list of candidates of the first round from others: those who stand on
/// some lists only, by their surnames, and those of the main ones who do not stand.
/// The words of the poll do not tell it: many are empty, and a list with Bertrand is
/// called so whether Zemmour, who took a third of Le Pen's voters, stands or not.
fn hypothesis(candidates: &[String]) -> String {
    let stands = |name: &&str| candidates.iter().any(|one| one == name);
    let is_contested =
        |one: &&String| !MAIN.contains(&one.as_str()) && !MINOR.contains(&one.as_str());
    let mut names: Vec<&str> =
        candidates.iter().filter(is_contested).map(|one| surname(one)).collect();
    names.sort_unstable();
    let absent = MAIN.iter().filter(|name| !stands(name)).flat_map(|name| ["sans", surname(name)]);
    names.extend(absent);
    names.join("-")
}

/// Those on nearly every list whose absence changes the others' shares.
const MAIN: &[&str] = &["emmanuel-macron", "jean-luc-melenchon", "marine-le-pen"];

/// Those on nearly every list, or with next to nobody's vote: whether they stand does
/// not make a list another one.
const MINOR: &[&str] = &[
    "autre",
    "fabien-roussel",
    "florian-philippot",
    "francois-asselineau",
    "helene-thouy",
    "jacques-cheminade",
    "jean-christophe-lagarde",
    "jean-frederic-poisson",
    "jean-lassalle",
    "nathalie-arthaud",
    "nicolas-dupont-aignan",
    "philippe-poutou",
];

/// The name without the first one: `le-pen` of `marine-le-pen`.
fn surname(name: &str) -> &str {
    let after_double = name.strip_prefix("jean-luc-");
    let after_first = || name.split_once('-').map(|(_, surname)| surname);
    after_double.or_else(after_first).unwrap_or(name)
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
        note: Some(row.get("hypothese")).filter(|words| !words.is_empty()).map(str::to_owned),
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
    fn a_list_is_told_by_those_who_stand_on_some_lists_only() {
        let list = |names: &[&str]| {
            hypothesis(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())
        };
        let main = ["emmanuel-macron", "jean-luc-melenchon", "marine-le-pen"];
        let with = |others: &[&str]| list(&[&main, others].concat());
        assert_eq!(with(&["nathalie-arthaud"]), "");
        assert_eq!(with(&["xavier-bertrand", "anne-hidalgo"]), "bertrand-hidalgo");
        assert_ne!(with(&["xavier-bertrand"]), with(&["xavier-bertrand", "eric-zemmour"]));
        assert_eq!(with(&["jean-lassalle", "eric-zemmour"]), with(&["eric-zemmour"]));
        assert_eq!(
            list(&["emmanuel-macron", "anne-hidalgo"]),
            "hidalgo-sans-melenchon-sans-le-pen"
        );
    }
}
