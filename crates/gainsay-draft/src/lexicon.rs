//! What the words of a base may mean in prose: its vocabulary, its sources and the
//! places of the world, as phrases to be found.

mod adding;
mod names;
mod terms;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
    sync::Arc,
};

use gainsay_claims::{EvidenceBase, Lang, key_of};

pub(crate) use names::Studies;
pub(crate) use terms::{Term, TermId, Terms};

use adding::Adding;

use crate::tokens::{KnownWords, Token, Tokenizer};

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hit {
    /// What it stands for.
    pub(crate) term: Arc<Term>,
    /// The number of that.
    pub(crate) id: TermId,
    /// Where it stands, in bytes of the text.
    pub(crate) span: Range<usize>,
    /// How much it says, 0..=1: more words say more.
    pub(crate) weight: f64,
}

/// The phrases of a base in one language.
pub(crate) struct Lexicon {
    tokenizer: Tokenizer,
    phrases: Vec<Phrase>,
    /// Phrases by the stem of their first word.
    by_first: HashMap<Arc<str>, Vec<usize>>,
    /// The concepts whose labels hold a stem, with how much it says of each: rare ones more.
    labels: HashMap<Arc<str>, Vec<(TermId, f64)>>,
    /// Universes with the words of their labels that that of a larger one lacks: "Twitter" of
    /// followers of brands on Twitter, beside followers of brands.
    distinctive: Vec<([String; 2], BTreeSet<Arc<str>>)>,
    /// Studies by the keys of their references.
    keys: BTreeMap<String, String>,
}

struct Phrase {
    words: Vec<Token>,
    term: Arc<Term>,
    id: TermId,
    weight: f64,
    /// Whether it is a name, which begins with a capital.
    is_name: bool,
}

/// How many other words may stand between two of a phrase.
const GAP: usize = 2;
/// How many between two of a noun: "users in *Britain* of Facebook".
const PEOPLE_GAP: usize = 1;

impl Lexicon {
    /// The phrases of a base in a language.
    pub(crate) fn new(base: &EvidenceBase, lang: Lang, terms: &mut Terms) -> Self {
        let mut adding = Adding {
            tokenizer: Tokenizer::new(lang),
            known: KnownWords::default(),
            terms,
            phrases: Vec::new(),
        };
        adding.add_vocabulary(base, lang);
        adding.add_regions(lang);
        adding.add_names(base);
        let labels = adding.label_words(base, lang);
        let distinctive = adding.distinctive_words(base, lang);
        let Adding { tokenizer, phrases, .. } = adding;
        let mut by_first: HashMap<Arc<str>, Vec<usize>> = HashMap::new();
        for (place, phrase) in phrases.iter().enumerate() {
            by_first.entry(Arc::clone(&phrase.words[0].stem)).or_default().push(place);
        }
        let keys = base.studies.keys().map(|id| (key_of(id), id.clone())).collect();
        Self { tokenizer, phrases, by_first, labels, distinctive, keys }
    }

    /// The words of a text; what is known of words is for this language.
    pub(crate) fn words(&self, text: &str, known: &mut KnownWords) -> Vec<Token> {
        self.tokenizer.content(text, known)
    }

    /// The phrases that stand in a text, in order of place.
    pub(crate) fn hits(&self, words: &[Token]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for &index in self.by_first.get(&word.stem).into_iter().flatten() {
                let phrase = &self.phrases[index];
                if phrase.is_name && !word.capital {
                    continue;
                }
                if let Some(last) = phrase.ends_at(words, at) {
                    let span = word.span.start..words[last].span.end;
                    let Phrase { id, weight, .. } = *phrase;
                    hits.push(Hit { term: Arc::clone(&phrase.term), id, span, weight });
                }
            }
        }
        without_parts(hits)
    }

    /// The study whose reference has a key, or none.
    pub(crate) fn cited(&self, key: &str) -> Studies {
        Studies::new(self.keys.get(key).cloned().into_iter().collect())
    }

    /// The universes of which everything that sets them apart from a larger one stands among
    /// some stems, with that one.
    pub(crate) fn set_apart<'a>(&'a self, stems: &BTreeSet<&str>) -> BTreeSet<(&'a str, &'a str)> {
        let stands = |words: &BTreeSet<Arc<str>>| words.iter().all(|word| stems.contains(&**word));
        let apart = self.distinctive.iter().filter(|(_, words)| stands(words));
        apart.map(|([universe, larger], _)| (universe.as_str(), larger.as_str())).collect()
    }

    /// How much of the labels of concepts stands among some stems, 0..=1, by concept; none
    /// of those of which nothing does.
    pub(crate) fn labels(&self, stems: &BTreeSet<&str>) -> BTreeMap<TermId, f64> {
        let mut found = BTreeMap::new();
        for (concept, weight) in stems.iter().filter_map(|stem| self.labels.get(*stem)).flatten() {
            *found.entry(*concept).or_default() += weight;
        }
        found
    }
}

/// Hits, in order of place, without those that are a part of a longer one of their kind:
/// of "online shoppers" nobody says "shoppers".
fn without_parts(hits: Vec<Hit>) -> Vec<Hit> {
    let longest = hits.iter().map(|hit| hit.span.len()).max().unwrap_or_default();
    let is_part = |hit: &Hit| {
        let first = hit.span.end.saturating_sub(longest);
        let from = hits.partition_point(|other| other.span.start < first);
        let others = hits[from..].iter().take_while(|other| other.span.start <= hit.span.start);
        others.into_iter().any(|other| {
            // Of the same words a phrase of more says more: "pay *no* attention".
            let is_same = other.span == hit.span && other.weight > hit.weight;
            let longer =
                is_same || other.span.len() > hit.span.len() && hit.span.end <= other.span.end;
            // Words far apart are no better than as many that stand together.
            let says_more = other.weight > hit.weight || other.weight >= 1.0;
            longer && says_more && other.term.competes_with(&hit.term)
        })
    };
    let whole: Vec<bool> = hits.iter().map(|hit| !is_part(hit)).collect();
    hits.into_iter().zip(whole).filter_map(|(hit, whole)| whole.then_some(hit)).collect()
}

impl Phrase {
    /// The last word of the phrase, if it begins at this one.
    fn ends_at(&self, words: &[Token], start: usize) -> Option<usize> {
        // Names and nouns of people stand together; what people do may be told apart from them.
        let is_people = matches!(*self.term, Term::Universe(_));
        let mut last = start;
        if !self.is(&self.words[0], &words[start]) {
            return None;
        }
        for own in &self.words[1..] {
            let gap = match () {
                () if self.is_name => 0,
                () if is_people && !own.is_relative => PEOPLE_GAP,
                () => GAP,
            };
            let reach = words.get(last + 1..)?.iter().take(gap + 1);
            let reach = reach.take_while(|word| !word.is_parted);
            last += 1 + reach.enumerate().find(|(_, word)| self.is(own, word))?.0;
        }
        Some(last)
    }

    /// Whether a word of a text is one of the phrase. Of people, nouns are meant and relative
    /// clauses: "followers" and "users who follow", not "users follow".
    fn is(&self, own: &Token, word: &Token) -> bool {
        let is_people = matches!(*self.term, Term::Universe(_));
        own.stem == word.stem
            && (!is_people
                || if own.is_relative { word.is_relative } else { own.form == word.form })
    }
}
