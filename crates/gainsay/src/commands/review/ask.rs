//! Asking a reviewer, finding by finding.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::BufRead,
};

use gainsay_claims::{
    Diagnostic, Lang,
    facts::{Dimension, ReviewState, Status},
};
use gainsay_report::{
    Speaker,
    review::{self, Question, Unread, dimension, rating},
    terminal,
};
use gainsay_verdict::{Given, differences};

use super::desk::{Desk, Rejected};
use crate::{draft::STDIN, refusal::Refusal};

type Show<'a> = &'a mut dyn FnMut(&str) -> Result<(), Refusal>;

/// Shows each finding and asks what it is, until all are answered or the reviewer leaves.
pub(super) fn ask(
    desk: &mut Desk<'_>,
    chosen: Vec<Diagnostic>,
    lang: Lang,
    input: &mut dyn BufRead,
    show: Show<'_>,
) -> Result<(), Refusal> {
    show(&review::backlog(Speaker::new(&desk.opened.base, lang), &chosen))?;
    // Who cannot sign is told before he has answered anything.
    desk.who()?;
    let mut open: Vec<Diagnostic> = chosen.into_iter().rev().collect();
    let mut talk = Talk { lang, input, show };
    while let Some(finding) = open.pop() {
        talk.present(desk, &finding, open.len())?;
        match talk.answer(desk, &finding)? {
            Next::Another => {}
            Next::Left => break,
            Next::Rejected => {
                open.push(finding);
                open = as_now(desk, open);
            }
        }
    }
    Ok(())
}

/// Findings as they are once a study was rejected: what rested on it is not found any more,
/// or differs now. What others still disagree on is still to be answered.
fn as_now(desk: &Desk<'_>, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let now = desk.findings().into_iter().map(|one| (one.key(), one));
    let mut now: BTreeMap<String, Diagnostic> = now.collect();
    let still = |before: Diagnostic| {
        let now = now.remove(&before.key())?;
        (!now.is_settled() || now.review == before.review).then_some(now)
    };
    findings.into_iter().filter_map(still).collect()
}

/// What comes after a finding.
enum Next {
    Another,
    Rejected,
    Left,
}

struct Talk<'a> {
    lang: Lang,
    input: &'a mut dyn BufRead,
    show: Show<'a>,
}

