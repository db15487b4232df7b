//! Proposes a mapping.
