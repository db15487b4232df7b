//! Spelling suggestions.

/// The word nearest to one that is unknown, if any is near.
///
/// Near means: no more than a third of the letters have to change
/// (Damerau-Levenshtein), as compilers do. Ties go to the word that comes first.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = word.chars().count().max(3) / 3;
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_near_only() {
        let known = ["facebook", "twitter", "email"];
        assert_eq!(nearest("facebok", known), Some("facebook"));
        assert_eq!(nearest("twiter", known), Some("twitter"));
        assert_eq!(nearest("pinterest", known), None);
    }
}
