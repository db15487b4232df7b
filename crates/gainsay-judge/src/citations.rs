//! What became of findings on their way into citations, hop by hop.

mod circle;
mod figure;
mod people;
mod source;
mod study;
mod wording;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::{Axis, Moved, Side},
    period::Period,
    relation::Relation,
    vocabulary::Vocabulary,
    wire::Role,
};

pub(crate) use circle::{circles, leading_into};
pub(crate) use figure::extent;
pub(crate) use source::{Published, root};

use crate::judgement::{CitationHop, CitationJudgement, Restated};

/// Compares every citation with what it restates, in order of id. A citation of
/// which the base knows no source is not judged, nor is one of a circle.
pub fn judge_citations(base: &EvidenceBase) -> Vec<CitationJudgement> {
    judge_stated(base.claims.values(), base)
}

/// The same for certain claims, of the base or beside it.
pub(crate) fn judge_stated<'a>(
    claims: impl Iterator<Item = &'a Claim>,
    base: &'a EvidenceBase,
) -> Vec<CitationJudgement> {
    let cited: Vec<&Claim> = claims.filter(|claim| claim.said.role == Role::Cited).collect();
    if cited.is_empty() {
        return Vec::new();
    }
    let published = Published::of(base);
    let circular = circles(base).into_iter().flatten().map(|claim| claim.id.as_str()).collect();
    cited.into_iter().filter_map(|claim| judge_one(claim, base, &published, &circular)).collect()
}

/// Follows a citation from claim to cited claim until one is the study's own, or of a
/// circle, in which nobody is the first to say it.
fn judge_one<'a>(
    claim: &'a Claim,
    base: &'a EvidenceBase,
    published: &Published<'a>,
    circular: &BTreeSet<&str>,
) -> Option<CitationJudgement> {
    let mut hops = Vec::new();
    let mut next = Some(claim);
    while let Some(citing) = next.filter(|one| !circular.contains(one.id.as_str())) {
        let cited = circle::cited(citing, base);
        hops.extend(match cited {
            Some(source) => Some(named(source, citing, base, published)),
            None => unnamed(citing, base, published),
        });
        next = cited.filter(|one| !one.is_published());
    }
    (!hops.is_empty()).then(|| CitationJudgement { claim: claim.id.clone(), hops })
}

/// Compares a citation with the claim that it names.
fn named(
    source: &Claim,
    citation: &Claim,
    base: &EvidenceBase,
    published: &Published<'_>,
) -> CitationHop {
    let vocabulary = &base.vocabulary;
    let sides = Sides { source, citation };
    let of_study = published.of_study(source.study());
    let mut moved = wording::moved(sides, vocabulary);
    let sure = figure::axes(sides, vocabulary, of_study)
        .into_iter()
        .chain(period(sides))
        .chain(study::axes(citation, of_study));
    moved.extend(sure.map(|axis| Moved { axis, surely: true }));
    moved.extend(people::moved(sides, vocabulary));
    moved.extend(study::doubts(sides, of_study));
    if source.said.incomplete {
        moved.iter_mut().for_each(|one| one.surely = false);
    }
    CitationHop { citing: citation.id.clone(), restated: Restated::Claim(source.id.clone()), moved }
}

/// Compares a citation that names no claim with what its study publishes about the
/// same concept. Only what holds whichever of these it restates is said to move.
fn unnamed(
    citation: &Claim,
    base: &EvidenceBase,
    published: &Published<'_>,
) -> Option<CitationHop> {
    let study = base.study_of(citation)?;
    let of_study = published.of_study(Some(&study.id));
    let nearest = source::nearest(citation, of_study);
    let mut moved: Vec<_> = study::axes(citation, of_study)
        .into_iter()
        .chain(publication_for_fieldwork(study.fieldwork, citation))
        .map(|axis| Moved { axis, surely: true })
        .collect();
    moved.extend(in_every(&nearest, citation, &base.vocabulary));
    if nearest.is_empty() && moved.is_empty() {
        return None;
    }
    let nearest = nearest.iter().map(|claim| claim.id.clone()).collect();
    let restated = Restated::Study { study: study.id.clone(), nearest };
    Some(CitationHop { citing: citation.id.clone(), restated, moved })
}

/// The base, if it is another one than that of every claim that may be restated.
fn in_every(nearest: &[&Claim], citation: &Claim, vocabulary: &Vocabulary) -> Option<Moved> {
    if !matches!(citation.statement, Statement::Share(_)) {
        return None;
    }
    let bases: Option<Vec<_>> =
        nearest.iter().map(|source| people::base(Sides { source, citation }, vocabulary)).collect();
    let first = bases?.into_iter().next()?;
    Some(Moved { surely: false, ..first })
}

/// The period that a citation states, where people were asked at another time.
fn period(sides: Sides<'_>) -> Option<Axis> {
    publication_for_fieldwork(sides.source.period, sides.citation)
}

fn publication_for_fieldwork(asked: Option<Period>, citation: &Claim) -> Option<Axis> {
    citation.said.period.as_ref()?;
    let (asked, stated) = (asked?, citation.period?);
    let apart = asked.relation(&stated) == Relation::Disjoint;
    apart.then_some(Axis::Period([Side::Period(asked), Side::Period(stated)]))
}

/// A claim that is restated and the citation that restates it.
#[derive(Clone, Copy, Debug)]
struct Sides<'a> {
    source: &'a Claim,
    citation: &'a Claim,
}

impl<'a> Sides<'a> {
    /// What each of them says, the source first.
    fn map<T>(self, say: impl Fn(&'a Claim) -> T) -> [T; 2] {
        [say(self.source), say(self.citation)]
    }
}
