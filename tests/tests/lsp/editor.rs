//! An editor that does what it is told.

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use gainsay_tests::{program::gainsay, tree};
use serde_json::{Value, json};

/// The address of the draft that most tests are about.
pub(crate) const DRAFT: &str = "file:///text/tea%20time.md";

/// A base with one invented study, which asked 1,004 adults of whom 72 % drink tea.
const BASE: [(&str, &str); 3] = [
    (
        "gainsay.toml",
        "[sources]\nfixture-a = { plugin = \"transcript\", names = [\"Fixture A\"] }\n",
    ),
    (
        "vocabulary/tea.toml",
        r#"
[concept.drinks-tea]
label = { en = "drinks tea every day", fr = "boit du thé chaque jour" }

[universe.adults]
label = { en = "adults", fr = "adultes" }

[words.concept.drinks-tea]
en = ["drink tea", "tea every day"]
fr = ["boivent thé", "thé chaque jour"]
"#,
    ),
    (STUDY, STUDY_TEXT),
];

/// The document of the study.
pub(crate) const STUDY: &str = "sources/fixture-a/2013-survey.toml";

const STUDY_TEXT: &str = r#"# Été
[study]
title = "Survey of tea"
publisher = "fixture-a"
regions = ["FR"]
universe = "adults"
mode = ["online"]
fieldwork = "March 2013"
n = "1004"

[[finding]]
id = "tea"
concept = "drinks-tea"
share = "72 %"
mark = "publisher"
"#;

/// Makes a base of its own for a test.
pub(crate) fn base(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("lsp").join(name);
    let files: tree::Tree =
        BASE.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
    tree::write(&folder, &files);
    folder.canonicalize().expect("it was just made")
}

/// A server and the editor that started it.
pub(crate) struct Editor {
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    asked: i64,
}

impl Editor {
    /// Starts a server and says nothing to it.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = gainsay(&["lsp"]);
        command.args(arguments).current_dir(env!("CARGO_TARGET_TMPDIR"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut server = command.spawn().expect("the program starts");
        let output = server.stdout.take().expect("it has an output");
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let input = server.stdin.take();
        Self { server, input, messages, asked: 0 }
    }

    /// Starts a server on a base and introduces itself.
    pub(crate) fn on(base: &Path, arguments: &[&str], params: &Value) -> Self {
        let base = base.to_str().expect("the folder of tests is UTF-8");
        let mut editor = Self::start(&[&["--base", base], arguments].concat());
        editor.begin(params);
        editor
    }

    /// Introduces itself, and returns what the server can do.
    pub(crate) fn begin(&mut self, params: &Value) -> Value {
        let answer = self.ask("initialize", params);
        self.tell("initialized", &json!({}));
        answer["result"]["capabilities"].clone()
    }

    /// Sends bytes as they are. A server that has ended does not take them.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the input was not closed");
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    /// Tells the server something.
    pub(crate) fn tell(&mut self, method: &str, params: &Value) {
        self.message(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks the server for something, and returns its answer with everything around it.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.message(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.wait(|message| message["id"] == id && message["method"].is_null())
    }

    /// Opens a draft.
    pub(crate) fn open(&mut self, address: &str, language: &str, text: &str) {
        let draft = json!({ "uri": address, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": draft }));
    }

    /// Changes a draft.
    pub(crate) fn change(&mut self, address: &str, version: i64, change: &Value) {
        let draft = json!({ "uri": address, "version": version });
        let params = json!({ "textDocument": draft, "contentChanges": [change] });
        self.tell("textDocument/didChange", &params);
    }

    /// What is found next in a draft.
    pub(crate) fn found(&mut self, address: &str) -> Vec<Value> {
        let told = self.told("textDocument/publishDiagnostics", |told| told["uri"] == address);
        told["diagnostics"].as_array().expect("a list").clone()
    }

    /// What the server tells next by a method, if it is what is waited for.
    pub(crate) fn told(&mut self, method: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let message = self.wait(|one| one["method"] == method && is_it(&one["params"]));
        message["params"].clone()
    }

    /// Closes the input, waits for the server to end, and returns its exit code and what it
    /// wrote on standard error.
    pub(crate) fn end(mut self) -> (Option<i32>, String) {
        drop(self.input.take());
        let mut told = String::new();
        let mut errors = self.server.stderr.take().expect("it has one");
        errors.read_to_string(&mut told).expect("UTF-8");
        (self.server.wait().expect("it ends").code(), told)
    }

    fn message(&mut self, message: &Value) {
        let body = message.to_string();
        self.send(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.messages.recv_timeout(Duration::from_secs(120));
            let message = message.expect("the server goes on and answers");
            if is_it(&message) {
                return message;
            }
        }
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok(),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length?];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// A place in a draft, for requests.
pub(crate) fn at(address: &str, line: u64, character: u64) -> Value {
    let position = json!({ "line": line, "character": character });
    json!({ "textDocument": { "uri": address }, "position": position })
}

/// A range as `[[line, character], [line, character]]`.
pub(crate) fn range(range: &Value) -> [[u64; 2]; 2] {
    ["start", "end"]
        .map(|end| ["line", "character"].map(|part| range[end][part].as_u64().expect("a number")))
}