impl Talk<'_> {
    /// Shows a finding; one that was answered before with what changed since, and no more.
    fn present(
        &mut self,
        desk: &Desk<'_>,
        finding: &Diagnostic,
        left: usize,
    ) -> Result<(), Refusal> {
        let speaker = Speaker::new(&desk.opened.base, self.lang);
        let is_new = finding.review.as_ref().is_none_or(|one| one.state == ReviewState::Open);
        let text = match is_new {
            true => terminal::render(speaker, finding, true),
            false => review::entry(speaker, finding),
        };
        (self.show)(&format!("\n{text}{}", review::left(self.lang, left)))
    }

    /// Asks until there is an answer.
    fn answer(&mut self, desk: &mut Desk<'_>, finding: &Diagnostic) -> Result<Next, Refusal> {
        loop {
            let Some(key) = self.line(&review::prompt(self.lang))? else { return Ok(Next::Left) };
            let letter = key.chars().next().map(|letter| letter.to_ascii_lowercase());
            let given = match letter {
                Some('a') => self.accepted(desk, finding)?,
                Some('e') => self.explained(finding)?,
                Some('c') => self.with_reason(Status::Confirmed)?,
                Some('f') => self.with_reason(Status::FalsePositive)?,
                Some('d') if finding.is_disputed() => {
                    (self.show)(&review::disputed(self.lang, &finding.key()))?;
                    None
                }
                Some('d') => self.with_reason(Status::Deferred)?,
                Some('r') => match self.rejected(desk, finding)? {
                    true => return Ok(Next::Rejected),
                    false => None,
                },
                Some('s') => return Ok(Next::Another),
                Some('q') => return Ok(Next::Left),
                None | Some('?') => {
                    (self.show)(&review::help(self.lang))?;
                    None
                }
                Some(_) => {
                    let lead = review::unknown_key(self.lang, &key);
                    (self.show)(&(lead + &review::help(self.lang)))?;
                    None
                }
            };
            if let Some(given) = given {
                for (verdict, file) in desk.record(vec![(finding, given)])? {
                    let (key, until) = (&verdict.finding, verdict.until);
                    (self.show)(&review::recorded(
                        self.lang,
                        key,
                        verdict.given.status,
                        until,
                        &file,
                    ))?;
                }
                return Ok(Next::Another);
            }
        }
    }

    /// The same as before, or explained by what the rule names.
    fn accepted(
        &mut self,
        desk: &Desk<'_>,
        finding: &Diagnostic,
    ) -> Result<Option<Given>, Refusal> {
        if let Some(before) = desk.before(finding) {
            return Ok(Some(before.given.clone()));
        }
        let cause = differences(finding);
        if cause.is_empty() {
            (self.show)(&review::no_difference(self.lang))?;
            return Ok(None);
        }
        let given = self.with_reason(Status::Explained)?;
        Ok(given.map(|given| Given { cause, ..given }))
    }

    fn explained(&mut self, finding: &Diagnostic) -> Result<Option<Given>, Refusal> {
        let named = differences(finding);
        let Some(cause) = self.causes(&named)? else { return Ok(None) };
        let Some(ratings) = self.words(Question::Directness, rating)? else { return Ok(None) };
        let directness: BTreeMap<_, _> = ratings.into_iter().collect();
        let given = self.with_reason(Status::Explained)?;
        Ok(given.map(|given| Given { cause, directness, ..given }))
    }

    /// In what the studies differ: what the rule names, unless something else is said.
    fn causes(&mut self, named: &[Dimension]) -> Result<Option<Vec<Dimension>>, Refusal> {
        loop {
            let Some(mut causes) = self.words(Question::Causes(named), dimension)? else {
                return Ok(None);
            };
            if causes.is_empty() {
                causes = named.to_vec();
            }
            causes.sort();
            causes.dedup();
            if !causes.is_empty() {
                return Ok(Some(causes));
            }
            (self.show)(&review::unanswered(self.lang))?;
        }
    }

    /// Asks for words until each is one that can be read.
    fn words<T>(
        &mut self,
        question: Question<'_>,
        read: impl Fn(&str) -> Result<T, Unread>,
    ) -> Result<Option<Vec<T>>, Refusal> {
        loop {
            let Some(line) = self.line(&review::question(self.lang, question))? else {
                return Ok(None);
            };
            let words = line.split([' ', ',']).filter(|word| !word.is_empty());
            match words.map(&read).collect::<Result<Vec<T>, Unread>>() {
                Ok(read) => return Ok(Some(read)),
                Err(why) => (self.show)(&(review::unread(self.lang, why) + "\n"))?,
            }
        }
    }

    /// A status with its reason. None: the reviewer went back.
    fn with_reason(&mut self, status: Status) -> Result<Option<Given>, Refusal> {
        let usual = review::usual_reason(self.lang, status);
        let given =
            |reason| Given { status, cause: Vec::new(), directness: BTreeMap::new(), reason };
        Ok(self.reason(usual)?.map(given))
    }

    /// Asks until something is said, or left at what is usual. None: the reviewer went back.
    fn reason(&mut self, usual: Option<&str>) -> Result<Option<String>, Refusal> {
        loop {
            let question = review::question(self.lang, Question::Reason(usual));
            let Some(line) = self.line(&question)? else { return Ok(None) };
            match (line.is_empty(), usual) {
                (false, _) => return Ok(Some(line)),
                (true, Some(usual)) => return Ok(Some(usual.to_owned())),
                (true, None) => (self.show)(&review::unanswered(self.lang))?,
            }
        }
    }

    /// Rejects one of the studies of a finding, by its number.
    fn rejected(&mut self, desk: &mut Desk<'_>, finding: &Diagnostic) -> Result<bool, Refusal> {
        let claims = finding.claims.iter().filter_map(|id| desk.opened.base.claims.get(id));
        let counting = claims.filter(|claim| !desk.opened.base.is_rejected(claim));
        let studies: BTreeSet<String> =
            counting.filter_map(|claim| claim.study().map(str::to_owned)).collect();
        let studies: Vec<String> = studies.into_iter().collect();
        let asked = self.line(&review::question(self.lang, Question::Study(&studies)))?;
        let number = asked.and_then(|line| line.parse::<usize>().ok());
        let Some(study) = number.and_then(|number| studies.get(number.checked_sub(1)?)) else {
            return Ok(false);
        };
        let Some(reason) = self.reason(None)? else { return Ok(false) };
        let Rejected { file, shaken: [stale, unmatched] } = desk.reject(study, reason)?;
        let told = review::rejected(self.lang, study, &file);
        (self.show)(&(told + &review::shaken(self.lang, stale, unmatched)))?;
        Ok(true)
    }

    /// The next line; none where the input ends or Ctrl-D was typed, after which the cursor
    /// is put on a line of its own. What is no text is asked for again.
    fn line(&mut self, prompt: &str) -> Result<Option<String>, Refusal> {
        loop {
            (self.show)(prompt)?;
            let mut line = Vec::new();
            let unread = |error| Refusal::Unreadable { file: STDIN.into(), error };
            if self.input.read_until(b'\n', &mut line).map_err(unread)? == 0 {
                (self.show)("\n")?;
                return Ok(None);
            }
            if let Ok(line) = String::from_utf8(line) {
                return Ok(Some(line.trim().to_owned()));
            }
            (self.show)(&review::not_text(self.lang))?;
        }
    }
}

#[cfg(test)]
mod tests;
