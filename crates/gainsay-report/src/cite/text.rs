//! Plain text.

use gainsay_cite::Mark;

use super::Markup;
use crate::clean;

pub(super) struct Plain;

impl Markup for Plain {
    fn text(&self, words: &str) -> String {
        clean(words)
    }

    fn marked(&self, _: Mark, inner: String) -> String {
        inner
    }

    fn link(&self, _: &str, inner: String) -> String {
        inner
    }

    fn document(&self, cited: &[[String; 2]], list: &[[String; 2]]) -> String {
        let cited: String =
            cited.iter().map(|[name, said]| format!("{name}\n  {said}\n")).collect();
        let list: String = list.iter().map(|[_, entry]| format!("{entry}\n")).collect();
        let between = if cited.is_empty() || list.is_empty() { "" } else { "\n" };
        cited + between + &list
    }
}
