//! Every reference of a base.

use std::collections::BTreeMap;

use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang,
    claim::Claim,
    evidence::REFERENCE_FILES,
    facts::Problem,
    key_of,
    period::Period,
    site::normal,
    study::Study,
    wire::{HopRole, Mark, Page, Strategy},
};

use crate::{
    PublishedOn, Reference,
    locate::Located,
    pages,
    read_bib::read_bib,
    read_json::{Item, read_json},
};

/// The references of a base: its studies, the articles that restate them, other pages
/// where figures were seen, and what the base's own files of references add or correct.
#[derive(Clone, Debug, Default)]
pub struct Library {
    references: BTreeMap<String, Reference>,
    /// Keys by the id of a study.
    studies: BTreeMap<String, String>,
    /// The same the other way round: no two studies share a key.
    studies_by_key: BTreeMap<String, String>,
    /// Keys by the id of an article's document, `source/name`.
    articles: BTreeMap<String, String>,
    /// Keys by address, without what does not change the page.
    addresses: BTreeMap<String, String>,
    /// Keys by who speaks on a page without a known address, or by what that page is
    /// called.
    speakers: BTreeMap<String, String>,
}

impl Library {
    /// Reads the references of a base. What is bad in its files is told with its place;
    /// the rest is kept.
    pub fn read(base: &EvidenceBase) -> (Self, Vec<Diagnostic>) {
        let mut library = Self::default();
        for study in base.studies.values() {
            let key = library.add(reference_of_study(&study.id, study));
            library.studies_by_key.insert(key.clone(), study.id.clone());
            library.studies.insert(study.id.clone(), key);
        }
        for claim in base.claims.values() {
            library.add_article(base, claim);
        }
        library.add_pages(base);
        let diagnostics = library.add_files(base);
        (library, diagnostics)
    }

    /// What is bad in the files of references of a base, with its place, as [`Self::read`]
    /// tells it; no reference is made for it.
    pub fn faults(base: &EvidenceBase) -> Vec<Diagnostic> {
        Self::default().add_files(base)
    }

    /// A reference by its key.
    pub fn get(&self, key: &str) -> Option<&Reference> {
        self.references.get(key)
    }

    /// Every reference, in order of key.
    pub fn all(&self) -> impl Iterator<Item = &Reference> {
        self.references.values()
    }

    /// The key of a study, by its id.
    pub fn study(&self, id: &str) -> Option<&str> {
        self.studies.get(id).map(String::as_str)
    }

    /// The id of the study with this key.
    pub fn study_of_key(&self, key: &str) -> Option<&str> {
        self.studies_by_key.get(key).map(String::as_str)
    }

    /// The ids of studies and their keys, in order of id.
    pub fn studies(&self) -> impl Iterator<Item = (&str, &str)> {
        self.studies.iter().map(|(id, key)| (id.as_str(), key.as_str()))
    }

    /// The key of the article in a document, by the document's id, `source/name`.
    pub fn article(&self, document: &str) -> Option<&str> {
        self.articles.get(document).map(String::as_str)
    }

    /// The ids of the documents that are articles and their keys, in order of id.
    pub fn articles(&self) -> impl Iterator<Item = (&str, &str)> {
        self.articles.iter().map(|(id, key)| (id.as_str(), key.as_str()))
    }

    /// The key of the work at an address.
    pub(crate) fn at_address(&self, url: &str) -> Option<&str> {
        self.addresses.get(normal(url)).map(String::as_str)
    }

    /// The key of the page where somebody speaks, if no address is known.
    pub(crate) fn of_speaker(&self, who: &str) -> Option<&str> {
        self.speakers.get(who).map(String::as_str)
    }

    /// Adds a reference under its key, or under the next one that is free.
    fn add(&mut self, mut reference: Reference) -> String {
        let wanted = reference.key.clone();
        let mut turn = 2;
        while self.references.contains_key(&reference.key) {
            reference.key = format!("{wanted}-{turn}");
            turn += 1;
        }
        let key = reference.key.clone();
        self.references.insert(key.clone(), reference);
        key
    }

