//! How the name of a template says what it prints is escaped.

use gainsay_draft::{ENDINGS, Format};

use crate::{clean, escape};

/// Makes text inert in a format.
pub(super) type Escape = fn(&str) -> String;

/// The endings of templates' names, without their dot; `.j2` or `.jinja` may follow.
pub fn template_endings() -> Vec<&'static str> {
    let drafts = ENDINGS.iter().filter(|(_, format)| of_format(*format).is_some());
    drafts.map(|(ending, _)| *ending).chain(DATA.map(|(ending, _)| ending)).collect()
}

/// Endings of files in which nothing is markup. Of separated values, each text is a field.
const DATA: [(&str, Escape); 2] =
    [("csv", |text| escape::csv_field(&escape::csv(text))), ("json", clean)];

/// Endings that only tell that a file is a template.
const TEMPLATES: &[&str] = &["j2", "jinja"];

/// How text is escaped in a template of this name, if its ending is known.
pub(super) fn escape(name: &str) -> Option<Escape> {
    let is_in =
        |known: &[&str], ending: &str| known.iter().any(|one| one.eq_ignore_ascii_case(ending));
    let (stem, ending) = name.rsplit_once('.')?;
    let name = if is_in(TEMPLATES, ending) { stem } else { name };
    let (_, ending) = name.rsplit_once('.')?;
    let data = DATA.iter().find(|(known, _)| is_in(&[known], ending));
    data.map(|(_, escape)| *escape).or_else(|| of_format(Format::by_ending(name)?.1))
}

/// How text is escaped in a format; what is no text has no templates.
fn of_format(format: Format) -> Option<Escape> {
    match format {
        Format::Markdown => Some(escape::markdown),
        Format::Latex => Some(escape::latex),
        Format::Html => Some(escape::html),
        Format::Typst => Some(escape::typst),
        Format::Plain => Some(clean),
        Format::Docx => None,
    }
}
