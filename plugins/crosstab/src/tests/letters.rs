//! Letters of significance in a table, compared with the test.
//!
//! The letters of the fixture were computed apart from this code, from the shares as they
//! stand: pooled z of men and women is 2.76, 4.47 and 2.03, of north and south 0, 1.75 and
//! 2.66. Beyond 1.96 stand capital letters, beyond 1.645 small ones.

use super::*;

const CSV: &str = "\
,All,Men,Women,North,South
,(A),(B),(C),(D),(E)
Base,2000,960,1040,800,1200
Yes,38%,41% C,35%,38%,38%
No,50%,45%,55% B,52% e,48%
Other,12%,14% C,11%,10%,14% D
";

fn form() -> String {
    let column = |name: &str, at: &str, letter: &str, group: &str| {
        format!("[column.{name}]\nat = '{at}'\nbase = []\nletter = '{letter}'\ngroup = '{group}'\n")
    };
    let columns = [
        column("men", "C", "B", "sex"),
        column("women", "D", "C", "sex"),
        column("north", "E", "D", "region"),
        column("south", "F", "E", "region"),
    ];
    let layout = LAYOUT
        .replace("[1]", "[1]\nletters = { stand = 'behind', level = 0.95, lower-level = 0.9 }");
    let answers = [("yes", 4), ("no", 5), ("other", 6)].map(|(name, row)| {
        format!("[question.q.answer.{name}]\nrow = {row}\nfacets = {{ a = '{name}' }}\n")
    });
    format!(
        "table = 'table.csv'\n{HEAD}{layout}{}[question.q]\nkind = 'single'\nconcept = 'c'\n\
         unweighted = 3\n{}[left-out]\nrows = ['2']\ncolumns = ['B']\n",
        columns.concat(),
        answers.concat()
    )
}

fn agreement(csv: &str) -> (crate::Agreement, Vec<String>) {
    let (document, table) = (mapping(&form()), table(csv));
    let form = gainsay_plugin::form::read::<crate::form::Form>(&document).expect("a mapping");
    let folder = [table];
    let read = crate::reading::read(&document, &form, &folder).expect("a table");
    (read.letters, read.remarks.into_iter().map(|one| one.message.to_string()).collect())
}

#[test]
fn letters_that_follow_from_the_figures_are_no_remark() {
    let (letters, remarks) = agreement(CSV);
    // Rounding leaves open two of them: 52 % and 48 % are 1.31 to 2.19 apart.
    assert_eq!(letters, crate::Agreement { alike: 4, otherwise: 0, open: 2 });
    assert_eq!(remarks, [""; 0]);
    let reading = read(&form(), table(CSV));
    assert_eq!(found(&reading, &table(CSV))[0], ("one/q/yes/men", "41%"));
}

#[test]
fn letters_that_do_not_are_told() {
    let (letters, remarks) = agreement(&CSV.replace("55% B", "55%").replace("35%", "35% B"));
    assert_eq!(letters.otherwise, 2);
    let told = "of 6 pairs of columns, a z test at 95 % tells 2 otherwise than the letters, \
                in rows 4-5";
    assert_eq!(remarks, [told]);
}

#[test]
fn letters_may_stand_below_or_to_the_right() {
    let below = "t,Men,Women\nBase,960,1040\nYes,41%,35%\n,C,\n";
    let right = "t,Men,,Women,\nBase,960,,1040,\nYes,41%,C,35%,\n";
    for (stand, csv, women) in [("below", below, "C"), ("right", right, "D")] {
        let layout =
            LAYOUT.replace("[1]", &format!("[1]\nletters = {{ stand = '{stand}', level = 0.95 }}"));
        let text = format!(
            "table = 'table.csv'\n{HEAD}{layout}[column.men]\nat = 'B'\nbase = []\nletter = 'B'\n\
             [column.women]\nat = '{women}'\nbase = []\nletter = 'C'\n[question.q]\nkind = 'single'\n\
             concept = 'c'\nunweighted = 2\n[question.q.answer.yes]\nrow = 3\n"
        );
        let reading = read(&text, table(csv));
        assert_eq!(reading.diagnostics, [], "{stand}");
        assert_eq!(reading.findings.len(), 2);
        let reading = read(&text, table(&csv.replace(",C", ",")));
        let message = "of 1 pairs of columns, a z test at 95 % tells 1 otherwise than the \
                       letters, in rows 3";
        assert_eq!(remarks(&reading), [message], "{stand}");
    }
}

