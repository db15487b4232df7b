//! What a plugin does that it must not, in words.

use gainsay_claims::{
    Lang, Said,
    conformance::NotRun,
    facts::{Damage, FileFault, PluginFact, TableFault},
};

use super::{decimal, integer, list, pick, plural, quoted};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// What is known of a plugin.
    pub(crate) fn plugin(&self, fact: &PluginFact) -> String {
        let lang = self.lang;
        let both = match fact {
            PluginFact::File(fault) => file(fault),
            PluginFact::Unloadable { reason } => return clean(reason),
            PluginFact::Failed(failure) => return self.failure(failure),
            PluginFact::Said(diagnostic) => return self.headline(diagnostic),
            PluginFact::Table(fault) => table(*fault),
            PluginFact::Schema { found, known } => [
                format!("it emits `{found}`, this program reads `{known}`"),
                format!("il émet `{found}`, ce programme lit `{known}`"),
            ],
            PluginFact::Exports { symbol } => {
                [format!("it exports `{symbol}`"), format!("elle exporte `{symbol}`")]
            }
            PluginFact::Needs { library } => {
                [format!("it needs `{library}`"), format!("il a besoin de `{library}`")]
            }
            PluginFact::Constructors { count, usual } => [
                format!("{count} functions run while it is loaded, compilers add {usual}"),
                format!(
                    "{count} fonctions s'exécutent au chargement, les compilateurs en ajoutent {usual}"
                ),
            ],
            PluginFact::Wrote { text } => {
                let text = quoted(lang, text.trim_end());
                [format!("it wrote {text}"), format!("il a écrit {text}")]
            }
            PluginFact::Threads { count } => return self.threads(*count),
            PluginFact::Time { used, budget } => {
                let [used, budget] = [used, budget].map(|time| seconds(lang, time.as_secs_f64()));
                [
                    format!("{used} of processor time, at most {budget} allowed"),
                    format!("{used} de temps de calcul, au plus {budget} permises"),
                ]
            }
            PluginFact::Memory { used, budget } => {
                let [used, budget] = [used, budget].map(|bytes| mebibytes(lang, *bytes));
                [
                    format!("{used} at the peak, at most {budget} allowed"),
                    format!("{used} au plus haut, au plus {budget} permis"),
                ]
            }
            PluginFact::Squeezed { budget } => {
                let budget = mebibytes(lang, *budget);
                [
                    format!("with at most {budget} of memory it does not finish"),
                    format!("avec au plus {budget} de mémoire, il n'aboutit pas"),
                ]
            }
            PluginFact::Accepted { setting } => [
                format!("it accepted the setting `{setting}`"),
                format!("il a accepté le réglage `{setting}`"),
            ],
            PluginFact::Settings { json } => {
                [format!("given the settings {json}"), format!("avec les réglages {json}")]
            }
            PluginFact::Damaged { document, damage } => return self.damaged(document, *damage),
            PluginFact::Answered { operation, code } => [
                format!("it answered operation {operation} with {code} instead of 4"),
                format!("il a répondu {code} au lieu de 4 à l'opération {operation}"),
            ],
            PluginFact::WentOn { after } => {
                let time = seconds(lang, after.as_secs_f64());
                [
                    format!("it went on for {time} after it was told to stop"),
                    format!("il a continué pendant {time} après qu'on lui a dit de s'arrêter"),
                ]
            }
            PluginFact::Second { code: 0 } => [
                "the second source of a process says something else than the first".to_owned(),
                "la seconde source d'un processus dit autre chose que la première".to_owned(),
            ],
            PluginFact::Second { code } => [
                format!("the second source of a process returned {code} instead of 0"),
                format!("la seconde source d'un processus a renvoyé {code} au lieu de 0"),
            ],
            PluginFact::Depends { on } => [
                format!("with `{on}` it says something else"),
                format!("avec `{on}`, il dit autre chose"),
            ],
            PluginFact::Differs => [
                "two processes say different things of the same documents".to_owned(),
                "deux processus disent des choses différentes des mêmes documents".to_owned(),
            ],
            PluginFact::ReadsDifferently { document } => [
                format!("`{document}` is read differently alone, or in another order"),
                format!("`{document}` est lu autrement seul, ou dans un autre ordre"),
            ],
            PluginFact::Lost { first, count } => return self.lost(first, *count),
            PluginFact::More { count } => {
                [format!("and {count} more like these"), format!("et {count} autres semblables")]
            }
        };
        clean(&pick(lang, both))
    }

    fn threads(&self, count: u64) -> String {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        match self.lang {
            Lang::En => plural(Lang::En, count, "thread still runs", "threads still run"),
            Lang::Fr => plural(Lang::Fr, count, "fil s'exécute encore", "fils s'exécutent encore"),
        }
    }

    fn damaged(&self, document: &str, damage: Damage) -> String {
        let [en, fr] = match damage {
            Damage::Cut(at) => {
                let [en, fr] = [Lang::En, Lang::Fr].map(|lang| integer(lang, at as u64));
                [format!("cut at byte {en}"), format!("coupé à l'octet {fr}")]
            }
            Damage::Emptied => ["made empty".to_owned(), "vidé".to_owned()],
            Damage::Noise => ["replaced by noise".to_owned(), "remplacé par du bruit".to_owned()],
            Damage::FollowedByNoise => {
                ["followed by noise".to_owned(), "suivi de bruit".to_owned()]
            }
            Damage::AsTable => ["taken for a table".to_owned(), "pris pour un tableau".to_owned()],
            Damage::AsText => ["taken for a text".to_owned(), "pris pour un texte".to_owned()],
        };
        format!("`{}`, {}", clean(document), pick(self.lang, [en, fr]))
    }

    fn lost(&self, first: &[String], count: usize) -> String {
        let ids: Vec<String> = first.iter().map(|id| format!("`{}`", clean(id))).collect();
        let told = list(self.lang, &ids);
        match (self.lang, count - first.len()) {
            (Lang::En, 0) => format!("gone: {told}"),
            (Lang::Fr, 0) => format!("disparus\u{a0}: {told}"),
            (Lang::En, more) => format!("gone: {}, and {more} more", ids.join(", ")),
            (Lang::Fr, more) => format!("disparus\u{a0}: {}, et {more} autres", ids.join(", ")),
        }
    }

    /// Why a rule could not be looked at.
    pub(crate) fn not_run(&self, why: &NotRun) -> String {
        pick(
            self.lang,
            match why {
                NotRun::Without(check) => [
                    format!("`{}` does not hold", check.id),
                    format!("`{}` n'est pas respectée", check.id),
                ],
                NotRun::NoDocuments => [
                    "the base has no documents for it".to_owned(),
                    "la base n'a pas de documents pour lui".to_owned(),
                ],
                NotRun::Silent => [
                    "it emits nothing that could be refused".to_owned(),
                    "il n'émet rien qui puisse être refusé".to_owned(),
                ],
                NotRun::NoPrevious => [
                    "no previous version to compare with; name one with `--against`".to_owned(),
                    "pas de version précédente\u{a0}; en nommer une avec `--against`".to_owned(),
                ],
                NotRun::NoIds => [
                    "what `--against` names has no ids of it".to_owned(),
                    "ce que nomme `--against` n'a aucun identifiant de lui".to_owned(),
                ],
                NotRun::NoSandbox => [
                    "the sandbox is off, or does not hold whole here".to_owned(),
                    "le bac à sable est désactivé, ou ne tient pas entier ici".to_owned(),
                ],
                NotRun::NotHere => {
                    ["this system does not tell".to_owned(), "ce système ne le dit pas".to_owned()]
                }
                NotRun::Executable => [
                    "the plugin is an executable, not a library".to_owned(),
                    "le greffon est un exécutable, pas une bibliothèque".to_owned(),
                ],
            },
        )
    }
}

