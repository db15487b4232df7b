//! What is proposed of a text is what it says: of the study's own time, people and words.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{base, docx, run};

const MORE: &str = r#"
[universe.adults]
general = true
label = { en = "adults", fr = "adultes" }
[universe.teens]
label = { en = "teenagers", fr = "adolescents" }
within = ["adults"]
[universe.brands]
label = { en = "brands", fr = "marques" }
[words.universe.adults]
en = ["adults", "people"]
fr = ["adultes", "personnes"]
[words.universe.teens]
en = ["teens"]
fr = ["adolescents"]
[words.universe.brands]
en = ["brands"]
fr = ["marques"]
[concept.trusts]
label = { en = "trusts brands", fr = "fait confiance aux marques" }
[words.concept.trusts]
en = ["trust brands"]
fr = ["confiance aux marques"]
"#;

/// What is proposed for a text, its lines.
fn proposed(name: &str, file: &str, bytes: &[u8]) -> String {
    proposed_in(&base(name), file, bytes)
}

/// The same, beside what a base holds already.
fn proposed_in(base: &Path, file: &str, bytes: &[u8]) -> String {
    let words = base.join("vocabulary/words.toml");
    let general = "[universe.internet-users]\ngeneral = true\n";
    let known = fs::read_to_string(&words).expect("it is there");
    let known = known.replace("[universe.internet-users]\n", general);
    if !known.contains(MORE) {
        fs::write(&words, known + MORE).expect("a file");
    }
    fs::write(base.join(file), bytes).expect("a file");
    let [document, _] = run(base, &["source", "draft", file, "--quiet"], 0);
    document
}

/// The lines from the finding of a figure up to the next blank one, remarks before it included.
#[track_caller]
fn finding<'a>(document: &'a str, figure: &str) -> &'a str {
    let line = format!("share = \"{figure}\"");
    let mut findings = document.split("\n\n").filter(|part| part.contains("[[finding]]"));
    let found = findings.find(|part| part.contains(&line));
    found.unwrap_or_else(|| panic!("{figure} in {document}"))
}

#[track_caller]
fn has_line(part: &str, line: &str) {
    assert!(part.lines().any(|one| one == format!("#? {line}")), "{line} in {part}");
}

/// No line of it may be accepted.
#[track_caller]
fn is_remark(part: &str) {
    assert!(part.lines().all(|line| !line.starts_with("#?")), "{part}");
}

#[test]
fn a_figure_of_another_year_has_its_period_and_one_of_no_certain_time_no_line() {
    let text =
        "Between 2013 and 2016, the share of adults who trust brands rose from 30% to 38%.\n";
    let document = proposed("from-to", "a.txt", text.as_bytes());
    is_remark(finding(&document, "30%"));
    has_line(finding(&document, "38%"), "share = \"38%\"");
    let text = "Selon Fixture A, qui a interrogé 1 003 internautes en mars 2024, 58 % des \
                internautes font confiance aux marques, contre 41 % en 2023. En 2022, 33 % des \
                internautes suivaient une marque et 21 % des internautes font confiance aux \
                marques. Ils étaient 38 % un an plus tôt. Aujourd'hui 45 % suivent une marque \
                (40 % l'an dernier). La part passe de 12 % à 18 %.\n";
    let document = proposed("years", "a.txt", text.as_bytes());
    has_line(&document, "fieldwork = \"mars 2024\"");
    assert!(!finding(&document, "58 %").contains("period"), "{document}");
    has_line(finding(&document, "41 %"), "period = \"2023\"");
    has_line(finding(&document, "33 %"), "period = \"2022\"");
    has_line(finding(&document, "21 %"), "period = \"2022\"");
    has_line(finding(&document, "45 %"), "concept = \"follows-brand\"");
    has_line(finding(&document, "18 %"), "share = \"18 %\"");
    for figure in ["38 %", "40 %", "12 %"] {
        is_remark(finding(&document, figure));
    }
    let text = "According to Fixture A, 38% of adults trust brands, up from 31% in 2023. A year \
                earlier, 29% did. By 2030, 60% of adults will follow brands. 58% of adults know \
                the law passed in 2019.\n";
    let document = proposed("years-en", "a.txt", text.as_bytes());
    has_line(finding(&document, "31%"), "period = \"2023\"");
    is_remark(finding(&document, "29%"));
    is_remark(finding(&document, "60%"));
    let law = finding(&document, "58%");
    assert!(!law.contains("period = ") && law.contains("2019"), "{law}");
}

