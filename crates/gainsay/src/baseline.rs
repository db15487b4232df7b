//! Adopting a base as it is: what is found today is deferred, so that only what comes next
//! has to be answered at once.

use std::collections::BTreeMap;

use gainsay_claims::{Diagnostic, Location, facts::Status};
use gainsay_verdict::{EditError, Relied, Verdict, record};
use jiff::{Span, civil::Date};

use crate::checked::Checked;

/// Where the verdicts are recorded, relative to the base.
pub(crate) const FILE: &str = "verdicts/baseline.toml";

/// Who adopts a base, when, and why.
pub(crate) struct Adoption {
    /// Name and address.
    pub(crate) who: String,
    /// The day.
    pub(crate) on: Date,
    /// In the reviewer's words.
    pub(crate) reason: String,
}

impl Adoption {
    /// The last day on which findings are deferred: a year later, the most that a verdict
    /// may hold.
    pub(crate) fn until(&self) -> Date {
        self.on.saturating_add(Span::new().years(1))
    }

    /// Defers every finding that somebody would have to answer. Returns the text of the
    /// file, and how many there are.
    ///
    /// # Errors
    ///
    /// When the text that is there holds no verdicts.
    pub(crate) fn defer(
        &self,
        checked: &Checked,
        mut text: String,
    ) -> Result<(String, usize), EditError> {
        let is_open = |one: &&Diagnostic| one.review.is_some() && !one.is_settled();
        let open: Vec<&Diagnostic> = checked.found.iter().filter(is_open).collect();
        for finding in &open {
            text = record(&text, &self.verdict(finding, checked))?;
        }
        Ok((text, open.len()))
    }

    fn verdict(&self, finding: &Diagnostic, checked: &Checked) -> Verdict {
        let claims = finding.claims.iter().filter_map(|id| checked.base.claims.get(id));
        Verdict {
            finding: finding.key(),
            status: Status::Deferred,
            cause: Vec::new(),
            directness: BTreeMap::new(),
            reason: self.reason.clone(),
            who: self.who.clone(),
            on: self.on,
            until: self.until(),
            evidence: claims.map(|claim| Relied::of(claim, &checked.base)).collect(),
            at: Location { document: FILE.to_owned(), span: 0..0 },
        }
    }
}
