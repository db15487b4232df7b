//! The rules of the conformance kit: for each an invented source that breaks it
//! and no other, and one sound source that breaks none.

use std::cell::Cell;

use gainsay_claims::vocabulary::{Vocabulary, VocabularyFile};
use gainsay_plugin::{
    Bytes, Config, Document, Sink, Source, SourceError,
    testing::{Material, breaches},
    wire::{Figure, FigureUnit, Finding, Listing, Mark, Place, Says, StudyRecord},
};

const VOCABULARY: &str = "[concept.ignores-posts]\nlabel = { en = \"ignores\", fr = \"ignore\" }\n";
const NAMES: [&str; 2] = ["sources/fixture-a/2013.txt", "sources/fixture-a/2014.txt"];
const TEXT: &str = "A survey\n72 % ignore posts\n# 99 % is a remark\nan aside\n28 % ignore ads\n";

/// A source `fixture-a` whose `read` is this function.
macro_rules! source {
    ($name:ident, $read:expr) => {
        #[derive(Default)]
        struct $name;

        impl Source for $name {
            const ID: &'static str = "fixture-a";

            fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
                $read(document, sink)
            }
        }
    };
}

source!(Sound, sound);

#[test]
fn a_sound_source_breaks_no_rule() {
    assert_eq!(broken::<Sound>(), [""; 0]);
    assert_eq!(broken_on::<Sound>(&table()), [""; 0]);
}

#[test]
fn a_setting_that_is_none_is_refused() {
    #[derive(Default)]
    struct Lenient;
    impl Source for Lenient {
        const ID: &'static str = "fixture-a";
        fn configure(&mut self, _: &Config) -> Result<(), SourceError> {
            Ok(())
        }
        fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
            sound(document, sink)
        }
    }
    assert_eq!(broken::<Lenient>(), ["accepts-unknown-setting"]);
}

#[test]
fn settings_of_the_base_are_accepted() {
    let settings = Config::from_iter([("colour".to_owned(), "red".into())]);
    let material = Material { settings, ..material(TEXT) };
    let broken = breaches::<Sound>(&material);
    assert_eq!(broken[0].what, "unknown setting `colour`");
}

#[test]
fn a_reference_leads_somewhere() {
    source!(Dangling, |document: &Document, sink: &mut Sink<'_>| {
        altered(document, sink, |said| Finding {
            cites: Some("fixture-a/2013/nothing".into()),
            ..said
        })
    });
    assert_eq!(broken::<Dangling>(), ["dangling-reference"]);
    source!(Citing, |document: &Document, sink: &mut Sink<'_>| {
        altered(document, sink, |said| Finding {
            cites: Some(format!("fixture-a/{}/ignore-posts", document.stem())),
            same_as: Some("fixture-b/2013/somewhere-else".into()),
            ..said
        })
    });
    assert_eq!(broken::<Citing>(), [""; 0]);
}

#[test]
fn documents_are_read_apart() {
    #[derive(Default)]
    struct Counting(Cell<usize>);
    impl Source for Counting {
        const ID: &'static str = "fixture-a";
        fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
            self.0.set(self.0.get() + 1);
            let note = Some(format!("document {}", self.0.get()));
            altered(document, sink, |said| Finding { note: note.clone(), ..said })
        }
    }
    assert_eq!(broken::<Counting>(), ["depends-on-other-documents"]);
}

#[test]
fn an_id_is_given_once() {
    source!(Repeating, |document: &Document, sink: &mut Sink<'_>| {
        altered(document, sink, |said| Finding {
            id: format!("{}/figure", document.stem()),
            ..said
        })
    });
    assert_eq!(broken::<Repeating>(), ["duplicate-id"]);
}

#[test]
fn a_document_says_something() {
    const VAGUE: &str = "A survey\n\nno figure in words that it knows\n";
    source!(Taciturn, |document: &Document, sink: &mut Sink<'_>| {
        match document.text() {
            VAGUE => Ok(sink.study(study(document)?)?),
            _ => sound(document, sink),
        }
    });
    let with = |second: &str| {
        let mut material = material(TEXT);
        material.documents[1].1 = second.into();
        broken_on::<Taciturn>(&material)
    };
    assert_eq!(with(VAGUE), ["no-finding"]);
    assert_eq!(with("A survey\n# no figure was recorded\n"), [""; 0]);
}