#[test]
fn an_opening_year_ends_where_the_text_speaks_of_today() {
    let text = "En 2013, 34 % des internautes suivaient une marque ; ils sont 38 % aujourd'hui. \
                En 2012, 31 % des internautes suivaient une marque ; 12 % des internautes font \
                confiance aux marques. En 2011, 29 % des internautes suivaient une marque, \
                désormais 41 % la suivent.\n";
    let document = proposed("today", "a.txt", text.as_bytes());
    for (figure, year) in [("34 %", "2013"), ("31 %", "2012"), ("29 %", "2011")] {
        has_line(finding(&document, figure), &format!("period = \"{year}\""));
    }
    for figure in ["38 %", "12 %", "41 %"] {
        assert!(!finding(&document, figure).contains("period = "), "{document}");
    }
    assert!(finding(&document, "12 %").contains("2012"), "{document}");
    let text = "In 2013, 34% of adults trusted brands; today 38% of adults trust brands.\n";
    let document = proposed("today-en", "a.txt", text.as_bytes());
    has_line(finding(&document, "34%"), "period = \"2013\"");
    assert!(!finding(&document, "38%").contains("period"), "{document}");
}

#[test]
fn a_change_begins_where_the_words_say_so() {
    for (name, text) in [
        (
            "since-fr",
            "38 % des internautes suivent une marque, soit 4 points de plus qu'en 2013.\n",
        ),
        ("since-en", "38% of adults follow a brand, which is 4 points more than in 2013.\n"),
    ] {
        let document = proposed(name, "a.txt", text.as_bytes());
        has_line(&document, "since = \"2013\"");
    }
    let text = "38% of adults follow a brand, with a rise of 4 points during 2013.\n";
    let document = proposed("since-none", "a.txt", text.as_bytes());
    assert!(!document.contains("since = ") && document.contains("? (since)"), "{document}");
}

#[test]
fn a_figure_of_other_people_has_their_base_or_no_line() {
    let text = "Fixture A asked 1,003 adults. 58% of adults trust brands, against 41% for teens, \
                compared with 35% for visitors. 62% of women trust brands. Among those aged \
                18-24, 71% follow brands. 12% trust brands, against 9% who do not.\n";
    let document = proposed("people", "a.txt", text.as_bytes());
    has_line(finding(&document, "58%"), "base = [\"adults\"]");
    has_line(finding(&document, "41%"), "base = [\"teens\"]");
    for figure in ["35%", "62%", "71%"] {
        is_remark(finding(&document, figure));
    }
    assert!(finding(&document, "62%").contains("women"), "{document}");
    has_line(finding(&document, "9%"), "share = \"9%\"");
    has_line(&document, "universe = \"adults\"");

    let text = "58 % des adultes font confiance aux marques. Les femmes sont 62 % dans ce cas. \
                Chez les jeunes parents, ce chiffre est de 49 %. Au total, les réponses positives \
                sont 55 %, et pour Fixture A 33 % suivent une marque.\n";
    let document = proposed("before", "a.txt", text.as_bytes());
    for (figure, people) in [("62 %", "femmes"), ("49 %", "jeunes parents")] {
        is_remark(finding(&document, figure));
        assert!(finding(&document, figure).contains(people), "{document}");
    }
    for figure in ["58 %", "55 %", "33 %"] {
        has_line(finding(&document, figure), &format!("share = \"{figure}\""));
    }
    let text = "58% of adults trust brands. Among women, it is 49%. Young women were 51% then. For \
                2024 it is 44%.\n";
    let document = proposed("before-en", "a.txt", text.as_bytes());
    is_remark(finding(&document, "49%"));
    is_remark(finding(&document, "51%"));
    has_line(finding(&document, "44%"), "share = \"44%\"");
}

#[test]
fn things_are_no_universe_and_people_that_nobody_named_are_none() {
    let text = "Fixture A finds that 62% of brands post each day, and 45% of brands buy posts.\n";
    let document = proposed("things", "a.txt", text.as_bytes());
    assert!(!document.contains("#? universe"), "{document}");
    assert!(document.contains(": universe = \"brands\"\n"), "{document}");
    assert!(!document.contains("#? base"), "{document}");
    let document = proposed("nobody", "a.txt", b"According to Fixture A, 62% trust brands.\n");
    assert!(!document.contains("universe ="), "{document}");
}

