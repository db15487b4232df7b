//! PDF files, which only their plugin reads, in a process of its own.

use std::fs;

use super::{TO, base, confirm, counts, run};
use serde_json::Value;

/// A file of one page of lines in Helvetica; its content may be packed in some way.
pub(super) fn pdf(content: &[u8], packed: &str) -> Vec<u8> {
    let stream = format!("<< {packed} /Length {} >>\nstream\n", content.len());
    let mut file = format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources \
         << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica \
         /Encoding /WinAnsiEncoding >> >> >> >>\nendobj\n4 0 obj\n{stream}"
    )
    .into_bytes();
    file.extend(content);
    file.extend(b"\nendstream\nendobj\n");
    // A table without entries: each object is found where it stands.
    let start = file.len();
    let end = format!("xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n{start}\n%%EOF\n");
    file.extend(end.bytes());
    file
}

pub(super) fn lines(lines: &[&str]) -> Vec<u8> {
    let mut content = b"BT /F 10 Tf 12 TL 50 700 Td ".to_vec();
    for line in lines {
        let words: Vec<u8> =
            line.chars().map(|sign| u8::try_from(u32::from(sign)).expect("Latin")).collect();
        content.extend([b"(".as_slice(), &words, b") Tj T* "].concat());
    }
    content.extend(b"ET");
    content
}

const LINES: [&str; 2] = [
    "Selon l'institut Fixture A, qui a interrogé 1\u{a0}003 internautes en",
    "mars 2014, 38\u{a0}% des internautes suivent une marque.",
];

#[test]
fn a_figure_of_a_page_keeps_its_page() {
    let base = base("pdf");
    fs::write(base.join("report.pdf"), pdf(&lines(&LINES), "")).expect("a file");
    let [told, _] = run(&base, &["source", "draft", "report.pdf", "-o", TO], 0);
    assert!(told.contains("report.pdf: 2 figures found, 1 proposed, 1 left out"), "{told}");
    let document = fs::read_to_string(base.join(TO)).expect("it is there");
    for line in ["# page 1, lines 1-2\n", "#? page = 1\n", "#? n = \"1\u{a0}003\"\n"] {
        assert!(document.contains(line), "{line}: {document}");
    }
    assert_eq!(counts(&base), [0, 0].map(Value::from));
    confirm(&base.join(TO));
    assert_eq!(counts(&base), [1, 1].map(Value::from));
    let [shown, _] = run(&base, &["show", "fixture-a/2014-spring/follows-brand"], 0);
    assert!(shown.contains("report.pdf#page=1"), "{shown}");
}

#[test]
fn a_form_points_into_the_pages_of_a_file_of_the_base() {
    let base = base("form");
    let config = "[sources]\nfixture-b = { plugin = \"pdf\" }\n";
    fs::write(base.join("gainsay.toml"), config).expect("a file");
    let folder = base.join("sources/fixture-b");
    fs::create_dir_all(&folder).expect("a folder to write to");
    fs::write(folder.join("report.pdf"), pdf(&lines(&LINES), "")).expect("a file");
    let form = |share: &str| {
        format!(
            "document = 'report.pdf'\n[study]\ntitle = 'One'\npublisher = 'Fixture B'\n\
             [seen]\nreport = {{ mark = 'publisher', url = 'https://b.example/report.pdf' }}\n\
             [[finding]]\nid = 'a'\npage = 1\nconcept = 'follows-brand'\nshare = '{share}'\n"
        )
    };
    fs::write(folder.join("2014.toml"), form("38 %")).expect("a file");
    run(&base, &["source", "check", "--source", "fixture-b"], 0);
    assert_eq!(counts(&base), [1, 1].map(Value::from));
    let [shown, _] = run(&base, &["show", "fixture-b/2014/a", "--output-format", "json"], 0);
    assert!(shown.contains("https://b.example/report.pdf#page=1"), "{shown}");
    assert!(shown.contains("\"address\": \"page=1!L1-L2\""), "{shown}");

    fs::write(folder.join("2014.toml"), form("39 %")).expect("a file");
    let [told, _] = run(&base, &["check"], 3);
    assert!(told.contains("does not stand on page 1"), "{told}");
    fs::remove_file(folder.join("2014.toml")).expect("it is there");
    let [told, _] = run(&base, &["check"], 3);
    assert!(told.contains("report.pdf"), "a file that no form names is told of: {told}");
}

/// Zeros of four gigabytes, packed four times over.
const BOMB: &str = "78daabb8b57ac7d76f7d8be279167bdc762d3eabc6aac73771db1596be166ed96e9bcadf1156b3a3e564ee1f\
    503f54ebb07182e596c8bdcdda4f363d925c5cfdf479cbb5bf9aff647eafdf54d7e71ffda8aff2ffb7fffd1d\
    53d312123266ecd89df7fe7cffb61c9b6b77cdf5eb9eb070494e79bb3f6ebfdff1bd1beb7ebefd56dce330f1\
    e8d3dddbdfdffbe1fec0bdf4e53e772305d5d08b9fedcded457f6f58fae8d8fce54509827fd5265ce2f41272\
    98e4287e6627c34309a562b75452618642f097bb457573ed957fff7c37dbfcbf658cfdac20c5b562f697b34e\
    8a30d8dcdc2f0b0078427dcc";

#[test]
fn what_unpacks_without_end_costs_its_own_file_only() {
    let base = base("bomb");
    let digits = BOMB.as_bytes().chunks(2);
    let bytes: Vec<u8> = digits
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).expect("digits"), 16).expect("hex"))
        .collect();
    let packed = "/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode]";
    fs::write(base.join("bomb.pdf"), pdf(&bytes, packed)).expect("a file");
    let output = super::output(&base, &["source", "draft", "bomb.pdf"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned()
        + &String::from_utf8_lossy(&output.stdout);
    assert!(output.status.code().is_some(), "the program itself does not fall: {told}");
    assert!(!told.contains("share ="), "{told}");
    assert!(!told.trim().is_empty());

    for broken in [&b"%PDF-1.7"[..], b"", b"PK\x03\x04"] {
        fs::write(base.join("broken.pdf"), broken).expect("a file");
        let [_, told] = run(&base, &["source", "draft", "broken.pdf"], 2);
        assert!(told.contains("is no PDF, or one that is cut off or broken"), "{told}");
    }
    fs::write(base.join("scan.pdf"), pdf(b"0 0 m", "")).expect("a file");
    let [_, told] = run(&base, &["source", "draft", "scan.pdf"], 0);
    assert!(told.contains("0 figures found") && told.contains("page 1 holds no text"), "{told}");
}
