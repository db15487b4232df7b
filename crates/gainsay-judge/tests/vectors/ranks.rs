//! Rankings, and lists of the first few.

use gainsay_judge::stats::{Ranking, top_k};

use crate::table::rows;

#[test]
fn rankings() {
    for row in rows("rankings.csv") {
        let (first, second) = (items(row.text("a")), items(row.text("b")));
        let found = Ranking::compare(&first, &second).unwrap();
        assert_eq!(found.items.len().to_string(), row.text("n"));
        assert_eq!(found.inversions.to_string(), row.text("inversions"));
        row.check("tau", found.tau);
        row.check_p("p_reversal", found.p_reversal);
        row.check_p("p_agreement", found.p_agreement);
        for (j, column) in [(1, "top1_is_bottom1"), (2, "top2_bottom2")] {
            let ends = found.top_bottom(j).unwrap();
            let reversed = ends.first_top_is_second_bottom || ends.second_top_is_first_bottom;
            assert_eq!(reversed, row.flag(column), "{column} of {}", row.text("case"));
        }
    }
}

#[test]
fn lists_of_the_first_few() {
    for row in rows("topk.csv") {
        let found = top_k(&items(row.text("a")), &items(row.text("b"))).unwrap();
        row.check("K_half", found.distance);
    }
}

fn items(list: &str) -> Vec<&str> {
    list.split(' ').collect()
}
