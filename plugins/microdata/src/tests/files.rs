//! Real files, read whole.
//!
//! `survey.*`, `plain.sav` and `declared.sav` hold invented answers and were written by
//! PSPP 1.6.2, which also computed the sums behind the figures expected here
//! (`AGGREGATE` over cases with a positive weight: cases, Σw, Σw², Σw of those who say
//! yes). The other files and what they hold are described in `tests/files/README.md`.

use super::folder::{HEAD, Made, read, shipped};

/// The entries that are counted in each form of the survey.
const ENTRIES: &str = r#"
[group.homme]
where = [{ variable = "sex", is = ["Homme"] }]
base = ["men"]
[group.femme]
where = [{ variable = "SEX", is = [2] }]
base = ["women"]
regions = ["FR"]
[group.young-east]
where = [{ variable = "age", to = 34 }, { variable = "region", is = ["E"] }]
age = "18-34"

[[finding]]
id = "trust"
variable = "trust_ads"
yes = [4, "Fully"]
concept = "trusts-ads"
base = ["adults"]
groups = ["homme", "femme", "young-east"]

[[finding]]
id = "tv"
set = "$seen"
yes = ["seen_tv"]
concept = "saw"

[[finding]]
id = "tv-or-mail"
set = "$seen"
yes = ["seen_tv", "seen_mail"]
among = "answering"
concept = "saw"

[[finding]]
id = "price"
set = "$reasons"
yes = ["Price"]
concept = "reason"
"#;

/// What the weighted answers of a variable sum up to.
struct Sums {
    cases: u32,
    weight: f64,
    squares: f64,
    yes: f64,
}

fn expected(sums: &Sums) -> [String; 3] {
    let effective = sums.weight * sums.weight / sums.squares;
    [
        format!("{:.4} %", sums.yes / sums.weight * 100.0),
        sums.cases.to_string(),
        format!("{}", effective.floor()),
    ]
}

#[track_caller]
fn check_survey(made: &Made) {
    let check = |id: &str, cases, weight, squares, yes| {
        let sums = Sums { cases, weight, squares, yes };
        assert_eq!(made.figures(id), expected(&sums), "{id}");
    };
    check("one/trust", 348, 384.0062, 526.22746570, 158.5555);
    check("one/trust-homme", 185, 198.1103, 265.51723831, 53.4608);
    check("one/trust-femme", 163, 185.8959, 260.71022739, 105.0947);
    check("one/trust-young-east", 31, 32.4329, 41.67972037, 13.1680);
    check("one/tv", 370, 416.4297, 582.15914783, 192.8665);
    check("one/tv-or-mail", 256, 289.7682, 407.56502650, 223.2980);
    check("one/price", 367, 414.2924, 581.58271308, 165.7686);
}

#[test]
fn the_packed_forms_of_a_survey_give_the_figures_of_the_other_program() {
    for name in ["survey.sav", "survey.zsav"] {
        let data = format!("[data]\nfile = \"{name}\"\nweight = \"weight_final\"\n");
        let made = read(&format!("{HEAD}{data}{ENTRIES}"), name, &shipped(name));
        check_survey(&made);
        let odd: Vec<_> = made.diagnostics.iter().map(|one| one.what.message.as_str()).collect();
        assert_eq!(odd, ["2 cases have no positive weight in `weight_final` and are not counted"]);
    }
}

#[test]
fn a_table_with_a_codebook_gives_the_same_figures() {
    let codebook = r#"
[data]
file = "survey.csv"
weight = "weight_final"
[variable.sex]
labels = { 1 = "Homme", 2 = "Femme" }
[variable.trust_ads]
labels = { 4 = "Rather", 5 = "Fully" }
missing = [8, 9]
[variable.reason_1]
labels = { 1 = "Price" }
[variable.reason_2]
labels = { 1 = "Price" }
[set."$seen"]
variables = ["seen_tv", "seen_web", "seen_mail"]
counted = 1
[set."$reasons"]
variables = ["reason_1", "reason_2"]
"#;
    let made = read(&format!("{HEAD}{codebook}{ENTRIES}"), "survey.csv", &shipped("survey.csv"));
    check_survey(&made);
}

