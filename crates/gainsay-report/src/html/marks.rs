//! The marks of a table: one small drawing in each row, which keeps its size, prints,
//! and stays where colours are forced.

use gainsay_claims::value::ReportingSet;
use gainsay_judge::GroupJudgement;
use maud::{Markup, html};

use super::scale::Scale;
use crate::{mark::Mark, table::Row};

/// The drawing of a row. Its numbers stand in words beside it.
pub(super) fn row(scale: Scale, row: &Row<'_>) -> Markup {
    drawing(
        scale,
        html! {
            @if let (Some(mark), Some(share)) = (Mark::of(row), row.share) {
                (band(scale, &share))
                (drawn(scale, mark))
            }
        },
    )
}

/// The drawing of studies taken together: a diamond as wide as the interval of the
/// mean, and a bar where one more study is to be expected.
pub(super) fn group(scale: Scale, group: &GroupJudgement) -> Markup {
    let Some(pooled) = &group.pooled else { return html! {} };
    let (lo, hi) = (pooled.interval.lo, pooled.interval.hi);
    drawing(
        scale,
        html! {
            @if let Some(next) = pooled.prediction {
                rect .next x=(scale.at(next.lo)) y="9" width=(scale.width(next.lo, next.hi)) height="4" {}
            }
            svg x=(scale.at(lo)) width=(scale.width(lo, hi)) height="22" viewBox="0 0 10 22" preserveAspectRatio="none" {
                path .mean d="M0 11 5 5 10 11 5 17z" {}
            }
        },
    )
}

/// The axis, with its numbers.
pub(super) fn axis(scale: Scale, label: impl Fn(f64) -> String) -> Markup {
    html! {
        svg .axis width="100%" height="18" aria-hidden="true" {
            @for tick in scale.ticks() {
                text x=(scale.at(tick)) y="13" text-anchor="middle" { (label(tick)) }
            }
        }
    }
}

/// A mark alone, for the legend.
pub(super) fn sample(name: Sample) -> Markup {
    let scale = Scale::WHOLE;
    let mark = match name {
        Sample::Sized => drawn(scale, Mark::Sized { middle: 0.5, whiskers: [0.1, 0.9] }),
        Sample::Unsized => drawn(scale, Mark::Unsized { middle: 0.5 }),
        Sample::Band => html! { rect .band x="8" y="6" width="32" height="10" {} },
        Sample::AtMost => drawn(scale, Mark::AtMost(0.9)),
        Sample::AtLeast => drawn(scale, Mark::AtLeast(0.1)),
        Sample::Pooled => html! { path .mean d="M8 11 24 5 40 11 24 17z" {} },
        Sample::Next => html! { rect .next x="4" y="9" width="40" height="4" {} },
    };
    html! { svg .marks .sample width="48" height="22" aria-hidden="true" { (mark) } }
}

/// What the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    Sized,
    Unsized,
    Band,
    AtMost,
    AtLeast,
    Pooled,
    Next,
}

fn drawing(scale: Scale, marks: Markup) -> Markup {
    html! {
        svg .marks width="100%" height="22" aria-hidden="true" {
            @for tick in scale.ticks() {
                @let x = scale.at(tick);
                line .grid .half[(tick - 0.5).abs() < 1e-9] x1=(x) x2=(x) y1="-99" y2="999" {}
            }
            (marks)
        }
    }
}

/// What the published words leave open, where that is wide enough to be seen.
fn band(scale: Scale, share: &ReportingSet) -> Markup {
    const SEEN: f64 = 0.02;
    let (lo, hi) = (share.lo_f64(), share.hi_f64());
    let is_bound = lo <= 0.0 || hi >= 1.0;
    html! {
        @if hi - lo > SEEN && !is_bound {
            rect .band x=(scale.at(lo)) y="6" width=(scale.width(lo, hi)) height="10" {}
        }
    }
}

fn drawn(scale: Scale, mark: Mark) -> Markup {
    match mark {
        Mark::Sized { middle, whiskers: [lo, hi] } => html! {
            line .whisker x1=(scale.at(lo)) x2=(scale.at(hi)) y1="11" y2="11" {}
            svg .over x=(scale.at(middle)) { rect .mark x="-5" y="6" width="10" height="10" {} }
        },
        Mark::Unsized { middle } => html! {
            circle .open cx=(scale.at(middle)) cy="11" r="5" {}
        },
        Mark::AtMost(end) => arrow(scale, end, 0.0, "M-3 11 6 6 6 16z"),
        Mark::AtLeast(end) => arrow(scale, end, 1.0, "M3 11-6 6-6 16z"),
    }
}

