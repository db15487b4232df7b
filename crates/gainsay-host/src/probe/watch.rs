//! What the system tells a process of itself; prepared before it is confined.

#[cfg(target_os = "linux")]
pub(crate) use linux::Watch;

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        fs::File,
        io::{self, Read as _, Seek as _, Write as _},
        thread,
        time::Duration,
    };

    use super::super::{Footprint, Probe};
    use crate::{library::flush_stdout, sys};

    /// How long a thread that was joined may take to be gone.
    const PATIENCE: u32 = 100;
    /// Bytes that are kept of what was written.
    const KEPT: u64 = 200;

    /// What the system tells this process of itself.
    #[derive(Debug)]
    pub(crate) struct Watch {
        status: File,
        written: File,
    }

    impl Watch {
        /// Opens what can no longer be opened once the process is confined; nothing where a
        /// probe needs none of it.
        pub(crate) fn begin(probe: Probe) -> Option<Self> {
            if probe != Probe::Footprint {
                return None;
            }
            let status = File::open("/proc/self/status").ok()?;
            Some(Self { status, written: sys::tap_stdout().ok()? })
        }

        /// Runs something and tells what it left behind and cost.
        pub(crate) fn footprint(&self, run: impl FnOnce()) -> Option<Footprint> {
            let threads = self.status("Threads:")?;
            let begin = sys::processor_time();
            run();
            let time = sys::processor_time().saturating_sub(begin);
            flush_stdout();
            io::stdout().flush().ok();
            Some(Footprint {
                written: self.written(),
                threads: self.left(threads)?,
                memory: self.status("VmHWM:")?.saturating_mul(1024),
                time,
            })
        }

        fn written(&self) -> String {
            let mut written = Vec::new();
            // Ends where it would have to wait for more.
            (&self.written).take(KEPT).read_to_end(&mut written).ok();
            String::from_utf8_lossy(&written).into_owned()
        }

        fn left(&self, before: u64) -> Option<u64> {
            for _ in 0..PATIENCE {
                if self.status("Threads:")? <= before {
                    return Some(0);
                }
                thread::sleep(Duration::from_millis(1));
            }
            Some(self.status("Threads:")?.saturating_sub(before))
        }

        /// The number after a name; kilobytes where it is memory.
        fn status(&self, name: &str) -> Option<u64> {
            let mut status = &self.status;
            status.rewind().ok()?;
            let mut text = String::new();
            status.read_to_string(&mut text).ok()?;
            let line = text.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse().ok()
        }
    }
}

/// This system does not tell.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub(crate) struct Watch;

#[cfg(not(target_os = "linux"))]
impl Watch {
    /// Nothing to watch with.
    pub(crate) fn begin(_: super::Probe) -> Option<Self> {
        None
    }

    /// Nothing is told.
    pub(crate) fn footprint(&self, run: impl FnOnce()) -> Option<super::Footprint> {
        run();
        None
    }
}
