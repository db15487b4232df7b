//! Decides what the base knows of a figure.

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    value::{self, Hedge, Quantity, ReportingSet},
};

use super::{
    Outcome,
    differing::{
        majority_differs, of_another_study, perhaps_of_another, sibling, with_another_figure,
    },
    found::{SUBJECT, found},
    sizes::size,
    unknown,
};
use crate::{
    figures::Kind,
    phrases,
    said::{Named, Said},
    score::{Beside, Candidates, FigureFit, Likeness, Which},
};

/// So much of the subject must be named, for a claim with another figure to be meant.
pub(super) const SAME_SUBJECT: f64 = 0.5;
/// From here on, a source is named for this figure, or was the last one talked about.
pub(super) const NAMED: f64 = 0.65;
/// From here on, it is named in the passage or its heading.
pub(super) const NAMED_ITSELF: f64 = 0.76;
/// From here on, a source is named in the sentence.
pub(super) const NAMED_HERE: f64 = 0.9;
/// How far a rough figure may miss a share that it rounds, in points.
const ROUGHLY: f64 = 0.02;
/// So much more of the subject must be named for the figure of another study to be chance.
const CHANCE: f64 = 0.08;
/// So far apart, as fractions, the ends of an exact share are at most.
const EXACT: f64 = 0.03;
/// From this score on, a claim is near enough to be offered.
const NEAR: f64 = 0.25;
/// How many of the nearest claims are offered.
const OFFERED: usize = 3;

/// What the base knows of a figure, of which these claims may be said.
pub(super) fn of(said: &Said<'_>, candidates: &Candidates, base: &EvidenceBase) -> Outcome {
    let beside = candidates.beside(said, base);
    if said.figure.kind == Kind::Finding && is_universal(said) {
        return universal(said, &beside);
    }
    let ranked = beside.rank(Which::Likely);
    let found = found(said, &ranked, base);
    let is_found = found.map(|one| Outcome::Found(one.to_match(said)));
    match said.figure.kind {
        Kind::SampleSize => is_found.unwrap_or_else(|| match size(said, base) {
            // "We asked 64 of ours."
            Outcome::SizeDiffers(_) if is_of_author(said) => Outcome::NotChecked,
            size => size,
        }),
        Kind::Number => is_found.unwrap_or_else(|| match size(said, base) {
            Outcome::Size(study) => Outcome::Size(study),
            _ => Outcome::NotChecked,
        }),
        Kind::Finding => match found.filter(|one| is_by_chance(one, said)) {
            Some(_) => of_another_study(said, &ranked, None)
                .map(|other| Outcome::OtherStudy(other.to_match(said)))
                .or(is_found),
            None => is_found,
        }
        .unwrap_or_else(|| not_found(said, &ranked, &beside)),
    }
}

/// Whether the study that is named may have the figure by chance: of others, and of a subject
/// that is not named. A sentence that points back to that study tells its own figure.
fn is_by_chance(found: &Likeness<'_>, said: &Said<'_>) -> bool {
    found.is_of_others
        && found.subject < SUBJECT
        && is_exact(said)
        && !(said.continues() && found.source >= NAMED_HERE)
}

/// What is to be said of a figure that no claim states.
fn not_found(said: &Said<'_>, ranked: &[Likeness<'_>], beside: &Beside<'_>) -> Outcome {
    if is_vague(said) {
        let differs = majority_differs(said, ranked);
        return differs.map_or(Outcome::NotChecked, |one| Outcome::Differs(one.to_match(said)));
    }
    if is_whole(said) || is_price(said, ranked) {
        return Outcome::NotChecked;
    }
    if unknown::is_strangers(said) {
        return unknown(said, beside);
    }
    if is_of_author(said) {
        return Outcome::NotChecked;
    }
    if let Some(told) = recalled(said, ranked) {
        return Outcome::Found(told.to_match(said));
    }
    let differs = with_another_figure(said, ranked);
    match (of_another_study(said, ranked, differs), differs) {
        (Some(other), Some(differs))
            if other.alike_but_source() + CHANCE >= differs.alike_but_source() =>
        {
            return Outcome::OtherStudy(other.to_match(said));
        }
        (_, Some(differs)) => {
            return match sibling(differs, ranked) {
                Some(sibling) => Outcome::Found(sibling.to_match(said)),
                None if is_nearly(said, differs.claim) => Outcome::NotChecked,
                None => Outcome::Differs(differs.to_match(said)),
            };
        }
        (Some(other), None) => return Outcome::OtherStudy(other.to_match(said)),
        (None, None) => {}
    }
    if perhaps_found(said, ranked) {
        return Outcome::NotChecked;
    }
    match (unknown(said, beside), perhaps_of_another(said, ranked)) {
        (Outcome::NotFound(_), Some(other)) => Outcome::OtherStudy(other.to_match(said)),
        (outcome, _) => outcome,
    }
}

