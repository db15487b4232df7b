//! The calls to the operating system that the standard library does not offer.

#![expect(unsafe_code, reason = "calls of the C library, each one wrapped and checked here")]

use std::ffi::CString;
use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

/// Ends every process of the group that `leader` leads.
pub(crate) fn kill_group(leader: u32) {
    let Ok(leader) = libc::pid_t::try_from(leader) else {
        return;
    };
    // SAFETY: no memory is involved. A group that is gone is no error here.
    unsafe { libc::kill(-leader, libc::SIGKILL) };
}

/// Whether a child has ended; it stays a zombie, so its number is not used again.
pub(crate) fn has_ended(child: u32) -> bool {
    // SAFETY: an all-zero `siginfo_t` is a valid value.
    let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
    let flags = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT;
    // SAFETY: `info` is a valid place for the answer.
    let result = unsafe { libc::waitid(libc::P_PID, child, &raw mut info, flags) };
    // SAFETY: `waitid` has filled `info`, or left it zero when nothing has ended.
    result != 0 || unsafe { info.si_pid() } != 0
}

/// Ends this process at once: no destructor of a plugin runs.
pub(crate) fn end(code: i32) -> ! {
    // SAFETY: always allowed; nothing after it runs.
    unsafe { libc::_exit(code) }
}

/// Takes the standard output away from the rest of the process: what is written
/// to it later, by anybody, goes to the standard error.
pub(crate) fn take_stdout() -> io::Result<File> {
    // SAFETY: duplicates a descriptor, no memory is involved.
    let taken = checked(unsafe { libc::fcntl(libc::STDOUT_FILENO, libc::F_DUPFD_CLOEXEC, 3) })?;
    // SAFETY: the descriptor was just made and belongs to nobody else.
    let taken = unsafe { OwnedFd::from_raw_fd(taken) };
    // SAFETY: duplicates a descriptor, no memory is involved.
    checked(unsafe { libc::dup2(libc::STDERR_FILENO, libc::STDOUT_FILENO) })?;
    Ok(File::from(taken))
}

/// Lets the standard output lead to a pipe, and returns its other end. Neither end
/// waits: who writes more than a pipe holds is told so.
#[cfg(target_os = "linux")]
pub(crate) fn tap_stdout() -> io::Result<File> {
    let mut ends = [0; 2];
    // SAFETY: `ends` has room for both descriptors.
    checked(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK) })?;
    // SAFETY: the descriptors were just made and belong to nobody else.
    let [from, to] = ends.map(|end| unsafe { OwnedFd::from_raw_fd(end) });
    // SAFETY: duplicates a descriptor, no memory is involved.
    checked(unsafe { libc::dup2(to.as_raw_fd(), libc::STDOUT_FILENO) })?;
    Ok(File::from(from))
}

/// Has the C library write out what it still holds back.
#[cfg(target_os = "linux")]
pub(crate) fn flush_stdout() {
    // SAFETY: null stands for every stream. What fails here has not been written.
    unsafe { libc::fflush(std::ptr::null_mut()) };
}

/// Processor time of this process, all its threads together.
#[cfg(target_os = "linux")]
pub(crate) fn processor_time() -> io::Result<std::time::Duration> {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `time` is a valid place for the answer.
    checked(unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &raw mut time) })?;
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    Ok(std::time::Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or_default()))
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

/// Makes this process end when the one that started it ends.
#[cfg(target_os = "linux")]
pub(crate) fn end_with_parent() -> io::Result<()> {
    // SAFETY: takes a number only.
    checked(unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) }).map(drop)
}

/// Keeps this process and what it starts from ever gaining privileges.
#[cfg(target_os = "linux")]
pub(crate) fn no_new_privileges() -> io::Result<()> {
    // SAFETY: takes numbers only.
    checked(unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) }).map(drop)
}

/// A resource that can be limited.
#[cfg(target_os = "linux")]
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

