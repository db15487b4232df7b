//! What a parser of files says that people write, in French, too.

use super::Said;

impl Said {
    /// The words of a parser of TOML or JSON, which are English, with what they mean in French
    /// where they are of a kind that is known. Others stay as they are.
    #[must_use]
    pub fn of_parser(words: &str) -> Self {
        match located(words.trim()) {
            Some(fr) => Self::from([words, &fr]),
            None => Self::from(words),
        }
    }
}

/// How messages of `serde` begin, and what says the same.
const UNKNOWN: [(&str, &str, &str); 2] = [
    ("unknown field ", "clé inconnue", "clés admises"),
    ("unknown variant ", "mot inconnu", "mots admis"),
];

/// Messages without anything of their own, with or without what was expected instead.
const WHOLE: &[(&str, &str)] = &[
    ("duplicate key", "clé donnée deux fois"),
    ("unclosed table, expected `]`", "titre de table non fermé, il manque `]`"),
    ("unclosed array, expected `]`", "liste non fermée, il manque `]`"),
    ("invalid basic string", "texte mal écrit"),
    ("invalid basic string, expected `\"`", "texte non fermé, il manque `\"`"),
    ("invalid literal string, expected `'`", "texte non fermé, il manque `'`"),
    ("key with no value, expected `=`", "clé sans valeur, il manque `=`"),
    (
        "string values must be quoted, expected literal string",
        "valeur absente, ou texte sans guillemets",
    ),
    ("EOF while parsing a value", "fin du texte à la place d'une valeur"),
    ("EOF while parsing a list", "fin du texte dans une liste"),
    ("EOF while parsing an object", "fin du texte dans un objet"),
    ("EOF while parsing a string", "fin du texte dans une chaîne"),
    ("expected value", "valeur attendue"),
    ("expected ident", "`true`, `false` ou `null` attendu"),
    ("expected `:`", "`:` attendu"),
    ("expected `,` or `]`", "`,` ou `]` attendu"),
    ("expected `,` or `}`", "`,` ou `}` attendu"),
    ("key must be a string", "clé sans guillemets"),
    ("trailing characters", "texte de trop à la fin"),
    ("trailing comma", "virgule de trop"),
    (
        "missing comma between array elements",
        "il manque une virgule entre deux éléments de la liste",
    ),
    ("missing comma between key-value pairs", "il manque une virgule entre deux clés"),
    ("missing assignment between key-value pairs", "il manque `=` entre la clé et sa valeur"),
    ("missing value", "valeur absente"),
    ("missing value for key", "valeur absente"),
    ("unquoted keys cannot be empty", "clé absente"),
    ("invalid unquoted key", "clé mal écrite"),
    ("missing opening quote", "guillemet ouvrant absent"),
    ("unclosed inline table", "table entre accolades non fermée"),
    ("unclosed array table", "titre de liste de tables non fermé"),
    ("extra comma in array", "virgule de trop dans la liste"),
    ("extra comma in inline table", "virgule de trop dans la table"),
    ("extra `=`", "`=` de trop"),
    ("unexpected key or value", "clé ou valeur inattendue"),
    ("invalid value", "valeur mal écrite"),
    ("unexpected leading zero", "zéro de trop au début d'un nombre"),
    ("carriage return must be followed by newline", "retour chariot sans fin de ligne"),
    ("cannot recurse further; max recursion depth met", "trop de niveaux les uns dans les autres"),
    ("recursion limit exceeded", "trop de niveaux les uns dans les autres"),
    ("invalid escape", "échappement inconnu"),
    ("invalid number", "nombre mal écrit"),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        "caractère de commande dans une chaîne",
    ),
];

/// What a parser of JSON says, with the place that it names last.
fn located(words: &str) -> Option<String> {
    let Some((what, (line, column))) = words.rsplit_once(" at line ").and_then(|(what, place)| {
        let (line, column) = place.split_once(" column ")?;
        Some((what, (line.parse::<u32>().ok()?, column.parse::<u32>().ok()?)))
    }) else {
        return french(words);
    };
    Some(format!("{}, ligne {line}, colonne {column}", french(what)?))
}

fn french(words: &str) -> Option<String> {
    // What was expected instead is told of some of them only.
    for words in [Some(words), words.split_once(", expected ").map(|(what, _)| what)] {
        if let Some((_, fr)) = WHOLE.iter().find(|(en, _)| words == Some(*en)) {
            return Some((*fr).to_owned());
        }
    }
    if let Some(name) = words.strip_prefix("missing field ") {
        return Some(format!("il manque la clé {name}"));
    }
    if let Some(name) = words.strip_prefix("duplicate field ") {
        return Some(format!("clé donnée deux fois\u{a0}: {name}"));
    }
    for (begin, what, known) in UNKNOWN {
        if let Some((word, list)) = words.strip_prefix(begin).and_then(named) {
            let list = list.map(|list| format!("\u{a0}; {known}\u{a0}: {list}"));
            let list = list.unwrap_or_default();
            return Some(format!("{what}\u{a0}: {word}{list}"));
        }
    }
    invalid(words)
}

/// A word between backticks, and those that were expected instead.
fn named(rest: &str) -> Option<(&str, Option<String>)> {
    let end = rest.strip_prefix('`')?.find('`')? + 2;
    let (word, rest) = rest.split_at(end);
    if rest.starts_with(", there are no ") {
        return Some((word, None));
    }
    let list = rest.strip_prefix(", expected ")?;
    let list = list.strip_prefix("one of ").unwrap_or(list);
    Some((word, Some(list.replace("` or `", "`, `"))))
}

