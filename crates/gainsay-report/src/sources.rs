//! The sources of a base and how their plugins fared.

use gainsay_claims::{Lang, evidence::SourceState};

use crate::{
    Speaker, clean,
    lang::{pick, plural},
};

/// One line per source: its plugin, documents, claims, sandbox, digest.
pub fn render(speaker: Speaker<'_>) -> String {
    let sources = speaker.base.sources.iter();
    sources.map(|(id, state)| speaker.source(id, state) + "\n").collect()
}

impl Speaker<'_> {
    pub(crate) fn source(&self, id: &str, state: &SourceState) -> String {
        let lang = self.lang;
        let claims = self.base.claims.values().filter(|claim| claim.source == id).count();
        let mut parts = vec![
            format!("{} {}", pick(lang, ["plugin", "greffon"]), clean(&state.plugin)),
            plural(lang, state.documents, "document", "documents"),
            match lang {
                Lang::En => plural(lang, claims, "claim", "claims"),
                Lang::Fr => plural(lang, claims, "affirmation", "affirmations"),
            },
        ];
        if !state.finished {
            parts.push(pick(lang, ["missing", "manquante"]).to_owned());
        }
        if let Some(sandbox) = &state.sandbox {
            parts.push(clean(sandbox));
        }
        if let Some(digest) = &state.digest {
            parts.push(format!("sha256 {}", clean(digest)));
        }
        format!("{}  {}", clean(id), parts.join(", "))
    }
}
