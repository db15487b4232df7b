//! What is wrong with the input, in words.

use gainsay_claims::{
    Lang, Said,
    document::PlaceError,
    facts::{Problem, ReferenceTrouble, WordKind},
};

use super::{colon, list, pick, quoted};
use crate::{Speaker, clean};

const OTHER_QUANTITY: [&str; 2] =
    [" is a figure of another kind", " est un chiffre d'une autre nature"];
const LEAVES_OUT_HEDGE: [&str; 2] = [
    " leaves out a part of the figure, such as its hedge",
    " laisse de côté une partie du chiffre, par exemple sa nuance",
];
const NOT_A_PERIOD: [&str; 2] = [" is no date or period", " n'est ni une date ni une période"];
const NOT_A_SIZE: [&str; 2] = [" is no number of people", " n'est pas un nombre de personnes"];
const NOT_AN_AGE: [&str; 2] = [" is no range of ages", " n'est pas une tranche d'âge"];

impl Speaker<'_> {
    /// A problem of the input.
    pub(crate) fn problem(&self, problem: &Problem) -> String {
        let said = |text: &str| quoted(self.lang, &clean(text));
        let [en, fr] = match problem {
            Problem::UnknownWord { kind, word, nearest } => {
                return self.unknown_word(*kind, word, nearest.as_deref());
            }
            Problem::Place(error) => return self.place_error(*error).to_owned(),
            Problem::NotAFigure { text, error } => {
                return format!("{}{}{}", said(text), colon(self.lang), self.value_error(error));
            }
            Problem::Syntax { message } => {
                return clean(Said::of_parser(message).pick(self.lang).trim_end());
            }
            Problem::File { message } => return clean(message.pick(self.lang).trim_end()),
            Problem::Said { message, .. } => return clean(message.pick(self.lang).trim_end()),
            Problem::NoDocuments { source, plugin, folder, is_there } => {
                return self.no_documents(source, plugin, folder, *is_there);
            }
            Problem::Unread { source, plugin, file, why } => {
                return self.unread(source, plugin, file, why);
            }
            Problem::OtherQuantity { text } => {
                return said(text) + pick(self.lang, OTHER_QUANTITY);
            }
            Problem::LeavesOutHedge { text } => {
                return said(text) + pick(self.lang, LEAVES_OUT_HEDGE);
            }
            Problem::NotAPeriod { text } => return said(text) + pick(self.lang, NOT_A_PERIOD),
            Problem::NotASize { text } => return said(text) + pick(self.lang, NOT_A_SIZE),
            Problem::NotAnAge { text } => return said(text) + pick(self.lang, NOT_AN_AGE),
            Problem::FacetNotOfConcept { facet, concept } => [
                format!("the concept `{concept}` takes no facet `{facet}`"),
                format!("le concept `{concept}` n'a pas de facette `{facet}`"),
            ],
            Problem::NoScale { concept } => [
                format!("the concept `{concept}` has no scale to cut"),
                format!("le concept `{concept}` n'a pas d'échelle à couper"),
            ],
            Problem::SameSides => [
                "both sides of the order are the same, and nothing stands above itself".to_owned(),
                "les deux côtés de l'ordre sont les mêmes, et rien ne se place devant soi-même"
                    .to_owned(),
            ],
            Problem::DuplicateId { id } => [
                format!("the id `{id}` is used twice"),
                format!("l'identifiant `{id}` est employé deux fois"),
            ],
            Problem::BadId { id } => [
                format!(
                    "the id `{id}` is not of the form `source/study/name`, in small letters, digits \
                     and hyphens; if it is the name of a file, rename that"
                ),
                format!(
                    "l'identifiant `{id}` n'est pas de la forme `source/étude/nom`, en minuscules, \
                     chiffres et traits d'union\u{a0}; si c'est le nom d'un fichier, renommez-le"
                ),
            ],
            Problem::UnknownDocument { name } => [
                format!("the source has no document `{name}`"),
                format!("la source n'a pas de document `{name}`"),
            ],
            Problem::BrokenQuote => [
                "this quotation mark does not close, or text follows where it does".to_owned(),
                "ce guillemet ne se ferme pas, ou du texte suit sa fermeture".to_owned(),
            ],
            Problem::TooManyCells { in_row, in_all } => [
                format!("a table has at most {in_row} columns and {in_all} cells; this is more"),
                format!(
                    "une table a au plus {in_row} colonnes et {in_all} cellules\u{a0}; c'est trop"
                ),
            ],
            Problem::DefinedTwice { word } => {
                [format!("`{word}` is defined twice"), format!("`{word}` est défini deux fois")]
            }
            Problem::CircularUniverse { word } => [
                format!("the universe `{word}` lies within itself"),
                format!("l'univers `{word}` est contenu dans lui-même"),
            ],
            Problem::NoPlugin { plugin, file, executable, folders } => {
                let folders = folders.join(", ");
                [
                    format!(
                        "there is no plugin `{plugin}`: no file {file} or {executable} in {folders}"
                    ),
                    format!(
                        "il n'y a pas de greffon `{plugin}`\u{a0}: aucun fichier {file} ou {executable} dans {folders}"
                    ),
                ]
            }
            Problem::StalePlugin { source, trusted, found } => [
                format!(
                    "`{trusted}` is trusted, the file has `{found}`; trust it with `gainsay source trust {source}`"
                ),
                format!(
                    "`{trusted}` est de confiance, le fichier a `{found}`\u{a0}; s'y fier avec `gainsay source trust {source}`"
                ),
            ],
            Problem::UntrustedPlugin { source, found } => [
                format!(
                    "the lock does not pin its file, `{found}`; trust it with `gainsay source trust {source}`"
                ),
                format!(
                    "le verrou ne contient pas son fichier, `{found}`\u{a0}; s'y fier avec `gainsay source trust {source}`"
                ),
            ],
            Problem::UnusedPin { plugin } => [
                format!("no source uses the plugin `{plugin}`"),
                format!("aucune source n'emploie le greffon `{plugin}`"),
            ],
            Problem::PinnedElsewhere { plugin, target } => [
                format!("the lock pins `{plugin}` for other systems, not for {target}"),
                format!("le verrou contient `{plugin}` pour d'autres systèmes, pas pour {target}"),
            ],
            Problem::BadReference { field, trouble } => return self.bad_reference(field, *trouble),
            Problem::Verdict(problem) => return self.verdict_problem(problem),
            Problem::NotRead { seen_in } => return self.not_read(seen_in),
            Problem::BadPolicy { key } => [
                format!("the constant `{key}` is out of its range"),
                format!("la constante `{key}` est hors de son domaine"),
            ],
        };
        clean(&pick(self.lang, [en, fr]))
    }

    fn unknown_word(&self, kind: WordKind, word: &str, nearest: Option<&str>) -> String {
        let none = pick(self.lang, no_such(kind));
        let word = clean(word);
        let Some(nearest) = nearest.map(clean) else {
            return format!("{none} `{word}`");
        };
        match self.lang {
            Lang::En => format!("{none} `{word}`; the nearest is `{nearest}`"),
            Lang::Fr => format!("{none} `{word}`\u{a0}; le plus proche est `{nearest}`"),
        }
    }

    fn bad_reference(&self, field: &str, trouble: ReferenceTrouble) -> String {
        let field = clean(field);
        let [en, fr] = match trouble {
            ReferenceTrouble::Key => [
                "a reference needs an `id` of letters, digits and `-_.:+/`".to_owned(),
                "une référence demande un `id` fait de lettres, de chiffres et de `-_.:+/`"
                    .to_owned(),
            ],
            ReferenceTrouble::Date => [
                format!("`{field}` is no date; write `{{ \"date-parts\": [[2014, 5, 20]] }}`"),
                format!(
                    "`{field}` n'est pas une date\u{a0}; écrire `{{ \"date-parts\": [[2014, 5, 20]] }}`"
                ),
            ],
            ReferenceTrouble::DateRange => [
                format!("`{field}` is a range of dates; its first one is used"),
                format!("`{field}` est un intervalle de dates\u{a0}; la première est retenue"),
            ],
            ReferenceTrouble::Names => [
                format!("`{field}` is no list of names with `family` and `given`, or `literal`"),
                format!(
                    "`{field}` n'est pas une liste de noms avec `family` et `given`, ou `literal`"
                ),
            ],
            ReferenceTrouble::Text => [
                format!("`{field}` is neither a text nor a number"),
                format!("`{field}` n'est ni un texte ni un nombre"),
            ],
        };
        match self.lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    fn not_read(&self, seen_in: &[String]) -> String {
        let keys: Vec<String> = seen_in.iter().map(|key| format!("`{}`", clean(key))).collect();
        let keys = list(self.lang, &keys);
        match (self.lang, seen_in.is_empty()) {
            (Lang::En, false) => format!("its figures were seen in {keys} only"),
            (Lang::Fr, false) => format!("ses chiffres n'ont été vus que dans {keys}"),
            (Lang::En, true) => "no page is recorded on which its figures were seen".to_owned(),
            (Lang::Fr, true) => {
                "aucune page où ses chiffres ont été vus n'est consignée".to_owned()
            }
        }
    }

    fn place_error(&self, error: PlaceError) -> &'static str {
        match (error, self.lang) {
            (PlaceError::Empty, Lang::En) => "the place names no bytes and no cell",
            (PlaceError::Empty, Lang::Fr) => "l'endroit ne désigne ni octets ni cellule",
            (PlaceError::NoTable, Lang::En) => "the place is a cell, but the document is no table",
            (PlaceError::NoTable, Lang::Fr) => {
                "l'endroit est une cellule, mais le document n'est pas un tableau"
            }
            (PlaceError::NoCell, Lang::En) => "the table has no such cell",
            (PlaceError::NoCell, Lang::Fr) => "le tableau n'a pas cette cellule",
            (PlaceError::Outside, Lang::En) => "the place lies outside the document",
            (PlaceError::Outside, Lang::Fr) => "l'endroit est en dehors du document",
            (PlaceError::WithinCharacter, Lang::En) => "the place cuts a character in two",
            (PlaceError::WithinCharacter, Lang::Fr) => "l'endroit coupe un caractère en deux",
            (PlaceError::CutsFigure, Lang::En) => "the place cuts a figure in two",
            (PlaceError::CutsFigure, Lang::Fr) => "l'endroit coupe un chiffre en deux",
        }
    }
}

