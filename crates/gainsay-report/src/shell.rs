//! Words of command lines that a person copies.

use crate::clean;

/// A word of a command line: in quotes unless a shell takes it as it is.
pub(crate) fn shell(word: &str) -> String {
    let word = clean(word);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        return word;
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_one_word() {
        assert_eq!(shell("diverging-shares:bought"), "diverging-shares:bought");
        assert_eq!(shell("bought[channel=x]"), "'bought[channel=x]'");
        assert_eq!(shell("it's; rm"), r"'it'\''s; rm'");
        assert_eq!(shell(""), "''");
    }
}
