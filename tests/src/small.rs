//! Small bases of invented studies.

use crate::tree::Tree;

const WORDS: &str = r#"
[universe.adults]
label = { en = "adults", fr = "adultes" }
[concept.bought]
label = { en = "bought", fr = "a acheté" }
[concept.likes]
label = { en = "likes", fr = "aime" }
[concept.sold]
label = { en = "sold", fr = "a vendu" }
"#;

/// Two studies of the same people and month that are ten points apart.
pub fn contradicting() -> Tree {
    base(&[("fixture-a", &[("bought", "28 %")]), ("fixture-b", &[("bought", "18 %")])])
}

/// A base with one study of each source, and in each the shares of some concepts.
pub fn base(studies: &[(&str, &[(&str, &str)])]) -> Tree {
    let mut files = Tree::new();
    let mut config = "[sources]\n".to_owned();
    for (source, shares) in studies {
        config += &format!("{source} = {{ plugin = \"transcript\" }}\n");
        files.insert(document(source), study(source, shares).into_bytes());
    }
    files.insert("gainsay.toml".to_owned(), config.into_bytes());
    files.insert("vocabulary/words.toml".to_owned(), WORDS.as_bytes().to_vec());
    files
}

/// Where the study of a source stands.
pub fn document(source: &str) -> String {
    format!("sources/{source}/2013.toml")
}

/// A study that asked a thousand people; its findings are called like their concepts.
pub fn study(source: &str, shares: &[(&str, &str)]) -> String {
    let finding = |(concept, share): &(&str, &str)| {
        format!(
            "\n[[finding]]\nid = \"{concept}\"\nconcept = \"{concept}\"\nshare = \"{share}\"\n\
             mark = \"publisher\"\n"
        )
    };
    let findings: String = shares.iter().map(finding).collect();
    format!(
        "[study]\ntitle = \"Survey\"\npublisher = \"{source}\"\nsponsor = \"House\"\n\
         regions = [\"FR\"]\nuniverse = \"adults\"\nmode = [\"online\"]\n\
         fieldwork = \"March 2013\"\nn = \"1000\"\n{findings}"
    )
}
