//! How an executable is started: which interpreter runs a script, and what else must be
//! executed for it. All of it has to be a part of the system.

use std::{
    fs::{self, File, Metadata},
    io,
    path::{Path, PathBuf},
    process::Command,
};

use object::{
    Endianness, FileKind, ReadCache, ReadRef,
    elf::{FileHeader32, FileHeader64},
    read::elf::{FileHeader, ProgramHeader as _},
};

use crate::failure::Refusal;
use crate::fault::fault_of;
use crate::plugin_file::SCRIPT;

/// Folders of the system, where interpreters and loaders are: never those of a user.
const OF_THE_SYSTEM: [&str; 5] = ["/usr", "/bin", "/lib", "/lib64", "/nix/store"];

/// Where `env` looks for an interpreter.
const PROGRAMS: [&str; 3] = ["/usr/local/bin", "/usr/bin", "/bin"];

/// An executable that can be started.
#[derive(Debug)]
pub(crate) struct Program {
    interpreter: Option<Interpreter>,
    /// The files that are executed for it, beside its own bytes.
    pub(crate) needs: Vec<PathBuf>,
}

/// What runs a script.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Interpreter {
    path: PathBuf,
    /// Given to it before the script.
    arguments: Vec<String>,
}

impl Program {
    /// Finds what it takes to run the executable at `path`, whose bytes are these.
    ///
    /// # Errors
    /// The reason for which it is refused.
    pub(crate) fn find(path: &Path, bytes: &[u8]) -> Result<Self, Refusal> {
        if !cfg!(target_os = "linux") {
            return Err(Refusal::LinuxOnly);
        }
        let metadata = fs::metadata(path).map_err(|error| Refusal::Unreadable(fault_of(&error)))?;
        if !is_executable(&metadata) {
            return Err(Refusal::NotExecutable);
        }
        let Some(line) = bytes.strip_prefix(SCRIPT) else {
            let needs = loader(bytes).map(|loader| of_the_system(&loader)).transpose()?;
            return Ok(Self { interpreter: None, needs: needs.into_iter().collect() });
        };
        let interpreter = interpreter(line)?;
        let own = of_the_system(&interpreter.path)?;
        let file = File::open(&own).map_err(|error| unusable(&own, &error))?;
        let loader = loader(&ReadCache::new(file)).map(|loader| of_the_system(&loader));
        let needs = [Some(Ok(own)), loader].into_iter().flatten().collect::<Result<_, _>>()?;
        Ok(Self { interpreter: Some(interpreter), needs })
    }

    /// Whether an interpreter opens the file of its code.
    pub(crate) fn is_script(&self) -> bool {
        self.interpreter.is_some()
    }

    /// Becomes the executable, whose code is at `code`. Returns only if that fails.
    #[cfg(unix)]
    pub(crate) fn exec(&self, code: &Path, input: File, output: File) -> io::Error {
        use std::os::unix::process::CommandExt as _;
        let mut command = match &self.interpreter {
            Some(interpreter) => {
                let mut command = Command::new(&interpreter.path);
                command.args(&interpreter.arguments).arg(code);
                command
            }
            None => Command::new(code),
        };
        command.stdin(input).stdout(output).exec()
    }

    /// No executable is found here.
    #[cfg(not(unix))]
    pub(crate) fn exec(&self, _: &Path, _: File, _: File) -> io::Error {
        io::ErrorKind::Unsupported.into()
    }
}

