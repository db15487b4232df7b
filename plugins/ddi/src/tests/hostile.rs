//! Cuts, entities, depth and width: an error, and never a panic or much memory.

use proptest::prelude::*;

use super::{FILE, SURVEY, read};
use crate::xml::{self, XmlError};

#[test]
fn every_beginning_of_a_codebook_is_survived_and_told() {
    for end in (0..SURVEY.trim_end().len()).step_by(3) {
        let made = read(FILE, &SURVEY.as_bytes()[..end]);
        assert!(made.studies.is_empty(), "cut at {end}");
        assert_eq!(made.diagnostics.len(), 1, "cut at {end}");
    }
}

#[test]
fn entities_are_never_read() {
    let cyclic =
        "<!DOCTYPE codeBook [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><codeBook>&a;</codeBook>";
    assert!(matches!(xml::read(cyclic), Err(XmlError::Entities(_))));
    let file =
        "<!DOCTYPE codeBook [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><codeBook>&a;</codeBook>";
    assert!(matches!(xml::read(file), Err(XmlError::Entities(_))));
    let unknown = xml::read("<codeBook>&a;</codeBook>");
    assert!(matches!(unknown, Err(XmlError::Unknown { name, .. }) if name == "a"));
    let external = "<!DOCTYPE codeBook SYSTEM \"codebook.dtd\"><codeBook>&#233;&amp;</codeBook>";
    assert_eq!(xml::read(external).map(|root| root.words()), Ok("é&".to_owned()));
}

#[test]
fn depth_width_and_number_are_bounded() {
    let deep = format!("<codeBook>{}", "<a>".repeat(100_000));
    assert!(matches!(xml::read(&deep), Err(XmlError::Deep(_))));
    let many = format!("<codeBook>{}</codeBook>", "<var/>".repeat(1_000_000));
    assert_eq!(xml::read(&many), Err(XmlError::TooMuch));
    let keys: String = (0..1000).map(|key| format!(" a{key}=\"1\"")).collect();
    assert!(matches!(xml::read(&format!("<codeBook{keys}/>")), Err(XmlError::Attributes(_))));
    assert_eq!(xml::read("  "), Err(XmlError::Empty));
    assert!(matches!(xml::read("<codeBook></var>"), Err(XmlError::Syntax { .. })));
}

proptest! {
    #[test]
    fn any_change_of_a_codebook_is_survived(at in 0..SURVEY.len(), value in any::<u8>()) {
        let mut bytes = SURVEY.as_bytes().to_vec();
        bytes[at] = value;
        let text = format!("{FILE}[[finding]]\nid = \"a\"\nconcept = \"c\"\nmark = \"publisher\"\n\
                            variable = \"trust_ads\"\nyes = [\"4\"]\nweighted = true\n");
        let made = read(&text, &bytes);
        prop_assert!(!made.studies.is_empty() || !made.diagnostics.is_empty());
    }
}
