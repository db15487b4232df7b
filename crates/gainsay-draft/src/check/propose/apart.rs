//! Figures of another time, or of other people, than those of the study.

use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

use gainsay_claims::{Lang, period::Period, value::Quantity};

use super::tally::{IN_CLAUSE, period};
use crate::{
    figures::{self, Figure},
    lexicon::Term,
    lists::{List, RESPONDENTS},
    phrases,
    said::{Near, Read, Said},
};

static COMPARING: LazyLock<List> = LazyLock::new(|| list("comparing"));
pub(super) static AGO: LazyLock<List> = LazyLock::new(|| list("ago"));
static NOW: LazyLock<List> = LazyLock::new(|| list("now"));
static SINCE: LazyLock<List> = LazyLock::new(|| list("since"));
static WITHIN: LazyLock<List> = LazyLock::new(|| list("within"));
static OF_PERIOD: LazyLock<List> = LazyLock::new(|| list("of-period"));
static SAME_PEOPLE: LazyLock<List> = LazyLock::new(|| list("same-people"));
static AGED: LazyLock<List> = LazyLock::new(|| list("aged"));
static ALL_PEOPLE: LazyLock<List> = LazyLock::new(|| list("all-people"));
static RANGING: LazyLock<List> = LazyLock::new(|| list("ranging"));
static AMONG: LazyLock<List> = LazyLock::new(|| list("among"));
static ARE: LazyLock<List> = LazyLock::new(|| list("are"));

pub(super) fn list(name: &str) -> List {
    List::named(include_str!("../../../data/apart.txt"), name)
}

/// How many words may stand between "against" and its figure.
const COMPARED_WITHIN: usize = 3;

/// How a figure is told apart from those of the study.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Apart {
    /// The period that it is of, as written: "2023".
    pub period: Option<String>,
    /// Of a change, the one that it starts from.
    pub since: Option<String>,
    /// Whether another figure is only compared with it: "against 41 %".
    pub is_compared: bool,
    /// Why it may be of something else than the study, where no words tell exactly of what.
    pub doubt: Option<Doubt>,
    /// Years beside it that may be its own.
    pub years: Vec<i16>,
}

impl Apart {
    pub(super) fn says_nothing(&self) -> bool {
        self.period.is_none() && self.doubt.is_none() && !self.is_compared
    }
}

/// What a figure may be of, other than what the study is of; the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another time: "a year ago".
    Time(String),
    /// Another time or other people: what "against" stands before.
    Compared,
    /// People of whom the vocabulary has no word: "58 % of *women*".
    People(String),
}

/// A figure and the part of its sentence that tells of when and whom it is.
struct Part<'a> {
    said: &'a Said<'a>,
    read: &'a Read<'a>,
    span: Range<usize>,
    /// Where the figure before ends, or the sentence begins.
    from: usize,
    is_in_brackets: bool,
    is_compared: bool,
}

/// Tells a figure apart; `people` are those whom it is of, where the vocabulary has a word for
/// them. A vocabulary that names no groups at all cannot be asked for one.
pub(super) fn of(
    said: &Said<'_>,
    read: &Read<'_>,
    people: Option<&Near<'_>>,
    names_groups: bool,
) -> Apart {
    let part = Part::new(said, read);
    let (periods, years) = part.periods();
    let mut apart = Apart { is_compared: part.is_compared, years, ..Apart::default() };
    let only = (periods.len() == 1).then(|| periods[0].clone());
    if is_change(said) {
        apart.since = only;
        apart.doubt = part.groups().map(Doubt::People);
        return apart;
    }
    // "45 % (41 % in 2023)"
    apart.is_compared |= part.is_in_brackets && !periods.is_empty();
    let opening = part.opening().filter(|_| !part.is_of_now());
    // What stands behind a semicolon may be of another time.
    let (opening, may_be) = if part.is_parted() { (None, opening) } else { (opening, None) };
    if let (None, Some(Ok(words))) = (&only, may_be) {
        let year = words.get(words.len().saturating_sub(YEAR)..).unwrap_or_default();
        apart.years.extend(year.parse::<i16>());
    }
    apart.period = only.or_else(|| opening.clone().and_then(Result::ok));
    let time = part.ago().or_else(|| opening.and_then(Result::err));
    let some_people = part.some_people(people).filter(|_| names_groups);
    apart.doubt = match (time.filter(|_| apart.period.is_none()), some_people) {
        (Some(words), _) => Some(Doubt::Time(words)),
        (None, Some(words)) => Some(Doubt::People(words)),
        (None, None) => {
            let is_told = apart.period.is_some() || people.is_some() || part.names_place();
            let is_told = is_told || part.is_of_same_people();
            (part.is_compared && !is_told).then_some(Doubt::Compared)
        }
    };
    apart
}