#[test]
fn a_concept_that_is_not_named_in_the_sentence_is_a_remark() {
    let text = "# Confiance aux marques\n\n58 % des internautes font confiance aux marques. Le \
                taux d'abandon est de 18 %.\n";
    let document = proposed("concepts", "a.md", text.as_bytes());
    has_line(finding(&document, "58 %"), "concept = \"trusts\"");
    let other = finding(&document, "18 %");
    assert!(!other.contains("#? concept") && other.contains("concept = \"trusts\""), "{other}");
    assert!(other.contains("#? id = \"share\""), "{other}");
}

#[test]
fn what_is_denied_is_no_concept_to_accept() {
    let text = "66% of adults trust brands, but 12% do not, compared with 15% in 2013. 40% of \
                adults do not trust brands, but 33% trust brands, against 31% in 2013.\n";
    let document = proposed("denied-between", "a.txt", text.as_bytes());
    for figure in ["66%", "33%", "31%"] {
        has_line(finding(&document, figure), "concept = \"trusts\"");
    }
    for figure in ["12%", "15%", "40%"] {
        assert!(!finding(&document, figure).contains("#? concept"), "{document}");
    }
    let text = "58 % des internautes font confiance aux marques, 42 % s'en méfient. 30 % ne font \
                pas confiance aux marques. Ils ne sont que 12 % à faire confiance aux marques.\n";
    let document = proposed("denied", "a.txt", text.as_bytes());
    has_line(finding(&document, "58 %"), "concept = \"trusts\"");
    for figure in ["42 %", "30 %"] {
        let part = finding(&document, figure);
        assert!(!part.contains("#? concept") && part.contains("negated = true"), "{part}");
    }
    has_line(finding(&document, "12 %"), "concept = \"trusts\"");
    let text = "38% of adults do not trust brands, and 21% of adults distrust brands.\n";
    let document = proposed("denied-en", "a.txt", text.as_bytes());
    assert!(!document.contains("#? concept"), "{document}");
}

#[test]
fn what_is_compared_with_a_denied_figure_is_denied_with_it() {
    let french = "62 % des internautes ne suivent aucune marque, contre 58 % en 2012. Parmi les \
                  marques, 41 % des internautes et 39 % des adultes ne font pas confiance aux \
                  marques. 70 % des internautes ne suivent aucune marque, contre 30 % qui suivent \
                  une marque. 45 % font confiance aux marques, contre 44 % en 2011.\n";
    let document = proposed("denied-with", "a.txt", french.as_bytes());
    for figure in ["62 %", "58 %", "41 %", "39 %", "70 %"] {
        let part = finding(&document, figure);
        assert!(!part.contains("#? concept") && part.contains("negated = true"), "{part}");
    }
    has_line(finding(&document, "30 %"), "concept = \"follows-brand\"");
    has_line(finding(&document, "44 %"), "concept = \"trusts\"");
    let english = "62% of adults do not trust brands, compared with 58% in 2012. 33% of adults do \
                   not follow a brand, against 67% who do. Neither 12% nor 15% of adults trust \
                   brands.\n";
    let document = proposed("denied-with-en", "a.txt", english.as_bytes());
    for figure in ["62%", "58%", "33%", "12%", "15%"] {
        let part = finding(&document, figure);
        assert!(!part.contains("#? concept") && part.contains("negated = true"), "{part}");
    }
    has_line(finding(&document, "67%"), "concept = \"follows-brand\"");
}

#[test]
fn a_claim_of_the_base_says_the_same_only_of_the_same_concept() {
    let base = base("known");
    let study = "[study]\ntitle = 'One'\npublisher = 'Fixture A'\n[seen]\nreport = { mark = \
                 'publisher', url = 'https://a.example/' }\n[[finding]]\nid = 'a'\n\
                 concept = 'bought-after-post'\nshare = '62 %'\n[[finding]]\nid = 'b'\n\
                 concept = 'trusts-brand-posts'\nshare = '41 %'\n";
    fs::write(base.join("sources/fixture-a/2014.toml"), study).expect("a file");
    let text = "According to Fixture A, 62% of internet users follow a brand. According to Fixture \
                A, 41% of internet users do not trust brand posts.\n";
    let document = proposed_in(&base, "a.txt", text.as_bytes());
    assert!(!document.contains("says the same"), "{document}");
    let text = "According to Fixture A, 62% of internet users bought after a post.\n";
    let document = proposed_in(&base, "b.txt", text.as_bytes());
    assert!(document.contains("`fixture-a/2014/a` of the base says the same"), "{document}");
}

