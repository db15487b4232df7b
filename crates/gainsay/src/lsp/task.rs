//! What the worker is to do.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::text::{Change, Position, Span};

/// The command that reads the base again.
pub(super) const RELOAD: &str = "gainsay.reload";

/// Something to do.
#[derive(Debug)]
pub(super) enum Task {
    /// A draft was opened.
    Open(Item),
    /// A draft was changed.
    Change(Changed),
    /// A draft was closed.
    Close(String),
    /// Files were saved, made or removed.
    Saved(Vec<String>),
    /// Read the base again.
    Reload,
    /// Ask the editor to tell of changes of the base.
    Watch,
    /// Answer a request.
    Answer(Value, Ask),
    /// Leave a request be.
    Cancel(Value),
}

/// What is asked of a draft.
#[derive(Debug)]
pub(super) enum Ask {
    /// What is known of a place.
    Hover(At),
    /// What can be done about a part.
    Actions(Within),
}

/// A draft as the editor has it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    pub(super) uri: String,
    #[serde(default)]
    pub(super) language_id: String,
    pub(super) version: Option<i64>,
    pub(super) text: String,
}

/// Changes of a draft, in order.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Changed {
    pub(super) text_document: Named,
    pub(super) content_changes: Vec<Change>,
}

/// A draft by its address.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) uri: String,
    pub(super) version: Option<i64>,
}

/// A place in a draft.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct At {
    pub(super) text_document: Named,
    pub(super) position: Position,
}

/// A part of a draft, and which kinds of actions are wanted, all if none is named.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Within {
    pub(super) text_document: Named,
    pub(super) range: Span,
    #[serde(default)]
    pub(super) context: Context,
}

/// What is wanted.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Context {
    pub(super) only: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OfDraft<T> {
    text_document: T,
}

#[derive(Deserialize)]
struct Files {
    changes: Vec<Named>,
}

#[derive(Deserialize)]
struct Called {
    command: String,
}

impl Task {
    /// What a notification gives to do; nothing if it is not known or says nothing.
    pub(super) fn notified(method: &str, params: Value) -> Option<Self> {
        match method {
            "initialized" => Some(Self::Watch),
            "textDocument/didOpen" => {
                parsed::<OfDraft<Item>>(params).map(|of| Self::Open(of.text_document))
            }
            "textDocument/didChange" => parsed(params).map(Self::Change),
            "textDocument/didClose" => {
                parsed::<OfDraft<Named>>(params).map(|of| Self::Close(of.text_document.uri))
            }
            "textDocument/didSave" => {
                parsed::<OfDraft<Named>>(params).map(|of| Self::Saved(vec![of.text_document.uri]))
            }
            "workspace/didChangeWatchedFiles" => {
                let files = parsed::<Files>(params)?.changes;
                Some(Self::Saved(files.into_iter().map(|one| one.uri).collect()))
            }
            "$/cancelRequest" => Some(Self::Cancel(params.get("id")?.clone())),
            _ => None,
        }
    }

    /// Whether it changes a draft.
    pub(super) fn changes(&self, uri: &str) -> bool {
        match self {
            Self::Open(item) => item.uri == uri,
            Self::Change(changed) => changed.text_document.uri == uri,
            Self::Close(closed) => closed == uri,
            Self::Reload => true,
            Self::Saved(_) | Self::Watch | Self::Answer(..) | Self::Cancel(_) => false,
        }
    }
}

/// What comes of a request.
#[derive(Debug)]
pub(super) enum Requested {
    /// The worker answers.
    Ask(Ask),
    /// It is done as soon as the worker comes to it.
    Reload,
    /// Nobody knows how.
    Unknown,
    /// It does not say what it must.
    Unclear,
}

impl Requested {
    /// What a request asks for.
    pub(super) fn of(method: &str, params: Value) -> Self {
        let asked = match method {
            "textDocument/hover" => parsed(params).map(Ask::Hover),
            "textDocument/codeAction" => parsed(params).map(Ask::Actions),
            "workspace/executeCommand" => {
                return match parsed::<Called>(params) {
                    Some(called) if called.command == RELOAD => Self::Reload,
                    _ => Self::Unclear,
                };
            }
            _ => return Self::Unknown,
        };
        asked.map_or(Self::Unclear, Self::Ask)
    }
}

fn parsed<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}
