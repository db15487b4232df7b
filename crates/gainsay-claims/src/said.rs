//! What a plugin says in its own words, in one language or in both.

mod parser;

use std::{fmt, str::Utf8Error};

use serde::{Deserialize, Serialize};

use crate::{Lang, Localized};

/// Words in one language, or in both.
///
/// Whoever writes them gives a string, or a pair, English first; who reads them gets those of
/// the language asked for, or else those there are. As JSON a string, or an object with
/// `en`, `fr` or both.
///
/// ```
/// use gainsay_claims::{Lang, Said};
///
/// let said = Said::from(["no title", "pas de titre"]);
/// assert_eq!(said.pick(Lang::Fr), "pas de titre");
/// assert_eq!(Said::from("no title").pick(Lang::Fr), "no title");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged, try_from = "Written")]
pub enum Said {
    /// In one language only, whichever it is.
    One(String),
    /// In both.
    Both(Localized),
}

impl Said {
    /// That a file is not UTF-8, and from where on, in words that follow its name.
    #[must_use]
    pub fn not_utf8(error: Utf8Error) -> Self {
        let at = error.valid_up_to();
        Self::from([
            format!("is not UTF-8 from byte {at} on"),
            format!("n'est pas en UTF-8 à partir de l'octet {at}"),
        ])
    }

    /// The words in a language, or else those there are.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> &str {
        match self {
            Self::One(words) => words,
            Self::Both(words) => lang.pick(words),
        }
    }

    /// The words in English, or else those there are.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.pick(Lang::En)
    }

    /// What becomes of the words in each language.
    #[must_use]
    pub fn map(&self, mut of: impl FnMut(&str) -> String) -> Self {
        match self {
            Self::One(words) => Self::One(of(words)),
            Self::Both(Localized { en, fr }) => Self::from([of(en), of(fr)]),
        }
    }
}

impl Default for Said {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl fmt::Display for Said {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl From<&str> for Said {
    fn from(words: &str) -> Self {
        Self::One(words.to_owned())
    }
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self::One(words)
    }
}

impl<Words: Into<String>> From<[Words; 2]> for Said {
    fn from([en, fr]: [Words; 2]) -> Self {
        Self::Both(Localized { en: en.into(), fr: fr.into() })
    }
}

/// As it is written; other languages are passed over.
#[derive(Deserialize)]
#[serde(untagged, expecting = "neither a text nor one in `en` or `fr`")]
enum Written {
    Plain(String),
    Named { en: Option<String>, fr: Option<String> },
}

impl TryFrom<Written> for Said {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::Named { en: Some(en), fr: Some(fr) } => Ok([en, fr].into()),
            Written::Plain(one)
            | Written::Named { en: Some(one), fr: None }
            | Written::Named { en: None, fr: Some(one) } => Ok(Self::One(one)),
            Written::Named { en: None, fr: None } => Err("neither in `en` nor in `fr`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Message {
        said: Said,
    }

    fn read(said: &str) -> Result<Said, String> {
        let message = toml::from_str::<Message>(&format!("said = {said}"));
        message.map(|message| message.said).map_err(|error| error.to_string())
    }

    #[test]
    fn one_language_or_both_come_back_as_written() {
        for said in [Said::from("none"), Said::from(["none", "rien"])] {
            let message = Message { said };
            let written = toml::to_string(&message).unwrap();
            assert_eq!(toml::from_str::<Message>(&written).as_ref(), Ok(&message), "{written}");
        }
    }

    #[test]
    fn whatever_language_is_known_is_taken() {
        assert_eq!(read("'none'"), Ok("none".into()));
        let other = "{ de = 'nichts', en = 'none', fr = 'rien' }";
        assert_eq!(read(other), Ok(["none", "rien"].into()));
        assert_eq!(read("{ fr = 'rien' }"), Ok("rien".into()));
        assert_eq!(read("{ fr = 'rien' }").unwrap().pick(Lang::En), "rien");
        for nothing in ["{ de = 'nichts' }", "{}", "7", "{ en = 7 }"] {
            assert!(read(nothing).unwrap_err().contains("neither"), "{nothing}");
        }
    }
}
