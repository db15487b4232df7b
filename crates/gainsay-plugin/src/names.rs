use std::collections::BTreeMap;

/// Names that are given once: the second `a` becomes `a-2`.
///
/// ```
/// let mut names = gainsay_plugin::Names::default();
/// assert_eq!(["a", "b", "a"].map(|name| names.give(name.to_owned())), ["a", "b", "a-2"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Each name that was given, with the number to try next when it is wanted again.
    taken: BTreeMap<String, usize>,
}

impl Names {
    /// Returns the wanted name, or the first free one that a number makes of it.
    pub fn give(&mut self, wanted: String) -> String {
        let Some(mut number) = self.taken.get(&wanted).copied() else {
            self.taken.insert(wanted.clone(), 2);
            return wanted;
        };
        let mut free = format!("{wanted}-{number}");
        while self.taken.contains_key(&free) {
            number += 1;
            free = format!("{wanted}-{number}");
        }
        self.taken.insert(wanted, number + 1);
        self.taken.insert(free.clone(), 2);
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
