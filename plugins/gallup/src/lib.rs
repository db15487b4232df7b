//! Gallup: one table per question, answers by group.
fn _x() {}
