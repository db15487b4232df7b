//! What is wrong with a mapping is told where it is written.

use gainsay_plugin::testing::in_both;

use super::folder::{HEAD, mapping, read, shipped};

/// The message of the error, and the words it points at.
#[track_caller]
fn refused(data: &str, entry: &str) -> (String, String) {
    let text = format!("{HEAD}[data]\nfile = \"survey.sav\"\n{data}{entry}");
    let made = read(&text, "survey.sav", &shipped("survey.sav"));
    assert!(made.findings.is_empty() && made.studies.is_empty(), "nothing half read");
    let what = &made.diagnostics.last().expect("an error").what;
    (in_both(&what.message).to_owned(), mapping(&text).words(what.at.expect("a place")).to_owned())
}

fn told(message: &str, words: &str) -> (String, String) {
    (message.to_owned(), words.to_owned())
}

#[test]
fn names_and_values_that_the_data_do_not_have_are_refused() {
    let entry = |keys: &str| format!("[[finding]]\nid = \"a\"\nconcept = \"c\"\n{keys}\n");
    let of = |keys: &str| refused("", &entry(keys));
    assert_eq!(
        of("variable = \"trust\"\nyes = [1]"),
        told("is no variable of the data", "\"trust\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = [1, 7]"),
        told("`sex` has no value and no label 7", "7")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = [\"Hommes\"]"),
        told("`sex` has no value and no label \"Hommes\"", "\"Hommes\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = []"),
        told("counts no answer: `yes` is empty", "\"a\"")
    );
    assert_eq!(of("yes = [1]"), told("needs either `variable` or `set`", "\"a\""));
    assert_eq!(
        of("set = \"$x\"\nyes = [1]"),
        told("is no multiple-response set of the data", "\"$x\"")
    );
    assert_eq!(
        of("set = \"$seen\"\nyes = [\"sex\"]"),
        told("`sex` is no variable of the set `$seen`", "\"sex\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = [1]\ngroups = [\"x\"]"),
        told("`[group]` has no `x`", "\"x\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = [1]\nwhere = [{ variable = \"age\" }]"),
        told("a condition needs `is`, `from` or `to`", "\"age\"")
    );
    assert_eq!(
        of("variable = \"sex\"\nyes = [1]\nwhere = [{ variable = \"age\", from = 99 }]"),
        told("nobody is in the base of `one/a`", "\"a\"")
    );
    let (message, words) = of("variable = \"sex\"\nyess = [1]");
    assert!(message.starts_with("unknown field `yess`"), "{message}");
    assert_eq!(words, "yess");
}

#[test]
fn weights_that_are_none_are_refused() {
    let entry = "[[finding]]\nid = \"a\"\nconcept = \"c\"\nvariable = \"sex\"\nyes = [1]\n";
    assert_eq!(
        refused("weight = \"poids\"\n", entry),
        told("is no variable of the data", "\"poids\"")
    );
    assert_eq!(
        refused("weight = \"region\"\n", entry),
        told("`region` of case 1 is no number", "\"region\"")
    );
    let all = "weight = \"trust_ads\"\n[variable.trust_ads]\nmissing = [1, 2, 3, 4, 5]\n";
    let (message, _) = refused(all, entry);
    assert_eq!(message, "nobody is in the base of `one/a`", "missing weights count for nobody");
    assert_eq!(
        refused("weight = \"age\"\nunweighted = true\n", entry),
        told("is a weight of data that are said to be unweighted", "\"age\"")
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_where_it_is_named() {
    let text = format!("{HEAD}[data]\nfile = \"other.sav\"\n");
    let missing = read(&text, "survey.sav", &shipped("survey.sav"));
    let what = &missing.diagnostics[0].what;
    assert_eq!(what.message.as_str(), "`other.sav` is no document beside this mapping");
    assert_eq!(mapping(&text).words(what.at.unwrap()), "\"other.sav\"");

    let text = format!("{HEAD}[data]\nfile = \"a.csv\"\n");
    let of = |bytes: &[u8]| read(&text, "a.csv", bytes).diagnostics[0].what.message.to_string();
    let entry = "[[finding]]\nid = \"a\"\nconcept = \"c\"\nvariable = \"x\"\nyes = [1]\n";
    let text = format!("{text}{entry}");
    let ragged = read(&text, "a.csv", b"x,y\n1,2\n1\n");
    assert_eq!(
        ragged.diagnostics[0].what.message.as_str(),
        "`a.csv` has 1 cells in row 3, and 2 names"
    );
    assert_eq!(of(b""), "`a.csv` has no row of names");
    assert_eq!(of(b"x,x\n1,2\n"), "`a.csv` names the variable `x` twice in its first row");
}
