//! What became of the findings of the shipped base on their way into citations.

use gainsay_judge::judge;
use gainsay_tests::base::loaded;

#[test]
fn list() {
    for one in judge(&loaded().base).citations {
        for hop in &one.hops {
            let axes: Vec<String> = hop
                .moved
                .iter()
                .map(|m| format!("{}{}", m.axis.name(), if m.surely { "" } else { "?" }))
                .collect();
            println!("{} | {} -> {:?} | {}", one.claim, hop.citing, hop.restated, axes.join(", "));
        }
    }
}
