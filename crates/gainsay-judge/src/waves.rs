//! Many waves of many houses: a difference that no pair shows, and agreement that is
//! closer than chance.

mod moments;

use std::collections::{BTreeMap, HashMap};

use gainsay_claims::{period::Period, relation::Relation};
use jiff::civil::Date;

use crate::{
    evidence::Admitted,
    judgement::{Grade, HouseDifference, PairJudgement},
    partners::Places,
    stats::{Closeness, Thresholds, Wave, closeness, holm, series},
};

/// Fewer waves than this cannot be one-sided at 5 %: of five fair coins all fall on
/// one side with p = 0.06.
const FEWEST_WAVES: usize = 6;

/// Two polls of different houses that asked the same people at the same time.
struct Meeting<'a> {
    houses: [&'a str; 2],
    periods: [Period; 2],
    polls: [&'a Admitted<'a>; 2],
    /// The places of the polls, in order.
    places: Places,
}

/// The house differences and the closeness of a proposition, whose pairs come with their
/// places.
pub(crate) fn judge_waves<'a>(
    admitted: &[Admitted<'_>],
    pairs: impl Iterator<Item = (&'a PairJudgement, Places)>,
    thresholds: &Thresholds,
) -> (Vec<HouseDifference>, Option<Closeness>) {
    let mut meetings: Vec<Meeting<'_>> =
        pairs.filter_map(|(pair, places)| Meeting::of(pair, places, admitted)).collect();
    // Stable: meetings that end together stay in order of their ids.
    meetings.sort_by_key(Meeting::end);
    let moments = moments::samples(admitted, &meetings);
    (differences(&meetings, thresholds), closeness(&moments).ok())
}

/// What every two houses differ by over waves that share no respondents, with the p of
/// the sign corrected for the number of such pairs of houses; the surest first.
fn differences(meetings: &[Meeting<'_>], thresholds: &Thresholds) -> Vec<HouseDifference> {
    let mut houses: HashMap<[&str; 2], Vec<&Meeting<'_>>> = HashMap::new();
    for meeting in meetings {
        houses.entry(meeting.houses).or_default().push(meeting);
    }
    let houses: BTreeMap<_, _> = houses.into_iter().collect();
    let mut found: Vec<HouseDifference> = houses
        .into_iter()
        .filter_map(|(houses, meetings)| {
            let waves: Vec<Wave> =
                successive(meetings).iter().filter_map(|one| one.wave()).collect();
            if waves.len() < FEWEST_WAVES {
                return None;
            }
            let series = series(&waves, thresholds.alpha).ok()?;
            let houses = houses.map(str::to_owned);
            Some(HouseDifference { houses, sign_p: series.sign_p, series })
        })
        .collect();
    let signs: Vec<f64> = found.iter().map(|one| one.sign_p).collect();
    let Ok(corrected) = holm(&signs) else { return Vec::new() };
    for (one, corrected) in found.iter_mut().zip(corrected) {
        one.sign_p = corrected;
    }
    found.sort_by(|one, other| {
        one.sign_p.total_cmp(&other.sign_p).then(one.series.p.total_cmp(&other.series.p))
    });
    found
}

/// Meetings in order of their ends in which no house is asked twice at a time: rolling
/// waves of one house share respondents and count once.
fn successive<'a, 'b>(meetings: Vec<&'a Meeting<'b>>) -> Vec<&'a Meeting<'b>> {
    let mut last: BTreeMap<&str, Date> = BTreeMap::new();
    let mut taken = Vec::new();
    for meeting in meetings {
        let mut sides = meeting.houses.iter().zip(meeting.periods);
        let is_new =
            sides.all(|(house, period)| last.get(house).is_none_or(|&end| period.start() > end));
        if !is_new {
            continue;
        }
        for (&house, period) in meeting.houses.iter().zip(meeting.periods) {
            last.insert(house, period.end());
        }
        taken.push(meeting);
    }
    taken
}

impl<'a> Meeting<'a> {
    /// A meeting of two polls of different houses whose periods overlap, no more
    /// different than in mode and sponsor.
    fn of(pair: &PairJudgement, places: Places, admitted: &'a [Admitted<'a>]) -> Option<Self> {
        if pair.grade > Grade::B || !pair.is_independent() {
            return None;
        }
        let poll = |place: usize| {
            let poll = &admitted[place];
            Some((poll.study.said.publisher.as_str(), poll.claim.period?, poll))
        };
        let (mut left, mut right) = (poll(places[0])?, poll(places[1])?);
        if right.0 < left.0 {
            std::mem::swap(&mut left, &mut right);
        }
        let is_simultaneous = left.1.relation(&right.1) != Relation::Disjoint;
        (left.0 != right.0 && is_simultaneous).then_some(Self {
            houses: [left.0, right.0],
            periods: [left.1, right.1],
            polls: [left.2, right.2],
            places,
        })
    }

    fn end(&self) -> Date {
        self.periods[0].end().max(self.periods[1].end())
    }

    /// The difference of the two shares with its variance at the effective sizes.
    fn wave(&self) -> Option<Wave> {
        let [first, second] = self.polls.map(|poll| {
            let share = poll.evidence.middle?;
            Some((share, share * (1.0 - share) / poll.evidence.size.effective()?.value()))
        });
        let ((first, one), (second, other)) = (first?, second?);
        Some(Wave { difference: first - second, variance: one + other })
    }
}

#[cfg(test)]
mod tests;
