//! Tables in forms that are no text.

use gainsay_report::clean;

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

pub(super) fn not_exchanged(file: &str, why: &str) -> [String; 2] {
    let why = clean(why);
    [
        format!("{file}: no such table: {why}"),
        format!("{file}\u{a0}: pas une telle table\u{a0}: {why}"),
    ]
}

pub(super) fn no_text() -> [String; 2] {
    [
        "this form is no text to be printed; name a file with `-o`".to_owned(),
        "cette forme n'est pas un texte à afficher\u{a0}; nommer un fichier avec `-o`".to_owned(),
    ]
}
