//! Number words that count nothing.

use super::spot::Spot;

pub(super) fn is_idiom(spot: &Spot<'_>) -> bool {
    is_article(spot)
        || is_reference(spot)
        || is_part_of_speech(spot)
        || is_half(spot)
        || is_double(spot)
}

/// "un client", "one of the", "zéro défaut", "at least one brand".
fn is_article(spot: &Spot<'_>) -> bool {
    const ONES: &[&str] = &["un", "une", "one", "a", "an", "zero"];
    spot.count().is_some() && ONES.contains(&spot.last_word())
}

/// "ces deux études", "both", "les trois": things named before.
fn is_reference(spot: &Spot<'_>) -> bool {
    const POINTING: &[&str] = &[
        "ces", "ses", "nos", "vos", "leurs", "mes", "tes", "these", "those", "both", "my", "our",
        "your", "their", "his", "her", "its", "the", "les", "des", "aux", "tous", "toutes",
    ];
    let points = POINTING.contains(&spot.before(1)) || POINTING.contains(&spot.first_word());
    spot.is_count_up_to(10) && !spot.has_digits() && points
}

/// "un site tiers", "un tiers de confiance", "a third party", "this quarter".
fn is_part_of_speech(spot: &Spot<'_>) -> bool {
    const LONE: &[&str] = &["tiers", "quart", "quarts", "quarter", "quarters", "thirds", "fifths"];
    const ARTICLES: &[&str] = &["le", "les", "the", "la", "des"];
    const THIRD: &[&str] = &[
        "party",
        "parties",
        "time",
        "way",
        "option",
        "person",
        "one",
        "reason",
        "thing",
        "study",
        "factor",
        "wave",
        "edition",
        "place",
        "choice",
        "example",
        "confiance",
        "monde",
        "payant",
        "finale",
        "state",
        "provider",
        "issue",
        "problem",
        "survey",
        "brand",
        "group",
        "type",
    ];
    let mut words = spot.own().iter().map(|word| word.text.as_ref());
    let is_lone = words.all(|word| LONE.contains(&word) || ARTICLES.contains(&word));
    let is_of = spot.is_after(1, &["of", "des", "de", "du", "d"]);
    let skipped = usize::from(is_of);
    let is_alone = is_lone && !(is_of && ARTICLES.contains(&spot.first_word()));
    spot.is_fraction() && (is_alone || spot.is_after(skipped + 1, THIRD))
}

/// "à moitié convaincu", "the first half", "half price", "two and a half".
fn is_half(spot: &Spot<'_>) -> bool {
    const BEFORE: &[&str] = &["first", "second", "better", "latter", "last", "premiere", "seconde"];
    const AFTER: &[&str] = &[
        "prix", "moins", "plein", "vide", "price", "full", "empty", "way", "past", "battle",
        "story", "size", "time", "marathon", "siblings", "moitie", "chemin", "as",
    ];
    const BETWEEN: &[&str] = &["the", "du", "de"];
    if !spot.is_fraction() || !["half", "moitie"].contains(&spot.last_word()) {
        return false;
    }
    let is_adverb = spot.is_before(1, &["a"]) && spot.first_word() == "moitie";
    // "Réduit de moitié": by how much, not how many.
    let is_adverb = is_adverb || spot.is_before(1, &["de"]) && spot.first_word() == "moitie";
    let is_sum = spot.is_before(1, &["and"]) && spot.first_word() == "a";
    let skipped = usize::from(spot.is_after(1, BETWEEN));
    is_adverb
        || is_sum
        || is_other_half(spot)
        || spot.is_before(1, BEFORE)
        || spot.is_after(skipped + 1, AFTER)
}

/// "The frightening half", "the other half": a part of what was told, of nobody.
fn is_other_half(spot: &Spot<'_>) -> bool {
    const THE: &[&str] = &["the", "this", "that", "l", "cette"];
    let is_bare = spot.first_word() == "half" || spot.is_before(1, &["autre"]);
    is_bare && spot.is_before(2, THE) && !spot.is_after(1, &["of", "des", "de", "du", "d"])
}

/// "double opt-in"; but "double the share".
fn is_double(spot: &Spot<'_>) -> bool {
    const OF: &[&str] = &["the", "that", "what", "of", "de", "du", "des", "d", "in", "from", "en"];
    let is_word = ["double", "triple"].contains(&spot.last_word());
    is_word && spot.any_after(1, |word| !OF.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn idioms_are_no_figures() {
        none(&[
            "fr Un client est une personne.",
            "en One of the brands left, one by one.",
            "fr L'un des sites, au moins une fois.",
            "fr Ces deux études se contredisent, les deux.",
            "en Both studies, these two studies.",
            "fr Un site tiers et un tiers de confiance.",
            "en A third party said so this quarter.",
            "fr Je suis à moitié convaincu.",
            "en In the second half, half price.",
            "en You heard the frightening half; now read the other half.",
            "fr La tolérance zéro.",
            "en Use double opt-in.",
        ]);
    }

    #[test]
    fn numbers_of_things_are() {
        some(&[
            "fr Deux marques dominent.",
            "en A third of users agree.",
            "fr Le tiers des clients part.",
            "fr Ils sont la moitié.",
            "en Two brands lead.",
            "en A quarter of firms left.",
            "en They buy double the amount.",
        ]);
    }
}
