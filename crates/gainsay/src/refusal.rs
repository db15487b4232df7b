//! Why the program could not run, in both languages.

use std::path::PathBuf;

use gainsay_cite::{RenderError, StyleError};
use gainsay_claims::{Lang, Said};
use gainsay_host::LoadError;
use gainsay_judge::published::BadFigure;
use gainsay_picture::PictureError;
use gainsay_report::{chart::NoChart, clean, compare, table::TemplateError};

use crate::{draft::DraftError, lsp::WireError};

mod base;
mod charts;
mod exchange;
mod files;
mod options;
mod review;
mod revision;
mod styles;

pub(crate) use review::ReviewRefusal;

/// Why the program could not run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// No base was named, and none was found.
    #[error("no evidence base")]
    NoBase {
        /// Where the search began.
        from: PathBuf,
    },
    /// The current folder, where the search would begin, is gone or closed.
    #[error("no current folder")]
    NoFolder(#[source] std::io::Error),
    /// The base cannot be loaded.
    #[error("base cannot be loaded")]
    Load(#[from] LoadError),
    /// A source that cannot be run; the diagnostic says why.
    #[error("source cannot be run")]
    Source(Box<gainsay_host::Loaded>),
    /// A file of which nothing can be proposed; the diagnostic says why.
    #[error("nothing can be proposed")]
    Unproposed(Box<gainsay_host::Loaded>),
    /// An id that names nothing.
    #[error("unknown name")]
    Unknown {
        /// The name.
        name: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// No study where the form is that of a study.
    #[error("no study named")]
    NoStudyNamed,
    /// No claim is what the options ask for.
    #[error("nothing selected")]
    NothingSelected,
    /// An option that only another format has.
    #[error("option of another format")]
    Unsuited {
        /// The option.
        option: &'static str,
        /// The format that has it.
        format: &'static str,
    },
    /// Columns chosen for a format that has its own.
    #[error("fixed columns")]
    FixedColumns,
    /// A name that a source cannot have.
    #[error("bad name of a source")]
    BadSourceName {
        /// The name.
        name: String,
    },
    /// A source that is listed with another plugin.
    #[error("listed with another plugin")]
    Listed {
        /// The source.
        name: String,
        /// Its plugin.
        plugin: String,
    },
    /// A configuration in which a line for a source has no place.
    #[error("no place for a source")]
    NoPlace {
        /// The line.
        line: String,
    },
    /// A file that is no plugin.
    #[error("no plugin")]
    NoPlugin {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        error: Box<gainsay_host::ManifestError>,
    },
    /// A file that cannot be read.
    #[error("unreadable file")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        error: std::io::Error,
    },
    /// A template that cannot be rendered.
    #[error("bad template")]
    Template {
        /// The template.
        file: PathBuf,
        /// Where, and why.
        #[source]
        error: TemplateError,
    },
    /// A figure that cannot be read or compared.
    #[error("bad figure")]
    Figure(#[from] BadFigure),
    /// Sizes given for claims, which have their own.
    #[error("sizes of claims")]
    SizesOfClaims,
    /// A command that writes, where nothing is to be written.
    #[error("locked")]
    Locked,
    /// A verdict that cannot be given.
    #[error("no verdict")]
    Review(#[from] ReviewRefusal),
    /// `SOURCE_DATE_EPOCH` holds no number of seconds.
    #[error("bad epoch")]
    BadEpoch {
        /// What it holds.
        text: String,
    },
    /// A form that only findings have, of a command that finds nothing.
    #[error("no findings")]
    OnlyFindings,
    /// A draft that cannot be read.
    #[error("draft cannot be read")]
    Unread {
        /// The draft, as it was given.
        draft: String,
        /// Why.
        #[source]
        error: DraftError,
    },
    /// Standard input is read once; there is nothing to watch.
    #[error("watching standard input")]
    WatchedInput,
    /// A mark that names a template elsewhere than below its draft.
    #[error("template out of reach")]
    TemplateElsewhere {
        /// The template, as the mark names it.
        file: PathBuf,
    },
    /// A draft in a format whose tables cannot be refreshed.
    #[error("format without marks")]
    NoMarks {
        /// The draft, as it was given.
        draft: String,
    },
    /// A draft or a page that cannot be written.
    #[error("file cannot be written")]
    NotWritten {
        /// The file, as it was given.
        file: String,
        /// Why.
        #[source]
        error: std::io::Error,
    },
    /// A revision of git that the base cannot be compared with.
    #[error("cannot be compared")]
    Revision {
        /// The revision.
        revision: String,
        /// Why.
        #[source]
        error: gainsay_host::RevisionError,
    },
    /// A file or folder that cannot be made.
    #[error("cannot be made")]
    NotMade {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        error: std::io::Error,
        /// How many were made before it, and stay.
        before: usize,
    },
    /// A configuration that cannot be written, so that nothing of a source was made.
    #[error("configuration cannot be written")]
    NotListed {
        /// The configuration.
        file: String,
        /// Why.
        #[source]
        error: std::io::Error,
    },
    /// A file that is there in another form than it would be made.
    #[error("another file is there")]
    OtherIsThere {
        /// The file.
        file: PathBuf,
        /// The line that the configuration lacks for it to count.
        line: Option<String>,
    },
    /// Files that are all there.
    #[error("everything is there")]
    IsThere {
        /// The first of them.
        file: PathBuf,
    },
    /// A style that is not known, or a file that is none.
    #[error("not a style")]
    NotAStyle {
        /// Its name or path.
        name: String,
        /// What is wrong with the file, if it is one.
        why: Option<StyleError>,
    },
    /// References that a style cannot set.
    #[error("cannot set the references")]
    Render(#[from] RenderError),
    /// An option that a mark may give, with a value that it does not have.
    #[error("bad option")]
    BadOption {
        /// What the reader of command lines says.
        message: Said,
    },
    /// What an editor sends cannot be read.
    #[error("not the protocol of editors")]
    Protocol(#[from] WireError),
    /// A file whose ending tells no form of picture.
    #[error("no form of picture")]
    NoForm {
        /// The file.
        file: PathBuf,
    },
    /// A name that stands for more propositions than one chart shows.
    #[error("several propositions")]
    Several {
        /// The name.
        name: String,
        /// The first of them.
        first: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// A chart that the base does not hold.
    #[error("no chart")]
    NoChart {
        /// What it was to show.
        name: String,
        /// Why there is none.
        #[source]
        why: NoChart,
    },
    /// An option that this kind of chart does not take.
    #[error("no such option of this chart")]
    ChartOption {
        /// The option.
        option: &'static str,
        /// The kind of chart.
        kind: &'static str,
    },
    /// A file for which nothing can be proposed.
    #[error("no proposal")]
    NoProposal {
        /// Why, in words of the reader of the file.
        why: Said,
    },
    /// A file whose name is not UTF-8, from which nothing is proposed.
    #[error("the name of the file is not UTF-8")]
    NotUtf8Name,
    /// A plugin that proposed nothing, and did not say why.
    #[error("nothing was proposed")]
    NothingProposed,
    /// A result that would be written over a file of the base.
    #[error("would overwrite a file of the base")]
    WouldOverwrite {
        /// The file, within the base.
        file: String,
    },
    /// A result that would be written over what it is made of.
    #[error("would overwrite its input")]
    OwnInput {
        /// The file.
        file: PathBuf,
    },
    /// A picture that cannot be drawn.
    #[error("cannot draw")]
    Picture(#[from] PictureError),
    /// A form of table that the program was built without.
    #[error("built without this form")]
    NoExchange {
        /// The file.
        file: String,
    },
    /// A table that a form cannot hold, or that is none of the form.
    #[error("no such table")]
    #[cfg(feature = "exchange")]
    NotExchanged {
        /// The file.
        file: String,
        /// What the library of the form says.
        why: String,
    },
    /// A form that is no text, and no file to write it to.
    #[error("no text")]
    NoText,
    /// Results cannot be written.
    #[error("cannot write")]
    Write(#[source] std::io::Error),
}

impl Refusal {
    /// What to say; lowercase, no full stop.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let [en, fr] = match self {
            Self::NoBase { from } => base::no_base(from),
            Self::NoFolder(error) => base::no_folder(error),
            Self::Load(error) => base::load(error),
            Self::Source(_) => base::source(),
            Self::Unproposed(_) => {
                ["nothing can be proposed", "rien ne peut être proposé"].map(str::to_owned)
            }
            Self::Unknown { name, nearest } => {
                return base::unknown(lang, name, nearest.as_deref());
            }
            Self::NothingSelected => options::nothing_selected(),
            Self::Unsuited { option, format } => options::unsuited(option, format),
            Self::FixedColumns => options::fixed_columns(),
            Self::BadSourceName { name } => base::bad_source_name(name),
            Self::Listed { name, plugin } => base::listed(name, plugin),
            Self::NoPlace { line } => base::no_place(line),
            Self::NoPlugin { file, error } => files::no_plugin(file, error),
            Self::NoStudyNamed => options::no_study_named(),
            Self::Unreadable { file, error } => files::unreadable(file, error),
            Self::Template { file, error } => files::template(file, error),
            Self::Figure(why) => return compare::refusal(lang, why),
            Self::SizesOfClaims => options::sizes_of_claims(),
            Self::Locked => options::locked(),
            Self::Review(why) => review::say(why),
            Self::BadEpoch { text } => options::bad_epoch(text),
            Self::OnlyFindings => options::only_findings(),
            Self::Unread { draft, error } => files::unread(&clean(draft), error),
            Self::WatchedInput => options::watched_input(),
            Self::NotAStyle { name, why } => styles::not_a_style(name, why.as_ref()),
            Self::Render(error) => styles::unset(error),
            Self::TemplateElsewhere { file } => files::template_elsewhere(file),
            Self::NoMarks { draft } => files::no_marks(draft),
            Self::NotWritten { file, error } => files::not_written(file, error),
            Self::Revision { revision, error } => revision::revision(revision, error),
            Self::NotMade { file, error, before } => files::not_made(file, error, *before),
            Self::NotListed { file, error } => files::not_listed(file, error),
            Self::OtherIsThere { file, line } => files::other_is_there(file, line.as_deref()),
            Self::IsThere { file } => files::is_there(file),
            Self::BadOption { message } => {
                [Lang::En, Lang::Fr].map(|lang| clean(message.pick(lang)))
            }
            Self::Protocol(error) => files::protocol(error),
            Self::NoForm { file } => charts::no_form(file),
            Self::Several { name, first, count } => {
                return charts::several(lang, name, first, *count);
            }
            Self::NoChart { name, why } => charts::no_chart(name, *why),
            Self::ChartOption { option, kind } => charts::no_option(option, kind),
            Self::NoProposal { why } => {
                files::no_proposal([Lang::En, Lang::Fr].map(|lang| why.pick(lang)))
            }
            Self::NotUtf8Name => files::no_proposal([
                "the name of the file is not UTF-8",
                "le nom du fichier n'est pas en UTF-8",
            ]),
            Self::NothingProposed => files::no_proposal([
                "the plugin lists nothing, and does not say why",
                "le greffon ne liste rien, et ne dit pas pourquoi",
            ]),
            Self::WouldOverwrite { file } => files::would_overwrite(file),
            Self::OwnInput { file } => files::own_input(file),
            Self::Picture(error) => charts::picture(error),
            Self::NoExchange { file } => exchange::not_built(file),
            #[cfg(feature = "exchange")]
            Self::NotExchanged { file, why } => exchange::not_exchanged(file, why),
            Self::NoText => exchange::no_text(),
            Self::Write(error) => files::no_output(error),
        };
        match lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }
}
