//! The sources of a base and how their plugins fared.

use gainsay_claims::{
    Lang,
    evidence::{LockState, SandboxReport, SourceState},
};

use crate::{
    Speaker, clean,
    lang::{pick, plural},
};

/// One line per source: its plugin, documents, claims, lock, sandbox, digest.
pub fn render(speaker: Speaker<'_>) -> String {
    let sources = speaker.base.sources.iter();
    sources.map(|(id, state)| speaker.source(id, state) + "\n").collect()
}

/// That the base has no lock, if so, and what that means; ends with a line break.
pub fn no_lock(speaker: Speaker<'_>) -> Option<&'static str> {
    let sources = &speaker.base.sources;
    let is_unlocked = sources.values().all(|state| state.lock == LockState::NoLock);
    let told = [
        "no gainsay.lock: any library of the right name is loaded; \
         `gainsay source trust NAME` pins those that do not come with the program\n",
        "pas de gainsay.lock\u{a0}: toute bibliothèque du bon nom est chargée\u{a0}; \
         `gainsay source trust NOM` verrouille celles qui ne viennent pas du programme\n",
    ];
    (is_unlocked && !sources.is_empty()).then(|| pick(speaker.lang, told))
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
        parts.extend(pinned(lang, state.lock).map(str::to_owned));
        if !state.finished {
            parts.push(pick(lang, ["missing", "manquante"]).to_owned());
        }
        if let Some(sandbox) = &state.sandbox {
            parts.push(self.sandbox(sandbox));
        }
        if let Some(digest) = &state.digest {
            parts.push(format!("sha256 {}", clean(digest)));
        }
        format!("{}  {}", clean(id), parts.join(", "))
    }

    /// What was found to hold, by trying it.
    pub(crate) fn sandbox(&self, reached: &SandboxReport) -> String {
        let denied = ["denied", "refusé"];
        let state = |holds: bool, word: [&'static str; 2]| {
            pick(self.lang, if holds { word } else { ["not enforced", "non imposé"] })
        };
        let part =
            |name: [&'static str; 2], state: &str| format!("{} {state}", pick(self.lang, name));
        let executable = pick(
            self.lang,
            [
                "an executable (may list the system's libraries, and run itself or its \
                 interpreter in its own place)",
                "exécutable (peut lister les bibliothèques du système, et s'exécuter, lui ou son \
                 interprète, à sa propre place)",
            ],
        );
        let mut parts = vec![
            part(["limits", "limites"], state(reached.limits, ["set", "posées"])),
            part(
                ["reading files", "lecture de fichiers"],
                state(reached.reading, ["denied", "refusée"]),
            ),
            part(
                ["writing files", "écriture de fichiers"],
                state(reached.writing, ["denied", "refusée"]),
            ),
            part(["network", "réseau"], state(reached.network, denied)),
            part(["processes", "processus"], state(reached.processes, denied)),
        ];
        parts.extend(reached.executable.then(|| executable.to_owned()));
        parts.join(", ")
    }
}

fn pinned(lang: Lang, lock: LockState) -> Option<&'static str> {
    let words = match lock {
        LockState::NoLock => return None,
        LockState::OfProgram => ["comes with the program", "fourni avec le programme"],
        LockState::Pinned => ["pinned", "verrouillé"],
        LockState::Stale => ["not trusted", "sans confiance"],
    };
    Some(pick(lang, words))
}
