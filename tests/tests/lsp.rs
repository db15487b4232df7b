//! The server of editors, as an editor meets it.

#[path = "lsp/actions.rs"]
mod actions;
#[path = "lsp/editor.rs"]
mod editor;
#[path = "lsp/protocol.rs"]
mod protocol;

use std::fs;

use editor::{DRAFT, Editor, STUDY, at, base, range};
use serde_json::{Value, json};

/// The study says 72 %.
const TEXT: &str =
    "# Été 🦀\r\n\r\nD'après Fixture A, 🦀 27 % des adultes boivent du thé chaque jour.\r\n";

/// Where the figure stands: the crab is two units of UTF-16.
const FIGURE: [[u64; 2]; 2] = [[2, 22], [2, 26]];

#[test]
fn a_figure_is_underlined_while_it_differs_from_its_source() {
    let base = base("figure");
    let mut editor = Editor::on(&base, &[], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    let found = editor.found(DRAFT);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(range(&found["range"]), FIGURE);
    assert_eq!((&found["code"], &found["severity"]), (&json!("figure-differs"), &json!(1)));
    assert_eq!(found["source"], "gainsay");
    let message = found["message"].as_str().expect("a text");
    assert!(message.starts_with("“27 %” is not the figure of its source\n"), "{message}");
    assert!(message.ends_with("\nhelp: take the figure from the source"), "{message}");
    let explanation = found["data"]["explanation"].as_str().expect("a text");
    assert!(explanation.starts_with("# figure-differs\n"), "{explanation}");
    let [related] = found["relatedInformation"].as_array().expect("a list").as_slice() else {
        panic!("{found}")
    };
    let address = related["location"]["uri"].as_str().expect("an address");
    assert!(address.starts_with("file://") && address.ends_with(STUDY), "{address}");
    assert_eq!(range(&related["location"]["range"]), [[13, 9], [13, 13]]);
    let told = related["message"].as_str().expect("a text");
    assert!(told.starts_with("fixture-a: 71.5% to 72.5% yes; adults, France"), "{told}");

    let digits =
        json!({ "start": { "line": 2, "character": 22 }, "end": { "line": 2, "character": 24 } });
    editor.change(DRAFT, 2, &json!({ "range": digits, "text": "72" }));
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
    editor.change(DRAFT, 3, &json!({ "text": TEXT }));
    assert_eq!(editor.found(DRAFT).len(), 1);
    editor.tell("textDocument/didClose", &json!({ "textDocument": { "uri": DRAFT } }));
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
}

#[test]
fn bytes_are_counted_where_the_editor_can() {
    let general = json!({ "positionEncodings": ["utf-8", "utf-16"] });
    let params = json!({ "capabilities": { "general": general } });
    let base = base("bytes");
    let mut editor = Editor::start(&["--base", base.to_str().expect("UTF-8")]);
    assert_eq!(editor.begin(&params)["positionEncoding"], "utf-8");
    editor.open(DRAFT, "markdown", TEXT);
    assert_eq!(range(&editor.found(DRAFT)[0]["range"]), [[2, 25], [2, 29]]);
}

#[test]
fn only_what_the_draft_is_now_is_told_in_the_end() {
    let mut editor = Editor::on(&base("hurry"), &[], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    for version in 2..40 {
        let text = if version % 2 == 0 { "" } else { TEXT };
        editor.change(DRAFT, version, &json!({ "text": text }));
    }
    let is_last = |told: &Value| told["uri"] == DRAFT && told["version"] == 39;
    let told = editor.told("textDocument/publishDiagnostics", is_last);
    assert_eq!(told["diagnostics"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_figure_tells_what_it_was_taken_for() {
    let mut editor = Editor::on(&base("hover"), &[], &json!({}));
    editor.open(DRAFT, "markdown", &TEXT.replace("27", "72"));
    let answer = editor.ask("textDocument/hover", &at(DRAFT, 2, 23));
    let shown = &answer["result"];
    assert_eq!(range(&shown["range"]), FIGURE);
    assert_eq!(shown["contents"]["kind"], "markdown");
    let text = shown["contents"]["value"].as_str().expect("a text");
    for told in [
        "**“72 %”**: matched (read as 71.5% to 72.5%)\n",
        "**fixture-a**: drinks tea every day\n",
        "- says: 71.5% to 72.5% yes\n",
        "- among: adults, France\n",
        "- period: March 2013\n",
        "- n = 1,004\n",
        "- 95% interval, as if a random sample of its effective size: ",
        "- likeness ",
        "- for: same figure; its source “Fixture”",
        "](file://",
        "/sources/fixture-a/2013-survey.toml#L14)",
    ] {
        assert!(text.contains(told), "{told} is not in {text}");
    }
    let beside = editor.ask("textDocument/hover", &at(DRAFT, 2, 2));
    assert_eq!(beside["result"], Value::Null);
    let closed = editor.ask("textDocument/hover", &at("file:///other.md", 2, 23));
    assert_eq!(closed["result"], Value::Null);
}

#[test]
fn an_editor_may_ask_for_french() {
    let french = json!({ "initializationOptions": { "lang": "fr" } });
    let cases = [(vec![], french), (vec!["--lang", "fr"], json!({}))];
    for (arguments, params) in cases {
        let mut editor = Editor::on(&base("french"), &arguments, &params);
        editor.open(DRAFT, "markdown", TEXT);
        let message = editor.found(DRAFT)[0]["message"].clone();
        let message = message.as_str().expect("a text");
        let headline = "«\u{a0}27 %\u{a0}» n'est pas le chiffre de sa source\n";
        assert!(message.starts_with(headline), "{message}");
        assert!(message.ends_with("aide\u{a0}: reprendre le chiffre de la source"), "{message}");
        let hover = editor.ask("textDocument/hover", &at(DRAFT, 2, 23));
        let text = hover["result"]["contents"]["value"].as_str().expect("a text");
        assert!(text.contains("- dit\u{a0}: 71,5\u{202f}% à 72,5\u{202f}% de oui\n"), "{text}");
        let unknown = editor.ask("textDocument/rename", &json!({}));
        let why = "aucune méthode ne s'appelle `textDocument/rename`";
        assert_eq!(unknown["error"]["message"], why);
    }
}

#[test]
fn the_base_is_read_again_when_it_changes() {
    let base = base("reload");
    let mut editor = Editor::on(&base, &[], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    assert_eq!(editor.found(DRAFT).len(), 1);
    let study = base.join(STUDY);
    let text = fs::read_to_string(&study).expect("it is there");
    let address = format!("file://{}", study.to_str().expect("UTF-8"));

    fs::write(&study, text.replace("72 %", "27 %")).expect("it can be written");
    editor.tell("textDocument/didSave", &json!({ "textDocument": { "uri": address } }));
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);

    fs::write(&study, &text).expect("it can be written");
    let changed = json!({ "changes": [{ "uri": address, "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", &changed);
    assert_eq!(editor.found(DRAFT).len(), 1);

    fs::write(&study, text.replace("72 %", "27 %")).expect("it can be written");
    let answer = editor.ask("workspace/executeCommand", &json!({ "command": "gainsay.reload" }));
    assert_eq!(answer.get("result"), Some(&Value::Null));
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
}

#[test]
fn documents_of_the_base_are_no_drafts() {
    let base = base("documents");
    let mut editor = Editor::on(&base, &[], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    assert_eq!(editor.found(DRAFT).len(), 1);
    let inside = |name: &str| format!("file://{}/{name}", base.to_str().expect("UTF-8"));
    let document = inside("sources/fixture-a/2014-text.md");
    editor.open(&document, "markdown", TEXT);
    assert_eq!(editor.found(&document), [] as [Value; 0]);
    let draft = inside("drafts/text.md");
    editor.open(&draft, "markdown", TEXT);
    assert_eq!(editor.found(&draft).len(), 1);
}

#[test]
fn the_base_is_found_upwards_from_the_folder_that_is_open() {
    let base = base("upwards");
    fs::create_dir_all(base.join("text/deep")).expect("it can be made");
    let folder = format!("file://{}/text/deep", base.to_str().expect("UTF-8"));
    let mut editor = Editor::start(&[]);
    let watches =
        json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let folders = json!([{ "uri": folder, "name": "deep" }]);
    editor.begin(&json!({ "workspaceFolders": folders, "capabilities": watches }));
    let asked = editor.told("client/registerCapability", |_| true);
    let watcher = &asked["registrations"][0]["registerOptions"]["watchers"][0];
    assert_eq!(watcher["globPattern"], format!("{}/**", base.to_str().expect("UTF-8")));
    editor.open(DRAFT, "markdown", TEXT);
    assert_eq!(editor.found(DRAFT).len(), 1);
}

#[test]
fn without_a_base_the_editor_is_told_why_nothing_is_found() {
    let base = base("broken");
    let configuration = base.join("gainsay.toml");
    let text = fs::read_to_string(&configuration).expect("it is there");
    fs::write(&configuration, "[sources\n").expect("it can be written");
    let mut editor = Editor::on(&base, &[], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    let told = editor.told("window/showMessage", |_| true);
    assert_eq!(told["message"], "the configuration of the base is not valid");
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
    fs::write(&configuration, text).expect("it can be written");
    let address = format!("file://{}", configuration.to_str().expect("UTF-8"));
    editor.tell("textDocument/didSave", &json!({ "textDocument": { "uri": address } }));
    assert_eq!(editor.found(DRAFT).len(), 1);
}
