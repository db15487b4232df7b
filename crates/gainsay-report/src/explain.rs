//! What a rule or check looks for.

use gainsay_claims::diagnostic::Check;

/// The explanation of a check by its id, in Markdown.
pub fn explain<'a>(checks: &[&'a Check], id: &str) -> Option<&'a str> {
    let check = checks.iter().find(|check| check.id == id)?;
    Some(check.explanation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::RULE;

    #[test]
    fn a_check_is_explained_by_its_id() {
        assert_eq!(explain(&[&RULE], "diverging-shares"), Some(RULE.explanation));
        assert_eq!(explain(&[&RULE], "diverging"), None);
    }
}
