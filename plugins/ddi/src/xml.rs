//! XML as a tree, of bounded depth and size, without entities of its own.

use gainsay_plugin::{Said, form::both_encodings, windows_1252};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};

/// Deeper than any codebook.
const DEEPEST: usize = 64;
/// More elements than a codebook of some ten thousand variables.
const MOST_ELEMENTS: usize = 500_000;
/// More attributes than any element of a codebook has.
const MOST_ATTRIBUTES: usize = 64;

/// An element.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Element {
    /// Without prefix: codebooks use several namespaces for the same names.
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    /// In order.
    content: Vec<Content>,
}

/// A piece of what stands in an element.
#[derive(Debug, PartialEq)]
enum Content {
    Words(String),
    Element(Element),
}

/// Elements within a line of text: what they say follows what is before them without a space.
const INLINE: [&str; 19] = [
    "emph", "hi", "Link", "ExtLink", "a", "abbr", "acronym", "b", "big", "cite", "code", "em", "i",
    "small", "span", "strong", "sub", "sup", "u",
];

/// The element that says in a word of a list what the text around it says.
const LISTED: &str = "concept";

/// Why a text is no codebook in XML.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum XmlError {
    #[error("is no well-formed XML at byte {at}: {what}")]
    Syntax { at: u64, what: String },
    #[error("declares entities of its own, at byte {0}: they are never read")]
    Entities(u64),
    #[error("uses the entity `{name}`, which XML does not have, at byte {at}")]
    Unknown { name: String, at: u64 },
    #[error("has elements more than {DEEPEST} deep, at byte {0}")]
    Deep(u64),
    #[error("has more than {MOST_ELEMENTS} elements")]
    TooMuch,
    #[error("has an element with more than {MOST_ATTRIBUTES} attributes, at byte {0}")]
    Attributes(u64),
    #[error("holds no element")]
    Empty,
    #[error("is in the character set `{0}`, which is not known")]
    Encoding(String),
    #[error("is not what it says it is, {0}")]
    NotEncoded(&'static str),
    #[error("is no codebook of DDI: its first element is `{0}`, not `codeBook`")]
    NotCodebook(String),
}

impl From<XmlError> for Said {
    fn from(error: XmlError) -> Self {
        let fr = match &error {
            XmlError::Syntax { at, what } => {
                format!("n'est pas du XML bien formé, à l'octet {at}\u{a0}: {what}")
            }
            XmlError::Entities(at) => {
                format!(
                    "déclare ses propres entités, à l'octet {at}\u{a0}: elles ne sont jamais lues"
                )
            }
            XmlError::Unknown { name, at } => {
                format!("emploie l'entité `{name}`, que XML n'a pas, à l'octet {at}")
            }
            XmlError::Deep(at) => {
                format!("a des éléments sur plus de {DEEPEST} niveaux, à l'octet {at}")
            }
            XmlError::TooMuch => format!("a plus de {MOST_ELEMENTS} éléments"),
            XmlError::Attributes(at) => {
                format!("a un élément de plus de {MOST_ATTRIBUTES} attributs, à l'octet {at}")
            }
            XmlError::Empty => "ne contient aucun élément".to_owned(),
            XmlError::Encoding(name) => format!("est dans le jeu de caractères `{name}`, inconnu"),
            XmlError::NotEncoded(name) => format!("n'est pas ce qu'il dit être, {name}"),
            XmlError::NotCodebook(name) => format!(
                "n'est pas un dictionnaire de codes DDI\u{a0}: son premier élément est `{name}`, et \
                 non `codeBook`"
            ),
        };
        [error.to_string(), fr].into()
    }
}

impl Element {
    /// Its children of this name.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children().filter(move |child| child.name == name)
    }

    /// All elements at the end of this path, `citation/titlStmt/titl`.
    pub(crate) fn all<'a>(&'a self, path: &'a str) -> Vec<&'a Self> {
        path.split('/').fold(vec![self], |found, name| {
            found.into_iter().flat_map(|one| one.named(name)).collect()
        })
    }

    /// The first element at the end of a path that says something.
    pub(crate) fn first<'a>(&'a self, path: &'a str) -> Option<&'a Self> {
        self.all(path).into_iter().find(|one| !one.words().is_empty())
    }

    /// An attribute, in capitals or not, unless it is blank.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// What is written in it and in its children, in order and with single spaces; what a
    /// `concept` says, only where nothing else is said.
    pub(crate) fn words(&self) -> String {
        let text = match self.text(|child| child.name != LISTED) {
            text if text.trim().is_empty() => self.text(|child| child.name == LISTED),
            text => text,
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What is written in it and in those of its children that count.
    fn text(&self, counts: fn(&Self) -> bool) -> String {
        let mut text = String::new();
        for one in &self.content {
            match one {
                Content::Words(words) => text.push_str(words),
                Content::Element(child) if !counts(child) => text.push(' '),
                Content::Element(child) if INLINE.contains(&child.name.as_str()) => {
                    text.push_str(&child.text(|_| true));
                }
                Content::Element(child) => text.extend([" ", &child.words(), " "]),
            }
        }
        text
    }

    fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|one| match one {
            Content::Element(child) => Some(child),
            Content::Words(_) => None,
        })
    }
}