#[test]
fn a_table_in_another_character_set_is_read_as_the_mapping_says() {
    let table = "rég;poids\n\u{c9}t\u{e9};0,5\n\u{c9}t\u{e9};1,5\nHiver;2\n";
    let bytes: Vec<u8> = table.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let of = |keys: &str, bytes: &[u8]| {
        let entry = "[[finding]]\nid = \"a\"\nvariable = \"r\u{e9}g\"\nyes = [\"\u{c9}t\u{e9}\"]\nconcept = \"c\"\n";
        let data = "[data]\nfile = \"a.csv\"\nweight = \"poids\"\n";
        read(&format!("{HEAD}{data}{keys}{entry}"), "a.csv", bytes)
    };
    let made = of("encoding = \"windows-1252\"\ndecimals = \"comma\"\n", &bytes);
    assert_eq!(made.figures("one/a"), ["50.0000 %", "3", "2"]);
    let silent = of("decimals = \"comma\"\n", &bytes);
    let message =
        "`a.csv` is not UTF-8 from byte 1 on: say `encoding = \"windows-1252\"` if it is that";
    assert_eq!(silent.diagnostics[0].what.message.as_str(), message);
    let undefined = of("encoding = \"windows-1252\"\n", b"a,b\n1,\x81\n");
    let message = "`a.csv` is not windows-1252: it has no character for byte 6";
    assert_eq!(undefined.diagnostics[0].what.message.as_str(), message);
    let points = of("", table.as_bytes());
    assert_eq!(points.diagnostics[0].what.message.as_str(), "`poids` of case 1 is no number");
}

/// Ten people in Windows-1252, of whom five say yes, with words in the last column of row 5.
fn ten(words: &[u8]) -> Vec<u8> {
    let mut table = b"yes;caf\xe9;words\n".to_vec();
    for row in 2..12 {
        table.extend(if row % 2 == 0 { b"1;" } else { b"0;" });
        table.extend(b"\xe9t\xe9;");
        table.extend(if row == 5 { words } else { b"x" });
        table.push(b'\n');
    }
    table
}

#[test]
fn nobody_is_lost_behind_a_quotation_mark() {
    let entry = "[[finding]]\nid = \"a\"\nvariable = \"yes\"\nyes = [1]\nconcept = \"c\"\n";
    let text = format!("{HEAD}[data]\nfile = \"a.csv\"\nencoding = \"windows-1252\"\n{entry}");
    let of = |words: &[u8]| read(&text, "a.csv", &ten(words));
    assert_eq!(of(b"x").figures("one/a"), ["50.0000 %", "10", ""]);
    let open = of(b"\"x");
    assert!(open.findings.is_empty());
    let message = "`a.csv` has a quotation mark that does not close, or after which text follows, \
                   at byte 46";
    assert_eq!(open.diagnostics[0].what.message.as_str(), message);
}

#[test]
fn a_table_in_two_character_sets_is_remarked() {
    let entry = "[[finding]]\nid = \"a\"\nvariable = \"yes\"\nyes = [1]\nconcept = \"c\"\n";
    let text = format!("{HEAD}[data]\nfile = \"a.csv\"\nencoding = \"windows-1252\"\n{entry}");
    let of = |words: &[u8]| read(&text, "a.csv", &ten(words)).diagnostics;
    assert_eq!(of(b"\xe9t\xe9"), []);
    let message = "`a.csv` is UTF-8 at byte 45, and is read as windows-1252: it holds both";
    assert_eq!(of("été".as_bytes())[0].what.message.as_str(), message);
}

#[test]
fn a_proposal_tells_the_character_set_and_makes_nothing_of_two() {
    let of = |words: &[u8]| {
        let path = "sources/fixture-a/a.csv";
        let table = gainsay_plugin::testing::document("fixture-a", path, ten(words));
        crate::propose::propose(&table, gainsay_plugin::Lang::En)
    };
    let entries = of(b"x").expect("it is one of them");
    assert!(entries.contains(&["encoding", "Windows-1252"].map(str::to_owned)), "{entries:?}");
    let refused = of("été".as_bytes()).expect_err("it holds both");
    let told = "`a.csv` is UTF-8 but for lines 1-11: save all of it as UTF-8";
    assert_eq!(gainsay_plugin::testing::in_both(&refused), told);
}

