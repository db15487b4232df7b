//! The studies that a table cites.

use gainsay_claims::{claim::Claim, study::Study};

use super::Source;
use crate::{Speaker, clean};

/// The key of a study in citations: its id with hyphens for slashes, and for whatever
/// no bibliography has in a key.
pub(crate) fn key(study: &str) -> String {
    let plain = |one: char| if one.is_ascii_alphanumeric() || one == '_' { one } else { '-' };
    study.chars().map(plain).collect()
}

/// Sources in the order in which a table first cites them.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) list: Vec<Source>,
}

impl Sources {
    /// The place in the list of the study that a claim is about; none where the base
    /// does not know the study.
    pub(super) fn place(&mut self, speaker: Speaker<'_>, claim: &Claim) -> Option<usize> {
        let source = speaker.cited_study(speaker.base.study_of(claim)?);
        let known = self.list.iter().position(|one| one.key == source.key);
        Some(known.unwrap_or_else(|| {
            self.list.push(source);
            self.list.len() - 1
        }))
    }
}

impl Speaker<'_> {
    fn cited_study(&self, study: &Study) -> Source {
        let said = &study.said;
        let when = study.published.or(study.fieldwork).map(|period| self.period(&period));
        let title = clean(&said.title);
        let when = when.filter(|when| !title.ends_with(when));
        let parts = [Some(clean(&said.publisher)), Some(title), when];
        let mut works: Vec<_> = said.works.iter().collect();
        // The page nearest to the study first.
        works.sort_by_key(|work| work.mark);
        Source {
            key: key(&study.id),
            text: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            lead: crate::lang::seen_at(self.lang, works.first().map(|work| work.mark)),
            urls: works.into_iter().map(|work| clean(&work.url)).collect(),
        }
    }
}
