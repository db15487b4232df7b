//! Drafts, in every format.

use std::sync::LazyLock;

use gainsay_draft::{Checker, Draft, Format, read, read_bytes_as, sync};
use gainsay_judge::{Judgement, judge};

use crate::{base, text};

/// Markdown.
pub fn markdown(data: &[u8]) {
    written(data, Format::Markdown);
}

/// LaTeX.
pub fn latex(data: &[u8]) {
    written(data, Format::Latex);
}

/// HTML.
pub fn html(data: &[u8]) {
    written(data, Format::Html);
}

/// Typst.
pub fn typst(data: &[u8]) {
    written(data, Format::Typst);
}

/// Text without markup.
pub fn plain(data: &[u8]) {
    written(data, Format::Plain);
}

/// The file of a word processor: an archive, or the text of one that is made here, so that
/// what is inside is fuzzed too.
pub fn docx(data: &[u8]) {
    let packed = match data {
        [b'P', b'K', ..] => data.to_vec(),
        _ => packed(data),
    };
    if let Ok(draft) = read_bytes_as(Format::Docx, "a.docx", &packed, None) {
        check(&draft);
    }
}

/// An archive with one part, not compressed.
fn packed(part: &[u8]) -> Vec<u8> {
    let name = b"word/document.xml";
    let number = |value: usize, bytes: usize| value.to_le_bytes()[..bytes].to_vec();
    let mut sum = !0_u32;
    for byte in part {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    let shared = [
        vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        (!sum).to_le_bytes().to_vec(),
        number(part.len(), 4),
        number(part.len(), 4),
        number(name.len(), 2),
        vec![0, 0],
    ]
    .concat();
    let local = [b"PK\x03\x04".as_slice(), &shared, name, part].concat();
    let central = [b"PK\x01\x02\x14\0".as_slice(), &shared, &[0; 14], name].concat();
    let sizes = [number(central.len(), 4), number(local.len(), 4)].concat();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0".as_slice(), &sizes, &[0, 0]].concat();
    [local, central, end].concat()
}

/// Reads a draft, checks it, and writes its tables twice.
fn written(data: &[u8], format: Format) {
    let text = text(data);
    check(&read("a", &text, format));
    let once = sync(&text, format, |_| Ok::<_, ()>("| a |\n".to_owned()));
    let twice = sync(&once.text, format, |_| Ok::<_, ()>("| a |\n".to_owned()));
    assert_eq!(once.text, twice.text, "writing tables again changes nothing");
}

/// Holds a draft against the base; every place is in its text.
fn check(draft: &Draft) {
    static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(base::evidence()));
    static JUDGEMENT: LazyLock<Judgement> = LazyLock::new(|| judge(base::evidence()));
    for passage in &draft.passages {
        let prose = passage.prose.text();
        for (at, one) in prose.char_indices() {
            let place = passage.prose.place(at..at + one.len_utf8());
            assert!(draft.text.get(place.clone()).is_some(), "{place:?} is in the draft");
        }
    }
    let checked = CHECKER.check(draft, base::evidence(), &JUDGEMENT, &|_| None);
    for label in checked.diagnostics.iter().flat_map(|one| &one.labels) {
        if label.at.document == draft.name {
            assert!(draft.text.get(label.at.span.clone()).is_some(), "{:?}", label.at);
        }
    }
}
