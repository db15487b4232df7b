//! What is wrong is told where the mapping says it.

use gainsay_plugin::testing::in_both;

use super::{FILE, SURVEY, mapping, read};

#[track_caller]
fn refused(keys: &str) -> (String, String) {
    let text = format!("{FILE}[[finding]]\nid = \"a\"\nconcept = \"c\"\n{keys}\n");
    let made = read(&text, SURVEY.as_bytes());
    assert!(made.findings.is_empty() && made.studies.is_empty(), "nothing half read");
    let what = &made.diagnostics.last().expect("an error").what;
    (in_both(&what.message).to_owned(), mapping(&text).words(what.at.expect("a place")).to_owned())
}

fn told(message: &str, words: &str) -> (String, String) {
    (message.to_owned(), words.to_owned())
}

#[test]
fn variables_and_categories_that_there_are_not_are_refused() {
    let mark = "mark = \"publisher\"\n";
    let of = |keys: &str| refused(&format!("{mark}{keys}"));
    assert_eq!(of("variable = \"x\"\nyes = [\"1\"]"), told("is no `var` of the codebook", "\"x\""));
    assert_eq!(
        of("variable = \"sex\"\nyes = [\"3\"]"),
        told("is no value and no label of a category", "\"3\"")
    );
    assert_eq!(
        of("variable = \"trust_ads\"\nyes = [\"Refused\"]"),
        told("is a category that stands for no answer", "\"Refused\"")
    );
    assert_eq!(
        of("variable = \"trust_ads\"\nweighted = false\nyes = [\"5\", \"Fully\"]"),
        told("is named twice", "\"Fully\"")
    );
    assert_eq!(
        of("variable = \"trust_ads\"\nyes = [\"4\"]"),
        told("has weighted and unweighted figures: say `weighted`", "\"trust_ads\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = [\"1\"]\nweighted = true"),
        told("has no `catStat` for each of its categories", "\"sex\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = []"),
        told("counts no category: `yes` is empty", "\"a\"")
    );
    let pages: String = ["p", "q"]
        .map(|name| format!("[seen.{name}]\nmark = \"publisher\"\nurl = \"https://a.example\"\n"))
        .concat();
    assert_eq!(
        refused(&format!("variable = \"sex\"\nyes = [\"1\"]\n{pages}")),
        told("neither page nor mark is given", "\"a\"")
    );
    assert_eq!(
        refused("variable = \"sex\"\nyes = [\"1\"]\nseen = \"p\""),
        told("`[seen]` has no `p`", "\"p\"")
    );
    let (message, words) = of("variable = \"sex\"\nyess = [\"1\"]");
    assert!(message.starts_with("unknown field `yess`"), "{message}");
    assert_eq!(words, "yess");
}

#[test]
fn a_name_of_several_variables_is_refused_and_their_ids_are_told() {
    let var = |id: &str, share: &str| {
        format!(
            "<var ID=\"{id}\" name=\"18-34\"><catgry><catValu>1</catValu>\
             <catStat type=\"percent\">{share}</catStat></catgry></var></dataDscr>"
        )
    };
    let twice = SURVEY.replace("</dataDscr>", &var("V8", "40"));
    let twice = twice.replace("</dataDscr>", &var("V9", "60"));
    let of = |variable: &str| {
        let keys = format!("mark = \"publisher\"\nvariable = \"{variable}\"\nyes = [\"1\"]\n");
        let text = format!("{FILE}[[finding]]\nid = \"a\"\nconcept = \"c\"\n{keys}");
        read(&text, twice.as_bytes())
    };
    let both = of("18-34");
    assert!(both.findings.is_empty() && both.studies.is_empty(), "nothing half read");
    assert_eq!(both.message(), "is the name of 2 `var`: name one by its `ID`, `V8`, `V9`");
    let one = of("V9");
    assert_eq!(one.findings.len(), 1);
    let address = "dataDscr/var[@ID='V9']/catgry[catValu='1']/catStat[@type='percent']";
    let entries = &one.listings[0].entries;
    assert!(entries.contains(&[address.to_owned(), "60".to_owned()]), "{entries:?}");
    let same = twice.replace("V9", "V8");
    let text = format!(
        "{FILE}[[finding]]\nid = \"a\"\nconcept = \"c\"\nmark = \"publisher\"\n\
                        variable = \"V8\"\nyes = [\"1\"]\n"
    );
    let message = "is the `ID` of 2 `var`, and none can be told by its `ID`";
    assert_eq!(read(&text, same.as_bytes()).message(), message);
}

#[test]
fn a_codebook_without_title_or_producer_is_refused() {
    let of = |from: &str, to: &str| read(FILE, SURVEY.replace(from, to).as_bytes());
    let untitled = of("Advertising &amp; trust, été 2026", " ");
    assert!(untitled.message().starts_with("`study.xml` has no title"), "{}", untitled.message());
    let nobody = of("Fixture B<", "<");
    let message = "`study.xml` names no producer: say `publisher` under `[study]`";
    assert_eq!(nobody.message(), message);
    let other = read(FILE, b"<html/>");
    let message = "`study.xml` is no codebook of DDI: its first element is `html`, not `codeBook`";
    assert_eq!(other.message(), message);
}
