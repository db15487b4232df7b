//! Fields of comma-separated values.

use crate::clean;

/// What tells fields and decimals apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Commas between fields, a decimal point.
    #[default]
    Standard,
    /// As a French Excel opens them: semicolons, a decimal comma, a byte order mark.
    ExcelFr,
}

impl Dialect {
    /// What stands between two fields.
    pub fn separator(self) -> char {
        match self {
            Self::Standard => ',',
            Self::ExcelFr => ';',
        }
    }

    /// What stands before the first line.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Standard => "",
            Self::ExcelFr => "\u{feff}",
        }
    }

    /// A number, with nothing between thousands.
    pub fn number(self, number: f64) -> String {
        let shown = number.to_string();
        match self {
            Self::Standard => shown,
            Self::ExcelFr => shown.replace('.', ","),
        }
    }
}

/// Text that no spreadsheet takes for a formula: an apostrophe goes before one.
pub fn csv(text: &str) -> String {
    let shown = clean(text);
    let begins = |text: &str| {
        text.trim_start().starts_with(['=', '+', '-', '@', '\u{2212}', '＝', '＋', '－', '＠'])
    };
    if begins(&shown) || text.starts_with(['\t', '\r']) { format!("'{shown}") } else { shown }
}

/// A field in quotes if it needs them. It holds no line break when it went through
/// [`csv`], or is a number.
pub fn csv_field(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        for formula in ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\tx", "\rx", "－1"] {
            assert!(csv(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(csv("18 % - 20 %"), "18 % - 20 %");
    }

    #[test]
    fn a_french_spreadsheet_reads_its_own_numbers() {
        assert_eq!(Dialect::ExcelFr.number(0.275), "0,275");
        assert_eq!(Dialect::Standard.number(0.275), "0.275");
        assert_eq!(csv_field("a;\"b\""), "\"a;\"\"b\"\"\"");
        assert_eq!(csv_field("0.275"), "0.275");
    }
}
