//! What a process costs, as the system accounts for it.

use std::{
    io,
    process::{Command, Stdio},
    time::Instant,
};

use wait4::Wait4;

/// The program says 2 where it could not run.
const COULD_NOT_RUN: i32 = 2;

/// The cost of one run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cost {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of processors, of the process and of those it waited for.
    pub(crate) processor: f64,
    /// The most memory at once of the largest of these processes, in MiB.
    pub(crate) memory: f64,
}

/// Runs a command without keeping what it prints, and says whether it could run.
pub(crate) fn of(command: &mut Command) -> io::Result<(Cost, bool)> {
    let start = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let used = child.wait4()?;
    let wall = start.elapsed().as_secs_f64();
    let processor = (used.rusage.utime + used.rusage.stime).as_secs_f64();
    let memory = used.rusage.maxrss as f64 / f64::from(1 << 20);
    let ran = used.status.code().is_some_and(|code| code != COULD_NOT_RUN);
    Ok((Cost { wall, processor, memory }, ran))
}

/// The middle of each part of some costs; none of no costs.
pub(crate) fn median(costs: &[Cost]) -> Option<Cost> {
    let middle = |part: fn(&Cost) -> f64| {
        let mut parts: Vec<f64> = costs.iter().map(part).collect();
        parts.sort_by(f64::total_cmp);
        let (low, high) =
            (parts.get((parts.len().checked_sub(1)?) / 2)?, parts.get(parts.len() / 2)?);
        Some(f64::midpoint(*low, *high))
    };
    let wall = middle(|cost| cost.wall)?;
    Some(Cost {
        wall,
        processor: middle(|cost| cost.processor)?,
        memory: middle(|cost| cost.memory)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_of_each_part() {
        let cost = |wall, processor| Cost { wall, processor, memory: 1.0 };
        let costs = [cost(3.0, 1.0), cost(1.0, 5.0), cost(2.0, 2.0)];
        assert_eq!(median(&costs), Some(cost(2.0, 2.0)));
        assert_eq!(median(&costs[..2]), Some(cost(2.0, 3.0)));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_process_costs_something_and_says_whether_it_could_run() {
        let cargo = env!("CARGO");
        let (cost, ran) = of(Command::new(cargo).arg("--version")).unwrap();
        assert!(ran && cost.wall > 0.0 && cost.memory > 0.0, "{cost:?}");
        assert!(of(&mut Command::new("no such program")).is_err());
    }
}
