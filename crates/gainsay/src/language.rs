//! Which language to speak.

use gainsay_claims::Lang;

use crate::args::Language;

/// The language asked for, else that of the locale, else English. The first
/// variable that is set and not empty decides, as in POSIX.
pub(crate) fn language(asked: Option<Language>, variable: impl Fn(&str) -> Option<String>) -> Lang {
    if let Some(asked) = asked {
        return asked.into();
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|locale| !locale.is_empty());
    let language = locale.as_deref().and_then(|locale| locale.split(['_', '.', '-', '@']).next());
    match language {
        Some("fr") => Lang::Fr,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(variables: &[(&str, &str)], expected: Lang) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(language(None, variable), expected, "{variables:?}");
    }

    #[test]
    fn the_first_variable_decides() {
        check(&[("LANG", "fr_FR.UTF-8")], Lang::Fr);
        check(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")], Lang::En);
        check(&[("LC_ALL", ""), ("LC_MESSAGES", "fr_CA")], Lang::Fr);
        check(&[("LANG", "frisian")], Lang::En);
        check(&[], Lang::En);
    }

    #[test]
    fn the_option_goes_before_the_locale() {
        let french = |_: &str| Some("fr_FR".to_owned());
        assert_eq!(language(Some(Language::En), french), Lang::En);
    }
}
