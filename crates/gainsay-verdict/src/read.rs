//! Reading a file of verdicts. Each block is read by itself.

mod fields;

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location,
    document::Document,
    facts::{Dimension, Directness, Field, Form, Problem, Status, VerdictProblem, WordKind},
    vocabulary::nearest,
};
use jiff::{ToSpan as _, civil::Date};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use self::fields::{Block, Told};
use crate::{
    given::Given,
    relied::Relied,
    verdict::{Rejection, Verdict, Verdicts, latest},
};

/// The version of the form of the files.
pub(crate) const SCHEMA: i64 = 1;

const FILE: [&str; 3] = ["schema", "verdict", "rejection"];

const VERDICT: [&str; 9] =
    ["finding", "status", "cause", "directness", "reason", "who", "on", "until", "evidence"];

const REJECTION: [&str; 5] = ["study", "reason", "who", "on", "until"];

/// Reads what can be read of a file; the rest is told with its place.
pub(crate) fn read(
    document: &Document,
    base: &EvidenceBase,
    today: Date,
) -> (Verdicts, Vec<Diagnostic>) {
    let mut told = Told::new(document);
    let text = told.text();
    let (file, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let message = error.message().to_owned();
        told.tell(error.span().unwrap_or_default(), Problem::Syntax { message });
    }
    let file = Block { table: file.get_ref(), at: 0..0 };
    let mut verdicts = Verdicts::default();
    if !told.has_schema(&file) {
        return (verdicts, told.diagnostics);
    }
    told.only(&file, &FILE);
    for block in told.blocks(&file, "verdict") {
        verdicts.verdicts.extend(verdict(&block, &mut told, today));
    }
    for block in told.blocks(&file, "rejection") {
        verdicts.rejections.extend(rejection(&block, &mut told, base, today));
    }
    (verdicts, told.diagnostics)
}

fn verdict(block: &Block<'_>, told: &mut Told<'_>, today: Date) -> Option<Verdict> {
    told.only(block, &VERDICT);
    let finding = told.needed_text(block, "finding");
    let status = told.needed_text(block, "status").and_then(|(word, at)| {
        let known = Status::ALL.map(|one| (one.name(), one));
        told.word(WordKind::Status, &word, &at, &known)
    });
    let cause = causes(block, told);
    let directness = directness(block, told);
    let evidence = evidence(block, told);
    let (reason, who) = (told.needed_text(block, "reason"), told.needed_text(block, "who"));
    let (on, until) = term(block, told, today);
    let (finding, at) = finding?;
    let (status, (on, _)) = (status?, on?);
    if status == Status::Explained && cause.as_ref()?.is_empty() {
        told.tell(at, Problem::Verdict(VerdictProblem::NoCause));
        return None;
    }
    let (until, ends_at) = until?.unwrap_or((latest(on), 0..0));
    if until > latest(on) {
        let latest = latest(on);
        told.tell(ends_at, Problem::Verdict(VerdictProblem::TooLong { latest }));
        return None;
    }
    Some(Verdict {
        finding,
        given: Given { status, cause: cause?, directness: directness?, reason: reason?.0 },
        who: who?.0,
        on,
        until,
        evidence: evidence?,
        at: told.location(at),
    })
}

fn rejection(
    block: &Block<'_>,
    told: &mut Told<'_>,
    base: &EvidenceBase,
    today: Date,
) -> Option<Rejection> {
    told.only(block, &REJECTION);
    let study = told.needed_text(block, "study");
    let (reason, who) = (told.needed_text(block, "reason"), told.needed_text(block, "who"));
    let (on, until) = term(block, told, today);
    let (study, at) = study?;
    if !base.studies.contains_key(&study) {
        let nearest = nearest(&study, base.studies.keys().map(String::as_str)).map(str::to_owned);
        let kind = WordKind::Study;
        told.tell(at, Problem::UnknownWord { kind, word: study, nearest });
        return None;
    }
    let until = until?.map(|(date, _)| date);
    Some(Rejection {
        study,
        reason: reason?.0,
        who: who?.0,
        on: on?.0,
        until,
        at: told.location(at),
    })
}

type Dated = (Date, std::ops::Range<usize>);