#[test]
fn damage_is_no_reason_to_panic() {
    source!(Fragile, |document: &Document, sink: &mut Sink<'_>| {
        assert!(!document.text().is_empty(), "nothing to read");
        sound(document, sink)
    });
    assert_eq!(broken::<Fragile>(), ["panics"]);
    let breach = breaches::<Fragile>(&material(TEXT)).remove(0);
    assert_eq!(breach.what, format!("{} made empty: nothing to read", NAMES[0]));
}

#[test]
fn a_source_that_always_panics_is_only_told_so() {
    source!(Hopeless, |_: &Document, _: &mut Sink<'_>| panic!("no hope"));
    let breach = breaches::<Hopeless>(&material(TEXT)).remove(0);
    assert_eq!((breach.rule, breach.what.as_str()), ("panics", "no hope"));
}

#[test]
fn a_record_points_into_its_document() {
    // It takes the study's name to be as long as it always is.
    source!(Presuming, |document: &Document, sink: &mut Sink<'_>| {
        if document.text().starts_with("A su") {
            let at = Place::span(0.."A survey".len());
            sink.study(StudyRecord { at, ..study(document)? })?;
        }
        lines(document, sink, |_| false, |said| said)
    });
    assert_eq!(broken::<Presuming>(), ["points-outside"]);
}

#[test]
fn a_figure_that_is_added_is_not_skipped() {
    source!(Selective, |document: &Document, sink: &mut Sink<'_>| {
        sink.study(study(document)?)?;
        let skips = |line: &str| line.contains("something else");
        lines(document, sink, skips, |said| said)
    });
    assert_eq!(broken::<Selective>(), ["skips-appended-figure"]);
}

#[test]
fn an_id_is_under_its_study_or_document() {
    source!(Stray, |document: &Document, sink: &mut Sink<'_>| {
        let stem = document.stem();
        altered(document, sink, |said| Finding {
            id: said.id.replace(stem, &format!("of-{stem}")),
            ..said
        })
    });
    assert_eq!(broken::<Stray>(), ["stray-id"]);
}

#[test]
fn a_figure_in_a_text_is_read_or_refused() {
    // It takes the last line to be one that it may leave out.
    source!(Forgetful, |document: &Document, sink: &mut Sink<'_>| {
        sink.study(study(document)?)?;
        lines(document, sink, |line| line.ends_with("ignore ads"), |said| said)
    });
    assert_eq!(broken::<Forgetful>(), ["unread-figure"]);
}

#[test]
fn a_figure_in_a_table_is_read_or_refused() {
    source!(Forgetful, |document: &Document, sink: &mut Sink<'_>| {
        let mut document = document.clone();
        for row in document.cells.iter_mut().flatten() {
            row.truncate(2);
        }
        sound(&document, sink)
    });
    assert_eq!(broken_on::<Forgetful>(&table()), ["unread-figure"]);
}

#[test]
fn a_record_is_one_that_the_core_reads() {
    source!(Misspelt, |document: &Document, sink: &mut Sink<'_>| {
        altered(document, sink, |said| Finding { concept: "ignore-posts".into(), ..said })
    });
    assert_eq!(broken::<Misspelt>(), ["unreadable-record"]);
    // Studies of other sources may be missing.
    source!(Citing, |document: &Document, sink: &mut Sink<'_>| {
        altered(document, sink, |said| Finding { study: Some("fixture-b/2013".into()), ..said })
    });
    assert_eq!(broken::<Citing>(), [""; 0]);
}

#[test]
fn a_document_of_the_base_is_not_refused() {
    assert_eq!(
        broken_on::<Sound>(&material("A survey\n72 % ignore posts\nwhat is this\n")),
        ["unreadable-record"]
    );
}

