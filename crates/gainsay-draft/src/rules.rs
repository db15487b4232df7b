//! What can be wrong with a draft: one file each, with its explanation beside it.

mod base_widened;
mod cited_only;
mod contradiction_not_cited;
mod drift;
mod figure_differs;
mod invalid_suppression;
mod opposite_finding_not_cited;
mod stale_table;
mod unknown_figure;
mod unnamed_source;
mod unused_suppression;
mod wrong_study;

use gainsay_claims::Check;

/// Every rule, in order of id. `refuted-agreement` is the judge's own.
pub static ALL: &[&Check] = &[
    &base_widened::CHECK,
    &cited_only::CHECK,
    &contradiction_not_cited::CHECK,
    &drift::CHECK,
    &figure_differs::CHECK,
    &invalid_suppression::CHECK,
    &opposite_finding_not_cited::CHECK,
    &stale_table::CHECK,
    &unknown_figure::CHECK,
    &unnamed_source::CHECK,
    &unused_suppression::CHECK,
    &wrong_study::CHECK,
];
