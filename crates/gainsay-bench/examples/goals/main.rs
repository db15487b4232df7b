//! Holds the release program against the goals of `docs/speed.md`.
//!
//! ```console
//! $ cargo run --release -p gainsay-bench --example goals
//! ```
//!
//! Builds the program, runs every goal's command in turns, and prints the medians as Markdown.

mod cost;
mod goal;
mod scratch;
mod told;

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::Parser;

use cost::Cost;
use goal::Goal;
use scratch::Scratch;

/// Measures the release program against the goals of docs/speed.md
#[derive(Parser)]
#[command(name = "goals")]
struct Arguments {
    /// Timed runs of each command, in turns
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Another program than the one that is built; its plugins stand beside it
    #[arg(long)]
    program: Option<PathBuf>,
    /// A base of many published claims, as the example `many_polls` of the tests makes it
    #[arg(long)]
    base: Option<PathBuf>,
    /// Put what was measured into docs/speed.md as well
    #[arg(long)]
    write: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do where even that cannot be written.
            writeln!(std::io::stderr(), "{error}").ok();
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let program = match &arguments.program {
        Some(program) => program.canonicalize()?,
        None => built(&root)?,
    };
    let scratch = Scratch::new(&root, arguments.base.as_deref())?;
    let goals = goal::all(&scratch);
    let costs = measured(&program, &root, &goals, arguments.runs)?;
    let text = told::markdown(&goals, &costs, arguments.runs, arguments.base.is_some());
    write!(std::io::stdout().lock(), "{text}")?;
    if arguments.write {
        told::write(&root.join("docs/speed.md"), &text)?;
    }
    Ok(())
}

/// Builds the program and its plugins as a user does, and tells where the program is: in the
/// folder above that of this example.
fn built(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).args(["build", "--release"]).current_dir(root).status()?;
    if !status.success() {
        return Err("the program cannot be built".into());
    }
    let here = env::current_exe()?;
    let release =
        here.ancestors().nth(2).ok_or("this example does not stand where cargo puts it")?;
    Ok(release.join(format!("gainsay{}", env::consts::EXE_SUFFIX)))
}

/// What each goal's command cost, run by run. One run of each, which is not counted, comes first
/// and tells whether the program knows the command at all: none does not.
fn measured(
    program: &Path,
    root: &Path,
    goals: &[Goal],
    runs: u32,
) -> Result<Vec<Vec<Cost>>, Box<dyn Error>> {
    let run = |goal: &Goal| {
        goal.edited.as_deref().map(cut_last_line).transpose()?;
        cost::of(Command::new(program).args(&goal.arguments).current_dir(root))
    };
    let mut known = Vec::new();
    for goal in goals {
        known.push(run(goal)?.1);
    }
    let mut costs = vec![Vec::new(); goals.len()];
    for _ in 0..runs {
        for ((goal, costs), known) in goals.iter().zip(&mut costs).zip(&known) {
            if *known {
                costs.push(run(goal)?.0);
            }
        }
    }
    Ok(costs)
}

/// Takes the last line of a file away.
fn cut_last_line(file: &Path) -> io::Result<()> {
    let text = fs::read(file)?;
    let last = text.trim_ascii_end().iter().rposition(|&byte| byte == b'\n');
    fs::write(file, &text[..last.map_or(0, |last| last + 1)])
}
