//! A reader of Typst, by its own parser.

use typst_syntax::{SyntaxKind, SyntaxNode, parse};

use super::page::{BREAK, LOWERED, Page, RAISED};

/// Reads a table in Typst; anything that could act is refused.
pub(super) fn read(typst: &str) -> Page {
    let root = parse(typst);
    let (errors, _) = root.errors_and_warnings();
    assert!(errors.is_empty(), "{errors:?} in {typst}");
    let mut page = Page::default();
    for node in root.children() {
        match node.kind() {
            SyntaxKind::FuncCall => figure(node, &mut page),
            SyntaxKind::ListItem => page.below.push(text(node)),
            SyntaxKind::LineComment => {
                assert!(source(node).starts_with("// gainsay:table "), "{}", source(node));
            }
            SyntaxKind::Hash | SyntaxKind::Space | SyntaxKind::Parbreak | SyntaxKind::Label => {}
            // The words before the lists.
            SyntaxKind::Text | SyntaxKind::Escape => {}
            other => panic!("{other:?} in {typst}"),
        }
    }
    page.plain()
}

fn source(node: &SyntaxNode) -> String {
    node.full_text().to_string()
}

fn children(node: &SyntaxNode, kind: SyntaxKind) -> impl Iterator<Item = &SyntaxNode> {
    node.children().filter(move |child| child.kind() == kind)
}

fn arguments(call: &SyntaxNode) -> &SyntaxNode {
    children(call, SyntaxKind::Args).next().expect("arguments")
}

fn callee(call: &SyntaxNode) -> String {
    source(call.children().next().expect("a name"))
}

fn figure(call: &SyntaxNode, page: &mut Page) {
    assert_eq!(callee(call), "figure");
    let figure = arguments(call);
    let table = children(figure, SyntaxKind::FuncCall).next().expect("a table");
    assert_eq!(callee(table), "table");
    let caption =
        children(figure, SyntaxKind::Named).find(|one| source(one).starts_with("caption"));
    page.caption = contents(caption.expect("a caption")).remove(0);
    let header = children(arguments(table), SyntaxKind::FuncCall).next().expect("a header");
    assert_eq!(callee(header), "table.header");
    page.headings = contents(arguments(header));
    let cells = contents(arguments(table));
    assert_eq!(cells.len() % page.headings.len(), 0);
    page.rows = cells.chunks(page.headings.len()).map(<[String]>::to_vec).collect();
}

fn contents(node: &SyntaxNode) -> Vec<String> {
    children(node, SyntaxKind::ContentBlock).map(text).collect()
}

fn text(node: &SyntaxNode) -> String {
    match node.kind() {
        SyntaxKind::Text | SyntaxKind::SmartQuote | SyntaxKind::Space => source(node),
        SyntaxKind::Escape => source(node)[1..].to_owned(),
        SyntaxKind::FuncCall => call(node),
        SyntaxKind::ContentBlock | SyntaxKind::Markup | SyntaxKind::ListItem => {
            node.children().map(text).collect()
        }
        SyntaxKind::Hash
        | SyntaxKind::Semicolon
        | SyntaxKind::LeftBracket
        | SyntaxKind::RightBracket
        | SyntaxKind::ListMarker => String::new(),
        other => panic!("{other:?}: {}", source(node)),
    }
}

fn call(call: &SyntaxNode) -> String {
    let inside = || contents(arguments(call)).concat();
    match callee(call).as_str() {
        "super" => format!("{RAISED}{}{LOWERED}", inside()),
        "linebreak" => BREAK.to_string(),
        "text" => inside(),
        "link" => {
            let address = children(arguments(call), SyntaxKind::Str).next().expect("an address");
            source(address).trim_matches('"').to_owned()
        }
        "cite" => {
            let argument = source(arguments(call)).replace(", form: \"prose\"", "");
            let key = argument.strip_prefix("(label(\"").and_then(|one| one.strip_suffix("\"))"));
            format!("[@{}]", key.expect("a key"))
        }
        other => panic!("a call of {other}"),
    }
}