    /// Adds the article that states a claim, once.
    fn add_article(&mut self, base: &EvidenceBase, claim: &Claim) {
        let Some(page) = claim.said.chain.first().and_then(|hop| hop.page.as_ref()) else {
            return;
        };
        let id = document_of(claim);
        if self.articles.contains_key(id) || self.studies.contains_key(id) {
            return;
        }
        let key = self.add(reference_of_article(base, claim, page));
        if let Some(url) = &page.url {
            self.addresses.entry(normal(url).to_owned()).or_insert_with(|| key.clone());
        }
        self.articles.insert(id.to_owned(), key);
    }

    /// Adds the pages on which figures were seen that are no article and no page of the
    /// study's own publisher.
    fn add_pages(&mut self, base: &EvidenceBase) {
        let works = base.studies.values().flat_map(|study| &study.said.works);
        let works = works.filter(|work| work.mark != Mark::Publisher).map(|work| work.url.as_str());
        let claims = base.claims.values();
        let seen = claims.filter(|claim| claim.said.mark != Mark::Publisher);
        let seen = seen.filter_map(|claim| claim.said.seen_at.as_deref());
        let hops = base.claims.values().flat_map(|claim| &claim.said.chain);
        let hops = hops.filter(|hop| hop.role != HopRole::Primary);
        let (known, unknown): (Vec<_>, Vec<_>) = hops.partition(|hop| hop.url.is_some());
        let unknown = unknown.into_iter().filter(|hop| hop.page.is_none());
        let unknown: Vec<&str> = unknown.map(|hop| hop.who.as_str()).collect();
        let known = known.into_iter().filter_map(|hop| hop.url.as_deref());
        let (seen, printed): (Vec<_>, Vec<_>) = seen.partition(|at| !normal(at).is_empty());
        for url in works.chain(seen).chain(known) {
            let address = normal(url);
            if self.addresses.contains_key(address) {
                continue;
            }
            if let Some(page) = pages::at_address(url) {
                let key = self.add(page);
                self.addresses.insert(address.to_owned(), key);
            }
        }
        for who in unknown.into_iter().chain(printed) {
            if self.speakers.contains_key(who) {
                continue;
            }
            if let Some(page) = pages::of_speaker(who) {
                let key = self.add(page);
                self.speakers.insert(who.to_owned(), key);
            }
        }
    }

    /// Adds and corrects references from the files of the base.
    fn add_files(&mut self, base: &EvidenceBase) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let mut told: BTreeMap<String, &str> = BTreeMap::new();
        for name in REFERENCE_FILES {
            let Some(document) = base.documents.get(name) else { continue };
            let mut located = Located::new(document);
            let items = match name.ends_with(".json") {
                true => read_json(&mut located, document),
                false => read_bib(&mut located, document),
            };
            for (item, at) in items {
                let key = item.reference.key.clone();
                if told.insert(key.clone(), name).is_some() {
                    located.tell(at..at + 1, Problem::DefinedTwice { word: key });
                    continue;
                }
                self.merge(item);
            }
            diagnostics.append(&mut located.diagnostics);
        }
        diagnostics
    }

    /// Overrides the fields of the reference with this key, or adds the reference.
    fn merge(&mut self, item: Item) {
        let Item { has_type, reference } = item;
        match self.references.get_mut(&reference.key) {
            Some(known) => {
                if has_type {
                    known.kind = reference.kind;
                }
                known.fields.extend(reference.fields);
            }
            None => {
                self.references.insert(reference.key.clone(), reference);
            }
        }
    }
}

/// The document that states a claim, by the first two parts of its id.
pub(crate) fn document_of(claim: &Claim) -> &str {
    let end = claim.id.match_indices('/').nth(1).map_or(claim.id.len(), |(at, _)| at);
    &claim.id[..end]
}

