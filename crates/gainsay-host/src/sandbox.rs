//! What a plugin process may not do.
//!
//! Linux only: elsewhere a plugin has a process and a deadline, and the report
//! says so. This keeps honest mistakes and careless code in; it is no boundary
//! against an author who means harm.
//!
//! An executable is run by the process that was confined. It may do what a library may,
//! list the folders of libraries, and execute what runs it: its interpreter and the loader
//! of that, or its own loader. It cannot start a process, so it can only become one of these
//! again, as confined as before.

pub use gainsay_claims::evidence::SandboxReport;
use serde::{Deserialize, Serialize};

/// Whether plugins are confined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SandboxMode {
    /// A source is refused where any part of the sandbox does not hold.
    Require,
    /// As far as the system allows; the report says how far.
    #[default]
    Auto,
    /// Not at all; limits on memory and time stay.
    Off,
}

impl SandboxMode {
    /// Whether a source may run with what has been reached.
    pub(crate) fn accepts(self, reached: &SandboxReport) -> bool {
        self != Self::Require || reached.is_complete()
    }
}

#[cfg(target_os = "linux")]
pub(crate) use linux::{confine, limit, limits_hold};

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::BTreeMap;
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::net::UdpSocket;
    use std::path::PathBuf;

    use landlock::{
        ABI, Access as _, AccessFs, AccessNet, Ruleset, RulesetAttr as _, RulesetCreatedAttr as _,
        RulesetError, Scope, path_beneath_rules,
    };
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen as Len, SeccompCmpOp as Op, SeccompCondition,
        SeccompFilter, SeccompRule,
    };

    use super::SandboxReport;
    use crate::sys::{self, Resource};

    /// Where the libraries that a plugin is linked with may be read.
    const LIBRARIES: [&str; 6] =
        ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store", "/etc/ld.so.cache"];

    /// Where interpreters have theirs besides; Node does not start without the last.
    const OF_INTERPRETERS: [&str; 4] =
        ["/usr/local/lib", "/usr/share/perl", "/usr/share/perl5", "/etc/ssl/openssl.cnf"];

    /// Limits this process to `memory` bytes of private memory and `seconds` of
    /// processor time; it can no longer write files.
    pub(crate) fn limit(memory: u64, seconds: u64) -> io::Result<()> {
        sys::end_with_parent()?;
        limits(memory, seconds).into_iter().try_for_each(|(one, value)| sys::limit(one, value))
    }

    /// Whether the limits that [`limit`] sets hold, as the system tells.
    pub(crate) fn limits_hold(memory: u64, seconds: u64) -> bool {
        let holds = |(one, value)| sys::limit_of(one) <= value;
        limits(memory, seconds).into_iter().all(holds)
    }

    fn limits(memory: u64, seconds: u64) -> [(Resource, u64); 5] {
        [
            (Resource::Core, 0),
            (Resource::FileSize, 0),
            (Resource::Seconds, seconds),
            // Private memory is what counts, but shared mappings are not part of it;
            // the space of addresses is wide because each thread reserves a lot of it.
            (Resource::Addresses, memory.saturating_mul(16)),
            (Resource::Data, memory),
        ]
    }

    /// Takes files, network and processes away, as far as the system allows, and
    /// reports what is denied by trying it. For an executable these files can be run.
    pub(crate) fn confine(needs: Option<&[PathBuf]>) -> SandboxReport {
        // What fails here shows in the report.
        if sys::no_new_privileges().is_ok() {
            restrict_files(needs).ok();
            filter_calls(needs.is_some()).ok();
        }
        probe(needs.is_some())
    }

    fn probe(executable: bool) -> SandboxReport {
        let refused =
            |error: io::Error| matches!(error.raw_os_error(), Some(libc::EPERM | libc::EACCES));
        let reading = File::open("/").is_err_and(refused);
        SandboxReport {
            limits: false,
            reading,
            writing: OpenOptions::new().write(true).open("/dev/null").is_err_and(refused),
            network: UdpSocket::bind(("127.0.0.1", 0)).is_err_and(refused),
            // Whether an executable can run others cannot be tried without becoming one of
            // them; what keeps it from reading them keeps it from running them.
            processes: sys::fork_is_denied()
                && if executable { reading } else { sys::exec_is_denied() },
            executable,
        }
    }

    fn restrict_files(needs: Option<&[PathBuf]>) -> Result<(), RulesetError> {
        let abi = ABI::V6;
        let mut rules = Ruleset::default()
            .handle_access(AccessFs::from_all(abi))?
            .handle_access(AccessNet::from_all(abi))?
            .scope(Scope::from_all(abi))?
            .create()?
            .add_rules(path_beneath_rules(LIBRARIES, AccessFs::ReadFile))?;
        if let Some(needs) = needs {
            // Interpreters look for their modules by listing folders.
            let folders = LIBRARIES.iter().chain(&OF_INTERPRETERS);
            let read = AccessFs::ReadFile | AccessFs::ReadDir;
            rules = rules
                .add_rules(path_beneath_rules(folders, read))?
                .add_rules(path_beneath_rules(needs, AccessFs::ReadFile | AccessFs::Execute))?;
        }
        rules.restrict_self()?;
        Ok(())
    }

    /// Installs two filters: one answers "unknown call" to `clone3`, whose flags a
    /// filter cannot see, so that the C library falls back to `clone`; the other
    /// denies what a reader of documents has no use for. What an executable can run is the
    /// other restriction's business.
    fn filter_calls(executable: bool) -> Result<(), Box<dyn std::error::Error>> {
        let unknown = SeccompAction::Errno(libc::ENOSYS as u32);
        install(BTreeMap::from([(libc::SYS_clone3, Vec::new())]), unknown)?;
        let mut denied: BTreeMap<i64, Vec<SeccompRule>> =
            DENIED.iter().map(|&call| (call, Vec::new())).collect();
        #[cfg(target_arch = "x86_64")]
        denied.extend(DENIED_X86_64.iter().map(|&call| (call, Vec::new())));
        if executable {
            denied.remove(&libc::SYS_execve);
        }
        let thread = libc::CLONE_THREAD as u64;
        let fork = SeccompCondition::new(0, Len::Qword, Op::MaskedEq(thread), 0)?;
        denied.insert(libc::SYS_clone, vec![SeccompRule::new(vec![fork])?]);
        // `abort` sends a signal to its own process, which must stay possible.
        let me = u64::from(std::process::id());
        let others = SeccompCondition::new(0, Len::Dword, Op::Ne, me)?;
        denied.insert(libc::SYS_tgkill, vec![SeccompRule::new(vec![others])?]);
        // Limits may be read, but not set.
        let sets = SeccompCondition::new(2, Len::Qword, Op::Ne, 0)?;
        denied.insert(libc::SYS_prlimit64, vec![SeccompRule::new(vec![sets])?]);
        install(denied, SeccompAction::Errno(libc::EPERM as u32))
    }

    fn install(
        rules: BTreeMap<i64, Vec<SeccompRule>>,
        action: SeccompAction,
    ) -> Result<(), Box<dyn std::error::Error>> {
        let architecture = std::env::consts::ARCH.try_into()?;
        let filter = SeccompFilter::new(rules, SeccompAction::Allow, action, architecture)?;
        let program: BpfProgram = filter.try_into()?;
        seccompiler::apply_filter(&program)?;
        Ok(())
    }

    /// Calls that are denied whatever their arguments: programs and processes,
    /// signals to others, network, other processes' memory, attributes of files
    /// (which Landlock does not cover), and administration.
    const DENIED: &[i64] = &[
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_kill,
        libc::SYS_tkill,
        libc::SYS_rt_sigqueueinfo,
        libc::SYS_rt_tgsigqueueinfo,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_send_signal,
        libc::SYS_pidfd_getfd,
        libc::SYS_setsid,
        libc::SYS_setpgid,
        libc::SYS_setrlimit,
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_sendto,
        libc::SYS_sendmsg,
        libc::SYS_sendmmsg,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_process_madvise,
        libc::SYS_fchmod,
        libc::SYS_fchmodat,
        libc::SYS_fchown,
        libc::SYS_fchownat,
        libc::SYS_utimensat,
        libc::SYS_setxattr,
        libc::SYS_lsetxattr,
        libc::SYS_fsetxattr,
        libc::SYS_removexattr,
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_unshare,
        libc::SYS_setns,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_pivot_root,
        libc::SYS_chroot,
        libc::SYS_open_by_handle_at,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_keyctl,
        libc::SYS_init_module,
        libc::SYS_finit_module,
        libc::SYS_delete_module,
        libc::SYS_kexec_load,
        libc::SYS_reboot,
        libc::SYS_swapon,
        libc::SYS_swapoff,
        libc::SYS_settimeofday,
        libc::SYS_clock_settime,
        libc::SYS_sethostname,
        libc::SYS_setuid,
        libc::SYS_setgid,
    ];

    /// Older forms of the above that only x86-64 has.
    #[cfg(target_arch = "x86_64")]
    const DENIED_X86_64: &[i64] = &[
        libc::SYS_fork,
        libc::SYS_vfork,
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_utime,
        libc::SYS_utimes,
        libc::SYS_futimesat,
    ];
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn limit(_memory: u64, _seconds: u64) -> std::io::Result<()> {
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn limits_hold(_memory: u64, _seconds: u64) -> bool {
    false
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn confine(_needs: Option<&[std::path::PathBuf]>) -> SandboxReport {
    SandboxReport::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_required_sandbox_is_complete() {
        let all = SandboxReport {
            limits: true,
            reading: true,
            writing: true,
            network: true,
            processes: true,
            executable: false,
        };
        assert!(SandboxMode::Require.accepts(&all));
        let part = SandboxReport { network: false, ..all };
        assert!(!SandboxMode::Require.accepts(&part));
        assert!(SandboxMode::Auto.accepts(&part));
        assert!(part.to_string().contains("network not enforced, processes denied"));
    }

    #[test]
    fn limits_that_nobody_has_set_do_not_hold() {
        assert!(!limits_hold(1 << 20, 1));
    }
}
