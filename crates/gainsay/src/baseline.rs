//! Adopting a base as it is: what is found today is deferred, so that only what comes next
//! has to be answered at once.

use std::{collections::BTreeSet, path::Path};

use gainsay_claims::{Diagnostic, Lang, facts::Status};
use gainsay_report::init::{Adopted, baseline_reason};
use gainsay_verdict::{BASELINE, Given, Reviewers, Verdict, Verdicts, latest, record_all};
use jiff::civil::Date;

use crate::{base::from_here, checked::Checked, refusal::Refusal, verdict_file::Change};

/// Defers every finding that somebody would have to answer, for as long as a verdict may
/// hold. Verdicts that are there stay: what somebody judged before is to be judged again, and
/// what reviewers disagree on stays so.
///
/// # Errors
///
/// When the file cannot be read or written, or leads out of the base.
pub(crate) fn adopt(
    verdicts: &Verdicts,
    checked: &Checked,
    folder: &Path,
    who: &str,
    today: Date,
    lang: Lang,
) -> Result<Adopted, Refusal> {
    let is_open = |one: &&Diagnostic| one.review.is_some() && !one.is_settled();
    let judged = verdicts.verdicts.iter().filter(|one| one.given.status != Status::Deferred);
    let judged: BTreeSet<&str> = judged.map(|one| one.finding.as_str()).collect();
    let (judged, open): (Vec<&Diagnostic>, Vec<_>) =
        checked.found.iter().filter(is_open).partition(|one| judged.contains(one.key().as_str()));
    let reviewers = Reviewers::of(verdicts.signatures().chain([who]));
    let given = || Given {
        status: Status::Deferred,
        cause: Vec::new(),
        directness: [].into(),
        reason: baseline_reason(lang).to_owned(),
    };
    let deferred: Vec<Verdict> =
        open.iter().map(|one| given().on(one, &checked.base, who, today, None)).collect();
    if !deferred.is_empty() {
        Change::of(folder, BASELINE, |text| record_all(&reviewers, text, &deferred))?.write()?;
    }
    Ok(Adopted {
        file: from_here(&folder.join(BASELINE)),
        findings: deferred.len(),
        judged: judged.len(),
        until: latest(today),
    })
}
