use std::{io::ErrorKind, mem, path::Path};

use gainsay_claims::{Lang, Level};
use gainsay_draft::{Draft, Format};
use gainsay_report::{Linted, Paths, Unread, json, lint::Lint as Report};

use super::{fail_on, is_complete};
use crate::{
    answer::{Answer, Asked, answered},
    args::{DraftFormat, Global, Lint, OutputFormat},
    base,
    draft::{self, DraftError, STDIN},
    evidence::Evidence,
    exit::Exit,
    output,
    refusal::Refusal,
    select::RuleSelection,
    watch::Watch,
};

/// What a run needs that stays the same for every draft and every look at it.
struct Linter<'a> {
    global: &'a Global,
    lang: Lang,
    asked: &'a Lint,
    rules: RuleSelection,
    evidence: Evidence,
    /// The folder of the base as seen from the current one.
    base_folder: String,
}

/// What came of all drafts.
#[derive(Default)]
struct Looked {
    drafts: Vec<Linted>,
    unread: Vec<Unread>,
}

/// Prints what is wrong with drafts.
pub(super) fn run(global: &Global, lang: Lang, asked: &Lint) -> Result<Exit, Refusal> {
    let is_input = |draft: &std::path::PathBuf| draft == Path::new(STDIN);
    if asked.watch && asked.drafts.iter().any(is_input) {
        return Err(Refusal::WatchedInput);
    }
    if asked.watch {
        return Linter::new(global, lang, asked)?.watch();
    }
    let drafts = Asked { files: &asked.drafts, ..Asked::default() };
    answered(global, lang, &drafts, || {
        let linter = Linter::new(global, lang, asked)?;
        let looked = linter.look();
        let (text, exit) = (linter.text(&looked), linter.exit(&looked));
        // Likewise left to the system.
        mem::forget(looked);
        Ok(Answer { text, exit, base: linter.evidence.into_base() })
    })
}

impl<'a> Linter<'a> {
    /// Reads the base, and makes it ready.
    fn new(global: &'a Global, lang: Lang, asked: &'a Lint) -> Result<Self, Refusal> {
        let rules = asked.looking.rules()?;
        let base_folder = base::from_here(&base::folder(global)?);
        let evidence = Evidence::new(base::load(global)?.base);
        Ok(Self { global, lang, asked, rules, evidence, base_folder })
    }

    /// Looks whenever a draft was saved, until the process is ended or nobody reads on.
    fn watch(&self) -> Result<Exit, Refusal> {
        let mut watch = Watch::new(|| self.asked.drafts.clone());
        loop {
            match output::write(&self.text(&self.look()), self.global.color) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Exit::Clean),
                written => written.map_err(Refusal::Write)?,
            }
            if !self.global.quiet {
                output::watching(self.lang);
            }
            watch.wait();
        }
    }

    /// Reads and checks every draft. Those that cannot be read are told at once.
    fn look(&self) -> Looked {
        let mut looked = Looked::default();
        for path in &self.asked.drafts {
            let name = draft::name(&self.evidence.base, draft::named(path, &self.asked.stdin_name));
            match self.read(path, &name) {
                Ok(draft) => looked.drafts.push(self.check(draft)),
                Err(error) => {
                    let refusal = Refusal::Unread { draft: name.clone(), error };
                    output::refuse(&refusal, self.lang);
                    looked.unread.push(Unread { draft: name, why: refusal.say(self.lang) });
                }
            }
        }
        looked
    }

    fn read(&self, path: &Path, name: &str) -> Result<Draft, DraftError> {
        draft::read(self.format(name), name, &draft::bytes(path)?, self.asked.looking.lang())
    }

    fn check(&self, draft: Draft) -> Linted {
        self.evidence.check(draft, &|check| self.rules.has(check))
    }

    fn format(&self, name: &str) -> Format {
        match self.asked.format {
            Some(DraftFormat::Md) => Format::Markdown,
            Some(DraftFormat::Latex) => Format::Latex,
            Some(DraftFormat::Html) => Format::Html,
            Some(DraftFormat::Typst) => Format::Typst,
            Some(DraftFormat::Text) => Format::Plain,
            Some(DraftFormat::Docx) => Format::Docx,
            None => Format::of(name),
        }
    }

    fn text(&self, looked: &Looked) -> String {
        let report = Report {
            base: &self.evidence.base,
            lang: self.lang,
            drafts: &looked.drafts,
            unread: &looked.unread,
        };
        match self.global.output_format {
            OutputFormat::Full => report.full(self.asked.figures, true),
            OutputFormat::Concise => report.concise(self.asked.figures),
            OutputFormat::Json => json::lint(&report),
            OutputFormat::Sarif => report.sarif(&self.paths(looked)),
            OutputFormat::Github => report.github(&self.paths(looked)),
            OutputFormat::Gitlab => report.gitlab(&self.paths(looked)),
            OutputFormat::Junit => {
                report.junit(&self.rules.rules, self.fail_on(), &self.paths(looked))
            }
        }
    }

    fn paths(&self, looked: &Looked) -> Paths {
        let drafts = looked.drafts.iter().map(|one| one.draft.name.clone());
        Paths { base: self.base_folder.clone(), drafts: drafts.collect() }
    }

    fn fail_on(&self) -> Level {
        fail_on(self.global.fail_on, Level::Warning)
    }

    fn exit(&self, looked: &Looked) -> Exit {
        if !looked.unread.is_empty() {
            return Exit::CouldNotRun;
        }
        let diagnostics = looked.drafts.iter().flat_map(|one| &one.checked.diagnostics);
        let levels = diagnostics.map(|one| one.check.level);
        let level = self.fail_on();
        Exit::of(is_complete(self.global, &self.evidence.base), level, levels)
    }
}
