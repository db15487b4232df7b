//! The last column: remarks of the collectors, parted by semicolons.

/// What the remarks on a row say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Remarks<'a> {
    /// Who paid, as the collectors call them.
    pub(super) sponsor: Option<&'a str>,
    /// Whom the shares are about. The collectors take likely voters where a poll has
    /// several, and remark on the others; absent: "voters", not told which.
    pub(super) universe: Option<&'static str>,
    /// Whether the shares are means of those that the poll gives for several turnouts
    /// or ways of asking.
    pub(super) averaged: bool,
    /// Whether the number of cases is one that the collectors put in for want of it.
    pub(super) assumed_size: bool,
}

impl<'a> Remarks<'a> {
    /// Reads the remarks, unless there is one that is not known: it may say what the
    /// figures mean.
    pub(super) fn of(comment: &'a str) -> Option<Self> {
        let mut told = Self {
            sponsor: None,
            universe: Some("likely-voters"),
            averaged: false,
            assumed_size: false,
        };
        for remark in comment.split(';').map(str::trim).filter(|remark| !remark.is_empty()) {
            match remark {
                "among registered voters" => told.universe = Some("registered-voters"),
                "among all adults" => told.universe = Some("adults"),
                "among 'voters'" => told.universe = None,
                "average of multiple versions or turnout models listed in poll" => {
                    told.averaged = true;
                }
                "sample size unavailable" | "estimated at 600 as a default" => {
                    told.assumed_size = true;
                }
                other => told.sponsor = Some(other.strip_prefix("for ")?),
            }
        }
        Some(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Remarks<'static> = Remarks {
        sponsor: None,
        universe: Some("likely-voters"),
        averaged: false,
        assumed_size: false,
    };

    #[test]
    fn each_remark_says_its_own() {
        assert_eq!(Remarks::of(""), Some(NONE));
        let sponsor = Some("Fixture B | Fixture C");
        let all = "for Fixture B | Fixture C; among registered voters; \
                   average of multiple versions or turnout models listed in poll";
        let universe = Some("registered-voters");
        assert_eq!(Remarks::of(all), Some(Remarks { sponsor, universe, averaged: true, ..NONE }));
        let assumed = "sample size unavailable; estimated at 600 as a default";
        assert_eq!(Remarks::of(assumed), Some(Remarks { assumed_size: true, ..NONE }));
        let told = Remarks::of("among 'voters'");
        assert_eq!(told, Some(Remarks { universe: None, ..NONE }));
        assert_eq!(Remarks::of("among all adults").unwrap().universe, Some("adults"));
        assert_eq!(Remarks::of("among those with a telephone"), None);
    }
}
