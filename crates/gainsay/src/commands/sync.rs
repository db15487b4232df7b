use std::path::Path;

use gainsay_claims::Lang;
use gainsay_draft::{Block, Draft, Format, Synced, TableMark, Why, marks_around, read, sync};
use gainsay_host::write_whole;
use gainsay_judge::{Judgement, judge};
use gainsay_report::{
    Speaker,
    sync::{Counts, Remark, Says, remark, summary},
};

use super::{is_complete, table};
use crate::{
    args::{Global, SyncArgs},
    base, draft, evidence,
    exit::Exit,
    output,
    refusal::Refusal,
};

mod asked;
mod diff;

/// Refreshes the tables of drafts, or tells which are not up to date.
pub(super) fn run(global: &Global, lang: Lang, asked: &SyncArgs) -> Result<Exit, Refusal> {
    let loaded = base::load(global)?;
    if !is_complete(global, &loaded.base) {
        let missing = Speaker::new(&loaded.base, lang).missing_sources();
        let missing = missing.map(|line| line + "\n").unwrap_or_default();
        output::print(&missing, global.color)?;
        return Ok(Exit::Incomplete);
    }
    let judgement = judge(&loaded.base);
    let mut run =
        Run { lang, asked, loaded, judgement, told: String::new(), counts: Counts::default() };
    let mut refused = 0;
    for path in &asked.drafts {
        if let Err(refusal) = run.draft(path) {
            output::refuse(&refusal, lang);
            refused += 1;
        }
    }
    if refused < asked.drafts.len() {
        run.told += &summary(lang, &run.counts);
    }
    output::print(&run.told, global.color)?;
    Ok(match run.counts {
        _ if refused > 0 => Exit::CouldNotRun,
        Counts { stale: 0, failed: 0, .. } => Exit::Clean,
        _ => Exit::Findings,
    })
}

/// What a run needs for every draft, and what it has told so far.
struct Run<'a> {
    lang: Lang,
    asked: &'a SyncArgs,
    loaded: base::Opened,
    judgement: Judgement,
    told: String,
    counts: Counts,
}

impl Run<'_> {
    fn draft(&mut self, path: &Path) -> Result<(), Refusal> {
        let name = path.to_string_lossy();
        let format = Format::of(&name);
        if marks_around("", format).is_none() {
            return Err(Refusal::NoMarks { draft: name.into_owned() });
        }
        let unread = |error| Refusal::Unread { draft: name.clone().into_owned(), error };
        let text = draft::text(path).map_err(unread)?;
        let draft = read(&name, &text, format);
        let spoken = asked::language_of(&draft).unwrap_or(self.lang);
        let synced = sync(&text, format, |spec| {
            let (global, lang, args) = asked::table(spec, path, format, spoken)?;
            table::text(&global, lang, &args, &self.loaded.base, &self.judgement)
        });
        let is_written = !self.asked.check && !self.asked.diff;
        if is_written && synced.text != text {
            write_whole(path, synced.text.as_bytes())
                .map_err(|error| Refusal::NotWritten { file: name.clone().into_owned(), error })?;
        }
        self.tell(&draft, format, &synced, is_written);
        if self.asked.diff {
            self.told += &diff::of(&name, &text, &synced);
        }
        Ok(())
    }

    /// Tells what became of the tables of a draft, in order of place.
    fn tell(&mut self, draft: &Draft, format: Format, synced: &Synced<Refusal>, is_written: bool) {
        let mut told: Vec<(usize, String)> = Vec::new();
        let mut tell = |at: usize, says: Says<'_>| {
            let one = Remark { path: &draft.name, text: &draft.text, at, says };
            told.push((at, remark(self.lang, &one)));
        };
        for block in &synced.blocks {
            let table = &block.spec.table;
            match (block.is_changed, is_written) {
                (false, _) => self.counts.current += 1,
                (true, true) => {
                    self.counts.refreshed += 1;
                    tell(block.mark.start, Says::Refreshed(table));
                }
                (true, false) => {
                    self.counts.stale += 1;
                    tell(block.mark.start, Says::Stale(table));
                }
            }
        }
        for problem in &synced.problems {
            self.counts.failed += 1;
            match &problem.why {
                Why::Marks(why) => tell(problem.span.start, Says::Marks(why)),
                Why::Table(why) => tell(problem.span.start, Says::Refused(&why.say(self.lang))),
            }
        }
        for table in unmarked(draft, &synced.blocks) {
            let current = evidence::digest(&self.loaded.base, &self.judgement, &table.name);
            if current.as_ref() == Some(&table.digest) {
                self.counts.current += 1;
            } else if let Some(marks) = marks_around(&table.name, format) {
                self.counts.stale += 1;
                tell(table.span.start, Says::Unmarked { table: &table.name, marks: &marks });
            }
        }
        told.sort_by_key(|(at, _)| *at);
        self.told.extend(told.into_iter().map(|(_, line)| line));
    }
}

/// Tables of a draft that do not stand between marks.
fn unmarked<'a>(draft: &'a Draft, blocks: &'a [Block]) -> impl Iterator<Item = &'a TableMark> {
    let is_within = |at: usize| blocks.iter().any(|block| block.old.contains(&at));
    draft.tables.iter().filter(move |table| !is_within(table.span.start))
}
