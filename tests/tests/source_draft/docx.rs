//! Files of a word processor, made by hand.

/// One with these paragraphs, not compressed.
pub(super) fn paragraphs(paragraphs: &[&str]) -> Vec<u8> {
    file(&paragraphs.iter().map(|text| paragraph(text)).collect::<String>())
}

/// What stands behind the words of a cell that takes two columns.
pub(super) const TWICE: &str = "||";

/// One with a paragraph and a table.
pub(super) fn table(title: &str, rows: &[Vec<&str>]) -> Vec<u8> {
    let cell = |text: &&str| match text.strip_suffix(TWICE) {
        Some(text) => {
            let span = "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>";
            format!("<w:tc>{span}{}</w:tc>", paragraph(text))
        }
        None => format!("<w:tc>{}</w:tc>", paragraph(text)),
    };
    let row =
        |cells: &Vec<&str>| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    file(&format!("{}<w:tbl>{rows}</w:tbl>", paragraph(title)))
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn file(body: &str) -> Vec<u8> {
    let part = format!(
        "<?xml version=\"1.0\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    let name = b"word/document.xml";
    let number = |value: usize, bytes: usize| value.to_le_bytes()[..bytes].to_vec();
    let sum = part.bytes().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    });
    let sizes = number(part.len(), 4);
    let about = [
        &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &(!sum).to_le_bytes(),
        &sizes,
        &sizes,
        &number(name.len(), 2),
        &[0, 0],
    ]
    .concat();
    let local = [b"PK\x03\x04", &about[..], name, part.as_bytes()].concat();
    let central = [b"PK\x01\x02\x14\0", &about[..], &[0; 14], name].concat();
    let end = [number(central.len(), 4), number(local.len(), 4), vec![0, 0]].concat();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &end[..]].concat();
    [local, central, end].concat()
}
