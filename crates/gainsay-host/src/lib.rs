//! Reads an evidence base and runs its source plugins, each in a process of its own.
