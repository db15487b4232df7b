//! Pages that are known by their address only, or by whoever speaks there.

use gainsay_claims::{
    site::{host, normal},
    slug,
};

use crate::Reference;

/// The code for what is of no language that is known.
pub const NO_LANGUAGE: &str = "und";

/// The page at an address, titled with its site. Its key depends on the address only.
pub(crate) fn at_address(url: &str) -> Option<Reference> {
    let site = host(url);
    if site.is_empty() {
        return None;
    }
    let key = format!("page-{}-{:08x}", slug(&site.replace('.', "-")), digest(normal(url)));
    let page = Reference::new(key, "webpage").with_text("title", Some(site));
    // A name of a site is of no language, so that no style gives it capitals.
    let page = page.with_text("language", Some(NO_LANGUAGE));
    Some(page.with_text("URL", Some(url)))
}

/// A page of which only the speaker is known.
pub(crate) fn of_speaker(who: &str) -> Option<Reference> {
    let name = slug(&who.replace('.', "-"));
    let page = Reference::new(format!("page-{name}"), "webpage").with_text("title", Some(who));
    (!name.is_empty()).then_some(page)
}

/// FNV-1a: short, and the same wherever and whenever it is computed.
fn digest(text: &str) -> u32 {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_an_address_are_one_page() {
        let key = |url| at_address(url).expect("an address of the web").key;
        let one = key("https://www.example.org/a/#top");
        assert_eq!(one, key("http://example.org/a"));
        assert_ne!(one, key("http://example.org/b"));
        assert!(one.starts_with("page-example-org-"), "{one}");
    }

    #[test]
    fn only_the_web_has_pages() {
        assert_eq!(at_address("javascript:alert(1)"), None);
        assert_eq!(of_speaker("…"), None);
    }

    #[test]
    fn the_digest_is_the_published_one() {
        // From the test vectors of the authors of FNV.
        assert_eq!(digest(""), 0x811c_9dc5);
        assert_eq!(digest("foobar"), 0xbf9c_f968);
    }
}
