//! Writes a claims table of any size, whose truth is known.
//!
//! ```console
//! $ cargo run --release -p gainsay-bench --example synthetic -- 1000000 --seed 1 > claims.csv
//! ```

use std::{
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};

use clap::Parser;
use gainsay_bench::synthetic::{HEADER, Table};

/// Writes a claims table as CSV to the standard output. The same seed gives the same bytes
#[derive(Parser)]
#[command(name = "synthetic")]
struct Arguments {
    /// How many claims
    #[arg(value_parser = clap::value_parser!(u64).range(0..=1_000_000_000))]
    claims: u64,
    /// Another seed gives another table
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Tell what the table holds and the truth that it was made with, instead of writing it
    #[arg(long)]
    describe: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match write(&arguments, &mut BufWriter::with_capacity(1 << 16, io::stdout().lock())) {
        // Whoever reads the beginning alone has what was asked for.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    }
}

fn write(arguments: &Arguments, to: &mut impl Write) -> io::Result<()> {
    let table = Table::new(arguments.claims, arguments.seed);
    if arguments.describe {
        write!(to, "{}", table.totals())?;
    } else {
        writeln!(to, "{HEADER}")?;
        for row in table.rows() {
            writeln!(to, "{row}")?;
        }
    }
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(arguments: &[&str]) -> String {
        let arguments = Arguments::parse_from([&["synthetic"], arguments].concat());
        let mut text = Vec::new();
        write(&arguments, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn a_table_has_a_header_and_a_line_for_each_claim() {
        let table = written(&["20", "--seed", "5"]);
        assert_eq!(table.lines().count(), 21);
        assert!(table.starts_with("claim,study,"));
        assert!(table.lines().all(|line| line.split(',').count() == 12));
        assert_ne!(table, written(&["20", "--seed", "6"]));
    }

    #[test]
    fn a_description_tells_the_truth_behind_a_table() {
        let told = written(&["1000", "--describe"]);
        assert!(told.contains("claims = 1000\n") && told.contains("[truth]"), "{told}");
    }
}
