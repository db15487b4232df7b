//! Making files that are not there yet.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use crate::whole::make;

/// Makes a folder and those above it, unless they are there. Returns its absolute path.
///
/// # Errors
///
/// When the system refuses, or a file is in the way.
pub fn make_folder(path: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(path)?;
    path.canonicalize()
}

/// Makes a file and the folders above it, whole or not at all, unless there is something
/// of its name, even a link that leads nowhere: that is left as it is. Returns whether the
/// file was made.
///
/// # Errors
///
/// When the system refuses. There is no part of a file then.
pub fn make_file(path: &Path, bytes: &[u8], is_executable: bool) -> io::Result<bool> {
    if fs::symlink_metadata(path).is_ok() {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    make(path, bytes, |file| if is_executable { allow_to_run(file) } else { Ok(()) })?;
    Ok(true)
}

/// Removes a file that was made, where a later step failed.
///
/// # Errors
///
/// When the system refuses.
pub fn remove_made(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Whoever may read it may run it.
#[cfg(unix)]
pub(crate) fn allow_to_run(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = file.metadata()?.permissions();
    let mode = permissions.mode();
    permissions.set_mode(mode | (mode & 0o444) >> 2);
    file.set_permissions(permissions)
}

/// Elsewhere whatever can be read can be run.
#[cfg(not(unix))]
pub(crate) fn allow_to_run(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn what_is_there_is_left_alone() {
        let folder = Scratch::new().expect("a folder");
        let path = folder.path().join("inner/file");
        assert!(make_file(&path, b"one", false).expect("it can be made"));
        assert!(!make_file(&path, b"two", false).expect("it is there"));
        assert_eq!(fs::read(&path).expect("it can be read"), b"one");
        let link = folder.path().join("link");
        symlink(folder.path().join("gone"), &link).expect("a link");
        assert!(!make_file(&link, b"x", false).expect("something is there"));
        assert!(!folder.path().join("gone").exists());
        make_file(&path.join("below"), b"x", false).expect_err("a file is no folder");
    }

    #[test]
    fn a_program_can_be_run() {
        let folder = Scratch::new().expect("a folder");
        let mode = |name: &str, is_executable| {
            let path = folder.path().join(name);
            make_file(&path, b"", is_executable).expect("it can be made");
            fs::metadata(&path).expect("it exists").permissions().mode() & 0o100
        };
        assert_eq!((mode("text", false), mode("program", true)), (0, 0o100));
    }
}
