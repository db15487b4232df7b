//! Moments: polls of several houses at one time, no respondent in two of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Meeting;
use crate::{
    evidence::Admitted,
    stats::{DesignEffect, Sample},
};

/// The samples of each moment, as if random of the published sizes. In order of time a
/// poll joins the moment before if it meets every poll of it, or opens the next; a wave
/// that overlaps the one before of its house shares respondents and is left out.
pub(super) fn samples(admitted: &[Admitted<'_>], meetings: &[Meeting<'_>]) -> Vec<Vec<Sample>> {
    let mut meet: BTreeSet<[&str; 2]> = BTreeSet::new();
    for meeting in meetings {
        let [one, other] = meeting.polls.map(|poll| poll.evidence.claim.as_str());
        meet.extend([[one, other], [other, one]]);
    }
    let mut polls: Vec<_> = admitted.iter().filter_map(Poll::of).collect();
    polls.sort_by_key(|poll| (poll.start, poll.claim));
    let mut last: BTreeMap<&str, Date> = BTreeMap::new();
    let mut moments: Vec<Vec<&Poll<'_>>> = Vec::new();
    for poll in &polls {
        if last.get(poll.house).is_some_and(|&end| poll.start <= end) {
            continue;
        }
        last.insert(poll.house, poll.end);
        match moments.last_mut() {
            Some(moment)
                if moment.iter().all(|other| meet.contains(&[poll.claim, other.claim])) =>
            {
                moment.push(poll);
            }
            _ => moments.push(vec![poll]),
        }
    }
    moments.into_iter().map(|moment| moment.into_iter().map(|poll| poll.sample).collect()).collect()
}

struct Poll<'a> {
    claim: &'a str,
    house: &'a str,
    start: Date,
    end: Date,
    sample: Sample,
}

impl<'a> Poll<'a> {
    fn of(one: &'a Admitted<'a>) -> Option<Self> {
        let period = one.claim.period?;
        let size = one.evidence.size.cases()?.effective(DesignEffect::ONE);
        Some(Self {
            claim: &one.evidence.claim,
            house: &one.study.said.publisher,
            start: period.start(),
            end: period.end(),
            sample: Sample::new(one.evidence.middle?, size).ok()?,
        })
    }
}
