//! What a verdict recorded of a claim, in the language of its reader. The words that a
//! verdict holds are never translated, so that its digest is the same for everybody.

use gainsay_claims::{Lang, facts::Field};

use super::{integer, pick};
use crate::{Speaker, clean};

/// What stands before the words of others, and so ends what is said otherwise here.
const QUOTED: char = '“';

impl Speaker<'_> {
    /// What a field held; none if it was not disclosed.
    pub(super) fn recorded(&self, field: Field, text: Option<&str>) -> String {
        let Some(text) = text else {
            return pick(self.lang, ["not disclosed", "non communiqué"]).to_owned();
        };
        match field {
            Field::Figure | Field::N => self.recorded_amount(text),
            Field::Base => {
                let steps: Vec<String> =
                    text.split(" > ").map(|step| self.recorded_step(step)).collect();
                steps.join(" > ")
            }
            Field::Wording => clean(text),
            Field::Counts | Field::Population | Field::Period | Field::Survey | Field::Standing => {
                let parts: Vec<String> =
                    text.split("; ").map(|part| self.recorded_part(field, part)).collect();
                parts.join("; ")
            }
        }
    }

    /// Whom a figure is a share of, and what share they are themselves.
    fn recorded_step(&self, step: &str) -> String {
        let share = step.strip_suffix(')').and_then(|step| step.rsplit_once(" ("));
        match share.filter(|(_, share)| share.ends_with(" %")) {
            Some((who, share)) => format!("{} ({})", clean(who), self.recorded_amount(share)),
            None => clean(step),
        }
    }

    /// One of the things that a field says.
    fn recorded_part(&self, field: Field, part: &str) -> String {
        if let Some(texts) = word(field, part) {
            return pick(self.lang, texts).to_owned();
        }
        let known = lead(field)
            .iter()
            .find_map(|(lead, texts)| Some((pick(self.lang, *texts), part.strip_prefix(lead)?)));
        match (field, known) {
            (Field::Period, None) => self.day(&clean(part)),
            (Field::Period, Some((lead, rest))) => format!("{lead}{}", self.day(&clean(rest))),
            (Field::Survey, Some((lead, rest))) if part.starts_with("margin") => {
                format!("{lead}{}", self.recorded_amount(rest))
            }
            (_, Some((lead, rest))) => format!("{lead}{}", clean(rest)),
            (_, None) => clean(part),
        }
    }

    /// Numbers as the reader writes them, and the few words between them; the words of
    /// others as they are.
    fn recorded_amount(&self, text: &str) -> String {
        let (own, quoted) = text.split_at(text.find(QUOTED).unwrap_or(text.len()));
        let word = |word: &str| match (self.lang, word) {
            (Lang::Fr, "to" | "at") => "à".to_owned(),
            (Lang::Fr, "of") => "sur".to_owned(),
            (Lang::Fr, "part") => "partie".to_owned(),
            (Lang::Fr, "census") => "recensement".to_owned(),
            (Lang::Fr, "rank") => "rang".to_owned(),
            (Lang::Fr, "from") => "en partant de".to_owned(),
            (Lang::Fr, "last") => "la fin".to_owned(),
            (Lang::Fr, "order") => "ordre".to_owned(),
            (Lang::Fr, "agreement") => "accord".to_owned(),
            _ => self.recorded_number(word),
        };
        let words: Vec<String> = own.split(' ').map(word).collect();
        let unit = pick(self.lang, ["%", "\u{202f}%"]);
        clean(&(words.join(" ").replace(" %", unit) + quoted))
    }

    fn recorded_number(&self, word: &str) -> String {
        match (word.parse::<u64>(), self.lang) {
            (Ok(whole), _) => integer(self.lang, whole),
            (Err(_), Lang::Fr) if word.parse::<f64>().is_ok() => word.replace('.', ","),
            (Err(_), _) => word.to_owned(),
        }
    }
}

