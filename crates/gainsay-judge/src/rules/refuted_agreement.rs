//! Claims that are said to agree, and do not.

use std::collections::BTreeMap;

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    claim::Claim,
    diagnostic::{Note, Subject, Text},
    facts::{CitationFact, Fact, PairFact},
    wire::Says,
};

use super::{Rule, claims::pointing_from, pairs::comparability};
use crate::{
    all_asked::{AllAsked, asked},
    citations::root,
    comparability::unspoken,
    judgement::{Evidence, Judgement, PairJudgement, Size},
    stated::Stated,
    stats::{BreakEven, Reported, Thresholds, break_even_one_known},
    thresholds::thresholds,
};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

const REFUTED: Check = Check {
    id: "refuted-agreement",
    group: CheckGroup::Citations,
    level: Level::Warning,
    headline: Text {
        en: "the claims that `{}` says agree do not",
        fr: "les affirmations que `{}` dit concordantes ne le sont pas",
    },
    help: Text {
        en: "give both figures with their bases, and leave the comparison to the reader",
        fr: "donner les deux chiffres avec leur base, et laisser la comparaison au lecteur",
    },
    explanation: include_str!("refuted-agreement.md"),
};

static CHECK: Check = REFUTED;

static OPEN: Check = Check {
    level: Level::Note,
    headline: Text {
        en: "cannot tell whether the claims that `{}` says agree do",
        fr: "impossible de dire si les affirmations que `{}` dit concordantes le sont",
    },
    help: Text {
        en: "complete the records of both studies",
        fr: "compléter la fiche des deux études",
    },
    ..REFUTED
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let nothing = BTreeMap::new();
    find_in(base.claims.values(), &Stated { claims: &nothing, base, judgement: judged })
}

/// Looks for it in certain claims, of the base or beside it.
pub(crate) fn find_in<'a>(
    claims: impl Iterator<Item = &'a Claim>,
    stated: &Stated<'a>,
) -> Vec<Diagnostic> {
    claims.filter_map(|claim| diagnose(claim, stated)).collect()
}

/// Holds the first claim that is said to agree against each other one; what is
/// refuted comes before what is open.
fn diagnose(claim: &Claim, stated: &Stated<'_>) -> Option<Diagnostic> {
    let Says::Agreement(agreement) = &claim.said.says else {
        return None;
    };
    let Stated { base, judgement: judged, .. } = *stated;
    let mut between = agreement.between.iter().filter_map(|id| stated.claim(id));
    let first = root(between.next()?, base);
    let found: Vec<_> =
        between.filter_map(|other| compare([first, root(other, base)], judged, base)).collect();
    let refuted = found.iter().any(|one| one.check.level == CHECK.level);
    let check = if refuted { &CHECK } else { &OPEN };
    let shown: Vec<_> = found.into_iter().filter(|one| one.check.level == check.level).collect();
    let others = shown.iter().map(|one| one.other.as_str());
    let compared = std::iter::once(first.id.as_str()).chain(others);
    let diagnostic = Diagnostic::new(check, Subject::Name(claim.id.clone()));
    let mut diagnostic = pointing_from(diagnostic, claim, compared, base);
    diagnostic.notes = shown.iter().map(|one| one.note.clone()).collect();
    (!shown.is_empty()).then_some(diagnostic)
}

/// What is found of one claim that is said to agree with the first.
struct Found {
    check: &'static Check,
    other: String,
    note: Note,
}

/// Compares what two claims come from. Silent where they may well be the same: where
/// their sets meet, or sampling explains their difference.
fn compare(pair: [&Claim; 2], judged: &Judgement, base: &EvidenceBase) -> Option<Found> {
    let [first, other] = pair;
    let proposition = judged.on(&first.proposition)?;
    let [one, two] = [proposition.evidence_of(&first.id)?, proposition.evidence_of(&other.id)?];
    if one.share.intersect(&two.share).is_some() {
        return None;
    }
    let (check, mut facts) = match open(pair, [one, two]) {
        Some(missing) => (&OPEN, vec![Fact::Citation(Box::new(missing))]),
        None => (&CHECK, refuted([one, two], base)?),
    };
    let between = |pair: &&PairJudgement| {
        let ids = [pair.left.as_ref(), pair.right.as_ref()];
        ids.contains(&first.id.as_str()) && ids.contains(&other.id.as_str())
    };
    let judged_pair = proposition.pairs.iter().find(between);
    facts.extend(
        judged_pair
            .into_iter()
            .flat_map(|pair| comparability(pair, &judged.contrasts, base))
            .map(Fact::Pair),
    );
    let about = judged_pair.map_or_else(
        || pair.map(|claim| claim.id.clone()),
        |pair| [pair.left.to_string(), pair.right.to_string()],
    );
    Some(Found { check, other: other.id.clone(), note: Note { about: about.to_vec(), facts } })
}

/// What would have to be known to tell.
fn open(pair: [&Claim; 2], evidence: [&Evidence; 2]) -> Option<CitationFact> {
    let wordings = unspoken(pair);
    let sizes = evidence
        .iter()
        .filter(|one| asked(one).is_none())
        .map(|one| one.claim.to_string())
        .collect::<Vec<_>>();
    let missing = !(wordings.is_empty() && sizes.is_empty());
    missing.then_some(CitationFact::AgreementOpen { sizes, wordings })
}

/// The test, if it tells the shares apart at design effect 1 and at the one of the
/// policy: at the facing ends, so that rounding explains nothing.
fn refuted(evidence: [&Evidence; 2], base: &EvidenceBase) -> Option<Vec<Fact>> {
    let all = AllAsked::of(evidence).filter(|all| all.tells_apart(&base.policy))?;
    let tested = Fact::Citation(Box::new(CitationFact::AgreementTested(all.test(&base.policy)?)));
    let needed = needed(evidence, &all, base);
    Some(std::iter::once(tested).chain(needed.map(Fact::Pair)).collect())
}

/// The size from which on it holds, where one base is a part of unknown size.
fn needed(evidence: [&Evidence; 2], all: &AllAsked, base: &EvidenceBase) -> Option<PairFact> {
    let AllAsked { ends, sizes, .. } = all;
    let Thresholds { deff, alpha, .. } = thresholds(&base.policy);
    let is_assumed = |index: usize| matches!(evidence[index].size, Size::Assumed { .. });
    let (open, known) = match (is_assumed(0), is_assumed(1)) {
        (true, false) => (0, 1),
        (false, true) => (1, 0),
        _ => return None,
    };
    let reported = Reported { ends: ends[known], size: sizes[known].effective(deff) };
    let BreakEven::At(size) = break_even_one_known(reported, ends[open], deff, alpha) else {
        return None;
    };
    let claim = evidence[open].claim.to_string();
    Some(PairFact::BreakEvenOther { claim, size, any_plausible: false })
}
