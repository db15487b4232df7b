//! What a source lacks, and the command that makes it.

use gainsay_claims::{Lang, Said};

use crate::{Speaker, clean, shell::shell};

/// A kind of files, and the plugins that read them: each is the option of `gainsay source new`
/// by which a source is made of one.
struct Kind {
    endings: &'static [&'static str],
    /// What such a file is, in both languages.
    is: [&'static str; 2],
    plugins: &'static [&'static str],
}

const KINDS: [Kind; 6] = [
    Kind {
        endings: &["sav", "zsav"],
        is: ["a file of SPSS", "un fichier de SPSS"],
        plugins: &["microdata"],
    },
    Kind {
        endings: &["xlsx", "xls", "ods"],
        is: ["a workbook", "un classeur"],
        plugins: &["crosstab"],
    },
    Kind {
        endings: &["csv", "tsv"],
        is: ["a table", "une table"],
        plugins: &["crosstab", "feed", "microdata"],
    },
    Kind { endings: &["json"], is: ["a table", "une table"], plugins: &["feed"] },
    Kind {
        endings: &["xml"],
        is: ["a codebook", "un dictionnaire de variables"],
        plugins: &["ddi"],
    },
    Kind { endings: &["pdf"], is: ["a PDF", "un PDF"], plugins: &["pdf"] },
];

/// The plugin of documents that are made without a file.
const TRANSCRIPT: &str = "transcript";

