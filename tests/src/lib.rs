//! Helpers that the tests of the whole product share.

pub mod built;
