//! Who answers.

use std::path::Path;

use gainsay_host::signature;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_on_one_line_goes_before_git() {
        let named = |name| who(Some(name), Path::new("/")).ok();
        assert_eq!(named(" A \n B ").as_deref(), Some("A B"));
        assert_eq!(named("  "), None);
    }
}
