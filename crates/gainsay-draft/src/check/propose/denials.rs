//! Whether the words around a figure deny what it is about.

use std::sync::LazyLock;

use gainsay_claims::Lang;

use super::{ProposedSubject, apart::list};
use crate::{
    lists::{List, POLARITY},
    phrases,
    said::Said,
};

static OPPOSITE: LazyLock<List> = LazyLock::new(|| list("opposite"));

/// Whether the clause of a figure denies something, or says the opposite of what the figure is
/// most likely about: "42 % *distrust* brands".
pub(super) fn denies(said: &Said<'_>, subject: Option<&ProposedSubject>) -> bool {
    let clause = said.clause_text();
    let is_own = |word: &str| {
        let words = subject.map(|subject| subject.words.as_slice()).unwrap_or_default();
        words.iter().any(|own| own.contains(word))
    };
    let mut opposites = phrases::all(clause, OPPOSITE.of(said.lang()));
    let says_opposite = opposites.any(|at| !is_own(&clause[at]));
    says_opposite || said.denies && !(said.lang() == Lang::Fr && only_limits(clause))
}

/// "Ils *ne* sont *que* 12 %".
fn only_limits(clause: &str) -> bool {
    let mut denials = phrases::all(clause, POLARITY.of(Lang::Fr)).peekable();
    let first = denials.peek().map(|at| at.end);
    denials.all(|at| ["ne", "n"].contains(&&*clause[at].to_lowercase()))
        && first.is_some_and(|end| phrases::has(&clause[end..], &["que", "qu'"]))
}
