//! What `gainsay source draft` proposes for figures that are known to tell claims.

use gainsay_tests::{base::loaded, corpus::Proposals};

/// `docs/sources.md` tells how many.
#[test]
fn most_figures_are_proposed_with_the_right_concept() {
    let measured = Proposals::measure(&loaded().base, false);
    assert!(measured.annotated > 1000, "{}", measured.line());
    assert!(10 * measured.proposed >= 9 * measured.annotated, "{}", measured.line());
    assert!(10 * measured.right >= 6 * measured.annotated, "{}", measured.line());
    assert!(4 * measured.among_three >= 3 * measured.annotated, "{}", measured.line());
}
