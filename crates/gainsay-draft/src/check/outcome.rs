//! Decides what the base knows of a figure.

use std::collections::BTreeSet;

use gainsay_claims::{
    EvidenceBase,
    claim::Statement,
    facts::Match,
    sample::Sample,
    study::Study,
    value::{self, Quantity},
};

use super::Outcome;
use crate::{
    figures::Kind,
    restate::denies,
    said::Said,
    score::{FigureFit, Likeness},
};

/// From this score on, a claim is what a figure says. Tuned on one half of the corpus.
const FOUND: f64 = 0.58;
/// So much of the subject must be named, unless the source is.
const SUBJECT: f64 = 0.25;
/// So much of it, for a claim with another figure to be the one that is meant.
const SAME_SUBJECT: f64 = 0.5;
/// So much of it, for a claim of the source that is named.
const SOME_SUBJECT: f64 = 0.3;
/// From here on, a source is named for this figure, or was the last one talked about.
const NAMED: f64 = 0.65;
/// From here on, a source is named in the sentence.
const NAMED_HERE: f64 = 0.9;
/// The score from which on it is enough that the source is named.
const FOUND_BY_SOURCE: f64 = 0.5;
/// How far a number of people may be rounded, as a fraction of it.
const ROUNDED: f64 = 0.05;
/// So much more alike than any other, for a claim to stand out.
const APART: f64 = 0.08;
/// How many of the nearest claims are offered.
const OFFERED: usize = 3;

/// What the base knows of a figure.
pub(super) fn of(said: &Said<'_>, ranked: &[Likeness<'_>], base: &EvidenceBase) -> Outcome {
    match said.figure.kind {
        Kind::SampleSize => match found(said, ranked) {
            Some(found) => Outcome::Found(found),
            None => size(said, base),
        },
        Kind::Number => match found(said, ranked) {
            Some(found) => Outcome::Found(found),
            None => match size(said, base) {
                Outcome::Size(study) => Outcome::Size(study),
                _ => Outcome::NotChecked,
            },
        },
        Kind::Finding if is_universal(said) => universal(ranked),
        Kind::Finding => finding(said, ranked),
    }
}

fn finding(said: &Said<'_>, ranked: &[Likeness<'_>]) -> Outcome {
    if let Some(found) = found(said, ranked) {
        return Outcome::Found(found);
    }
    if is_vague(said) || is_whole(said) || is_price(said, ranked) {
        return Outcome::NotChecked;
    }
    match (of_another_study(said, ranked), with_another_figure(ranked)) {
        (Some(other), Some(differs)) if other.subject >= differs.subject => {
            return Outcome::OtherStudy(other.to_match());
        }
        (_, Some(differs)) => return Outcome::Differs(differs.to_match()),
        (Some(other), None) => return Outcome::OtherStudy(other.to_match()),
        (None, None) => {}
    }
    let about = if is_named(said) { SUBJECT } else { SAME_SUBJECT };
    if is_in_words(said) && !ranked.iter().any(|one| one.subject >= about) {
        return Outcome::NotChecked;
    }
    let near = ranked.iter().filter(|one| one.score > 0.25 && one.subject > 0.0);
    Outcome::NotFound(near.take(OFFERED).map(Likeness::to_match).collect())
}

/// The most alike claim with the same figure, if it is alike enough.
fn found(said: &Said<'_>, ranked: &[Likeness<'_>]) -> Option<Match> {
    let fits = |one: &&Likeness<'_>| match one.figure {
        FigureFit::Same => one.source >= -0.5,
        FigureFit::OtherUnit => one.source >= NAMED && one.subject >= SUBJECT,
        FigureFit::Complement => {
            is_precise(said) && one.source >= NAMED_HERE && one.subject >= SAME_SUBJECT
        }
        FigureFit::Other => false,
    };
    let is_alike = |one: &&Likeness<'_>| {
        let by_subject = one.subject >= SUBJECT && one.score >= FOUND;
        let by_source = one.source >= NAMED
            && one.score >= FOUND_BY_SOURCE
            && (one.subject > 0.0 || is_precise(said) || is_only_one(one, ranked));
        by_subject || by_source || stands_out(one, ranked)
    };
    ranked.iter().filter(fits).find(is_alike).map(Likeness::to_match)
}

/// The claim of somebody who restated a study before, if that is what the draft says.
pub(super) fn retold(said: &Said<'_>, ranked: &[Likeness<'_>]) -> Option<Match> {
    let is_alike = |one: &&Likeness<'_>| {
        one.figure == FigureFit::Same
            && one.subject >= SUBJECT
            && one.score >= FOUND
            && one.source >= 0.0
    };
    let is_told = said.figure.kind == Kind::Finding && !is_universal(said);
    ranked.iter().filter(|_| is_told).find(is_alike).map(Likeness::to_match)
}

/// Whether the source that is named gives such a figure of one proposition only.
fn is_only_one(best: &Likeness<'_>, ranked: &[Likeness<'_>]) -> bool {
    let own = ranked.iter().filter(|one| one.source >= NAMED && one.figure == FigureFit::Same);
    own.into_iter().all(|one| one.claim.proposition == best.claim.proposition)
}

/// Whether no source is named, and the figure and subject are those of one proposition
/// rather than of any other.
fn stands_out(best: &Likeness<'_>, ranked: &[Likeness<'_>]) -> bool {
    let same = ranked.iter().filter(|one| one.figure == FigureFit::Same);
    let next = same.filter(|one| one.claim.proposition != best.claim.proposition);
    let next = next.map(|one| one.score).fold(0.0, f64::max);
    best.source >= 0.0
        && best.subject > 0.0
        && best.score >= FOUND_BY_SOURCE
        && best.score >= next + APART
}