/// `invalid type: integer `3`, expected a string`.
fn invalid(words: &str) -> Option<String> {
    let (what, rest) = match words.strip_prefix("invalid type: ") {
        Some(rest) => ("valeur d'une autre nature", rest),
        None => ("valeur impossible", words.strip_prefix("invalid value: ")?),
    };
    let (found, wanted) = rest.rsplit_once(", expected ")?;
    Some(format!("{what}\u{a0}: {}, attendu\u{a0}: {}", kind(found), kind(wanted)))
}

/// What a value is, as `serde` calls it; what it holds stays.
fn kind(words: &str) -> String {
    const KINDS: [(&str, &str); 15] = [
        ("a string", "un texte"),
        ("string", "texte"),
        ("a boolean", "`true` ou `false`"),
        ("boolean", "valeur"),
        ("integer", "nombre entier"),
        ("floating point", "nombre"),
        ("a sequence", "une liste"),
        ("sequence", "liste"),
        ("a map", "une table"),
        ("map", "table"),
        ("struct", "une table"),
        ("usize", "un nombre entier"),
        ("u32", "un nombre entier"),
        ("u64", "un nombre entier"),
        ("f64", "un nombre"),
    ];
    let of = |(en, fr): &(&str, &str)| {
        let rest = words.strip_prefix(en)?;
        match rest.chars().next() {
            // The name of a structure is one of the program.
            Some(' ') if *en == "struct" => Some((*fr).to_owned()),
            None | Some(' ') => Some(format!("{fr}{rest}")),
            Some(_) => None,
        }
    };
    KINDS.iter().find_map(of).unwrap_or_else(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::Lang;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only what is wrong with it is looked at")]
    struct Form {
        title: String,
        n: Option<u32>,
        mark: Option<Mark>,
        pages: Option<Vec<String>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Mark {
        Publisher,
        Secondary,
    }

    /// What the parser says of a text that is wrong, in French.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let error = toml::from_str::<Form>(text).unwrap_err();
        let said = Said::of_parser(error.message());
        assert_eq!(said.pick(Lang::En), error.message());
        assert_eq!(said.pick(Lang::Fr).replace('\u{a0}', "~"), expected);
    }

    #[test]
    fn what_people_often_get_wrong_is_said_in_french() {
        check("n = 3", "il manque la clé `title`");
        check(
            "titel = 'a'",
            "clé inconnue~: `titel`~; clés admises~: `title`, `n`, `mark`, `pages`",
        );
        check(
            "title = ''\nmark = 'x'",
            "mot inconnu~: `x`~; mots admis~: `publisher`, `secondary`",
        );
        check("title = 3", "valeur d'une autre nature~: nombre entier `3`, attendu~: un texte");
        check(
            "title = ''\nn = 'a'",
            "valeur d'une autre nature~: texte \"a\", attendu~: un nombre entier",
        );
        check(
            "title = ''\npages = 'a'",
            "valeur d'une autre nature~: texte \"a\", attendu~: une liste",
        );
        check(
            "title = ''\nn = -1",
            "valeur impossible~: nombre entier `-1`, attendu~: un nombre entier",
        );
        check("title = 'a'\ntitle = 'b'", "clé donnée deux fois");
        check("title", "clé sans valeur, il manque `=`");
        check("title = \"a", "texte non fermé, il manque `\"`");
        check("title = 'a", "texte non fermé, il manque `'`");
        check("[title", "titre de table non fermé, il manque `]`");
        check("pages = ['a'", "liste non fermée, il manque `]`");
        check("title = a", "valeur absente, ou texte sans guillemets");
        check("title =", "valeur absente, ou texte sans guillemets");
        check("[[[", "clé absente");
        check("pages = ['a' 'b']", "il manque une virgule entre deux éléments de la liste");
        check("title = {a = 1", "table entre accolades non fermée");
        check("n = 03", "zéro de trop au début d'un nombre");
    }

    #[test]
    fn what_a_parser_of_json_says_is_said_in_french_with_its_place() {
        for (text, expected) in [
            ("{", "fin du texte dans un objet, ligne 1, colonne 1"),
            ("", "fin du texte à la place d'une valeur, ligne 1, colonne 0"),
            ("[1", "fin du texte dans une liste, ligne 1, colonne 2"),
            (r#"{"a"#, "fin du texte dans une chaîne, ligne 1, colonne 3"),
            ("\noops", "valeur attendue, ligne 2, colonne 1"),
            ("nul", "fin du texte à la place d'une valeur, ligne 1, colonne 3"),
            ("nulo", "`true`, `false` ou `null` attendu, ligne 1, colonne 4"),
            (r#"{"a" 1}"#, "`:` attendu, ligne 1, colonne 6"),
            ("[1 2]", "`,` ou `]` attendu, ligne 1, colonne 4"),
            (r#"{"a": 1 2}"#, "`,` ou `}` attendu, ligne 1, colonne 9"),
            ("{a: 1}", "clé sans guillemets, ligne 1, colonne 2"),
            ("{} {}", "texte de trop à la fin, ligne 1, colonne 4"),
            ("[1,]", "virgule de trop, ligne 1, colonne 4"),
            ("\"\u{1}\"", "caractère de commande dans une chaîne, ligne 1, colonne 2"),
            (r#""\q""#, "échappement inconnu, ligne 1, colonne 3"),
            ("1.x", "nombre mal écrit, ligne 1, colonne 3"),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            assert_eq!(Said::of_parser(&error.to_string()).pick(Lang::Fr), expected, "{error}");
        }
        let error = serde_json::from_str::<Form>("{}").unwrap_err();
        let said = Said::of_parser(&error.to_string());
        assert_eq!(said.pick(Lang::Fr), "il manque la clé `title`, ligne 1, colonne 2");
    }

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        assert_eq!(Said::of_parser("no form at all"), Said::from("no form at all"));
        assert_eq!(Said::of_parser("unknown field x"), Said::from("unknown field x"));
    }
}
