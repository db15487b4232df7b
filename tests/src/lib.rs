//! Helpers that the tests of the whole product share.

pub mod base;
pub mod built;
pub mod case;
pub mod corpus;
pub mod editions;
pub mod git;
pub mod program;
pub mod small;
pub mod tree;
