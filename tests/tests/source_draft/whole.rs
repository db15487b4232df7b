//! One press release in every format, from the file to a base that checks clean.

use std::fs;

use serde_json::Value;

use super::{TO, base, counts, docx, pages, run};

const SENTENCES: [&str; 2] = [
    "Selon l'institut Fixture A, qui a interrogé 1\u{a0}003 internautes en ligne en mars 2014,",
    "près de deux internautes sur cinq en France (38\u{a0}%) suivent une marque.",
];

#[test]
fn a_release_in_any_format_is_proposed_whole_and_adds_nothing() {
    let text = SENTENCES.join(" ");
    let html = format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><title>Une enquête</title></head>\
         <body><nav>99 % de remise</nav><p>{}</p></body></html>",
        text.replace("interrogé", "interrog&eacute;").replace("marque", "<b>marque</b>")
    );
    let latin = text.chars().map(|sign| u8::try_from(u32::from(sign)).expect("Latin")).collect();
    let utf16 = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes);
    for (name, bytes) in [
        ("cp.md", format!("# Une enquête\n\n{}\n", text.replace("38", "**38**")).into_bytes()),
        ("cp.html", html.into_bytes()),
        ("latin.txt", latin),
        ("utf-16.txt", utf16.collect()),
        ("cp.docx", docx::paragraphs(&["Une enquête", &text])),
        ("cp.pdf", pages::pdf(&pages::lines(&SENTENCES), "")),
    ] {
        let base = base(&format!("whole-{name}"));
        fs::write(base.join(name), bytes).expect("a file");
        run(&base, &["source", "draft", name, "-o", TO, "--lang", "fr"], 0);
        let document = fs::read_to_string(base.join(TO)).expect("it is there");
        for line in [
            "publisher = \"Fixture A\"",
            "universe = \"internet-users\"",
            "regions = [\"FR\"]",
            "fieldwork = \"mars 2014\"",
            "mode = [\"online\"]",
            "n = \"1\u{a0}003\"",
            "concept = \"follows-brand\"",
            "share = \"38\u{a0}%\"",
        ] {
            assert!(document.contains(&format!("#? {line}\n")), "{name}: {line}: {document}");
        }
        assert_eq!(document.matches("[[finding]]").count(), 1, "{name}: {document}");
        assert_eq!(counts(&base), [0, 0].map(Value::from), "{name}");
        let [told, _] = run(&base, &["check", "--fail-on", "error"], 0);
        assert!(told.contains("\n0 errors, 2 warnings"), "{name}: {told}");
        assert_eq!(told.matches("^ nothing is filled in yet").count(), 2, "{name}: {told}");
        run(&base, &["source", "check", "--source", "fixture-a"], 0);
    }
}