fn is_change(said: &Said<'_>) -> bool {
    let quantity = &said.figure.reading.quantity;
    matches!(quantity, Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_))
}

impl<'a> Part<'a> {
    fn new(said: &'a Said<'a>, read: &'a Read<'a>) -> Self {
        let (figure, clause) = (said.figure, &said.clause);
        let at = read.figures.partition_point(|one| one.span.start < figure.span.start);
        let last = read.figures[..at].last().filter(|one| one.sentence == figure.sentence);
        let from = last.map_or(figure.sentence.start, |last| last.span.end);
        let text = read.passage.prose.text();
        let before = text.get(from..figure.span.start).unwrap_or_default();
        let opened = before.rfind('(').filter(|at| !before[*at..].contains(')'));
        let span = match opened {
            Some(at) => {
                let behind = text.get(figure.span.end..figure.sentence.end).unwrap_or_default();
                let behind = first_of(behind, 2 * OPENING);
                let end = behind.find(')').unwrap_or(behind.len());
                from + at + 1..figure.span.end + end
            }
            None => clause.start.max(from).min(figure.span.start)..clause.end,
        };
        let is_in_brackets = opened.is_some();
        let mut part = Self { said, read, span, from, is_in_brackets, is_compared: false };
        part.is_compared = part.stands_behind_comparison() || part.is_start(figure, at);
        part
    }

