//! Which findings to answer.

use gainsay_claims::{
    Diagnostic,
    facts::{ReviewState, Reviewed, Status},
};
use jiff::{ToSpan as _, civil::Date};

use crate::{
    args::ReviewArgs,
    refusal::{Refusal, ReviewRefusal},
    select::unknown,
};

/// How long before their end verdicts are looked at again.
const WEEKS: i64 = 6;

/// The findings that are asked for, in the order of reading.
///
/// # Errors
///
/// A key of none, or of several.
pub(super) fn chosen(
    asked: &ReviewArgs,
    findings: &[Diagnostic],
    today: Date,
) -> Result<Vec<Diagnostic>, Refusal> {
    let keys: Vec<String> = findings.iter().map(Diagnostic::key).collect();
    let named: Result<Vec<&str>, Refusal> =
        asked.keys.iter().map(|key| resolve(key, &keys)).collect();
    let named = named?;
    let soon = today.saturating_add(WEEKS.weeks());
    let fits = |finding: &Diagnostic| {
        let Some(review) = &finding.review else { return false };
        if asked.stale {
            return review.state == ReviewState::Stale;
        }
        if asked.expiring {
            return ends_by(review, soon);
        }
        if asked.deferred {
            return review.state == ReviewState::Settled(Status::Deferred);
        }
        // Who names a finding may answer it again.
        !named.is_empty() || !review.state.is_settled()
    };
    let is_named = |key: &String| named.is_empty() || named.contains(&key.as_str());
    let all = findings.iter().zip(&keys).filter(|(one, key)| is_named(key) && fits(one));
    Ok(all.map(|(one, _)| one.clone()).collect())
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
