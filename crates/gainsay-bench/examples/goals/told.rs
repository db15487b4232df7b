//! What was measured, as Markdown.

use std::{fs, io, path::Path, thread::available_parallelism};

use crate::{
    cost::{self, Cost},
    goal::Goal,
};

/// Between these lines stands what was measured.
const MARKS: [&str; 2] = ["<!-- goals:begin -->\n", "<!-- goals:end -->\n"];

/// A table of all goals.
pub(crate) fn markdown(goals: &[Goal], costs: &[Vec<Cost>], runs: u32, polls: bool) -> String {
    let base = if polls { " --base polls" } else { "" };
    let mut text = format!(
        "`cargo run --release -p gainsay-bench --example goals -- --runs {runs}{base}`: medians of {runs} \
         runs of each command in turns, {} cores, {} {}.\n\n\
         | what | goal | seconds (least to most) | processor seconds | MiB | reached |\n\
         |---|---|---|---:|---:|---|\n",
        available_parallelism().map_or(1, |cores| cores.get()),
        std::env::consts::OS,
        std::env::consts::ARCH,
    );
    for (goal, costs) in goals.iter().zip(costs) {
        text += &row(goal, costs);
    }
    text
}

fn row(goal: &Goal, costs: &[Cost]) -> String {
    let what = format!("{}: `{}`", goal.name, goal.shown);
    let asked = asked(goal);
    let Some(median) = cost::median(costs) else {
        return format!("| {what} | {asked} | this program cannot do it | | | |\n");
    };
    let walls = || costs.iter().map(|cost| cost.wall);
    let (least, most) = (walls().fold(f64::INFINITY, f64::min), walls().fold(0.0, f64::max));
    let Cost { wall, processor, memory } = median;
    format!(
        "| {what} | {asked} | {wall:.4} ({least:.4} to {most:.4}) | {processor:.4} | {memory:.0} | {} |\n",
        reached(goal, median)
    )
}

fn asked(goal: &Goal) -> String {
    let seconds = goal.seconds.map(|most| format!("≤ {most} s"));
    let memory = goal.memory.map(|most| format!("≤ {most} MiB"));
    seconds.into_iter().chain(memory).collect::<Vec<_>>().join(", ")
}

/// Whether a goal is reached, or by what factor it is missed; nothing where none is set.
fn reached(goal: &Goal, cost: Cost) -> String {
    let parts = [(goal.seconds, cost.wall), (goal.memory, cost.memory)];
    let parts = parts.into_iter().filter_map(|(most, used)| Some(used / most?));
    match parts.reduce(f64::max) {
        None => String::new(),
        Some(part) if part <= 1.0 => "yes".to_owned(),
        Some(part) => format!("no, {part:.1} times as much"),
    }
}

/// Puts the table between the marks of a document.
pub(crate) fn write(document: &Path, table: &str) -> io::Result<()> {
    let text = fs::read_to_string(document)?;
    let between = between(&text, table).ok_or_else(|| io::Error::other("no marks of goals"))?;
    fs::write(document, between)
}

fn between(text: &str, table: &str) -> Option<String> {
    let [begin, end] = MARKS;
    let (before, rest) = text.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n{table}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(seconds: Option<f64>, memory: Option<f64>) -> Goal {
        Goal { name: "a", arguments: Vec::new(), shown: "b", seconds, memory, edited: None }
    }

    #[test]
    fn a_goal_is_reached_when_no_part_is_missed() {
        let cost = Cost { wall: 0.5, processor: 0.4, memory: 100.0 };
        let told = |seconds, memory| reached(&goal(seconds, memory), cost);
        assert_eq!(told(Some(0.5), Some(200.0)), "yes");
        assert_eq!(told(Some(0.25), None), "no, 2.0 times as much");
        assert_eq!(told(Some(1.0), Some(50.0)), "no, 2.0 times as much");
        assert_eq!(told(None, None), "");
    }

    #[test]
    fn a_command_that_the_program_does_not_know_has_no_cost() {
        let table = markdown(&[goal(Some(1.0), None)], &[Vec::new()], 3, false);
        assert!(
            table.contains("| a: `b` | ≤ 1 s | this program cannot do it | | | |\n"),
            "{table}"
        );
    }

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let text = "a\n<!-- goals:begin -->\nold\n<!-- goals:end -->\nb\n";
        let expected = "a\n<!-- goals:begin -->\n\nnew\n\n<!-- goals:end -->\nb\n";
        assert_eq!(between(text, "new\n").as_deref(), Some(expected));
        assert_eq!(between("no marks", "new"), None);
    }
}
