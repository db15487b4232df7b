//! What to do with sources.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Subcommand};

use crate::usage::Misread;

/// What to do with sources.
#[derive(Debug, Subcommand)]
pub(crate) enum SourceCommand {
    /// Make a document or a crate for a new source, which checks clean as it is made
    New(NewSource),
    /// Propose a transcript by reading a text, for a person to confirm: it adds nothing to the
    /// base
    Draft(SourceDraft),
    /// List the sources of the base, the digests of their plugins, and how these are confined
    List,
    /// Hold plugins against the rules that every plugin keeps, each in a sandbox
    Check(SourceCheck),
    /// Print what the file of a plugin shows, without running any of its code
    Inspect {
        /// The library, or the executable with its manifest beside it
        path: PathBuf,
    },
    /// Print the C header that plugins in other languages than Rust are compiled with
    Header,
    /// Run the plugin of a source once in a sandbox, and pin its digest in gainsay.lock
    Trust {
        /// The source
        name: String,
    },
    /// Look at a plugin, run it once in a sandbox, put it into the folder of --plugin-dir (or
    /// `gainsay-plugins` beside the program), pin it in gainsay.lock and list it in gainsay.toml
    Install {
        /// The library, or the executable with its manifest beside it
        path: PathBuf,
        /// Name the source so [default: as the plugin names itself]
        #[arg(long)]
        name: Option<String>,
    },
}

impl SourceCommand {
    /// Whether it writes files.
    pub(crate) fn writes(&self) -> bool {
        match self {
            Self::List | Self::Check(_) | Self::Inspect { .. } | Self::Header => false,
            Self::Draft(asked) => asked.output.is_some(),
            Self::New(_) | Self::Trust { .. } | Self::Install { .. } => true,
        }
    }
}

/// Options of `gainsay source new`.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("kind").multiple(false))]
pub(crate) struct NewSource {
    /// Its name: lowercase letters, digits and hyphens
    pub(crate) name: String,
    /// Make a document for the plugin `transcript`, which needs no code (default)
    #[arg(long, group = "kind")]
    pub(crate) transcript: bool,
    /// Make a crate with a plugin of its own, in Rust
    #[arg(long, group = "kind")]
    pub(crate) native: bool,
    /// Copy this published crosstab (CSV, XLSX, ODS, XLS) into the base, with the mapping that
    /// the plugin `crosstab` proposes for it
    #[arg(long, value_name = "FILE", groups = ["kind", "file"])]
    pub(crate) crosstab: Option<PathBuf>,
    /// Copy this published table of polls (CSV, JSON) into the base, with the mapping that the
    /// plugin `feed` proposes for it
    #[arg(long, value_name = "FILE", groups = ["kind", "file"])]
    pub(crate) feed: Option<PathBuf>,
    /// Copy these answers of each person (SPSS: .sav, .zsav; CSV) into the base, with the mapping
    /// that the plugin `microdata` proposes for them
    #[arg(long, value_name = "FILE", groups = ["kind", "file"])]
    pub(crate) microdata: Option<PathBuf>,
    /// Copy this codebook of an archive (DDI, .xml) into the base, with the mapping that the
    /// plugin `ddi` proposes for it
    #[arg(long, value_name = "FILE", groups = ["kind", "file"])]
    pub(crate) ddi: Option<PathBuf>,
    /// Copy this report (PDF) into the base, with what `gainsay source draft` proposes as a form
    /// for the plugin `pdf`
    #[arg(long, value_name = "FILE", groups = ["kind", "file"])]
    pub(crate) pdf: Option<PathBuf>,
    /// The publisher, for the document of the plugin `transcript`
    #[arg(long, value_name = "NAME", conflicts_with_all = ["native", "file"])]
    pub(crate) publisher: Option<String>,
    /// Make the crate in this folder [default: the name of the source]
    #[arg(long, value_name = "DIR", requires = "native")]
    pub(crate) folder: Option<PathBuf>,
    /// Folder or version of `gainsay-plugin` that the crate depends on
    #[arg(long, value_name = "PATH|VERSION", requires = "native")]
    pub(crate) sdk: Option<String>,
}

impl NewSource {
    /// The file that the source is made of, if it is of one, and the plugin that reads it, as
    /// which the option is called.
    pub(crate) fn file(&self) -> Option<(&'static str, &Path)> {
        let kinds = [
            ("crosstab", &self.crosstab),
            ("feed", &self.feed),
            ("microdata", &self.microdata),
            ("ddi", &self.ddi),
            ("pdf", &self.pdf),
        ];
        kinds.into_iter().find_map(|(plugin, file)| Some((plugin, file.as_deref()?)))
    }
}

/// Options of `gainsay source draft`.
#[derive(Debug, clap::Args)]
pub(crate) struct SourceDraft {
    /// The text: Markdown, HTML, LaTeX, Typst, DOCX, PDF or plain, by the ending of its name
    pub(crate) file: PathBuf,
    /// Write the transcript into this file, which must not be there [default: print it]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

/// Options of `gainsay source check`.
#[derive(Debug, clap::Args)]
pub(crate) struct SourceCheck {
    /// Plugins (libraries, or executables with their manifests beside them), run on the
    /// documents that the base has for them
    #[arg(required_unless_present = "source")]
    pub(crate) paths: Vec<PathBuf>,
    /// A source of the base, with the plugin that is found for it; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Vec<String>,
    /// Leave a rule out, for a reason that is printed; may be given several times
    #[arg(long, value_name = "RULE=REASON", value_parser = skip)]
    pub(crate) skip: Vec<(String, String)>,
    /// A previous version whose ids must be kept: its library or executable, or a `gainsay.lock`
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
}

fn skip(text: &str) -> Result<(String, String), Misread> {
    match text.split_once('=') {
        Some((rule, reason)) if !reason.trim().is_empty() => {
            Ok((rule.trim().to_owned(), reason.trim().to_owned()))
        }
        _ => Err(Misread(
            [
                "a rule is left out for a reason: RULE=REASON",
                "une règle est laissée de côté pour une raison\u{a0}: RÈGLE=RAISON",
            ]
            .into(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_left_out_for_a_reason_only() {
        let named = |rule: &str, reason: &str| Ok((rule.to_owned(), reason.to_owned()));
        assert_eq!(skip("slow-source=reads a = b"), named("slow-source", "reads a = b"));
        assert!(skip("slow-source").is_err());
        assert!(skip("slow-source= ").is_err());
    }
}
