//! From findings to claims: every form that a published statement takes, and
//! everything that can be wrong with a record.

mod amounts;
mod changes;
mod citations;
mod orders;
mod people;
mod reading;
mod sets;
mod shares;
mod support;
