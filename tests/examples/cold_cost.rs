//! Measures what a run costs in which nothing is kept, beside what starting its plugins costs.
//!
//! `cargo run --release -p gainsay-tests --example cold_cost -- PROGRAM BASE`, with a program
//! that has its plugins beside it, prints the medians of paired runs: of the same processes,
//! confined in the same way, with no document to read, and of `PROGRAM check --no-cache`.

use std::{
    collections::BTreeMap,
    env::consts::{DLL_PREFIX, DLL_SUFFIX},
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use gainsay_host::{CONFIG_NAMES, Job, RunOptions, run};
use serde::Deserialize;

/// How many pairs of runs; their order alternates.
const RUNS: usize = 21;

/// What of a configuration tells which plugins run.
#[derive(Deserialize)]
struct Config {
    sources: BTreeMap<String, Source>,
}

#[derive(Deserialize)]
struct Source {
    plugin: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [program, base] = &paths[..] else {
        return Err("give the program and the folder of the base".into());
    };
    let program = program.canonicalize()?;
    let jobs = jobs(&program, base)?;
    let options = RunOptions { worker_exe: Some(program.clone()), ..RunOptions::default() };
    let (mut alone, mut whole) = (Vec::new(), Vec::new());
    for pair in 0..RUNS {
        for first in [pair % 2 == 0, pair % 2 != 0] {
            match first {
                true => alone.push(timed(|| drop(run(&jobs, &options, &|_, _| ())))),
                false => {
                    let mut command = Command::new(&program);
                    command.args(["check", "--no-cache", "--base"]).arg(base);
                    command.stdout(Stdio::null()).stderr(Stdio::null());
                    let mut code = None;
                    whole.push(timed(|| code = command.status().ok().and_then(|it| it.code())));
                    code.filter(|code| [0, 1].contains(code)).ok_or("the program could not run")?;
                }
            }
        }
    }
    let [alone, whole] = [alone, whole].map(median);
    writeln!(
        io::stdout(),
        "{} sources: plugins started in {alone:.1?}, `check --no-cache` in {whole:.1?}: {:.2} \
         times that",
        jobs.len(),
        whole.as_secs_f64() / alone.as_secs_f64(),
    )?;
    Ok(())
}

/// A job without documents for each source, so that as many processes start as with them.
fn jobs(program: &Path, base: &Path) -> Result<Vec<Job>, Box<dyn Error>> {
    let text = CONFIG_NAMES.iter().find_map(|name| fs::read_to_string(base.join(name)).ok());
    let config: Config = toml::from_str(&text.ok_or("there is no configuration")?)?;
    let job = |(source, Source { plugin }): (String, Source)| {
        let expect_id = plugin.unwrap_or_else(|| source.clone());
        let library = expect_id.replace('-', "_");
        let name = format!("{DLL_PREFIX}gainsay_source_{library}{DLL_SUFFIX}");
        let plugin = program.with_file_name(name);
        let (config, documents) = (Default::default(), Vec::new());
        Job { source, plugin, expect_id, config, documents, digest: None }
    };
    Ok(config.sources.into_iter().map(job).collect())
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
