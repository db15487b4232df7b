use super::*;

fn fields(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let rows = reader.records();
    rows.map(|row| row.expect("as many fields as columns").iter().map(String::from).collect())
        .collect()
}

#[test]
fn numbers_are_the_same_in_every_language() {
    let numbers = |lang| {
        let rows = fields(&written(lang, Format::Csv(escape::Dialect::Standard)), b',');
        rows.into_iter().map(|row| row[5..10].to_vec()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Lang::En), numbers(Lang::Fr));
    assert_eq!(numbers(Lang::En)[0][0], "0.28");
}

#[test]
fn a_french_spreadsheet_gets_what_it_opens() {
    let written = written(Lang::Fr, Format::Csv(escape::Dialect::ExcelFr));
    assert!(written.starts_with("\u{feff}claim;study;"));
    assert_eq!(fields(&written, b';')[0][5], "0,28");
}

#[test]
fn several_tables_have_one_heading() {
    let base = base();
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    let options = Options { format: Format::Csv(escape::Dialect::Standard), ..Options::default() };
    let written = render(Speaker::new(&base, Lang::En), &[table.clone(), table], &options);
    assert_eq!(fields(&written, b',').len(), 6);
}

proptest! {
    #[test]
    fn no_cell_is_a_formula(text in "[ \t\r]?[=+@-].*") {
        let options =
            Options { format: Format::Csv(escape::Dialect::Standard), ..Options::default() };
        let rows = fields(&written_of(&with_text(&text), Lang::En, &options), b',');
        prop_assert!(rows[0][2].starts_with('\''), "{}", &rows[0][2]);
    }

    #[test]
    fn every_text_reads_back(text in any::<String>()) {
        let options =
            Options { format: Format::Csv(escape::Dialect::ExcelFr), ..Options::default() };
        let rows = fields(&written_of(&with_text(&text), Lang::En, &options), b';');
        prop_assert_eq!(rows.len(), 3);
        let cleaned = crate::clean(&text);
        prop_assert_eq!(rows[0][3].trim_start_matches('\''), cleaned.trim_start_matches('\''));
    }
}
