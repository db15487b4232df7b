//! A process and all it starts, ended together.

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
    used: Option<(Duration, u64)>,
}

impl Group {
    /// The group of a process that was started as its leader.
    pub(crate) fn of(leader: Child) -> Self {
        Self { leader: Some(leader), status: None, used: None }
    }

    /// Whether the leader has ended by itself or was ended.
    pub(crate) fn has_ended(&self) -> bool {
        self.leader.as_ref().is_none_or(|leader| sys::has_ended(leader.id()))
    }

    /// Ends all of the group, reaps the leader and says how that one ended. Only
    /// the first call does anything.
    pub(crate) fn end(&mut self) -> Option<ExitStatus> {
        if let Some(mut leader) = self.leader.take() {
            sys::kill_group(leader.id());
            // This does nothing where the signal to the group has reached it.
            leader.kill().ok();
            self.used = sys::usage(leader.id());
            self.status = leader.wait().ok();
        }
        self.status
    }

    /// Processor time that the leader used until it ended, and bytes of memory at its peak;
    /// nothing where the system does not tell.
    pub(crate) fn used(&self) -> Option<(Duration, u64)> {
        self.used
    }
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
