//! The one style sheet, and what the page allows a browser to do.

use sha2::{Digest as _, Sha256};

/// The style sheet.
pub(super) const STYLE: &str = include_str!("style.css");

/// The policy of the page: this style sheet, the empty icon, the script of a live page, and
/// nothing else.
pub(super) fn policy(script: Option<&str>) -> String {
    let digest = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text)));
    let script = script.map(|script| format!("script-src {}; ", digest(script)));
    format!(
        "default-src 'none'; {}style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        script.unwrap_or_default(),
        digest(STYLE),
    )
}

/// Base 64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * index) & 63) as usize];
            text.push(if index <= chunk.len() { char::from(sign) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn base_64_is_that_of_the_rfc() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, expected) in cases {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }

    /// The colours of a scheme: `--name: #rrggbb` of the first or second block of them.
    fn palette(block: usize) -> BTreeMap<&'static str, [f64; 3]> {
        let block = STYLE.split(":root").nth(block + 1).expect("a palette");
        let block = block.split('}').next().expect("its end");
        let colours = block.split(';').filter_map(|line| line.trim().split_once(": #"));
        colours
            .map(|(name, hex)| {
                let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour");
                let name = name.trim_start_matches(['{', ' ', '\n']).trim_start_matches("--");
                (name, [0, 2, 4].map(|at| f64::from(part(at)) / 255.0))
            })
            .collect()
    }

    /// Contrast of two colours (WCAG 2.2, relative luminance).
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let linear = |part: f64| match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        };
        let luminance = |colour: [f64; 3]| {
            let [red, green, blue] = colour.map(linear);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        let (black, white) = ([0.0; 3], [1.0; 3]);
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast([119.0 / 255.0; 3], white) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn every_text_can_be_read_and_every_mark_seen_in_both_schemes() {
        for block in [0, 1] {
            let palette = palette(block);
            for paper in ["paper", "panel"] {
                for (ink, least) in
                    [("ink", 7.0), ("muted", 4.5), ("accent", 4.5), ("mark", 3.0), ("grid", 1.15)]
                {
                    let found = contrast(palette[ink], palette[paper]);
                    assert!(found >= least, "{block} {ink} on {paper}: {found:.2}");
                }
            }
            let found = contrast(palette["ink"], palette["highlight"]);
            assert!(found >= 7.0, "{block} highlighted: {found:.2}");
        }
    }
}
