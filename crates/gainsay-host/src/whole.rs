//! Writing files whole or not at all.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::fault::no_file;

/// How many names are tried for a temporary file.
const TRIES: u32 = 16;

/// Writes a file that exists whole or not at all: into a temporary file beside it, which
/// then takes its place and its permissions. Through a link, the file that it leads to is
/// written and the link stays; a hard link to it keeps the old bytes.
///
/// # Errors
///
/// When there is no such file, when it or its folder may not be written, or when the disk
/// is full. The file is what it was then, and nothing is left beside it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = path.canonicalize()?;
    let metadata = fs::metadata(&target)?;
    if !metadata.is_file() {
        return Err(no_file());
    }
    // To take its place needs no right to write it.
    if metadata.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    replace(&target, bytes, |file| file.set_permissions(metadata.permissions()))
}

/// Writes a file whole or not at all, as [`write_whole`] does; one that does not exist is
/// made.
///
/// # Errors
///
/// As of [`write_whole`], and when there is no such folder.
pub fn create_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return write_whole(path, bytes);
    }
    make(path, bytes, |_| Ok(()))
}

/// Writes a file as [`create_whole`] does, and makes its folder if there is none.
///
/// # Errors
///
/// As of [`create_whole`], and when the folder cannot be made.
pub fn make_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    create_whole(path, bytes)
}

/// Makes a file whole or not at all, with what is to be set of it first.
pub(crate) fn make(
    path: &Path,
    bytes: &[u8],
    prepare: impl FnOnce(&File) -> io::Result<()>,
) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize()?;
    replace(&folder.join(name), bytes, prepare)
}

/// Puts a new file in the place of one, or where there is none.
fn replace(
    target: &Path,
    bytes: &[u8],
    prepare: impl FnOnce(&File) -> io::Result<()>,
) -> io::Result<()> {
    clear_left_over(target);
    let (beside, file) = temporary(target)?;
    let prepared = prepare(&file);
    // It stays open, and locked, until it has its name.
    let written =
        prepared.and_then(|()| fill(&file, bytes)).and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        // What failed is told; whether its rest can be removed changes nothing.
        fs::remove_file(&beside).ok();
        return written;
    }
    step();
    // The new file is in its place. Where the system does not say whether a power cut would
    // undo that, nothing is wrong that anybody could mend.
    sync_folder(target).ok();
    Ok(())
}

fn fill(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    // In two parts, so that a test can end the process where half of it is written.
    let (first, second) = bytes.split_at(bytes.len() / 2);
    for part in [first, second] {
        step();
        file.write_all(part)?;
    }
    step();
    file.sync_all()?;
    step();
    Ok(())
}

/// A moment at which a test ends the process, as a power cut would.
#[cfg(not(all(test, unix)))]
const fn step() {}

#[cfg(all(test, unix))]
use tests::step;

