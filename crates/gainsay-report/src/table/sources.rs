//! The works that a table cites, and how.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_cite::{Citation, Library, Name, Original, Reference, of_claim};
use gainsay_claims::{claim::Claim, wire::Mark};

use crate::{Speaker, cite, clean, lang::semicolon};

/// A work that a table cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The key of the study, or of the work that was read; none if the base has neither.
    pub key: Option<String>,
    /// Publisher, title and date.
    pub text: String,
    /// What it is called in running text: `PwC, 2013`.
    pub name: String,
    /// Where it was seen.
    pub seen: Seen,
}

/// Where a cited work was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It was read itself, at this address if one is known.
    Itself(Option<String>),
    /// It was seen in other works only, at least one.
    Within {
        /// The words before them.
        lead: &'static str,
        /// Those works.
        works: Vec<Work>,
        /// What stands between two of them.
        separator: &'static str,
    },
    /// No page is recorded; the words that say so.
    Nowhere(&'static str),
}

/// A work that was read and cites another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Its key.
    pub key: String,
    /// What it is called in running text: `Mercatik, 2014`.
    pub name: String,
    /// Its address, if one is known.
    pub url: Option<String>,
}

/// A part of what a list of sources says.
pub(super) enum Part<'a> {
    /// Words, not escaped.
    Text(String),
    /// An address, not checked.
    Address(&'a str),
}

impl Source {
    /// The line of a list of sources.
    pub(super) fn parts(&self) -> Vec<Part<'_>> {
        match &self.seen {
            Seen::Itself(None) => vec![Part::Text(self.text.clone())],
            Seen::Itself(Some(url)) => {
                vec![Part::Text(self.text.clone() + ". "), Part::Address(url)]
            }
            Seen::Nowhere(words) => vec![Part::Text(self.text.clone() + words)],
            Seen::Within { lead, works, separator } => {
                let mut parts = Vec::new();
                let mut before = self.text.clone() + lead;
                for work in works {
                    before += &work.name;
                    if let Some(url) = &work.url {
                        before += ", ";
                        parts.extend([Part::Text(before), Part::Address(url)]);
                        before = String::new();
                    }
                    before += separator;
                }
                let end = before.len() - separator.len();
                before.truncate(end);
                parts.extend((!before.is_empty()).then_some(Part::Text(before)));
                parts
            }
        }
    }

    /// The line of a list of sources in a format.
    pub(super) fn written(
        &self,
        text: impl Fn(&str) -> String,
        address: impl Fn(&str) -> String,
    ) -> String {
        let parts = self.parts().into_iter().map(|part| match part {
            Part::Text(words) => text(&words),
            Part::Address(url) => address(url),
        });
        parts.collect()
    }

    /// What says in running text how it is to be cited, without the works that were read:
    /// empty if that is the source itself.
    pub(super) fn lead(&self) -> String {
        match &self.seen {
            Seen::Itself(_) => String::new(),
            Seen::Within { lead, .. } => format!("{}{lead}", self.name).trim_end().to_owned(),
            Seen::Nowhere(words) => format!("{}{words}", self.name),
        }
    }

    /// The keys of the works that were read.
    pub(super) fn read(&self) -> Vec<&str> {
        match &self.seen {
            Seen::Itself(_) => self.key.as_deref().into_iter().collect(),
            Seen::Within { .. } | Seen::Nowhere(_) => self.cited_in(),
        }
    }

    /// The keys of the works that cite it, if it was not read itself.
    pub(crate) fn cited_in(&self) -> Vec<&str> {
        match &self.seen {
            Seen::Within { works, .. } => works.iter().map(|work| work.key.as_str()).collect(),
            Seen::Itself(_) | Seen::Nowhere(_) => Vec::new(),
        }
    }

    /// How it is to be cited, in full, without addresses.
    pub(crate) fn words(&self) -> String {
        match &self.seen {
            Seen::Itself(_) => self.text.clone(),
            Seen::Within { lead, works, separator } => {
                let names: Vec<&str> = works.iter().map(|work| work.name.as_str()).collect();
                format!("{}{lead}{}", self.text, names.join(separator))
            }
            Seen::Nowhere(words) => self.text.clone() + words,
        }
    }

    /// The addresses of the works that were read.
    pub(crate) fn urls(&self) -> Vec<String> {
        match &self.seen {
            Seen::Itself(url) => url.iter().cloned().collect(),
            Seen::Within { works, .. } => works.iter().filter_map(|one| one.url.clone()).collect(),
            Seen::Nowhere(_) => Vec::new(),
        }
    }
}

/// Sources in the order in which a table first cites them.
#[derive(Default)]
pub(crate) struct Sources {
    pub(crate) list: Vec<Source>,
}