#[cfg(unix)]
fn is_executable(metadata: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    metadata.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn is_executable(_: &Metadata) -> bool {
    true
}

/// The interpreter that the first line of a script names, after `#!`, as the system reads it;
/// through `env`, it is looked for in the folders of the system.
pub(crate) fn interpreter(line: &[u8]) -> Result<Interpreter, Refusal> {
    let end = line.iter().position(|&byte| byte == b'\n').unwrap_or(line.len());
    let line = str::from_utf8(&line[..end]).map_err(|_| Refusal::NotUtf8)?;
    if line.ends_with('\r') {
        return Err(Refusal::CrLf);
    }
    let line = line.trim_matches([' ', '\t']);
    let (path, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let rest = rest.trim_start_matches([' ', '\t']);
    if path.is_empty() {
        return Err(Refusal::NothingNamed);
    }
    if path.rsplit('/').next() != Some("env") {
        let argument = (!rest.is_empty()).then(|| rest.to_owned());
        return Ok(Interpreter { path: PathBuf::from(path), arguments: Vec::from_iter(argument) });
    }
    // The system hands over all that follows as one word; `env` splits it only when told to.
    let mut words = match rest.strip_prefix("-S") {
        Some(split) => split.split_whitespace().collect(),
        None => vec![rest],
    }
    .into_iter();
    let name = words.next().unwrap_or_default();
    let found = PROGRAMS.iter().map(|folder| Path::new(folder).join(name));
    let found = found.into_iter().find(|path| path.is_file());
    let nowhere = || Refusal::NoInterpreter { name: name.to_owned(), folders: PROGRAMS.join(", ") };
    let path = found.ok_or_else(nowhere)?;
    Ok(Interpreter { path, arguments: words.map(str::to_owned).collect() })
}

/// The file behind a path, if it is one of the system.
fn of_the_system(path: &Path) -> Result<PathBuf, Refusal> {
    let real = path.canonicalize().map_err(|error| unusable(path, &error))?;
    if !real.is_file() || !OF_THE_SYSTEM.iter().any(|folder| real.starts_with(folder)) {
        let folders = OF_THE_SYSTEM.join(", ");
        return Err(Refusal::Outside { file: path.display().to_string(), folders });
    }
    Ok(real)
}

fn unusable(file: &Path, error: &io::Error) -> Refusal {
    Refusal::Unusable { file: file.display().to_string(), message: error.to_string() }
}

/// The loader that a program for Linux names.
pub(crate) fn loader<'data>(program: impl ReadRef<'data>) -> Option<PathBuf> {
    match FileKind::parse(program).ok()? {
        FileKind::Elf32 => loader_of::<FileHeader32<Endianness>, _>(program),
        FileKind::Elf64 => loader_of::<FileHeader64<Endianness>, _>(program),
        _ => None,
    }
}

fn loader_of<'data, Header, Data>(program: Data) -> Option<PathBuf>
where
    Header: FileHeader<Endian = Endianness>,
    Data: ReadRef<'data>,
{
    let header = Header::parse(program).ok()?;
    let endian = header.endian().ok()?;
    let parts = header.program_headers(endian, program).ok()?;
    let name = parts.iter().find_map(|part| part.interpreter(endian, program).ok().flatten())?;
    Some(PathBuf::from(str::from_utf8(name).ok()?))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn named(line: &str) -> Result<(String, Vec<String>), Refusal> {
        let Interpreter { path, arguments } = interpreter(line.as_bytes())?;
        Ok((path.display().to_string(), arguments))
    }

    #[test]
    fn an_interpreter_is_named_as_the_system_reads_it() {
        for (line, path, arguments) in [
            ("/bin/sh\necho", "/bin/sh", &[][..]),
            (" /bin/sh", "/bin/sh", &[]),
            ("/bin/awk\t -b -f \n", "/bin/awk", &["-b -f"]),
            ("/usr/bin/env sh\n", "/usr/bin/sh", &[]),
            ("/usr/bin/env -S sh -e -u\n", "/usr/bin/sh", &["-e", "-u"]),
        ] {
            let arguments = arguments.iter().map(|&one| one.to_owned()).collect();
            assert_eq!(named(line), Ok((path.to_owned(), arguments)));
        }
    }

    #[test]
    fn what_names_no_interpreter_is_refused() {
        for (line, why) in [
            ("\n/bin/sh", "names no interpreter"),
            ("/bin/sh\r\n", "CR LF"),
            ("/usr/bin/env no-such-program\n", "no interpreter `no-such-program` in /usr/local"),
            ("/usr/bin/env sh -u\n", "no interpreter `sh -u` in"),
            ("/usr/bin/env ../../etc/passwd\n", ""),
        ] {
            let told = named(line).map(|(path, _)| of_the_system(Path::new(&path)));
            let why_not = told.and_then(|found| found.map(|path| path.display().to_string()));
            let why_not = why_not.expect_err(line).to_string();
            assert!(why_not.contains(why), "{why_not}");
        }
    }

    #[test]
    fn nothing_of_a_user_is_executed() {
        assert!(of_the_system(Path::new("/bin/sh")).is_ok());
        for path in [env!("CARGO_MANIFEST_DIR"), "/etc/passwd", "/usr", "/no/such/program"] {
            assert!(of_the_system(Path::new(path)).is_err(), "{path}");
        }
    }

    #[test]
    fn a_program_names_its_loader() {
        let own = File::open("/proc/self/exe").expect("it runs");
        let loader = loader(&ReadCache::new(own)).expect("tests are linked dynamically");
        assert!(of_the_system(&loader).is_ok(), "{}", loader.display());
        assert_eq!(super::loader(&b"#!/bin/sh\n"[..]), None);
    }
}
