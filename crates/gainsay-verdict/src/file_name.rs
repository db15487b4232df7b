//! How the file of a reviewer is called.

use gainsay_claims::{evidence::VERDICTS, slug};
use sha2::{Digest as _, Sha256};

use crate::{
    reviewer::{Reviewers, name_and_address},
    verdict::Verdicts,
};

/// The verdicts that a base was adopted with, relative to the base; nobody's own.
pub const BASELINE: &str = "verdicts/baseline.toml";

/// The longest name, in bytes.
const LONGEST: usize = 60;

/// A file for the verdicts of a reviewer, relative to the base, in which nobody else has any:
/// by his name, else by what stands before the `@` of his address, else by a digest of both.
pub fn file_name(verdicts: &Verdicts, who: &str) -> String {
    let (name, address) = name_and_address(who);
    let name = slug(name);
    let local = slug(address.split('@').next().unwrap_or_default());
    let digest: String =
        Sha256::digest(who).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let both = [name.as_str(), &local].join("-");
    let certain = format!("{VERDICTS}/reviewer-{digest}.toml");
    let names = [name.as_str(), both.trim_matches('-')].into_iter().filter(|one| !one.is_empty());
    let mut files = names.map(path);
    files.find(|file| is_free(verdicts, file, who)).unwrap_or(certain)
}

fn path(name: &str) -> String {
    // A slug is plain ASCII.
    let name = &name[..name.len().min(LONGEST)];
    format!("{VERDICTS}/{}.toml", name.trim_end_matches('-'))
}

fn is_free(verdicts: &Verdicts, file: &str, who: &str) -> bool {
    let judged = verdicts.verdicts.iter().map(|one| (&one.at, &one.who));
    let rejected = verdicts.rejections.iter().map(|one| (&one.at, &one.who));
    let reviewers = Reviewers::of(verdicts.signatures().chain([who]));
    let mut others = judged.chain(rejected).filter(|(_, other)| !reviewers.is_same(other, who));
    file != BASELINE && !others.any(|(at, _)| at.document == file)
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{Location, facts::Status};

    use super::*;
    use crate::{fixture, verdict::Verdict};

    #[track_caller]
    fn check(who: &str, expected: &str) {
        assert_eq!(file_name(&Verdicts::default(), who), format!("verdicts/{expected}.toml"));
    }

    #[test]
    fn a_file_is_called_like_its_reviewer() {
        check("Marie Dupont <m@example.org>", "marie-dupont");
        check("Élodie", "elodie");
        check("<m.d@example.org>", "md");
        check("../../x", "x");
        assert!(file_name(&Verdicts::default(), &"a b ".repeat(99)).len() < 80);
    }

    #[test]
    fn who_has_no_latin_letter_has_a_file_of_his_own() {
        check("李 <li@example.org>", "li");
        check("李", "reviewer-c16667ca");
        assert_ne!(file_name(&Verdicts::default(), "王"), file_name(&Verdicts::default(), "李"));
    }

    #[test]
    fn the_file_of_what_was_adopted_is_nobodys() {
        check("Baseline <b@example.org>", "baseline-b");
        assert!(file_name(&Verdicts::default(), "baseline").starts_with("verdicts/reviewer-"));
    }

    #[test]
    fn who_is_called_like_another_has_a_file_of_his_own() {
        let base = fixture::base();
        let at = Location { document: "verdicts/marie-dupont.toml".to_owned(), span: 0..0 };
        let first = "Marie Dupont <m@example.org>";
        let verdict = Verdict { at, ..fixture::verdict(first, Status::Confirmed, &base) };
        let verdicts = Verdicts { verdicts: vec![verdict], ..Verdicts::default() };
        let name = |who| file_name(&verdicts, who);
        assert_eq!(name(first), "verdicts/marie-dupont.toml");
        assert_eq!(name("Marie Dupont <md@example.com>"), "verdicts/marie-dupont-md.toml");
    }
}
