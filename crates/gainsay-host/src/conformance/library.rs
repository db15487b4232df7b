//! What the file of a library shows before any of its code runs.

use gainsay_claims::{Inspected, conformance::NotRun, facts::PluginFact};
use gainsay_plugin::{abi, wire::SCHEMA};

use super::{Subject, Trouble};

/// Libraries of the system that every process of it has: the C library and its parts, and
/// what Rust unwinds with.
const OF_THE_SYSTEM: [&str; 9] = [
    "libc",
    "libm",
    "libpthread",
    "libdl",
    "librt",
    "libgcc_s",
    "ld-linux",
    "ld-musl",
    "linux-vdso",
];

pub(super) fn is_plugin(subject: &Subject<'_>) -> Result<(), Trouble> {
    match subject.library() {
        Ok(_) => Ok(()),
        Err(fault) => Err(PluginFact::File(fault.clone()).into()),
    }
}

pub(super) fn schema(subject: &Subject<'_>) -> Result<(), Trouble> {
    let found = &library(subject)?.schema;
    if found == SCHEMA {
        return Ok(());
    }
    Err(PluginFact::Schema { found: found.clone(), known: SCHEMA.to_owned() }.into())
}

pub(super) fn exports(subject: &Subject<'_>) -> Result<(), Trouble> {
    let extra = library(subject)?.exports.iter().find(|symbol| *symbol != abi::SYMBOL);
    match extra {
        None => Ok(()),
        Some(symbol) => Err(PluginFact::Exports { symbol: symbol.clone() }.into()),
    }
}

pub(super) fn needs(subject: &Subject<'_>) -> Result<(), Trouble> {
    let library = library(subject)?;
    // Which libraries every system has is known here of one kind of system only.
    if !library.format.starts_with("elf") {
        return Err(NotRun::NotHere.into());
    }
    match library.needs.iter().find(|name| !is_of_the_system(name)) {
        None => Ok(()),
        Some(name) => Err(PluginFact::Needs { library: name.clone() }.into()),
    }
}

pub(super) fn constructors(subject: &Subject<'_>) -> Result<(), Trouble> {
    let Inspected { constructors, usual_constructors: usual, .. } = library(subject)?;
    match *constructors {
        None => Err(NotRun::NotHere.into()),
        Some(count) if count > *usual => {
            Err(PluginFact::Constructors { count, usual: *usual }.into())
        }
        Some(_) => Ok(()),
    }
}

fn library<'a>(subject: &'a Subject<'_>) -> Result<&'a Inspected, Trouble> {
    // Skipped where it is broken; then nothing is known of the file.
    subject.library().map_err(|_| NotRun::NotHere.into())
}

/// `libc.so.6`, `ld-linux-x86-64.so.2`, `libc.musl-x86_64.so.1`.
fn is_of_the_system(name: &str) -> bool {
    let after = |known: &&str| name.strip_prefix(*known);
    OF_THE_SYSTEM.iter().filter_map(after).any(|rest| rest.starts_with(['.', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_system_has_is_known() {
        for name in ["libc.so.6", "ld-linux-x86-64.so.2", "libc.musl-x86_64.so.1", "libm.so.6"] {
            assert!(is_of_the_system(name), "{name}");
        }
        for name in ["libcurl.so.4", "libresolv.so.2", "libmysql.so", ""] {
            assert!(!is_of_the_system(name), "{name}");
        }
    }
}
