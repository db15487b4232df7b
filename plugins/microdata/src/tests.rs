//! What is counted, against figures that another program computed; what is refused.

mod files;
mod folder;
mod refused;
mod schema;

use folder::mapping;
pub(crate) use folder::shipped;
