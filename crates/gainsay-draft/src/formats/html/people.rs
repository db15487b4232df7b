//! Where the markup of a page tells who comments.

/// Whether an element holds one comment.
pub(super) fn is_comment(name: &str, classes: &str, id: &str) -> bool {
    let is_one = |token: &str| {
        let number = token.strip_prefix("comment-").or_else(|| token.strip_prefix("comment_"));
        token == "comment" || number.is_some_and(|number| number.parse::<u64>().is_ok())
    };
    is_container(name) && (classes.split_whitespace().any(is_one) || is_one(id))
}

/// Whether an element holds comments, or part of one.
pub(super) fn holds_comments(name: &str, classes: &str, id: &str) -> bool {
    // WordPress tells with these classes of an article whether comments are allowed.
    let is_state = |token: &str| {
        matches!(token, "comments-open" | "comments-closed") || token.contains("status")
    };
    let is_part = |token: &str| token.starts_with("comment") && !is_state(token);
    is_container(name) && (classes.split_whitespace().any(is_part) || is_part(id))
}

/// Whether an element is the name of whoever comments, by its classes.
pub(super) fn is_name(classes: &str) -> bool {
    let names = ["fn", "comment-author", "comment-author-name", "author", "commenter", "username"];
    classes.split_whitespace().any(|class| names.contains(&class))
}

fn is_container(name: &str) -> bool {
    matches!(
        name,
        "div" | "section" | "article" | "aside" | "ol" | "ul" | "li" | "dl" | "table" | "td"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_by_classes_and_ids() {
        assert!(is_comment("li", "comment even", ""));
        assert!(is_comment("div", "", "comment-42"));
        assert!(!is_comment("div", "comment-body", ""));
        assert!(holds_comments("div", "comment-body", ""));
        assert!(holds_comments("section", "", "comments"));
    }

    #[test]
    fn an_article_that_may_be_commented_is_no_comment() {
        assert!(!holds_comments("article", "post comments-open comment-status-open", ""));
        assert!(!holds_comments("body", "comments", ""));
        assert!(!is_comment("a", "comment", ""));
    }
}
