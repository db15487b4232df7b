use gainsay_claims::EvidenceBase;
use gainsay_draft::{Checker, Format, Written, read};

use super::*;

/// What is proposed for a text by a base without words.
fn proposed(lang: Lang, text: &str, written: &Written, remarks: &[Said]) -> [String; 2] {
    let base = EvidenceBase::default();
    let draft = read("press.md", text, Format::Markdown);
    let proposed = Checker::new(&base).propose(&draft, &base);
    let places = Places::lines(text);
    let sketch = Sketch {
        lang,
        base: &base,
        file: "press.md",
        draft: &draft,
        proposed: &proposed,
        places: &places,
        written,
        remarks,
    };
    [sketch.document(HEAD), sketch.summary(Some("out.toml"), None)]
}

const HEAD: &str = "#:schema transcript.schema.json";

/// A proposal as a person who accepts all of it leaves it.
fn accepted(document: &str) -> String {
    let lines = document.lines().map(|line| line.strip_prefix("#? ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_margin_is_proposed_and_plurals_agree() {
    let text =
        "In March 2014 we asked 1,003 adults. The margin is ±2 points. 300 shops, 200 towns.\n";
    let [document, _] = proposed(Lang::En, text, &Written::Utf8, &[]);
    assert!(document.contains("#? margin = \"2 points\"\n"), "{document}");
    let [_, summary] = proposed(Lang::Fr, text, &Written::Utf8, &[]);
    let counted = "  2 laissés de côté\u{a0}: nombre de quelque chose\n";
    assert!(summary.contains(counted), "{summary}");
}

const TEXT: &str = "# A survey\n\nIn March 2014 we asked 1,003 adults online.\n\n\
                    38 % follow brands, and nobody likes posts. It has 300 shops.\n\n\
                    38\u{fffd} % own one.\n";

#[test]
fn nothing_of_a_proposal_counts_before_its_marks_are_taken_away() {
    for lang in [Lang::En, Lang::Fr] {
        let [document, _] = proposed(lang, TEXT, &Written::Utf8, &[]);
        assert!(document.lines().all(|line| line.is_empty() || line.starts_with('#')));
        let table: toml::Table = accepted(&document).parse().expect("it is TOML");
        let text = |keys: [&str; 2]| table[keys[0]][keys[1]].as_str().map(str::to_owned);
        assert_eq!(text(["study", "title"]).as_deref(), Some("A survey"));
        assert_eq!(text(["study", "n"]).as_deref(), Some("1,003"));
        assert_eq!(text(["study", "fieldwork"]).as_deref(), Some("March 2014"));
        assert_eq!(table["study"]["mode"].as_array().map(Vec::len), Some(1));
        let findings = table["finding"].as_array().expect("a list");
        assert_eq!(findings.len(), 1, "{document}");
        assert_eq!(findings[0]["share"].as_str(), Some("38 %"));
        assert!(table["study"].get("publisher").is_none() && findings[0].get("concept").is_none());
    }
}

#[test]
fn what_is_left_out_is_listed_and_counted() {
    let remarks = [Said::from(["page 3 holds no text", "la page 3 ne contient pas de texte"])];
    let [document, summary] = proposed(Lang::En, TEXT, &Written::Mixed(vec![2, 7]), &remarks);
    for line in [
        "# - line 3: “In March 2014 we asked 1,003 adults online.” (how many were asked)",
        "# - line 5: “It has 300 shops.” (a number of something)",
        "# - page 3 holds no text",
        "# the encodings are mixed: read as UTF-8, and as Windows-1252 on lines 2, 7; compare these",
    ] {
        assert!(document.contains(&format!("{line}\n")), "{line} in {document}");
    }
    assert!(summary.starts_with("made: out.toml\nthe encodings are mixed"), "{summary}");
    assert!(summary.contains(" figures found, 1 proposed, "), "{summary}");
    assert!(summary.contains("  1 left out: beside what cannot be read\n"), "{summary}");
    assert!(summary.contains("  1 of the proposed without a concept to accept\n"), "{summary}");
    let [_, one_line] = proposed(Lang::Fr, TEXT, &Written::Mixed(vec![9]), &remarks);
    assert!(one_line.contains("comme Windows-1252 à la ligne 9\u{a0};"), "{one_line}");
    let [_, one_figure] = proposed(Lang::En, "It is trusted by 38 %.", &Written::Utf8, &[]);
    assert!(one_figure.contains(": 1 figure found, "), "{one_figure}");
    let [_, summary] = proposed(Lang::Fr, TEXT, &Written::As("windows-1252"), &remarks);
    assert!(summary.contains("lu comme windows-1252\u{a0}: "), "{summary}");
    assert!(summary.contains("laissé de côté\u{a0}: nombre d'interrogés"), "{summary}");
}

#[test]
fn a_text_cannot_write_more_than_words_into_the_proposal() {
    let text = "# A \"title\" with '''quotes''' and \u{1b}[31m\u{202e}colour\n\n\
                According to Evil\"]\u{0b}Corp, 38 % of \"]\n[study]\npublisher='x' people agree.\n";
    let [document, summary] = proposed(Lang::En, text, &Written::Utf8, &["two\nlines\u{7}".into()]);
    assert!(document.lines().all(|line| line.is_empty() || line.starts_with('#')), "{document}");
    let table: toml::Table = accepted(&document).parse().expect("it is TOML");
    let title = table["study"]["title"].as_str().expect("a title");
    assert_eq!(title, "A title with '''quotes''' and [31mcolour");
    let written = format!("title = \"{title}\"\n");
    assert!(accepted(&document).contains(&written), "without escapes: {document}");
    let is_plain = |text: &str| text.chars().all(|sign| sign == '\n' || !sign.is_control());
    assert!(is_plain(&document) && is_plain(&summary));
}

#[test]
fn a_figure_that_is_said_again_of_the_same_is_proposed_once() {
    let base = crate::fixture::base();
    let text = "# 28 % bought something\n\nOf those asked, 28 % bought something.\n";
    let draft = read("press.md", text, Format::Markdown);
    let proposed = Checker::new(&base).propose(&draft, &base);
    let sketch = Sketch {
        lang: Lang::En,
        base: &base,
        file: "press.md",
        draft: &draft,
        proposed: &proposed,
        places: &Places::lines(text),
        written: &Written::Utf8,
        remarks: &[],
    };
    let sorted = sketch.sorted();
    assert_eq!(sorted.findings.len(), 1, "{}", sketch.document(HEAD));
    assert_eq!(sorted.left.len(), 1);
    assert_eq!(sorted.left[0].1, Why::Again);
}

#[test]
fn what_is_for_a_person_is_in_their_language_and_the_proposal_is_the_same() {
    let text = "# A survey of \u{fffd}\n\nFixture A asked 1,003 adults, Fixture B 900 (± 3 points).\n\n\
                According to Fixture A, 38 % do not follow brands. Nobody likes 300 shops.\n";
    let documents = [Lang::En, Lang::Fr].map(|lang| {
        let [document, _] = proposed(lang, text, &Written::As("x"), &[]);
        document
    });
    let lines = |document: &str, is_proposal: bool| -> Vec<String> {
        let lines = document.lines().filter(|line| line.starts_with("#? ") == is_proposal);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let [english, french] = &documents;
    assert_eq!(lines(english, true), lines(french, true));
    let (english, french) = (lines(english, false), lines(french, false));
    assert_eq!(english.len(), french.len());
    for (one, other) in english.iter().zip(&french).skip(1) {
        assert_ne!(one, other);
    }
}

/// The shares that are proposed, and how the summary counts what is not.
fn shares(lang: Lang, text: &str) -> (Vec<String>, String) {
    let [document, summary] = proposed(lang, text, &Written::Utf8, &[]);
    let shares = document.lines().filter_map(|line| line.strip_prefix("#? share = "));
    (shares.map(|one| one.trim_matches('"').to_owned()).collect(), summary)
}

#[test]
fn a_figure_that_is_said_twice_beside_itself_is_one_finding() {
    for (lang, text, share) in [
        (Lang::Fr, "Près d'un tiers des internautes (32 %) suivent une marque.", "32 %"),
        (Lang::Fr, "En France, 32 % des internautes, soit près d'un tiers, le font.", "32 %"),
        (Lang::Fr, "Un internaute sur trois, soit 33 % d'entre eux, le fait.", "33 %"),
        (Lang::Fr, "Près de la moitié, soit 49 %, des internautes le font.", "49 %"),
        (Lang::En, "One in three (33 %) of the users follow brands.", "33 %"),
        (Lang::En, "Nearly a third of users (32 %) follow brands.", "32 %"),
        (Lang::En, "Of the users, 32 %, or nearly a third, follow brands.", "32 %"),
        (Lang::En, "Of the users, a third – 33 % – follow brands.", "33 %"),
    ] {
        let (found, summary) = shares(lang, &format!("{text}\n"));
        assert_eq!(found, [share], "{text} {summary}");
        let counted = match lang {
            Lang::En => "  1 left out: said more exactly beside it\n",
            Lang::Fr => "  1 laissé de côté\u{a0}: dit plus exactement à côté\n",
        };
        assert!(summary.contains(counted), "{text} {summary}");
    }
    for (lang, text) in [
        (Lang::En, "Of the users 18 % follow brands, 32 % do not."),
        (Lang::En, "Of the users 18 %, or a third, follow brands."),
        (Lang::En, "A third of the users follow brands, and 33 % buy."),
        (Lang::Fr, "Des internautes, 18 % (32 % en 2015) suivent une marque."),
        (Lang::Fr, "Un tiers des internautes suit une marque et 33 % achètent."),
    ] {
        let (found, summary) = shares(lang, &format!("{text}\n"));
        assert_eq!(found.len(), 2, "{text} {summary}");
    }
}

#[test]
fn a_margin_goes_to_the_study_and_is_no_finding() {
    for (lang, text, margin, counted) in [
        (
            Lang::Fr,
            "38 % des internautes suivent une marque. La marge d'erreur est de 3,1 points.\n",
            "3,1 points",
            "1 laissé de côté\u{a0}: marge d'erreur, qui va à l'étude",
        ),
        (
            Lang::Fr,
            "38 % des internautes suivent une marque (± 3 points).\n",
            "3 points",
            "1 laissé de côté\u{a0}: marge d'erreur, qui va à l'étude",
        ),
        (
            Lang::En,
            "38 % of users follow a brand. The margin of error is +/- 3 percentage points.\n",
            "3 percentage points",
            "1 left out: the margin of error, which goes to the study",
        ),
    ] {
        let [document, summary] = proposed(lang, text, &Written::Utf8, &[]);
        assert!(document.contains(&format!("#? margin = \"{margin}\"\n")), "{document}");
        assert_eq!(document.matches("[[finding]]").count(), 1, "{document}");
        assert!(summary.contains(counted), "{summary}");
    }
}

#[test]
fn ids_are_numbered_where_they_are_taken() {
    let text = "38 % do. 39 % do. 40 % do. 41 % do.\n";
    let [document, _] = proposed(Lang::En, text, &Written::Utf8, &[]);
    for id in ["share", "share-2", "share-3", "share-4"] {
        assert_eq!(document.matches(&format!("id = \"{id}\"\n")).count(), 1, "{document}");
    }
}

#[test]
fn places_are_lines_paragraphs_or_lines_of_pages() {
    const TEXT: &str = "one\n\ntwo 38 %\n";
    let of = |places: &Places, lang| places.of(lang, &(9..13));
    assert_eq!(of(&Places::lines(TEXT), Lang::Fr), "ligne 3");
    assert_eq!(of(&Places::paragraphs(TEXT), Lang::En), "paragraph 3");
    assert_eq!(Places::lines(TEXT).of(Lang::En, &(3..4)), "line 1");
    let line = |page: &str, lines: &str| [page.to_owned(), lines.to_owned()];
    let pages = vec![line("page=1", "L1"), line("", ""), line("page=2", "L4-L6")];
    assert_eq!(of(&Places::pages(TEXT, pages.clone()), Lang::En), "page 2, lines 4-6");
    assert_eq!(of(&Places::pages(TEXT, pages[..1].to_vec()), Lang::En), "");
}