/// Reads a codebook.
///
/// # Errors
///
/// When it is no XML, no codebook, or too large, too deep, or has entities.
pub(crate) fn read(text: &str) -> Result<Element, XmlError> {
    let root = tree(text)?;
    match root.name.as_str() {
        "codeBook" => Ok(root),
        _ => Err(XmlError::NotCodebook(root.name)),
    }
}

fn tree(text: &str) -> Result<Element, XmlError> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let mut elements = 0;
    loop {
        let event = reader.read_event();
        let at = reader.buffer_position();
        let syntax = |what: String| XmlError::Syntax { at, what };
        let event = event.map_err(|error| syntax(error.to_string()))?;
        let is_start = matches!(event, Event::Start(_) | Event::Empty(_));
        if is_start {
            elements += 1;
            if elements > MOST_ELEMENTS {
                return Err(XmlError::TooMuch);
            }
            if open.len() > DEEPEST {
                return Err(XmlError::Deep(at));
            }
        }
        match event {
            Event::Start(tag) => open.push(element(&tag, at)?),
            Event::Empty(tag) => add(&mut open, element(&tag, at)?),
            Event::End(_) => {
                let done = open.pop().unwrap_or_default();
                add(&mut open, done);
            }
            Event::Text(words) => say(&mut open, &words),
            Event::CData(words) => say(&mut open, &words),
            Event::GeneralRef(name) => say(&mut open, &character(&name, at)?),
            Event::DocType(what) if what.contains('[') => return Err(XmlError::Entities(at)),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            Event::Eof if open.len() > 1 => {
                return Err(syntax("it ends within an element".to_owned()));
            }
            Event::Eof => break,
        }
    }
    let roots = open.pop().map(|all| all.content).unwrap_or_default();
    let mut roots = roots.into_iter().filter_map(|one| match one {
        Content::Element(root) => Some(root),
        Content::Words(_) => None,
    });
    roots.next().ok_or(XmlError::Empty)
}

fn element(tag: &BytesStart<'_>, at: u64) -> Result<Element, XmlError> {
    let syntax = |what: String| XmlError::Syntax { at, what };
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        if attributes.len() >= MOST_ATTRIBUTES {
            return Err(XmlError::Attributes(at));
        }
        let attribute = attribute.map_err(|error| syntax(error.to_string()))?;
        let value = attribute
            .normalized_value(XmlVersion::default())
            .map_err(|error| syntax(error.to_string()))?;
        let name = attribute.key.local_name().as_ref().to_owned();
        attributes.push((name, value.into_owned()));
    }
    let name = tag.local_name().as_ref().to_owned();
    Ok(Element { name, attributes, ..Element::default() })
}

fn add(open: &mut [Element], done: Element) {
    if let Some(parent) = open.last_mut() {
        parent.content.push(Content::Element(done));
    }
}

fn say(open: &mut [Element], words: &str) {
    let Some(parent) = open.last_mut().filter(|parent| !parent.name.is_empty()) else { return };
    match parent.content.last_mut() {
        Some(Content::Words(before)) => before.push_str(words),
        _ => parent.content.push(Content::Words(words.to_owned())),
    }
}

/// A character by its number, or one of the five that XML names.
fn character(name: &BytesRef<'_>, at: u64) -> Result<String, XmlError> {
    let unknown = || XmlError::Unknown { name: (**name).to_owned(), at };
    quick_xml::escape::unescape(&format!("&{};", &**name))
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| unknown())
}

/// The text of bytes that are not UTF-8, which is what their mark or their first line declares,
/// and what is odd about it.
///
/// # Errors
///
/// When they declare nothing that is known, or are something else.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Option<Said>), XmlError> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => {
            let head = bytes.get(..200).unwrap_or(bytes);
            let name =
                declared(&String::from_utf8_lossy(head)).unwrap_or_else(|| "utf-8".to_owned());
            encoding_rs::Encoding::for_label(name.as_bytes()).ok_or(XmlError::Encoding(name))?
        }
    };
    let (text, used, has_errors) = encoding.decode(bytes);
    if has_errors {
        return Err(XmlError::NotEncoded(used.name()));
    }
    let remark = odd(bytes, &text, used);
    Ok((text.into_owned(), remark))
}

/// What is odd about bytes in an encoding that takes any of them.
fn odd(bytes: &[u8], text: &str, used: &'static encoding_rs::Encoding) -> Option<Said> {
    let name = used.name();
    if !used.is_single_byte() {
        return None;
    }
    if let Some(at) = windows_1252::utf8_within(bytes) {
        return Some(both_encodings(at, name));
    }
    // Each byte is one character.
    let at = text.chars().position(|sign| ('\u{80}'..='\u{9f}').contains(&sign))?;
    let en = format!("is not {name}: it has no character for byte {at}");
    let fr = format!("n'est pas en {name}\u{a0}: l'octet {at} n'y correspond à aucun caractère");
    Some([en, fr].into())
}

/// The character set that the first line of a document names.
pub(crate) fn declared(text: &str) -> Option<String> {
    let head = text.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let rest = head.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    rest.get(1..)?.split(quote).next().map(str::to_owned)
}
