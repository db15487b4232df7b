//! Diagnostics as commands of a GitHub workflow, which shows them beside the lines.

use gainsay_claims::{Diagnostic, Level};

use crate::{
    Found, Paths, clean,
    place::{end, file, place},
};

/// One line for each diagnostic that somebody has to answer, as
/// `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.
pub fn render(found: &[Found<'_>], paths: &Paths) -> String {
    let lines =
        found.iter().flat_map(|one| one.open().map(|diagnostic| command(one, diagnostic, paths)));
    lines.collect()
}

/// One line that tells that a file could not be looked at, and why.
pub(crate) fn unread(path: &str, why: &str) -> String {
    let path = property(&clean(path).replace('\\', "/"));
    format!("::error file={path},title=unread::{}\n", data(&clean(why)))
}

fn command(found: &Found<'_>, diagnostic: &Diagnostic, paths: &Paths) -> String {
    let (base, at) = (found.speaker.base, found.place(diagnostic));
    let (start, end) = (place(base, &at), end(base, &at));
    let level = match diagnostic.check.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    // Columns are read only where a place has one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}\n",
        property(&paths.of(file(found.speaker.base, &at))),
        start.line,
        end.line,
        property(diagnostic.check.id),
        data(&text(found, diagnostic)),
    )
}

/// What is said, and what to do.
fn text(found: &Found<'_>, diagnostic: &Diagnostic) -> String {
    let help = found.speaker.help(diagnostic);
    format!("{}\n{help}", found.message(diagnostic))
}

/// Text after `::`: what would end the line is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before `::`: what would end the value is escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{EvidenceBase, Lang, checks::BROKEN_SOURCE, diagnostic::Subject};

    use super::*;
    use crate::{Speaker, fixture};

    fn shown(base: &EvidenceBase, diagnostic: Diagnostic, paths: &Paths) -> String {
        let speaker = Speaker::new(base, Lang::En);
        render(&[Found { speaker, shown: &[diagnostic] }], paths)
    }

    #[test]
    fn a_diagnostic_is_one_line_whatever_it_says() {
        let base = fixture::base();
        let paths = Paths { base: "a,b".to_owned(), drafts: Vec::new() };
        let text = shown(&base, fixture::conflict(), &paths);
        assert_eq!(text.matches('\n').count(), 1, "{text}");
        let start = "::error file=a%2Cb/sources/fixture-a/raw.txt,line=2,endLine=2,col=1,endColumn=4,title=diverging-shares::comparable studies disagree: bought";
        assert!(text.starts_with(start), "{text}");
        assert!(text.contains("%0Afixture-a: 27.5%25 to 28.5%25 yes"), "{text}");
        assert!(text.ends_with("%0Acite the shares together, or record why one is preferred\n"));
    }

    #[test]
    fn a_file_that_could_not_be_looked_at_is_one_line() {
        let line = unread("a,b.md", "a,b.md: 100 % gone\n::error::");
        assert_eq!(line, "::error file=a%2Cb.md,title=unread::a,b.md: 100 %25 gone ::error::\n");
    }

    #[test]
    fn what_has_no_place_points_to_the_configuration() {
        let base = EvidenceBase::default();
        let missing = Diagnostic::new(&BROKEN_SOURCE, Subject::Name("fixture-d\n::error::".into()));
        let text = shown(&base, missing, &Paths::default());
        let start = "::error file=gainsay.toml,line=1,endLine=1,col=1,endColumn=1,title=broken";
        assert!(text.starts_with(start), "{text}");
        assert_eq!(text.matches('\n').count(), 1, "{text}");
    }
}
