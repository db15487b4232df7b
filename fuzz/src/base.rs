//! A small base, and the files that people write beside its documents.

use std::sync::LazyLock;

use gainsay_cite::Library;
use gainsay_claims::{
    Diagnostic, EvidenceBase,
    document::Document,
    vocabulary::{Vocabulary, VocabularyFile},
};
use gainsay_plugin::{Input, Kind, collect, testing};
use gainsay_source_transcript::Transcript;
use gainsay_verdict::{Review, Reviewers, Verdicts, record, reject, remove};
use jiff::civil::{Date, date};

use crate::text;

/// The one source of the base.
pub(crate) const SOURCE: &str = "fixture-a";

const TODAY: Date = date(2026, 1, 1);

pub(crate) const WORDS: &str = include_str!("../seeds/vocabulary/words.toml");
const STUDIES: [(&str, &str); 2] = [
    ("sources/fixture-a/2013.toml", include_str!("../seeds/studies/2013.toml")),
    ("sources/fixture-a/2014.toml", include_str!("../seeds/studies/2014.toml")),
];

/// The base: two studies by one publisher, ten points apart.
pub(crate) fn evidence() -> &'static EvidenceBase {
    static BASE: LazyLock<EvidenceBase> = LazyLock::new(|| {
        let mut base = EvidenceBase::default();
        let files = [VocabularyFile { name: "vocabulary/words.toml", text: WORDS }];
        let (vocabulary, diagnostics) = Vocabulary::read(&files);
        assert_eq!(diagnostics, [], "the words are good");
        base.vocabulary = vocabulary;
        for (name, text) in STUDIES {
            base.documents.insert(name.to_owned(), Document::text(name, text));
        }
        let documents = STUDIES.map(|(name, text)| testing::document(SOURCE, name, text));
        let mut batch = b"[]".to_vec();
        let input = Input::new(SOURCE, documents.to_vec());
        collect(&Transcript, &input, &mut |kind, bytes| {
            assert!(kind == Kind::Records, "{}", String::from_utf8_lossy(bytes));
            batch = bytes.to_vec();
            Ok(())
        })
        .expect("nothing asks to stop");
        let loaded = gainsay_host::fuzzing::gathered(base, SOURCE, &batch);
        assert_eq!(loaded.diagnostics, [], "the studies are good");
        assert!(!loaded.base.claims.is_empty(), "the studies say something");
        loaded.base
    });
    &BASE
}

/// Every place of a diagnostic is in its document.
pub(crate) fn assert_placed(diagnostics: &[Diagnostic], base: &EvidenceBase) {
    for label in diagnostics.iter().flat_map(|one| &one.labels) {
        let document = &base.documents[&label.at.document];
        assert!(document.text.get(label.at.span.clone()).is_some(), "{:?}", label.at);
    }
}

/// A file of words.
pub fn vocabulary(data: &[u8]) {
    let text = text(data);
    let name = "vocabulary/words.toml";
    let (vocabulary, diagnostics) = Vocabulary::read(&[VocabularyFile { name, text: &text }]);
    let mut base = EvidenceBase { vocabulary, ..EvidenceBase::default() };
    base.documents.insert(name.to_owned(), Document::text(name, text));
    assert_placed(&diagnostics, &base);
    gainsay_judge::judge(&base);
    gainsay_draft::Checker::new(&base);
}

/// A file of verdicts, read and changed. Removing what was recorded leaves a file of verdicts.
pub fn verdicts(data: &[u8]) {
    let text = text(data);
    let mut base = evidence().clone();
    let name = "verdicts/a.toml";
    base.documents.insert(name.to_owned(), Document::text(name, text.clone()));
    let (verdicts, diagnostics) = Verdicts::read(&base, TODAY);
    assert_placed(&diagnostics, &base);
    Review::new(&[], &base, &verdicts, TODAY);
    let reviewers = Reviewers::of(verdicts.signatures());
    for verdict in &verdicts.verdicts {
        let Ok(changed) = record(&reviewers, &text, verdict) else { continue };
        let again = record(&reviewers, &changed, verdict);
        assert!(again.is_ok(), "what is written can be read");
        remove(&reviewers, &changed, &verdict.finding, &verdict.who).expect("likewise");
    }
    for rejection in &verdicts.rejections {
        reject(&reviewers, &text, rejection).ok();
    }
}

/// A file of references, as either of the two kinds.
pub fn references(data: &[u8]) {
    let text = text(data);
    for name in gainsay_claims::evidence::REFERENCE_FILES {
        let mut base = evidence().clone();
        base.documents.insert(name.to_owned(), Document::text(name, text.clone()));
        let (_, diagnostics) = Library::read(&base);
        assert_placed(&diagnostics, &base);
    }
}
