//! The calls to the operating system that the standard library does not offer.

use std::fs::File;
use std::io;
use std::os::fd::AsFd as _;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

pub(crate) use crate::library::end;

#[cfg(target_os = "linux")]
pub(crate) use linux::{
    Resource, end_with_parent, exec_is_denied, fork_is_denied, limit, limit_of, memory_file,
    no_new_privileges, processor_time, seal, tap_stdout,
};

/// Ends every process of the group that `leader` leads.
pub(crate) fn kill_group(leader: u32) {
    if let Some(leader) = pid(leader) {
        // A group that is gone is no error here.
        kill_process_group(leader, Signal::KILL).ok();
    }
}

/// Whether a child has ended; it stays a zombie, so its number is not used again.
pub(crate) fn has_ended(child: u32) -> bool {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    // What is no child has nothing left to wait for.
    pid(child).is_none_or(|child| !matches!(waitid(WaitId::Pid(child), options), Ok(None)))
}

fn pid(number: u32) -> Option<Pid> {
    // A number that is not positive stands for processes of other groups.
    i32::try_from(number).ok().filter(|number| *number > 0).and_then(Pid::from_raw)
}

/// Takes the standard output away from the rest of the process: what is written
/// to it later, by anybody, goes to the standard error.
pub(crate) fn take_stdout() -> io::Result<File> {
    let taken = io::stdout().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdout(io::stderr())?;
    Ok(File::from(taken))
}

/// Name of a signal, such as `SIGSEGV`.
pub(crate) fn signal_name(number: i32) -> String {
    let known = match number {
        libc::SIGABRT => "SIGABRT",
        libc::SIGBUS => "SIGBUS",
        libc::SIGFPE => "SIGFPE",
        libc::SIGILL => "SIGILL",
        libc::SIGKILL => "SIGKILL",
        libc::SIGSEGV => "SIGSEGV",
        libc::SIGSYS => "SIGSYS",
        libc::SIGTERM => "SIGTERM",
        libc::SIGTRAP => "SIGTRAP",
        libc::SIGXCPU => "SIGXCPU",
        libc::SIGXFSZ => "SIGXFSZ",
        _ => return format!("signal {number}"),
    };
    known.to_owned()
}

/// What only Linux offers.
#[cfg(target_os = "linux")]
mod linux {
    use std::{
        fs::File, io, os::unix::process::CommandExt as _, process::Command, thread, time::Duration,
    };

    use rustix::{
        fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create},
        io::Errno,
        pipe::{PipeFlags, pipe_with},
        process::{self, Rlimit, Signal, getrlimit, set_parent_process_death_signal, setrlimit},
        thread::set_no_new_privs,
        time::{ClockId, clock_gettime},
    };

    /// Lets the standard output lead to a pipe, and returns its other end. Neither end
    /// waits: who writes more than a pipe holds is told so.
    pub(crate) fn tap_stdout() -> io::Result<File> {
        let (from, to) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK)?;
        rustix::stdio::dup2_stdout(to)?;
        Ok(File::from(from))
    }

    /// Processor time of this process, all its threads together.
    pub(crate) fn processor_time() -> Duration {
        clock_gettime(ClockId::ProcessCPUTime).try_into().unwrap_or_default()
    }

    /// Makes this process end when the one that started it ends.
    pub(crate) fn end_with_parent() -> io::Result<()> {
        Ok(set_parent_process_death_signal(Some(Signal::KILL))?)
    }

    /// Keeps this process and what it starts from ever gaining privileges.
    pub(crate) fn no_new_privileges() -> io::Result<()> {
        Ok(set_no_new_privs(true)?)
    }

    /// A resource that can be limited.
    #[derive(Debug, Clone, Copy)]
    pub(crate) enum Resource {
        /// Bytes of private memory.
        Data,
        /// Bytes of addresses, private or shared.
        Addresses,
        /// Seconds of processor time.
        Seconds,
        /// Bytes of the longest file that may be written.
        FileSize,
        /// Bytes of a core dump.
        Core,
    }

    impl From<Resource> for process::Resource {
        fn from(resource: Resource) -> Self {
            match resource {
                Resource::Data => Self::Data,
                Resource::Addresses => Self::As,
                Resource::Seconds => Self::Cpu,
                Resource::FileSize => Self::Fsize,
                Resource::Core => Self::Core,
            }
        }
    }

    /// Lowers both limits of a resource to `value`, unless they are lower already.
    pub(crate) fn limit(resource: Resource, value: u64) -> io::Result<()> {
        let value = Some(value.min(limit_of(resource)));
        Ok(setrlimit(resource.into(), Rlimit { current: value, maximum: value })?)
    }

    /// What this process can raise its limit of a resource to.
    pub(crate) fn limit_of(resource: Resource) -> u64 {
        getrlimit(resource.into()).maximum.unwrap_or(u64::MAX)
    }

    /// Makes an empty file in memory that can be sealed. One that is handed on stays open
    /// when this process becomes another program.
    pub(crate) fn memory_file(name: &str, is_handed_on: bool) -> io::Result<File> {
        let closed = if is_handed_on { MemfdFlags::empty() } else { MemfdFlags::CLOEXEC };
        Ok(File::from(memfd_create(name, closed | MemfdFlags::ALLOW_SEALING)?))
    }

    /// Makes a file in memory unchangeable for everybody, for ever.
    pub(crate) fn seal(file: &File) -> io::Result<()> {
        const TRIES: usize = 20;
        let seals = SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL;
        let mut last = Ok(());
        for _ in 0..TRIES {
            last = fcntl_add_seals(file, seals);
            if last != Err(Errno::BUSY) {
                break;
            }
            // The kernel moves pages about, and says so while it does.
            thread::sleep(Duration::from_millis(5));
        }
        Ok(last?)
    }

    /// Whether starting a process is forbidden. Asks for one in a folder that cannot be, so
    /// that where it is not forbidden the new process ends before it runs anything.
    pub(crate) fn fork_is_denied() -> bool {
        Command::new(NO_PROGRAM).current_dir("").spawn().is_err_and(|error| is_forbidden(&error))
    }

    /// Whether running another program is forbidden. Asks for what cannot be one.
    pub(crate) fn exec_is_denied() -> bool {
        is_forbidden(&Command::new(NO_PROGRAM).exec())
    }

    /// A folder is no program.
    const NO_PROGRAM: &str = "/";

    fn is_forbidden(error: &io::Error) -> bool {
        Errno::from_io_error(error) == Some(Errno::PERM)
    }
}
