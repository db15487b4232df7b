mod choices;
mod csv;
mod html;
mod latex;
mod markdown;
mod notes;
mod page;
mod round_trip;
mod snapshots;
mod template;
mod typst;

use gainsay_claims::{
    EvidenceBase, Lang, is_harmful,
    wire::{Interest, Mark, Work},
};
use proptest::prelude::*;

use super::*;
use crate::{Speaker, escape, fixture};

/// The base of the fixtures with something to be noted.
fn base() -> EvidenceBase {
    let mut base = fixture::base();
    let study = base.studies.get_mut("fixture-a/2013").expect("a study");
    study.said.sponsor_interest = Interest::Vendor;
    let url = "https://fixture-a.example/survey".to_owned();
    study.said.works = vec![Work { url, mark: Mark::Publisher }];
    let claim = base.claims.get_mut(&fixture::claim("b")).expect("a claim");
    claim.said.mark = Mark::Secondary;
    claim.said.seen_at = Some("https://fixture-d.example/b".to_owned());
    base
}

/// What is written of the fixtures' proposition.
fn written_of(base: &EvidenceBase, lang: Lang, options: &Options) -> String {
    let judgement = fixture::judgement(base);
    let table = Table::new(base, &judgement.propositions[0]);
    render(Speaker::new(base, lang), &[table], options)
}

fn written(lang: Lang, format: Format) -> String {
    written_of(&base(), lang, &Options { format, width: Some(120), ..Options::default() })
}

/// A base in which everything a plugin writes is this text.
fn with_text(text: &str) -> EvidenceBase {
    let mut base = base();
    for study in base.studies.values_mut() {
        study.said.publisher = text.to_owned();
        study.said.title = text.to_owned();
        study.said.works = vec![Work { url: text.to_owned(), mark: Mark::CitedOnly }];
    }
    for claim in base.claims.values_mut() {
        claim.said.mark = Mark::Secondary;
        claim.said.seen_at = Some(text.to_owned());
    }
    base
}

proptest! {
    // Names of works go through the citation engine, which takes its time.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_plugin_text_moves_the_cursor_in_any_format(text in any::<String>()) {
        let base = with_text(&text);
        for format in [
            Format::Terminal,
            Format::Markdown(MarkdownDialect::Pandoc),
            Format::Latex,
            Format::Typst,
            Format::Html,
            Format::Csv(escape::Dialect::Standard),
            Format::Json,
        ] {
            let options = Options { format, width: Some(100), ..Options::default() };
            let output = written_of(&base, Lang::En, &options);
            let bad = output.chars().find(|one| *one != '\n' && is_harmful(*one));
            prop_assert_eq!(bad, None, "{}", output);
        }
    }

    #[test]
    fn the_terminal_loses_no_cell_note_or_source(text in "[a-zé|*<>\\[\\]]{1,20}") {
        let base = with_text(&text);
        let judgement = fixture::judgement(&base);
        let table = Table::new(&base, &judgement.propositions[0]);
        let speaker = Speaker::new(&base, Lang::En);
        let options = Options::default();
        let works = works(speaker, std::slice::from_ref(&table), &options);
        let sheet = Sheet::new(speaker, &table, &options, &works);
        let output = render(speaker, &[table], &options);
        let cells = sheet.rows.iter().flatten().flat_map(|cell| [Some(&cell.text), cell.second.as_ref()]);
        let sources = sheet.sources.iter().map(|source| &source.text);
        let own = sheet.sources.iter().flat_map(Source::urls).all(|url| output.contains(&url));
        prop_assert!(own, "an address is missing in {}", output);
        for text in cells.flatten().chain(&sheet.notes).chain(sources).chain([&sheet.caption]) {
            prop_assert!(output.contains(text.as_str()), "{} in {}", text, output);
        }
    }

    #[test]
    fn json_holds_what_the_plugins_wrote(text in any::<String>()) {
        let options = Options { format: Format::Json, ..Options::default() };
        let output = written_of(&with_text(&text), Lang::Fr, &options);
        let value: serde_json::Value = serde_json::from_str(&output).expect("JSON");
        let cleaned = crate::clean(&text);
        prop_assert_eq!(value["rows"][0]["publisher"].as_str(), Some(cleaned.as_str()));
        prop_assert_eq!(value["rows"].as_array().map(Vec::len), Some(3));
    }
}
