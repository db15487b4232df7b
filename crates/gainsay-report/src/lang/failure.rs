//! Why a source is missing, in words.

use gainsay_claims::{
    Lang,
    failure::{Failure, How, Phase, Refusal},
};

use super::{
    colon, integer,
    plugin::{file, table},
    quoted,
};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// What happened to a source, and what its plugin wrote first.
    pub(crate) fn failure(&self, failure: &Failure) -> String {
        let what = format!("{} {}", self.how(&failure.how), phase(self.lang, failure.phase));
        let Some(line) = &failure.wrote else {
            return what;
        };
        let line = quoted(self.lang, &clean(line.trim_end()));
        match self.lang {
            Lang::En => format!("{what}; its plugin wrote {line}"),
            Lang::Fr => format!("{what}\u{a0}; son greffon a écrit {line}"),
        }
    }

    fn how(&self, how: &How) -> String {
        match (how, self.lang) {
            (How::Signal { name, .. }, Lang::En) => format!("killed by {}", clean(name)),
            (How::Signal { name, .. }, Lang::Fr) => format!("tuée par {}", clean(name)),
            (How::Exit { code }, Lang::En) => format!("ended with exit code {code} and no result"),
            (How::Exit { code }, Lang::Fr) => {
                format!("terminée avec le code {code}, sans résultat,")
            }
            (How::Timeout { after }, Lang::En) => {
                format!("no result within {} ms", self.millis(after.as_millis()))
            }
            (How::Timeout { after }, Lang::Fr) => {
                format!("aucun résultat en {} ms", self.millis(after.as_millis()))
            }
            (How::OutputLimit { limit }, Lang::En) => {
                format!("more than {} bytes of output", integer(Lang::En, *limit as u64))
            }
            (How::OutputLimit { limit }, Lang::Fr) => {
                format!("plus de {} octets produits", integer(Lang::Fr, *limit as u64))
            }
            (How::Refused { reason }, Lang::En) => format!("refused ({})", self.refusal(reason)),
            (How::Refused { reason }, Lang::Fr) => format!("refusée ({})", self.refusal(reason)),
            (How::Error { message }, Lang::En) => {
                format!("gave up ({})", clean(message.pick(Lang::En)))
            }
            (How::Error { message }, Lang::Fr) => {
                format!("a renoncé ({})", clean(message.pick(Lang::Fr)))
            }
            (How::Panic { message, place }, _) => self.panic(message, place.as_deref()),
            (How::BadOutput { reason }, Lang::En) => {
                format!("bad output ({})", clean(reason.pick(Lang::En)))
            }
            (How::BadOutput { reason }, Lang::Fr) => {
                format!("résultat invalide ({})", clean(reason.pick(Lang::Fr)))
            }
            (How::Closed, Lang::En) => "closed its channel without a result".to_owned(),
            (How::Closed, Lang::Fr) => "a fermé son canal sans résultat".to_owned(),
        }
    }

    /// Why a plugin was refused; what others said stays in their words.
    fn refusal(&self, why: &Refusal) -> String {
        if self.lang == Lang::En {
            return clean(&why.to_string());
        }
        let said = match why {
            Refusal::Other(said) => said.pick(self.lang).to_owned(),
            Refusal::File { fault, .. } => {
                let [_, fr] = file(fault);
                fr
            }
            Refusal::Sandbox(reached) => {
                format!("confinement incomplet\u{a0}: {}", self.sandbox(reached))
            }
            Refusal::Table { fault, .. } => {
                let [_, fr] = table(*fault);
                fr
            }
            Refusal::Unreadable(said) => {
                format!("fichier illisible\u{a0}: {}", said.pick(self.lang))
            }
            Refusal::Digest { found, expected } => {
                format!("empreinte {found}, attendue {expected}")
            }
            Refusal::Plugin { found, expected } => {
                format!("greffon `{found}`, attendu `{expected}`")
            }
            Refusal::Schema { found, expected } => format!("schéma {found}, attendu {expected}"),
            Refusal::LinuxOnly => "un exécutable ne sert de greffon que sous Linux".to_owned(),
            Refusal::OwnProcess => {
                "un exécutable demande son propre processus\u{a0}: omettre `--isolation`".to_owned()
            }
            Refusal::NotExecutable => "ne peut être exécuté\u{a0}: `chmod +x` le permet".to_owned(),
            Refusal::NotUtf8 => "sa première ligne n'est pas en UTF-8".to_owned(),
            Refusal::CrLf => {
                "sa première ligne finit par CR LF\u{a0}: l'enregistrer avec LF seul".to_owned()
            }
            Refusal::NothingNamed => {
                "sa première ligne ne nomme aucun interpréteur après `#!`".to_owned()
            }
            Refusal::NoInterpreter { name, folders } => {
                format!("aucun interpréteur `{name}` dans {folders}")
            }
            Refusal::Unusable { file, message } => {
                format!("a besoin de `{file}`\u{a0}: {message}")
            }
            Refusal::Outside { file, folders } => {
                format!("a besoin de `{file}`, qui n'est pas un fichier de {folders}")
            }
        };
        clean(&said)
    }

    fn panic(&self, message: &str, place: Option<&str>) -> String {
        let at = place.map(|place| format!(" ({})", clean(place))).unwrap_or_default();
        let word = match self.lang {
            Lang::En => "panicked",
            Lang::Fr => "panique du greffon",
        };
        let message = quoted(self.lang, &clean(message));
        format!("{word}{at}{}{message},", colon(self.lang))
    }

    fn millis(&self, millis: u128) -> String {
        integer(self.lang, u64::try_from(millis).unwrap_or(u64::MAX))
    }
}

