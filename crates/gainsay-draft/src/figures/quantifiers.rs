//! Words for a share: "la plupart", "nobody", "all consumers".

use std::sync::LazyLock;

use gainsay_claims::Lang;
use gainsay_claims::value::Kind as Form;

use super::Kind;
use super::people;
use super::spot::Spot;
use super::words::{Lexicon, lexicon};

/// What people do, behind "most" without a noun: other words make it a superlative.
static VERBS: Lexicon = LazyLock::new(|| {
    lexicon(
        "admit agree also already are ask avoid believe bought buy can could did discover do don \
         expect feel find follow get go had hate have ignore know like look love may might never \
         neither often only prefer read rely report said say see share shop should simply still \
         talk tell think trust try use visit want wanted watch were will would",
    )
});

/// Returns what a word for a share may be; nothing if it is an idiom.
pub(super) fn kind(spot: &Spot<'_>) -> Option<Kind> {
    match spot.reading.kind {
        Form::Majority | Form::Minority => majority(spot),
        Form::Few => is_few(spot).then_some(Kind::Finding),
        Form::None => is_none(spot).then_some(Kind::Finding),
        Form::All | Form::AlmostAll | Form::AlmostNone => is_all(spot).then_some(Kind::Finding),
        Form::Exact | Form::Fraction => Some(Kind::Finding),
    }
}

/// "la majorité des clients" is about people; "la plupart des outils" is not.
fn majority(spot: &Spot<'_>) -> Option<Kind> {
    const OF: &[&str] = &["of", "des", "de", "du", "d"];
    const OTHER: &[&str] = &[
        "cas",
        "cases",
        "civile",
        "absolue",
        "parlementaire",
        "presidentielle",
        "groups",
        "group",
        "owner",
        "stake",
        "leader",
        "report",
        "all",
    ];
    const BEFORE: &[&str] = &["pour", "at", "a", "en", "silent", "the", "ethnic", "et"];
    let is_superlative = spot.first_word() == "the" && spot.last_word() == "most";
    if is_superlative
        || spot.is_before(1, BEFORE)
        || spot.any_after(2, |word| OTHER.contains(&word))
    {
        return None;
    }
    if spot.is_after(1, OF) {
        let is_group = spot.any_after(5, people::is_group);
        return Some(if is_group { Kind::Finding } else { Kind::Number });
    }
    match spot.last_word() {
        "most" => bare_most(spot),
        "majority" | "majorite" | "minorite" | "minority" if spot.own().len() == 1 => None,
        _ => Some(Kind::Finding),
    }
}

/// "most people", "most young users", "most ignore"; but "most important".
fn bare_most(spot: &Spot<'_>) -> Option<Kind> {
    const WHOSE: &[&str] = &["our", "its", "their", "his", "her", "my", "your", "s"];
    // "Most common among shoppers" is no group.
    const ENDS: &[&str] =
        &["to", "for", "with", "among", "amongst", "by", "in", "on", "of", "from"];
    let mut words = (1..=4).map(|count| spot.after(count)).take_while(|word| !ENDS.contains(word));
    let is_group = words.any(people::is_group) && !spot.is_before(1, WHOSE);
    let is_verb = VERBS.contains(spot.after(1)) && spot.before(1) != "i";
    if is_group || is_verb {
        return Some(Kind::Finding);
    }
    let is_plural = spot.after(1).ends_with('s') && !spot.after(1).ends_with("ss");
    is_plural.then_some(Kind::Number)
}

/// "peu de consommateurs", "few of the users"; not "un peu", "a few".
fn is_few(spot: &Spot<'_>) -> bool {
    const BEFORE: &[&str] =
        &["un", "a", "the", "last", "next", "first", "past", "depuis", "quelque", "d", "every"];
    !spot.is_before(1, BEFORE) && spot.any_after(3, people::are_people)
}

/// "personne n'aime", "ils n'aiment personne", "nobody"; not "une personne".
fn is_none(spot: &Spot<'_>) -> bool {
    const NOT: &[&str] = &["ne", "n"];
    const DETERMINERS: &[&str] = &[
        "une", "la", "cette", "chaque", "par", "toute", "premiere", "en", "meme", "quelque",
        "grande", "ma", "sa", "ta", "seule", "autre", "deuxieme", "tierce",
    ];
    match spot.last_word() {
        "nobody" | "one" => true,
        "personne" => {
            let is_negated = (1..=2).any(|count| spot.is_after(count, NOT));
            !spot.is_before(1, DETERMINERS)
                && (is_negated || spot.any_before(4, |word| NOT.contains(&word)))
        }
        "nul" => spot.is_after(1, NOT),
        _ => spot.any_after(4, people::are_people),
    }
}

/// "tout le monde", "all consumers", "almost nobody"; not "at all", "not all users".
fn is_all(spot: &Spot<'_>) -> bool {
    const BEFORE: &[&str] =
        &["not", "pas", "comme", "like", "d", "de", "of", "pour", "for", "parmi", "chez", "among"];
    const BODIES: &[&str] =
        &["everyone", "everybody", "anyone", "anybody", "nobody", "monde", "one", "personne"];
    if spot.is_before(1, BEFORE) || spot.is_after(1, &["else"]) {
        return false;
    }
    let reach = if spot.lang == Lang::En { 3 } else { 4 };
    let is_whoever = spot.last_word() == "qui" || spot.last_word().starts_with("quel");
    let is_of_people = spot.any_after(reach, people::are_people);
    BODIES.contains(&spot.last_word()) || !is_whoever && is_of_people
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn idioms_are_no_figures() {
        none(&[
            "en All in all, it was not bad at all.",
            "en The most important reason.",
            "en A few brands and the last few days.",
            "en I want most of all to sleep.",
            "fr Une personne est venue, cette personne aussi.",
            "fr Les personnes présentes étaient tout à fait d'accord.",
            "fr Un peu de temps, peu à peu.",
            "fr Tous les outils se valent.",
            "fr Dans la majorité des cas, rien.",
            "en Not all consumers agree.",
            "fr La part de tous les consommateurs.",
            "fr Faites comme tout le monde.",
            "fr N'importe quel site le fait.",
            "en A majority stake was sold.",
        ]);
    }

    #[test]
    fn words_about_people_are() {
        some(&[
            "en Nobody likes brands.",
            "en Everyone follows a brand.",
            "en All consumers want it.",
            "en Most people ignore them.",
            "en Most ignore them.",
            "en Few consumers care.",
            "en None of the respondents agreed.",
            "en A minority of users complain.",
            "en Hardly anyone reads it.",
            "fr Personne n'aime les marques.",
            "fr Les marques ne plaisent à personne.",
            "fr Tous les consommateurs le veulent.",
            "fr Tout le monde suit une marque.",
            "fr La plupart ignorent ces messages.",
            "fr La majorité des abonnés les ignore.",
            "fr Très peu de gens répondent.",
            "fr La quasi-totalité des internautes.",
            "fr Aucun client ne part.",
        ]);
    }
}