/// A thing that a field says, in one word of its own.
fn word(field: Field, part: &str) -> Option<[&'static str; 2]> {
    Some(match (field, part) {
        (Field::Counts, "negated") => ["negated", "à la forme négative"],
        (Field::Counts, "some undecided") => ["some undecided", "avec des indécis"],
        (Field::Counts, "universal") => ["universal", "universel"],
        (Field::Population, "pooled") => ["pooled", "regroupés"],
        (Field::Survey, "counts money") => ["counts money", "compte de l'argent"],
        (Field::Survey, "modelled") => ["modelled", "modélisé"],
        (Field::Survey, "weighted") => ["weighted", "redressé"],
        (Field::Survey, "not weighted") => ["not weighted", "non redressé"],
        (Field::Standing, "published") => ["published", "publié"],
        (Field::Standing, "cited") => ["cited", "cité"],
        (Field::Standing, "opinion") => ["opinion", "opinion"],
        (Field::Standing, "preferred") => ["preferred", "privilégié"],
        (Field::Standing, "withdrawn") => ["withdrawn", "retiré"],
        (Field::Standing, "cited only") => {
            ["seen where it is cited only", "vu seulement là où il est cité"]
        }
        (Field::Standing, "unverified") => ["unverified", "non vérifié"],
        _ => return None,
    })
}

/// How the things begin that a field says, where something follows.
fn lead(field: Field) -> &'static [(&'static str, [&'static str; 2])] {
    match field {
        Field::Counts => &[("cut at ", ["cut at ", "seuil\u{a0}: "])],
        Field::Period => &[
            ("published ", ["published ", "publication\u{a0}: "]),
            ("since ", ["since ", "depuis "]),
            ("for ", ["for ", "pour "]),
        ],
        Field::Survey => &[
            ("margin ± ", ["margin ± ", "marge ± "]),
            ("depends on ", ["depends on ", "dépend de "]),
        ],
        Field::Standing => &[("cites ", ["cites ", "cite "])],
        Field::Figure | Field::N | Field::Base | Field::Population | Field::Wording => &[],
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;

    use super::*;

    #[track_caller]
    fn check(field: Field, text: &str, en: &str, fr: &str) {
        let base = EvidenceBase::default();
        let said = |lang| {
            let said = Speaker::new(&base, lang).recorded(field, Some(text));
            said.replace('\u{202f}', "_").replace('\u{a0}', "~")
        };
        assert_eq!((said(Lang::En).as_str(), said(Lang::Fr).as_str()), (en, fr));
    }

    #[test]
    fn numbers_are_told_as_the_reader_writes_them() {
        check(Field::N, "11067 of 20000", "11,067 of 20,000", "11_067 sur 20_000");
        check(Field::Figure, "27.5 % to 28.5 %", "27.5% to 28.5%", "27,5_% à 28,5_%");
        check(Field::Figure, "> 50 % to 100 %", "> 50% to 100%", "> 50_% à 100_%");
        let last = "rang 3 en partant de la fin";
        check(Field::Figure, "rank 3 from last", "rank 3 from last", last);
        check(
            Field::Base,
            "adults > owners (4 % to 5 %)",
            "adults > owners (4% to 5%)",
            "adults > owners (4_% à 5_%)",
        );
    }

    #[test]
    fn the_words_of_others_stay_as_they_are() {
        for (field, text) in [
            (Field::Figure, "“want to know 2013 times”"),
            (Field::Wording, "recall=2013, of=last"),
            (Field::Base, "adults of 2013"),
            (Field::Survey, "“House of 2000”"),
        ] {
            check(field, text, text, text);
        }
        let order = "order “likes=to > 2013”";
        check(Field::Figure, order, order, "ordre “likes=to > 2013”");
    }

    #[test]
    fn every_word_of_the_program_is_translated() {
        check(
            Field::Counts,
            "bought; negated; cut at 4",
            "bought; negated; cut at 4",
            "bought; à la forme négative; seuil~: 4",
        );
        check(Field::Population, "FR; pooled", "FR; pooled", "FR; regroupés");
        check(Field::Period, "2013-03", "March 2013", "mars 2013");
        check(
            Field::Period,
            "published 2013; since 2012",
            "published 2013; since 2012",
            "publication~: 2013; depuis 2012",
        );
        check(
            Field::Standing,
            "published; withdrawn; cites a/1/b",
            "published; withdrawn; cites a/1/b",
            "publié; retiré; cite a/1/b",
        );
        check(
            Field::Survey,
            "online; not weighted; margin ± 3.05 % to 3.15 % at 95 % of 1004; depends on b/2",
            "online; not weighted; margin ± 3.05% to 3.15% at 95% of 1,004; depends on b/2",
            "online; non redressé; marge ± 3,05_% à 3,15_% à 95_% sur 1_004; dépend de b/2",
        );
    }
}