/// Lowers both limits of a resource to `value`, unless they are lower already.
#[cfg(target_os = "linux")]
pub(crate) fn limit(resource: Resource, value: u64) -> io::Result<()> {
    let value = value.min(limit_of(resource)?);
    let limit = libc::rlimit { rlim_cur: value, rlim_max: value };
    exchange_limit(resource, Some(&limit)).map(drop)
}

/// What this process can raise its limit of a resource to.
#[cfg(target_os = "linux")]
pub(crate) fn limit_of(resource: Resource) -> io::Result<u64> {
    exchange_limit(resource, None).map(|limit| limit.rlim_max)
}

/// Sets the limits of a resource, if there are new ones, and returns the old ones.
#[cfg(target_os = "linux")]
fn exchange_limit(resource: Resource, new: Option<&libc::rlimit>) -> io::Result<libc::rlimit> {
    let resource = match resource {
        Resource::Data => libc::RLIMIT_DATA,
        Resource::Addresses => libc::RLIMIT_AS,
        Resource::Seconds => libc::RLIMIT_CPU,
        Resource::FileSize => libc::RLIMIT_FSIZE,
        Resource::Core => libc::RLIMIT_CORE,
    };
    let new = new.map_or(std::ptr::null(), std::ptr::from_ref);
    let mut old = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `new` is null or a valid structure, `old` a valid place for the answer.
    checked(unsafe { libc::prlimit(0, resource, new, &raw mut old) })?;
    Ok(old)
}

/// Makes an empty file in memory that can be sealed. One that is handed on stays open
/// when this process becomes another program.
#[cfg(target_os = "linux")]
pub(crate) fn memory_file(name: &str, is_handed_on: bool) -> io::Result<File> {
    let name = CString::new(name)?;
    let closed = if is_handed_on { 0 } else { libc::MFD_CLOEXEC };
    let flags = closed | libc::MFD_ALLOW_SEALING;
    // SAFETY: `name` ends with a NUL and outlives the call.
    let made = checked(unsafe { libc::memfd_create(name.as_ptr(), flags) })?;
    // SAFETY: the descriptor was just made and belongs to nobody else.
    Ok(File::from(unsafe { OwnedFd::from_raw_fd(made) }))
}

/// Makes a file in memory unchangeable for everybody, for ever.
#[cfg(target_os = "linux")]
pub(crate) fn seal(file: &File) -> io::Result<()> {
    const TRIES: usize = 20;
    let seals = libc::F_SEAL_WRITE | libc::F_SEAL_SHRINK | libc::F_SEAL_GROW | libc::F_SEAL_SEAL;
    let mut last = Ok(());
    for _ in 0..TRIES {
        // SAFETY: the descriptor is open; the rest are numbers.
        let sealed = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_ADD_SEALS, seals) };
        last = checked(sealed).map(drop);
        match &last {
            // The kernel moves pages about, and says so while it does.
            Err(error) if error.raw_os_error() == Some(libc::EBUSY) => {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            _ => break,
        }
    }
    last
}

/// Whether starting a process is forbidden. Asks for one with flags that
/// contradict each other, so that none is ever started.
#[cfg(target_os = "linux")]
pub(crate) fn fork_is_denied() -> bool {
    let flags = libc::CLONE_NEWNS | libc::CLONE_FS;
    // SAFETY: the kernel refuses this pair of flags before it does anything.
    let result = unsafe { libc::syscall(libc::SYS_clone, flags, 0, 0, 0, 0) };
    result == -1 && io::Error::last_os_error().raw_os_error() == Some(libc::EPERM)
}

/// Whether running another program is forbidden. Asks for one without a name.
#[cfg(target_os = "linux")]
pub(crate) fn exec_is_denied() -> bool {
    let none: [*const libc::c_char; 1] = [std::ptr::null()];
    // SAFETY: name and both lists end as they must; no program has an empty name.
    unsafe { libc::execve(c"".as_ptr(), none.as_ptr(), none.as_ptr()) };
    io::Error::last_os_error().raw_os_error() == Some(libc::EPERM)
}

fn checked(result: libc::c_int) -> io::Result<libc::c_int> {
    if result == -1 { Err(io::Error::last_os_error()) } else { Ok(result) }
}