fn phase(lang: Lang, phase: Phase) -> &'static str {
    match (phase, lang) {
        (Phase::Spawn, Lang::En) => "while its process was started",
        (Phase::Spawn, Lang::Fr) => "au lancement du processus",
        (Phase::Inspect, Lang::En) => "while its plugin was inspected",
        (Phase::Inspect, Lang::Fr) => "à l'examen de son greffon",
        (Phase::Confine, Lang::En) => "while its process was confined",
        (Phase::Confine, Lang::Fr) => "au confinement du processus",
        (Phase::Load, Lang::En) => "while its plugin was loaded",
        (Phase::Load, Lang::Fr) => "au chargement de son greffon",
        (Phase::Create, Lang::En) => "while it was set up",
        (Phase::Create, Lang::Fr) => "à la mise en place de la source",
        (Phase::Collect, Lang::En) => "while it read its documents",
        (Phase::Collect, Lang::Fr) => "à la lecture de ses documents",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use gainsay_claims::{EvidenceBase, facts::TableFault, failure::Limits};

    use super::*;

    #[track_caller]
    fn check(how: How, phase: Phase, wrote: Option<&str>, en: &str, fr: &str) {
        let limits =
            Limits { deadline: Duration::from_secs(10), max_output: 1000, max_memory: 1000 };
        let wrote = wrote.map(str::to_owned);
        let failure = Failure { phase, how, wrote, limits };
        let base = EvidenceBase::default();
        let said = |lang| Speaker::new(&base, lang).failure(&failure).replace('\u{202f}', "_");
        assert_eq!(said(Lang::En), en);
        assert_eq!(said(Lang::Fr).replace('\u{a0}', "~"), fr);
    }

    #[test]
    fn failures_say_what_happened_and_when() {
        check(
            How::Signal { number: 11, name: "SIGSEGV".into() },
            Phase::Collect,
            Some("bad\u{1b}[31m\n"),
            "killed by SIGSEGV while it read its documents; its plugin wrote “bad[31m”",
            "tuée par SIGSEGV à la lecture de ses documents~; son greffon a écrit «~bad[31m~»",
        );
        check(
            How::Timeout { after: Duration::from_secs(10) },
            Phase::Load,
            None,
            "no result within 10,000 ms while its plugin was loaded",
            "aucun résultat en 10_000 ms au chargement de son greffon",
        );
        check(
            How::Panic { message: "index".into(), place: Some("lib.rs:3".into()) },
            Phase::Create,
            None,
            "panicked (lib.rs:3): “index”, while it was set up",
            "panique du greffon (lib.rs:3)~: «~index~», à la mise en place de la source",
        );
        let fault = TableFault::Major { found: 2, known: 1 };
        check(
            How::Refused { reason: Refusal::Table { fault, said: "interface version 2".into() } },
            Phase::Load,
            None,
            "refused (interface version 2) while its plugin was loaded",
            "refusée (sa table est de la version 2, ce programme a la 1) au chargement de son greffon",
        );
        check(
            How::Refused { reason: Refusal::NotExecutable },
            Phase::Inspect,
            None,
            "refused (may not be executed: `chmod +x` allows it) while its plugin was inspected",
            "refusée (ne peut être exécuté~: `chmod +x` le permet) à l'examen de son greffon",
        );
    }
}
