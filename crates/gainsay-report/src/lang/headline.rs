//! The one line of a finding: what it is about in words, and what moved.

use gainsay_claims::{
    Check, CheckGroup, Lang,
    checks::BROKEN_DOCUMENT,
    claim::Claim,
    diagnostic::{Diagnostic, Subject},
    facts::{Axis, CitationFact, Fact, Moved, Problem},
};

use super::{citation::lead, colon, list, pick, quoted};
use crate::{Speaker, clean};

/// What to do about a file that a source does not read.
const UNREAD: [&str; 2] = [
    "take the file out of this folder, unless this source is to read it",
    "retirer le fichier de ce dossier, sauf si cette source doit le lire",
];

/// What to do about what is no file that can be read.
const NO_FILE: [&str; 2] = [
    "put a file that can be read in its place, or take it out of this folder",
    "mettre à sa place un fichier lisible, ou le retirer de ce dossier",
];

/// What to do about a document in TOML, whose form is the plugin's own.
const IN_FORM: [&str; 2] = ["correct what stands there", "corriger ce qui s'y trouve"];

impl Speaker<'_> {
    /// The headline of a diagnostic. A claim or a study is told in words: its id stands
    /// where the finding is told in full.
    pub(crate) fn headline(&self, diagnostic: &Diagnostic) -> String {
        let template = diagnostic.check.headline.pick(self.lang);
        let name = match &diagnostic.subject {
            Subject::Proposition(one) => return template.replacen("{}", &self.proposition(one), 1),
            Subject::Name(name) => name,
        };
        match is_of_the_judge(diagnostic.check.group).then(|| self.told(name)).flatten() {
            Some(words) => format!("{}{}", filled(template, &words), self.moved_to(diagnostic)),
            None => template.replacen("{}", &clean(name), 1),
        }
    }

    /// What a rule finds, whatever it finds it in, between quotation marks.
    pub(crate) fn finds(&self, check: &Check) -> String {
        let headline = check.headline.pick(self.lang);
        let marked = ["`{}`".to_owned(), quoted(self.lang, "{}"), "{}".to_owned()];
        quoted(
            self.lang,
            &marked.iter().fold(headline.to_owned(), |text, one| text.replace(one, "…")),
        )
    }

    /// What to do about a diagnostic: what the plugin says that found it, if it says anything.
    pub(crate) fn help(&self, diagnostic: &Diagnostic) -> String {
        let labels = diagnostic.labels.iter().map(|label| &label.fact);
        let mut facts = labels.chain(diagnostic.notes.iter().flat_map(|note| &note.facts));
        let is_document = *diagnostic.check == BROKEN_DOCUMENT;
        let said = facts.find_map(|fact| match fact {
            Fact::Problem(Problem::Said { help: Some(help), .. }) => Some(help.pick(self.lang)),
            Fact::Problem(Problem::Unread { .. }) => Some(pick(self.lang, UNREAD)),
            Fact::Problem(Problem::File { .. }) if is_document => Some(pick(self.lang, NO_FILE)),
            _ => None,
        });
        // What a person wrote by a form is corrected there: the plugin knows the form.
        let is_form = |name: &str| is_document && name.ends_with(".toml");
        let said = said.or_else(|| match &diagnostic.subject {
            Subject::Name(name) if is_form(name) => Some(pick(self.lang, IN_FORM)),
            _ => None,
        });
        said.map_or_else(|| diagnostic.check.help.pick(self.lang).to_owned(), clean)
    }

    /// A claim or a study in words.
    fn told(&self, id: &str) -> Option<String> {
        if let Some(claim) = self.base.claims.get(id) {
            let about = quoted(self.lang, &self.proposition(&claim.proposition));
            let (who, words) = (self.source_of(id), self.in_its_words(claim));
            return Some(format!("{about} ({who}{}{words})", colon(self.lang)));
        }
        let study = &self.base.studies.get(id)?.said;
        let title = quoted(self.lang, &clean(&study.title));
        Some(format!("{}, {title}", clean(&study.publisher)))
    }

    /// What a claim says as published, cut where it is long.
    fn in_its_words(&self, claim: &Claim) -> String {
        const LONGEST: usize = 60;
        let words = self.published(claim);
        match words.char_indices().nth(LONGEST) {
            Some((end, _)) => quoted(self.lang, &format!("{} …", words[..end].trim_end())),
            None => quoted(self.lang, &words),
        }
    }

    /// The figure of the source, and the axes on which a citation moved away from it.
    fn moved_to(&self, diagnostic: &Diagnostic) -> String {
        let facts = diagnostic.notes.iter().flat_map(|note| &note.facts);
        let moved: Vec<&Moved> = facts.filter_map(moved).collect();
        if moved.is_empty() {
            return String::new();
        }
        // The last hop leads to the study.
        let source = diagnostic.notes.iter().rev().find_map(|note| note.about.get(1));
        let source = source.and_then(|id| self.base.claims.get(id));
        let figure = source.map(|claim| format!(" ({})", self.in_its_words(claim)));
        format!("{}{}{}", figure.unwrap_or_default(), colon(self.lang), self.axes(&moved))
    }

    /// The names of axes, those that surely moved first.
    fn axes(&self, moved: &[&Moved]) -> String {
        const SHOWN: usize = 2;
        let names = |surely: bool| {
            let mut names: Vec<String> = Vec::new();
            for one in moved.iter().filter(|one| one.surely == surely) {
                let name = pick(self.lang, name(&one.axis)).to_owned();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        let perhaps = pick(self.lang, ["perhaps", "peut-être"]);
        let open = names(false).into_iter().map(|name| format!("{perhaps} {name}"));
        let all: Vec<String> = names(true).into_iter().chain(open).collect();
        let more = all.len().saturating_sub(SHOWN);
        let mut shown: Vec<String> = all.into_iter().take(SHOWN).collect();
        if more == 0 {
            return list(self.lang, &shown);
        }
        shown.push(match self.lang {
            Lang::En => format!("and {more} more"),
            Lang::Fr => format!("et {more} de plus"),
        });
        shown.join(", ")
    }
}

/// Whether its subject is what was judged: in other groups it names what has to be
/// mended, or what a draft says.
fn is_of_the_judge(group: CheckGroup) -> bool {
    match group {
        CheckGroup::Citations
        | CheckGroup::Coherence
        | CheckGroup::Internal
        | CheckGroup::Orders
        | CheckGroup::Shares => true,
        CheckGroup::Drafts | CheckGroup::Input | CheckGroup::Plugins | CheckGroup::Verdicts => {
            false
        }
    }
}

/// A headline with its subject in words, which are not quoted as an id would be.
fn filled(template: &str, words: &str) -> String {
    let slots = ["“{}”", "«\u{a0}{}\u{a0}»", "`{}`", "{}"];
    let slot = slots.into_iter().find(|slot| template.contains(slot));
    slot.map_or_else(|| template.to_owned(), |slot| template.replacen(slot, words, 1))
}

fn moved(fact: &Fact) -> Option<&Moved> {
    match fact {
        Fact::Citation(fact) => match &**fact {
            CitationFact::Moved(moved) | CitationFact::MovedBefore { moved, .. } => Some(moved),
            _ => None,
        },
        _ => None,
    }
}

/// The name of an axis where nothing follows.
fn name(axis: &Axis) -> [&'static str; 2] {
    match axis {
        Axis::Universal(_) => ["said of everybody", "dit de tous"],
        Axis::Derived { .. } => ["computed, and not said to be", "calculé, sans que ce soit dit"],
        Axis::Merged(_) => ["several answers told as one", "plusieurs réponses en une seule"],
        _ => lead(axis),
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Check, Level,
        diagnostic::{Note, Text},
        facts::{BaseChange, Side},
    };

    use super::*;
    use crate::fixture;

    static CHECK: Check = Check {
        id: "citation-drift",
        group: CheckGroup::Citations,
        level: Level::Warning,
        headline: Text {
            en: "the citation `{}` moved", fr: "la citation «\u{a0}{}\u{a0}» bouge"
        },
        help: Text { en: "cite", fr: "citer" },
        explanation: "",
    };

    fn check(diagnostic: &Diagnostic, en: &str, fr: &str) {
        let base = fixture::base();
        let said = |lang| Speaker::new(&base, lang).headline(diagnostic).replace('\u{a0}', "~");
        assert_eq!([said(Lang::En), said(Lang::Fr)], [en, fr]);
    }

    fn about(check: &'static Check, name: &str) -> Diagnostic {
        Diagnostic::new(check, Subject::Name(name.to_owned()))
    }

    fn moved(axis: Axis, surely: bool) -> Fact {
        Fact::Citation(Box::new(CitationFact::Moved(Moved { axis, surely })))
    }

    #[test]
    fn a_citation_says_what_became_of_which_figure() {
        let sides = ["users", "adults"].map(|who| Side::Base(vec![who.to_owned()]));
        let wider = Axis::Base { change: BaseChange::Widened, sides: sides.clone() };
        let mut drift = about(&CHECK, "fixture-c/2013/bought");
        drift.notes.push(Note {
            about: vec!["fixture-c/2013/bought".into(), "fixture-b/2013/bought".into()],
            facts: vec![moved(Axis::Age(sides.clone()), false), moved(wider, true)],
        });
        check(
            &drift,
            "the citation “bought because of social media” (fixture-c: “Environ 15 %”) moved (“13%”): a wider base and perhaps other ages",
            "la citation «~a acheté à cause des médias sociaux~» (fixture-c~: «~Environ 15 %~») bouge («~13%~»)~: base élargie et peut-être autres âges",
        );
        let facts = &mut drift.notes[0].facts;
        facts.extend(
            [Axis::Universal(Vec::new()), Axis::Country(sides)].map(|axis| moved(axis, true)),
        );
        let base = fixture::base();
        let said = Speaker::new(&base, Lang::En).headline(&drift);
        assert!(said.ends_with(": a wider base, said of everybody, and 2 more"), "{said}");
    }

    #[test]
    fn a_study_is_told_by_its_title_and_what_is_unknown_by_its_name() {
        check(
            &about(&CHECK, "fixture-a/2013"),
            "the citation fixture-a, “Survey” moved",
            "la citation fixture-a, «~Survey~» bouge",
        );
        check(&about(&CHECK, "gone"), "the citation `gone` moved", "la citation «~gone~» bouge");
    }

    #[test]
    fn what_has_to_be_mended_keeps_its_id() {
        static INPUT: Check = Check { group: CheckGroup::Input, ..CHECK };
        check(
            &about(&INPUT, "fixture-a/2013/bought"),
            "the citation `fixture-a/2013/bought` moved",
            "la citation «~fixture-a/2013/bought~» bouge",
        );
    }

    #[test]
    fn what_is_done_about_a_document_depends_on_what_it_is() {
        let base = fixture::base();
        let help = |name: &str, problem: Problem| {
            let broken = Diagnostic::new(&BROKEN_DOCUMENT, Subject::Name(name.to_owned()));
            Speaker::new(&base, Lang::En).help(&broken.note(Fact::Problem(problem)))
        };
        let said = || Problem::said(["no such page", "pas de telle page"]);
        assert_eq!(help("one.toml", said()), "correct what stands there");
        assert!(help("one.txt", said()).ends_with("or teach the plugin this form"));
        let link = || Problem::File { message: "is a link".into() };
        assert!(help("one.toml", link()).starts_with("put a file that can be read"));
    }

    #[test]
    fn long_words_are_cut() {
        let mut base = fixture::base();
        let claim = base.claims.get_mut("fixture-a/2013/bought").expect("it is there");
        claim.statement = gainsay_claims::claim::Statement::Words("é".repeat(90));
        let text = &mut base.documents.get_mut("sources/fixture-a/raw.txt").expect("it is there");
        let long =
            gainsay_claims::document::Document::text("sources/fixture-a/raw.txt", "é".repeat(90));
        **text = long;
        let claim = base.claims.get_mut("fixture-a/2013/bought").expect("it is there");
        claim.at.span = 0..180;
        let said = Speaker::new(&base, Lang::En).headline(&about(&CHECK, "fixture-a/2013/bought"));
        assert!(said.contains(&format!("“{} …”", "é".repeat(60))), "{said}");
    }
}