fn no_such(kind: WordKind) -> [&'static str; 2] {
    match kind {
        WordKind::Concept => ["there is no concept", "il n'y a pas de concept"],
        WordKind::Facet => ["there is no facet", "il n'y a pas de facette"],
        WordKind::Value => ["there is no value", "il n'y a pas de valeur"],
        WordKind::Scale => ["there is no scale", "il n'y a pas d'échelle"],
        WordKind::Step => ["there is no step", "il n'y a pas d'échelon"],
        WordKind::Universe => ["there is no universe", "il n'y a pas d'univers"],
        WordKind::Region => ["there is no region", "il n'y a pas de région"],
        WordKind::Study => ["there is no study", "il n'y a pas d'étude"],
        WordKind::Claim => ["there is no claim", "il n'y a pas d'affirmation"],
        WordKind::Reference => ["there is no reference", "il n'y a pas de référence"],
        WordKind::Status => ["there is no status", "il n'y a pas de statut"],
        WordKind::Dimension => ["there is no dimension", "il n'y a pas de dimension"],
        WordKind::Directness => ["there is no degree", "il n'y a pas de degré"],
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;

    use super::*;

    #[track_caller]
    fn check(problem: Problem, en: &str, fr: &str) {
        let base = EvidenceBase::default();
        let said = |lang| Speaker::new(&base, lang).problem(&problem).replace('\u{a0}', "~");
        assert_eq!(said(Lang::En), en);
        assert_eq!(said(Lang::Fr), fr);
    }

    #[test]
    fn an_unknown_word_names_the_nearest() {
        let word = |nearest: Option<&str>| Problem::UnknownWord {
            kind: WordKind::Universe,
            word: "adlts".into(),
            nearest: nearest.map(str::to_owned),
        };
        check(
            word(Some("adults")),
            "there is no universe `adlts`; the nearest is `adults`",
            "il n'y a pas d'univers `adlts`~; le plus proche est `adults`",
        );
        check(word(None), "there is no universe `adlts`", "il n'y a pas d'univers `adlts`");
    }

    #[test]
    fn words_of_plugins_are_quoted_and_cleaned() {
        check(
            Problem::NotAPeriod { text: "so\u{202e}on".into() },
            "“soon” is no date or period",
            "«~soon~» n'est ni une date ni une période",
        );
        let said = |message: Said| Problem::Said { message, help: None };
        check(said("line\u{1b}[2J\n".into()), "line[2J", "line[2J");
        check(said(["row 4", "ligne\u{202e} 4\u{1b}[2J\n"].into()), "row 4", "ligne 4[2J");
    }

    #[test]
    fn what_a_parser_says_of_a_key_is_said_in_french() {
        let message = "unknown field `plugn`, expected `plugin`".to_owned();
        let fr = "clé inconnue~: `plugn`~; clés admises~: `plugin`";
        check(Problem::Syntax { message: message.clone() }, &message, fr);
    }

    #[test]
    fn a_bad_place_says_what_is_bad() {
        check(
            Problem::Place(PlaceError::CutsFigure),
            "the place cuts a figure in two",
            "l'endroit coupe un chiffre en deux",
        );
    }
}
