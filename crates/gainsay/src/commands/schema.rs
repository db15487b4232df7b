use crate::{args::Global, exit::Exit, output, refusal::Refusal};

/// Prints the schema of an output.
pub(super) fn run(global: &Global, name: &str) -> Result<Exit, Refusal> {
    // The argument parser admits known names only.
    let schema = gainsay_report::schema::schema(name).unwrap_or_default();
    output::print(&schema, global.color)?;
    Ok(Exit::Clean)
}