/// A table with letters in the row below, several of them in a cell, and its mapping.
fn below(marks: &str) -> String {
    let layout = LAYOUT
        .replace("[1]", &format!("[1, 2]\n{marks}\nletters = {{ stand = 'below', level = 0.95 }}"));
    let columns = [("B", "Men", "A"), ("C", "Women", "B"), ("D", "All", "C")];
    let columns = columns.map(|(at, head, letter)| {
        format!(
            "[column.{letter}]\nat = '{at}'\nbase = []\nhead = ['{head}', '{letter}']\nletter = '{letter}'\n"
        )
    });
    format!(
        "table = 'table.csv'\n{HEAD}{layout}{}[question.q]\nkind = 'single'\nconcept = 'c'\n\
         unweighted = 3\n[question.q.answer.yes]\nrow = 4\n[question.q.answer.no]\nrow = 6\n\
         negated = true\n",
        columns.concat(),
    )
}

const BELOW: &str = "\
t,Men,Women,All
,A,B,C
Base,960,1040,2000
Yes,41%,35%,30%
,BC,C,
No,59%,65%,70%
,,A,AB
";

#[test]
fn rows_of_letters_are_no_heads_of_another_table() {
    let reading = read(&below(""), table(BELOW));
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.findings.len(), 6);
    let understood =
        &crate::propose(&table(BELOW), Lang::En).expect("it holds figures").understood[0];
    assert_eq!((understood.letters, understood.questions[0].answers), (Some("below"), 2));
    assert_eq!((&understood.under_others[..], &understood.not_understood[..]), (&[][..], &[][..]));
}

#[test]
fn letters_that_cannot_be_read_are_told_and_not_compared() {
    let csv = BELOW.replace(",BC,C,", ",'@H'.BC,'@H'.C,'@L'");
    let message =
        "the letters of B5 and of 2 more are not compared: `'@H'.BC` is more than letters";
    assert_eq!(remarks(&read(&below(""), table(&csv))), [message]);
    // Nobody's letter is `L` or `H`: with these marks all are compared again.
    let marks = r#"marks = ["'@L'", "'@H'"]"#;
    assert_eq!(read(&below(marks), table(&csv)).diagnostics, []);
    let missing = csv.replace("'@H'.C", "'@H'");
    let message = "of 6 pairs of columns, a z test at 95 % tells 1 otherwise than the letters, \
                   in rows 4";
    assert_eq!(remarks(&read(&below(marks), table(&missing))), [message]);
}

/// A table with letters behind the figures, and its mapping.
fn behind(figures: &str) -> String {
    let layout = LAYOUT.replace("percent", figures);
    let layout =
        layout.replace("[1]", "[1]\nmarks = ['*']\nletters = { stand = 'behind', level = 0.95 }");
    format!(
        "table = 'table.csv'\n{HEAD}{layout}[column.men]\nat = 'B'\nbase = []\nletter = 'B'\n\
         [column.women]\nat = 'C'\nbase = []\nletter = 'C'\n[question.q]\nkind = 'single'\n\
         concept = 'c'\nunweighted = 2\n[question.q.answer.yes]\nrow = 3\n"
    )
}

fn between_men_and_women(figures: &str, csv: &str) -> crate::Agreement {
    let (document, table) = (mapping(&behind(figures)), table(csv));
    let form = gainsay_plugin::form::read::<crate::form::Form>(&document).expect("a mapping");
    crate::reading::read(&document, &form, &[table]).expect("a table").letters
}

/// What tells a letter that follows from the figures, and one that does not.
const ALIKE: crate::Agreement = crate::Agreement { alike: 1, otherwise: 0, open: 0 };
const OTHERWISE: crate::Agreement = crate::Agreement { alike: 0, otherwise: 1, open: 0 };

