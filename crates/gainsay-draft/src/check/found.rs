//! The claim that a figure tells, among those that it may.

use gainsay_claims::{EvidenceBase, claim::Statement, facts::Match, value};

use super::outcome::{
    NAMED, NAMED_HERE, NAMED_ITSELF, SAME_SUBJECT, is_exact, is_of_author, is_precise,
    is_told_exactly, is_universal,
};
use super::unknown::is_lone_word;
use crate::{
    figures::Kind,
    restate,
    said::Said,
    score::{Candidates, FigureFit, Likeness, PERHAPS_OTHER, Which},
};

/// From this score on, a claim is what a figure says. Tuned on one half of the corpus.
const FOUND: f64 = 0.58;
/// So much of the subject must be named, unless the source is.
pub(super) const SUBJECT: f64 = 0.25;
/// So surely a source is that of a figure where it is not named, or another one is nearer.
const AGAIN: f64 = 0.66;
/// The score from which on it is enough that the source is named.
const FOUND_BY_SOURCE: f64 = 0.5;
/// Claims that differ by less are about as much alike.
const ABOUT: f64 = 0.15;
/// So much more alike than any other, for a claim to stand out.
const APART: f64 = 0.08;

/// The most alike claim with the same figure, if it is alike enough. Of claims about as much
/// alike it is the one that the draft restates with the least change.
pub(super) fn found<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
    base: &EvidenceBase,
) -> Option<&'a Likeness<'b>> {
    let mut alike =
        ranked.iter().filter(|one| fits(one, said, ranked) && is_alike(one, said, ranked));
    let best = alike.next()?;
    let others = alike.filter(|one| {
        one.order >= best.order - ABOUT
            && one.figure == best.figure
            && one.subject >= best.subject - SUBJECT
            && one.claim.study() == best.claim.study()
    });
    let mut others = others.peekable();
    // Most have no other, and what the draft changes costs a copy of the claim.
    if others.peek().is_none() {
        return Some(best);
    }
    let all = std::iter::once(best).chain(others);
    let changes = |one: &Likeness<'_>| restate::changes(said, one.claim, base);
    all.map(|one| (changes(one), one)).min_by_key(|(changes, _)| *changes).map(|(_, one)| one)
}

/// The claim of somebody who restated a study before, if that is what the draft says. Where
/// another study has the figure, a word that leaves it open is not enough.
pub(super) fn retold(
    said: &Said<'_>,
    restating: &Candidates,
    is_of_another: bool,
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
            && !(is_of_another && is_one_of_many(one, said))
    };
    let ranked = restating.beside(said, base).rank(Which::Likely);
    ranked.iter().find(is_alike).map(|one| one.to_match(said))
}

/// Whether a figure can be that of a claim.
fn fits(one: &Likeness<'_>, said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    match one.figure {
        FigureFit::Same => {
            one.source >= PERHAPS_OTHER
                && !is_outdone(one, said, ranked)
                && !is_out_of_place(one, ranked)
        }
        FigureFit::OtherUnit => one.source >= NAMED && one.subject >= SUBJECT,
        FigureFit::Complement => {
            // Only who denies what the source affirms, or the other way round, gives the rest, or who
            // has told the figure: "in other words, two thirds do without".
            let is_told = said.has_told(&one.claim.id);
            let is_rest = said.denies != one.claim.said.negated || said.gives_rest() && is_told;
            let is_about = one.subject >= SAME_SUBJECT || is_told && said.gives_rest();
            is_counted(said) && one.source >= NAMED && is_about && is_rest
        }
        FigureFit::Other => false,
    }
}

/// Whether the figure is a number, or a part that counts: "six in ten", and not "most".
fn is_counted(said: &Said<'_>) -> bool {
    is_precise(said) || said.figure.reading.kind == value::Kind::Fraction
}

/// Whether another answer of the same study is named: that one is meant, though its figure is
/// another, unless the draft has told it.
fn is_outdone(one: &Likeness<'_>, said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    one.is_other_answer
        && ranked.iter().any(|other| {
            other.claim.study() == one.claim.study()
                && !said.has_told(&other.claim.id)
                && other.figure == FigureFit::Other
                && other.spoken >= SAME_SUBJECT
                && other.is_named_here
                && !other.is_of_others
                && other.claim.proposition.concept == one.claim.proposition.concept
                && matches!(other.claim.statement, Statement::Share(_))
        })
}

/// Whether the claim of other people or another place gives no more than a bound or a word, and
/// the study has another figure of those that are named.
fn is_out_of_place(one: &Likeness<'_>, ranked: &[Likeness<'_>]) -> bool {
    one.is_of_others
        && !is_told_exactly(one.claim)
        && ranked.iter().any(|other| {
            other.claim.study() == one.claim.study()
                && other.claim.proposition == one.claim.proposition
                && other.names_people
                && !other.is_of_others
        })
}

/// Whether enough of a claim is named, by its subject or by its source.
fn is_alike(one: &Likeness<'_>, said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    // What authors say of their own is another's figure only if it is about the same.
    let named = if said.opens_as_own() { NAMED_HERE } else { NAMED_ITSELF };
    let is_own = || is_of_author(said) && one.source < named;
    if one.subject < SUBJECT && (is_one_of_many(one, said) || is_own()) {
        return false;
    }
    // "Students pay half": half of anything.
    if one.spoken <= 0.0 && one.is_of_others && is_lone_word(said) {
        return false;
    }
    if one.subject <= 0.0 {
        let is_named = one.source > AGAIN && (is_precise(said) || is_only_one(one, ranked));
        return is_named
            && !is_lone_word(said)
            && one.source >= NAMED
            && one.score >= FOUND_BY_SOURCE
            && is_first_of_named(one, ranked);
    }
    let by_subject = one.subject >= SUBJECT && one.score >= FOUND;
    let by_source = one.source >= NAMED && one.score >= FOUND_BY_SOURCE;
    by_subject || by_source || stands_out(one, ranked)
}

/// Whether the figure is exact, and one of many that a bound or a word of the source may stand for.
fn is_one_of_many(one: &Likeness<'_>, said: &Said<'_>) -> bool {
    is_exact(said) && !is_told_exactly(one.claim)
}

/// Whether no claim of the sources that are named has the figure and is more alike.
fn is_first_of_named(one: &Likeness<'_>, ranked: &[Likeness<'_>]) -> bool {
    !ranked.iter().any(|other| {
        other.figure == FigureFit::Same && other.source >= NAMED && other.order > one.order
    })
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
