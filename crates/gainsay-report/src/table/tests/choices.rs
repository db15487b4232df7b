//! Columns, rows, order, digest.

use gainsay_claims::{region::Region, sample::Sample};

use super::*;

/// The sources of the rows shown.
fn shown(options: &Options) -> Vec<String> {
    let base = base();
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    table.shown(&base, options).iter().map(|row| row.claim.source.clone()).collect()
}

fn sorted(sort: Sort) -> Vec<String> {
    shown(&Options { sort: Some(sort), all: true, ..Options::default() })
}

fn filtered(filter: Filter) -> Vec<String> {
    shown(&Options { filter, ..Options::default() })
}

#[test]
fn a_citation_of_a_study_of_the_table_is_shown_on_demand() {
    assert_eq!(shown(&Options::default()), ["fixture-a", "fixture-b", "fixture-c"]);
    let all = Options { all: true, ..Options::default() };
    assert_eq!(shown(&all), ["fixture-a", "fixture-b", "fixture-c", "fixture-c"]);
}

#[test]
fn evidence_stands_before_the_rest_whatever_the_order() {
    assert_eq!(sorted(Sort::Share), ["fixture-a", "fixture-c", "fixture-b", "fixture-c"]);
    assert_eq!(sorted(Sort::N), ["fixture-b", "fixture-a", "fixture-c", "fixture-c"]);
    for sort in [Sort::Id, Sort::Publisher, Sort::Period] {
        assert_eq!(sorted(sort), ["fixture-a", "fixture-b", "fixture-c", "fixture-c"]);
    }
}

#[test]
fn filters_keep_what_they_name() {
    let sources = vec!["fixture-b".to_owned()];
    assert_eq!(filtered(Filter { sources, ..Filter::default() }), ["fixture-b"]);
    let universes = vec!["adults".to_owned()];
    assert_eq!(filtered(Filter { universes, ..Filter::default() }), ["fixture-c"]);
    let regions = Some([Region::parse("US").expect("a region")].into_iter().collect());
    assert_eq!(filtered(Filter { regions, ..Filter::default() }), ["fixture-c"]);
    assert_eq!(filtered(Filter { since: Some(2013), ..Filter::default() }).len(), 3);
    assert!(filtered(Filter { since: Some(2014), ..Filter::default() }).is_empty());
    assert!(filtered(Filter { until: Some(2012), ..Filter::default() }).is_empty());
}

#[test]
fn chosen_columns_stand_in_the_order_chosen() {
    let columns = vec![Column::N, Column::Claim];
    let options = Options { columns, format: Format::Html, ..Options::default() };
    let page = super::html::read(&written_of(&base(), Lang::En, &options));
    assert_eq!(page.headings, ["n", "claim"]);
    assert_eq!(page.rows[0][1], "fixture-a/2013/bought");
}

#[test]
fn every_column_has_a_name_of_its_own() {
    for (name, column) in Column::ALL {
        assert_eq!(column.name(), name);
    }
}

fn digest_of(base: &EvidenceBase) -> String {
    let judgement = fixture::judgement(base);
    digest(&Table::new(base, &judgement.propositions[0]))
}

#[test]
fn a_digest_changes_with_the_evidence_and_with_nothing_else() {
    let before = digest_of(&base());
    assert_eq!(before.len(), 16);
    assert!(before.chars().all(|one| one.is_ascii_hexdigit()));
    let mut renamed = base();
    for study in renamed.studies.values_mut() {
        study.said.limitations.push("a remark".to_owned());
    }
    assert_eq!(digest_of(&renamed), before);
    let mut resized = base();
    resized.claims.get_mut(&fixture::claim("a")).expect("a claim").n = Sample::About(1004);
    assert_ne!(digest_of(&resized), before);
    let mut reseen = base();
    reseen.claims.get_mut(&fixture::claim("a")).expect("a claim").said.mark = Mark::CitedOnly;
    assert_ne!(digest_of(&reseen), before);
}

