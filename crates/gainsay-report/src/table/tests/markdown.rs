//! A reader of Markdown.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::page::{BREAK, LOWERED, Page, RAISED};
use crate::escape::web_address;

/// Reads a table in Markdown with what stands around it.
pub(super) fn read(markdown: &str) -> Page {
    let mut page = Page::default();
    let mut text = String::new();
    let mut raised = false;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Text(part) => {
                let is_escaped = markdown[..range.start].ends_with('\\');
                for (index, one) in part.char_indices() {
                    // Pandoc's sign, which this parser only knows between spaces.
                    let is_sign = one == '^' && !(index == 0 && is_escaped);
                    raised ^= is_sign;
                    text.push(match (is_sign, raised) {
                        (true, true) => RAISED,
                        (true, false) => LOWERED,
                        (false, _) => one,
                    });
                }
            }
            Event::InlineHtml(html) => text.push(match html.as_ref() {
                "<sup>" => RAISED,
                "</sup>" => LOWERED,
                "<br>" => BREAK,
                other => panic!("{other:?} in {markdown}"),
            }),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                assert_eq!(link_type, LinkType::Autolink);
                assert!(web_address(&dest_url).is_some(), "{dest_url}");
            }
            Event::Start(Tag::TableHead) => text.clear(),
            Event::End(TagEnd::TableCell) if page.rows.is_empty() => {
                page.headings.push(std::mem::take(&mut text));
            }
            Event::Start(Tag::TableRow) => page.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                page.rows.last_mut().expect("a row").push(std::mem::take(&mut text));
            }
            Event::End(TagEnd::Paragraph) => keep_caption(&mut page, &mut text),
            Event::End(TagEnd::Item) => page.below.push(std::mem::take(&mut text)),
            Event::Html(html) => assert!(html.starts_with("<!-- gainsay:table "), "{html}"),
            Event::Start(
                Tag::Table(_)
                | Tag::TableCell
                | Tag::Paragraph
                | Tag::Item
                | Tag::List(None)
                | Tag::Strong
                | Tag::HtmlBlock,
            )
            | Event::End(
                TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::Strong
                | TagEnd::Link
                | TagEnd::HtmlBlock
                | TagEnd::List(false),
            ) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    page.plain()
}

/// The first paragraph; the others only name the lists.
fn keep_caption(page: &mut Page, text: &mut String) {
    let paragraph = std::mem::take(text);
    if page.caption.is_empty() {
        let caption = paragraph.strip_prefix(": ").unwrap_or(&paragraph);
        page.caption = caption.trim_end_matches(" {#tbl-x}").to_owned();
    }
}
