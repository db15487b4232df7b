//! What gainsay is told, or told itself, in the comments of drafts.

use std::ops::Range;

use gainsay_claims::diagnostic::Text;

/// What editors write in place of a reason, for the author to replace; no reason itself.
pub const REASON: Text = Text { en: "REASON", fr: "RAISON" };

/// A table that gainsay generated, as a draft holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMark {
    /// Where the line with the digest is written, in bytes of the file.
    pub span: Range<usize>,
    /// What it is the table of, as `gainsay table` takes it.
    pub name: String,
    /// The digest of the evidence that it was made from, as written.
    pub digest: String,
}

/// What a line of a comment tells gainsay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// `gainsay:ignore RULE[, RULE]: reason`
    Ignore {
        /// The rules, as written.
        rules: Vec<String>,
        /// Why, as written.
        reason: String,
    },
    /// `gainsay:table NAME sha256:HEX`
    Table {
        /// What it is the table of.
        name: String,
        /// `sha256:HEX`, as written.
        digest: String,
    },
    /// `gainsay:begin ...`
    Begin,
    /// `gainsay:end`
    End,
}

impl Remark {
    /// The remark that a line of a comment holds, the comment's own signs left out.
    pub(crate) fn of(line: &str) -> Option<Self> {
        let line = line.split("-->").next().unwrap_or_default().trim();
        let start = line.find("gainsay:")?;
        let is_first = !line[..start].contains(char::is_alphanumeric);
        let told = &line[start + "gainsay:".len()..];
        let (verb, rest) = told.split_once(char::is_whitespace).unwrap_or((told, ""));
        match verb {
            "ignore" | "ignore:" => Some(ignore(rest)),
            "table" => table(rest),
            "begin" => Some(Self::Begin),
            "end" => Some(Self::End),
            // `gainsay:disable` is meant to suppress; silence would let its author believe so.
            _ if is_first && is_word(verb) => Some(ignore("")),
            _ => None,
        }
    }

    /// Whether it is one end of what `gainsay sync` writes.
    pub(crate) fn is_end(&self) -> bool {
        matches!(self, Self::Begin | Self::End)
    }
}

fn ignore(rest: &str) -> Remark {
    let (rules, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let rules = rules.split([',', ' ']).map(str::trim).filter(|rule| !rule.is_empty());
    Remark::Ignore { rules: rules.map(str::to_owned).collect(), reason: reason.trim().to_owned() }
}

fn is_word(verb: &str) -> bool {
    !verb.is_empty() && verb.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn table(rest: &str) -> Option<Remark> {
    let mut words = rest.split_whitespace();
    let name = words.next()?.to_owned();
    let digest = words.find(|word| word.starts_with("sha256:"))?.to_owned();
    Some(Remark::Table { name, digest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppression_names_rules_and_a_reason() {
        let found = Remark::of(" gainsay:ignore unknown-figure, drift: own count: 12 ");
        let rules = vec!["unknown-figure".to_owned(), "drift".to_owned()];
        assert_eq!(found, Some(Remark::Ignore { rules, reason: "own count: 12".into() }));
    }

    #[test]
    fn a_suppression_may_lack_both() {
        let empty = Remark::Ignore { rules: vec![], reason: String::new() };
        assert_eq!(Remark::of("gainsay:ignore"), Some(empty.clone()));
        assert_eq!(Remark::of("<!-- gainsay:disable drift -->"), Some(empty));
        let rules = vec!["drift".to_owned()];
        let named = Remark::Ignore { rules, reason: "own count".to_owned() };
        assert_eq!(Remark::of("gainsay:ignore: drift: own count"), Some(named));
    }

    #[test]
    fn a_table_has_a_name_and_a_digest() {
        let found = Remark::of("gainsay:table ignores-posts[a=b,c=d] sha256:00ff");
        let (name, digest) = ("ignores-posts[a=b,c=d]".to_owned(), "sha256:00ff".to_owned());
        assert_eq!(found, Some(Remark::Table { name, digest }));
        assert_eq!(Remark::of("gainsay:table ignores-posts"), None);
    }

    #[test]
    fn other_comments_tell_nothing() {
        assert_eq!(Remark::of("as gainsay says: 68 %"), None);
        assert_eq!(Remark::of("gainsay: 68 %"), None);
        assert_eq!(Remark::of("served at gainsay:local"), None);
        assert_eq!(Remark::of("gainsay:begin table=x lang=fr"), Some(Remark::Begin));
        assert_eq!(Remark::of("gainsay:end"), Some(Remark::End));
    }
}