/// A dashed line from a bound to the end of the axis, where its head stands.
fn arrow(scale: Scale, from: f64, to: f64, head: &str) -> Markup {
    html! {
        line .bound x1=(scale.at(from)) x2=(scale.at(to)) y1="11" y2="11" {}
        line .whisker x1=(scale.at(from)) x2=(scale.at(from)) y1="5" y2="17" {}
        svg .over x=(scale.at(to)) { path .mark d=(head) {} }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::facts::SizeReason;
    use gainsay_judge::{Model, PooledShare, Size, stats::Interval};

    use super::*;
    use crate::{fixture, mark::reach, table::Table};

    /// The drawings of the fixture's three rows: sized, sized, unsized.
    fn drawings(change: impl Fn(&mut Row<'_>)) -> Vec<String> {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let mut table = Table::new(&base, &judgement.propositions[0]);
        table.rows.iter_mut().for_each(change);
        let scale = Scale::holding(table.rows.iter().flat_map(reach)).unwrap_or(Scale::WHOLE);
        table.rows.iter().take(3).map(|one| row(scale, one).into_string()).collect()
    }

    #[test]
    fn a_known_size_has_whiskers_and_an_unknown_one_has_none() {
        let drawn = drawings(|_| ());
        assert!(drawn[0].contains("<rect class=\"mark\"") && drawn[0].contains("whisker"));
        assert!(drawn[2].contains("<circle class=\"open\"") && !drawn[2].contains("whisker"));
    }

    #[test]
    fn a_size_that_is_assumed_is_not_known() {
        let by = SizeReason::SubsampleFloor;
        let drawn = drawings(|row| {
            row.size = Some(Size::Assumed { n: 50, of: 1004, by, deff: 2.0 });
        });
        assert!(drawn[0].contains("<circle class=\"open\"") && !drawn[0].contains("whisker"));
    }

    #[test]
    fn a_bound_points_to_the_end_that_is_open() {
        let at_most = drawings(|row| row.share = row.share.map(|share| share.upper_bound()));
        let at_least = drawings(|row| row.share = row.share.map(|share| share.lower_bound()));
        let from_and_to = |drawn: &str| {
            let line = drawn.split("class=\"bound\"").nth(1).expect("a line").to_owned();
            let number = |name: &str| -> f64 {
                let rest = line.split(name).nth(1).expect("a coordinate");
                rest.split('%').next().expect("percent").parse().expect("a number")
            };
            [number("x1=\""), number("x2=\"")]
        };
        let [from, to] = from_and_to(&at_most[0]);
        assert!(to < from, "{}", at_most[0]);
        let [from, to] = from_and_to(&at_least[0]);
        assert!(to > from, "{}", at_least[0]);
    }

    #[test]
    fn studies_together_are_as_wide_as_what_is_known_of_them() {
        let pooled = |prediction| PooledShare {
            studies: 5,
            model: Model::LogOdds,
            share: 0.3,
            interval: Interval { lo: 0.25, hi: 0.35 },
            prediction,
            q: 9.0,
            p: 0.06,
            i2: 0.5,
            tau2: 0.1,
            tau2_interval: Interval { lo: 0.0, hi: 1.0 },
            tau2_paule_mandel: 0.1,
        };
        let drawn = |prediction| {
            let group = GroupJudgement {
                claims: Vec::new(),
                pooled: Some(pooled(prediction)),
                size_needed: None,
                dissenters: Vec::new(),
                outside: Vec::new(),
                true_shares: 1,
                camps: Vec::new(),
            };
            super::group(Scale::WHOLE, &group).into_string()
        };
        let alone = drawn(None);
        assert!(alone.contains("x=\"26.5%\" width=\"9.4%\""), "{alone}");
        assert!(!alone.contains("class=\"next\""), "{alone}");
        let both = drawn(Some(Interval { lo: 0.1, hi: 0.6 }));
        assert!(both.contains("class=\"next\" x=\"12.4%\" y=\"9\" width=\"47%\""), "{both}");
    }

    #[test]
    fn the_whole_axis_says_nothing_and_is_not_drawn() {
        let drawn = drawings(|row| {
            row.share = row.share.map(|share| share.upper_bound().complement().upper_bound());
            row.interval = Some(Interval { lo: 0.0, hi: 1.0 });
        });
        assert!(!drawn[0].contains("mark\""), "{}", drawn[0]);
    }
}
