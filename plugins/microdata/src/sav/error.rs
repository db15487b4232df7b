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
