//! What an editor offers to do about a figure.

use serde_json::{Value, json};

use super::{
    TEXT,
    editor::{DRAFT, Editor, base},
};

/// Everything that is offered for a draft.
fn offered(editor: &mut Editor, address: &str, context: &Value) -> Vec<Value> {
    let whole =
        json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let draft = json!({ "uri": address });
    let params = json!({ "textDocument": draft, "range": whole, "context": context });
    let answer = editor.ask("textDocument/codeAction", &params);
    answer["result"].as_array().expect("a list").clone()
}

#[track_caller]
fn titled<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|one| one["title"] == title);
    found.unwrap_or_else(|| panic!("no {title} in {actions:?}"))
}

/// The change that an action makes in a draft.
fn edit(action: &Value, address: &str) -> Value {
    let edit = &action["edit"]["changes"][address][0];
    json!({ "range": edit["range"], "text": edit["newText"] })
}

#[test]
fn the_figure_of_the_source_makes_a_draft_clean() {
    let mut editor = Editor::on(&base("take"), &[], &json!({}));
    editor.open(DRAFT, "markdown", TEXT);
    assert_eq!(editor.found(DRAFT).len(), 1);
    let actions = offered(&mut editor, DRAFT, &json!({ "diagnostics": [] }));
    let action = titled(&actions, "Take the figure of the source: “72 %”");
    assert_eq!(action["kind"], "quickfix");
    assert_eq!(action["diagnostics"][0]["code"], "figure-differs");
    let edit = edit(action, DRAFT);
    assert_eq!(edit["text"], "72 %");
    editor.change(DRAFT, 2, &edit);
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
    let after = offered(&mut editor, DRAFT, &json!({ "only": ["quickfix"] }));
    assert_eq!(after, [] as [Value; 0]);
}

#[test]
fn a_number_of_people_is_taken_as_its_language_writes_it() {
    let text = "Fixture A, tea every day.\n\nIn its survey Fixture A asked 400 people.\n";
    let mut editor = Editor::on(&base("people"), &[], &json!({}));
    editor.open(DRAFT, "markdown", text);
    let codes: Vec<Value> = editor.found(DRAFT).iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["figure-differs"]);
    let actions = offered(&mut editor, DRAFT, &json!({}));
    let action = titled(&actions, "Take the figure of the source: “1,004”");
    editor.change(DRAFT, 2, &edit(action, DRAFT));
    assert_eq!(editor.found(DRAFT), [] as [Value; 0]);
}

#[test]
fn a_suppression_covers_the_passage_in_every_format() {
    let sentence = "D'après Fixture A, 27\u{a0}% des adultes boivent du thé chaque jour.";
    let latex =
        "\\section{Thé}\n\nD'après Fixture A, 27\\,\\% des adultes boivent\ndu thé chaque jour.\n";
    let drafts = [
        ("file:///a.md", format!("# Thé\n\n- Un.\n- {sentence}\n- Trois.\n")),
        ("file:///b.md", format!("| un | deux |\n| --- | --- |\n| {sentence} | autre |\n")),
        ("file:///a.tex", latex.to_owned()),
        ("file:///a.html", format!("<h1>Thé</h1><p>{sentence}</p><p>Autre.</p>")),
        ("file:///a.txt", format!("Thé\n\n{sentence}\n\nAutre.\n")),
    ];
    let params = json!({ "initializationOptions": { "lang": "fr" } });
    let mut editor = Editor::on(&base("suppress"), &[], &params);
    for (address, text) in drafts {
        editor.open(address, "", &text);
        assert_eq!(editor.found(address).len(), 1, "{address}");
        let actions = offered(&mut editor, address, &json!({ "only": ["quickfix"] }));
        let title = "Supprimer `figure-differs` dans ce passage, avec une raison";
        let mut edit = edit(titled(&actions, title), address);
        let written = edit["text"].as_str().expect("a text");
        assert!(written.contains("gainsay:ignore figure-differs: RAISON"), "{written}");
        // Until its author has written one, it is no reason.
        edit["text"] = json!(written.replace("RAISON", "compté par nous"));
        editor.change(address, 2, &edit);
        assert_eq!(editor.found(address), [] as [Value; 0], "{address}");
    }
}

#[test]
fn a_study_is_cited_by_its_key_once() {
    let params = json!({ "initializationOptions": { "lang": "fr" } });
    let mut editor = Editor::on(&base("cite"), &[], &params);
    let sentence = "D'après Fixture A, 72 % des adultes boivent du thé chaque jour. Voilà.\n";
    let latex = sentence.replace("72 %", "72\\,\\%");
    for (address, text, key) in [
        ("file:///a.md", sentence, " [@fixture-a-2013-survey]"),
        ("file:///a.tex", &latex, "~\\cite{fixture-a-2013-survey}"),
    ] {
        editor.open(address, "", text);
        let actions = offered(&mut editor, address, &json!({}));
        let action = titled(&actions, "Citer `fixture-a-2013-survey`");
        assert_eq!(action["kind"], "refactor");
        let edit = edit(action, address);
        assert_eq!(edit["text"], key);
        let end = text.find(". Voilà").expect("it is there");
        let column = text[..end].encode_utf16().count();
        assert_eq!(edit["range"]["start"]["character"], column);
        editor.change(address, 2, &edit);
        let after = offered(&mut editor, address, &json!({ "only": ["refactor"] }));
        assert_eq!(after, [] as [Value; 0], "{address}");
    }
    editor.open("file:///a.txt", "", sentence);
    let plain = offered(&mut editor, "file:///a.txt", &json!({}));
    assert_eq!(plain, [] as [Value; 0]);
}
