use std::collections::BTreeSet;

/// Names that are given once: the second `a` becomes `a-2`.
///
/// ```
/// let mut names = gainsay_plugin::Names::default();
/// assert_eq!(["a", "b", "a"].map(|name| names.give(name.to_owned())), ["a", "b", "a-2"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// Returns the wanted name, or the first free one that a number makes of it.
    pub fn give(&mut self, wanted: String) -> String {
        let numbered = (2..).map(|number: usize| format!("{wanted}-{number}"));
        let free = std::iter::once(wanted.clone())
            .chain(numbered)
            .find(|name| !self.taken.contains(name))
            .unwrap_or(wanted);
        self.taken.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        let given = ["a", "a-2", "a", "b", "a"].map(|name| names.give(name.to_owned()));
        assert_eq!(given, ["a", "a-2", "a-3", "b", "a-4"]);
    }
}
