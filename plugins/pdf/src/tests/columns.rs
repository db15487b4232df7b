//! The order of reading.

use super::{
    builder::{HELVETICA, column, content, page, pages},
    listed,
};

#[test]
fn lines_of_a_paragraph_are_one_and_keep_their_numbers() {
    let lines =
        ["Une enquête menée auprès de 1 003 internautes", "montre que 38 % suivent une marque."];
    let mut page_lines = column(50.0, 700.0, &lines);
    page_lines.push((50.0, 640.0, "Un autre paragraphe."));
    let made = listed(&page(&page_lines));
    assert_eq!(made.messages(), [""; 0]);
    let joined = lines.join(" ");
    assert_eq!(made.page(1), format!("L1-L2: {joined}\nL3: Un autre paragraphe.\n"));
}

#[test]
fn lines_of_a_page_that_is_printed_wide_belong_together() {
    let lines =
        ["Une enquête menée auprès de 1 003", "internautes montre que 38 %", "suivent une marque."];
    let at = |line: u8| 700.0 - 19.0 * f64::from(line);
    let mut wide: Vec<_> =
        (0_u8..).zip(lines).map(|(line, words)| (50.0, at(line), words)).collect();
    wide.push((50.0, at(4), "Un autre paragraphe, plus loin."));
    let made = listed(&page(&wide));
    let joined = lines.join(" ");
    assert_eq!(made.page(1), format!("L1-L3: {joined}\nL4: Un autre paragraphe, plus loin.\n"));
}

#[test]
fn items_of_a_list_hold_the_lines_below_their_words() {
    let lines = [
        (50.0, 700.0, "• the first, which"),
        (62.0, 688.0, "goes on"),
        (50.0, 676.0, "• the second"),
    ];
    assert_eq!(
        listed(&page(&lines)).page(1),
        "L1-L2: • the first, which goes on\nL3: • the second\n"
    );
}

#[test]
fn columns_of_prose_are_read_one_after_the_other() {
    let left =
        ["The first column tells a story that", "goes on for a while and then it", "ends here."];
    let right =
        ["The second column tells another", "story that is quite as long as the", "first one."];
    // They are drawn line by line, as by a printer.
    let pairs = column(50.0, 700.0, &left).into_iter().zip(column(320.0, 700.0, &right));
    let mut lines: Vec<_> = pairs.flat_map(|(one, other)| [one, other]).collect();
    lines.insert(
        0,
        (50.0, 760.0, "A headline over both of the columns of this page, and wide enough for both"),
    );
    let made = listed(&page(&lines));
    let expected =
        format!("L1: {}\nL2-L4: {}\nL5-L7: {}\n", lines[0].2, left.join(" "), right.join(" "));
    assert_eq!(made.page(1), expected);
}

#[test]
fn rows_of_a_table_stay_rows_and_cells_never_make_one_number() {
    let rows = [
        ("Facebook", "45", "200"),
        ("Twitter", "12", "100"),
        ("Pinterest", "8", "900"),
        ("Other", "1", "7"),
    ];
    let mut lines = Vec::new();
    for (row, (name, one, other)) in (0_u8..).zip(rows) {
        let y = 700.0 - 14.0 * f64::from(row);
        lines.extend([(50.0, y, name), (250.0, y, one), (350.0, y, other)]);
    }
    let made = listed(&page(&lines));
    assert_eq!(
        made.page(1),
        "L1: Facebook\t45\t200\nL2: Twitter\t12\t100\nL3: Pinterest\t8\t900\nL4: Other\t1\t7\n"
    );
}

#[test]
fn what_is_turned_is_read_behind_the_rest() {
    let mut turned = content(&[(100.0, 700.0, "upright words")]);
    let rest = b" BT /F 10 Tf 0 1 -1 0 40 300 Tm (share of people) Tj ET".to_vec();
    turned = [rest, turned].concat();
    let made = listed(&pages(&[turned], HELVETICA, &[]));
    assert_eq!(made.page(1), "L1: upright words\nL2: share of people\n");
}
