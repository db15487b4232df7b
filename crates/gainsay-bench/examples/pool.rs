//! Pools the studies of one group, as `compare/run` does with R and statsmodels.
//!
//! Reads a claims table of which only `lo`, `hi` and `n_effective` matter, and prints a line for
//! each estimator: its name, mean, standard error, τ², Q and the seconds it took.

use std::{env, error::Error, io::Write, time::Instant};

use gainsay_judge::stats::{
    Effective, Ends,
    pool::{Effect, Estimator, pool},
};

/// So many times each is computed, as once is too short to be timed.
const TIMES: u32 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("which table?")?;
    let effects = effects(&file)?;
    for (name, estimator) in [
        ("REML", Estimator::RestrictedLikelihood),
        ("PM", Estimator::PauleMandel),
        ("DL", Estimator::DerSimonianLaird),
    ] {
        let start = Instant::now();
        for _ in 1..TIMES {
            std::hint::black_box(pool(&effects, estimator)?);
        }
        let pooled = pool(&effects, estimator)?;
        let seconds = start.elapsed().as_secs_f64() / f64::from(TIMES);
        let average = pooled.average;
        let (mean, error, tau2) = (average.mean, average.standard_error, average.tau2);
        let mut out = std::io::stdout().lock();
        writeln!(out, "{name} {mean} {error} {tau2} {} {seconds:.9}", pooled.q)?;
    }
    Ok(())
}

fn effects(file: &str) -> Result<Vec<Effect>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    let header = reader.headers()?.clone();
    let place = |name| header.iter().position(|one| one == name).ok_or("a column is missing");
    let places = [place("lo")?, place("hi")?, place("n_effective")?];
    let mut effects = Vec::new();
    for record in reader.records() {
        let record = record?;
        let [lo, hi, size] = places.map(|place| record.get(place).unwrap_or_default().parse());
        let ends = Ends::new(lo?, hi?)?;
        effects.push(Effect::log_odds(ends, Effective::new(size?)?)?);
    }
    Ok(effects)
}