/// A figure that no claim states, with the nearest ones, if it must be somebody's finding.
fn unknown(said: &Said<'_>, beside: &Beside<'_>) -> Outcome {
    let all = beside.rank(Which::OnSubject);
    if !unknown::is_finding(said, &all) {
        return Outcome::NotChecked;
    }
    let near = all.iter().filter(|one| one.score > NEAR && one.subject > 0.0);
    Outcome::NotFound(near.take(OFFERED).map(|one| one.to_match(said)).collect())
}

/// Whether the source that is named has this figure, of a subject that was not understood.
fn perhaps_found(said: &Said<'_>, ranked: &[Likeness<'_>]) -> bool {
    is_precise(said)
        && ranked.iter().any(|one| one.source >= NAMED && one.figure == FigureFit::Same)
}

/// The claim of a figure that the draft has told and recalls without its source: "beside *the*
/// 67 % above".
fn recalled<'a, 'b>(said: &Said<'_>, ranked: &'a [Likeness<'b>]) -> Option<&'a Likeness<'b>> {
    const DEFINITE: &[&str] = &["the", "those", "these", "les", "aux", "des", "ces"];
    let last = phrases::word_before(said.passage.prose.text(), said.figure.span.start);
    let is_named = is_named(said);
    let is_recalled = if is_named { said.continues() } else { DEFINITE.contains(&last.as_str()) };
    if !is_exact(said) || !is_recalled {
        return None;
    }
    let is_told = |one: &&Likeness<'_>| {
        one.figure == FigureFit::Same
            && (one.subject > 0.0 || said.continues())
            && (one.source >= NAMED || !is_named)
            && said.has_told(&one.claim.id)
    };
    ranked.iter().find(is_told)
}

/// Whether a rough figure misses that of a claim by so little that it may be meant.
fn is_nearly(said: &Said<'_>, claim: &Claim) -> bool {
    let reading = &said.figure.reading;
    let is_rough = reading.hedge != Hedge::None || reading.kind == value::Kind::Fraction;
    let (Quantity::Share { hard, .. }, Statement::Share(share)) =
        (&reading.quantity, &claim.statement)
    else {
        return false;
    };
    let gap = (hard.lo_f64() - share.hard.hi_f64()).max(share.hard.lo_f64() - hard.hi_f64());
    is_rough && gap <= ROUGHLY
}

/// Whether the figure is one of few that its words may stand for.
pub(super) fn is_precise(said: &Said<'_>) -> bool {
    match &said.figure.reading.quantity {
        Quantity::Share { hard, .. } => width(hard) <= 0.06,
        _ => true,
    }
}

/// Whether it is one figure, and no word for several.
pub(super) fn is_exact(said: &Said<'_>) -> bool {
    match &said.figure.reading.quantity {
        Quantity::Share { hard, .. } => width(hard) <= EXACT,
        _ => true,
    }
}

/// Whether that of a claim is.
pub(super) fn is_told_exactly(claim: &Claim) -> bool {
    match &claim.statement {
        Statement::Share(share) => width(&share.hard) <= EXACT,
        _ => true,
    }
}

fn width(share: &ReportingSet) -> f64 {
    share.hi_f64() - share.lo_f64()
}

/// Whether the words allow no exception.
pub(super) fn is_universal(said: &Said<'_>) -> bool {
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
pub(super) fn is_named(said: &Said<'_>) -> bool {
    said.sources.first().is_some_and(|one| one.is_in_sentence() && !one.studies.is_empty())
}

/// "Our opening rate is at 12 %": what authors say of their own.
pub(super) fn is_of_author(said: &Said<'_>) -> bool {
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
fn universal(said: &Said<'_>, beside: &Beside<'_>) -> Outcome {
    let ranked = beside.rank(Which::OnSubject);
    let about = ranked.iter().filter(|one| {
        matches!(one.claim.statement, Statement::Share(_))
            && one.subject >= SAME_SUBJECT
            && said.says_of_figure(&one.claim.proposition.concept)
    });
    let best =
        about.max_by(|a, b| a.subject.total_cmp(&b.subject).then(b.claim.id.cmp(&a.claim.id)));
    best.map_or(Outcome::NotChecked, |one| Outcome::Universal(one.to_match(said)))
}