impl Speaker<'_> {
    /// That a source has no documents, and how it gets its first one.
    pub(crate) fn no_documents(
        &self,
        source: &str,
        plugin: &str,
        folder: &str,
        is_there: bool,
    ) -> String {
        let folder = clean(folder);
        let takes_a_file = KINDS.iter().any(|kind| kind.plugins.contains(&plugin));
        let command = match (plugin, self.lang) {
            (TRANSCRIPT, _) => Some(self.new_source(&shell(source), "")),
            (_, Lang::En) if takes_a_file => {
                Some(self.new_source(&shell(source), &format!(" --{plugin} FILE")))
            }
            (_, Lang::Fr) if takes_a_file => {
                Some(self.new_source(&shell(source), &format!(" --{plugin} FICHIER")))
            }
            _ => None,
        };
        let [missing, next, or] = match (self.lang, is_there) {
            (Lang::En, false) => [
                "is not there",
                "put the first document of the source into it",
                ", or make one with ",
            ],
            (Lang::En, true) => [
                "holds no document",
                "put the first one of the source into it",
                ", or make it with ",
            ],
            (Lang::Fr, false) => {
                ["n'existe pas", "y mettre le premier document de la source", ", ou le créer avec "]
            }
            (Lang::Fr, true) => [
                "ne contient aucun document",
                "y mettre le premier de la source",
                ", ou le créer avec ",
            ],
        };
        let made = command.map(|command| format!("{or}{command}")).unwrap_or_default();
        match self.lang {
            Lang::En => format!("the folder `{folder}` {missing}: {next}{made}"),
            Lang::Fr => format!("le dossier `{folder}` {missing}\u{a0}: {next}{made}"),
        }
    }

    /// That nothing was read of a file, what it is, and how a source is made of it.
    pub(crate) fn unread(&self, source: &str, plugin: &str, file: &str, why: &Said) -> String {
        let ending = file.rsplit_once('.').map_or(String::new(), |(_, one)| one.to_lowercase());
        let Some(kind) = KINDS.iter().find(|kind| kind.endings.contains(&ending.as_str())) else {
            return clean(why.pick(self.lang));
        };
        let [en, fr] = kind.is;
        let file = match self.base.from_here.as_str() {
            "" => shell(file),
            base => shell(&format!("{base}/{file}")),
        };
        let command = |name: &str, plugin| self.new_source(name, &format!(" --{plugin} {file}"));
        if kind.plugins.contains(&plugin) {
            let command = command(&shell(source), plugin);
            return match self.lang {
                Lang::En => format!(
                    "is {en}, and no document beside it says what to read of it: {command} proposes one"
                ),
                Lang::Fr => format!(
                    "est {fr}, et aucun document voisin ne dit qu'y lire\u{a0}: {command} en propose un"
                ),
            };
        }
        let commands = |name: &str| {
            kind.plugins.iter().map(|plugin| command(name, plugin)).collect::<Vec<_>>()
        };
        let plugin = clean(plugin);
        match self.lang {
            Lang::En => format!(
                "is {en}, which the plugin `{plugin}` of this source does not read; {} makes a source of it",
                commands("NAME").join(" or ")
            ),
            Lang::Fr => format!(
                "est {fr}, que le greffon `{plugin}` de cette source ne lit pas\u{a0}; {} en fait une source",
                commands("NOM").join(" ou ")
            ),
        }
    }

    /// The command that makes a source in this base, from where the person is.
    fn new_source(&self, name: &str, of: &str) -> String {
        let base = match self.base.from_here.as_str() {
            "" => String::new(),
            base => format!(" --base {}", shell(base)),
        };
        format!("`gainsay source new {name}{of}{base}`")
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;

    use super::*;
    use crate::fixture;

    #[test]
    fn a_source_without_documents_is_told_how_it_gets_one() {
        let base = fixture::base();
        let told = |lang, plugin: &str, is_there| {
            let text = Speaker::new(&base, lang).no_documents("a", plugin, "sources/a", is_there);
            text.replace('\u{a0}', "~")
        };
        let english = "the folder `sources/a` is not there: put the first document of the source \
                       into it, or make one with `gainsay source new a --microdata FILE`";
        assert_eq!(told(Lang::En, "microdata", false), english);
        let french = "le dossier `sources/a` ne contient aucun document~: y mettre le premier de \
                      la source, ou le créer avec `gainsay source new a`";
        assert_eq!(told(Lang::Fr, "transcript", true), french);
        let own =
            "the folder `sources/a` holds no document: put the first one of the source into it";
        assert_eq!(told(Lang::En, "kentico", true), own);
    }

    #[test]
    fn a_file_of_which_nothing_was_read_is_told_what_it_is() {
        let base = fixture::base();
        let told = |lang, plugin: &str, file: &str| {
            Speaker::new(&base, lang)
                .unread("a", plugin, file, &["is not a text", "n'est pas un texte"].into())
                .replace('\u{a0}', "~")
        };
        let own = "is a file of SPSS, and no document beside it says what to read of it: \
                   `gainsay source new a --microdata sources/a/one.SAV` proposes one";
        assert_eq!(told(Lang::En, "microdata", "sources/a/one.SAV"), own);
        let other = "est un classeur, que le greffon `transcript` de cette source ne lit pas~; \
                     `gainsay source new NOM --crosstab one.xlsx` en fait une source";
        assert_eq!(told(Lang::Fr, "transcript", "one.xlsx"), other);
        assert_eq!(told(Lang::En, "kentico", "one.bin"), "is not a text");
        assert_eq!(told(Lang::Fr, "kentico", "one.bin"), "n'est pas un texte");
    }

    #[test]
    fn a_command_is_told_as_it_runs_from_here() {
        let base = EvidenceBase { from_here: "../my base".to_owned(), ..fixture::base() };
        let speaker = Speaker::new(&base, Lang::En);
        let told = speaker.unread("a", "pdf", "sources/a/its own.pdf", &"is not a text".into());
        let command = "`gainsay source new a --pdf '../my base/sources/a/its own.pdf' \
                       --base '../my base'` proposes one";
        assert!(told.ends_with(command), "{told}");
        let told = speaker.no_documents("a", "transcript", "sources/a", true);
        assert!(told.ends_with("`gainsay source new a --base '../my base'`"), "{told}");
    }
}
