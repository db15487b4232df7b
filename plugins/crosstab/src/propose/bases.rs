//! Rows of bases, told by their labels.

/// What a row of bases counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Unweighted,
    Weighted,
    Effective,
}

impl Base {
    /// The key of a mapping that names such a row.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Unweighted => "unweighted",
            Self::Weighted => "weighted",
            Self::Effective => "effective",
        }
    }
}

/// What a row with this label, in small letters, counts, if it is a row of bases.
pub(super) fn base(label: &str) -> Option<Base> {
    const NAMES: [&str; 10] = [
        "base",
        "sample size",
        "sample",
        "respondents",
        "effectif",
        "n",
        "total n",
        "total sample",
        "total respondents",
        "all respondents",
    ];
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    // An answer may begin with such a word, too: "Base jumping".
    let is_name = |name: &&&str| {
        let rest = label.strip_prefix(**name).map(str::trim_start);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            && label.as_bytes().get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric())
    };
    // `Unweighted n`, `n pondéré`: what is left without the words that tell of weights.
    let is_of_weight = |word: &str| {
        let kinds =
            ["unweighted", "weighted", "effective", "pondér", "brut", "redress", "efficace"];
        kinds.iter().any(|kind| word.starts_with(kind)) || word == "non"
    };
    let left: Vec<_> = label.split_whitespace().filter(|word| !is_of_weight(word)).collect();
    let left = left.join(" ");
    let is_counted = left != label
        && NAMES.iter().chain(&["total", "count", "cases"]).any(|name| left == **name);
    let begins = NAMES.iter().any(|name| is_name(&name)) || is_counted;
    match () {
        () if !begins && !has(&["base", "sample", "respondents", "effectif"]) => None,
        () if has(&["effective", "efficace"]) => Some(Base::Effective),
        () if has(&["unweighted", "non pondér", "brut"]) => Some(Base::Unweighted),
        () if has(&["weighted", "pondér", "redress"]) => Some(Base::Weighted),
        () => begins.then_some(Base::Unweighted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_bases_are_told_by_their_labels() {
        for (label, kind) in [
            ("base", Some(Base::Unweighted)),
            ("base: all adults", Some(Base::Unweighted)),
            ("n", Some(Base::Unweighted)),
            ("unweighted base", Some(Base::Unweighted)),
            ("weighted base", Some(Base::Weighted)),
            ("base pondérée", Some(Base::Weighted)),
            ("base non pondérée", Some(Base::Unweighted)),
            ("effective base", Some(Base::Effective)),
            ("total respondents", Some(Base::Unweighted)),
            ("respondents (weighted)", Some(Base::Weighted)),
            ("unweighted n", Some(Base::Unweighted)),
            ("weighted total", Some(Base::Weighted)),
            ("n non pondéré", Some(Base::Unweighted)),
            ("weighted blankets", None),
            ("total", None),
            ("base jumping", None),
            ("no", None),
            ("nearly every day", None),
        ] {
            assert_eq!(base(label), kind, "{label}");
        }
    }
}
