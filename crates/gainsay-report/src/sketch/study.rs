//! The study of the proposed transcript.

use gainsay_claims::{EvidenceBase, relation::Relation};
use gainsay_draft::Told;

use super::{
    Sketch,
    document::{Page, quoted},
};
use crate::lang::pick;

impl Sketch<'_> {
    pub(super) fn study(&self, page: &mut Page) {
        let proposed = self.proposed;
        let is_one = !proposed.has_several;
        if !is_one {
            page.remark(pick(
                self.lang,
                [
                    "the text may tell of several studies: what it says of them stands as remarks; \
                     write what is true of the one that is meant, and leave out findings of others",
                    "le texte parle peut-être de plusieurs études\u{a0}: ce qu'il en dit est en remarques\u{a0}; \
                     écrire ce qui vaut pour celle dont il s'agit, et omettre les résultats des autres",
                ],
            ));
        }
        page.proposal("[study]");
        page.proposal(&format!("title = {}", quoted(&self.title())));
        if proposed.publishers.is_empty() {
            page.remark(pick(
                self.lang,
                [
                    "no publisher was recognised in the text; it is needed: publisher = \"...\"",
                    "aucun éditeur reconnu dans le texte\u{a0}; il est nécessaire\u{a0}: publisher = \"...\"",
                ],
            ));
        }
        self.told(page, "publisher", &proposed.publishers, true, quoted);
        if !proposed.sizes.is_empty() || !proposed.periods.is_empty() {
            page.line(is_one, "strategy = \"survey\"");
        }
        self.told(page, "universe", &self.universes(true), is_one, quoted);
        self.told(page, "universe", &self.universes(false), false, quoted);
        self.told(page, "regions", &proposed.regions, is_one, |code| format!("[{}]", quoted(code)));
        self.told(page, "fieldwork", &proposed.periods, is_one, quoted);
        self.told(page, "mode", &proposed.modes, is_one, |modes| format!("[{modes}]"));
        for (key, stated) in [("n", &proposed.sizes), ("margin", &proposed.margins)] {
            let readable = stated.iter().filter(|one| !self.is_unreadable(one.passage, &one.span));
            let readable: Vec<Told> = readable.cloned().collect();
            for one in &readable {
                let place = self.place(one.passage, &one.span);
                let around = self.around(one.passage, &one.span);
                page.remark(&format!("{place}{}{around}", self.colon()));
            }
            self.told(page, key, &readable, is_one, quoted);
        }
        self.seen(page);
    }

    fn seen(&self, page: &mut Page) {
        page.blank();
        page.remark(pick(
            self.lang,
            [
                "mark: publisher for the publisher's own page, secondary for one that cites it; url: its address",
                "mark\u{a0}: publisher pour la page de l'éditeur, secondary pour une qui la cite\u{a0}; url\u{a0}: son adresse",
            ],
        ));
        page.proposal("[seen]");
        page.proposal(&format!("text = {{ mark = \"unverified\", url = {} }}", quoted(self.file)));
    }

    /// A line for what is told alone of a study, if that `may` be a line; else a remark for each
    /// thing that is, with its place.
    fn told(
        &self,
        page: &mut Page,
        key: &str,
        told: &[Told],
        may: bool,
        value: impl Fn(&str) -> String,
    ) {
        if let ([only], true) = (told, may) {
            return page.proposal(&format!("{key} = {}", value(&only.words)));
        }
        for one in told {
            let place = self.place(one.passage, &one.span);
            page.remark(&format!("{place}{}{key} = {}", self.colon(), value(&one.words)));
        }
    }

    /// The groups that are named: those of people, or those of things.
    fn universes(&self, of_people: bool) -> Vec<Told> {
        let named = self.proposed.universes.iter();
        named.filter(|one| are_people(self.base, &one.words) == of_people).cloned().collect()
    }

    /// The groups of which a figure is a share, the larger one first.
    pub(super) fn groups<'a>(&'a self, people: &'a str, is_compared: bool) -> Vec<&'a str> {
        let vocabulary = &self.base.vocabulary;
        let named = self.proposed.universes.iter().map(|one| one.words.as_str());
        let mut named = named.filter(|name| are_people(self.base, name));
        let only = named.next().filter(|_| named.next().is_none());
        let all = only.filter(|_| !self.proposed.has_several && !is_compared);
        let holds = |all: &&str| {
            !matches!(vocabulary.relate_universes(people, all), Relation::Same | Relation::Contains)
        };
        all.filter(holds).into_iter().chain([people]).collect()
    }
}

/// Whether a group is one of people: a general one, as "adults" are, or one within such a group.
/// Of a vocabulary without general ones all are taken to be of people.
pub(super) fn are_people(base: &EvidenceBase, name: &str) -> bool {
    let vocabulary = &base.vocabulary;
    let is_within = |all: &str| {
        let relation = vocabulary.relate_universes(name, all);
        matches!(relation, Relation::Same | Relation::Within)
    };
    let mut general = vocabulary.universes.iter().filter(|(_, one)| one.general).peekable();
    general.peek().is_none() || general.any(|(all, _)| is_within(all))
}
