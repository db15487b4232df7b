//! Figures of sentences, and of texts that are none.

use std::ops::Range;

use gainsay_claims::Lang;
use gainsay_draft::{Figure, Kind, Passage, PassageKind, Prose, Voice, find};
use proptest::prelude::*;

fn passage(text: &str, lang: Lang) -> Passage {
    let mut prose = Prose::default();
    prose.push(text, 0..text.len());
    let (keys, called_from) = (Vec::new(), None);
    Passage {
        kind: PassageKind::Paragraph,
        prose,
        lang,
        voice: Voice::Author,
        keys,
        called_from,
        cell: None,
    }
}

/// Takes the marks out of `{68 %} of {300|n} people`, and returns what they mark: findings,
/// numbers of people asked (`n`) and other numbers (`#`).
fn unmark(row: &str) -> (String, Vec<(Range<usize>, Kind)>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for part in row.split('{') {
        let Some((mark, rest)) = part.split_once('}') else {
            text.push_str(part);
            continue;
        };
        let (words, kind) = match mark.split_once('|') {
            Some((words, "n")) => (words, Kind::SampleSize),
            Some((words, "#")) => (words, Kind::Number),
            Some(other) => panic!("no kind `{}`", other.1),
            None => (mark, Kind::Finding),
        };
        let start = text.len();
        text.push_str(words.trim_end());
        marks.push((start..text.len(), kind));
        text.push_str(&words[words.trim_end().len()..]);
        text.push_str(rest);
    }
    (text, marks)
}

/// Checks a table, and returns how many rows it has.
fn check(table: &str, lang: Lang) -> usize {
    let rows: Vec<&str> = table.lines().filter(|row| !row.starts_with('#')).collect();
    let mut wrong = Vec::new();
    for row in &rows {
        let (text, expected) = unmark(row);
        let figures = find(&passage(&text, lang));
        let found = figures.iter().map(|figure| (figure.span.clone(), figure.kind));
        let found: Vec<(Range<usize>, Kind)> = found.collect();
        if found != expected {
            let read: Vec<_> =
                found.iter().map(|(span, kind)| (&text[span.clone()], kind)).collect();
            wrong.push(format!("{row}\n    {read:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    rows.len()
}

#[test]
fn figures_of_french_sentences() {
    assert!(check(include_str!("figures/fr.txt"), Lang::Fr) >= 60);
}

#[test]
fn figures_of_english_sentences() {
    assert!(check(include_str!("figures/en.txt"), Lang::En) >= 60);
}

#[test]
fn a_figure_knows_its_sentence() {
    let text = "Selon M. Dupont, 3 % partent. « 68 % restent ! » Et 12,5 % hésitent ?!";
    let figures = find(&passage(text, Lang::Fr));
    let sentences: Vec<&str> =
        figures.iter().map(|figure| &text[figure.sentence.clone()]).collect();
    let expected = ["Selon M. Dupont, 3 % partent.", "« 68 % restent ! »", "Et 12,5 % hésitent ?!"];
    assert_eq!(sentences, expected);
}

#[test]
fn what_was_left_out_parts_figures() {
    let text = format!("Près de {} 68 % le disent.", Prose::LEFT_OUT);
    let figures = find(&passage(&text, Lang::Fr));
    assert_eq!(figures.len(), 1);
    assert_eq!(&text[figures[0].span.clone()], "68 %");
}

/// Texts of pieces that figures and what is none are made of.
fn near_prose() -> impl Strategy<Value = String> {
    let words =
        include_str!("figures/fr.txt").lines().chain(include_str!("figures/en.txt").lines());
    let mut pieces: Vec<String> =
        words.flat_map(|row| row.split(' ').map(|word| format!("{word} "))).collect();
    let signs = ["-", "—", "/", ".", "\n\n", "’", "e\u{301}", "\u{a0}", "\u{fffc}", "±", "(", "$"];
    pieces.extend(signs.map(str::to_owned));
    prop::collection::vec(prop::sample::select(pieces), 0..30).prop_map(|all| all.concat())
}

fn check_places(text: &str, figures: &[Figure]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for Figure { span, sentence, .. } in figures {
        prop_assert!(end <= span.start && span.start < span.end, "{text:?}: {figures:?}");
        prop_assert!(text.get(span.clone()).is_some() && text.get(sentence.clone()).is_some());
        prop_assert!(sentence.start <= span.start && span.end <= sentence.end);
        end = span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn places_are_in_order_and_apart(text in near_prose(), noise in any::<String>()) {
        for lang in [Lang::Fr, Lang::En] {
            for text in [&text, &noise] {
                check_places(text, &find(&passage(text, lang)))?;
            }
        }
    }
}
