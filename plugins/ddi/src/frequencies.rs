//! How often each category of a variable was answered.

use gainsay_plugin::Said;

use crate::xml::Element;

/// How many variables of one name are told of.
const MOST_TOLD: usize = 12;

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

/// The variable with this `name`, else with this `ID`, and its address.
///
/// # Errors
///
/// When there is none, or several: what is wrong with the name.
pub(crate) fn variable<'a>(root: &'a Element, name: &str) -> Result<(&'a Element, String), Said> {
    let all = root.all("dataDscr/var");
    for key in ["name", "ID"] {
        let found: Vec<_> = all.iter().filter(|one| one.attribute(key) == Some(name)).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok((one, format!("dataDscr/var[@{key}='{name}']"))),
            several => return Err(ambiguous(key, several)),
        }
    }
    Err(["is no `var` of the codebook", "n'est pas une `var` du dictionnaire de codes"].into())
}

/// Tells of several variables by which other word each can be named.
fn ambiguous(key: &str, several: &[&&Element]) -> Said {
    let ids = several.iter().filter_map(|one| one.attribute("ID"));
    let ids: Vec<String> = ids.take(MOST_TOLD).map(|id| format!("`{id}`")).collect();
    let number = several.len();
    if key == "ID" || ids.is_empty() {
        let en = format!("is the `{key}` of {number} `var`, and none can be told by its `ID`");
        let fr = format!("est le `{key}` de {number} `var`, qu'aucun `ID` ne distingue");
        return [en, fr].into();
    }
    let more = if number > ids.len() { ", ..." } else { "" };
    let ids = ids.join(", ");
    let en = format!("is the name of {number} `var`: name one by its `ID`, {ids}{more}");
    let fr = format!("est le nom de {number} `var`\u{a0}: en nommer une par son `ID`, {ids}{more}");
    [en, fr].into()
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
