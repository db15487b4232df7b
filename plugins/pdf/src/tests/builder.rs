//! Small PDF files.

use std::fmt::Write as _;

/// Objects of a file, in order, from number 1; the first must be its catalogue.
pub(super) fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).expect("a string");
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{table}").bytes());
    let end =
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
    file.extend(end.bytes());
    file
}

/// A stream.
pub(super) fn stream(keys: &str, content: &[u8]) -> Vec<u8> {
    let mut stream = format!("<< {keys} /Length {} >>\nstream\n", content.len()).into_bytes();
    stream.extend(content);
    stream.extend(b"\nendstream");
    stream
}

/// A file of pages of this content, in the font `/F` of the fourth object.
pub(super) fn pages(contents: &[Vec<u8>], font: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let first = 5 + more.len();
    let kids: String =
        (0..contents.len()).map(|page| format!("{} 0 R ", first + 2 * page)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", contents.len()).into_bytes(),
        b"<< /Font << /F 4 0 R >> /XObject << /X 5 0 R >> >>".to_vec(),
        font.to_vec(),
    ];
    objects.extend(more.iter().cloned());
    for (page, content) in contents.iter().enumerate() {
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources 3 0 R \
             /Contents {} 0 R >>",
            first + 2 * page + 1
        );
        objects.push(page.into_bytes());
        objects.push(stream("", content));
    }
    file(&objects, "")
}

/// Helvetica, in the encoding of Windows.
pub(super) const HELVETICA: &[u8] =
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// A page whose lines stand at these places, in points from the lower left corner.
pub(super) fn content(lines: &[(f64, f64, &str)]) -> Vec<u8> {
    let mut content = b"BT /F 10 Tf\n".to_vec();
    for (x, y, words) in lines {
        content.extend(format!("1 0 0 1 {x} {y} Tm (").bytes());
        content.extend(words.chars().map(latin));
        content.extend(b") Tj\n");
    }
    content.extend(b"ET");
    content
}

/// A character as Windows-1252 has it.
fn latin(sign: char) -> u8 {
    match sign {
        '•' => 0x95,
        '’' => 0x92,
        'œ' => 0x9c,
        '€' => 0x80,
        sign => u8::try_from(u32::from(sign)).expect("a Latin letter"),
    }
}

/// A file of one page of lines in Helvetica.
pub(super) fn page(lines: &[(f64, f64, &str)]) -> Vec<u8> {
    pages(&[content(lines)], HELVETICA, &[])
}

/// Lines of a column, downwards from a height.
pub(super) fn column<'a>(x: f64, y: f64, lines: &[&'a str]) -> Vec<(f64, f64, &'a str)> {
    let at = |line: usize| y - 12.0 * f64::from(u32::try_from(line).expect("few lines"));
    lines.iter().enumerate().map(|(line, words)| (x, at(line), *words)).collect()
}