pub(crate) fn file(fault: &FileFault) -> [String; 2] {
    match fault {
        FileFault::Unreadable(why) => {
            let [en, fr] = [Lang::En, Lang::Fr].map(|lang| why.pick(lang));
            [format!("the file cannot be read: {en}"), format!("fichier illisible\u{a0}: {fr}")]
        }
        FileFault::NotALibrary(why) => [
            format!("the file is no library: {why}"),
            format!("le fichier n'est pas une bibliothèque\u{a0}: {why}"),
        ],
        FileFault::NoManifest => [
            "it has no section with a manifest, and no file with its name and `.plugin.json` \
             after it lies beside it"
                .to_owned(),
            "il n'a pas de section avec un manifeste, et aucun fichier de son nom suivi de \
             `.plugin.json` ne se trouve à côté"
                .to_owned(),
        ],
        FileFault::NotAProgram => [
            "a manifest lies beside it, but it is no program, nor a script that begins with `#!`"
                .to_owned(),
            "un manifeste se trouve à côté, mais ce n'est ni un programme ni un script qui \
             commence par `#!`"
                .to_owned(),
        ],
        FileFault::Malformed(why) => [
            format!("the manifest cannot be read: {why}"),
            format!("manifeste illisible\u{a0}: {}", Said::of_parser(why).pick(Lang::Fr)),
        ],
    }
}

