//! The pairs that conflict, as tables for programs.

use std::{
    io::{self, Write},
    num::NonZero,
    thread::available_parallelism,
};

use gainsay_claims::side_by_side;

use crate::{
    claims::Claims, csv::put_row, json_lines::write_cell, judged::Contradicting, row::Cell,
};

/// The columns of the table of pairs, in order. `p`, `holm`, `bh` and `q` are empty where a size is
/// unknown, `bh` and `q` where they are not below the level.
pub const PAIR_COLUMNS: [&str; 10] =
    ["proposition", "upper", "lower", "gap", "odds", "p", "holm", "bh", "q", "stays"];

impl Contradicting {
    /// The cells of the pair, in the order of [`PAIR_COLUMNS`].
    pub fn cells<'a>(&self, claims: &'a Claims) -> [Cell<'a>; PAIR_COLUMNS.len()] {
        let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
        [
            Cell::Text(claims.proposition(self.upper)),
            Cell::Text(claims.name(self.upper)),
            Cell::Text(claims.name(self.lower)),
            Cell::Number(self.gap),
            Cell::Number(self.odds),
            number(self.test.map(|test| test.p)),
            number(self.test.map(|test| test.holm)),
            number(self.test.and_then(|test| test.bh)),
            number(self.test.and_then(|test| test.q)),
            Cell::Bool(self.stays),
        ]
    }
}

/// So many pairs are put into text at once, on each thread.
const AT_ONCE: usize = 1 << 13;

/// Writes pairs as CSV, as [`write_csv`](crate::write_csv) writes rows.
///
/// # Errors
/// What `out` says.
pub fn write_pairs_csv(
    pairs: &[Contradicting],
    claims: &Claims,
    mut out: impl Write,
) -> io::Result<()> {
    let mut names = Vec::new();
    put_row(PAIR_COLUMNS.map(Cell::Text), &mut names);
    out.write_all(&names)?;
    in_turns(pairs, out, |pairs, text| {
        pairs.iter().for_each(|pair| put_row(pair.cells(claims), text));
        Ok(())
    })
}

/// Writes pairs as JSON Lines, as [`write_json_lines`](crate::write_json_lines) writes rows.
///
/// # Errors
/// What `out` says.
pub fn write_pairs_json_lines(
    pairs: &[Contradicting],
    claims: &Claims,
    out: impl Write,
) -> io::Result<()> {
    in_turns(pairs, out, |pairs, text| {
        for pair in pairs {
            let mut lead = '{';
            for (column, cell) in PAIR_COLUMNS.iter().zip(pair.cells(claims)) {
                write!(text, "{lead}\"{column}\":")?;
                write_cell(cell, &mut *text)?;
                lead = ',';
            }
            text.extend_from_slice(b"}\n");
        }
        Ok(())
    })
}

/// Puts pairs into text on several threads, and writes it in their order, piece by piece.
fn in_turns(
    pairs: &[Contradicting],
    mut out: impl Write,
    put: impl Fn(&[Contradicting], &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let threads = available_parallelism().map_or(1, NonZero::get);
    for turn in pairs.chunks(AT_ONCE * threads) {
        let texts = side_by_side(turn.chunks(AT_ONCE).collect(), |pairs| {
            let mut text = Vec::new();
            put(pairs, &mut text).map(|()| text)
        });
        for text in texts {
            out.write_all(&text?)?;
        }
    }
    out.flush()
}
