//! The drafts that are open, and the base that they are held against.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use gainsay_claims::Lang;
use gainsay_report::Speaker;
use serde_json::{Value, json};

use super::{
    actions,
    diagnostics::{self, Seen},
    open::Open,
    settings::Settings,
    task::{Ask, Task},
    uri, wire,
};
use crate::{base, draft, evidence::Evidence, refusal::Refusal};

/// Drafts and base.
pub(super) struct Desk {
    settings: Settings,
    /// The folder of the base, once it was found.
    folder: Option<PathBuf>,
    evidence: Option<Evidence>,
    /// Whether the base has to be read.
    is_stale: bool,
    /// By address.
    drafts: BTreeMap<String, Open>,
}

/// How bad a message is, as the protocol counts.
#[derive(Clone, Copy)]
enum Weight {
    Error = 1,
    Warning = 2,
}

impl Desk {
    pub(super) fn new(settings: Settings) -> Self {
        let drafts = BTreeMap::new();
        Self { settings, folder: None, evidence: None, is_stale: true, drafts }
    }

    pub(super) fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// Whether the base has to be read or a draft to be checked.
    pub(super) fn has_work(&self) -> bool {
        self.is_stale || self.drafts.values().any(|draft| !draft.is_checked)
    }

    /// Reads the base or checks one draft, whose address it returns.
    pub(super) fn work(&mut self) -> Option<String> {
        if self.is_stale {
            self.load();
            return None;
        }
        let address = self.drafts.values().find(|draft| !draft.is_checked)?.address.clone();
        self.check(&address);
        Some(address)
    }

    /// Does what is asked for.
    pub(super) fn take(&mut self, task: Task) {
        match task {
            Task::Open(item) => {
                self.drafts.insert(item.uri.clone(), Open::new(item));
            }
            Task::Change(changed) => {
                if let Some(draft) = self.drafts.get_mut(&changed.text_document.uri) {
                    draft.change(changed, self.settings.encoding);
                }
            }
            Task::Close(address) => {
                if self.drafts.remove(&address).is_some() {
                    tell(&address, None, &[]);
                }
            }
            Task::Saved(files) => self.is_stale |= files.iter().any(|file| self.is_of_base(file)),
            Task::Reload => self.is_stale = true,
            Task::Watch => self.watch(),
            Task::Answer(id, ask) => self.answer(&id, ask),
            Task::Cancel(_) => {}
        }
    }

    /// Tells what is wrong with a draft.
    pub(super) fn publish(&self, address: &str) {
        let Some(draft) = self.drafts.get(address) else { return };
        let found = self.seen(address).map(|seen| diagnostics::all(&seen)).unwrap_or_default();
        tell(address, draft.version, &found);
    }

    fn answer(&mut self, id: &Value, ask: Ask) {
        let address = match &ask {
            Ask::Hover(at) => &at.text_document.uri,
            Ask::Actions(within) => &within.text_document.uri,
        };
        self.look_at(address);
        let seen = self.seen(address);
        match ask {
            Ask::Hover(at) => wire::answer(id, seen.and_then(|seen| seen.hover(at.position))),
            Ask::Actions(within) => {
                let only = within.context.only.as_deref();
                let actions = seen.map(|seen| actions::all(&seen, within.range, only));
                wire::answer(id, actions.unwrap_or_default());
            }
        }
    }

    /// Checks a draft as it is now, if that was not done.
    fn look_at(&mut self, address: &str) {
        if self.is_stale {
            self.load();
        }
        if self.drafts.get(address).is_some_and(|draft| !draft.is_checked) {
            self.check(address);
            self.publish(address);
        }
    }

    fn seen(&self, address: &str) -> Option<Seen<'_>> {
        let draft = self.drafts.get(address)?;
        Some(Seen {
            draft,
            linted: draft.linted.as_ref()?,
            evidence: self.evidence.as_ref()?,
            folder: self.folder.as_deref()?,
            settings: &self.settings,
        })
    }

    /// Reads the base. Without one nothing is found in drafts.
    fn load(&mut self) {
        self.is_stale = false;
        self.evidence = None;
        match self.read() {
            Ok(evidence) => {
                let speaker = Speaker::new(&evidence.base, self.settings.lang);
                if let Some(missing) = speaker.missing_sources() {
                    show(Weight::Warning, &missing);
                }
                self.evidence = Some(evidence);
            }
            Err(refusal) => show(Weight::Error, &refusal.say(self.settings.lang)),
        }
        for draft in self.drafts.values_mut() {
            draft.is_checked = false;
        }
    }

    fn read(&mut self) -> Result<Evidence, Refusal> {
        let folder = resolved(&self.settings.base()?);
        // Even of a base that cannot be read: its files may be mended.
        self.folder = Some(folder.clone());
        Ok(Evidence::new(base::load_from(folder, &self.settings.global)?.base))
    }

    fn check(&mut self, address: &str) {
        let is_of_base = self.is_of_base(address);
        let Some(draft) = self.drafts.get_mut(address) else { return };
        draft.is_checked = true;
        draft.linted = None;
        let Some(evidence) = self.evidence.as_ref().filter(|_| !is_of_base) else { return };
        let name = draft::name(&evidence.base, uri::name(address));
        let bytes = draft.text.as_bytes();
        match draft::read(draft.format, &name, bytes, self.settings.draft_lang) {
            Ok(read) => {
                let is_shown = |check: &_| self.settings.rules.has(check);
                draft.linted = Some(evidence.check(read, &is_shown));
            }
            Err(error) => {
                let refusal = Refusal::Unread { draft: name, error };
                show(Weight::Warning, &refusal.say(self.settings.lang));
            }
        }
    }

    /// Whether a file is one that the base is read from: its configuration and vocabulary,
    /// and the documents of its sources, also those that are not there yet.
    fn is_of_base(&self, address: &str) -> bool {
        let Some((folder, path)) = self.folder.as_ref().zip(uri::path(address)) else {
            return false;
        };
        let path = resolved(&path);
        let Ok(inner) = path.strip_prefix(folder) else { return false };
        let name = inner.to_string_lossy().replace('\\', "/");
        let is_known = |base: &gainsay_claims::EvidenceBase| {
            base.documents.contains_key(&name)
                || base.sources.values().any(|source| source.has_document(&name))
        };
        name.ends_with(".toml") || self.evidence.as_ref().is_some_and(|one| is_known(&one.base))
    }

    /// Asks the editor to tell when a file of the base changes.
    fn watch(&self) {
        if !self.settings.watches {
            return;
        }
        let Ok(folder) = self.settings.base() else { return };
        let pattern = format!("{}/**", resolved(&folder).to_string_lossy().replace('\\', "/"));
        let registration = json!({
            "id": "base",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": [{ "globPattern": pattern }] },
        });
        let params = json!({ "registrations": [registration] });
        wire::request("base", "client/registerCapability", params);
    }
}

/// A path without links, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let whole = path.canonicalize();
    let beside = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    whole.ok().or_else(beside).unwrap_or_else(|| path.to_owned())
}

fn tell(address: &str, version: Option<i64>, found: &[Value]) {
    let mut params = json!({ "uri": address, "diagnostics": found });
    if let Some(version) = version {
        params["version"] = version.into();
    }
    wire::notify("textDocument/publishDiagnostics", params);
}

fn show(weight: Weight, message: &str) {
    let params = json!({ "type": weight as i32, "message": message });
    wire::notify("window/showMessage", params);
}
