use gainsay_claims::Lang;

use super::*;

fn faults(table: &str) -> (usize, Vec<String>) {
    let (claims, faults) = read_csv("t.csv", table.as_bytes()).unwrap();
    (claims.len(), faults.first.iter().map(|fault| fault.say(Lang::En)).collect())
}

#[test]
fn a_table_made_by_hand_needs_few_columns() {
    let table = "\u{feff}study;proposition;figure\na;bought;28 %\nb;bought;moins de 1 %\n";
    let (claims, faults) = read_csv("t.csv", table.as_bytes()).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!((claims.len(), claims.name(1), claims.proposition(1)), (2, "2", "bought"));
}

#[test]
fn a_bad_row_is_told_with_its_place_and_the_others_are_read() {
    let table = "claim,study,proposition,lo,hi,from,to\n\
                 a,s,p,0.1,0.2,,\n\
                 b,s,p,0.3,0.2,,\n\
                 c,s,p,0.1,half,,\n\
                 d,s,p,0.1\n\
                 a,s,p,0.1,0.2,,\n\
                 e,s,p,0.1,0.2,2014-02-30,\n\
                 f,,p,0.1,0.2,,\n\
                 g,s,p,,,,\n\
                 h,s,p,0.1,0.2,2014-02-03,2014-02-02\n";
    let (count, said) = faults(table);
    assert_eq!(count, 2);
    assert_eq!(
        said,
        [
            "t.csv:3: `lo` and `hi` are not fractions from 0 to 1 in order",
            "t.csv:4:5: `half` in `hi` is not a number",
            "t.csv:5: 4 cells where the first row has 7",
            "t.csv:6: claim `a` stands twice; the first row is kept",
            "t.csv:7:6: `2014-02-30` in `from` is not a day like 2024-01-31",
            "t.csv:8: `study` is empty",
            "t.csv:9: neither `lo` with `hi` nor a `figure`, and the row is to be compared",
            "t.csv:10: `to` is before `from`",
        ]
    );
}

#[test]
fn a_first_row_that_says_too_little_ends_the_reading() {
    assert_eq!(faults(""), (0, vec!["t.csv:1: the table is empty".to_owned()]));
    let missing = |table: &str| faults(table).1.pop().unwrap_or_default();
    assert_eq!(missing("study,lo,hi\na,0,1\n"), "t.csv:1: no column `proposition`");
    assert_eq!(missing("study,proposition,lo\na,p,0\n"), "t.csv:1: no column `hi`");
    let (count, said) = faults("study,study,proposition,figure,note\na,b,p,1 %,x\n");
    assert_eq!(count, 0);
    assert_eq!(said[0], "t.csv:1:2: column `study` stands twice");
    assert!(said[1].contains("`note`"), "{said:?}");
}

#[test]
fn bytes_that_are_no_text_cost_their_row_only() {
    // The two halves of one letter, in two cells.
    let table = b"study,proposition,figure\n\xc3,\xa9,1 %\na,p,1 %\n";
    let (claims, faults) = read_csv("t.csv", &table[..]).unwrap();
    assert_eq!((claims.len(), faults.count), (1, 1));
    assert_eq!(faults.first[0].kind, FaultKind::NotUtf8);
}

#[test]
fn faults_beyond_the_first_are_counted_only() {
    let table = format!("study,proposition,figure\n{}", "a,p,many\n".repeat(1000));
    let (_, faults) = read_csv("t.csv", table.as_bytes()).unwrap();
    assert_eq!((faults.first.len(), faults.count), (crate::fault::MOST_FAULTS, 1000));
}

#[test]
fn what_is_quoted_moves_no_cursor() {
    let (_, said) = faults("study,proposition,figure\na,p,\u{1b}[2J\n");
    assert_eq!(said, ["t.csv:2:3: `[2J` is read as no share"]);
}

#[test]
fn a_row_that_does_not_end_takes_no_other_with_it() {
    let good = "b,p,2 %\n";
    for bad in ["\"open,p,1 %\n".to_owned(), ",".repeat(3 << 20) + "\n"] {
        let table = format!("study,proposition,figure\na,p,1 %\n{bad}{}", good.repeat(400_000));
        let (claims, faults) = read_csv("t.csv", table.as_bytes()).unwrap();
        assert_eq!((claims.len(), faults.count), (400_001, 1), "{:?}", faults.first);
        assert_eq!((faults.first[0].line, &faults.first[0].kind), (3, &FaultKind::TooLong));
    }
}

#[test]
fn a_column_that_nobody_reads_is_told_and_costs_nothing() {
    let table = "study,proposition,figure,note\na,p,1 %,x\n";
    let (claims, faults) = read_csv("t.csv", table.as_bytes()).unwrap();
    assert_eq!((claims.len(), faults.count, faults.serious), (1, 1, 0));
    let (_, faults) = read_csv("t.csv", "study,proposition,figure\na,p,\n".as_bytes()).unwrap();
    assert_eq!((faults.count, faults.serious), (1, 1));
}

#[test]
fn what_is_quoted_is_cut_short() {
    let table = format!("study,proposition,figure\na,p,{}\n", "x".repeat(100_000));
    let (_, faults) = read_csv("t.csv", table.as_bytes()).unwrap();
    let FaultKind::NoShare(words) = &faults.first[0].kind else { panic!("{faults:?}") };
    assert_eq!(words.chars().count(), 81);
}

#[test]
fn a_table_that_is_no_text_of_today_is_not_read() {
    let old = faults("study,proposition,figure\ra,p,1 %\rb,p,2 %\r");
    let told = "t.csv:1: lines end with CR alone; save the table with LF or CR LF";
    assert_eq!(old, (0, vec![told.to_owned()]));
    // In cells, and before LF, it is as good as any other sign.
    assert_eq!(faults("study,proposition,figure\r\na,p,1 %\r\n"), (1, vec![]));
    assert_eq!(faults("study,proposition,figure\na,\"p\rq\",1 %\n"), (1, vec![]));
    let wide: Vec<u8> =
        "study,proposition,figure\na,p,1 %\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (claims, faults) = read_csv("t.csv", &[&[0xff, 0xfe][..], &wide].concat()[..]).unwrap();
    assert_eq!((claims.len(), faults.count), (0, 1));
    assert_eq!(faults.first[0].kind, FaultKind::NotUtf8);
}
