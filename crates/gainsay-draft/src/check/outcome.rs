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

use super::{Outcome, unknown};
use crate::{
    figures::Kind,
    phrases,
    said::{Named, Said},
    score::{Candidates, FigureFit, Likeness, OTHER, PERHAPS_OTHER, Which},
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
/// So surely a source is that of a figure where it is not named, or another one is nearer.
const AGAIN: f64 = 0.66;
/// From here on, it is named in the passage or its heading.
const NAMED_ITSELF: f64 = 0.76;
/// From here on, a source is named in the sentence.
const NAMED_HERE: f64 = 0.9;
/// The score from which on it is enough that the source is named.
const FOUND_BY_SOURCE: f64 = 0.5;
/// How far a number of people may be rounded, as a fraction of it.
const ROUNDED: f64 = 0.05;
/// So much more alike than any other, for a claim to stand out.
const APART: f64 = 0.08;
/// So much more of the subject must be named for the figure of another study to be chance.
const CHANCE: f64 = 0.1;
/// From this score on, a claim is near enough to be offered.
const NEAR: f64 = 0.25;
/// How many of the nearest claims are offered.
const OFFERED: usize = 3;

/// What the base knows of a figure, of which these claims may be said.
pub(super) fn of(said: &Said<'_>, candidates: &Candidates<'_>, base: &EvidenceBase) -> Outcome {
    let ranked = candidates.rank(said, Which::Likely, base);
    let found = || found(said, &ranked).map(|one| Outcome::Found(one.to_match(said, base)));
    match said.figure.kind {
        Kind::SampleSize => found().unwrap_or_else(|| size(said, base)),
        Kind::Number => found().unwrap_or_else(|| match size(said, base) {
            Outcome::Size(study) => Outcome::Size(study),
            _ => Outcome::NotChecked,
        }),
        Kind::Finding if is_universal(said) => universal(said, candidates, base),
        Kind::Finding => found().unwrap_or_else(|| not_found(said, &ranked, candidates, base)),
    }
}

/// What is to be said of a figure that no claim states.
fn not_found(
    said: &Said<'_>,
    ranked: &[Likeness<'_>],
    candidates: &Candidates<'_>,
    base: &EvidenceBase,
) -> Outcome {
    if is_vague(said) {
        let differs = majority_differs(said, ranked);
        return differs
            .map_or(Outcome::NotChecked, |one| Outcome::Differs(one.to_match(said, base)));
    }
    if is_whole(said) || is_price(said, ranked) || is_of_author(said) {
        return Outcome::NotChecked;
    }
    match (of_another_study(said, ranked), with_another_figure(said, ranked)) {
        (Some(other), Some(differs)) if other.subject + CHANCE >= differs.subject => {
            return Outcome::OtherStudy(other.to_match(said, base));
        }
        (_, Some(differs)) => {
            return match sibling(differs, ranked) {
                Some(sibling) => Outcome::Found(sibling.to_match(said, base)),
                None => Outcome::Differs(differs.to_match(said, base)),
            };
        }
        (Some(other), None) => return Outcome::OtherStudy(other.to_match(said, base)),
        (None, None) => {}
    }
    if perhaps_found(said, ranked) {
        return Outcome::NotChecked;
    }
    let all = candidates.rank(said, Which::All, base);
    if !unknown::is_finding(said, &all) {
        return Outcome::NotChecked;
    }
    let near = all.iter().filter(|one| one.score > NEAR && one.subject > 0.0);
    Outcome::NotFound(near.take(OFFERED).map(|one| one.to_match(said, base)).collect())
}

/// Whether the source that is named has this figure, of a subject that was not understood.
fn perhaps_found(said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    is_precise(said)
        && ranked.iter().any(|one| one.source >= NAMED && one.figure == FigureFit::Same)
}

/// Another answer, wave, group or country of the same study and concept that has the figure.
fn sibling<'a, 'b>(one: &Likeness<'_>, ranked: &'a [Likeness<'b>]) -> Option<&'a Likeness<'b>> {
    let concept = &one.claim.proposition.concept;
    ranked.iter().find(|other| {
        other.figure == FigureFit::Same
            && other.source > 0.0
            && other.claim.proposition.concept == *concept
            && !other.is_of_others
    })
}

/// The claim of the named study on the subject that a majority or minority in words is not
/// true of: "most" of 34 %.
fn majority_differs<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    if !matches!(said.figure.reading.kind, value::Kind::Majority | value::Kind::Minority) {
        return None;
    }
    let about = |one: &&Likeness<'_>| {
        one.source >= NAMED_ITSELF
            && one.subject >= SAME_SUBJECT
            && !one.is_of_others
            && matches!(one.claim.statement, Statement::Share(_))
    };
    let own = ranked.iter().filter(about);
    let best = own.clone().max_by(|a, b| a.subject.total_cmp(&b.subject))?;
    let fits = own.into_iter().any(|one| one.figure == FigureFit::Same);
    let is_other = best.claim.said.negated == said.denies && best.figure != FigureFit::Same;
    (is_other && !fits).then_some(best)
}

/// The most alike claim with the same figure, if it is alike enough.
fn found<'a, 'b>(said: &Said<'_>, ranked: &'a [Likeness<'b>]) -> Option<&'a Likeness<'b>> {
    // Where another answer of the same study is named, that one is meant, though its figure
    // is another.
    let outdone = |one: &Likeness<'_>| {
        one.is_other_answer
            && ranked.iter().any(|other| {
                other.claim.study() == one.claim.study()
                    && other.figure == FigureFit::Other
                    && other.spoken >= SAME_SUBJECT
                    && !other.is_of_others
                    && other.claim.proposition.concept == one.claim.proposition.concept
                    && matches!(other.claim.statement, Statement::Share(_))
            })
    };
    let fits = |one: &&Likeness<'_>| match one.figure {
        FigureFit::Same => one.source >= PERHAPS_OTHER && !outdone(one),
        FigureFit::OtherUnit => one.source >= NAMED && one.subject >= SUBJECT,
        FigureFit::Complement => {
            // Only who denies what the source affirms, or the other way round, gives the rest.
            is_precise(said)
                && one.source >= NAMED_HERE
                && one.subject >= SAME_SUBJECT
                && said.denies != one.claim.said.negated
        }
        FigureFit::Other => false,
    };
    let is_alike = |one: &&Likeness<'_>| {
        let by_subject = one.subject >= SUBJECT && one.score >= FOUND;
        let is_named = one.source > AGAIN && (is_precise(said) || is_only_one(one, ranked));
        let by_source =
            one.source >= NAMED && one.score >= FOUND_BY_SOURCE && (one.subject > 0.0 || is_named);
        by_subject || by_source || stands_out(one, ranked)
    };
    ranked.iter().filter(fits).find(is_alike)
}

