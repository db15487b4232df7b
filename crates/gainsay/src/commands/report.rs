use std::{
    mem,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, EvidenceBase, Lang};
use gainsay_host::{create_whole, files_of_base};
use gainsay_judge::Judgement;
use gainsay_report::{
    Speaker,
    html::{Page, View, render},
};

use crate::{
    args::{Global, ReportArgs},
    base, browser,
    checked::Checked,
    exit::Exit,
    output,
    refusal::Refusal,
    select::Selection,
    watch::Watch,
};

mod views;

/// Writes all that was found as a page, in one language or in both.
pub(super) fn run(global: &Global, lang: Lang, args: &ReportArgs) -> Result<Exit, Refusal> {
    let folder = base::folder(global)?;
    // Before the base is read: what is saved meanwhile is seen.
    let mut watch = Watch::new(|| files_of_base(&folder));
    let exit = write(global, lang, args)?;
    let file = if args.siblings { sibling(&args.output, lang) } else { args.output.clone() };
    if args.open && !browser::open(&file) {
        output::no_browser(&file, lang);
    }
    if !args.watch {
        return Ok(exit);
    }
    loop {
        if !global.quiet {
            output::watching(lang);
        }
        watch.wait();
        // Half of a change may be saved: then the last page stays.
        if let Err(refusal) = write(global, lang, args) {
            output::refuse(&refusal, lang);
        }
    }
}

fn write(global: &Global, lang: Lang, args: &ReportArgs) -> Result<Exit, Refusal> {
    let Checked { base, mut judgement, found: mut shown } = Checked::new(base::load(global)?);
    let selection = Selection::new(&args.names, &base, &judgement, &shown)?;
    let views = views::views(&base, &judgement);
    selection.propositions(&mut judgement);
    shown.retain(|one| selection.has(one, &base));
    let cited = |claim: &str| judgement.propositions.iter().any(|one| has_claim(one, claim));
    judgement.citations.retain(|one| args.names.is_empty() || cited(&one.claim));
    let is_live = args.watch;
    let found = Found { base: &base, judgement: &judgement, shown: &shown, views: &views, is_live };
    let not_read = |file: &Path| base::ensure_not_read(file, found.base, global);
    if args.siblings {
        let [english, french] = [Lang::En, Lang::Fr].map(|lang| sibling(&args.output, lang));
        not_read(&english).and_then(|()| not_read(&french))?;
        found.write(Lang::En, &english, Some(&french))?;
        found.write(Lang::Fr, &french, Some(&english))?;
    } else {
        not_read(&args.output)?;
        found.write(lang, &args.output, None)?;
    }
    let exit = super::exit(global, &base);
    if !is_live {
        // The process ends, and the system takes all its memory back at once.
        mem::forget((base, judgement, shown));
    }
    Ok(exit)
}

/// What a page is made of, whatever its language.
struct Found<'a> {
    base: &'a EvidenceBase,
    judgement: &'a Judgement,
    shown: &'a [Diagnostic],
    views: &'a [View],
    is_live: bool,
}

impl Found<'_> {
    fn write(&self, lang: Lang, file: &Path, sibling: Option<&Path>) -> Result<(), Refusal> {
        let name = sibling.and_then(Path::file_name).map(|name| name.to_string_lossy());
        let page = render(&Page {
            speaker: Speaker::new(self.base, lang),
            judgement: self.judgement,
            shown: self.shown,
            views: self.views,
            sibling: name.as_deref(),
            is_live: self.is_live,
        });
        create_whole(file, page.as_bytes()).map_err(|error| Refusal::NotWritten {
            file: file.to_string_lossy().into_owned(),
            error,
        })
    }
}

fn has_claim(judged: &gainsay_judge::PropositionJudgement, claim: &str) -> bool {
    let mut left_out = judged.left_out.iter();
    judged.evidence_of(claim).is_some() || left_out.any(|one| one.claim == claim)
}

/// The file of a language: `report.fr.html` beside `report.html`.
fn sibling(file: &Path, lang: Lang) -> PathBuf {
    let code = lang.code();
    let ending = file.extension().map(|ending| ending.to_string_lossy().into_owned());
    file.with_extension(match ending {
        Some(ending) => format!("{code}.{ending}"),
        None => code.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_stands_before_the_ending() {
        let found = |name| sibling(Path::new(name), Lang::Fr);
        assert_eq!(found("out/report.html"), Path::new("out/report.fr.html"));
        assert_eq!(found("report"), Path::new("report.fr"));
    }
}
