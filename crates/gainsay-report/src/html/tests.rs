use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{EvidenceBase, Lang, Proposition, lang::Localized, proposition::Facets};
use gainsay_judge::Judgement;
use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::*;
use crate::{Speaker, fixture};

/// The fixture's page in a language, after a change of the base.
fn page(lang: Lang, change: impl Fn(&mut EvidenceBase)) -> String {
    let mut base = fixture::base();
    change(&mut base);
    let judgement = fixture::judgement(&base);
    written(lang, &base, &judgement)
}

fn written(lang: Lang, base: &EvidenceBase, judgement: &Judgement) -> String {
    let countries = BTreeMap::new();
    let compared = judgement.propositions.iter();
    let compared = compared.map(|one| (one.proposition.clone(), one.pairs.clone()));
    let views = [
        View::new(Restriction::Country(countries), Vec::new(), 0.05),
        View::new(Restriction::DesignEffect(4.0), compared.collect(), 0.05),
    ];
    render(&Page {
        speaker: Speaker::new(base, lang),
        judgement,
        shown: &judgement.diagnostics,
        views: &views,
        sibling: Some("report.fr.html"),
        is_live: false,
    })
}

/// Every element with its attributes, as a browser reads the page.
fn elements(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    assert!(dom.errors.borrow().is_empty(), "{:?}", dom.errors.borrow());
    let mut found = Vec::new();
    collect(&dom.document, &mut found);
    found
}

fn collect(node: &Handle, found: &mut Vec<(String, BTreeMap<String, String>)>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attrs = attrs.borrow();
        let attrs = attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
        found.push((name.local.to_string(), attrs.collect()));
    }
    node.children.borrow().iter().for_each(|child| collect(child, found));
}

