//! `guns-polls.csv`: support for measures on guns. It gives no number of cases, and
//! of the answers only those in favour.

use gainsay_plugin::slug;

use crate::layout::{Group, Layout};

pub(crate) const LAYOUT: Layout = Layout {
    name: "guns",
    subject: "guns",
    columns: &[
        "Question",
        "Start",
        "End",
        "Pollster",
        "Population",
        "Support",
        "Republican Support",
        "Democratic Support",
        "URL",
    ],
    sponsor: "",
    population: "Population",
    tracking: "",
    text: "",
    include: "",
    notes: "",
    url: "URL",
    concept: "supports-gun-measure",
    undecided: "",
    question: |row| slug(row.get("Question")),
    facets: |row| vec![("measure", slug(row.get("Question")))],
    groups: &[
        Group { suffix: "", who: None, yes: "Support", ..NOTHING },
        Group {
            suffix: "-republicans",
            who: Some("republicans"),
            yes: "Republican Support",
            ..NOTHING
        },
        Group {
            suffix: "-democrats",
            who: Some("democrats"),
            yes: "Democratic Support",
            ..NOTHING
        },
    ],
};

const NOTHING: Group = Group { suffix: "", who: None, n: "", yes: "", no: "", unsure: "" };
