//! Files that are broken, or made to break their reader.

use super::{
    builder::{HELVETICA, content, file, page, pages, stream},
    listed,
};

fn one_page() -> Vec<u8> {
    page(&[(50.0, 700.0, "38 % of people")])
}

#[test]
fn every_beginning_of_a_file_is_refused() {
    let line = |words| content(&[(50.0, 700.0, words)]);
    let whole = pages(&[line("38 % of people"), line("12 % of people")], HELVETICA, &[]);
    for end in (0..whole.len() - 1).step_by(7) {
        let made = listed(&whole[..end]);
        assert!(made.listings.is_empty(), "{end}: {}", made.page(1));
        assert_eq!(made.messages().len(), 1, "{end}");
    }
    let made = listed(&whole[..whole.len() / 2]);
    let message = "`report.pdf` is cut off: it does not say that it ends (`%%EOF`), so that pages \
                   may be missing";
    assert_eq!(made.messages(), [message]);
    assert_eq!(listed(&whole).messages(), [""; 0]);
}

#[test]
fn pages_that_are_lost_are_told() {
    let line = |words| content(&[(50.0, 700.0, words)]);
    let whole = pages(&[line("38 % of people"), line("12 % of people")], HELVETICA, &[]);
    let words = String::from_utf8(whole).expect("letters");
    // The second page, the seventh object, is no page any more, at the same length.
    let lost = words.replacen("7 0 obj\n<< /Type /Page", "7 0 obj\n<< /Typo /Pale", 1);
    let lost = lost.replacen("/Kids [5 0 R 7 0 R ]", "/Kids [5 0 R 9 0 R ]", 1);
    let made = listed(lost.as_bytes());
    let message = "`report.pdf` says that it has 2 pages, of which 1 can be read";
    assert_eq!(made.messages(), [message]);
    assert_eq!(made.page(1), "L1: 38 % of people\n");
    let untabled = words.replacen("\nxref\n", "\n\n\nx\nxref\n", 1);
    let made = listed(untabled.as_bytes());
    let message = "`report.pdf` has no table of its objects where it says so, and was repaired: \
                   pages may be missing";
    assert_eq!(made.messages(), [message]);
}

#[test]
fn every_changed_byte_is_survived() {
    let whole = one_page();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x15;
        let made = listed(&changed);
        assert!(made.listings.len() <= 1);
    }
}

#[test]
fn what_is_no_pdf_is_refused() {
    for bytes in [&b""[..], b"%PDF-1.7", b"PK\x03\x04", b"<html></html>"] {
        assert_eq!(
            listed(bytes).messages(),
            ["`report.pdf` is no PDF, or one that is cut off or broken"]
        );
    }
}

#[test]
fn what_is_encrypted_is_refused() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>".to_vec(),
        format!(
            "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{0}> /U <{0}> >>",
            "41".repeat(32)
        )
        .into_bytes(),
    ];
    let encrypted = file(&objects, "/Encrypt 4 0 R /ID [<00> <00>]");
    assert_eq!(
        listed(&encrypted).messages(),
        ["`report.pdf` is encrypted with a password; save it without one"]
    );
}

#[test]
fn pages_that_hold_themselves_end() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 9 /Kids [2 0 R 3 0 R 3 0 R] >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>".to_vec(),
    ];
    let told = "`report.pdf` says that it has 9 pages, of which 1 can be read";
    assert_eq!(listed(&file(&objects, "")).messages(), [told, "page 1 holds no text"]);
    let none = [b"<< /Type /Catalog /Pages 1 0 R >>".to_vec()];
    assert_eq!(listed(&file(&none, "")).messages().len(), 1);
}

#[test]
fn a_page_that_draws_itself_again_and_again_is_given_up() {
    // Each of these draws the next one twelve times.
    let levels = 12;
    let mut forms = Vec::new();
    for level in 0..levels {
        let next = if level + 1 < levels { format!("/X {} 0 R", 6 + level) } else { String::new() };
        let keys = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << {next} >> >>"
        );
        forms.push(stream(&keys, "/X Do ".repeat(12).as_bytes()));
    }
    let contents = [b"/X Do".to_vec(), content(&[(50.0, 700.0, "38 %")])];
    let made = listed(&pages(&contents, HELVETICA, &forms));
    assert_eq!(made.messages(), ["page 1 draws too much to be read"]);
    assert_eq!(made.page(2), "L1: 38 %\n", "it costs this page only");
}

#[test]
fn numbers_that_are_none_are_survived() {
    for content in [
        "BT /F 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (38 %) Tj ET",
        "BT /F 0 Tf 0 0 0 0 0 0 Tm (38 %) Tj ET",
        "BT /F -10 Tf 50 700 Td (38 %) Tj ET",
        "1e38 0 0 1e38 0 0 cm 1e38 0 0 1e38 0 0 cm BT /F 10 Tf 50 700 Td (38 %) Tj ET",
        "BT /G 10 Tf 50 700 Td (38 %) Tj ET",
        "q q q Q Q Q Q Q BT ET ET BT (38 %) Tj",
    ] {
        let made = listed(&pages(&[content.as_bytes().to_vec()], HELVETICA, &[]));
        assert_eq!(made.listings.len(), 1, "{content}");
    }
}
