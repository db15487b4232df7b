//! How much a page prints of everything. What is left out is counted where it would
//! stand, with the command that shows it.

/// Tables of propositions.
pub(super) const TABLES: usize = 60;
/// Rows of one table.
pub(super) const ROWS: usize = 20;
/// Rows of all tables together.
pub(super) const ALL_ROWS: usize = 420;
/// Pooled groups of one table, the largest.
pub(super) const GROUPS: usize = 2;
/// Findings that are told in full.
pub(super) const FINDINGS: usize = 150;
/// Findings of one kind that are listed before the rest is folded.
pub(super) const LISTED: usize = 8;
/// Findings about the input that are told.
pub(super) const INPUT: usize = 40;
/// Places that a finding shows.
pub(super) const PLACES: usize = 12;
/// Publishers that are set against each other.
pub(super) const PUBLISHERS: usize = 14;
/// Rows of the map of evidence, and of the views.
pub(super) const MAPPED: usize = 60;
/// Columns of the map of evidence.
pub(super) const AUDIENCES: usize = 10;
/// Citations whose way is told.
pub(super) const CITATIONS: usize = 120;
/// Characters of a line on either side of a figure.
pub(super) const LINE: usize = 160;
