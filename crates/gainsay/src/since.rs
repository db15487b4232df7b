//! What a change of a base raised: its findings without those of an earlier revision.

use std::collections::BTreeMap;

use gainsay_claims::{Diagnostic, EvidenceBase, Location};
use gainsay_host::Before;
use gainsay_report::{EarlierBase, Since};
use gainsay_verdict::Relied;

use crate::{args::Global, base, checked::Checked, refusal::Refusal};

/// A base as a revision of git has it, and what is found in it.
pub(crate) struct Earlier<'a> {
    revision: &'a str,
    commit: String,
    state: EarlierBase,
    /// Empty where nothing could be loaded.
    checked: Option<Checked>,
}

impl<'a> Earlier<'a> {
    /// Loads and judges it as the present one is.
    ///
    /// # Errors
    ///
    /// When there is no such revision, or git cannot tell. That the base was not there yet,
    /// or not usable, is no error: everything is new then.
    pub(crate) fn load(global: &Global, revision: &'a str) -> Result<Self, Refusal> {
        let refused = |error| Refusal::Revision { revision: revision.to_owned(), error };
        let before = Before::at(&base::folder(global)?, revision).map_err(refused)?;
        let Some(folder) = before.base else {
            let state = EarlierBase::Missing;
            return Ok(Self { revision, commit: before.commit, state, checked: None });
        };
        let checked = base::load_earlier(folder, global).ok().map(Checked::new);
        let state = match &checked {
            None => EarlierBase::Unusable,
            Some(checked) if checked.base.is_complete() => EarlierBase::Whole,
            Some(_) => EarlierBase::Incomplete,
        };
        Ok(Self { revision, commit: before.commit, state, checked })
    }

    /// Keeps what was not found then, and tells how much was.
    pub(crate) fn leave_new(&self, base: &EvidenceBase, found: &mut Vec<Diagnostic>) -> Since {
        let count = found.len();
        if let Some(earlier) = &self.checked {
            let mut known = by_key(&earlier.found);
            found.retain(|one| {
                let Some(known) = known.get_mut(&one.key()) else { return true };
                let same = known.iter().position(|old| is_same(old, &earlier.base, one, base));
                same.is_none_or(|at| {
                    // What was there once is no excuse for two.
                    known.swap_remove(at);
                    false
                })
            });
        }
        Since {
            revision: self.revision.to_owned(),
            commit: self.commit.clone(),
            base: self.state,
            older: count - found.len(),
        }
    }
}

fn by_key(found: &[Diagnostic]) -> BTreeMap<String, Vec<&Diagnostic>> {
    let mut keyed: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
    for one in found {
        keyed.entry(one.key()).or_default().push(one);
    }
    keyed
}

/// Whether a finding with the key of an older one is that: no worse, no more open, on
/// the same claims, of which nothing that counts has changed.
fn is_same(
    old: &Diagnostic,
    old_base: &EvidenceBase,
    new: &Diagnostic,
    base: &EvidenceBase,
) -> bool {
    // Verdicts are part of the base: who deletes one raises what it settled.
    let is_reopened = old.is_settled() && !new.is_settled();
    if is_reopened || new.check.level > old.check.level || new.claims != old.claims {
        return false;
    }
    if new.claims.is_empty() {
        return told(old, old_base) == told(new, base);
    }
    let relied =
        |id: &String, base: &EvidenceBase| base.claims.get(id).map(|claim| Relied::of(claim, base));
    new.claims.iter().all(|id| relied(id, old_base) == relied(id, base))
}

/// What a finding that rests on no claim points to: words, and what is said of them,
/// wherever they stand.
fn told<'a>(one: &'a Diagnostic, base: &'a EvidenceBase) -> impl PartialEq + use<'a> {
    let words = |at: &Location| {
        let document = base.documents.get(&at.document);
        document.and_then(|document| document.text.get(at.span.clone()))
    };
    let labels = one.labels.iter();
    let labels: Vec<_> =
        labels.map(|label| (&label.at.document, words(&label.at), &label.fact)).collect();
    (labels, &one.notes)
}