impl Sources {
    /// The place of a source in the list, which it joins if it is new.
    pub(crate) fn place(&mut self, source: Source) -> usize {
        let known = self.list.iter().position(|one| *one == source);
        known.unwrap_or_else(|| {
            self.list.push(source);
            self.list.len() - 1
        })
    }
}

/// The references of a base and what those are called that some claims need.
pub(crate) struct Works<'a> {
    speaker: Speaker<'a>,
    library: Library,
    names: BTreeMap<String, String>,
}

impl<'a> Works<'a> {
    /// Prepares to say how claims are to be cited. What is bad in the base's files of
    /// references is told where references are asked for.
    pub(crate) fn new(speaker: Speaker<'a>, claims: impl Iterator<Item = &'a Claim>) -> Self {
        let (library, _) = Library::read(speaker.base);
        let citations = claims.map(|claim| of_claim(&library, speaker.base, claim));
        let unread = citations.filter(|one| !matches!(one, Citation::Read { .. }));
        let keys: BTreeSet<String> = unread
            .flat_map(|one| {
                let mentioned = one.mentioned().map(str::to_owned);
                one.listed().iter().cloned().chain(mentioned).collect::<Vec<_>>()
            })
            .collect();
        let named: Vec<&Reference> = keys.iter().filter_map(|key| library.get(key)).collect();
        let names = cite::names(&named, speaker.lang);
        Self { speaker, library, names }
    }

    /// The key of the study that a claim is about.
    pub(crate) fn key(&self, claim: &Claim) -> Option<&str> {
        self.library.study(claim.study()?)
    }

    /// How a claim is to be cited; none where nothing is known of where it comes from.
    pub(crate) fn source(&self, claim: &Claim) -> Option<Source> {
        let lang = self.speaker.lang;
        match of_claim(&self.library, self.speaker.base, claim) {
            Citation::Read { key } => Some(Source {
                text: self.described(&key),
                name: self.name(&key),
                seen: Seen::Itself(self.own_address(&key, claim)),
                key: Some(key),
            }),
            Citation::CitedIn { original, by } => {
                let work = |key: String| Work {
                    name: self.name(&key),
                    url: self.library.get(&key).and_then(|one| one.text("URL")).map(clean),
                    key,
                };
                let works = by.into_iter().map(work).collect();
                let lead = cite::cited_in(lang);
                let seen = Seen::Within { lead, works, separator: semicolon(lang) };
                Some(self.unread(original, seen))
            }
            Citation::Unseen { original: Original::Named(who) } if who.is_empty() => None,
            Citation::Unseen { original } => {
                Some(self.unread(original, Seen::Nowhere(cite::no_page(lang))))
            }
        }
    }

    fn unread(&self, original: Original, seen: Seen) -> Source {
        match original {
            Original::Study(key) => {
                let (text, name) = (self.described(&key), self.name(&key));
                Source { key: Some(key), text, name, seen }
            }
            Original::Named(who) => {
                let unnamed = || cite::unnamed(self.speaker.lang).to_owned();
                let name = if who.is_empty() { unnamed() } else { clean(&who) };
                Source { key: None, text: name.clone(), name, seen }
            }
        }
    }

    fn name(&self, key: &str) -> String {
        self.names.get(key).map_or_else(|| key.to_owned(), |name| clean(name))
    }

    /// Publisher or author, title and date of a work.
    fn described(&self, key: &str) -> String {
        let Some(reference) = self.library.get(key) else { return clean(key) };
        let id = self.library.study_of_key(key);
        let study = id.and_then(|id| self.speaker.base.studies.get(id));
        let issued = reference.issued().and_then(|date| date.to_string().parse().ok());
        let when = study.and_then(|study| study.published).or(issued);
        let when = when.or_else(|| study?.fieldwork).map(|period| self.speaker.period(&period));
        let title = reference.text("title").map(clean);
        let is_told = |when: &String| title.as_ref().is_some_and(|title| title.ends_with(when));
        let when = when.filter(|when| !is_told(when));
        let authors: Vec<String> = reference.names("author").iter().map(shown).collect();
        let authors = (!authors.is_empty()).then(|| authors.join(", "));
        [authors, title, when].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Where a work was read: a study at a page of its publisher's, else where the figure
    /// was seen.
    fn own_address(&self, key: &str, claim: &Claim) -> Option<String> {
        let id = self.library.study_of_key(key);
        let study = id.and_then(|id| self.speaker.base.studies.get(id));
        let has_page = |study: &gainsay_claims::study::Study| {
            study.said.works.iter().any(|work| work.mark == Mark::Publisher)
        };
        let url = match study.is_none_or(has_page) {
            true => self.library.get(key).and_then(|one| one.text("URL")),
            false => claim.said.seen_at.as_deref(),
        };
        url.map(clean)
    }
}

fn shown(name: &Name) -> String {
    match name {
        Name::Literal(name) => clean(name),
        Name::Person { family, given, suffix } => {
            let parts = [given, family, suffix].map(|part| clean(part));
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}
