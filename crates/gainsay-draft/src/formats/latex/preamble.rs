//! The preamble of a LaTeX draft.

use std::ops::Range;

use gainsay_claims::Lang;

use crate::{language, prose::PassageKind};

use super::{super::builder::Builder, arguments};

const BEGIN: &str = "\\begin{document}";

/// Reads the language and the title that a preamble states, and tells where the body
/// stands. A file without preamble is all body.
pub(super) fn read(builder: &mut Builder<'_>, start: usize) -> Range<usize> {
    let text = builder.text;
    let Some(begin) = text[start..].find(BEGIN) else {
        return start..text.len();
    };
    let preamble = start..start + begin;
    builder.stated = lang(&text[preamble.clone()]);
    if let Some(title) = title(text, preamble) {
        builder.begin(PassageKind::Heading(1));
        super::read_part(builder, title);
    }
    let body = start + begin + BEGIN.len();
    let end = text[body..].find("\\end{document}").map_or(text.len(), |end| body + end);
    body..end
}

/// Where the words of `\title{...}` stand.
fn title(text: &str, preamble: Range<usize>) -> Option<Range<usize>> {
    let command = text[preamble.clone()].find("\\title")?;
    let after = preamble.start + command + "\\title".len();
    let after = after + arguments::optional(&text[after..preamble.end]);
    let inner = arguments::argument(&text[after..preamble.end], '{')?;
    Some(after + inner.start..after + inner.end)
}

/// The language of babel or polyglossia: the one called main, or else the last option.
fn lang(preamble: &str) -> Option<Lang> {
    let lines = preamble.lines().map(|line| line.split('%').next().unwrap_or_default());
    let mut found = None;
    for line in lines {
        if let Some((_, after)) = line.split_once("\\setmainlanguage") {
            let after = &after[arguments::optional(after)..];
            return arguments::argument(after, '{').and_then(|at| language::of_tag(&after[at]));
        }
        let is_class = line.contains("\\documentclass");
        if is_class || line.contains("babel}") {
            let options = line.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
            let options = options.map_or("", |(options, _)| options).split(',').map(str::trim);
            let main = options.clone().find_map(|one| one.strip_prefix("main="));
            let last = options.filter_map(language::of_tag).next_back();
            found = main.and_then(language::of_tag).or(last).or(found);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_language_is_the_last_or_the_one_called_so() {
        assert_eq!(lang("\\usepackage[english,french]{babel}"), Some(Lang::Fr));
        assert_eq!(lang("\\usepackage[main=english, french]{babel}"), Some(Lang::En));
        assert_eq!(
            lang("\\documentclass[a4paper,french]{article}\n\\usepackage{babel}"),
            Some(Lang::Fr)
        );
        assert_eq!(lang("\\setmainlanguage[variant=british]{english}"), Some(Lang::En));
        assert_eq!(lang("% \\usepackage[french]{babel}"), None);
    }
}
