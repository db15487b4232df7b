//! Tables in forms that are no text.

pub(super) fn not_built(file: &str) -> [String; 2] {
    let with = "cargo build --release --features gainsay/exchange";
    [
        format!(
            "{file}: this program was built without Arrow, Parquet and SQLite; build it with `{with}`"
        ),
        format!(
            "{file}\u{a0}: ce programme a été construit sans Arrow, Parquet ni SQLite\u{a0}; le construire avec `{with}`"
        ),
    ]
}

#[cfg(feature = "exchange")]
pub(super) fn not_exchanged(file: &str, why: &str) -> [String; 2] {
    let why = gainsay_report::clean(why);
    [
        format!("{file} is no table of this form: {why}"),
        format!("{file} n'est pas une table de cette forme\u{a0}: {why}"),
    ]
}

pub(super) fn no_text() -> [String; 2] {
    [
        "this form is no text to be printed; name a file with `-o`".to_owned(),
        "cette forme n'est pas un texte à afficher\u{a0}; nommer un fichier avec `-o`".to_owned(),
    ]
}
