use std::{io, path::Path};

use gainsay_claims::{EvidenceBase, Lang, Said};
use gainsay_draft::{Checker, Draft, Format, MAX_BYTES, ReadError, Written, decode};
use gainsay_host::{list_parts, make_file, make_whole};
use gainsay_report::sketch::{Places, Sketch};

use super::new::{no_proposal, not_made};
use crate::{
    args::{Global, SourceDraft},
    base,
    draft::{self, DraftError},
    exit::Exit,
    file::{capped, open},
    new::schema_line,
    output,
    refusal::Refusal,
};

/// The longest text that is read, in bytes; of a DOCX or a PDF, the text in it. Articles and press
/// releases have a hundredth of it.
const LONGEST: usize = 4 << 20;

/// The plugin that reads PDF files: only in a process of its own.
const PDF: &str = "pdf";

/// A file, read.
struct Text {
    draft: Draft,
    places: Places,
    written: Written,
    remarks: Vec<Said>,
    /// What the file holds.
    bytes: Vec<u8>,
}

/// Prints or writes the transcript that a text proposes. It adds nothing to the base.
pub(super) fn run(global: &Global, lang: Lang, asked: &SourceDraft) -> Result<Exit, Refusal> {
    let opened = base::load(global)?;
    let base = &opened.base;
    if let Some(file) = &asked.output {
        base::ensure_not_read(file, base, global)?;
        ensure_other(file, &asked.file)?;
    }
    let output = asked.output.as_deref();
    let made = output.map(Path::to_string_lossy);
    let folder = base::folder(global)?;
    let head = output.and_then(|output| schema_line(&folder, output));
    let head = head.as_deref().unwrap_or("#:schema transcript.schema.json");
    let source = output.and_then(|output| source_of(base, &folder, output));
    let (document, summary) = sketched(global, lang, base, &asked.file, |sketch, _| {
        (sketch.document(head), sketch.summary(made.as_deref(), source))
    })?;
    let Some(output) = output else {
        output::print(&document, global.color)?;
        if !global.quiet {
            output::tell(&summary, global.color);
        }
        return Ok(Exit::Clean);
    };
    write(output, &document, asked.force)?;
    output::print(&summary, global.color)?;
    Ok(Exit::Clean)
}

/// The source in whose folder a file is to be.
fn source_of<'a>(base: &'a EvidenceBase, folder: &Path, output: &Path) -> Option<&'a str> {
    let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new(".")).canonicalize().ok()?;
    let is_in = |own: &str| folder.join(own).canonicalize().is_ok_and(|own| own == parent);
    base.sources.iter().find(|(_, state)| is_in(&state.folder)).map(|(name, _)| name.as_str())
}

/// Refuses to write over the text itself, through a link, too.
fn ensure_other(output: &Path, text: &Path) -> Result<(), Refusal> {
    match (output.canonicalize(), text.canonicalize()) {
        (Ok(one), Ok(other)) if one == other => Err(Refusal::OwnInput { file: output.to_owned() }),
        _ => Ok(()),
    }
}

/// Reads a file, and tells what it proposes, given what it holds, too.
pub(super) fn sketched<T>(
    global: &Global,
    lang: Lang,
    base: &EvidenceBase,
    file: &Path,
    tell: impl FnOnce(&Sketch<'_>, Vec<u8>) -> T,
) -> Result<T, Refusal> {
    let name = draft::name(base, file.to_string_lossy().into_owned());
    let text = read(global, file, &name)?;
    let proposed = Checker::new(base).propose(&text.draft, base);
    let file = file.file_name().map_or(name.clone(), |one| one.to_string_lossy().into_owned());
    let sketch = Sketch {
        lang,
        base,
        file: &file,
        draft: &text.draft,
        proposed: &proposed,
        places: &text.places,
        written: &text.written,
        remarks: &text.remarks,
    };
    Ok(tell(&sketch, text.bytes))
}

/// Reads a file in the format that its name tells.
fn read(global: &Global, file: &Path, name: &str) -> Result<Text, Refusal> {
    let refused = |error| Refusal::Unread { draft: name.to_owned(), error };
    let read = match is_pdf(file) {
        true => pages(global, file, name)?,
        false => text(file, name).map_err(refused)?,
    };
    ensure_short(read.draft.text.len(), LONGEST).map_err(refused)?;
    Ok(read)
}

/// Whether a file is read as PDF.
pub(super) fn is_pdf(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(PDF))
}

fn ensure_short(len: usize, max: usize) -> Result<(), DraftError> {
    if len > max { Err(DraftError::NoDraft(ReadError::TooLarge { max })) } else { Ok(()) }
}

fn text(file: &Path, name: &str) -> Result<Text, DraftError> {
    let format = Format::of(name);
    let most = if format == Format::Docx { MAX_BYTES } else { LONGEST };
    let bytes = capped(open(file)?, most)?;
    ensure_short(bytes.len(), most)?;
    if format == Format::Docx {
        let draft = draft::read(format, name, &bytes, None)?;
        let (places, written) = (Places::paragraphs(&draft.text), Written::Utf8);
        return Ok(Text { draft, places, written, remarks: Vec::new(), bytes });
    }
    let (text, written) = decode(&bytes, format == Format::Html)
        .map_err(|error| DraftError::OtherEncoding { at: error.at })?;
    let draft = gainsay_draft::read(name, &text, format);
    let places = Places::lines(&draft.text);
    Ok(Text { draft, places, written, remarks: Vec::new(), bytes })
}

/// The pages of a PDF file, as the plugin that reads them lists them.
fn pages(global: &Global, file: &Path, name: &str) -> Result<Text, Refusal> {
    let (plugins, options) = (global.plugin_dir.as_deref(), base::run_options(global));
    let listed =
        list_parts(PDF, file, plugins, &options).map_err(|error| no_proposal(PDF, error))?;
    let (mut text, mut lines) = (String::new(), Vec::new());
    for (page, entries) in listed.parts {
        for [address, words] in entries {
            // Each is a paragraph: a blank line parts it from the next.
            text.push_str(&words.replace(['\n', '\r'], " "));
            text.push_str("\n\n");
            lines.extend([[page.clone(), address], [String::new(), String::new()]]);
        }
    }
    let draft = gainsay_draft::read(name, &text, Format::Plain);
    let places = Places::pages(&draft.text, lines);
    let (remarks, bytes) = (listed.remarks, listed.file);
    Ok(Text { draft, places, written: Written::Utf8, remarks, bytes })
}

/// Writes a file whole; one that is there only if it is to be replaced.
fn write(file: &Path, text: &str, force: bool) -> Result<(), Refusal> {
    let is_written = match force {
        true => make_whole(file, text.as_bytes()).map(|()| true),
        false => make_file(file, text.as_bytes(), false),
    };
    match is_written.map_err(not_made(file))? {
        true => Ok(()),
        false => Err(not_made(file)(io::ErrorKind::AlreadyExists.into())),
    }
}
