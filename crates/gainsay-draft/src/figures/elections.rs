//! Results of elections, which nobody found by asking: unless the base tells of votes.

use std::sync::LazyLock;

use super::spot::Spot;
use super::words::{Lexicon, lexicon, words};

/// What is voted with, and how many did.
static BALLOTS: Lexicon = LazyLock::new(|| {
    lexicon(
        "abstention ballot ballots electorate exprimes reelected reelu reelue scrutin \
         suffrages turnout voix vote votes",
    )
});

/// What an election is called.
static ELECTIONS: Lexicon = LazyLock::new(|| {
    lexicon(
        "elected election elections elu elue elus elues legislatives municipales \
         presidentielle referendum runoff urnes",
    )
});

/// How far from a percentage these words may stand.
const REACH: usize = 12;

/// Whether a text tells of votes.
pub(crate) fn tells_of_votes(text: &str) -> bool {
    words(text).iter().any(|word| BALLOTS.contains(&*word.text) || ELECTIONS.contains(&*word.text))
}

pub(super) fn is_vote(spot: &Spot<'_>) -> bool {
    let near = |list: &Lexicon, reach| {
        let fits = |word: &str| list.contains(word);
        spot.any_before(reach, fits) || (1..=reach).any(|count| fits(spot.after(count)))
    };
    spot.is_percent() && (near(&BALLOTS, REACH / 3) || near(&ELECTIONS, REACH))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn results_of_elections_are_no_figures() {
        none(&[
            "fr Vous avez été élu avec 54,7 % des voix, pour une participation de 61 %.",
            "en He won the by-election with 52.3 per cent, on a turnout of 38 per cent.",
            "fr L'abstention a atteint 48 %.",
        ]);
    }

    #[test]
    fn shares_of_voters_are() {
        some(&["fr 54 % des électeurs suivent une marque.", "en 12% of voters follow a brand."]);
    }
}