#[test]
fn a_reading_can_be_repeated() {
    thread_local!(static FORWARD: Cell<usize> = const { Cell::new(0) });
    // It says something else of the second document when it has read both, in
    // this order, once before.
    #[derive(Default)]
    struct Moody(Cell<bool>);
    impl Source for Moody {
        const ID: &'static str = "fixture-a";
        fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
            let forward = self.0.replace(true) && document.stem() == "2014";
            let times = FORWARD.with(|times| {
                times.set(times.get() + usize::from(forward));
                times.get()
            });
            let note = (forward && times > 1).then(|| "again".to_owned());
            altered(document, sink, |said| Finding { note: note.clone(), ..said })
        }
    }
    assert_eq!(broken::<Moody>(), ["unstable"]);
}

#[test]
fn a_document_is_read_with_the_file_that_it_names() {
    source!(Mapped, mapped);
    assert_eq!(broken_on::<Mapped>(&packed(b"\xff72 %\xff28 %")), [""; 0]);
    // It takes a file to be whole.
    source!(Fragile, |document: &Document, sink: &mut Sink<'_>| {
        let bytes = beside(document, sink).and_then(|table| table.bytes.as_ref());
        assert!(bytes.is_none_or(|bytes| !bytes.0.is_empty()), "nothing in it");
        mapped(document, sink)
    });
    assert_eq!(broken_on::<Fragile>(&packed(b"\xff72 %\xff28 %")), ["panics"]);
    let breach = breaches::<Fragile>(&packed(b"\xff72 %")).remove(0);
    assert_eq!(breach.what, "sources/fixture-a/one.sav made empty: nothing in it");
    // It lists less than it points to.
    source!(Presuming, |document: &Document, sink: &mut Sink<'_>| {
        let Some(table) = beside(document, sink) else { return Err(SourceError::new("no file")) };
        if document.text().lines().count() != 1 {
            return Err(SourceError::new("more than the name of a file"));
        }
        let listed = Figure::at(Place::cell(7, 1));
        Ok(sink.finding_in(table, None, finding(document, "ignore posts", listed))?)
    });
    let found = broken_on::<Presuming>(&packed(b"\xff72 %"));
    assert_eq!(found, ["points-outside", "unreadable-record"]);
}

#[test]
fn a_file_that_is_no_document_is_told() {
    let mut material = material(TEXT);
    material.documents.push(("sources/fixture-a/tool.exe".to_owned(), vec![0xff]));
    let breach = breaches::<Sound>(&material).remove(0);
    assert_eq!(breach.rule, "unreadable-record");
    assert_eq!(breach.what, "sources/fixture-a/tool.exe has an ending that is not known");
}

/// A mapping whose first line names a file of bytes.
fn packed(bytes: &[u8]) -> Material {
    let documents = vec![
        ("sources/fixture-a/one.sav".to_owned(), bytes.to_owned()),
        ("sources/fixture-a/one.txt".to_owned(), b"one.sav\n".to_vec()),
    ];
    Material { documents, ..material(TEXT) }
}

fn beside<'a>(document: &Document, sink: &Sink<'a>) -> Option<&'a Document> {
    sink.beside(document.text().lines().next()?)
}

/// Lists what stands between the marks of a file, a figure each.
fn mapped(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    if document.text().lines().count() != 1 {
        return Err(SourceError::new("more than the name of a file"));
    }
    let file = beside(document, sink);
    let Some((file, Bytes(bytes))) = file.and_then(|file| Some((file, file.bytes.as_ref()?)))
    else {
        return Err(SourceError::new("no such file"));
    };
    let entries = bytes.split(|&byte| byte == 0xff).skip(1);
    let entries = entries
        .enumerate()
        .map(|(at, words)| [format!("{at}"), String::from_utf8_lossy(words).into_owned()]);
    let entries: Vec<_> = entries.collect();
    let count = entries.len();
    sink.study(StudyRecord::new(document.study_id(), Place::span(0..7), "A survey", "Fixture A"))?;
    sink.listing(file, Listing { entries, ..Listing::default() })?;
    for at in 0..count {
        let says = finding(document, &format!("figure-{at}"), Figure::at(Place::cell(at, 1)));
        sink.finding_in(file, None, says)?;
    }
    Ok(())
}

