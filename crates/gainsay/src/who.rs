//! Who answers.

use std::path::Path;

use gainsay_claims::{evidence::VERDICTS, slug};
use gainsay_host::signature;
use gainsay_verdict::name_and_address;

use crate::refusal::ReviewRefusal;

/// The reviewer: as named, else as git signs commits in a folder.
///
/// # Errors
///
/// When nobody is named and git knows no name.
pub(crate) fn who(named: Option<&str>, folder: &Path) -> Result<String, ReviewRefusal> {
    let named = named.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    let who = named.or_else(|| signature(folder));
    who.filter(|who| !who.is_empty()).ok_or(ReviewRefusal::NoReviewer)
}

/// The file of a reviewer's verdicts, relative to the base: by name, or by the address of
/// who has none. Those whom no Latin letter names share one, each with blocks of his own.
pub(crate) fn file(who: &str) -> String {
    const LONGEST: usize = 60;
    let name = slug(name_and_address(who).0);
    let names = [name, slug(who), "reviewer".to_owned()];
    let mut name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    // A slug is plain ASCII.
    name.truncate(LONGEST);
    format!("{VERDICTS}/{}.toml", name.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_like_its_reviewer() {
        for (who, expected) in [
            ("Marie Dupont <m@example.org>", "verdicts/marie-dupont.toml"),
            ("Élodie", "verdicts/elodie.toml"),
            ("<m@example.org>", "verdicts/m-exampleorg.toml"),
            ("../../x", "verdicts/x.toml"),
            ("李", "verdicts/reviewer.toml"),
        ] {
            assert_eq!(file(who), expected);
        }
        assert!(file(&"a b ".repeat(99)).len() < 80);
    }

    #[test]
    fn a_name_on_one_line_goes_before_git() {
        let named = |name| who(Some(name), Path::new("/")).ok();
        assert_eq!(named(" A \n B ").as_deref(), Some("A B"));
        assert_eq!(named("  "), None);
    }
}
