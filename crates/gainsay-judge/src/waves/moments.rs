//! Moments: polls of several houses at one time, no respondent in two of them.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::Meeting;
use crate::{
    evidence::Admitted,
    partners::Places,
    stats::{DesignEffect, Sample},
};

/// The samples of each moment, as if random of the published sizes. In order of time a
/// poll joins the moment before if it meets every poll of it, or opens the next; a wave
/// that overlaps the one before of its house shares respondents and is left out.
pub(super) fn samples(admitted: &[Admitted<'_>], meetings: &[Meeting<'_>]) -> Vec<Vec<Sample>> {
    let meet: HashSet<Places> = meetings.iter().map(|meeting| meeting.places).collect();
    let do_meet = |one: usize, other: usize| meet.contains(&[one.min(other), one.max(other)]);
    let polls = admitted.iter().enumerate().filter_map(|(place, one)| Poll::of(place, one));
    let mut polls: Vec<_> = polls.collect();
    // Stable: claims stand in order of id.
    polls.sort_by_key(|poll| poll.start);
    let mut last: BTreeMap<&str, Date> = BTreeMap::new();
    let mut moments: Vec<Vec<&Poll<'_>>> = Vec::new();
    for poll in &polls {
        if last.get(poll.house).is_some_and(|&end| poll.start <= end) {
            continue;
        }
        last.insert(poll.house, poll.end);
        match moments.last_mut() {
            Some(moment) if moment.iter().all(|other| do_meet(poll.place, other.place)) => {
                moment.push(poll);
            }
            _ => moments.push(vec![poll]),
        }
    }
    moments.into_iter().map(|moment| moment.into_iter().map(|poll| poll.sample).collect()).collect()
}

struct Poll<'a> {
    place: usize,
    house: &'a str,
    start: Date,
    end: Date,
    sample: Sample,
}

impl<'a> Poll<'a> {
    fn of(place: usize, one: &'a Admitted<'a>) -> Option<Self> {
        let period = one.claim.period?;
        let size = one.evidence.size.cases()?.effective(DesignEffect::ONE);
        Some(Self {
            place,
            house: &one.study.said.publisher,
            start: period.start(),
            end: period.end(),
            sample: Sample::new(one.evidence.middle?, size).ok()?,
        })
    }
}
