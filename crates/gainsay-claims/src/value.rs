//! Placeholder until the value grammar lands.

use serde::{Deserialize, Serialize};

/// How a bare figure is to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hundredths of the base.
    Percent,
}
