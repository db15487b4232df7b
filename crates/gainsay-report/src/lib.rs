//! Says what was found, in French and in English, for terminals, documents and programs.
