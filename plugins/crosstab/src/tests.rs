//! What mappings and their tables become.
