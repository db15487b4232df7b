//! The words of dates. A word more is a line more.

use super::tokens::{Edge, Token};
use super::unit::Season;
use crate::lang::Lang;

/// Returns what a folded word says in `lang`; in no language, words say nothing.
pub(super) fn word(folded: &str, lang: Option<Lang>) -> Option<Token> {
    match lang? {
        Lang::En => english(folded),
        Lang::Fr => french(folded),
    }
}

/// Whether these folded letters may follow a number to make it an ordinal.
pub(super) fn is_ordinal_ending(folded: &str, lang: Option<Lang>) -> bool {
    match lang {
        Some(Lang::En) => ["st", "nd", "rd", "th"].contains(&folded),
        Some(Lang::Fr) => ["er", "re", "e", "eme", "ieme", "nd", "nde"].contains(&folded),
        None => false,
    }
}

fn english(folded: &str) -> Option<Token> {
    Some(match folded {
        "january" | "jan" => Token::Month(1),
        "february" | "feb" => Token::Month(2),
        "march" | "mar" => Token::Month(3),
        "april" | "apr" => Token::Month(4),
        "may" => Token::Month(5),
        "june" | "jun" => Token::Month(6),
        "july" | "jul" => Token::Month(7),
        "august" | "aug" => Token::Month(8),
        "september" | "sept" | "sep" => Token::Month(9),
        "october" | "oct" => Token::Month(10),
        "november" | "nov" => Token::Month(11),
        "december" | "dec" => Token::Month(12),
        "spring" => Token::Season(Season::Spring),
        "summer" => Token::Season(Season::Summer),
        "autumn" | "fall" => Token::Season(Season::Autumn),
        "winter" => Token::Season(Season::Winter),
        "q1" => Token::Quarter(1),
        "q2" => Token::Quarter(2),
        "q3" => Token::Quarter(3),
        "q4" => Token::Quarter(4),
        "quarter" => Token::QuarterWord,
        "first" => Token::Number(1),
        "second" => Token::Number(2),
        "third" => Token::Number(3),
        "fourth" => Token::Number(4),
        "early" | "beginning" | "start" => Token::Edge(Edge::Early),
        "mid" | "middle" => Token::Edge(Edge::Mid),
        "late" | "end" => Token::Edge(Edge::Late),
        "to" | "through" | "until" | "till" => Token::Through,
        "and" => Token::And,
        "between" => Token::Between,
        "of" | "the" | "in" | "on" | "from" | "during" => Token::Filler,
        _ => return None,
    })
}

fn french(folded: &str) -> Option<Token> {
    Some(match folded {
        "janvier" | "janv" | "jan" => Token::Month(1),
        "fevrier" | "fevr" | "fev" => Token::Month(2),
        "mars" => Token::Month(3),
        "avril" | "avr" => Token::Month(4),
        "mai" => Token::Month(5),
        "juin" => Token::Month(6),
        "juillet" | "juil" => Token::Month(7),
        "aout" => Token::Month(8),
        "septembre" | "sept" => Token::Month(9),
        "octobre" | "oct" => Token::Month(10),
        "novembre" | "nov" => Token::Month(11),
        "decembre" | "dec" => Token::Month(12),
        "printemps" => Token::Season(Season::Spring),
        "ete" => Token::Season(Season::Summer),
        "automne" => Token::Season(Season::Autumn),
        "hiver" => Token::Season(Season::Winter),
        "t1" => Token::Quarter(1),
        "t2" => Token::Quarter(2),
        "t3" => Token::Quarter(3),
        "t4" => Token::Quarter(4),
        "trimestre" => Token::QuarterWord,
        "premier" => Token::Number(1),
        "deuxieme" | "second" => Token::Number(2),
        "troisieme" => Token::Number(3),
        "quatrieme" => Token::Number(4),
        "debut" => Token::Edge(Edge::Early),
        "mi" | "milieu" => Token::Edge(Edge::Mid),
        "fin" => Token::Edge(Edge::Late),
        "a" | "au" => Token::Through,
        "et" => Token::And,
        "entre" => Token::Between,
        "de" | "du" | "d" | "l" | "le" | "la" | "en" | "courant" | "annee" | "jusqu" => {
            Token::Filler
        }
        _ => return None,
    })
}
