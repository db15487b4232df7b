//! What the editor sends, one message after the other.

use std::{io, ops::ControlFlow, sync::mpsc::Sender};

use gainsay_claims::Lang;
use gainsay_report::editor::{Refused, refused};
use serde_json::{Value, json};

use super::{
    settings::Settings,
    task::{RELOAD, Requested, Task},
    wire::{self, Code, Incoming},
    worker,
};
use crate::{exit::Exit, refusal::Refusal};

/// Serves an editor until it ends the server.
///
/// # Errors
///
/// What the editor sends cannot be read.
pub(crate) fn serve(settings: Settings) -> Result<Exit, Refusal> {
    let mut server = Server { lang: settings.lang, phase: Phase::New(Box::new(settings)) };
    let mut input = io::stdin().lock();
    while let Some(message) = wire::read(&mut input)? {
        if let ControlFlow::Break(exit) = server.take(message) {
            return Ok(exit);
        }
    }
    Ok(Exit::Abandoned)
}

struct Server {
    lang: Lang,
    phase: Phase,
}

/// How far an editor and its server have come.
enum Phase {
    /// The editor has not said who it is.
    New(Box<Settings>),
    /// The worker takes tasks.
    Running(Sender<Task>),
    /// Nothing more is done.
    Down,
}

impl Server {
    fn take(&mut self, message: Incoming) -> ControlFlow<Exit> {
        let Incoming { id, method: Some(method), params } = message else {
            // The answer to a request of ours.
            return ControlFlow::Continue(());
        };
        match id {
            Some(id) => self.request(&id, &method, params),
            None => self.notification(&method, params),
        }
    }

    fn request(&mut self, id: &Value, method: &str, params: Value) -> ControlFlow<Exit> {
        match (&self.phase, method) {
            (Phase::New(_), "initialize") => self.begin(id, &params),
            (Phase::New(_), _) => {
                let why = refused(self.lang, Refused::NotInitialized);
                wire::refuse(id, Code::NotInitialized, &why);
            }
            (Phase::Running(_), "shutdown") => {
                self.phase = Phase::Down;
                wire::answer(id, Value::Null);
            }
            (Phase::Down, _) | (_, "initialize") => {
                wire::refuse(id, Code::InvalidRequest, &refused(self.lang, Refused::NotNow));
            }
            (Phase::Running(worker), _) => return ask(worker, self.lang, id, method, params),
        }
        ControlFlow::Continue(())
    }

    fn notification(&self, method: &str, params: Value) -> ControlFlow<Exit> {
        match (&self.phase, method) {
            (Phase::Down, "exit") => ControlFlow::Break(Exit::Clean),
            (_, "exit") => ControlFlow::Break(Exit::Abandoned),
            (Phase::Running(worker), _) => match Task::notified(method, params) {
                Some(task) => give(worker, task),
                None => ControlFlow::Continue(()),
            },
            _ => ControlFlow::Continue(()),
        }
    }

    fn begin(&mut self, id: &Value, params: &Value) {
        let Phase::New(settings) = std::mem::replace(&mut self.phase, Phase::Down) else { return };
        let settings = settings.with_editor(params);
        self.lang = settings.lang;
        wire::answer(id, greeting(&settings));
        self.phase = Phase::Running(worker::start(settings));
    }
}

/// Hands a request to the worker, or answers one that needs no thought.
fn ask(
    worker: &Sender<Task>,
    lang: Lang,
    id: &Value,
    method: &str,
    params: Value,
) -> ControlFlow<Exit> {
    match Requested::of(method, params) {
        Requested::Ask(ask) => give(worker, Task::Answer(id.clone(), ask)),
        Requested::Reload => {
            wire::answer(id, Value::Null);
            give(worker, Task::Reload)
        }
        Requested::Unknown => {
            wire::refuse(id, Code::MethodNotFound, &refused(lang, Refused::Unknown(method)));
            ControlFlow::Continue(())
        }
        Requested::Unclear => {
            wire::refuse(id, Code::InvalidParams, &refused(lang, Refused::Unclear(method)));
            ControlFlow::Continue(())
        }
    }
}

/// Gives the worker a task. Without a worker nothing can be done, and the editor does best
/// to begin anew.
fn give(worker: &Sender<Task>, task: Task) -> ControlFlow<Exit> {
    match worker.send(task) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(Exit::CouldNotRun),
    }
}

/// What the server can do.
fn greeting(settings: &Settings) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": settings.encoding.name(),
            // A part of the text at a time.
            "textDocumentSync": { "openClose": true, "change": 2, "save": true },
            "hoverProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix", "refactor"] },
            "executeCommandProvider": { "commands": [RELOAD] },
        },
        "serverInfo": { "name": "gainsay", "version": env!("CARGO_PKG_VERSION") },
    })
}
