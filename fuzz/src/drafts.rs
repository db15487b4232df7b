//! Drafts, in every format.

use std::sync::LazyLock;

use gainsay_claims::Lang;
use gainsay_draft::{Checker, Draft, Format, Written, decode, read, read_bytes_as, sync};
use gainsay_judge::{Judgement, judge};
use gainsay_report::sketch::{Places, Sketch};

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

/// What is proposed of a text, in the format that its first byte chooses: every line is a remark
/// until its mark is taken away, and then all of it is TOML, the same in both languages.
pub fn proposal(data: &[u8]) {
    let [first, rest @ ..] = data else { return };
    let formats = [Format::Plain, Format::Markdown, Format::Html];
    let format = formats[usize::from(*first) % formats.len()];
    let (base, text) = (base::evidence(), text(rest));
    let draft = read("a", &text, format);
    let proposed = CHECKER.propose(&draft, base);
    let accepted = [Lang::En, Lang::Fr].map(|lang| {
        let places = Places::lines(&draft.text);
        let (draft, proposed, places, written) = (&draft, &proposed, &places, &Written::Utf8);
        let sketch =
            Sketch { lang, base, file: "a", draft, proposed, places, written, remarks: &[] };
        assert!(sketch.summary(None, None).ends_with('\n'));
        let document = sketch.document("#");
        assert!(document.lines().all(|line| line.is_empty() || line.starts_with('#')));
        let lines = document.lines().filter_map(|line| line.strip_prefix("#? "));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    });
    assert_eq!(accepted[0], accepted[1], "the proposal is the same in both languages");
    assert!(accepted[0].parse::<toml::Table>().is_ok(), "{}", accepted[0]);
}

/// The guess of how a text is written in bytes, and whether it is a page of HTML first.
pub fn encoding(data: &[u8]) {
    let [is_html, bytes @ ..] = data else { return };
    match decode(bytes, is_html & 1 == 1) {
        Ok((text, Written::Utf8)) => assert_eq!(text.as_bytes(), bytes),
        Ok((text, Written::WithMark)) => assert_eq!(text.as_bytes(), &bytes[3..]),
        Ok((_, Written::Mixed(lines))) => assert!(!lines.is_empty()),
        Ok(_) => {}
        Err(error) => assert!(error.at <= bytes.len()),
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

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(base::evidence()));

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