/// The first and the last day; the last may be absent. None where one is not right.
fn term(
    block: &Block<'_>,
    told: &mut Told<'_>,
    today: Date,
) -> (Option<Dated>, Option<Option<Dated>>) {
    let on = told.needed(block, "on").and_then(|value| told.date("on", value));
    let until = match block.get("until") {
        None => Some(None),
        Some(value) => told.date("until", value).map(Some),
    };
    // Where the reviewer is, it may be tomorrow already.
    if let Some((_, at)) = on.as_ref().filter(|(on, _)| today.saturating_add(1.day()) < *on) {
        told.tell(at.clone(), Problem::Verdict(VerdictProblem::Early { today }));
        return (None, None);
    }
    if let (Some((on, _)), Some(Some((until, at)))) = (&on, &until)
        && until < on
    {
        told.tell(at.clone(), Problem::Verdict(VerdictProblem::Backwards));
        return (None, None);
    }
    (on, until)
}

fn causes(block: &Block<'_>, told: &mut Told<'_>) -> Option<Vec<Dimension>> {
    let Some(value) = block.get("cause") else { return Some(Vec::new()) };
    let Some(words) = value.get_ref().as_array() else {
        return told.form("cause", value, Form::List);
    };
    let known = Dimension::ALL.map(|one| (one.name(), one));
    let read: Vec<Option<Dimension>> = words
        .iter()
        .map(|word| {
            let (word, at) = told.text_of("cause", word)?;
            told.word(WordKind::Dimension, &word, &at, &known)
        })
        .collect();
    let mut causes: Vec<Dimension> = read.into_iter().collect::<Option<_>>()?;
    causes.sort();
    causes.dedup();
    Some(causes)
}

fn directness(
    block: &Block<'_>,
    told: &mut Told<'_>,
) -> Option<std::collections::BTreeMap<Dimension, Directness>> {
    let Some(value) = block.get("directness") else { return Some(Default::default()) };
    let Some(ratings) = value.get_ref().as_table() else {
        return told.form("directness", value, Form::Table);
    };
    let dimensions = Dimension::ALL.map(|one| (one.name(), one));
    let degrees = Directness::ALL.map(|one| (one.name(), one));
    let read: Vec<_> = ratings
        .iter()
        .map(|(name, degree)| {
            let dimension =
                told.word(WordKind::Dimension, name.get_ref(), &name.span(), &dimensions)?;
            let (degree, at) = told.text_of("directness", degree)?;
            Some((dimension, told.word(WordKind::Directness, &degree, &at, &degrees)?))
        })
        .collect();
    read.into_iter().collect()
}

fn evidence(block: &Block<'_>, told: &mut Told<'_>) -> Option<Vec<Relied>> {
    let Some(value) = block.get("evidence") else { return Some(Vec::new()) };
    let Some(entries) = value.get_ref().as_array() else {
        return told.form("evidence", value, Form::List);
    };
    let read: Vec<_> = entries.iter().map(|entry| relied(entry, told)).collect();
    let mut evidence: Vec<Relied> = read.into_iter().collect::<Option<_>>()?;
    evidence.sort_by(|one, other| one.claim.cmp(&other.claim));
    Some(evidence)
}

fn relied(entry: &Spanned<DeValue<'_>>, told: &mut Told<'_>) -> Option<Relied> {
    let Some(table) = entry.get_ref().as_table() else {
        return told.form("evidence", entry, Form::Table);
    };
    let block = Block { table, at: entry.span() };
    let mut names = vec!["claim", "digest"];
    names.extend(Field::ALL.map(Field::name));
    told.only(&block, &names);
    let (claim, digest) = (told.needed_text(&block, "claim"), told.needed_text(&block, "digest"));
    let stated = Field::ALL.into_iter().filter_map(|field| Some((field, block.get(field.name())?)));
    let read: Vec<_> =
        stated.map(|(field, value)| Some((field, told.text_of(field.name(), value)?.0))).collect();
    let fields = read.into_iter().collect::<Option<_>>()?;
    Some(Relied { claim: claim?.0, digest: digest?.0, fields })
}

impl Told<'_> {
    fn location(&self, at: std::ops::Range<usize>) -> Location {
        self.document.location(self.on_text(at))
    }
}

#[cfg(test)]
mod tests;
