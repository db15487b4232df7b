//! `impeachment_polls.csv`: whether Donald Trump should be impeached.

use gainsay_plugin::{Row, slug};

use crate::layout::{Group, Layout};

pub(crate) const LAYOUT: Layout = Layout {
    name: "impeachment",
    subject: "impeachment of Donald Trump",
    columns: &[
        "Start",
        "End",
        "Pollster",
        "Sponsor",
        "SampleSize",
        "Pop",
        "tracking",
        "Text",
        "Category",
        "Include?",
        "Yes",
        "No",
        "Unsure",
        "Rep Sample",
        "Rep Yes",
        "Rep No",
        "Dem Sample",
        "Dem Yes",
        "Dem No",
        "Ind Sample",
        "Ind Yes",
        "Ind No",
        "URL",
        "Notes",
    ],
    sponsor: "Sponsor",
    population: "Pop",
    tracking: "tracking",
    text: "Text",
    include: "Include?",
    notes: "Notes",
    url: "URL",
    concept: "supports-impeachment",
    undecided: "unsure-of-impeachment",
    question: |row| slug(row.get("Category")),
    facets,
    groups: &[
        Group { suffix: "", who: None, n: "SampleSize", yes: "Yes", no: "No", unsure: "Unsure" },
        Group {
            suffix: "-republicans",
            who: Some("republicans"),
            n: "Rep Sample",
            yes: "Rep Yes",
            no: "Rep No",
            unsure: "",
        },
        Group {
            suffix: "-democrats",
            who: Some("democrats"),
            n: "Dem Sample",
            yes: "Dem Yes",
            no: "Dem No",
            unsure: "",
        },
        Group {
            suffix: "-independents",
            who: Some("independents"),
            n: "Ind Sample",
            yes: "Ind Yes",
            no: "Ind No",
            unsure: "",
        },
    ],
};

/// Questions that name a ground ask for something else for each of them.
const GROUNDS: &[(&str, &str)] = &[
    ("obstruction of justice", "obstruction"),
    ("collusion with Russia", "collusion"),
    ("campaign spending", "campaign-spending"),
    ("Ukraine", "ukraine"),
    ("Mueller", "russia-investigation"),
    ("Russian interference", "russia-investigation"),
];

fn facets(row: &Row<'_>) -> Vec<(&'static str, String)> {
    let category = slug(row.get("Category"));
    if category == "reasons" {
        let named = GROUNDS.iter().find(|(words, _)| row.get("Text").contains(words));
        let ground = named.map_or("unknown", |(_, ground)| ground);
        return vec![("action", category), ("ground", ground.to_owned())];
    }
    let action = if category.is_empty() { "unknown".to_owned() } else { category };
    vec![("action", action)]
}
