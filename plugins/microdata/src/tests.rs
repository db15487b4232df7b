//! What is counted, against figures that another program computed; what is refused.

mod files;
mod folder;
mod refused;

pub(crate) use folder::shipped;
