//! What the goals' commands read and write, made from what ships, below `target`.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use gainsay_bench::synthetic::{HEADER, Table};

/// Paragraphs of drafts, whose figures are in the shipped base, differ from it, or are not in it.
const PARAGRAPHS: [&str; 4] = [
    "According to Kentico, 68% of Americans never or hardly ever pay attention to the posts of \
     brands that they follow. In 2012, 78% of followers told Market Force that posts of brands \
     influence what they buy; yet 34% of the followers whom Gallup asked that winter said that \
     social media have no influence at all on their purchases.",
    "Nobody disputes that people talk. What is disputed is whether they buy, and whether those \
     who say that they bought would have bought anyway. A brand that counts its fans counts \
     customers who came before the page was there, and so a comparison of fans with other people \
     tells nothing about the page.",
    "A third of the retailers that were asked had opened a second account by the end of the year, \
     and 62% of Americans ignore the brands that they follow, says Kentico. Of the readers of this \
     page, 41.7% ordered on a telephone, which is 12 points more than two years ago.",
    "The publishers agree on little else. One asked people on a panel, one asked customers, one \
     asked whoever came by; some say how many, some do not. Whoever writes about it should say \
     whom each share is a share of, and since when.",
];

/// So many words a draft has, at least.
const WORDS: usize = 10_000;

/// So many claims the base has that a report is made of, as near as whole polls come to it.
const CLAIMS: usize = 5_000;

/// A base of polls, each row of which is a claim or nearly so.
const BASE: &str = "data/french-presidential-2022";

/// The polls of that base.
const POLLS: &str = "sources/nsppolls/presidentielle.csv";

/// Files for the commands.
pub(crate) struct Scratch {
    pub(crate) cache: PathBuf,
    pub(crate) draft: PathBuf,
    pub(crate) edited_draft: PathBuf,
    pub(crate) base: PathBuf,
    pub(crate) page: PathBuf,
    pub(crate) table: PathBuf,
    pub(crate) polls: Option<Polls>,
}

/// A base of many polls, and a copy of it to edit.
pub(crate) struct Polls {
    pub(crate) base: PathBuf,
    pub(crate) edited_base: PathBuf,
    /// The smallest of its tables.
    pub(crate) edited_document: PathBuf,
}

impl Scratch {
    /// Makes the files, in a folder that is emptied first.
    pub(crate) fn new(root: &Path, polls: Option<&Path>) -> io::Result<Self> {
        let folder = root.join("target/goals");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let scratch = Self {
            cache: folder.join("cache"),
            draft: folder.join("draft.md"),
            edited_draft: folder.join("edited.md"),
            base: folder.join("french"),
            page: folder.join("page.html"),
            table: folder.join("claims.csv"),
            polls: polls.map(|base| Polls::new(base, &folder.join("polls"))).transpose()?,
        };
        fs::create_dir_all(&scratch.cache)?;
        fs::write(&scratch.draft, draft())?;
        fs::write(&scratch.edited_draft, draft())?;
        copy(&root.join(BASE), &scratch.base)?;
        let polls = scratch.base.join(POLLS);
        let text = fs::read_to_string(&polls)?;
        fs::write(polls, first_rows(&text, CLAIMS))?;
        let mut table = BufWriter::new(File::create(&scratch.table)?);
        writeln!(table, "{HEADER}")?;
        for row in Table::new(1_000_000, 1).rows() {
            writeln!(table, "{row}")?;
        }
        table.flush()?;
        Ok(scratch)
    }
}

impl Polls {
    fn new(base: &Path, copied: &Path) -> io::Result<Self> {
        copy(base, copied)?;
        let edited_document = smallest_table(&copied.join("sources"))?
            .ok_or_else(|| io::Error::other("no table in the base of polls"))?;
        // What was copied may be for reading only.
        let text = fs::read(&edited_document)?;
        fs::remove_file(&edited_document)?;
        fs::write(&edited_document, text)?;
        Ok(Self { base: base.canonicalize()?, edited_base: copied.to_owned(), edited_document })
    }
}

fn smallest_table(folder: &Path) -> io::Result<Option<PathBuf>> {
    let mut smallest = None;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            smallest_table(&path)?
        } else {
            Some(path).filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        };
        if let Some(found) = found {
            let size = fs::metadata(&found)?.len();
            smallest = smallest.filter(|(least, _)| *least <= size).or(Some((size, found)));
        }
    }
    Ok(smallest.map(|(_, path)| path))
}

/// A draft of many paragraphs, no two of them at one place.
fn draft() -> String {
    let mut text = "# What brands say, and what people do\n".to_owned();
    let mut words = 0;
    for (number, paragraph) in PARAGRAPHS.iter().cycle().enumerate() {
        if words >= WORDS {
            break;
        }
        text += &format!("\nPart {}. {paragraph}\n", letters(number));
        words += 2 + paragraph.split_whitespace().count();
    }
    text
}

/// A number in letters, so that it is no figure of the draft.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

/// The header and so many rows; rows are not cut as no cell of the polls holds a line break.
fn first_rows(text: &str, rows: usize) -> String {
    text.split_inclusive('\n').take(1 + rows).collect()
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_has_as_many_words_as_it_says() {
        let draft = draft();
        let words = draft.split_whitespace().count();
        assert!((WORDS..WORDS + 100).contains(&words), "{words}");
        assert!(draft.contains("\n\nPart ba. "), "paragraphs are numbered in letters");
    }

    #[test]
    fn a_table_keeps_its_header_and_first_rows() {
        assert_eq!(first_rows("a,b\n1,2\n3,4\n", 1), "a,b\n1,2\n");
        assert_eq!(first_rows("a,b\n", 5), "a,b\n");
    }
}
