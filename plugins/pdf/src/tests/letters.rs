//! Letters, and what joins and parts them.

use super::{
    builder::{HELVETICA, column, content, page, pages, stream},
    listed,
};

#[test]
fn a_hyphen_at_the_end_of_a_line_is_left_out_unless_it_is_one() {
    for (lines, expected) in [
        (["Les consomma-", "teurs aiment."], "Les consommateurs aiment."),
        (["The e-mail, or e-", "mail, is read."], "The e-mail, or e-mail, is read."),
        (["Ils sont vingt-", "cinq."], "Ils sont vingt-cinq."),
        (["People of 18-", "24 years."], "People of 18-24 years."),
        (["A dash -", "and more."], "A dash - and more."),
        (["A soft con\u{ad}", "nection."], "A soft connection."),
    ] {
        let made = listed(&page(&column(50.0, 700.0, &lines)));
        assert_eq!(made.page(1), format!("L1-L2: {expected}\n"));
    }
}

#[test]
fn words_are_parted_by_the_room_between_them() {
    let content = b"BT /F 10 Tf 50 700 Td [(W) 80 (e) -278 (ask) -20 (ed)] TJ ET".to_vec();
    assert_eq!(listed(&pages(&[content], HELVETICA, &[])).page(1), "L1: We asked\n");
}

#[test]
fn the_number_of_a_note_is_no_digit_of_a_figure() {
    let raised = |figure: &str, note: &str| {
        let content = format!(
            "BT /F 10 Tf 50 700 Td ({figure}) Tj 4 Ts /F 6 Tf ({note}) Tj 0 Ts /F 10 Tf ( of them) Tj ET"
        );
        listed(&pages(&[content.into_bytes()], HELVETICA, &[])).page(1)
    };
    assert_eq!(raised("45", "1"), "L1: 45 [1] of them\n");
    assert_eq!(raised("45 %", "12"), "L1: 45 % [12] of them\n");
    assert_eq!(raised("le 1", "er"), "L1: le 1er of them\n");
}

#[test]
fn letters_drawn_twice_to_look_bold_are_read_once() {
    let twice = [(50.0, 700.0, "38 %"), (50.1, 700.0, "38 %")];
    assert_eq!(listed(&page(&twice)).page(1), "L1: 38 %\n");
}

/// A font of four letters that only a table says the meaning of.
fn coded(meaning: Option<&str>) -> Vec<u8> {
    let table = meaning.map(|_| "/ToUnicode 5 0 R").unwrap_or_default();
    let font = format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Fixture /Encoding /Identity-H {table} \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fixture \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>] >>"
    );
    let cmap = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /F def\n\
         1 begincodespacerange <0000> <ffff> endcodespacerange\n{}\nendcmap end end",
        meaning.unwrap_or_default()
    );
    let content = b"BT /F 10 Tf 50 700 Td <0001000200030004> Tj ET".to_vec();
    pages(&[content], font.as_bytes(), &[stream("", cmap.as_bytes())])
}

#[test]
fn ligatures_are_letters_and_narrow_spaces_stay() {
    let meaning = "4 beginbfchar <0001> <FB01> <0002> <0038> <0003> <202F> <0004> <0025> endbfchar";
    let made = listed(&coded(Some(meaning)));
    assert_eq!(made.page(1), "L1: fi8\u{202f}%\n");
    assert_eq!(made.messages(), [""; 0]);
}

#[test]
fn letters_that_no_table_explains_are_told_of() {
    let made = listed(&coded(None));
    assert!(
        made.messages().iter().any(|one| {
            one.starts_with("page 1 holds 4 of 4 characters that cannot be read")
                || one.starts_with("page 1 uses a font that cannot be read")
        }),
        "{:?} {}",
        made.messages(),
        made.page(1)
    );
    let some = "3 beginbfchar <0001> <0033> <0003> <0020> <0004> <0025> endbfchar";
    let made = listed(&coded(Some(some)));
    assert_eq!(made.page(1), "L1: 3\u{fffd} %\n");
    assert!(made.messages()[0].starts_with("page 1 holds 1 of 3 characters"));
}

#[test]
fn letters_that_nobody_sees_are_told_of() {
    let mut hidden = b"3 Tr ".to_vec();
    hidden.extend(content(&[(50.0, 700.0, "38 %")]));
    let made = listed(&pages(&[hidden], HELVETICA, &[]));
    assert_eq!(made.page(1), "L1: 38 %\n");
    assert!(made.messages()[0].contains("characters that nobody sees"));
    let made = listed(&page(&[(50.0, 700.0, "seen"), (50.0, 900.0, "38 %")]));
    assert_eq!(made.page(1), "L1: seen\n");
    assert_eq!(
        made.messages(),
        ["page 1 has 4 characters outside of its edges, which are left out"]
    );
}

#[test]
fn a_page_without_text_is_told_of() {
    let made =
        listed(&pages(&[content(&[(50.0, 700.0, "one")]), b"0 0 m".to_vec()], HELVETICA, &[]));
    assert_eq!(made.messages(), ["page 2 holds no text"]);
    let image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray \
         /BitsPerComponent 8",
        b"\0",
    );
    let made = listed(&pages(&[b"600 0 0 800 0 0 cm /X Do".to_vec()], HELVETICA, &[image]));
    assert_eq!(made.messages(), ["page 1 holds no text, but an image: it may have been scanned"]);
}
