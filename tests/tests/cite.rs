//! `gainsay cite` on the base that ships with the project, and on drafts.

use std::{fs, path::PathBuf};

use gainsay_cite::{Citation, Library, Piece, Request, Style, of_claim, render};
use gainsay_claims::{Lang, wire::Mark};
use gainsay_tests::{
    base::{loaded, shipped},
    program::on_base,
};
use serde_json::Value;

fn draft(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the draft is written");
    path
}

fn cite(arguments: &[&str], code: i32) -> (String, String) {
    let arguments = [&["cite"], arguments].concat();
    let output = on_base(&shipped(), &arguments, code);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn every_reference_renders_in_every_style() {
    let base = &loaded().base;
    let (library, diagnostics) = Library::read(base);
    assert_eq!(diagnostics, []);
    assert!(base.studies.keys().all(|id| library.study(id).is_some()));
    let all: Vec<_> = library.all().collect();
    for name in Style::NAMES {
        let style = Style::named(name).expect("it ships with the program");
        for lang in [Lang::En, Lang::Fr] {
            let request =
                Request { listed: &all, mentioned: &[], style: &style, lang, untitled: "[?]" };
            let rendered = render(&request).expect(name);
            assert_eq!(rendered.list.len(), all.len(), "{name}");
            for entry in &rendered.list {
                let words = Piece::words(&entry.pieces);
                assert!(words.len() > 3 && !words.contains(['\n', '<']), "{name}: {words}");
            }
        }
    }
}

/// No claim is cited as read unless its figure was seen at the publisher's.
#[test]
fn only_what_was_seen_at_the_publishers_is_read() {
    let base = &loaded().base;
    let (library, _) = Library::read(base);
    let mut counts = [0; 3];
    for claim in base.claims.values() {
        let citation = of_claim(&library, base, claim);
        counts[match &citation {
            Citation::Read { .. } => 0,
            Citation::CitedIn { .. } => 1,
            Citation::Unseen { .. } => 2,
        }] += 1;
        let seen_elsewhere =
            matches!(claim.said.mark, Mark::Secondary | Mark::CitedOnly | Mark::Unverified);
        let of_study = claim.study().is_some();
        let is_read = matches!(citation, Citation::Read { .. });
        assert!(!(is_read && seen_elsewhere && of_study), "{}", claim.id);
        assert!(citation.listed().iter().all(|key| library.get(key).is_some()), "{}", claim.id);
    }
    assert!(counts[0] > 100 && counts[1] > 100, "{counts:?}");
}

#[test]
fn a_figure_of_an_article_is_cited_in_the_article() {
    let (english, _) = cite(&["l2/2014", "--style", "chicago"], 0);
    assert!(english.starts_with("l2/2014\n  L2, n.d., cited in Mercatik 2014\n"), "{english}");
    let (french, _) = cite(&["l2/2014", "--style", "chicago", "--lang", "fr"], 0);
    let expected = "l2/2014\n  L2, s.\u{a0}d., cité dans Mercatik 2014\n";
    assert!(french.starts_with(expected), "{french}");
    assert!(!french.contains("Prestige brands"), "the list holds what was read: {french}");
}

#[test]
fn a_draft_gets_the_references_that_it_uses() {
    let text = "As [@articles-ray-2014] says, see @nielsen-2015-global-trust.\n";
    let path = draft("good.md", text);
    let path = path.to_str().expect("UTF-8");
    let (json, _) = cite(&["--used-in", path, "--format", "csl-json"], 0);
    let items: Vec<Value> = serde_json::from_str(&json).expect("JSON");
    let ids: Vec<_> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    assert!(ids.contains(&"articles-ray-2014"), "{ids:?}");
    assert!(ids.contains(&"nielsen-2015-global-trust"), "{ids:?}");
}

#[test]
fn a_draft_is_read_as_lint_reads_it() {
    let text = "<!-- @no -->\n`@no`\n\n\
        <!-- gainsay:begin table=x -->\n\n| who |\n|---|\n| [@articles-ray-2014] |\n\n<!-- gainsay:end -->\n";
    let path = draft("comments.md", text);
    let (json, told) =
        cite(&["--used-in", path.to_str().expect("UTF-8"), "--format", "csl-json"], 0);
    assert!(json.contains("articles-ray-2014"), "keys of synced tables count: {json}");
    assert_eq!(told, "");
    let path = draft("bytes.md", "");
    fs::write(&path, b"\xff").expect("the draft is written");
    let (_, told) = cite(&["--used-in", path.to_str().expect("UTF-8")], 2);
    assert!(told.contains("UTF-8"), "{told}");
}

#[test]
fn an_unknown_key_is_told_with_the_nearest() {
    let path = draft("bad.tex", "\\cite{kentico-2014-socail, articles-ray-2014}\n");
    let path = path.to_str().expect("UTF-8");
    let (json, told) = cite(&["--used-in", path, "--format", "csl-json"], 1);
    assert!(json.contains("articles-ray-2014"));
    assert!(told.contains("unknown-reference"), "{told}");
    assert!(told.contains("the nearest is `kentico-2014-social`"), "{told}");
}

#[test]
fn a_study_of_which_nothing_was_read_is_told() {
    let path = draft("unread.md", "[@l2-2014]\n");
    let path = path.to_str().expect("UTF-8");
    let (_, told) = cite(&["--used-in", path, "--format", "csl-json", "--lang", "fr"], 0);
    assert!(told.contains("cited-as-read"), "{told}");
    assert!(
        told.contains("ses chiffres n'ont été vus que dans `articles-mercatik-2014`"),
        "{told}"
    );
}

#[test]
fn a_name_or_style_that_is_not_known_is_refused() {
    let (_, told) = cite(&["kentico/2014-socail"], 2);
    assert!(told.contains("kentico/2014-social"), "{told}");
    let (_, told) = cite(&["--style", "mla"], 2);
    assert!(told.contains("there is no style `mla`"), "{told}");
    let path = draft("no.csl", "<p/>");
    let (_, told) = cite(&["--style", path.to_str().expect("UTF-8")], 2);
    assert!(told.contains("is no independent style in CSL"), "{told}");
}