#[test]
fn shares_are_compared_as_the_core_reads_them() {
    for (figures, men, women) in [
        ("fraction", "0,415", "0,345"),
        ("percent", "41,525", "34,525"),
        ("percent", "41,525%", "34,525%"),
    ] {
        let csv = |letter| format!("t;Men;Women\nBase;960;1040\nYes;{men}{letter};{women}\n");
        assert_eq!(between_men_and_women(figures, &csv(" C")), ALIKE, "{men}");
        assert_eq!(between_men_and_women(figures, &csv("")), OTHERWISE, "{men}");
    }
}

#[test]
fn bases_are_read_past_their_marks_and_as_the_core_reads_them() {
    for (men, women) in
        [("960*", "1040"), ("960", "1040 *"), ("1.920", "2.080"), ("1 920", "2,080")]
    {
        let csv = |letter| format!("t;Men;Women\nBase;{men};{women}\nYes;41.5%{letter};34.5%\n");
        assert_eq!(between_men_and_women("percent", &csv(" C")), ALIKE, "{men} {women}");
        assert_eq!(between_men_and_women("percent", &csv("")), OTHERWISE, "{men} {women}");
    }
    let csv = "t;Men;Women\nBase;1.920*;2.080\nYes;797 C;718\n";
    assert_eq!(between_men_and_women("count", csv), ALIKE);
}

#[test]
fn letters_are_compared_at_the_level_that_somebody_states() {
    let csv = CSV.replace("55% B", "55%");
    let unsaid = form().replace(", level = 0.95", "");
    let told = "the letters of columns are not compared with a test: no `level` says at which \
                confidence";
    assert_eq!(remarks(&read(&unsaid, table(&csv))), [told]);
    let nobody = unsaid.replace(HEAD, "");
    let told = remarks(&read(&nobody, table(&csv))).join(" ");
    assert!(!told.contains("letters") && told.contains("[study]"), "{told}");
    for lang in [Lang::En, Lang::Fr] {
        let proposal = crate::propose(&table(&csv), lang).expect("it holds figures");
        let live = proposal.mapping.lines().filter(|line| line.contains("level"));
        assert!(
            live.clone().all(|line| line.starts_with("# letters.level")),
            "{}",
            proposal.mapping
        );
        assert_eq!(live.count(), 1, "{}", proposal.mapping);
        assert_eq!(remarks(&read(&proposal.mapping, table(&csv))).len(), 2);
    }
}

#[test]
fn a_level_is_a_part_of_one() {
    for (level, wrong) in [
        ("level = 0.95", "level = 95"),
        ("level = 0.95", "level = nan"),
        ("level = 0.95", "level = 0"),
        ("lower-level = 0.9", "lower-level = 1.0"),
        ("lower-level = 0.9", "lower-level = -0.9"),
    ] {
        let (message, at) = refused(&form().replace(level, wrong), table(CSV));
        assert_eq!(message, "a level of confidence is between 0 and 1, such as 0.95");
        assert_eq!(Some(&at[..]), wrong.split(" = ").nth(1));
    }
}

#[test]
fn letters_to_the_right_are_proposed() {
    let csv = "t,Men,,Women,\n,A,,B,\nBase,960,,1040,\nYes,41%,B,35%,\nNo,59%,,65%,A\n";
    let proposal = crate::propose(&table(csv), Lang::En).expect("it holds figures");
    assert_eq!(proposal.understood[0].letters, Some("right"));
    let mapping = &proposal.mapping;
    assert!(mapping.contains("\nletters.stand = \"right\"\n"), "{mapping}");
    assert!(mapping.contains("letter = \"B\""), "{mapping}");
    let told = remarks(&read(mapping, table(csv))).join(" ");
    assert!(!told.contains("columns"), "{told}");
    // A column of words beside the figures is none of letters.
    let proposal = crate::propose(&table(&csv.replace(",A\n", ",see note\n")), Lang::En);
    assert_eq!(proposal.expect("it holds figures").understood[0].letters, None);
}
