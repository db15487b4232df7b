use gainsay_draft::rules;

use super::*;

fn lint<'a>(drafts: &'a [Linted], lang: Lang, unread: &'a [Unread]) -> Lint<'a> {
    Lint { base: &drafts[0].base, lang, drafts, unread }
}

fn spaces(text: &str) -> String {
    text.replace('\u{202f}', "_").replace('\u{a0}', "~")
}

#[test]
fn a_diagnostic_shows_the_line_of_the_draft_and_that_of_the_evidence() {
    let mut linted = fixture::linted();
    linted.checked.diagnostics.truncate(1);
    let drafts = [linted];
    let text = lint(&drafts, Lang::En, &[]).full(false, false);
    insta::assert_snapshot!(text, @"
    warning[base-widened]: “28 %” is said of more people than the evidence covers
     --> text/draft one.md:3:14
      |
    3 | Fixture A:    é 28 % of 1,004 people; 13 % (B), 51 % too.
      |                 ^^^^ read as 27.5% to 28.5%
      |
     ::: sources/fixture-b/raw.txt:2:1
      |
    2 | 13% of users said that social media led to a purchase.
      | --- fixture-b: 12.5% to 13.5% yes; social media users, United Kingdom, 2013, n = 2,100
      |
      = note: `fixture-b/2013/bought` contradicts `fixture-a/2013/bought` and is not in the draft
      = help: say whom the share is a share of
      = help: see `gainsay explain base-widened`

    0 errors, 1 warning, 0 notes
    5 figures read: 2 matched, 1 differs, 1 of another study, 1 not matched; 1 number not checked
    incomplete, as silence about a missing source proves nothing: `fixture-d`
    ");
    let text = lint(&drafts, Lang::Fr, &[]).full(false, false);
    insta::assert_snapshot!(spaces(&text), @"
    avertissement[base-widened]: «~28 %~» est dit de plus de monde que les données n'en couvrent
     --> text/draft one.md:3:14
      |
    3 | Fixture A:    é 28 % of 1,004 people; 13 % (B), 51 % too.
      |                 ^^^^ se lit 27,5_% à 28,5_%
      |
     ::: sources/fixture-b/raw.txt:2:1
      |
    2 | 13% of users said that social media led to a purchase.
      | --- fixture-b~: 12,5_% à 13,5_% de oui~; utilisateurs des médias sociaux, Royaume-Uni, 2013, n = 2_100
      |
      = note: `fixture-b/2013/bought` contredit `fixture-a/2013/bought` et n'est pas dans le brouillon
      = aide: dire de qui la part est une part
      = aide: voir `gainsay explain base-widened`

    0 erreur, 1 avertissement, 0 note
    5 chiffres lus~: 2 retrouvés, 1 différent, 1 d'une autre étude, 1 introuvable~; 1 nombre non vérifié
    incomplet, car le silence d'une source manquante ne prouve rien~: `fixture-d`
    ");
}

#[test]
fn every_rule_has_a_line_with_its_place() {
    let drafts = [fixture::linted()];
    let text = lint(&drafts, Lang::En, &[]).concise(false);
    for rule in rules::ALL {
        let start = format!("text/draft one.md:3:14: {} ", rule.check.id);
        assert!(text.lines().any(|line| line.starts_with(&start)), "{text}");
    }
}

#[test]
fn figures_are_listed_with_what_speaks_for_and_against() {
    let mut linted = fixture::linted();
    linted.checked.diagnostics.clear();
    let drafts = [linted];
    insta::assert_snapshot!(lint(&drafts, Lang::En, &[]).concise(true), @"
    text/draft one.md:3:14: “28 %”: matched
      `fixture-a/2013/bought`, likeness 0.90
        fixture-a: 27.5% to 28.5% yes; social media users, United Kingdom, 2013, n = 1,004
        for: same figure; its source “Fixture A”; its subject “Purchases”
    text/draft one.md:3:22: “1,004”: the number of people asked in `fixture-a/2013`
    text/draft one.md:3:36: “13 %”: of another study
      `fixture-b/2013/bought`, likeness 0.70
        fixture-b: 12.5% to 13.5% yes; social media users, United Kingdom, 2013, n = 2,100
        against: another source “B”
    text/draft one.md:3:46: “51 %”: differs
      `fixture-b/2013/bought`, likeness 0.62
        fixture-b: 12.5% to 13.5% yes; social media users, United Kingdom, 2013, n = 2,100
        for: its subject “Purchases”
        against: another figure
    text/draft one.md:4:7: “9 %”: not matched; nearest
      `fixture-c/2013/bought`, likeness 0.31
        fixture-c: 12.5% to 17.5% yes; adults, United States, 2013, n not disclosed
        for: its subject “Purchases”
    text/draft one.md:4:16: “7”: not checked, as nothing in the base is about it

    0 errors, 0 warnings, 0 notes
    5 figures read: 2 matched, 1 differs, 1 of another study, 1 not matched; 1 number not checked
    incomplete, as silence about a missing source proves nothing: `fixture-d`
    ");
    insta::assert_snapshot!(spaces(&lint(&drafts, Lang::Fr, &[]).concise(true)), @"
    text/draft one.md:3:14: «~28 %~»~: retrouvé
      `fixture-a/2013/bought`, ressemblance 0,90
        fixture-a~: 27,5_% à 28,5_% de oui~; utilisateurs des médias sociaux, Royaume-Uni, 2013, n = 1_004
        pour~: même chiffre~; sa source «~Fixture A~»~; son sujet «~Purchases~»
    text/draft one.md:3:22: «~1,004~»~: l'effectif de `fixture-a/2013`
    text/draft one.md:3:36: «~13 %~»~: d'une autre étude
      `fixture-b/2013/bought`, ressemblance 0,70
        fixture-b~: 12,5_% à 13,5_% de oui~; utilisateurs des médias sociaux, Royaume-Uni, 2013, n = 2_100
        contre~: une autre source «~B~»
    text/draft one.md:3:46: «~51 %~»~: différent
      `fixture-b/2013/bought`, ressemblance 0,62
        fixture-b~: 12,5_% à 13,5_% de oui~; utilisateurs des médias sociaux, Royaume-Uni, 2013, n = 2_100
        pour~: son sujet «~Purchases~»
        contre~: un autre chiffre
    text/draft one.md:4:7: «~9 %~»~: introuvable~; au plus près
      `fixture-c/2013/bought`, ressemblance 0,31
        fixture-c~: 12,5_% à 17,5_% de oui~; adultes, États-Unis, 2013, n non communiqué
        pour~: son sujet «~Purchases~»
    text/draft one.md:4:16: «~7~»~: non vérifié, car rien dans la base n'en parle

    0 erreur, 0 avertissement, 0 note
    5 chiffres lus~: 2 retrouvés, 1 différent, 1 d'une autre étude, 1 introuvable~; 1 nombre non vérifié
    incomplet, car le silence d'une source manquante ne prouve rien~: `fixture-d`
    ");
}

#[test]
fn the_summary_counts_all_drafts_and_those_that_are_unread() {
    let drafts = [fixture::linted(), fixture::linted()];
    let unread = [Unread { draft: "gone.md".into(), why: "gone.md: no such file".into() }];
    let last = |lang| {
        let text = lint(&drafts, lang, &unread).summary();
        spaces(&text).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let english = last(Lang::En);
    assert_eq!(english[0], "2 errors, 22 warnings, 2 notes");
    assert_eq!(
        english[1],
        "10 figures read in 2 drafts: 4 matched, 2 differ, 2 of other studies, 2 not matched; \
         2 numbers not checked"
    );
    assert_eq!(english[2], "1 draft could not be read");
    assert!(english[3].ends_with("`fixture-d`"), "{english:?}");
    assert_eq!(
        last(Lang::Fr)[1],
        "10 chiffres lus dans 2 brouillons~: 4 retrouvés, 2 différents, 2 d'autres études, \
         2 introuvables~; 2 nombres non vérifiés"
    );
}

#[test]
fn a_draft_without_figures_says_so() {
    let mut linted = fixture::linted();
    linted.checked = Checked::default();
    let drafts = [linted];
    let text = lint(&drafts, Lang::En, &[]).summary();
    assert!(text.starts_with("0 errors, 0 warnings, 0 notes\n0 figures read; 0 numbers not"));
}