#[test]
fn of_several_studies_each_thing_is_a_remark_with_its_place() {
    let text = "According to Fixture A, who surveyed 1,003 adults in March 2014, 38% of adults \
                follow a brand.\n\nFixture B polled 500 teens in person in June 2015: 22% of teens \
                follow a brand.\n";
    let document = proposed("several", "a.txt", text.as_bytes());
    let study = document.split("[seen]").next().expect("a study");
    for line in [
        "# line 1: publisher = \"Fixture A\"",
        "# line 3: publisher = \"Fixture B\"",
        "# line 1: n = \"1,003\"",
        "# line 3: n = \"500\"",
        "# line 1: fieldwork = \"March 2014\"",
        "# line 3: fieldwork = \"June 2015\"",
        "# line 3: mode = [\"face-to-face\"]",
    ] {
        assert!(study.lines().any(|one| one == line), "{line} in {study}");
    }
    let accepted: Vec<&str> = study.lines().filter(|line| line.starts_with("#?")).collect();
    assert_eq!(accepted.len(), 3, "the study, its title and the pages: {study}");
    let text = "According to Fixture A, who asked 2,000 adults in France and 1,000 in Germany, 38% \
                follow brands.\n";
    let document = proposed("two-samples", "a.txt", text.as_bytes());
    has_line(&document, "publisher = \"Fixture A\"");
    assert!(!document.contains("#? n =") && document.contains("# line 1: n = \"1,000\""));
    assert!(!document.contains("#? regions"), "{document}");
}

const TABLE: &str = "| Share who follow a brand | 2023 | 2024 |\n|---|---|---|\n\
                     | Facebook | 41% | 45% |\n| Women | 12% | 9% |\n";

#[test]
fn a_figure_in_a_table_is_told_with_the_heads_of_its_row_and_its_column() {
    let html = "<table><tr><th rowspan=2>Share</th><th colspan=2>2023</th><th>2024</th></tr>\
                <tr><th>Paid</th><th>Free</th><th>All</th></tr>\
                <tr><td rowspan=2>Facebook</td><td>41%</td><td>43%</td><td>45%</td></tr>\
                <tr><td>11%</td><td>13%</td><td>15%</td></tr></table>";
    let document = proposed("table-html", "a.html", html.as_bytes());
    for (figure, heads) in [
        ("41%", "# Facebook × 2023 / Paid"),
        ("43%", "# Facebook × 2023 / Free"),
        ("45%", "# Facebook × 2024 / All"),
        ("11%", "# Facebook × 2023 / Paid"),
        ("15%", "# Facebook × 2024 / All"),
    ] {
        let part = finding(&document, figure);
        assert!(part.lines().any(|line| line == heads), "{heads} in {part}");
    }
    has_line(finding(&document, "43%"), "period = \"2023\"");
    let rows = TABLE.lines().filter(|line| !line.starts_with("|--"));
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect());
    let rows: Vec<Vec<&str>> = cells.collect();
    let word = docx::table("A table", &rows);
    for (name, file, bytes) in
        [("table-md", "a.md", TABLE.as_bytes()), ("table-docx", "a.docx", &word)]
    {
        let document = proposed(name, file, bytes);
        let part = finding(&document, "41%");
        assert!(part.lines().any(|line| line == "# Facebook × 2023"), "{part}");
        has_line(part, "period = \"2023\"");
        has_line(finding(&document, "45%"), "period = \"2024\"");
        is_remark(finding(&document, "9%"));
    }
}

#[test]
fn the_heads_of_a_table_speak_for_all_its_cells() {
    let html = "<table><tr><th rowspan=2>Item</th><th colspan=2>2015</th><th colspan=2>2016</th>\
                </tr><tr><th>Facebook</th><th>Twitter</th><th>Facebook</th><th>Twitter</th></tr>\
                <tr><td>Follow a brand</td><td>31%</td><td>12%</td><td>38%</td><td>11%</td></tr>\
                <tr><td>Do not trust brands</td><td>61%</td><td>62%</td><td>68%</td><td>69%</td>\
                </tr></table>";
    let markdown = "| Item | Facebook | Twitter |\n|---|---|---|\n| Follow a brand | 31% | 12% |\n\
                    | Do not trust brands | 61% | 62% |\n";
    let word = docx::table(
        "A table",
        &[
            vec!["Item", "Facebook", "Twitter", "Facebook", "Twitter"],
            vec!["Follow a brand", "31%", "12%", "38%", "11%"],
            vec!["Do not trust brands", "61%", "62%", "68%", "69%"],
        ],
    );
    for (name, file, bytes) in [
        ("heads-html", "a.html", html.as_bytes()),
        ("heads-md", "a.md", markdown.as_bytes()),
        ("heads-docx", "a.docx", &word),
    ] {
        let document = proposed_in(&base_with_channels(name), file, bytes);
        for (figure, channel) in
            [("31%", "facebook"), ("12%", "twitter"), ("38%", "facebook"), ("11%", "twitter")]
        {
            if file == "a.md" && ["38%", "11%"].contains(&figure) {
                continue;
            }
            let part = finding(&document, figure);
            has_line(part, "concept = \"follows-brand\"");
            has_line(part, &format!("facets = {{ channel = \"{channel}\" }}"));
            assert!(!part.contains("base = "), "a brand that is followed: {part}");
        }
        for figure in ["61%", "62%"] {
            let part = finding(&document, figure);
            assert!(!part.contains("#? concept") && part.contains("negated = true"), "{part}");
        }
    }
}

