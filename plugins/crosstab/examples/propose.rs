//! Proposes a mapping of a table or workbook: `propose FILE`. What was understood goes to
//! the standard error, the mapping to the standard output.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use gainsay_plugin::{Bytes, Document, testing};

fn main() -> Result<(), String> {
    let path = std::env::args().nth(1).ok_or("usage: propose FILE")?;
    let bytes = std::fs::read(&path).map_err(|error| format!("{path}: {error}"))?;
    let text = String::from_utf8(bytes.clone()).ok().filter(|_| !path.ends_with(".xlsx"));
    let document = match text {
        Some(text) => testing::document("example", &path, &text),
        None => Document { name: path, bytes: Some(Bytes(bytes)), ..Document::default() },
    };
    let proposal = gainsay_source_crosstab::propose(&document)?;
    for sheet in &proposal.understood {
        eprintln!("{sheet:#?}");
    }
    println!("{}", proposal.mapping);
    Ok(())
}