fn broken<S: Source>() -> Vec<&'static str> {
    broken_on::<S>(&material(TEXT))
}

fn broken_on<S: Source>(material: &Material) -> Vec<&'static str> {
    breaches::<S>(material).iter().map(|breach| breach.rule).collect()
}

/// Two documents with the same text.
fn material(text: &str) -> Material {
    let file = VocabularyFile { name: "vocabulary/a.toml", text: VOCABULARY };
    Material {
        source: "fixture-a".into(),
        settings: Config::new(),
        vocabulary: Vocabulary::read(&[file]).0,
        documents: NAMES.map(|name| (name.to_owned(), text.into())).into(),
    }
}

/// A table with one row for each study.
fn table() -> Material {
    let text = "A survey,2013,2014\nignore posts,72,28 %\nasked,\"1,995\",many\n";
    let documents = vec![("sources/fixture-a/table.csv".to_owned(), text.into())];
    Material { documents, ..material(TEXT) }
}

/// Reads lines of the form `72 % ignore posts`, or a table with such labels.
fn sound(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    altered(document, sink, |said| said)
}

/// Reads like a sound source, but for something that it does to each finding.
fn altered(
    document: &Document,
    sink: &mut Sink<'_>,
    alter: impl Fn(Finding) -> Finding,
) -> Result<(), SourceError> {
    sink.study(study(document)?)?;
    match document.cells {
        Some(_) => cells(document, sink),
        None => lines(document, sink, |_| false, alter),
    }
}

fn study(document: &Document) -> Result<StudyRecord, SourceError> {
    let title = document.text().lines().next().unwrap_or_else(|| document.cell(0, 0));
    if title.is_empty() {
        return Err(SourceError::new("no title"));
    }
    let at = match document.cells {
        Some(_) => Place::cell(0, 0),
        None => Place::span(0..title.len()),
    };
    Ok(StudyRecord::new(document.study_id(), at, title, "Fixture A"))
}

/// Reads the lines after the title, but for remarks, an aside, and what it skips.
fn lines(
    document: &Document,
    sink: &mut Sink<'_>,
    skips: impl Fn(&str) -> bool,
    alter: impl Fn(Finding) -> Finding,
) -> Result<(), SourceError> {
    let mut start = 0;
    for (index, raw) in document.text().split_inclusive('\n').enumerate() {
        let (line, from) = (raw.trim_end(), start);
        start += raw.len();
        if index == 0 || line.starts_with('#') || line == "an aside" || skips(line) {
            continue;
        }
        let place = |figure: &str| Place::span(from..from + figure.len() + " %".len());
        match line.split_once(" % ") {
            Some((figure, what)) if is_known(what) => {
                sink.finding(alter(finding(document, what, Figure::at(place(figure)))))?;
            }
            _ => return Err(SourceError::new(format!("what is `{line}`"))),
        }
    }
    Ok(())
}

fn cells(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    for (row, cells) in document.rows().iter().enumerate().skip(1) {
        let label = document.cell(row, 0);
        if label == "asked" {
            continue;
        }
        if !is_known(label) {
            return Err(SourceError::new(format!("what is `{label}`")));
        }
        for column in 1..cells.len() {
            let figure = Figure::in_unit(Place::cell(row, column), FigureUnit::Percent);
            let what = format!("{label}-{}", document.cell(0, column));
            sink.finding(finding(document, &what, figure))?;
        }
    }
    Ok(())
}

fn is_known(what: &str) -> bool {
    ["ignore posts", "ignore ads"].contains(&what)
}

fn finding(document: &Document, what: &str, figure: Figure) -> Finding {
    let id = format!("{}/{}", document.stem(), what.replace(' ', "-"));
    let says = Says::Share(figure);
    Finding::new(id, document.study_id(), Mark::Publisher, "ignores-posts", says)
}
