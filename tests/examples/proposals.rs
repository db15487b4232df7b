//! Measures how often `gainsay source draft` proposes the right concept, on the half of the
//! corpus of drafts that may be looked at: `cargo run -p gainsay-tests --example proposals`.
//! `--details` prints each figure with another one.

use std::io::{self, Write};

use gainsay_tests::{base::loaded, corpus::Proposals};

fn main() -> io::Result<()> {
    let tells = std::env::args().any(|one| one == "--details");
    writeln!(io::stdout(), "{}", Proposals::measure(&loaded().base, tells).line())
}
