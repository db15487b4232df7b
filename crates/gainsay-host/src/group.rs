//! A process and all it starts, ended together.

use std::fs;
use std::process::{Child, ExitStatus};
use std::time::Duration;

use crate::sys;

/// A process that leads a group. Its number is used only until it has been
/// reaped: after that the system may give it to somebody else.
#[derive(Debug)]
pub(crate) struct Group {
    /// Gone once it has been reaped.
    leader: Option<Child>,
    status: Option<ExitStatus>,
}

impl Group {
    /// The group of a process that was started as its leader.
    pub(crate) fn of(leader: Child) -> Self {
        Self { leader: Some(leader), status: None }
    }

    /// Whether the leader has ended by itself or was ended.
    pub(crate) fn has_ended(&self) -> bool {
        self.leader.as_ref().is_none_or(|leader| sys::has_ended(leader.id()))
    }

    /// Processor time that the leader has used, ended or not; nothing where the system does
    /// not tell.
    pub(crate) fn processor_time(&self) -> Option<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.leader.as_ref()?.id())).ok()?;
        processor_time(&stat)
    }

    /// Ends all of the group, reaps the leader and says how that one ended. Only
    /// the first call does anything.
    pub(crate) fn end(&mut self) -> Option<ExitStatus> {
        if let Some(mut leader) = self.leader.take() {
            sys::kill_group(leader.id());
            // This does nothing where the signal to the group has reached it.
            leader.kill().ok();
            self.status = leader.wait().ok();
        }
        self.status
    }
}

/// The processor time that a file `stat` tells: in the process, and in the system for it.
fn processor_time(stat: &str) -> Option<Duration> {
    // As long as a tick, in which Linux counts for every program, whatever it counts in itself.
    const TICK: Duration = Duration::from_millis(10);
    // The name of the program, in parentheses, may hold anything.
    let (_, after) = stat.rsplit_once(')')?;
    let ticks: Vec<u32> =
        after.split_whitespace().skip(11).take(2).filter_map(|one| one.parse().ok()).collect();
    let [own, of_the_system] = ticks[..] else { return None };
    Some(TICK * own.saturating_add(of_the_system))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
    use std::process::{Command, Stdio};

    use super::*;

    /// A process that ends well when its input ends.
    fn patient(group: i32) -> Child {
        Command::new("cat").stdin(Stdio::piped()).process_group(group).spawn().expect("cat runs")
    }

    #[test]
    fn processor_time_is_that_of_the_process_and_of_the_system_for_it() {
        let stat = "7 (a) R 1) S 1 7 7 0 -1 4 98 0 0 0 150 25 9 9 20 0 1 0 8 9 9 18";
        assert_eq!(processor_time(stat), Some(Duration::from_millis(1750)));
        assert_eq!(processor_time("7 (cat) S 1 7"), None);
        assert_eq!(processor_time(""), None);
    }

    #[test]
    fn all_of_a_group_ends() {
        let leader = patient(0);
        let mut member = patient(leader.id().cast_signed());
        let mut group = Group::of(leader);
        assert!(!group.has_ended());
        assert_eq!(group.end().and_then(|status| status.signal()), Some(libc::SIGKILL));
        assert_eq!(member.wait().expect("it ends").signal(), Some(libc::SIGKILL));
        assert!(group.has_ended());
    }

    #[test]
    fn nothing_is_signalled_once_the_leader_is_reaped() {
        let leader = patient(0);
        let number = leader.id().cast_signed();
        // As long as this one is not reaped, others can join the group.
        let mut member = patient(number);
        let mut group = Group::of(leader);
        let first = group.end();
        let mut late = patient(number);
        assert_eq!(group.end(), first);
        drop(late.stdin.take());
        assert!(late.wait().expect("it ends").success());
        member.wait().expect("it ends");
    }
}
