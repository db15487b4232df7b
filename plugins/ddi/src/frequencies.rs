//! How often each category of a variable was answered.

use crate::xml::Element;

/// A category of a variable.
pub(crate) struct Category<'a> {
    pub(crate) value: String,
    pub(crate) label: String,
    /// Whether it stands for no answer.
    pub(crate) is_missing: bool,
    element: &'a Element,
}

/// A figure as it is written, and its address below the variable.
pub(crate) struct Written {
    pub(crate) address: String,
    pub(crate) words: String,
}

/// The variable with this `name` or `ID`.
pub(crate) fn variable<'a>(root: &'a Element, name: &str) -> Option<&'a Element> {
    let all = root.all("dataDscr/var");
    let by = |key: &str| all.iter().find(|one| one.attribute(key) == Some(name)).copied();
    by("name").or_else(|| by("ID"))
}

/// The categories of a variable, in order.
pub(crate) fn categories(variable: &Element) -> Vec<Category<'_>> {
    let words = |one: &Element, name: &str| one.first(name).map(Element::words).unwrap_or_default();
    let category = |element| Category {
        value: words(element, "catValu"),
        label: words(element, "labl"),
        is_missing: Element::attribute(element, "missing") == Some("Y"),
        element,
    };
    variable.named("catgry").map(category).collect()
}

impl Category<'_> {
    /// The figure of this kind (`freq`, `percent`), weighted or not.
    pub(crate) fn figure(&self, kind: &str, weighted: bool) -> Option<Written> {
        let found = self.element.named("catStat").find(|one| is(one, kind, weighted))?;
        let sign = if weighted { "[@wgtd='wgtd']" } else { "" };
        let address = format!("catgry[catValu='{}']/catStat[@type='{kind}']{sign}", self.value);
        let words = found.words();
        (!words.is_empty()).then_some(Written { address, words })
    }
}

/// The number of valid answers (`sumStat` of type `vald`), weighted or not.
pub(crate) fn valid(variable: &Element, weighted: bool) -> Option<Written> {
    let found = variable.named("sumStat").find(|one| is(one, "vald", weighted))?;
    let sign = if weighted { "[@wgtd='wgtd']" } else { "" };
    let words = found.words();
    let address = format!("sumStat[@type='vald']{sign}");
    (!words.is_empty()).then_some(Written { address, words })
}

fn is(one: &Element, kind: &str, weighted: bool) -> bool {
    // The schema says that a statistic without a type is a frequency.
    let has_kind = one.attribute("type").unwrap_or("freq") == kind;
    has_kind && (one.attribute("wgtd") == Some("wgtd")) == weighted
}

/// A frequency: digits, with a decimal point where weights gave it a fraction.
pub(crate) fn number(words: &str) -> Option<f64> {
    let is_plain = words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    words.parse().ok().filter(|number: &f64| is_plain && number.is_finite())
}
