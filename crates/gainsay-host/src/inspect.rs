//! What the file of a plugin shows while none of its code runs.

use std::path::Path;

use gainsay_claims::Inspected;
use gainsay_plugin::abi;
use object::{
    BinaryFormat, File, Object as _, ObjectSection as _, ObjectSymbol as _, read::NameOrOrdinal,
};

use crate::{
    ManifestError,
    digest::hex,
    plugin_file::{PluginFile, SCRIPT, manifest_path},
};

/// Symbols that linkers export for themselves.
const OF_LINKERS: [&str; 5] = ["_init", "_fini", "__bss_start", "_edata", "_end"];

/// Looks at a plugin without running any of its code.
///
/// # Errors
/// When the file cannot be read, is not a plugin, or has no manifest.
pub fn inspect(path: &Path) -> Result<Inspected, ManifestError> {
    let plugin = PluginFile::read(path)?;
    let (manifest, frames) = plugin.manifest()?;
    let bytes = plugin.bytes.as_slice();
    let seen = Inspected {
        file: path.display().to_string(),
        plugin: manifest.id,
        schema: manifest.schema,
        sdk: manifest.sdk,
        bytes: bytes.len() as u64,
        digest: hex(&plugin.digest()),
        ..Inspected::default()
    };
    if let Some(frames) = frames {
        return Ok(Inspected {
            manifest: Some(manifest_path(path).display().to_string()),
            interface: Some(frames.to_string()),
            format: match first_line(bytes) {
                Some(line) => line,
                None => format_of(&File::parse(bytes)?),
            },
            ..seen
        });
    }
    let file = File::parse(bytes)?;
    Ok(Inspected {
        interface: interface(&file).map(|(major, minor)| format!("{major}.{minor}")),
        format: format_of(&file),
        needs: needs(&file)?,
        exports: exports(&file)?,
        constructors: constructors(&file),
        usual_constructors: usual_constructors(&file),
        ..seen
    })
}

fn format_of(file: &File<'_>) -> String {
    format!("{:?} {:?}", file.format(), file.architecture()).to_lowercase()
}

/// The first line of a script.
fn first_line(bytes: &[u8]) -> Option<String> {
    let line = bytes.starts_with(SCRIPT).then(|| bytes.split(|&byte| byte == b'\n').next())?;
    line.map(|line| String::from_utf8_lossy(line).chars().take(200).collect())
}

fn needs(file: &File<'_>) -> object::Result<Vec<String>> {
    let mut needs = Vec::new();
    for library in file.import_libraries()? {
        needs.push(String::from_utf8_lossy(library?.name()).into_owned());
    }
    needs.sort();
    Ok(needs)
}

fn exports(file: &File<'_>) -> object::Result<Vec<String>> {
    let mut exports = Vec::new();
    for export in file.exports()? {
        let name = match export?.name() {
            NameOrOrdinal::Name(name) => String::from_utf8_lossy(name).into_owned(),
            NameOrOrdinal::Ordinal(number) => format!("#{number}"),
        };
        // Names in C begin with an underscore on Apple's systems.
        let name = match file.format() {
            BinaryFormat::MachO => name.strip_prefix('_').unwrap_or(&name).to_owned(),
            _ => name,
        };
        if !OF_LINKERS.contains(&name.as_str()) {
            exports.push(name);
        }
    }
    exports.sort();
    Ok(exports)
}

/// The version in the table, whose first bytes no loader changes.
fn interface(file: &File<'_>) -> Option<(u16, u16)> {
    let is_table = |symbol: &object::Symbol<'_, '_>| {
        symbol.is_definition() && symbol.name() == Ok(abi::SYMBOL)
    };
    let address = file.dynamic_symbols().find(is_table)?.address();
    let head = file.sections().find_map(|section| section.data_range(address, 12).ok()?)?;
    let [m0, m1, m2, m3, _, _, _, _, a0, a1, b0, b1] = *head else { return None };
    let (one, two) = ([a0, a1], [b0, b1]);
    let is_table = read_u32(file, [m0, m1, m2, m3]) == abi::MAGIC;
    is_table.then(|| (read_u16(file, one), read_u16(file, two)))
}

fn read_u32(file: &File<'_>, bytes: [u8; 4]) -> u32 {
    if file.is_little_endian() { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) }
}

fn read_u16(file: &File<'_>, bytes: [u8; 2]) -> u16 {
    if file.is_little_endian() { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) }
}

fn constructors(file: &File<'_>) -> Option<usize> {
    if file.format() != BinaryFormat::Elf {
        return None;
    }
    let bytes: u64 = file
        .sections()
        .filter(|one| one.name().is_ok_and(|name| name.starts_with(".init_array")))
        .map(|one| one.size())
        .sum();
    usize::try_from(bytes / if file.is_64() { 8 } else { 4 }).ok()
}

/// The C compiler's own one, and the one by which Rust's library learns its arguments.
fn usual_constructors(file: &File<'_>) -> usize {
    let comment = file.section_by_name(".comment").and_then(|one| one.data().ok());
    let is_rust = comment.is_some_and(|text| text.windows(5).any(|word| word == b"rustc"));
    1 + usize::from(is_rust)
}