/// What is wrong with the table of a plugin.
pub(super) fn table(fault: TableFault) -> [String; 2] {
    match fault {
        TableFault::Address => [
            "its table is at no address for one".to_owned(),
            "sa table n'est pas à une adresse possible".to_owned(),
        ],
        TableFault::Magic => [
            "its table does not begin as one of this interface".to_owned(),
            "sa table ne commence pas comme une table de cette interface".to_owned(),
        ],
        TableFault::Major { found, known } => [
            format!("its table is of version {found}, this program has {known}"),
            format!("sa table est de la version {found}, ce programme a la {known}"),
        ],
        TableFault::Size { found, known } => [
            format!("its table has {found} bytes, {known} are expected"),
            format!("sa table a {found} octets, il en faut {known}"),
        ],
        TableFault::Entries => [
            "its table lacks `create`, `call` or `destroy`".to_owned(),
            "il manque à sa table `create`, `call` ou `destroy`".to_owned(),
        ],
        TableFault::Manifest => [
            "the manifest in its table is not the one in its file".to_owned(),
            "le manifeste de sa table n'est pas celui de son fichier".to_owned(),
        ],
    }
}

fn seconds(lang: Lang, seconds: f64) -> String {
    format!("{}\u{a0}s", decimal(lang, seconds, 1))
}

fn mebibytes(lang: Lang, bytes: u64) -> String {
    let unit = pick(lang, ["MiB", "Mio"]);
    format!("{}\u{a0}{unit}", integer(lang, bytes >> 20))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use gainsay_claims::EvidenceBase;

    use super::*;

    #[track_caller]
    fn check(fact: PluginFact, en: &str, fr: &str) {
        let base = EvidenceBase::default();
        let said =
            |lang| Speaker::new(&base, lang).plugin(&fact).replace(['\u{a0}', '\u{202f}'], "~");
        assert_eq!(said(Lang::En), en);
        assert_eq!(said(Lang::Fr), fr);
    }

    #[test]
    fn costs_are_told_with_what_is_allowed() {
        let [used, budget] = [1500, 200].map(Duration::from_millis);
        check(
            PluginFact::Time { used, budget },
            "1.5~s of processor time, at most 0.2~s allowed",
            "1,5~s de temps de calcul, au plus 0,2~s permises",
        );
        check(
            PluginFact::Memory { used: 300 << 20, budget: 256 << 20 },
            "300~MiB at the peak, at most 256~MiB allowed",
            "300~Mio au plus haut, au plus 256~Mio permis",
        );
        check(
            PluginFact::Squeezed { budget: 256 << 20 },
            "with at most 256~MiB of memory it does not finish",
            "avec au plus 256~Mio de mémoire, il n'aboutit pas",
        );
    }

    #[test]
    fn what_a_plugin_writes_cannot_move_the_cursor() {
        let text = "hello\u{1b}[31m\n".to_owned();
        check(PluginFact::Wrote { text }, "it wrote “hello[31m”", "il a écrit «~hello[31m~»");
        let symbol = "a\u{1b}b".to_owned();
        check(PluginFact::Exports { symbol }, "it exports `ab`", "elle exporte `ab`");
    }

    #[test]
    fn damage_and_losses_are_named() {
        check(
            PluginFact::Damaged { document: "a.txt".into(), damage: Damage::Cut(1200) },
            "`a.txt`, cut at byte 1,200",
            "`a.txt`, coupé à l'octet 1~200",
        );
        check(
            PluginFact::Lost { first: vec!["a/b".into(), "a/c".into()], count: 4 },
            "gone: `a/b`, `a/c`, and 2 more",
            "disparus~: `a/b`, `a/c`, et 2 autres",
        );
        check(PluginFact::Threads { count: 1 }, "1 thread still runs", "1 fil s'exécute encore");
    }
}
