//! Tables that are stacked on one sheet, each with column heads of its own.

use super::*;
use crate::propose;

const COLUMNS: &str = "[column.men]\nat = 'B'\nhead = ['Men']\nbase = []\n\
                       [column.women]\nat = 'C'\nhead = ['Women']\nbase = []\n";
const QUESTIONS: &str = "[question.one]\nkind = 'single'\nconcept = 'a'\n\
                         answer.yes = { row = 3 }\n\
                         [question.two]\nkind = 'single'\nconcept = 'b'\n\
                         answer.yes = { row = 7 }\nunweighted = 6\n";

fn form() -> String {
    format!("table = 'table.csv'\n{HEAD}{LAYOUT}{COLUMNS}{QUESTIONS}")
}

/// Two tables, the second one under these heads.
fn stacked(heads: &str) -> Document {
    table(&format!(
        "One,Men,Women\nBase,500,500\nYes,30%,26%\nTwo,,\n{heads}\nBase,300,700\nYes,4%,6%\n"
    ))
}

#[test]
fn rows_under_other_heads_are_not_those_of_the_banner() {
    for heads in [",18-34,35+", ",Men,35+", ",2019,Women", "Two,18-34,35+"] {
        let (message, at) = refused(&form(), stacked(heads));
        assert!(
            message.starts_with("row 6 stands under other heads than the banner's: "),
            "{message}"
        );
        assert_eq!(at, "6", "{message}");
    }
    let only = form().replace("unweighted = 6\n", "");
    let (message, at) = refused(&only, stacked(",18-34,35+"));
    assert!(message.contains("B5 is `18-34`"), "{message}");
    assert_eq!(at, "7");
    // Nor is what stands above the banner under it.
    let above = only.replace("banner = [1]", "banner = [5]");
    let above = above.replace("'Men'", "'18-34'").replace("'Women'", "'35+'");
    assert_eq!(refused(&above, stacked(",18-34,35+")).1, "3");
}

#[test]
fn the_same_heads_once_more_are_read() {
    for heads in [",Men,Women", ",men,", ",%,%", ",(n = 300),n = 700", ",A,B", "No,3%,n/a"] {
        let reading = read(&form(), stacked(heads));
        let errors = reading.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        assert_eq!((errors.count(), reading.findings.len()), (0, 4), "{heads}");
    }
    assert_eq!(remarks(&read(&form(), stacked(",Men,Women"))), ["nothing reads rows 2"]);
}

#[test]
fn a_table_with_heads_of_its_own_is_not_proposed() {
    let proposal = propose(&stacked(",18-34,35+"), Lang::En).expect("it holds figures");
    let understood = &proposal.understood[0];
    assert_eq!(understood.questions.len(), 1, "{understood:?}");
    assert_eq!(
        (&understood.under_others[..], &understood.not_understood[..]),
        (&[5, 6, 7][..], &[][..])
    );
    let says = "# Rows 5-7 stand under other column heads, and want a mapping of their own.\n";
    assert!(proposal.mapping.contains(says), "{}", proposal.mapping);
    assert!(proposal.entries(Lang::En).contains(&["under-others".to_owned(), "5-7".to_owned()]));

    let proposal = propose(&stacked(",Men,Women"), Lang::En).expect("it holds figures");
    let understood = &proposal.understood[0];
    assert_eq!(understood.questions.len(), 2, "{understood:?}");
    assert_eq!((&understood.under_others[..], &understood.not_understood[..]), (&[][..], &[][..]));
}