/// A base whose concept of followers is told apart by networks.
fn base_with_channels(name: &str) -> PathBuf {
    let base = base(name);
    let file = base.join("vocabulary/words.toml");
    let known = fs::read_to_string(&file).expect("it is there");
    let concept = "[concept.follows-brand]\n";
    let known = known.replace(concept, &format!("{concept}facets = [\"channel\"]\n"));
    let facet = "[facet.channel]\nrole = \"identifying\"\nlabel = { en = \"channel\", fr = \"canal\" }\n\
                 [facet.channel.values]\nfacebook = { en = \"Facebook\", fr = \"Facebook\" }\n\
                 twitter = { en = \"Twitter\", fr = \"Twitter\" }\n\
                 [words.facet.channel.facebook]\nen = [\"facebook\"]\nfr = [\"facebook\"]\n\
                 [words.facet.channel.twitter]\nen = [\"twitter\"]\nfr = [\"twitter\"]\n";
    fs::write(&file, known + facet).expect("a file");
    base
}

#[test]
fn a_head_speaks_for_the_columns_that_it_takes_and_no_others() {
    let merged = format!("Women{}", docx::TWICE);
    let rows = [vec!["", merged.as_str(), ""], vec!["Follow a brand", "40%", "41%", "42%"]];
    let document = proposed("merged", "a.docx", &docx::table("A table", &rows));
    for figure in ["40%", "41%"] {
        assert!(finding(&document, figure).contains("# Follow a brand × Women\n"), "{document}");
        is_remark(finding(&document, figure));
    }
    assert!(!finding(&document, "42%").contains("Women"), "{document}");
}

#[test]
fn bare_numbers_of_a_table_are_shares_where_it_says_so() {
    let text = "| | Follow a brand | Trust brands |\n|---|---:|---:|\n| Internet users | 37 | 12 |\n\
                | Adults | 41 % | 9 % |\n| **Base** | 1,000 | 1,000 |\n\
                | 2014 (again) | 33 % | 8 % |\n\nTable 2 (in %)\n\n\
                | Answer | Total | 18-24 |\n|---|---|---|\n| Follow a brand | 38 | 45 |\n\
                | Do not follow a brand | 62 | 55 |\n| Base | 90 | 80 |\n";
    let base = base("bare");
    let document = proposed_in(&base, "a.md", text.as_bytes());
    let part = finding(&document, "41 %");
    assert!(part.contains("# Adults × Follow a brand\n"), "{part}");
    has_line(part, "concept = \"follows-brand\"");
    has_line(finding(&document, "33 %"), "period = \"2014\"");
    let part = finding(&document, "38 %");
    has_line(part, "concept = \"follows-brand\"");
    assert!(part.contains("“Table 2 (in %)”") && !part.contains("quote = "), "{part}");
    is_remark(finding(&document, "45 %"));
    assert!(!finding(&document, "62 %").contains("#? concept"), "{document}");
    for figure in ["37 %", "90 %", "80 %"] {
        assert!(!document.contains(&format!("share = \"{figure}\"")), "{document}");
    }
    assert!(document.contains("“37” (a number in a table that is no percentage"), "{document}");

    for (name, file, text) in [
        (
            "bare-caption",
            "b.html",
            "<table><caption>Résultats, en %</caption><tr><th>Réponse</th>\
          <th>Total</th></tr><tr><td>Suivent une marque</td><td>38</td></tr></table>",
        ),
        (
            "bare-head",
            "b.html",
            "<table><tr><th>Réponse</th><th>Part (%)</th><th>Nombre</th></tr>\
          <tr><td>Suivent une marque</td><td>38</td><td>77</td></tr></table>",
        ),
    ] {
        let document = proposed(name, file, text.as_bytes());
        has_line(finding(&document, "38 %"), "concept = \"follows-brand\"");
        assert!(!document.contains("77 %"), "{document}");
    }
}
