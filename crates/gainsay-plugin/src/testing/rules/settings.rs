//! Settings.

use super::Rule;
use crate::{Config, testing::subject::Subject};

pub(super) const ACCEPTS_UNKNOWN_SETTING: Rule = Rule {
    id: "accepts-unknown-setting",
    why: "a misspelt setting would be ignored in silence",
    fix: "return an error from `configure` for every key that is not a setting",
    check: accepts_unknown_setting,
};

const UNKNOWN: &str = "no-such-setting";

fn accepts_unknown_setting(subject: &Subject<'_>) -> Result<(), String> {
    let mut settings: Config = subject.material.settings.clone();
    settings.insert(UNKNOWN.to_owned(), true.into());
    match subject.configure(&settings) {
        Err(_) => Ok(()),
        Ok(()) => Err(format!("the setting `{UNKNOWN}` is accepted")),
    }
}
