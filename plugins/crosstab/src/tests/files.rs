//! Workbooks made for a test.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A packed file of these parts.
pub(super) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        archive.start_file(*name, options).expect("a part");
        archive.write_all(text.as_bytes()).expect("written to memory");
    }
    archive.finish().expect("written to memory").into_inner()
}

/// An XLSX workbook of one sheet, with the cells and merged ranges as they stand in its XML.
pub(super) fn xlsx(sheet: &str, rows: &str, merged: &[&str]) -> Vec<u8> {
    xlsx_with(sheet, rows, merged, &[])
}

/// The same, whose cells may have styles: the first one has none, each other one of these formats.
pub(super) fn xlsx_with(sheet: &str, rows: &str, merged: &[&str], formats: &[&str]) -> Vec<u8> {
    let formats = formats.iter().enumerate();
    let [codes, styles] =
        formats.fold([String::new(), String::new()], |[codes, styles], (at, one)| {
            let id = 164 + at;
            [
                codes + &format!("<numFmt numFmtId=\"{id}\" formatCode=\"{one}\"/>"),
                styles
                    + &format!("<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"),
            ]
        });
    let styles = format!(
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <numFmts>{codes}</numFmts><cellXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" \
         borderId=\"0\"/>{styles}</cellXfs></styleSheet>"
    );
    let merged: String =
        merged.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
    let xml = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData>\
         <mergeCells>{merged}</mergeCells></worksheet>"
    );
    packed(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
                 <sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        ("xl/styles.xml", &styles),
        ("xl/worksheets/sheet1.xml", &xml),
    ])
}

/// A row of an XLSX sheet, counted from 1; texts and numbers as they look.
pub(super) fn row(number: usize, cells: &[(&str, &str)]) -> String {
    let cell = |(column, words): &(&str, &str)| match words.parse::<f64>() {
        Ok(_) => format!("<c r=\"{column}{number}\"><v>{words}</v></c>"),
        Err(_) => format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{words}</t></is></c>"),
    };
    format!("<row r=\"{number}\">{}</row>", cells.iter().map(cell).collect::<String>())
}

/// An OpenDocument workbook of one sheet with these rows.
pub(super) fn ods(sheet: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>\
         <office:spreadsheet><table:table table:name=\"{sheet}\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", &content),
    ])
}
