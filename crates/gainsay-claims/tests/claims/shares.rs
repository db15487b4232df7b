//! Shares: point, word, ratio, bound, majority, complement, cut, condition.

use gainsay_claims::{
    diagnostic::Diagnostic,
    value::{Hedge, Kind, Rational, ReportingSet},
    wire::{DecimalSign, Derived, Figure, FigureUnit, Finding, Says},
};

use crate::support::{
    about, at, claim, closed, facets, figure, finding, read, read_of, set, share, share_of, study,
    vocabulary,
};

#[test]
fn a_point_share_is_as_wide_as_its_last_digit() {
    assert_eq!(share("68% des consommateurs ignorent", "68%").hard, closed(675, 685));
    let finer = share("17.5 % of them", "17.5 %");
    let lo_hi = [Rational::new(1745, 10_000), Rational::new(1755, 10_000)];
    assert_eq!([finer.hard.lo(), finer.hard.hi()], lo_hi);
    assert_eq!(finer.reading.decimals, 1);
}

#[test]
fn a_decimal_that_a_program_has_added_says_nothing() {
    let mut padding = study();
    padding.said.notation.padded_shares = true;
    let padded = |words: &str| {
        let said = finding(Says::Share(figure(words, words)));
        share_of(&read_of(padding.clone(), words, said).expect("it is sound"))
    };
    assert_eq!(padded("16.0 %").hard, share("16.0 %", "16.0 %").hard);
    let bare = |words: &str, study| {
        let says = Says::Share(Figure::in_unit(at(words, words), FigureUnit::Percent));
        share_of(&read_of(study, words, finding(says)).expect("it is sound"))
    };
    assert_eq!(bare("16.0", padding.clone()).hard, closed(155, 165));
    assert_eq!(bare("16.0", padding.clone()).text, "16.0");
    assert_eq!(bare("16.5", padding).hard, bare("16.5", study()).hard);
    assert_ne!(bare("16.0", study()).hard, closed(155, 165));
}

#[test]
fn half_points_reach_a_quarter_of_a_point_to_either_side() {
    let mut halves = study();
    halves.said.notation.half_points = true;
    let of = |words: &str, derived| {
        let text = format!("{words} and 2.5");
        let unit = Some(FigureUnit::Percent);
        let said = Figure { unit, derived, ..figure(&text, words) };
        share_of(&read_of(halves.clone(), &text, finding(Says::Share(said))).expect("it is sound"))
    };
    let hard = |words| of(words, None).hard;
    let quarter = |lo, hi| {
        ReportingSet::new(Rational::new(lo, 400), Rational::new(hi, 400), false, false).unwrap()
    };
    assert_eq!(hard("58.5"), quarter(233, 235));
    assert_eq!(of("58.5", None).soft, quarter(233, 235));
    assert_eq!(of("58.5", None).reading.decimals, 1);
    for whole in ["16.0", "16"] {
        assert_eq!(hard(whole), quarter(63, 65), "{whole}");
    }
    assert_eq!(hard("0.0"), quarter(0, 1));
    assert_eq!(hard("0.5"), quarter(1, 3));
    assert_eq!(hard("100.0"), quarter(399, 400));
    assert_eq!(of("58.5", Some(Derived::Complement)).hard, quarter(165, 167));
    let other = at("58.5 and 2.5", "2.5");
    assert_eq!(of("58.5", Some(Derived::Sum(vec![other]))).hard, quarter(242, 246));
    // What is no half point, or not one plain figure, is as it is written.
    for written in ["58.4 %", "58.53 %", "about 58.5 %", "10-20 %", "more than 58.5 %", "most"] {
        assert_eq!(hard(written), share(written, written).hard, "{written}");
    }
}

#[test]
fn a_word_share_is_wider_than_the_same_share_in_digits() {
    for (words, digits) in [("la moitié", "50 %"), ("half", "50 %"), ("deux tiers", "67 %")] {
        let (word, digit) = (share(words, words), share(digits, digits));
        assert_eq!(word.reading.kind, Kind::Fraction, "{words}");
        assert!(word.hard.contains_set(&digit.hard), "{words}");
        assert!(word.hard != digit.hard, "{words}");
    }
}

