//! A reader of HTML.

use html5ever::{driver::ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::page::{BREAK, LOWERED, Page, RAISED};
use crate::escape::web_address;

/// Reads a table in HTML; anything that could act is refused.
pub(super) fn read(html: &str) -> Page {
    let document = format!("<!DOCTYPE html>{html}");
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(document);
    assert_eq!(*dom.errors.borrow(), [] as [&str; 0], "{html}");
    let mut page = Page::default();
    walk(&dom.document, &mut page);
    page.plain()
}

fn walk(node: &Handle, page: &mut Page) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let id = attrs.borrow().iter().any(|one| &*one.name.local == "id");
        match &*name.local {
            "caption" => return page.caption = text(node),
            "tr" => page.rows.push(Vec::new()),
            "th" | "td" if !holds_paragraphs(node) => {
                return page.rows.last_mut().expect("a row").push(text(node));
            }
            "p" if id => return page.below.push(text(node)),
            "p" => return,
            "html" | "head" | "body" | "table" | "thead" | "tbody" | "tfoot" | "td" => {}
            other => panic!("an element {other}"),
        }
    }
    for child in node.children.borrow().iter() {
        walk(child, page);
    }
    if is(node, "thead") {
        page.headings = page.rows.pop().expect("a row of headings");
    }
    if is(node, "tfoot") {
        assert_eq!(page.rows.pop(), Some(Vec::new()), "the foot is no row");
    }
}

fn holds_paragraphs(node: &Handle) -> bool {
    node.children.borrow().iter().any(|child| is(child, "p"))
}

fn is(node: &Handle, tag: &str) -> bool {
    matches!(&node.data, NodeData::Element { name, .. } if &*name.local == tag)
}

fn text(node: &Handle) -> String {
    let inner = || node.children.borrow().iter().map(text).collect::<String>();
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { name, attrs, .. } => match &*name.local {
            "sup" => format!("{RAISED}{}{LOWERED}", inner()),
            "br" => BREAK.to_string(),
            "a" => {
                for attribute in attrs.borrow().iter() {
                    assert_eq!(&*attribute.name.local, "href");
                    let target = &attribute.value;
                    assert!(
                        target.starts_with("#tbl-") || web_address(target).is_some(),
                        "{target}"
                    );
                }
                inner()
            }
            "caption" | "th" | "td" | "p" => inner(),
            other => panic!("an element {other}"),
        },
        _ => panic!("neither text nor an element"),
    }
}