fn ids(page: &str) -> Vec<String> {
    elements(page).iter().filter_map(|(_, attributes)| attributes.get("id").cloned()).collect()
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_every_name_is_given_once() {
    let page = page(Lang::En, |_| ());
    let ids = ids(&page);
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
    let elements = elements(&page);
    let links: Vec<_> =
        elements.iter().filter_map(|(_, attributes)| attributes.get("href")).collect();
    let within: Vec<_> = links.iter().filter_map(|link| link.strip_prefix('#')).collect();
    assert!(within.len() > 10, "{links:?}");
    for name in within {
        assert!(ids.iter().any(|id| id == name), "{name}");
    }
}

#[test]
fn both_languages_have_the_same_names() {
    assert_eq!(ids(&page(Lang::En, |_| ())), ids(&page(Lang::Fr, |_| ())));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(page(Lang::Fr, |_| ()), page(Lang::Fr, |_| ()));
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>\u{202e}\u{1b}[31m";
    let page = page(Lang::En, |base| {
        let title = Localized { en: hostile.to_owned(), fr: hostile.to_owned() };
        base.title = Some(title);
        for study in base.studies.values_mut() {
            study.said.publisher = hostile.to_owned();
            study.said.title = hostile.to_owned();
        }
        for claim in base.claims.values_mut() {
            claim.said.seen_at = Some("javascript:alert(3)".to_owned());
        }
    });
    assert!(page.contains("&lt;script&gt;alert(1)"));
    assert!(!page.contains(['\u{202e}', '\u{1b}']));
    for (name, attributes) in elements(&page) {
        assert!(!["script", "img", "iframe", "object", "form"].contains(&name.as_str()), "{name}");
        for (attribute, value) in attributes {
            assert!(!attribute.starts_with("on") && attribute != "style", "{attribute}={value}");
            let is_link = attribute == "href" || attribute == "src";
            let is_known =
                ["#", "https://", "http://", "data:application/json", "data:,", "report.fr"]
                    .iter()
                    .any(|start| value.starts_with(start));
            assert!(!is_link || is_known, "{value}");
        }
    }
}

#[test]
fn a_finding_tells_both_places_the_layers_and_how_to_decide() {
    let page = page(Lang::En, |_| ());
    for part in [
        "sources/fixture-a/raw.txt:2",
        "<mark>72%</mark> of respondents have never bought",
        "sources/fixture-b/raw.txt:2",
        "14.0 points apart after rounding",
        "gainsay review diverging-shares:bought",
        "gainsay explain diverging-shares",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_opening_counts_what_is_found() {
    let counters = |page: &str| -> Vec<String> {
        let list = page.split("class=\"counters\"").nth(1).expect("counters");
        let list = list.split("</dl>").next().expect("their end");
        let numbers = list.split("<dd>").skip(1).filter_map(|one| one.split(['>', '<']).nth(2));
        numbers.map(str::to_owned).collect()
    };
    // One conflict, no pair that differs, and a source that is missing.
    assert_eq!(counters(&page(Lang::En, |_| ())), ["1", "1", "0", "0", "0", "1"]);
    let said = |lang, words: &str| page(lang, |_| ()).contains(&format!("<dt>{words}</dt>"));
    assert!(said(Lang::En, "incomplete source") && said(Lang::En, "verdicts to renew"));
    assert!(said(Lang::Fr, "source incomplète") && said(Lang::Fr, "verdict à revoir"));
    let whole = page(Lang::En, |base| {
        base.sources.remove("fixture-d");
    });
    assert_eq!(counters(&whole), ["1", "1", "0", "0", "0", "0"]);
}

#[test]
fn publishers_are_set_against_each_other_in_words() {
    let page = page(Lang::Fr, |_| ());
    let matrix =
        page.split("id=\"against\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let matrix = matrix.expect("a section");
    assert!(matrix.contains(">contradiction</span>"), "{matrix}");
    assert!(matrix.contains(">indécis</span>"), "{matrix}");
}

#[test]
fn the_map_shows_where_nobody_measured_anything() {
    let page = page(Lang::En, |_| ());
    let map = page.split("id=\"map\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let map = map.expect("a section");
    // Two studies in the United Kingdom, one in the United States.
    assert!(map.contains(">2<") && map.contains(">1<") && !map.contains("class=\"none\""), "{map}");
    let mut base = fixture::base();
    let judgement = fixture::judgement(&base);
    let mut elsewhere = judgement.clone();
    elsewhere.propositions[0].evidence.truncate(2);
    let mut other = judgement.propositions[0].clone();
    other.proposition = Proposition::new("trusts", Facets::new());
    other.evidence.drain(..2);
    elsewhere.propositions.push(other);
    base.title = None;
    let page = written(Lang::En, &base, &elsewhere);
    assert_eq!(page.matches("<td class=\"none\">0</td>").count(), 2);
}

#[test]
fn a_view_in_which_less_is_kept_shows_what_changes() {
    let page = page(Lang::En, |_| ());
    let views = page.split("id=\"views\"").nth(1).expect("a section");
    let cells: Vec<&str> = views.split("<td").skip(1).take(3).collect();
    assert!(cells[0].contains(">conflict<"), "{}", cells[0]);
    assert!(cells[1].starts_with(" class=\"changed\"") && cells[1].contains("nothing to compare"));
    assert!(!cells[2].starts_with(" class=\"changed\"") && cells[2].contains(">conflict<"));
}

#[test]
fn what_there_is_no_room_for_is_counted_with_the_command_that_shows_it() {
    let base = fixture::base();
    let mut judgement = fixture::judgement(&base);
    let conflict = judgement.diagnostics[0].clone();
    judgement.diagnostics = vec![conflict; limits::FINDINGS + 3];
    let page = written(Lang::En, &base, &judgement);
    assert!(page.contains("Not shown here: 3 findings. <code>gainsay check</code>"));
    assert!(!self::page(Lang::En, |_| ()).contains("Not shown here"));
}

#[test]
fn what_is_compared_and_has_no_room_is_told_apart_from_what_is_not_compared() {
    let base = fixture::base();
    let mut judgement = fixture::judgement(&base);
    let one = judgement.propositions[0].clone();
    let named = |name: String| Proposition::new(name, Facets::new());
    let more = (0..=limits::TABLES).map(|number| gainsay_judge::PropositionJudgement {
        proposition: named(format!("bought-{number:03}")),
        ..one.clone()
    });
    judgement.propositions.extend(more);
    let alone = gainsay_judge::PropositionJudgement {
        proposition: named("trusts".to_owned()),
        pairs: Vec::new(),
        ..one
    };
    judgement.propositions.push(alone);
    let page = written(Lang::En, &base, &judgement);
    let listed = |summary: &str| {
        let rest = page.split(&format!("<summary>{summary}</summary>")).nth(1);
        rest.and_then(|rest| rest.split("</details>").next()).expect(summary)
    };
    let crowded = listed("2 more propositions, compared, for whose tables there is no room");
    assert!(crowded.contains("gainsay table bought-060") && !crowded.contains("trusts"));
    let alone = listed("1 more proposition, on which nothing is compared");
    assert!(alone.contains("gainsay show trusts") && !alone.contains("bought-"));
}

#[test]
fn no_axis_is_drawn_where_nothing_is_on_it() {
    let base = fixture::base();
    let mut judgement = fixture::judgement(&base);
    assert!(written(Lang::En, &base, &judgement).contains("class=\"axis\""));
    let judged = &mut judgement.propositions[0];
    judged.left_out.clear();
    judged.groups.clear();
    for one in &mut judged.evidence {
        one.share = one.share.upper_bound().complement().upper_bound();
        one.interval = None;
    }
    let page = written(Lang::En, &base, &judgement);
    assert!(!page.contains("class=\"axis\"") && !page.contains("axis from"), "{page}");
}

#[test]
fn a_live_page_loads_itself_again_and_no_other_does() {
    let base = fixture::base();
    let judgement = fixture::judgement(&base);
    let page = Page {
        speaker: Speaker::new(&base, Lang::En),
        judgement: &judgement,
        shown: &judgement.diagnostics,
        views: &[],
        sibling: None,
        is_live: true,
    };
    let live = render(&page);
    assert!(live.contains("<script>setInterval(") && live.contains("id=\"pause\""));
    assert!(live.contains("default-src 'none'; script-src 'sha256-"));
    let still = render(&Page { is_live: false, ..page });
    assert!(!still.contains("script") && !still.contains("id=\"pause\""));
}
