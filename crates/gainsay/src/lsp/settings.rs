//! How an editor is served: what the command line says, then what the editor says.

use std::path::PathBuf;

use clap::ValueEnum;
use gainsay_claims::Lang;
use serde_json::Value;

use super::{text::Encoding, uri};
use crate::{
    args::{Global, Language, Lsp},
    base,
    refusal::Refusal,
    select::RuleSelection,
};

/// How an editor is served.
pub(crate) struct Settings {
    pub(super) global: Global,
    /// The language of messages.
    pub(super) lang: Lang,
    /// That of drafts, if it is not to be found.
    pub(super) draft_lang: Option<Lang>,
    pub(super) rules: RuleSelection,
    pub(super) encoding: Encoding,
    /// Whether the editor tells of changed files if it is asked to.
    pub(super) watches: bool,
    /// The folders that are open in the editor.
    folders: Vec<PathBuf>,
}

impl Settings {
    /// What the command line says.
    ///
    /// # Errors
    ///
    /// A name that is no rule.
    pub(crate) fn new(global: Global, lang: Lang, asked: &Lsp) -> Result<Self, Refusal> {
        Ok(Self {
            rules: asked.looking.rules()?,
            draft_lang: asked.looking.lang(),
            global,
            lang,
            encoding: Encoding::Utf16,
            watches: false,
            folders: Vec::new(),
        })
    }

    /// The same, with what the editor says when it begins: its options `lang` and `base`,
    /// its language if nobody names one, its folders, and what it can do.
    #[must_use]
    pub(super) fn with_editor(mut self, params: &Value) -> Self {
        let text = |path: &str| params.pointer(path).and_then(Value::as_str);
        let named = |name: &str| Language::from_str(name, true).ok();
        let locale = || text("/locale").and_then(|locale| named(locale.split(['-', '_']).next()?));
        let option = text("/initializationOptions/lang").and_then(named);
        if let Some(asked) = option.or(self.global.lang).or_else(locale) {
            self.lang = asked.into();
        }
        self.folders = folders(params);
        if let Some(base) = text("/initializationOptions/base") {
            let here = self.folders.first().cloned().unwrap_or_default();
            self.global.base = Some(here.join(base));
        }
        let encodings = params.pointer("/capabilities/general/positionEncodings");
        let mut encodings = encodings.and_then(Value::as_array).into_iter().flatten();
        if encodings.any(|one| one == Encoding::Utf8.name()) {
            self.encoding = Encoding::Utf8;
        }
        let watches = "/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration";
        self.watches = params.pointer(watches) == Some(&Value::Bool(true));
        self
    }

    /// The folder of the base that is named, or else of the nearest one upwards from a
    /// folder of the editor, or from the current one.
    pub(super) fn base(&self) -> Result<PathBuf, Refusal> {
        if self.global.base.is_none() {
            let found = self.folders.iter().find_map(|folder| base::nearest(folder).ok());
            if let Some(found) = found {
                return Ok(found);
            }
        }
        base::folder(&self.global)
    }
}

fn folders(params: &Value) -> Vec<PathBuf> {
    let folders = params.pointer("/workspaceFolders").and_then(Value::as_array);
    let folders = folders.into_iter().flatten().filter_map(|folder| folder["uri"].as_str());
    let named: Vec<PathBuf> = folders.filter_map(uri::path).collect();
    if !named.is_empty() {
        return named;
    }
    let root = params.pointer("/rootUri").and_then(Value::as_str);
    root.and_then(uri::path).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use serde_json::json;

    use super::*;
    use crate::args::{Args, Command};

    fn settings(arguments: &[&str], params: &Value) -> Settings {
        let args = Args::parse_from([&["gainsay", "lsp"], arguments].concat());
        let Some(Command::Lsp(asked)) = args.command else { panic!("it was asked for") };
        let settings = Settings::new(args.global, Lang::En, &asked).expect("known rules");
        settings.with_editor(params)
    }

    #[test]
    fn the_option_of_the_editor_goes_before_the_command_line_and_that_before_the_locale() {
        let lang = |arguments: &[&str], params| settings(arguments, &params).lang;
        assert_eq!(lang(&[], json!({})), Lang::En);
        assert_eq!(lang(&[], json!({ "locale": "fr-CA" })), Lang::Fr);
        assert_eq!(lang(&["--lang", "en"], json!({ "locale": "fr" })), Lang::En);
        let option = json!({ "initializationOptions": { "lang": "fr" } });
        assert_eq!(lang(&["--lang", "en"], option), Lang::Fr);
        assert_eq!(lang(&[], json!({ "initializationOptions": { "lang": 7 } })), Lang::En);
    }

    #[test]
    fn bytes_are_counted_only_where_the_editor_can() {
        let encoding = |offered: Value| {
            let params = json!({ "capabilities": { "general": { "positionEncodings": offered } } });
            settings(&[], &params).encoding
        };
        assert_eq!(encoding(json!(["utf-16", "utf-8"])), Encoding::Utf8);
        assert_eq!(encoding(json!(["utf-32", "utf-16"])), Encoding::Utf16);
        assert_eq!(encoding(json!(null)), Encoding::Utf16);
    }

    #[test]
    fn a_base_is_named_from_the_first_folder() {
        let params = json!({
            "workspaceFolders": [{ "uri": "file:///tmp/project" }, { "uri": "untitled:x" }],
            "initializationOptions": { "base": "data/base" },
        });
        let base = settings(&[], &params).base().expect("it is named");
        assert_eq!(base, PathBuf::from("/tmp/project/data/base"));
        let root = json!({ "rootUri": "file:///tmp/project", "workspaceFolders": null });
        assert_eq!(settings(&[], &root).folders, [PathBuf::from("/tmp/project")]);
    }
}
