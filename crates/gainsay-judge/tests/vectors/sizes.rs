//! Break-even sizes.

use gainsay_judge::stats::{
    BreakEven, Polled, break_even, break_even_miettinen_nurminen, break_even_one_known,
    break_even_pooled,
};

use crate::table::rows;

#[test]
fn both_sizes_unknown() {
    for row in rows("critical_n.csv") {
        let (first, second) = (row.ends("a1", "b1"), row.ends("a2", "b2"));
        let (deff, alpha) = (row.deff("deff"), row.alpha());
        for (column, computed) in [
            ("n_newcombe", break_even(first, second, deff, alpha)),
            ("n_pooled", break_even_pooled(first, second, deff, alpha)),
            ("n_mn", break_even_miettinen_nurminen(first, second, deff, alpha)),
        ] {
            let expected = match row.text(column) {
                "" => BreakEven::Overlap,
                n => BreakEven::At(n.parse().unwrap()),
            };
            assert_eq!(computed, expected, "{column} of {} and {}", row.text("a"), row.text("b"));
        }
    }
}

#[test]
fn one_size_unknown() {
    for row in rows("critical_n_one_known.csv") {
        let known = Polled { ends: row.ends("a1", "b1"), n: row.size("n1") };
        let computed = break_even_one_known(
            known.at(row.deff("deff1")),
            row.ends("a2", "b2"),
            row.deff("deff2"),
            row.alpha(),
        );
        let expected = match row.text("n2_star") {
            "never" => BreakEven::Never,
            n => BreakEven::At(n.parse().unwrap()),
        };
        assert_eq!(computed, expected, "{} and {}", row.text("a"), row.text("b"));
    }
}