/// The claim of somebody who restated a study before, if that is what the draft says.
pub(super) fn retold(
    said: &Said<'_>,
    restating: &Candidates<'_>,
    base: &EvidenceBase,
) -> Option<Match> {
    if said.figure.kind != Kind::Finding || is_universal(said) {
        return None;
    }
    let is_alike = |one: &&Likeness<'_>| {
        one.figure == FigureFit::Same
            && one.subject >= SUBJECT
            && one.score >= FOUND
            && one.source >= 0.0
    };
    let ranked = restating.rank(said, Which::Likely, base);
    ranked.iter().find(is_alike).map(|one| one.to_match(said, base))
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
        && best.subject >= SUBJECT
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
            && one.source <= OTHER
            && one.subject >= SAME_SUBJECT
            && !one.is_of_others
            && one.claim.said.negated == said.denies
    };
    let others = ranked.iter().filter(is_other);
    let other = others.reduce(|best, one| if one.alike > best.alike { one } else { best });
    let in_digits = said.figure.reading.kind == value::Kind::Exact;
    other.filter(|_| in_digits && is_precise(said))
}

/// The claim of the named study on the subject, whose figure is another one: of those equally
/// alike the one of the people and the place that are named.
fn with_another_figure<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    let is_meant = |one: &&Likeness<'_>| {
        let about = if one.source >= NAMED_HERE { SOME_SUBJECT } else { SAME_SUBJECT };
        // Of a sentence without a subject, the people tell that it is still about the last.
        let is_told = !said.goes_on_with(one.claim) || is_named(said) || one.names_people;
        one.source >= NAMED
            && one.subject >= about
            && is_told
            && is_of_a_kind(&said.figure.reading.quantity, &one.claim.statement)
    };
    ranked
        .iter()
        .filter(is_meant)
        .reduce(|best, one| if one.alike > best.alike { one } else { best })
}

