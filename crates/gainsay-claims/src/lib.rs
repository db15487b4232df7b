//! What a study says: figures and their reporting sets, claims, studies, vocabulary, diagnostics as facts.
