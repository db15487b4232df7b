//! Citation styles: those that ship with the program, and files of the user's.

use std::collections::BTreeMap;

use citationberg::{CslMacro, IndependentStyle, Locale, LocaleCode, LocaleFile};
use gainsay_claims::Lang;

/// A citation style.
#[derive(Clone, Debug)]
pub struct Style {
    csl: IndependentStyle,
    /// What replaces macros of the same name where French is spoken.
    french: Vec<CslMacro>,
    /// The language that its own words are in, if it is made for one.
    lang: Option<Lang>,
}

/// Why a text is no style.
#[derive(Debug, thiserror::Error)]
pub enum StyleError {
    /// It is not CSL, or refers to a style in another file.
    #[error("not an independent CSL style{}", .place.as_ref().map(|at| format!(", at {at}")).unwrap_or_default())]
    NotCsl {
        /// Where in the tree of elements.
        place: Option<String>,
    },
    /// A macro that uses itself would never end.
    #[error("the macro `{name}` uses itself")]
    Circular {
        /// Its name.
        name: String,
    },
}

impl Style {
    /// The names of the styles that ship with the program, the default first.
    pub const NAMES: [&'static str; 4] = ["apa", "chicago", "iso690", "iso690-fr"];

    /// A style that ships with the program.
    pub fn named(name: &str) -> Option<Self> {
        let (xml, french, lang) = match name {
            "apa" => (
                include_str!("../csl/styles/apa.csl"),
                Some(include_str!("../csl/styles/apa-fr.csl")),
                None,
            ),
            "chicago" => (
                include_str!("../csl/styles/chicago-author-date.csl"),
                Some(include_str!("../csl/styles/chicago-author-date-fr.csl")),
                None,
            ),
            "iso690" => {
                (include_str!("../csl/styles/iso690-author-date-en.csl"), None, Some(Lang::En))
            }
            "iso690-fr" => {
                (include_str!("../csl/styles/iso690-author-date-fr.csl"), None, Some(Lang::Fr))
            }
            _ => return None,
        };
        let csl = IndependentStyle::from_xml(xml).ok()?;
        let french = match french {
            Some(xml) => IndependentStyle::from_xml(xml).ok()?.macros,
            None => Vec::new(),
        };
        Some(Self { csl, french, lang })
    }

    /// Reads the text of a CSL file.
    ///
    /// # Errors
    ///
    /// When it is no style that stands by itself, or has a macro that uses itself.
    pub fn read(xml: &str) -> Result<Self, StyleError> {
        let csl = IndependentStyle::from_xml(xml).map_err(|error| StyleError::NotCsl {
            place: error.path.map(|path| path.to_string()),
        })?;
        let style = citationberg::Style::Independent(csl.clone());
        // Written anew, the text has one spelling for everything.
        let normal = style.to_xml().map_err(|_| StyleError::NotCsl { place: None })?;
        if let Some(name) = circular(&normal) {
            return Err(StyleError::Circular { name });
        }
        Ok(Self { csl, french: Vec::new(), lang: None })
    }

    /// The style as it is in a language.
    pub(crate) fn csl(&self, lang: Lang) -> IndependentStyle {
        let mut csl = self.csl.clone();
        if lang == Lang::Fr {
            for own in &self.french {
                let replaced = csl.macros.iter_mut().find(|one| one.name == own.name);
                if let Some(replaced) = replaced {
                    *replaced = own.clone();
                }
            }
        }
        csl
    }

    /// The language of its words: its own, else the one that is spoken.
    pub fn lang(&self, spoken: Lang) -> Lang {
        self.lang.unwrap_or(spoken)
    }
}

/// The terms and dates of both languages.
pub(crate) fn locales() -> Vec<Locale> {
    let files = [
        include_str!("../csl/locales/locales-en-US.xml"),
        include_str!("../csl/locales/locales-fr-FR.xml"),
    ];
    let read = files.into_iter().filter_map(|xml| LocaleFile::from_xml(xml).ok());
    read.map(Locale::from).collect()
}

pub(crate) fn locale_code(lang: Lang) -> LocaleCode {
    let code = match lang {
        Lang::En => "en-US",
        Lang::Fr => "fr-FR",
    };
    LocaleCode(code.to_owned())
}

/// A macro that uses itself, directly or through others.
fn circular(xml: &str) -> Option<String> {
    const ATTRIBUTE: &str = "macro=\"";
    let value = |text: &str| text.split('"').next().unwrap_or_default().to_owned();
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in xml.split("<macro name=\"").skip(1) {
        let body = part.split("</macro>").next().unwrap_or_default();
        uses.insert(value(part), body.split(ATTRIBUTE).skip(1).map(value).collect());
    }
    // What uses only macros that end ends too; what is left over does not.
    loop {
        let ends = |used: &Vec<String>| used.iter().all(|name| !uses.contains_key(name));
        let ending: Vec<String> =
            uses.iter().filter(|(_, used)| ends(used)).map(|(name, _)| name.clone()).collect();
        if ending.is_empty() {
            return uses.into_keys().next();
        }
        uses.retain(|name, _| !ending.contains(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_and_locale_can_be_read() {
        for name in Style::NAMES {
            assert!(Style::named(name).is_some(), "{name}");
        }
        assert!(Style::named("mla").is_none());
        let codes: Vec<_> =
            locales().into_iter().filter_map(|one| one.lang).map(|code| code.0).collect();
        assert_eq!(codes, ["en-US", "fr-FR"]);
    }

    #[test]
    fn what_differs_in_french_replaces_something() {
        for name in Style::NAMES {
            let style = Style::named(name).expect("it ships with the program");
            let differs = |lang| style.csl(lang).macros != style.csl.macros;
            assert!(!differs(Lang::En), "{name}");
            assert_eq!(differs(Lang::Fr), !style.french.is_empty(), "{name}");
            let known =
                |one: &CslMacro| style.csl.macros.iter().any(|other| other.name == one.name);
            assert!(style.french.iter().all(known), "{name}");
        }
    }

    fn style(macros: &str) -> String {
        format!(
            "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" class=\"in-text\"><info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>{macros}<citation><layout><text macro=\"a\"/></layout></citation></style>"
        )
    }

    #[test]
    fn a_style_that_would_never_end_is_refused() {
        let good = style(
            "<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><text variable=\"title\"/></macro>",
        );
        assert!(Style::read(&good).is_ok());
        let bad = style(
            "<macro name='a'><text macro = 'b'/></macro><macro name=\"b\"><text macro=\"a\"/></macro>",
        );
        let error = Style::read(&bad).expect_err("it never ends");
        assert_eq!(error.to_string(), "the macro `a` uses itself");
    }

    #[test]
    fn what_is_no_style_says_where() {
        let error = Style::read("<style><info/></style>").expect_err("no style");
        assert!(error.to_string().starts_with("not an independent CSL style"), "{error}");
        assert!(Style::read("no markup").is_err());
    }
}