fn is_precise(said: &Said<'_>) -> bool {
    match &said.figure.reading.quantity {
        Quantity::Share { hard, .. } => hard.hi_f64() - hard.lo_f64() <= 0.06,
        _ => true,
    }
}

/// The claim of a study that is not named with the same figure on the same subject.
fn of_another_study<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    let is_other = |one: &&Likeness<'_>| {
        one.figure == FigureFit::Same
            && one.source < -0.5
            && one.subject >= SAME_SUBJECT
            && !one.is_of_others
            && one.claim.said.negated == denies(said.clause_text(), said.lang())
    };
    let other = ranked.iter().filter(is_other).max_by(|a, b| a.subject.total_cmp(&b.subject));
    let in_digits = said.figure.reading.kind == value::Kind::Exact;
    other.filter(|_| in_digits && is_precise(said))
}

/// The claim of the named study on the subject, whose figure is another one.
fn with_another_figure<'a, 'b>(ranked: &'a [Likeness<'b>]) -> Option<&'a Likeness<'b>> {
    let is_meant = |one: &&Likeness<'_>| {
        one.source >= NAMED
            && one.subject >= SOME_SUBJECT
            && matches!(
                one.claim.statement,
                Statement::Share(_) | Statement::Change(_) | Statement::Money(_)
            )
    };
    ranked.iter().find(is_meant)
}

/// The study that asked so many people, of those that are named.
fn size(said: &Said<'_>, base: &EvidenceBase) -> Outcome {
    let Quantity::Count { set } = &said.figure.reading.quantity else {
        return Outcome::NotChecked;
    };
    let named = said.sources.iter().filter(|one| one.nearness >= NAMED);
    let ids: BTreeSet<&String> = named.flat_map(|one| one.studies.iter()).collect();
    let studies = ids.into_iter().filter_map(|id| base.studies.get(id));
    let sized: Vec<(&String, BTreeSet<u64>)> = studies
        .map(|study| (&study.id, asked(study, base)))
        .filter(|(_, asked)| !asked.is_empty())
        .collect();
    let fits = |n: &u64| {
        #[expect(clippy::cast_precision_loss, reason = "numbers of people are far below 2^52")]
        let n = *n as f64;
        let hi = set.hi_f64().unwrap_or(f64::INFINITY);
        (1.0 - ROUNDED) * set.lo_f64() <= n && n <= (1.0 + ROUNDED) * hi
    };
    match (sized.iter().find(|(_, asked)| asked.iter().any(fits)), sized.as_slice()) {
        (Some((study, _)), _) => Outcome::Size((*study).clone()),
        (None, [(only, _)]) => Outcome::SizeDiffers((*only).clone()),
        _ => Outcome::NotChecked,
    }
}

/// How many people a study asked, in all and of each base.
fn asked(study: &Study, base: &EvidenceBase) -> BTreeSet<u64> {
    let claims = base.claims.values().filter(|claim| claim.study() == Some(&study.id));
    let all = std::iter::once(&study.n).chain(&study.n_elsewhere);
    all.chain(claims.map(|claim| &claim.n)).filter_map(number).collect()
}

fn number(sample: &Sample) -> Option<u64> {
    match *sample {
        Sample::Exactly(n) | Sample::About(n) | Sample::AtLeast(n) | Sample::AtMost(n) => Some(n),
        Sample::Between(lo, hi) => Some(u64::midpoint(lo, hi)),
        Sample::Unknown | Sample::Census => None,
    }
}

/// Whether the words allow no exception.
fn is_universal(said: &Said<'_>) -> bool {
    const OF: &[&str] = &[
        "among", "of", "for", "in", "to", "parmi", "de", "chez", "pour", "à", "sont", "étaient",
        "sommes", "êtes", "are", "were",
    ];
    let before = said.passage.prose.text().get(..said.figure.span.start).unwrap_or_default();
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    matches!(said.figure.reading.kind, value::Kind::None | value::Kind::All)
        && !OF.contains(&last.as_str())
}

/// Whether the words are no number: "most", "few".
fn is_vague(said: &Said<'_>) -> bool {
    !matches!(said.figure.reading.kind, value::Kind::Exact | value::Kind::Fraction)
}

/// Whether a source is named in the sentence.
fn is_named(said: &Said<'_>) -> bool {
    said.sources.first().is_some_and(|one| one.nearness >= NAMED_HERE)
}

/// "Half of the file", where nothing says that people were asked.
fn is_in_words(said: &Said<'_>) -> bool {
    let text = said.passage.prose.text().get(said.figure.span.clone()).unwrap_or_default();
    !text.contains(|sign: char| sign.is_numeric())
}

/// "5 out of 5" is a mark on a scale.
fn is_whole(said: &Said<'_>) -> bool {
    let Quantity::Share { hard, .. } = &said.figure.reading.quantity else { return false };
    said.figure.reading.kind == value::Kind::Fraction && hard.hi_f64() >= 1.0
}

/// An amount of money beside which nothing speaks of what the base knows.
fn is_price(said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    matches!(said.figure.reading.quantity, Quantity::Money { .. } | Quantity::Count { .. })
        && !ranked.iter().any(|one| one.source >= 0.9 && one.subject >= SAME_SUBJECT)
}

/// What a universal is about, if the base has shares of it.
fn universal(ranked: &[Likeness<'_>]) -> Outcome {
    let about = ranked.iter().filter(|one| {
        matches!(one.claim.statement, Statement::Share(_)) && one.subject >= SAME_SUBJECT
    });
    let best =
        about.max_by(|a, b| a.subject.total_cmp(&b.subject).then(b.claim.id.cmp(&a.claim.id)));
    best.map_or(Outcome::NotChecked, |one| Outcome::Universal(one.to_match()))
}
