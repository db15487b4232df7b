//! Tables as agencies publish them: which line is the question, and which one says of whom.

use super::*;
use crate::{Question, propose};

const QUESTION: &str = "Q7. How often do you use it?";
const ROWS: &str = ",Total,Men,Women\nUnweighted base,2004,980,1024\nWeighted base,2004,975,1029\n\
                    Every day,62%,58%,66%\nNever,38%,42%,34%\n";

/// Title, answers and base of each question.
fn asked(document: &Document) -> Vec<(String, usize, Option<String>)> {
    let proposal = propose(document, Lang::En).expect("it holds figures");
    let questions = proposal.understood.into_iter().flat_map(|one| one.questions);
    questions.map(|Question { title, answers, base }| (title, answers, base)).collect()
}

#[track_caller]
fn check(csv: &str, title: &str, base: &str) {
    let base = (!base.is_empty()).then(|| base.to_owned());
    assert_eq!(asked(&table(csv)), [(title.to_owned(), 2, base)], "{csv}");
}

#[test]
fn of_two_rows_of_an_answer_the_shares_are_read() {
    let counts_first =
        "Yes,381,201\n,38%,41% B\nNo,622,279\n,62%,59%\nTotal,1003,480\n,100%,100%\n";
    let shares_first = "Yes,38%,41% B\n,381,201\nNo,62%,59%\n,622,279\nTotal,100%,100%\n";
    for (rows, expected) in [(counts_first, ["5", "7"]), (shares_first, ["4", "6"])] {
        let csv = format!("Q. Do you?,,\n,Total,Men\nUnweighted base,1003,480\n{rows}");
        let mapping = propose(&table(&csv), Lang::En).expect("it can be read").mapping;
        let answers: Vec<_> = mapping.split("\n\n").filter(|it| it.contains(".answer.")).collect();
        let rows: Vec<_> = answers.iter().filter_map(|one| row_of(one)).collect();
        assert_eq!(rows, expected, "{mapping}");
        assert!(
            answers[0].contains("answer.yes]") && answers[1].contains("answer.no]"),
            "{mapping}"
        );
        assert!(mapping.contains("figures = \"percent\""), "{mapping}");
        let reading = read(&mapping, table(&csv));
        assert!(reading.diagnostics.iter().all(|one| one.severity != Severity::Error), "{mapping}");
        assert!(!mapping.contains("label = \"\""), "{mapping}");
    }
    let csv = "Q. Do you?,,\n,Total,Men\nUnweighted base,1003,480\nYes,38%,41%\n,62%,59%\n";
    let mapping = propose(&table(csv), Lang::En).expect("it can be read").mapping;
    assert_eq!(mapping.matches(".answer.").count(), 2, "two rows of shares are two answers");
}

#[test]
fn percentages_without_a_sign_are_shares_where_the_counts_above_come_to_them() {
    let of = |rows: &str| {
        let csv = format!("Q. Do you?,,\n,Total,Men\nBase,80,40\n{rows}");
        propose(&table(&csv), Lang::En).expect("it can be read").mapping
    };
    let rows = |mapping: &str| {
        let answers = mapping.split("\n\n").filter(|one| one.contains(".answer."));
        answers.filter_map(|one| row_of(one).map(str::to_owned)).collect::<Vec<_>>()
    };
    let mapping =
        of("Yes,30,18\n,38,45\nNo,44,20\n,55,50\nDK/NR,6,2\n,8,5\nTotal,80,40\n,100,100\n");
    assert_eq!(rows(&mapping), ["5", "7", "9"], "{mapping}");
    assert!(mapping.contains("figures = \"percent\""), "{mapping}");
    assert_eq!(mapping.matches("says = \"no-answer\"").count(), 1, "{mapping}");
    let mapping = of("Yes,30,18\n,39,45\nNo,44,20\n,55,50\n");
    assert_eq!(
        rows(&mapping).first().map(String::as_str),
        Some("4"),
        "39 is not what 30 of 80 are"
    );
}

/// The row that an answer of a mapping names.
fn row_of(answer: &str) -> Option<&str> {
    answer.lines().find_map(|line| line.strip_prefix("row = "))
}