    fn text(&self, span: Range<usize>) -> &'a str {
        self.read.passage.prose.text().get(span).unwrap_or_default()
    }

    fn lang(&self) -> Lang {
        self.read.passage.lang
    }

    /// "Against only 41 %", "up from 41%".
    fn stands_behind_comparison(&self) -> bool {
        let before = self.text(self.from..self.said.figure.span.start);
        let last = phrases::all(before, COMPARING.of(self.lang())).last();
        last.is_some_and(|at| {
            let between = &before[at.end..];
            between.split_whitespace().count() <= COMPARED_WITHIN && !between.contains([',', ';'])
        })
    }

    /// Whether something goes from this figure to the next one: "passe *de 12 %* à 18 %". What
    /// ranges from one to another tells neither of everybody.
    fn is_start(&self, figure: &Figure, at: usize) -> bool {
        let is_beside = |one: &&Figure| one.sentence == figure.sentence;
        let before = self.read.figures[..at].last().filter(is_beside);
        let after = self.read.figures.get(at + 1).filter(is_beside);
        let goes = |one: &Figure, other: &Figure| {
            let lead = phrases::word_before(self.text(0..one.span.start), one.span.start);
            let joint = phrases::word_before(self.text(0..other.span.start), other.span.start);
            ["de", "from"].contains(&&*lead) && ["à", "to"].contains(&&*joint)
        };
        let ranges = || {
            let start = before.map_or(figure.sentence.start, |one| one.span.start);
            let lead = self.text(start.saturating_sub(OPENING)..figure.span.start);
            phrases::has(lead, RANGING.of(self.lang()))
        };
        after.is_some_and(|after| goes(figure, after))
            || before.is_some_and(|before| goes(before, figure)) && ranges()
    }

    /// The years beside the figure, with their places.
    fn years(&self) -> impl Iterator<Item = &'a (usize, i16)> {
        let first = self.read.years.partition_point(|(at, _)| *at < self.span.start);
        let end = self.span.end;
        self.read.years[first..].iter().take_while(move |(at, _)| *at < end)
    }

    /// The periods that the words beside the figure say it is of; and years that may be.
    fn periods(&self) -> (Vec<String>, Vec<i16>) {
        let (mut periods, mut others) = (Vec::new(), BTreeSet::new());
        for (place, year) in self.years() {
            let words = period(self.read.passage.prose.text(), *place, *year);
            if self.is_own(&words, *place) {
                periods.push(words);
            } else {
                others.insert(*year);
            }
        }
        periods.dedup();
        (periods, others.into_iter().collect())
    }

    /// Whether a period that ends with the year at a place says of when the figure is, and not
    /// when something else was: "born in 1990". Of a change it says when it started.
    fn is_own(&self, words: &str, year: usize) -> bool {
        let end = year + YEAR;
        let start = end.saturating_sub(words.len());
        let figure = &self.said.figure.span;
        // "Paris, 12 March 2024 - ...": when it was put out.
        let is_dateline = self.text(end..figure.start).trim_start().starts_with(['-', '–', '—']);
        if is_dateline || start < self.span.start || Period::read(words, None).is_none() {
            return false;
        }
        let lead = self.text(self.span.start..start).trim_end();
        // "Between 2013 and 2016 it rose from 30 % to 38 %": the first is of no such time.
        let opens = start < figure.start && !lead.contains(char::is_alphanumeric);
        if opens && !self.is_compared {
            let behind = self.text(end..figure.start).trim_start();
            return behind.is_empty() || behind.starts_with([':', ',', ')']);
        }
        let before = |list: &List| {
            let mut phrases = list.of(self.lang()).iter();
            let phrase = phrases.find(|one| ends_with(lead, one))?;
            Some(lead[..lead.len() - phrase.len()].trim_end())
        };
        if is_change(self.said) {
            // "Plus *qu'en* 2013".
            let within = before(&WITHIN).unwrap_or_default();
            let is_since = || SINCE.of(self.lang()).iter().any(|one| ends_with(within, one));
            return before(&SINCE).is_some() || is_since();
        }
        if self.is_compared {
            return before(&WITHIN).or_else(|| before(&OF_PERIOD)).is_some();
        }
        let between = self.text(figure.end..start);
        let is_right_behind = start >= figure.end && between.split_whitespace().count() <= 2;
        before(&WITHIN).is_some_and(|before| is_right_behind || !ends_with_deed(before))
            || is_right_behind && between.trim() == "("
    }

    /// Words for another time that no calendar tells, or for one that is to come. Of what is
    /// "more than a year ago" the figure is of today.
    fn ago(&self) -> Option<String> {
        let text = self.text(self.span.clone());
        let mut found = phrases::all(text, AGO.of(self.lang()));
        let is_own = |at: &Range<usize>| {
            let before = text[..at.start].trim_end();
            let article = before.strip_suffix(" a").or(before.strip_suffix(" the"));
            let before = article.unwrap_or(before);
            self.is_compared || !SINCE.of(self.lang()).iter().any(|one| ends_with(before, one))
        };
        let ago = found.find(is_own).map(|at| text[at].to_owned());
        ago.or_else(|| {
            let mut years = self.years();
            let prose = self.read.passage.prose.text();
            let to_come = years.find(|(at, _)| phrases::word_before(prose, *at) == "by");
            to_come.map(|(_, year)| format!("by {year}"))
        })
    }

    /// The period or the words for a time with which the sentence opens, before another figure.
    fn opening(&self) -> Option<Result<String, String>> {
        let start = self.said.figure.sentence.start;
        let figures = &self.read.figures;
        let first = figures.get(figures.partition_point(|one| one.sentence.start < start))?;
        if self.is_compared || first.span == self.said.figure.span {
            return None;
        }
        let opening = first_of(self.text(start..first.span.start), OPENING);
        let opening = &opening[..opening.find(',')?];
        if let Some(at) = phrases::find(opening, AGO.of(self.lang())) {
            return Some(Err(opening[at].to_owned()));
        }
        let years = &self.read.years;
        let (place, year) = years.get(years.partition_point(|(at, _)| *at < start))?;
        let words = period(self.read.passage.prose.text(), *place, *year);
        let lead = opening.trim_start().strip_suffix(&words)?.trim_end();
        let is_lead = lead.is_empty() || WITHIN.has(self.lang(), &lead.to_lowercase());
        is_lead.then_some(Ok(words))
    }

    /// "They are 38 % *today*": whatever the sentence opens with.
    fn is_of_now(&self) -> bool {
        let behind = self.text(self.said.figure.span.end..self.span.end);
        let before = self.text(self.from..self.said.figure.span.start);
        let before = before.rsplit([',', ';']).next().unwrap_or_default();
        [before, behind].iter().any(|words| phrases::has(words, NOW.of(self.lang())))
    }

    /// Whether a semicolon parts it from the beginning of its sentence.
    fn is_parted(&self) -> bool {
        let start = self.said.figure.sentence.start;
        self.text(start..self.said.figure.span.start).contains(';')
    }

    /// "Against 41 % in Germany".
    fn names_place(&self) -> bool {
        let mut near = self.said.terms.iter().filter(|near| near.nearness >= IN_CLAUSE);
        near.any(|near| matches!(*near.hit.term, Term::Region(_)))
    }

    /// "Against 41 % who do not".
    fn is_of_same_people(&self) -> bool {
        let behind = self.text(self.said.figure.span.end..self.span.end);
        phrases::begins(behind, SAME_PEOPLE.of(self.lang()))
    }

    /// The people whom the figure is of, if they are none for whom the vocabulary has a word, or
    /// some of those only: "58 % of *women*", "of *young* shoppers", "of users *aged* 18 to 24".
    fn some_people(&self, people: Option<&Near<'_>>) -> Option<String> {
        let aged = AGED.of(self.lang());
        let text = self.text(self.span.clone());
        if let Some(at) = phrases::find(text, aged).or_else(|| years_of_age(text)) {
            let rest = text[at.start..].split([',', '.', ';', ')']).next()?;
            return Some(first_of(rest, 2 * OPENING / 3).to_owned());
        }
        let figure = &self.said.figure.span;
        if let Some(people) = people {
            let own = &people.hit.span;
            let between = self.text(figure.end..own.start);
            let is_other = |word: &&str| {
                let small = word.to_lowercase();
                !ALL_PEOPLE.has(self.lang(), &small) && !self.is_place(word)
            };
            let mut words = between.split(|one: char| !one.is_alphanumeric());
            let narrows = words.any(|word| !word.is_empty() && is_other(&word));
            return narrows.then(|| self.text(figure.end..own.end).trim().to_owned());
        }
        let behind = self.text(figure.end..self.span.end).trim_start();
        let joined = JOINTS.iter().find_map(|one| behind.strip_prefix(one));
        joined.and_then(|rest| self.people_at(rest)).or_else(|| self.people_before())
    }

    /// The people of whom the vocabulary has no word, with whom words begin; none if all are
    /// meant who were asked, or those of a place.
    fn people_at(&self, words: &str) -> Option<String> {
        let words = words.split(['.', ',', ';', ':', '(', ')']).next()?;
        let end = words.match_indices(' ').nth(2).map_or(words.len(), |(at, _)| at);
        let people = &words[..end];
        let are_asked = phrases::has(people, RESPONDENTS.of(self.lang()));
        let is_place = people.split(' ').any(|word| self.is_place(word));
        if are_asked || is_place {
            return None;
        }
        let ends = people.match_indices(' ').map(|(at, _)| at).chain([people.len()]);
        let mut named = ends.map(|end| &people[..end]).filter(|one| figures::names_people(one));
        named.next().map(|one| one.trim().to_owned())
    }

    /// "Among *women* it is 49 %", "les *femmes* sont 62 %".
    fn people_before(&self) -> Option<String> {
        let before = self.text(self.from..self.said.figure.span.start);
        if let Some(at) = phrases::all(before, AMONG.of(self.lang())).last() {
            return self.people_at(before[at.end..].trim_start());
        }
        let verb = ARE.of(self.lang()).iter().find(|verb| ends_with(before.trim_end(), verb))?;
        let subject = before.trim_end();
        let subject = subject[..subject.len() - verb.len()].trim();
        let article = ["les ", "the "].iter().find_map(|one| {
            let head = subject.get(..one.len())?;
            head.eq_ignore_ascii_case(one).then(|| &subject[one.len()..])
        });
        let subject = article.unwrap_or(subject);
        // More words tell of what somebody does or says.
        if subject.split(' ').count() > 2 { None } else { self.people_at(subject) }
    }

    /// The people of whom there are more than of others: "twice as many *women* as men".
    fn groups(&self) -> Option<String> {
        let behind = self.text(self.said.figure.span.end..self.span.end);
        let behind = behind.split(['.', ',', ';', ':', '(']).next()?.trim();
        let end = behind.match_indices(' ').nth(2).map_or(behind.len(), |(at, _)| at);
        figures::names_people(&behind[..end]).then(|| behind[..end].to_owned())
    }

    /// Whether a word is one for a place, or for those who live there.
    fn is_place(&self, word: &str) -> bool {
        let mut near = self.said.terms.iter();
        near.any(|near| matches!(*near.hit.term, Term::Region(_)) && near.words.contains(word))
    }
}