/// A new, hidden file in the folder of another, locked so that it is known to be in use.
fn temporary(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut last = io::ErrorKind::AlreadyExists.into();
    for number in 0..TRIES {
        let beside = format!(".{name}{MARK}{}-{number}", std::process::id());
        let path = target.with_file_name(beside);
        match File::options().write(true).create_new(true).open(&path) {
            // Another process may have held it for left over before it was locked.
            Ok(file) => match file.try_lock() {
                Err(TryLockError::WouldBlock) => {}
                _ if !path.exists() => {}
                _ => return Ok((path, file)),
            },
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// What stands in the name of a temporary file before the number of its process.
const MARK: &str = ".gainsay-";

/// Removes the temporary files that processes left in a folder when they were ended: those whose
/// names are such, and which nobody holds locked. What cannot be removed is in nobody's way.
fn clear_left_over(target: &Path) {
    let Some(folder) = target.parent() else { return };
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !is_temporary(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let path = entry.path();
        // Without a lock nobody knows whether it is in use.
        let left_over = File::options().write(true).open(&path).ok();
        if left_over.is_some_and(|file| file.try_lock().is_ok()) {
            fs::remove_file(&path).ok();
        }
    }
}

/// Whether a file is called as a temporary one: `.NAME.gainsay-PROCESS-NUMBER`.
fn is_temporary(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    let numbers = name.strip_prefix('.').and_then(|name| name.rsplit_once(MARK));
    let numbers = numbers.filter(|(name, _)| !name.is_empty());
    let numbers = numbers.and_then(|(_, numbers)| numbers.split_once('-'));
    numbers.is_some_and(|(process, number)| is_number(process) && is_number(number))
}

/// Makes a change of names in the folder of a file last, where the system can.
#[cfg(unix)]
fn sync_folder(target: &Path) -> io::Result<()> {
    match target.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::{
        os::unix::fs::{PermissionsExt as _, symlink},
        process::Command,
        sync::atomic::{AtomicUsize, Ordering},
    };

    use super::*;

    /// The file to write, in a process that is to die, and at which step it dies.
    const TARGET: &str = "GAINSAY_TEST_TARGET";
    const DIES_AT: &str = "GAINSAY_TEST_DIES_AT";

    static STEPS: AtomicUsize = AtomicUsize::new(0);

    /// Ends the process without another word if it is to die here.
    pub(super) fn step() {
        let dies_at = std::env::var(DIES_AT).ok().and_then(|at| at.parse().ok());
        if dies_at == Some(STEPS.fetch_add(1, Ordering::SeqCst)) {
            std::process::abort();
        }
    }

    const NEW: &[u8] = b"status = \"explained\"";

    /// Writes a file in processes that die at every step; checks that it is the old one
    /// or the new one, and that a later run is not in their way.
    #[track_caller]
    fn dies(own_name: &str, folder: &Folder, path: &Path, old: Option<&[u8]>) {
        let program = std::env::current_exe().expect("tests are a program");
        for at in 0.. {
            match old {
                Some(old) => fs::write(path, old).expect("the old file"),
                None => fs::remove_file(path).unwrap_or_default(),
            }
            let mut child = Command::new(&program);
            child.args(["--exact", own_name]).env(TARGET, path).env(DIES_AT, at.to_string());
            let status = child.output().expect("it runs again").status;
            let found = fs::read(path).ok();
            if status.success() {
                assert!(at >= 5, "only {at} steps");
                let left = folder.names().into_iter().find(|name| name.starts_with('.'));
                assert_eq!(left, None);
                assert_eq!(found.as_deref(), Some(NEW));
                return;
            }
            let is_new = found.as_deref() == Some(NEW);
            assert!(is_new || found.as_deref() == old, "killed at {at}: {found:?}");
            let names = folder.names();
            let (hidden, shown): (Vec<_>, Vec<_>) =
                names.iter().partition(|name| name.starts_with('.'));
            assert!(shown.len() <= 1, "what is left over is hidden: {names:?}");
            assert!(hidden.len() <= 1, "what an earlier one left is gone: {names:?}");
        }
    }

    #[test]
    fn a_kill_at_any_step_leaves_the_old_or_the_new_file() {
        if let Some(path) = std::env::var_os(TARGET) {
            return write_whole(Path::new(&path), NEW).expect("it can be written");
        }
        let folder = Folder::new("killed");
        let path = folder.file("verdicts.toml", 0o600);
        let name = "whole::tests::a_kill_at_any_step_leaves_the_old_or_the_new_file";
        dies(name, &folder, &path, Some(b"old"));
    }

    #[test]
    fn a_kill_while_a_file_is_made_leaves_none_or_the_whole() {
        if let Some(path) = std::env::var_os(TARGET) {
            return make_whole(Path::new(&path), NEW).expect("it can be made");
        }
        let folder = Folder::new("killed-new");
        let path = folder.0.join("verdicts.toml");
        let name = "whole::tests::a_kill_while_a_file_is_made_leaves_none_or_the_whole";
        dies(name, &folder, &path, None);
    }

    #[test]
    fn a_kill_while_a_fresh_file_is_made_leaves_none_or_the_whole() {
        if let Some(path) = std::env::var_os(TARGET) {
            let made = crate::make_file(Path::new(&path), NEW, true);
            return assert!(made.expect("it can be made"));
        }
        let folder = Folder::new("killed-fresh");
        let path = folder.0.join("pre-commit");
        let name = "whole::tests::a_kill_while_a_fresh_file_is_made_leaves_none_or_the_whole";
        dies(name, &folder, &path, None);
    }

    #[test]
    fn a_file_is_made_with_its_folder_and_replaced_where_there_is_one() {
        let folder = Folder::new("made-with-folder");
        let path = folder.0.join("verdicts/a.toml");
        for bytes in [&b"one"[..], b"two"] {
            make_whole(&path, bytes).expect("it can be written");
            assert_eq!(fs::read(&path).expect("it can be read"), bytes);
        }
        assert_eq!(folder.names(), ["verdicts"]);
    }

    /// A folder that is removed with all that is in it.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let name = format!("gainsay-whole-{}-{name}", std::process::id());
            let path = std::env::temp_dir().join(name);
            fs::create_dir_all(&path).expect("a folder to write to");
            Self(path)
        }

        fn file(&self, name: &str, mode: u32) -> PathBuf {
            let path = self.0.join(name);
            fs::write(&path, "old").expect("a file");
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("its mode");
            path
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).expect("the folder can be listed");
            let name = |entry: io::Result<fs::DirEntry>| {
                entry.expect("an entry").file_name().to_string_lossy().into_owned()
            };
            let mut names: Vec<String> = entries.map(name).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::set_permissions(&self.0, fs::Permissions::from_mode(0o700)).ok();
            fs::remove_dir_all(&self.0).ok();
        }
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it exists").permissions().mode() & 0o777
    }

    #[test]
    fn a_file_is_replaced_and_keeps_its_mode() {
        let folder = Folder::new("mode");
        let path = folder.file("draft.md", 0o640);
        write_whole(&path, b"new").expect("it can be written");
        assert_eq!(fs::read(&path).expect("it can be read"), b"new");
        assert_eq!(mode(&path), 0o640);
        assert_eq!(folder.names(), ["draft.md"]);
    }

    #[test]
    fn a_link_stays_and_what_it_leads_to_is_written() {
        let folder = Folder::new("link");
        let elsewhere = Folder::new("elsewhere");
        let target = elsewhere.file("draft.md", 0o600);
        let link = folder.0.join("link.md");
        symlink(&target, &link).expect("a link");
        write_whole(&link, b"new").expect("it can be written");
        assert!(fs::symlink_metadata(&link).expect("it exists").is_symlink());
        assert_eq!(fs::read(&target).expect("it can be read"), b"new");
        assert_eq!(folder.names(), ["link.md"]);
        assert_eq!(elsewhere.names(), ["draft.md"]);
    }

    #[test]
    fn what_may_not_be_written_is_left_as_it_is() {
        let folder = Folder::new("closed");
        let path = folder.file("draft.md", 0o444);
        let refused = write_whole(&path, b"new").expect_err("it may only be read");
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).expect("it can be read"), b"old");
        write_whole(&folder.0, b"new").expect_err("a folder is no file");
        write_whole(&folder.0.join("gone.md"), b"new").expect_err("there is nothing to replace");
        assert_eq!(folder.names(), ["draft.md"]);
    }

    #[test]
    fn what_a_killed_process_left_is_cleared_and_nothing_else() {
        let folder = Folder::new("left-over");
        let path = folder.file("draft.md", 0o600);
        for left in [".draft.md.gainsay-1-0", ".other.toml.gainsay-99999999-15"] {
            folder.file(left, 0o600);
        }
        let others = [
            ".draft.md.gainsay-x-0",
            ".draft.md.gainsay-1",
            ".gainsay-1-0",
            "draft.md.gainsay-1-0",
            ".gainsay.toml",
        ];
        others.iter().for_each(|name| drop(folder.file(name, 0o600)));
        fs::create_dir(folder.0.join(".folder.gainsay-1-0")).expect("a folder");
        let used = folder.file(".used.md.gainsay-2-0", 0o600);
        let used = File::open(used).expect("it is there");
        used.lock().expect("it can be locked");
        write_whole(&path, b"new").expect("it can be written");
        let mut expected = vec!["draft.md", ".folder.gainsay-1-0", ".used.md.gainsay-2-0"];
        expected.extend(others);
        expected.sort_unstable();
        assert_eq!(folder.names(), expected);
    }

    #[test]
    fn a_stranger_in_the_way_is_not_overwritten() {
        let folder = Folder::new("stranger");
        let path = folder.file("draft.md", 0o600);
        let name = format!(".draft.md.gainsay-{}-0", std::process::id());
        let stranger = folder.file(&name, 0o600);
        let used = File::open(&stranger).expect("it is there");
        used.lock().expect("it can be locked");
        write_whole(&path, b"new").expect("another name is free");
        assert_eq!(fs::read(&stranger).expect("it can be read"), b"old");
        assert_eq!(folder.names(), [name.as_str(), "draft.md"]);
    }

    #[test]
    fn a_file_that_does_not_exist_is_made() {
        let folder = Folder::new("made-again");
        let path = folder.0.join("report.html");
        create_whole(&path, b"new").expect("it can be made");
        create_whole(&path, b"newer").expect("it can be replaced");
        assert_eq!(fs::read(&path).expect("it can be read"), b"newer");
        assert_eq!(folder.names(), ["report.html"]);
        create_whole(&folder.0.join("gone/report.html"), b"new").expect_err("no such folder");
        create_whole(&folder.0.join(".."), b"new").expect_err("a folder is no file");
    }
}