#[test]
fn what_answers_come_to_is_no_answer_and_who_did_not_know_gave_none() {
    let csv = "Q. Do you?,,\n,Total,Men\nBase,1003,480\nYes,38%,41%\nNo,55%,52%\n\
               Don’t know / refused,7%,7%\nNone of these,0%,0%\nTotal,100%,100%\n";
    let mapping = propose(&table(csv), Lang::En).expect("it can be read").mapping;
    let answers: Vec<_> = mapping.split("\n\n").filter(|part| part.contains(".answer.")).collect();
    let says: Vec<_> = answers.iter().map(|one| one.contains("says = \"no-answer\"")).collect();
    assert_eq!(says, [false, false, true, false], "{mapping}");
}

#[test]
fn a_line_about_the_base_is_not_the_question() {
    let title = "Table 12. Media,,,";
    for (line, base) in [
        ("Base: internet users aged 18+,,,", "internet users aged 18+"),
        ("Base : internautes de 18 ans et plus,,,", "internautes de 18 ans et plus"),
        ("Base (n): internet users,,,", "internet users"),
        ("Filtre : aux internautes,,,", "aux internautes"),
        ("Base,,,\nAll internet users,,,", "All internet users"),
        ("Base (n),,,", ""),
    ] {
        for lines in [
            format!("{title}\n{QUESTION},,,\n{line}"),
            format!("{title}\n{line}\n{QUESTION},,,"),
            format!("{QUESTION},,,\n{line}\n{title}"),
        ] {
            check(&format!("{lines}\n{ROWS}"), QUESTION, base);
        }
        // Below the heads, too, before or behind rows of bases.
        let heads = ROWS.replacen('\n', &format!("\n{QUESTION},,,\n{line}\n"), 1);
        check(&format!("{title}\n{heads}"), QUESTION, base);
        let behind = ROWS.replace("\nEvery", &format!("\n{line}\nEvery"));
        check(&format!("{QUESTION},,,\n{behind}"), QUESTION, base);
    }
    // Beside the heads, and beside the base itself.
    let heads = ROWS.replacen(",Total", "Base: internet users,Total", 1);
    check(&format!("{QUESTION},,,\n{heads}"), QUESTION, "internet users");
    let row = ROWS.replace("Unweighted base", "Unweighted base: internet users");
    check(&format!("{QUESTION},,,\n{row}"), QUESTION, "internet users");
    check(&ROWS.replacen(",Total", &format!("{QUESTION},Total"), 1), QUESTION, "");
}

#[test]
fn rows_of_bases_stay_with_the_question_whatever_stands_between() {
    let between = ROWS.replace("\nEvery", "\nBase: internet users,,,\nEvery");
    for (rows, first) in [(ROWS.to_owned(), 3), (between, 3)] {
        let proposal = propose(&table(&format!("{QUESTION},,,\n{rows}")), Lang::En);
        let understood = &proposal.expect("it holds figures").understood[0];
        let bases = [(first, "unweighted"), (first + 1, "weighted")];
        assert_eq!((&understood.bases[..], &understood.banner[..]), (&bases[..], &[2][..]));
    }
}

#[test]
fn a_base_below_answers_is_theirs() {
    let [first, second] = ["Yes,12%,13%\nNo,88%,87%\n", "Yes,22%,23%\nNo,78%,77%\n"];
    let both = |text: String| asked(&table(&format!(",Men,Women\n{text}")));
    let told = |bases: [&str; 2]| {
        let title = |at: usize| ["One", "Two"][at].to_owned();
        [0, 1].map(|at| (title(at), 2, Some(bases[at].to_owned())))
    };
    let below = both(format!("One,,\n{first}Base: a,,\nTwo,,\n{second}Base: b,,\nSource: x,,\n"));
    assert_eq!(below, told(["a", "b"]));
    let above = both(format!("Base: a,,\nOne,,\n{first}Base: b,,\nTwo,,\n{second}"));
    assert_eq!(above, told(["a", "b"]));
    let apart = both(format!("One,,\nBase: a,,\n{first}\nBase: b,,\nTwo,,\n{second}"));
    assert_eq!(apart, told(["a", "b"]));
}