#[test]
fn a_written_table_carries_the_digest_whatever_is_shown() {
    let mark = format!("gainsay:table bought sha256:{}", digest_of(&base()));
    let filter = Filter { sources: vec!["fixture-a".to_owned()], ..Filter::default() };
    for (format, line) in [
        (Format::Markdown(MarkdownDialect::Gfm), format!("<!-- {mark} -->")),
        (Format::Html, format!("<!-- {mark} -->")),
        (Format::Latex, format!("% {mark}")),
        (Format::Typst, format!("// {mark}")),
    ] {
        let options = Options { format, filter: filter.clone(), ..Options::default() };
        let text = written_of(&base(), Lang::Fr, &options);
        assert_eq!(text.lines().next(), Some(line.as_str()));
    }
}

#[test]
fn tables_of_one_document_have_labels_of_their_own() {
    let base = base();
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    let options = Options { format: Format::Latex, ..Options::default() };
    let text = render(Speaker::new(&base, Lang::En), &[table.clone(), table], &options);
    let labels: Vec<&str> = text.lines().filter(|line| line.starts_with("\\label")).collect();
    assert_eq!(labels, ["\\label{tbl-bought}", "\\label{tbl-bought-2}"]);
}

#[test]
fn keys_are_cited_where_there_is_a_bibliography() {
    let cited = |format| {
        let options = Options { format, citations: Some(Citations::Keys), ..Options::default() };
        written_of(&base(), Lang::En, &options)
    };
    assert!(cited(Format::Latex).contains("\\cite{fixture-a-2013}"));
    assert!(cited(Format::Typst).contains("#cite(label(\"fixture-a-2013\"));"));
    assert!(cited(Format::Markdown(MarkdownDialect::Pandoc)).contains("[@fixture-a-2013]"));
    assert!(cited(Format::Html).contains("[1]"));
    // The figure of another study was seen in another work only.
    let key = "page-fixture-d-example-";
    for (format, lead) in [
        (Format::Latex, "(fixture-b, n.d., cited in \\cite{"),
        (Format::Typst, "(fixture-b, n.d., cited in #cite(label(\""),
        (Format::Markdown(MarkdownDialect::Pandoc), "[fixture-b, n.d., cited in @"),
    ] {
        let written = cited(format);
        assert!(written.contains(&format!("{lead}{key}")), "{written}");
        assert!(
            !written.contains("\\cite{fixture-b") && !written.contains("@fixture-b"),
            "{written}"
        );
    }
}

/// What the verdict of the first row says.
fn verdict_of(base: &EvidenceBase) -> String {
    let options = Options {
        columns: vec![Column::Claim, Column::Verdict],
        format: Format::Html,
        ..Options::default()
    };
    super::html::read(&written_of(base, Lang::En, &options)).rows[0][1].clone()
}

#[test]
fn studies_of_one_publisher_are_told_apart() {
    assert_eq!(verdict_of(&base()), "conflicts with fixture-b; cannot tell against fixture-c");
    let mut same_year = base();
    for (study, title) in [("fixture-b/2013", "Survey B"), ("fixture-c/2013", "Survey C")] {
        let study = same_year.studies.get_mut(study).expect("a study");
        study.said.publisher = "fixture".to_owned();
        study.said.title = title.to_owned();
    }
    let expected = "conflicts with fixture, Survey B; cannot tell against fixture, Survey C";
    assert_eq!(verdict_of(&same_year), expected);
    let mut other_year = same_year;
    let year = gainsay_claims::period::Period::parse("2014", Lang::En).expect("a year");
    other_year.studies.get_mut("fixture-c/2013").expect("a study").fieldwork = Some(year);
    let expected = "conflicts with fixture(2013); cannot tell against fixture(2014)";
    assert_eq!(verdict_of(&other_year), expected);
}
