//! The head of a transcribed document: what a person notes about a study above
//! the publisher's own form.
//!
//! In a text it is lines of `key: value` up to the first empty line; in a table
//! it is rows with the key in the first cell and the value in the second, up to
//! the first empty row. Every plugin reads it the same way, so that only what
//! is peculiar to a publisher needs code.

use gainsay_claims::{
    Said,
    wire::{
        Dependence, Disclosed, Interest, Margin, Mark, People, Place, Recorded, Sampling, Strategy,
        StudyRecord, Unit, Work,
    },
};
use serde::de::{DeserializeOwned, IntoDeserializer, value::Error as WordError};

use crate::{Document, SourceError};

/// A field of the head: its key and where its value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    key: String,
    value: String,
    at: Place,
}

/// The head of a document.
///
/// ```
/// use gainsay_plugin::{Header, testing::document};
///
/// let text = "title: What followers do\npublisher: Fixture A\nn: 1,024\n\n72 % ignore posts\n";
/// let document = document("fixture-a", "sources/fixture-a/2014.txt", text);
/// let header = Header::of(&document);
/// assert_eq!(header.get("n"), Some("1,024"));
/// assert_eq!(&document.text()[header.body()..], "72 % ignore posts\n");
/// let study = header.study(&document.study_id())?;
/// assert_eq!((study.id.as_str(), study.title.as_str()), ("fixture-a/2014", "What followers do"));
/// # Ok::<(), gainsay_plugin::SourceError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Header<'a> {
    document: &'a Document,
    fields: Vec<Field>,
    strays: Vec<Stray>,
    body: usize,
}

/// Something in the head that is no field.
#[derive(Clone, Debug)]
struct Stray {
    why: [&'static str; 2],
    at: Place,
}

impl<'a> Header<'a> {
    /// Reads the head of a document. A document without one has an empty head.
    pub fn of(document: &'a Document) -> Self {
        match document.cells {
            Some(_) => Self::of_table(document),
            None => Self::of_text(document),
        }
    }

    /// Where the body begins: a byte of the text, or a row of the table.
    pub fn body(&self) -> usize {
        self.body
    }

    /// Where the value of a key is written, if the head has it.
    pub fn at(&self, key: &str) -> Option<Place> {
        self.find(key).map(|field| field.at)
    }

    /// The value of a key, if the head has it.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.find(key).map(|field| field.value.as_str())
    }

    /// The page that lines of the body refer to as `[label]`: the field
    /// `seen label: mark address`. A label that is itself a mark, as in
    /// `[unverified]`, stands for a page that was not noted: no address.
    ///
    /// # Errors
    ///
    /// When the label is neither, or the field is not of that form.
    pub fn seen(&self, label: &str) -> Result<Work, SourceError> {
        let key = format!("seen {label}");
        match self.find(&key) {
            Some(field) => self.work(field),
            None => parse(label)
                .map(|mark| Work { url: String::new(), mark })
                .map_err(|_| SourceError::new(without(&key))),
        }
    }

    /// The page of a figure at this place: [`Header::seen`], with the place in
    /// the error when the label is unknown.
    pub fn page(&self, label: &str, at: Place) -> Result<Work, SourceError> {
        self.seen(label).map_err(|error| match error.at {
            Some(_) => error,
            None => error.at(self.document, at),
        })
    }

    /// The study that the head describes, with the id `id`.
    ///
    /// # Errors
    ///
    /// When `title` or `publisher` is missing, when a line or cell is no field,
    /// when a key is not one of the head's keys or there twice, or when a value
    /// is empty or not one of its words.
    pub fn study(&self, id: impl Into<String>) -> Result<StudyRecord, SourceError> {
        let id = id.into();
        self.refuse_strays()?;
        self.refuse_unknown_keys()?;
        self.refuse_repeated_keys()?;
        self.refuse_empty_values()?;
        let title = self.required("title")?;
        let publisher = self.required("publisher")?;
        Ok(StudyRecord {
            title_lang: self.text("title-lang"),
            conducted_by: self.text("conducted-by"),
            sponsor: self.text("sponsor"),
            sponsor_interest: self.word::<Interest>("sponsor-interest")?,
            strategy: self.word::<Strategy>("strategy")?,
            unit: self.word::<Unit>("unit")?,
            people: self.people()?,
            frame: self.text("frame"),
            sampling: self.word::<Sampling>("sampling")?,
            mode: self.list("mode"),
            fieldwork: self.at("fieldwork"),
            published: self.at("published"),
            edition: self.text("edition"),
            n: self.at("n"),
            n_elsewhere: self.all("n elsewhere").map(|field| field.at).collect(),
            margin: self.at("margin").map(|at| Margin {
                at,
                level: self.at("margin-level"),
                n: self.at("margin-n"),
            }),
            weighted: self.word::<Disclosed>("weighted")?,
            response_rate: self.at("response-rate"),
            limitations: self.all("limitation").map(|field| field.value.clone()).collect(),
            licence: self.text("licence"),
            works: self.works()?,
            depends_on: self.dependences()?,
            recorded: self.recorded()?,
            ..StudyRecord::new(id, title.at, &title.value, &publisher.value)
        })
    }