#[test]
fn a_codebook_names_variables_in_any_case() {
    let keys = "[variable.SEX]\nlabels = { 1 = \"Homme\" }\n[[finding]]\nid = \"men\"\n\
                variable = \"sex\"\nyes = [\"Homme\"]\nconcept = \"man\"\n";
    let text = format!("{HEAD}[data]\nfile = \"survey.csv\"\n{keys}");
    let made = read(&text, "survey.csv", &shipped("survey.csv"));
    assert_eq!(made.diagnostics, []);
    assert_eq!(made.findings.len(), 1);
}

#[test]
fn an_address_names_variable_category_label_condition_and_weight() {
    let data = "[data]\nfile = \"survey.sav\"\nweight = \"weight_final\"\n";
    let made = read(&format!("{HEAD}{data}{ENTRIES}"), "survey.sav", &shipped("survey.sav"));
    let entries = &made.listings[0].entries;
    assert_eq!(
        entries[4][0],
        "% trust_ads = 4 \"Rather\" + 5 \"Fully\" | sex = 1 \"Homme\" × weight_final"
    );
    assert_eq!(entries[17][0], "% $seen: seen_tv = 1 × weight_final");
    assert_eq!(entries[12][0], format!("% {}", &entries[13][0][2..]));
    let finding = made.findings.iter().find(|one| one.id == "one/trust-young-east").unwrap();
    assert_eq!(made.words(finding.people.as_ref().unwrap().age), "18-34");
    assert_eq!(finding.document, "sources/fixture-a/survey.sav#one");
    let finding = made.findings.iter().find(|one| one.id == "one/trust-femme").unwrap();
    let base: Vec<_> = finding.base.iter().map(|step| step.who.as_str()).collect();
    assert_eq!(base, ["adults", "women"]);
}

#[test]
fn a_plain_file_is_read_without_weights() {
    let mapping = "[data]\nfile = \"plain.sav\"\n\
                   [[finding]]\nid = \"men\"\nvariable = \"sex\"\nyes = [1]\nconcept = \"man\"\n";
    let made = read(&format!("{HEAD}{mapping}"), "plain.sav", &shipped("plain.sav"));
    let men = String::from_utf8(shipped("survey.csv")).unwrap();
    let men = men.lines().skip(1).take(30).filter(|line| line.split(',').nth(1) == Some("1"));
    let share = f64::from(u32::try_from(men.count()).unwrap()) / 30.0 * 100.0;
    assert_eq!(made.figures("one/men"), [format!("{share:.4} %"), "30".into(), String::new()]);
}

#[test]
fn the_weight_that_a_file_declares_is_neither_used_nor_left_aside_in_silence() {
    let entry = "[[finding]]\nid = \"men\"\nvariable = \"sex\"\nyes = [1]\nconcept = \"man\"\n";
    let of = |keys: &str| {
        let text = format!("{HEAD}[data]\nfile = \"declared.sav\"\n{keys}{entry}");
        read(&text, "declared.sav", &shipped("declared.sav"))
    };
    let silent = of("");
    assert!(silent.findings.is_empty());
    let message = silent.diagnostics[0].what.message.as_str();
    assert!(message.starts_with("`declared.sav` is weighted by `weight_final`"), "{message}");
    assert_eq!(of("unweighted = true\n").figures("one/men")[1], "30");
    assert_eq!(of("weight = \"weight_final\"\n").figures("one/men")[1], "28");
}

#[test]
fn user_missing_values_are_in_the_base_only_where_they_are_kept() {
    let of = |keys: &str| {
        let text = format!(
            "{HEAD}[data]\nfile = \"survey.sav\"\nweight = \"weight_final\"\n[[finding]]\n\
             id = \"dk\"\nvariable = \"trust_ads\"\nconcept = \"trusts-ads\"\n{keys}"
        );
        read(&text, "survey.sav", &shipped("survey.sav"))
    };
    let refused = of("yes = [8]\n");
    let message = refused.diagnostics.last().unwrap().what.message.as_str();
    assert_eq!(message, "8 of `trust_ads` is declared as missing");
    let kept = of("yes = [8]\nkeep = [\"Don't know\"]\n");
    let all = of("yes = [4]\nkeep = [8, 9]\n");
    assert_eq!(all.figures("one/dk")[1], "398", "everybody with a weight answered or refused");
    let cases: u32 = kept.figures("one/dk")[1].parse().unwrap();
    assert!(348 < cases && cases < 398, "{cases}");
}
