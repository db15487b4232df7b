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
    /// Whether it does as one of the values that its variable declares invalid.
    is_invalid: bool,
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
    let category = |element| {
        let value = words(element, "catValu");
        let is_marked = Element::attribute(element, "missing") == Some("Y");
        let is_invalid = !is_marked && is_invalid(variable, &value);
        let label = words(element, "labl");
        Category { value, label, is_missing: is_marked || is_invalid, is_invalid, element }
    };
    variable.named("catgry").map(category).collect()
}

/// Where the frequencies of the answers among these categories are.
pub(crate) fn answers(categories: &[Category<'_>], weighted: bool) -> String {
    let invalid = categories.iter().filter(|one| one.is_invalid);
    let invalid: Vec<_> = invalid.map(|one| format!("catValu='{}'", one.value)).collect();
    let and = match invalid.is_empty() {
        true => String::new(),
        false => format!(" and not({})", invalid.join(" or ")),
    };
    format!("catgry[not(@missing='Y'){and}]/catStat[@type='freq']{}", sign(weighted))
}

/// Whether a value is one of those that a variable declares invalid (`invalrng`), by itself or
/// between bounds.
fn is_invalid(variable: &Element, value: &str) -> bool {
    let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
    let is_item = |item: &Element| {
        item.attribute("VALUE").is_some_and(|said| {
            said == value || number.is_some_and(|number| said.parse() == Ok(number))
        })
    };
    let is_within = |range: &Element| number.is_some_and(|number| is_within(range, number));
    variable
        .named("invalrng")
        .any(|one| one.named("item").any(is_item) || one.named("range").any(is_within))
}

/// Whether a number lies between the bounds of a range, which has at least one. Words are no
/// bound that a number keeps to.
fn is_within(range: &Element, number: f64) -> bool {
    let is_kept = |name: &str, keeps: fn(&f64, &f64) -> bool| {
        let bound = range.attribute(name)?.parse();
        Some(bound.is_ok_and(|bound| keeps(&number, &bound)))
    };
    let kept = [
        is_kept("min", f64::ge),
        is_kept("minExclusive", f64::gt),
        is_kept("max", f64::le),
        is_kept("maxExclusive", f64::lt),
    ];
    kept.contains(&Some(true)) && !kept.contains(&Some(false))
}

impl Category<'_> {
    /// The figure of this kind (`freq`, `percent`), weighted or not.
    pub(crate) fn figure(&self, kind: &str, weighted: bool) -> Option<Written> {
        let found = self.element.named("catStat").find(|one| is(one, kind, weighted))?;
        let (value, sign) = (&self.value, sign(weighted));
        let address = format!("catgry[catValu='{value}']/catStat[@type='{kind}']{sign}");
        let words = found.words();
        (!words.is_empty()).then_some(Written { address, words })
    }
}

/// The number of valid answers (`sumStat` of type `vald`), weighted or not.
pub(crate) fn valid(variable: &Element, weighted: bool) -> Option<Written> {
    let found = variable.named("sumStat").find(|one| is(one, "vald", weighted))?;
    let words = found.words();
    let address = format!("sumStat[@type='vald']{}", sign(weighted));
    (!words.is_empty()).then_some(Written { address, words })
}

/// What an address of a weighted figure has, and one of an unweighted figure has not.
fn sign(weighted: bool) -> &'static str {
    if weighted { "[@wgtd='wgtd']" } else { "" }
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
