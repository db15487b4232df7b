//! What holds whatever the draft: beginning, ending, and what cannot be understood.

use serde_json::{Value, json};

use super::{
    TEXT,
    editor::{DRAFT, Editor, at, base},
};

#[test]
fn a_server_that_was_shut_down_ends_well() {
    let mut editor = Editor::on(&base("ends"), &[], &json!({}));
    assert_eq!(editor.ask("shutdown", &Value::Null).get("result"), Some(&Value::Null));
    let late = editor.ask("textDocument/hover", &at(DRAFT, 0, 0));
    assert_eq!(late["error"]["code"], -32600);
    editor.tell("exit", &Value::Null);
    assert_eq!(editor.end(), (Some(0), String::new()));
}

#[test]
fn a_server_that_was_left_ends_with_one() {
    let mut left = Editor::on(&base("left"), &[], &json!({}));
    left.tell("exit", &Value::Null);
    assert_eq!(left.end(), (Some(1), String::new()));
    let cut = Editor::on(&base("cut"), &[], &json!({}));
    assert_eq!(cut.end(), (Some(1), String::new()));
    let mut unknown = Editor::start(&[]);
    unknown.tell("exit", &Value::Null);
    assert_eq!(unknown.end(), (Some(1), String::new()));
}

#[test]
fn what_cannot_be_carried_out_is_refused_and_the_rest_goes_on() {
    let base = base("refused");
    let mut editor = Editor::start(&["--base", base.to_str().expect("UTF-8")]);
    let early = editor.ask("textDocument/hover", &at(DRAFT, 0, 0));
    assert_eq!(early["error"]["code"], -32002);
    let able = editor.begin(&json!({ "capabilities": [], "workspaceFolders": 7, "rootUri": {} }));
    assert_eq!(able["positionEncoding"], "utf-16");
    assert_eq!(able["executeCommandProvider"]["commands"], json!(["gainsay.reload"]));
    let again = editor.ask("initialize", &json!({}));
    assert_eq!(again["error"]["code"], -32600);
    let unknown = editor.ask("textDocument/rename", &json!({}));
    assert_eq!(unknown["error"]["code"], -32601);
    assert_eq!(unknown["error"]["message"], "no method is called `textDocument/rename`");
    for (method, params) in [
        ("textDocument/hover", json!({ "position": { "line": -1, "character": 0 } })),
        ("textDocument/codeAction", json!([])),
        ("workspace/executeCommand", json!({ "command": "other.reload" })),
    ] {
        let unclear = editor.ask(method, &params);
        assert_eq!(unclear["error"]["code"], -32602, "{method}");
    }
    editor.tell("textDocument/didOpen", &json!({ "textDocument": 7 }));
    editor.tell("textDocument/didChange", &json!(null));
    editor.change("file:///never-opened.md", 2, &json!({ "text": "27 %" }));
    editor.tell("$/whatever", &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    let far = json!({ "line": 4_000_000_000_u64, "character": 4_000_000_000_u64 });
    editor.change(DRAFT, 2, &json!({ "range": { "start": far, "end": far }, "text": "Fin." }));
    assert_eq!(editor.found(DRAFT).len(), 1);
}

#[test]
fn what_is_no_message_ends_the_server_with_a_reason() {
    let bodies: [(&[u8], &str); 4] = [
        (b"Content-Length: 9\r\n\r\n{\"id\": 1, ", "what the editor sends cannot be read: "),
        (b"{\"id\": 1}\r\n\r\n", "no header with a length"),
        (b"Content-Length: 99999999999999\r\n\r\n{}", "a message of 99999999999999 bytes"),
        (b"Content-Length: 99\r\n\r\n{}", "failed to fill whole buffer"),
    ];
    for (bytes, why) in bodies {
        let mut editor = Editor::on(&base("garbage"), &[], &json!({}));
        editor.send(bytes);
        let (code, told) = editor.end();
        assert_eq!(code, Some(2), "{told}");
        assert!(told.starts_with("error: ") && told.contains(why), "{told}");
    }
    let mut french = Editor::start(&["--lang", "fr"]);
    french.send(b"\r\n");
    let (code, told) = french.end();
    assert_eq!(code, Some(2));
    let why = "erreur\u{a0}: ce que l'éditeur envoie est illisible\u{a0}: ";
    assert!(told.starts_with(why), "{told}");
}

#[test]
fn a_rule_that_there_is_not_is_refused_before_the_editor_is_answered() {
    let (code, told) = Editor::start(&["--select", "figure-difers"]).end();
    assert_eq!(code, Some(2));
    assert!(told.contains("the nearest is `figure-differs`"), "{told}");
}

#[test]
fn rules_can_be_left_out() {
    let mut editor = Editor::on(&base("ignored"), &["--ignore", "figure-differs"], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
}