    fn people(&self) -> Result<People, SourceError> {
        Ok(People {
            regions: self.list("regions"),
            pooled: self.word::<Disclosed>("pooled")?,
            universe: self.text("universe"),
            age: self.at("age"),
            excludes: self.text("excludes"),
        })
    }

    fn works(&self) -> Result<Vec<Work>, SourceError> {
        self.fields
            .iter()
            .filter(|field| field.key.starts_with("seen "))
            .map(|field| self.work(field))
            .collect()
    }

    fn work(&self, field: &Field) -> Result<Work, SourceError> {
        let (mark, url) =
            self.split(field, ["a mark and an address", "une marque et une adresse"])?;
        Ok(Work { url: url.to_owned(), mark: self.parse::<Mark>(mark, field.at)? })
    }

    /// `depends-on: declared nielsen/2009 the same figures`.
    fn dependences(&self) -> Result<Vec<Dependence>, SourceError> {
        self.all("depends-on")
            .map(|field| {
                let shape = [
                    "`declared` or `probable`, a study and a reason",
                    "`declared` ou `probable`, une étude et une raison",
                ];
                let (how, rest) = self.split(field, shape)?;
                let declared = match how {
                    "declared" => true,
                    "probable" => false,
                    _ => return Err(self.expected(shape, field.at)),
                };
                let (study, why) =
                    rest.split_once(' ').ok_or_else(|| self.expected(shape, field.at))?;
                Ok(Dependence { study: study.to_owned(), declared, why: why.trim().to_owned() })
            })
            .collect()
    }

    /// `recorded: 2026-11-22 A Name`.
    fn recorded(&self) -> Result<Option<Recorded>, SourceError> {
        let Some(field) = self.find("recorded") else {
            return Ok(None);
        };
        let (on, by) = self.split(field, ["a day and a name", "un jour et un nom"])?;
        let double_entered = self.double_entered()?;
        Ok(Some(Recorded { by: by.to_owned(), on: on.to_owned(), double_entered }))
    }

    fn double_entered(&self) -> Result<bool, SourceError> {
        match self.find("double-entered").map(|field| (field.value.as_str(), field.at)) {
            None | Some(("no", _)) => Ok(false),
            Some(("yes", _)) => Ok(true),
            Some((_, at)) => Err(self.expected(["`yes` or `no`", "`yes` ou `no`"], at)),
        }
    }

    fn refuse_strays(&self) -> Result<(), SourceError> {
        match self.strays.first() {
            None => Ok(()),
            Some(stray) => Err(SourceError::new(stray.why).at(self.document, stray.at)),
        }
    }

    /// Of two values of one key, none is more likely to be meant.
    fn refuse_repeated_keys(&self) -> Result<(), SourceError> {
        let repeated = self.fields.iter().enumerate().find(|(index, field)| {
            let before = &self.fields[..*index];
            !SEVERAL.contains(&field.key.as_str()) && before.iter().any(|one| one.key == field.key)
        });
        match repeated {
            None => Ok(()),
            Some((_, Field { key, at, .. })) => {
                let said = [
                    format!("the head has `{key}` twice"),
                    format!("l'en-tête a deux fois `{key}`"),
                ];
                Err(SourceError::new(said).at(self.document, *at))
            }
        }
    }

    fn refuse_unknown_keys(&self) -> Result<(), SourceError> {
        let known = |key: &str| KEYS.contains(&key) || key.starts_with("seen ");
        match self.fields.iter().find(|field| !known(&field.key)) {
            None => Ok(()),
            Some(Field { key, at, .. }) => {
                let said = [
                    format!("`{key}` is no key of the head"),
                    format!("`{key}` n'est pas une clé de l'en-tête"),
                ];
                Err(SourceError::new(said).at(self.document, *at))
            }
        }
    }

    /// An empty value has no place to read; what is unknown is left out.
    fn refuse_empty_values(&self) -> Result<(), SourceError> {
        match self.fields.iter().find(|field| field.value.is_empty()) {
            None => Ok(()),
            Some(Field { key, .. }) => {
                let said = [
                    format!("the head's `{key}` is empty"),
                    format!("`{key}` est vide dans l'en-tête"),
                ];
                Err(SourceError::new(said).at(self.document, self.first_place()))
            }
        }
    }

    fn required(&self, key: &str) -> Result<&Field, SourceError> {
        self.find(key)
            .ok_or_else(|| SourceError::new(without(key)).at(self.document, self.first_place()))
    }

    fn first_place(&self) -> Place {
        match self.document.cells {
            Some(_) => Place::cell(0, 0),
            None => Place::span(0..self.document.text().lines().next().map_or(0, str::len)),
        }
    }