/// What stands between a figure and the people of whom it is.
const JOINTS: [&str; 9] =
    ["of the ", "of all ", "of ", "des ", "de ", "d'", "d’", "chez les ", "among "];
/// How many digits a year has.
const YEAR: usize = 4;
/// How many letters of a sentence may tell of when all its figures are.
const OPENING: usize = 60;

/// The first letters of a text.
fn first_of(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(at, _)| &text[..at])
}

/// "18-24 *ans*", "moins de 35 *ans*", with the number.
fn years_of_age(text: &str) -> Option<Range<usize>> {
    phrases::all(text, &["ans"]).find_map(|at| {
        let number = phrases::last_word(text, at.start);
        let is_number = text[number.clone()].starts_with(|sign: char| sign.is_ascii_digit());
        let is_time =
            phrases::begins(&text[at.end..], &["plus tôt", "auparavant", "avant", "après"])
                || text[..number.start].trim_end().ends_with(['a', 'n']);
        (is_number && !is_time).then_some(number.start..at.end)
    })
}

/// Whether words end with a phrase, whatever the case.
fn ends_with(words: &str, phrase: &str) -> bool {
    let Some(at) = words.len().checked_sub(phrase.len()) else { return false };
    let is_whole = words.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    is_whole && words.get(at..).is_some_and(|end| end.to_lowercase().replace('’', "'") == phrase)
}

/// Whether the last word is what was done to something then: "launched", "nés".
fn ends_with_deed(words: &str) -> bool {
    const ENDINGS: [&str; 8] = ["ed", "born", "é", "ée", "és", "ées", "made", "begun"];
    let last = words.rsplit(' ').next().unwrap_or_default();
    ENDINGS.iter().any(|ending| last.ends_with(ending))
}
