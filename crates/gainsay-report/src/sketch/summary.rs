//! What was proposed and what was not, in a few lines.

use gainsay_claims::Lang;

use gainsay_draft::Written;

use super::{Sketch, Why};
use crate::{
    clean,
    lang::{pick, plural},
};

impl Sketch<'_> {
    /// How many figures were found, proposed and left out, and why; and what comes next. `made`
    /// is the file that was written, if one was, and `source` the source it is of, if that is known.
    pub fn summary(&self, made: Option<&str>, source: Option<&str>) -> String {
        let sorted = self.sorted();
        // A margin may be written so that it is no figure by itself: "+/-3 points".
        let margins = sorted.left.iter().filter(|(_, why)| *why == Why::Margin).count();
        let others = self.proposed.margins.len().saturating_sub(margins);
        let [all, findings, left] = [
            self.proposed.figures.len() + others,
            sorted.findings.len(),
            sorted.left.len() + others,
        ];
        let without = sorted.findings.iter().filter(|one| one.subject().is_none()).count();
        let doubted = sorted.findings.iter().filter(|one| one.apart.doubt.is_some()).count();
        let known = sorted.findings.iter().filter(|one| one.known.is_some()).count();
        let file = clean(self.file);
        let mut lines = Vec::new();
        lines.extend(made.map(|made| match self.lang {
            Lang::En => format!("made: {}", clean(made)),
            Lang::Fr => format!("créé\u{a0}: {}", clean(made)),
        }));
        lines.extend(written(self.lang, self.written));
        lines.push(match self.lang {
            Lang::En => format!(
                "{file}: {} found, {findings} proposed, {left} left out",
                plural(self.lang, all, "figure", "figures")
            ),
            Lang::Fr => format!(
                "{file}\u{a0}: chiffres trouvés\u{a0}: {all}, proposés\u{a0}: {findings}, laissés de côté\u{a0}: {left}"
            ),
        });
        let mut count = |number: usize, words: &str| {
            if number > 0 {
                lines.push(format!("  {number} {words}"));
            }
        };
        count(
            without,
            pick(
                self.lang,
                [
                    "of the proposed without a concept to accept",
                    "des proposés sans concept à accepter",
                ],
            ),
        );
        count(
            doubted,
            pick(
                self.lang,
                [
                    "of them as remarks only, of another time or of other people, perhaps",
                    "d'entre eux en remarques seulement, d'un autre moment ou d'autres personnes, peut-être",
                ],
            ),
        );
        count(
            known,
            pick(
                self.lang,
                [
                    "of them a claim of the base says, too",
                    "d'entre eux dits aussi par une affirmation de la base",
                ],
            ),
        );
        for why in Why::ALL {
            let number = sorted.left.iter().filter(|(_, one)| *one == why).count()
                + if why == Why::Margin { others } else { 0 };
            let left = match number {
                0 | 1 => ["left out: ", "laissé de côté\u{a0}: "],
                _ => ["left out: ", "laissés de côté\u{a0}: "],
            };
            let left = pick(self.lang, left);
            count(number, &format!("{left}{}", reason(self.lang, why)));
        }
        lines.extend(
            self.remarks.iter().map(|remark| format!("  {}", clean(remark.pick(self.lang)))),
        );
        lines.push(self.next(source));
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn next(&self, source: Option<&str>) -> String {
        let unknown = pick(self.lang, ["NAME", "NOM"]);
        let source = source.map_or_else(|| unknown.to_owned(), clean);
        match self.lang {
            Lang::En => format!(
                "nothing of it counts yet: hold it against the text, take the `#? ` in front of what is \
                 true away, and look with `gainsay source check --source {source}`"
            ),
            Lang::Fr => format!(
                "rien n'en compte encore\u{a0}: le comparer au texte, ôter `#? ` devant ce qui est juste, et \
                 vérifier avec `gainsay source check --source {source}`"
            ),
        }
    }
}

/// Why a figure is not proposed.
pub(super) fn reason(lang: Lang, why: Why) -> &'static str {
    let words = match why {
        Why::Size => ["how many were asked", "nombre d'interrogés"],
        Why::Count => ["a number of something", "nombre de quelque chose"],
        Why::Bare => [
            "a number in a table that is no percentage, as far as its heads and the words above say",
            "nombre d'un tableau qui n'est pas un pourcentage, d'après ses en-têtes et son titre",
        ],
        Why::Habit => {
            ["everybody or nobody, said by habit", "tous ou personne, par façon de parler"]
        }
        Why::Ambiguous => {
            ["by itself it may be read otherwise", "seul, se lit peut-être autrement"]
        }
        Why::Unreadable => ["beside what cannot be read", "à côté de ce qui est illisible"],
        Why::Margin => {
            ["the margin of error, which goes to the study", "marge d'erreur, qui va à l'étude"]
        }
        Why::Gloss => ["said more exactly beside it", "dit plus exactement à côté"],
        Why::Again => ["said before", "déjà dit plus haut"],
    };
    pick(lang, words)
}

/// How the file is written, where that had to be found out.
pub(super) fn written(lang: Lang, written: &Written) -> Option<String> {
    Some(match (written, lang) {
        (Written::Utf8, _) => return None,
        (Written::WithMark, Lang::En) => "read as UTF-8, as its byte order mark says".to_owned(),
        (Written::WithMark, Lang::Fr) => {
            "lu comme UTF-8, comme le dit son indicateur d'ordre des octets".to_owned()
        }
        (Written::As(name), Lang::En) => {
            format!("read as {name}: letters with accents and signs may be others")
        }
        (Written::As(name), Lang::Fr) => {
            format!(
                "lu comme {name}\u{a0}: des lettres accentuées et des signes peuvent être autres"
            )
        }
        (Written::NotAs(name), Lang::En) => {
            format!("read as UTF-8, which it is, though it declares {name}")
        }
        (Written::NotAs(name), Lang::Fr) => {
            format!("lu comme UTF-8, ce qu'il est, bien qu'il annonce {name}")
        }
        (Written::Mixed(lines), _) => {
            let on = match lines.len() {
                1 => pick(lang, ["line", "à la ligne"]),
                _ => pick(lang, ["lines", "aux lignes"]),
            };
            let lines = some(lines);
            match lang {
                Lang::En => format!(
                    "the encodings are mixed: read as UTF-8, and as Windows-1252 on {on} {lines}; compare these"
                ),
                Lang::Fr => format!(
                    "encodages mêlés\u{a0}: lu comme UTF-8, et comme Windows-1252 {on} {lines}\u{a0}; les comparer"
                ),
            }
        }
    })
}

/// The first few of some lines.
fn some(lines: &[usize]) -> String {
    const FEW: usize = 12;
    let few: Vec<String> = lines.iter().take(FEW).map(usize::to_string).collect();
    let more = if lines.len() > FEW { ", ..." } else { "" };
    few.join(", ") + more
}