    fn find(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    fn all(&self, key: &'a str) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.key == key)
    }

    fn text(&self, key: &str) -> Option<String> {
        self.get(key).map(str::to_owned)
    }

    fn list(&self, key: &str) -> Vec<String> {
        self.get(key)
            .map(|value| value.split(',').map(|word| word.trim().to_owned()).collect())
            .unwrap_or_default()
    }

    fn word<T: DeserializeOwned + Default>(&self, key: &str) -> Result<T, SourceError> {
        match self.find(key) {
            None => Ok(T::default()),
            Some(field) => self.parse(&field.value, field.at),
        }
    }

    fn parse<T: DeserializeOwned>(&self, word: &str, at: Place) -> Result<T, SourceError> {
        parse(word).map_err(|error| {
            SourceError::new(Said::of_parser(&error.to_string())).at(self.document, at)
        })
    }

    fn split<'f>(
        &self,
        field: &'f Field,
        shape: [&str; 2],
    ) -> Result<(&'f str, &'f str), SourceError> {
        field
            .value
            .split_once(' ')
            .map(|(first, rest)| (first, rest.trim()))
            .ok_or_else(|| self.expected(shape, field.at))
    }

    fn expected(&self, shape: [&str; 2], at: Place) -> SourceError {
        let [en, fr] = shape;
        SourceError::new([format!("expected {en}"), format!("attendu\u{a0}: {fr}")])
            .at(self.document, at)
    }

    fn of_text(document: &'a Document) -> Self {
        let mut header = Self { document, fields: Vec::new(), strays: Vec::new(), body: 0 };
        for line in document.text().split_inclusive('\n') {
            let start = header.body;
            header.body += line.len();
            if line.trim().is_empty() {
                return header;
            }
            let Some((key, value)) = line.split_once(':') else {
                let at = Place::span(start..start + line.trim_end().len());
                header.strays.push(Stray { why: NO_PAIR, at });
                continue;
            };
            let from = start + line.len() - value.trim_start().len();
            let (key, value) = (key.trim().to_lowercase(), value.trim().to_owned());
            header.fields.push(Field { key, at: Place::span(from..from + value.len()), value });
        }
        header
    }

    fn of_table(document: &'a Document) -> Self {
        let mut header = Self { document, fields: Vec::new(), strays: Vec::new(), body: 0 };
        for (row, cells) in document.rows().iter().enumerate() {
            header.body += 1;
            let mut filled = (0..cells.len()).filter(|&cell| !cells[cell].trim().is_empty());
            let Some(first) = filled.next() else {
                return header;
            };
            if first > 0 {
                let at = Place::cell(row, first);
                header.strays.push(Stray { why: NO_KEY, at });
                continue;
            }
            if let Some(third) = filled.find(|&cell| cell > 1) {
                let at = Place::cell(row, third);
                header.strays.push(Stray { why: TWO_VALUES, at });
            }
            let key = document.cell(row, 0).to_lowercase();
            let (value, at) = (document.cell(row, 1).to_owned(), Place::cell(row, 1));
            header.fields.push(Field { key, value, at });
        }
        header
    }
}

/// That a line is no field.
const NO_PAIR: [&str; 2] = [
    "a line of the head is no `key: value`",
    "une ligne de l'en-tête n'est pas de la forme `clé: valeur`",
];
/// That a row has no key.
const NO_KEY: [&str; 2] = ["a row of the head has no key", "une ligne de l'en-tête n'a pas de clé"];
/// That a row has a value too many.
const TWO_VALUES: [&str; 2] =
    ["a row of the head has two values", "une ligne de l'en-tête a deux valeurs"];

/// That a head lacks a key.
fn without(key: &str) -> [String; 2] {
    [format!("the head has no `{key}`"), format!("l'en-tête n'a pas de `{key}`")]
}

/// A value of the schema by its word.
fn parse<T: DeserializeOwned>(word: &str) -> Result<T, WordError> {
    let word: serde::de::value::StrDeserializer<'_, WordError> = word.into_deserializer();
    T::deserialize(word)
}

/// The keys that a head may have several times.
const SEVERAL: &[&str] = &["depends-on", "limitation", "n elsewhere"];

/// The keys that a head may have, besides `seen LABEL`.
const KEYS: &[&str] = &[
    "age",
    "conducted-by",
    "depends-on",
    "double-entered",
    "edition",
    "excludes",
    "fieldwork",
    "frame",
    "licence",
    "limitation",
    "margin",
    "margin-level",
    "margin-n",
    "mode",
    "n",
    "n elsewhere",
    "pooled",
    "published",
    "publisher",
    "recorded",
    "regions",
    "response-rate",
    "sampling",
    "sponsor",
    "sponsor-interest",
    "strategy",
    "title",
    "title-lang",
    "unit",
    "universe",
    "weighted",
];
