//! Which findings to answer.

use gainsay_claims::{
    Diagnostic,
    diagnostic::Subject,
    facts::{Fact, ReviewState, Reviewed, Status},
};
use gainsay_verdict::checks::{EXPIRED_VERDICT, STALE_VERDICT};
use jiff::{ToSpan as _, civil::Date};

use crate::{
    args::ReviewArgs,
    refusal::{Refusal, ReviewRefusal},
    select::unknown,
};

/// How long before their end verdicts are looked at again.
const WEEKS: i64 = 6;

/// The findings that are asked for, in the order of reading. Of those that are asked for as a
/// verdict holds no more, each tells every such verdict, although another one may hold.
///
/// # Errors
///
/// A key of none, or of several.
pub(super) fn chosen(
    asked: &ReviewArgs,
    findings: &[Diagnostic],
    told: &[Diagnostic],
    today: Date,
) -> Result<Vec<Diagnostic>, Refusal> {
    let keys: Vec<String> = findings.iter().map(Diagnostic::key).collect();
    let named: Result<Vec<&str>, Refusal> =
        asked.keys.iter().map(|key| resolve(key, &keys)).collect();
    let named = named?;
    let soon = today.saturating_add(WEEKS.weeks());
    let fits = |finding: &Diagnostic, lapsed: &[&Diagnostic]| {
        let Some(review) = &finding.review else { return false };
        if asked.stale {
            return !lapsed.is_empty();
        }
        if asked.expiring {
            return !lapsed.is_empty() || ends_by(review, soon);
        }
        if asked.deferred {
            return review.state == ReviewState::Settled(Status::Deferred);
        }
        // Who names a finding may answer it again.
        !named.is_empty() || !review.state.is_settled()
    };
    let is_named = |key: &String| named.is_empty() || named.contains(&key.as_str());
    let all = findings.iter().zip(&keys).filter(|(_, key)| is_named(key));
    let all = all.map(|(one, key)| (one, lapsed(asked, told, key)));
    Ok(all
        .filter(|(one, lapsed)| fits(one, lapsed))
        .map(|(one, lapsed)| telling(one, &lapsed))
        .collect())
}

/// What is said of the verdicts on a finding that hold no more, in the way that is asked for.
fn lapsed<'a>(asked: &ReviewArgs, told: &'a [Diagnostic], key: &str) -> Vec<&'a Diagnostic> {
    let check = match (asked.stale, asked.expiring) {
        (true, _) => &STALE_VERDICT,
        (_, true) => &EXPIRED_VERDICT,
        (false, false) => return Vec::new(),
    };
    let subject = Subject::Name(key.to_owned());
    told.iter().filter(|one| one.check == check && one.subject == subject).collect()
}

/// A finding that tells these answers too, and why they hold no more.
fn telling(finding: &Diagnostic, lapsed: &[&Diagnostic]) -> Diagnostic {
    let mut finding = finding.clone();
    for one in lapsed {
        let given = one.labels.iter().map(|label| &label.fact);
        if given.clone().all(|fact| tells(&finding, fact)) {
            continue;
        }
        let facts = given.chain(one.notes.iter().flat_map(|note| &note.facts));
        finding = facts.cloned().fold(finding, Diagnostic::note);
    }
    finding
}

/// Whether a fact is among what is known of a finding.
pub(super) fn tells(finding: &Diagnostic, fact: &Fact) -> bool {
    finding.notes.iter().any(|note| note.facts.contains(fact))
}

fn ends_by(review: &Reviewed, day: Date) -> bool {
    let is_answered = matches!(review.state, ReviewState::Settled(_) | ReviewState::Expired);
    is_answered && review.answers.iter().all(|answer| answer.until <= day)
}

/// The key that is this one or the only one that begins so.
fn resolve<'a>(key: &str, keys: &'a [String]) -> Result<&'a str, Refusal> {
    if let Some(exact) = keys.iter().find(|one| *one == key) {
        return Ok(exact);
    }
    let mut matches: Vec<&String> = keys.iter().filter(|one| one.starts_with(key)).collect();
    match matches[..] {
        [only] => Ok(only),
        [] => Err(unknown(key, keys.iter().map(String::as_str))),
        _ => {
            const SHOWN: usize = 4;
            matches.truncate(SHOWN);
            let matches = matches.into_iter().cloned().collect();
            Err(ReviewRefusal::Ambiguous { key: key.to_owned(), matches }.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_may_be_shortened_as_long_as_it_is_one() {
        let keys = ["drift:a/b", "drift:a/c", "shares:x", "shares:x[y=z]"].map(str::to_owned);
        let found = |key: &str| resolve(key, &keys).ok();
        assert_eq!(found("drift:a/c"), Some("drift:a/c"));
        assert_eq!(found("shares:x"), Some("shares:x"));
        assert_eq!(found("shares:x["), Some("shares:x[y=z]"));
        assert!(matches!(
            resolve("drift", &keys),
            Err(Refusal::Review(ReviewRefusal::Ambiguous { matches, .. })) if matches.len() == 2
        ));
        assert!(matches!(
            resolve("share:x", &keys),
            Err(Refusal::Unknown { nearest: Some(near), .. }) if near == "shares:x"
        ));
    }
}
