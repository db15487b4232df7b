//! The two languages of the product, and a label in both.

use serde::{Deserialize, Serialize};

/// A language that figures are read in and labels are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Its code, as documents and addresses name it: `fr`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Returns the one of a pair, English first, that is of this language.
    #[must_use]
    pub fn of<T>(self, [en, fr]: [T; 2]) -> T {
        match self {
            Self::En => en,
            Self::Fr => fr,
        }
    }

    /// Returns the wording of `label` in this language.
    #[must_use]
    pub fn pick(self, label: &Localized) -> &str {
        match self {
            Self::En => &label.en,
            Self::Fr => &label.fr,
        }
    }
}

/// A label in both languages; neither is ever missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// The English wording.
    pub en: String,
    /// The French wording.
    pub fr: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_wording_of_the_language() {
        let label = Localized { en: "share".into(), fr: "part".into() };
        assert_eq!(Lang::En.pick(&label), "share");
        assert_eq!(Lang::Fr.pick(&label), "part");
        assert_eq!([Lang::En, Lang::Fr].map(|lang| lang.of(["share", "part"])), ["share", "part"]);
    }

    #[test]
    fn refuses_a_label_without_french() {
        assert!(toml::from_str::<Localized>("en = 'share'\nfr = 'part'").is_ok());
        assert!(toml::from_str::<Localized>("en = 'share'").is_err());
    }
}
