use gainsay_plugin::Said;

/// Why a system file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SavError {
    #[error("is no SPSS system file: it does not begin with `$FL2` or `$FL3`")]
    NotSav,
    #[error("ends within {what}, at byte {at}")]
    Ends { what: &'static str, at: usize },
    #[error("has {what} that cannot be, {value}, at byte {at}")]
    Wrong { what: &'static str, value: i64, at: usize },
    #[error("holds more than {limit} {what}")]
    TooMuch { what: &'static str, limit: usize },
    #[error("has no variable for {what} `{name}`")]
    NoVariable { what: &'static str, name: String },
    #[error("is in the character set `{0}`, which is not known")]
    Encoding(String),
    #[error("has compressed data that cannot be decoded: {0}")]
    Zlib(String),
    #[error("declares {declared} cases and holds {held}")]
    Cases { declared: u64, held: usize },
}

impl From<SavError> for Said {
    fn from(error: SavError) -> Self {
        let fr = match &error {
            SavError::NotSav => {
                "n'est pas un fichier SPSS\u{a0}: il ne commence pas par `$FL2` ou `$FL3`"
                    .to_owned()
            }
            SavError::Ends { what, at } => {
                format!("est tronqué à l'octet {at} ({})", french(what))
            }
            SavError::Wrong { what, value, at } => {
                format!("a une valeur impossible à l'octet {at} ({}\u{a0}: {value})", french(what))
            }
            SavError::TooMuch { what, limit } => {
                format!("dépasse la limite de {limit} ({})", french(what))
            }
            SavError::NoVariable { what, name } => {
                format!("n'a pas de variable `{name}` ({})", french(what))
            }
            SavError::Encoding(name) => format!("est dans le jeu de caractères `{name}`, inconnu"),
            SavError::Zlib(why) => {
                let why = CUT.iter().find(|[en, _]| en == why).map_or(why.as_str(), |[_, fr]| fr);
                format!("a des données compressées que l'on ne peut décoder\u{a0}: {why}")
            }
            SavError::Cases { declared, held } => {
                format!("déclare {declared} cas et en contient {held}")
            }
        };
        [error.to_string(), fr].into()
    }
}

/// How compressed data end too soon.
const CUT: [[&str; 2]; 3] = [
    ["a case is cut off", "un cas est tronqué"],
    ["a value is cut off", "une valeur est tronquée"],
    ["eight bytes are cut off", "huit octets sont tronqués"],
];

/// A part of a file.
fn french(what: &str) -> &str {
    PARTS.iter().find(|[en, _]| *en == what).map_or(what, |[_, fr]| fr)
}

/// The parts of a file.
const PARTS: [[&str; 2]; 22] = [
    ["its header", "en-tête"],
    ["its dictionary", "dictionnaire"],
    ["its documents", "commentaires"],
    ["an extension", "extension"],
    ["a variable", "variable"],
    ["the label of a variable", "libellé d'une variable"],
    ["values in a case", "valeurs d'un cas"],
    ["a width of a variable", "largeur d'une variable"],
    ["variables", "variables"],
    ["a number of missing values", "nombre de valeurs manquantes"],
    ["a record after value labels", "enregistrement qui suit des libellés de valeurs"],
    ["value labels", "libellés de valeurs"],
    ["values", "valeurs"],
    ["answers to count", "réponses à compter"],
    ["a case", "cas"],
    ["its table of blocks", "table de blocs"],
    ["a size of a block", "taille d'un bloc"],
    ["a compression", "compression"],
    ["a kind of record", "type d'un enregistrement"],
    ["the rest of the text", "suite du texte"],
    ["labels of long texts", "libellés de textes longs"],
    ["missing values of long texts", "valeurs manquantes de textes longs"],
];
