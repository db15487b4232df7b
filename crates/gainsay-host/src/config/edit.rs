//! Adding a source to a configuration: one line, every other byte stays.

use std::str::FromStr as _;

use super::Config;

/// The text with one more source, or nothing if there is no place in it where a line would
/// do, and what it says. `value` is one of TOML, such as `{ plugin = "transcript" }`.
pub(crate) fn with_source(
    name: &str,
    text: &str,
    id: &str,
    value: &str,
) -> Option<(String, Config)> {
    let before = Config::read(name, text).ok()?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("{id} = {value}");
    let within = [after_last(text, &before, &line, end), after_head(text, &line, end)];
    let below = [
        // Where the others are tables of their own, so is this one.
        (!before.sources.is_empty()).then_some(format!("[sources.{id}]{end}{}", keys(value)?)),
        Some(format!("[sources]{end}{line}")),
    ];
    let ids = |config: &Config| -> Vec<String> {
        config.sources.iter().map(|one| one.id.clone()).collect()
    };
    let mut wanted = ids(&before);
    wanted.push(id.to_owned());
    wanted.sort();
    let below = below.into_iter().flatten().map(|lines| at_end(text, &lines, end));
    within.into_iter().flatten().chain(below).find_map(|text| {
        let after = Config::read(name, &text).ok()?;
        (ids(&after) == wanted).then_some((text, after))
    })
}

/// After the last line of `[sources]`.
fn after_last(text: &str, config: &Config, line: &str, end: &str) -> Option<String> {
    let last = config.sources.iter().max_by_key(|one| one.at.start)?;
    let document = toml_edit::Document::from_str(text).ok()?;
    let value = document.get("sources")?.get(&last.id)?.span()?;
    // A table of its own ends elsewhere.
    (value.start >= last.at.end).then_some(())?;
    Some(insert(text, line_end(text, value.end), line, end))
}

/// After the line `[sources]`, where it has no lines of its own yet.
fn after_head(text: &str, line: &str, end: &str) -> Option<String> {
    let head = text.lines().find(|line| {
        let code = line.split('#').next().unwrap_or_default();
        code.trim().trim_start_matches('\u{feff}') == "[sources]"
    })?;
    let at = head.as_ptr().addr() - text.as_ptr().addr();
    Some(insert(text, line_end(text, at), line, end))
}

fn at_end(text: &str, lines: &str, end: &str) -> String {
    let gap = if text.trim().is_empty() { "" } else { end };
    insert(text, text.len(), &format!("{gap}{lines}"), end)
}

/// `{ plugin = "a" }` as the lines of a table.
fn keys(value: &str) -> Option<&str> {
    Some(value.strip_prefix('{')?.strip_suffix('}')?.trim())
}

/// Where the line ends that a byte stands in.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |found| at + found + 1)
}

fn insert(text: &str, at: usize, line: &str, end: &str) -> String {
    let (before, after) = text.split_at(at);
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { end };
    format!("{before}{gap}{line}{end}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let edited = with_source("gainsay.toml", text, "new", "{ plugin = \"transcript\" }");
        assert_eq!(edited.map(|(text, _)| text).as_deref(), Some(expected));
    }

    const NEW: &str = "new = { plugin = \"transcript\" }";

    #[test]
    fn the_line_comes_last_and_everything_else_stays() {
        check(
            "# a\n[sources] # b\nold = {} # c\n\n[policy]\nalpha = 0.01\n",
            &format!("# a\n[sources] # b\nold = {{}} # c\n{NEW}\n\n[policy]\nalpha = 0.01\n"),
        );
        check(
            "[sources]\r\nold = { names = [\r\n  \"x\",\r\n] }\r\n# d",
            &format!("[sources]\r\nold = {{ names = [\r\n  \"x\",\r\n] }}\r\n{NEW}\r\n# d"),
        );
        check("\u{feff}[sources]\nold = {}", &format!("\u{feff}[sources]\nold = {{}}\n{NEW}\n"));
    }

    #[test]
    fn a_table_is_made_where_there_is_none() {
        check("", &format!("[sources]\n{NEW}\n"));
        check("[base]\n", &format!("[base]\n\n[sources]\n{NEW}\n"));
        check("[sources]\n[policy]\n", &format!("[sources]\n{NEW}\n[policy]\n"));
        check(
            "[sources.old]\nplugin = \"x\"\n",
            "[sources.old]\nplugin = \"x\"\n\n[sources.new]\nplugin = \"transcript\"\n",
        );
    }

    #[test]
    fn what_cannot_be_edited_is_left_alone() {
        for text in ["[sources]\nnew = {}\n", "sources = 1\n", "sources = { old = {} }\n"] {
            assert!(with_source("gainsay.toml", text, "new", "{}").is_none(), "{text}");
        }
    }
}
