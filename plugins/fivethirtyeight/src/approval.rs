//! `mueller-approval-polls.csv`: how Robert Mueller handled his job.

use crate::layout::{Group, Layout};

pub(crate) const LAYOUT: Layout = Layout {
    name: "mueller",
    subject: "approval of Robert Mueller",
    columns: &[
        "Start",
        "End",
        "Pollster",
        "Sample Size",
        "Population",
        "Text",
        "Approve",
        "Disapprove",
        "Unsure",
        "Approve (Republican)",
        "Approve (Democrat)",
        "Url",
    ],
    sponsor: "",
    population: "Population",
    tracking: "",
    text: "Text",
    include: "",
    notes: "",
    url: "Url",
    concept: "approves-of-mueller",
    undecided: "unsure-of-mueller",
    question: |_| "approval".to_owned(),
    facets: |_| Vec::new(),
    groups: &[
        Group {
            suffix: "",
            who: None,
            n: "Sample Size",
            yes: "Approve",
            no: "Disapprove",
            unsure: "Unsure",
        },
        Group {
            suffix: "-republicans",
            who: Some("republicans"),
            n: "",
            yes: "Approve (Republican)",
            no: "",
            unsure: "",
        },
        Group {
            suffix: "-democrats",
            who: Some("democrats"),
            n: "",
            yes: "Approve (Democrat)",
            no: "",
            unsure: "",
        },
    ],
};