#[test]
fn a_hedged_word_share_is_shifted_to_one_side() {
    let half = Rational::new(1, 2);
    for words in ["nearly half", "almost half", "près de la moitié"] {
        let share = share(words, words);
        assert_eq!(share.reading.hedge, Hedge::Nearly, "{words}");
        assert!(share.hard.hi() <= half && share.hard.lo() < half, "{words}");
    }
    let about = share("roughly 4 in 10", "roughly 4 in 10").hard;
    assert!(about.contains(Rational::new(37, 100)) && about.contains(Rational::new(43, 100)));
}

#[test]
fn one_in_n_reaches_half_way_to_the_next_fractions() {
    for (words, n) in [("1 sur 4", 4), ("1 sur 6", 6), ("1 in 8", 8)] {
        let unit = |n| Rational::new(1, n);
        let half_way = |other| (unit(n) + unit(other)) / Rational::from(2);
        let share = share(words, words).hard;
        assert_eq!([share.lo(), share.hi()], [half_way(n + 1), half_way(n - 1)], "{words}");
    }
}

#[test]
fn a_bound_is_a_strict_half_line() {
    let below = share("moins de 0,25% de clients", "moins de 0,25%").hard;
    let quarter = ReportingSet::new(0.into(), Rational::new(25, 10_000), false, true);
    assert_eq!(Ok(below), quarter);
    assert_eq!(
        share("plus de 90% font confiance", "plus de 90%").hard,
        set(900, 1000, true, false)
    );
    assert_eq!(share("over half of them", "over half").hard, set(500, 1000, true, false));
    let just_over = share("à peine plus de 10% des gens", "à peine plus de 10%").hard;
    assert_eq!((just_over.lo(), just_over.lo_open()), (Rational::new(1, 10), true));
    assert!(just_over.hi() < Rational::new(2, 10));
}

#[test]
fn a_bound_and_a_point_combine_by_inclusion() {
    let bound = share("over half", "over half").hard;
    assert!(bound.contains_set(&share("65 %", "65 %").hard));
    assert!(!bound.contains_set(&share("45 %", "45 %").hard));
}

#[test]
fn majority_words_say_more_than_half_and_nothing_else() {
    for words in ["la plupart", "la majorité", "most", "a majority"] {
        let share = share(words, words);
        assert_eq!(share.hard, set(500, 1000, true, false), "{words}");
        assert_eq!(share.reading.kind, Kind::Majority, "{words}");
    }
}

#[test]
fn a_complement_is_computed_from_the_share_that_is_written() {
    let text = "17 % haven't had a bad experience";
    let derived = Some(Derived::Complement);
    let said = finding(Says::Share(Figure { derived, ..figure(text, "17 %") }));
    let share = share_of(&claim(text, said));
    assert_eq!(share.hard, closed(825, 835));
    assert_eq!(share.text, "100 % − 17 %");
}

#[test]
fn a_sum_is_computed_from_shares_that_are_written() {
    let text = "no influence 62 %, some influence 30 %";
    let derived = Some(Derived::Sum(vec![at(text, "30 %")]));
    let said = finding(Says::Share(Figure { derived, ..figure(text, "62 %") }));
    assert_eq!(share_of(&claim(text, said)).hard, closed(910, 930));
}

#[test]
fn those_who_were_not_sure_are_in_neither_figure() {
    let text = "34 % do not ignore them, some were not sure";
    let said = |undecided| Finding {
        negated: true,
        undecided,
        ..finding(Says::Share(figure(text, "34 %")))
    };
    let yes = |undecided| claim(text, said(undecided)).share_of_yes(&vocabulary());
    assert_eq!(yes(false), Some(closed(655, 665)));
    assert_eq!(yes(true), Some(closed(0, 665)));
}

#[test]
fn never_or_hardly_ever_bounds_never() {
    let text = "72 % never or hardly ever buy";
    let said = cut(text, "72 %", "hardly-ever");
    // 28 % are above "hardly ever", so 28 % or more are above "never".
    assert_eq!(claim(text, said).share_of_yes(&vocabulary()), Some(closed(275, 1000)));
}

#[test]
fn never_is_the_complement_of_ever() {
    let text = "72% des répondants n'ont jamais acheté";
    let said = cut(text, "72%", "never");
    assert_eq!(claim(text, said).share_of_yes(&vocabulary()), Some(closed(275, 285)));
}