#[test]
fn a_title_that_is_merged_over_the_columns_heads_none_of_them() {
    for at in ["A", "B"] {
        let titles = [QUESTION, "Base: internet users"];
        let titles = titles.iter().enumerate();
        let titles: String =
            titles.map(|(row, words)| files::row(row + 1, &[(at, *words)])).collect();
        let rows = [
            ["", "Total", "Men"],
            ["Base", "1000", "480"],
            ["Yes", "0.37", "0.41"],
            ["No", "0.63", "0.59"],
        ];
        let rows = rows.iter().enumerate().map(|(row, [label, all, men])| {
            files::row(row + 3, &[("A", *label), ("B", *all), ("C", *men)])
        });
        let rows = titles + &rows.collect::<String>();
        let merged = [format!("{at}1:C1"), format!("{at}2:C2")];
        let book = files::xlsx("S", &rows, &merged.each_ref().map(String::as_str));
        let book = bytes("table.xlsx", book);
        let base = Some("internet users".to_owned());
        assert_eq!(asked(&book), [(QUESTION.to_owned(), 2, base)]);
        let proposal = propose(&book, Lang::En).expect("it holds figures");
        assert_eq!(proposal.understood[0].banner, [3], "{}", proposal.mapping);
        assert!(remarks(&read(&proposal.mapping, book)).iter().all(|one| !one.contains("rows")));
    }
}

#[test]
fn whom_a_table_names_stands_as_a_remark_of_what_a_person_fills_in() {
    let one = table(&format!("{QUESTION},,,\n\"Base: \"\"heavy\"\" users\",,,\n{ROWS}"));
    let proposal = propose(&one, Lang::En).expect("it holds figures");
    let universe = "# universe = \"\"        # who was asked, a word of the vocabulary; the table \
                    says \"\\\"heavy\\\" users\"\n";
    assert!(proposal.mapping.contains(universe), "{}", proposal.mapping);
    assert!(proposal.entries(Lang::En).contains(&["asked", "\"heavy\" users"].map(str::to_owned)));
    // Of two questions that were not put to the same people, each says it.
    let two = "Two,,,\nBase: daily users,,,\nYes,12%,13%,14%\n";
    let two = table(&format!("{QUESTION},,,\nBase: all,,,\n{ROWS}{two}"));
    let proposal = propose(&two, Lang::Fr).expect("it holds figures");
    for words in ["all", "daily users"] {
        let base = format!(
            "# base = []            # à qui elle a été posée, mots du vocabulaire\u{a0}; le tableau \
             dit \"{words}\"\n"
        );
        assert_eq!(proposal.mapping.matches(&base).count(), 1, "{}", proposal.mapping);
    }
    assert!(proposal.mapping.contains("# qui a été interrogé, un mot du vocabulaire\n"));
}

/// "Age" is merged over two columns, "Other" stands beside it without a head of its own.
#[test]
fn heads_reach_over_the_cells_that_an_ods_workbook_merges() {
    let cell = |words: &str, spanned: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"{spanned}><text:p>{words}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|words| cell(words, "")).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let age = cell("Age", " table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\"");
    let rows = [
        format!(
            "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/>{age}\
             <table:covered-table-cell/></table:table-row>"
        ),
        row(&["t", "All", "18-34", "35+", "Other"]),
        row(&["Base", "1000", "400", "600", "30"]),
        row(&["Yes", "37%", "41%", "35%", "30%"]),
        row(&["No", "63%", "59%", "65%", "70%"]),
    ];
    let book = bytes("table.ods", files::ods("S", &rows.concat()));
    let proposal = propose(&book, Lang::En).expect("it holds figures");
    let heads: Vec<_> =
        proposal.understood[0].columns.iter().map(|(_, heads)| heads.join("/")).collect();
    assert_eq!(heads, ["All", "Age/18-34", "Age/35+", "Other"]);
    assert_eq!(remarks(&read(&proposal.mapping, book)).len(), 2);
}
