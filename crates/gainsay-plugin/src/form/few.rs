/// The first of some names, at most so many, and how many more there are, in words of both
/// languages.
///
/// ```
/// use gainsay_plugin::form::few;
///
/// let names = ["a", "b", "c"].map(str::to_owned);
/// assert_eq!(few(&names, 3), ["a, b, c", "a, b, c"]);
/// assert_eq!(few(&names, 1), ["a, 2 more", "a, et 2 de plus"]);
/// ```
pub fn few(names: &[String], most: usize) -> [String; 2] {
    let (named, more) = names.split_at(most.min(names.len()));
    let named = named.join(", ");
    match more.len() {
        0 => [named.clone(), named],
        more => [format!("{named}, {more} more"), format!("{named}, et {more} de plus")],
    }
}