/// Whether a figure could be that of a statement, had it another value.
fn is_of_a_kind(quantity: &Quantity, statement: &Statement) -> bool {
    match quantity {
        Quantity::Share { .. } => matches!(statement, Statement::Share(_)),
        Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_) => {
            matches!(statement, Statement::Change(_))
        }
        Quantity::Money { .. } => matches!(statement, Statement::Money(_)),
        Quantity::Count { .. } | Quantity::Rank(_) => false,
    }
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
    let distance = |n: &u64| {
        #[expect(clippy::cast_precision_loss, reason = "numbers of people are far below 2^52")]
        let n = *n as f64;
        let hi = set.hi_f64().unwrap_or(f64::INFINITY);
        let fits = (1.0 - ROUNDED) * set.lo_f64() <= n && n <= (1.0 + ROUNDED) * hi;
        fits.then(|| (set.lo_f64() - n).max(n - hi).max(0.0))
    };
    let nearest = |asked: &BTreeSet<u64>| asked.iter().filter_map(distance).reduce(f64::min);
    let fitting = sized.iter().filter_map(|(study, asked)| Some((*study, nearest(asked)?)));
    let best = fitting.reduce(|best, one| if one.1 < best.1 { one } else { best });
    match (best, sized.as_slice()) {
        (Some((study, _)), _) => Outcome::Size(study.clone()),
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
    let last = phrases::word_before(said.passage.prose.text(), said.figure.span.start);
    matches!(said.figure.reading.kind, value::Kind::None | value::Kind::All)
        && !OF.contains(&last.as_str())
}

/// Whether the words are no number: "most", "few".
fn is_vague(said: &Said<'_>) -> bool {
    !matches!(said.figure.reading.kind, value::Kind::Exact | value::Kind::Fraction)
}

/// Whether a source that the base knows is named in the sentence.
fn is_named(said: &Said<'_>) -> bool {
    said.sources.first().is_some_and(|one| one.is_in_sentence() && !one.studies.is_empty())
}

/// "Our opening rate is at 12 %": what authors say of their own.
fn is_of_author(said: &Said<'_>) -> bool {
    said.is_own() && !said.sources.first().is_some_and(Named::is_in_clause)
}

/// "5 out of 5" is a mark on a scale.
fn is_whole(said: &Said<'_>) -> bool {
    let Quantity::Share { hard, .. } = &said.figure.reading.quantity else { return false };
    said.figure.reading.kind == value::Kind::Fraction && hard.hi_f64() >= 1.0
}

/// An amount of money beside which nothing speaks of what the base knows.
fn is_price(said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    matches!(said.figure.reading.quantity, Quantity::Money { .. } | Quantity::Count { .. })
        && !ranked.iter().any(|one| one.source >= NAMED_HERE && one.subject >= SAME_SUBJECT)
}

/// What a universal is about, if the base has shares of it.
fn universal(said: &Said<'_>, candidates: &Candidates<'_>, base: &EvidenceBase) -> Outcome {
    let ranked = candidates.rank(said, Which::All, base);
    let about = ranked.iter().filter(|one| {
        matches!(one.claim.statement, Statement::Share(_))
            && one.subject >= SAME_SUBJECT
            && said.says_of_figure(&one.claim.proposition.concept)
    });
    let best =
        about.max_by(|a, b| a.subject.total_cmp(&b.subject).then(b.claim.id.cmp(&a.claim.id)));
    best.map_or(Outcome::NotChecked, |one| Outcome::Universal(one.to_match(said, base)))
}

#[allow(warnings)]
fn dbg_q(said: &Said<'_>, ranked: &[Likeness<'_>]) {
    if std::env::var("Q_FIG").is_ok_and(|f| {
        text.contains(&f)
            && said.sentence_text().contains(&std::env::var("Q_SENT").unwrap_or_default())
    }) {
        eprintln!(
            "## {text} clause={:?} denies={} sources={:?} own={}",
            &said.passage.prose.text()[said.clause.clone()],
            said.denies,
            said.sources
                .iter()
                .map(|s| (s.words.clone(), s.nearness, s.studies.len(), s.is_appeal))
                .collect::<Vec<_>>(),
            said.is_own()
        for t in &said.terms {
            if t.nearness >= 0.6 {
                eprintln!(
                    "   term {:?} {:.2} w{:.2} {:?} base={}",
                    t.hit.term, t.nearness, t.hit.weight, t.words, t.is_base
                );
            }
        for one in ranked.iter().take(9) {
            eprintln!(
                "   {} {:?} subj={:.2} src={:.2} score={:.3} alike={:.3} others={} oa={} goes={}",
                one.claim.id,
                one.figure,
                one.subject,
                one.source,
                one.score,
                one.alike,
                one.is_of_others,
                one.is_other_answer,
                said.goes_on_with(one.claim)
            );
        eprintln!("   -- same:");
        for one in ranked.iter().filter(|o| o.figure == FigureFit::Same).take(5) {
            eprintln!(
                "   {} subj={:.2} src={:.2} score={:.3} alike={:.3} others={} oa={}",
                one.claim.id,
                one.subject,
                one.source,
                one.score,
                one.alike,
                one.is_of_others,
                one.is_other_answer
            );