fn reference_of_study(id: &str, study: &Study) -> Reference {
    let said = &study.said;
    let kind = match said.strategy {
        Strategy::Record => "webpage",
        _ => "report",
    };
    let own = said.works.iter().find(|work| work.mark == Mark::Publisher);
    let other = || said.works.iter().find(|work| work.mark == Mark::Secondary);
    let url = own.or_else(other).map(|work| work.url.as_str());
    Reference::new(key_of(id), kind)
        .with_author(Some(&said.publisher))
        .with_text("title", Some(&said.title))
        .with_issued(study.published.as_ref().and_then(PublishedOn::of_period))
        .with_text("publisher", Some(&said.publisher))
        .with_text("URL", url.filter(|url| !normal(url).is_empty()))
        .with_text("language", said.title_lang.as_deref())
}

fn reference_of_article(base: &EvidenceBase, claim: &Claim, page: &Page) -> Reference {
    let date = || {
        let document = base.documents.get(&claim.said.document)?;
        let words = document.words(page.published?).ok()?.text;
        let read = |lang| Period::parse(words, lang).ok();
        PublishedOn::of_period(&read(Lang::En).or_else(|| read(Lang::Fr))?)
    };
    Reference::new(key_of(document_of(claim)), "webpage")
        .with_author(page.author.as_deref())
        .with_text("title", page.title.as_deref())
        .with_issued(date())
        .with_text("URL", page.url.as_deref().filter(|url| !normal(url).is_empty()))
        .with_text("language", page.lang.as_deref())
}

#[cfg(test)]
mod tests {
    use gainsay_claims::document::Document;

    use super::*;
    use crate::fixture;

    fn keys(library: &Library) -> Vec<&str> {
        library.all().map(|one| one.key.as_str()).collect()
    }

    #[test]
    fn studies_articles_and_pages_are_references() {
        let (library, diagnostics) = Library::read(&fixture::base());
        assert_eq!(diagnostics, []);
        let [article, a, b, forum, news] = keys(&library)[..] else { panic!("{library:?}") };
        assert_eq!([article, a, b], ["articles-blog-2014", "fixture-a-2013", "fixture-b-2013"]);
        assert_eq!(forum, "page-a-forum");
        assert!(news.starts_with("page-news-example-"), "{news}");
        let article = library.get(article).expect("it is there");
        assert_eq!(article.issued(), PublishedOn::new(2014, Some(5), Some(20)));
        assert_eq!(article.text("URL"), Some(fixture::ADDRESS));
    }

    #[test]
    fn files_correct_and_add_and_what_is_bad_is_told() {
        let mut base = fixture::base();
        let json = r#"[
  { "id": "fixture-a/2013", "publisher": "Fixture Press" },
  { "id": "extra", "type": "book", "title": "Extra" },
  { "id": "extra", "type": "book", "title": "Twice" }
]"#;
        let bib = "@book{more, title = {More}}\n@book{broken, title = {\n";
        for (name, text) in [("references.json", json), ("references.bib", bib)] {
            base.documents.insert(name.to_owned(), Document::text(name, text));
        }
        let (library, diagnostics) = Library::read(&base);
        let a = library.get("fixture-a-2013").expect("it is there");
        assert_eq!(a.text("publisher"), Some("Fixture Press"));
        assert_eq!(a.text("title"), Some("Survey: the facts"));
        assert_eq!(a.kind, "report");
        assert_eq!(library.get("extra").and_then(|one| one.text("title")), Some("Extra"));
        assert!(library.get("more").is_some());
        let ids: Vec<_> = diagnostics.iter().map(|one| one.check.id).collect();
        assert_eq!(ids, ["duplicate-id", "invalid-file"]);
        assert_eq!(diagnostics[1].labels[0].at.document, "references.bib");
    }

    #[test]
    fn keys_stay_apart() {
        let mut library = Library::default();
        let key =
            |library: &mut Library, id: &str| library.add(Reference::new(key_of(id), "report"));
        assert_eq!(key(&mut library, "a-b/c"), "a-b-c");
        assert_eq!(key(&mut library, "a/b-c"), "a-b-c-2");
    }
}
