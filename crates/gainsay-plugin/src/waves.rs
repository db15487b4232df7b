//! Waves of a rolling poll: those with days in common have respondents in common.

use gainsay_claims::wire::Dependence;

/// A poll of a house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// The id of the study.
    pub study: String,
    /// Who asked.
    pub house: String,
    /// The first day, as `2022-01-02`.
    pub first: String,
    /// The last day, likewise.
    pub last: String,
    /// Whether its respondents stay in the next waves.
    pub rolling: bool,
}

/// For each wave, the earlier ones of its house that it has days in common with,
/// where at least one of the two is rolling. That two rolling waves share
/// respondents follows from what they are; of a rolling and another poll of the
/// same days it is probable.
///
/// ```
/// use gainsay_plugin::{Wave, shared_days};
///
/// let wave = |study: &str, first: &str, last: &str| Wave {
///     study: study.to_owned(),
///     house: "A".to_owned(),
///     first: first.to_owned(),
///     last: last.to_owned(),
///     rolling: true,
/// };
/// let waves = [wave("a1", "2022-01-02", "2022-01-04"), wave("a2", "2022-01-03", "2022-01-05")];
/// assert_eq!(shared_days(&waves)[1][0].study, "a1");
/// ```
pub fn shared_days(waves: &[Wave]) -> Vec<Vec<Dependence>> {
    let mut order: Vec<usize> = (0..waves.len()).collect();
    order.sort_by_key(|&at| {
        let Wave { house, first, last, .. } = &waves[at];
        (house, first, last, at)
    });
    let mut shared = vec![Vec::new(); waves.len()];
    let mut open: Vec<&Wave> = Vec::new();
    for at in order {
        let wave = &waves[at];
        open.retain(|before| before.house == wave.house && before.last >= wave.first);
        let related = open.iter().filter(|before| before.rolling || wave.rolling);
        shared[at] = related.map(|before| dependence(before, wave)).collect();
        open.push(wave);
    }
    shared
}

fn dependence(before: &Wave, wave: &Wave) -> Dependence {
    let rolling = before.rolling && wave.rolling;
    let why = if rolling { "rolling waves with days in common" } else { "same house and days" };
    // It follows from the days; no publisher says so.
    Dependence { study: before.study.clone(), declared: false, why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(study: &str, days: [&str; 2], rolling: bool) -> Wave {
        let [first, last] = days.map(str::to_owned);
        Wave { study: study.to_owned(), house: study[..1].to_owned(), first, last, rolling }
    }

    #[test]
    fn rolling_waves_depend_on_the_earlier_ones_of_their_days() {
        let waves = [
            wave("a3", ["2022-01-04", "2022-01-06"], true),
            wave("a1", ["2022-01-02", "2022-01-04"], true),
            wave("a2", ["2022-01-03", "2022-01-03"], false),
            wave("b1", ["2022-01-02", "2022-01-06"], true),
            wave("a4", ["2022-01-05", "2022-01-05"], false),
        ];
        let found = shared_days(&waves);
        let of = |at: usize| {
            let all = found[at].iter();
            all.map(|one| (one.study.as_str(), one.why.starts_with("rolling"))).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [("a1", true)]);
        assert_eq!(of(2), [("a1", false)]);
        assert_eq!(of(4), [("a3", false)]);
        assert_eq!((of(1), of(3)), (vec![], vec![]));
        assert!(found.iter().flatten().all(|one| !one.declared));
    }

    #[test]
    fn polls_that_do_not_roll_are_independent() {
        let days = ["2022-01-02", "2022-01-04"];
        let found = shared_days(&[wave("a1", days, false), wave("a2", days, false)]);
        assert_eq!(found, [vec![], vec![]]);
    }
}