#[test]
fn a_condition_is_part_of_the_wording_and_not_of_the_proposition() {
    let text = "35% ignorent ces posts si elles publient trop souvent";
    let plain = finding(Says::Share(figure(text, "35%")));
    let said = Finding { facets: facets(&[("condition", "too-often")]), ..plain.clone() };
    let (plain, conditional) = (claim(text, plain), claim(text, said));
    assert_eq!(conditional.wording["condition"], "too-often");
    assert_eq!(conditional.proposition, plain.proposition);
    assert!(plain.wording.is_empty());
}

#[test]
fn the_object_is_part_of_the_proposition() {
    let text = "15 % trust posts";
    let trust = about("trusts", Says::Share(figure(text, "15 %")));
    let said = Finding { facets: facets(&[("object", "posts")]), ..trust };
    assert_eq!(claim(text, said).proposition.to_string(), "trusts[object=posts]");
}

/// A negated finding about purchases, cut at a step of the scale.
fn cut(text: &str, words: &str, step: &str) -> Finding {
    let bought = about("bought", Says::Share(figure(text, words)));
    Finding { cut: Some(step.to_owned()), negated: true, ..bought }
}

#[test]
fn a_count_over_its_base_is_a_share() {
    let text = "Base 2999, divers 1127, none 0, all 2999, nobody asked: 0, 68 %";
    let ratio = |words: &str, whole: &str| {
        let derived = Some(Derived::Ratio(at(text, whole)));
        let figure = Figure { derived, ..Figure::in_unit(at(text, words), FigureUnit::Count) };
        read(text, finding(Says::Share(figure))).map(|claim| share_of(&claim))
    };
    let divers = ratio("1127", "2999").expect("counts");
    assert_eq!(divers.text, "1127 ÷ 2999");
    // 1126.5 / 2999.5 to 1127.5 / 2998.5: weighted counts are rounded.
    assert_eq!(divers.hard.lo(), Rational::new(2253, 5999));
    assert_eq!(divers.hard.hi(), Rational::new(2255, 5997));
    assert_eq!(ratio("2999", "2999").expect("all").hard.hi(), Rational::from(1));
    assert_eq!(ratio("0", "2999").expect("none").hard.lo(), Rational::from(0));
    for (part, whole) in [("2999", "1127"), ("1127", "0"), ("68 %", "2999"), ("1127", "68 %")] {
        let refused = ratio(part, whole).expect_err("no share");
        assert_eq!(refused.check.id, "unreadable-figure", "{part} of {whole}");
    }
}

#[test]
fn counts_have_decimals_where_numbers_of_cases_do() {
    let text = "Base 250.0, divers 11.0, weighted 37.2, in French 37,2, thousands 1,250, either 1.500, part 0.125";
    let ratio = |words: &str, whole: &str, sign: Option<DecimalSign>| {
        let mut study = study();
        study.said.notation.decimals = sign;
        let derived = Some(Derived::Ratio(at(text, whole)));
        let figure = Figure { derived, ..Figure::in_unit(at(text, words), FigureUnit::Count) };
        let claim = read_of(study, text, finding(Says::Share(figure)))?;
        let share = share_of(&claim);
        Ok::<_, Box<Diagnostic>>([share.hard.lo(), share.hard.hi()])
    };
    let point = Some(DecimalSign::Point);
    // As whole as 11 in 250: 10.5 / 250.5 to 11.5 / 249.5.
    let whole = [Rational::new(21, 501), Rational::new(23, 499)];
    assert_eq!(ratio("11.0", "250.0", point).expect("whole counts"), whole);
    // 37.15 - 0.5 to 37.25 + 0.5.
    let weighted = [Rational::new(3665, 25_050), Rational::new(3775, 24_950)];
    assert_eq!(ratio("37.2", "250.0", point).expect("weighted counts"), weighted);
    assert!(ratio("37.2", "1,250", point).is_ok(), "a comma still parts thousands");
    assert!(ratio("0.125", "250.0", point).is_ok(), "no thousands begin with 0");
    for (words, whole, sign) in [
        ("11.0", "250.0", None),
        ("11.0", "250.0", Some(DecimalSign::Comma)),
        ("37,2", "250.0", point),
        // As of a number of cases, nobody can say whether these are thousands.
        ("1.500", "250.0", point),
        ("37.2", "1.500", point),
        ("37,2", "1,250", Some(DecimalSign::Comma)),
    ] {
        let refused = ratio(words, whole, sign).expect_err("no count");
        assert_eq!(refused.check.id, "unreadable-figure", "{words} of {whole}");
    }
}
