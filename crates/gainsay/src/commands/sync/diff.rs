//! What would change in a draft, line by line, to be read.

use gainsay_draft::{Block, Synced};
use gainsay_report::clean;

/// One hunk for each table that changes, without the lines around it.
pub(super) fn of<E>(path: &str, text: &str, synced: &Synced<E>) -> String {
    let changed = synced.blocks.iter().filter(|block| block.is_changed);
    let hunks: String = changed.map(|block| hunk(block, text, &synced.text)).collect();
    if hunks.is_empty() {
        return hunks;
    }
    let path = clean(path);
    format!("--- {path}\n+++ {path}\n{hunks}")
}

/// The lines of a table that differ: from the first to the last.
fn hunk(block: &Block, old: &str, new: &str) -> String {
    let old_lines = lines(old, block.old.start, block.old.end);
    let new_lines = lines(new, block.new.start, block.new.end);
    let same = |(one, other): &(&&str, &&str)| one == other;
    let first = old_lines.iter().zip(&new_lines).take_while(same).count();
    let rest = old_lines[first..].iter().rev().zip(new_lines[first..].iter().rev());
    let last = rest.take_while(same).count();
    let (removed, added) =
        (&old_lines[first..old_lines.len() - last], &new_lines[first..new_lines.len() - last]);
    let at = |text: &str, start: usize, count: usize| {
        let line = text[..start].matches('\n').count() + first + usize::from(count > 0);
        format!("{line},{count}")
    };
    let mut hunk = format!(
        "@@ -{} +{} @@\n",
        at(old, block.old.start, removed.len()),
        at(new, block.new.start, added.len())
    );
    for (sign, lines) in [('-', removed), ('+', added)] {
        for line in lines {
            hunk += &format!("{sign}{}\n", clean(line));
        }
    }
    hunk
}

/// The lines that a part of a text has a byte of, without their ends.
fn lines(text: &str, start: usize, end: usize) -> Vec<&str> {
    let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[end..].find('\n').map_or(text.len(), |len| end + len);
    text[start..end].split('\n').map(|line| line.trim_end_matches('\r')).collect()
}

#[cfg(test)]
mod tests {
    use gainsay_draft::{Format, sync};

    use super::*;

    #[test]
    fn only_lines_that_differ_are_shown() {
        let text = "a\n% gainsay:begin table=x\none\ntwo\n% gainsay:end\nb\n";
        let synced = sync(text, Format::Latex, |_| Ok::<_, ()>("one\n2\nthree\n".to_owned()));
        assert_eq!(
            of("d.tex", text, &synced),
            "--- d.tex\n+++ d.tex\n@@ -4,1 +4,2 @@\n-two\n+2\n+three\n"
        );
        let synced = sync(text, Format::Latex, |_| Ok::<_, ()>("one\ntwo".to_owned()));
        assert_eq!(of("d.tex", text, &synced), "");
    }

    #[test]
    fn lines_that_are_only_added_stand_after_the_one_before() {
        let text = "% gainsay:begin table=x\n% gainsay:end";
        let synced = sync(text, Format::Latex, |_| Ok::<_, ()>("one".to_owned()));
        assert_eq!(of("d.tex", text, &synced), "--- d.tex\n+++ d.tex\n@@ -1,0 +2,1 @@\n+one\n");
    }
}
