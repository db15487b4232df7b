//! Formats and encodings.

use std::fs;

use super::{FRENCH, base, run};

/// What is proposed without the remarks, which name the file and its lines.
fn proposals(document: &str) -> Vec<String> {
    let lines = document.lines().filter_map(|line| line.strip_prefix("#? "));
    lines.filter(|line| !line.contains("url = ")).map(str::to_owned).collect()
}

#[test]
fn every_encoding_says_the_same_and_is_told() {
    let base = base("encodings");
    // Windows-1252 has no narrow space.
    let text = FRENCH.replace('\u{202f}', "\u{a0}");
    let latin: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (first, rest) = text.split_at(text.find("Près").unwrap());
    let rest: Vec<u8> = rest.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let mut expected = None;
    for (name, bytes, told) in [
        ("utf-8.md", text.clone().into_bytes(), ""),
        (
            "mark.md",
            format!("\u{feff}{text}").into_bytes(),
            "read as UTF-8, as its byte order mark says",
        ),
        ("latin.md", latin, "read as windows-1252: letters with accents"),
        ("utf-16.md", utf16, "read as UTF-16LE"),
        (
            "mixed.md",
            [first.as_bytes(), &rest].concat(),
            "read as UTF-8, and as Windows-1252 on line 6;",
        ),
    ] {
        fs::write(base.join(name), bytes).unwrap();
        let [document, summary] = run(&base, &["source", "draft", name], 0);
        assert!(summary.contains(told) && document.contains(told), "{name}: {summary}");
        assert_eq!(summary.contains("read as"), !told.is_empty(), "{name}: {summary}");
        let proposed = proposals(&document);
        assert_eq!(&proposed, expected.get_or_insert_with(|| proposed.clone()), "{name}");
        assert!(proposed.contains(&"share = \"Près de la moitié\"".to_owned()), "{document}");
    }
    fs::write(base.join("binary.md"), b"38 % \x81").unwrap();
    let [_, told] = run(&base, &["source", "draft", "binary.md"], 2);
    assert!(told.contains("byte 5 is text in no encoding that is known"), "{told}");
}

#[test]
fn formats_say_the_same() {
    let base = base("formats");
    let sentence = "38 % des internautes suivent une marque";
    for (name, text) in [
        ("a.md", format!("{sentence}.\n")),
        ("a.txt", format!("{sentence}.\n")),
        ("a.typ", format!("{sentence}.\n")),
        (
            "a.html",
            format!(
                "<html lang=fr><body><p>{}.</p></body></html>",
                sentence.replace(' ', "&#160;")
            ),
        ),
        (
            "a.tex",
            format!(
                "\\begin{{document}}\n{}.\n\\end{{document}}\n",
                sentence.replace(" %", "~\\%")
            ),
        ),
    ] {
        fs::write(base.join(name), text).unwrap();
        let [document, _] = run(&base, &["source", "draft", name], 0);
        let proposed = proposals(&document);
        assert!(proposed.contains(&"concept = \"follows-brand\"".to_owned()), "{name}: {document}");
        let is_share = |line: &&String| line.replace('\u{a0}', " ") == "share = \"38 %\"";
        assert!(proposed.iter().any(|line| is_share(&line)), "{name}: {document}");
    }
}

#[test]
fn what_a_page_hides_is_not_proposed_and_its_title_is() {
    let base = base("hidden");
    let page = |body: &str| {
        format!(
            "<html lang=en><head><title>A &amp; B\n poll</title></head><body>{body}</body></html>"
        )
    };
    let hidden = "<p hidden>77% follow a brand.</p><div style=\"color: red; Display : none\"><p>66% \
                  follow a brand.</p></div><p aria-hidden=true>38% of internet users follow a brand, \
                  <span hidden>55% </span>and more.</p>";
    fs::write(base.join("a.html"), page(hidden)).unwrap();
    let [document, _] = run(&base, &["source", "draft", "a.html"], 0);
    assert!(document.contains("#? title = \"A & B poll\"\n"), "{document}");
    assert!(document.contains("#? share = \"38%\"\n"), "{document}");
    assert_eq!(document.matches("share = ").count(), 1, "{document}");
    let body = "<svg><title>A sign</title></svg><h1>The poll</h1><p>38% follow a brand.</p>";
    fs::write(base.join("b.html"), page(body)).unwrap();
    let [document, _] = run(&base, &["source", "draft", "b.html"], 0);
    assert!(document.contains("#? title = \"The poll\"\n"), "{document}");
}
