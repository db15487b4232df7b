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

/// Numbers in words, in order, those that follow one another as one range.
///
/// ```
/// use gainsay_plugin::form::runs;
///
/// assert_eq!(runs(&[3, 8, 9, 10], |number| (number + 1).to_string()), ["4", "9-11"]);
/// ```
pub fn runs(numbers: &[usize], name: impl Fn(usize) -> String) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |(first, last)| match first == last {
        true => name(first),
        false => format!("{}-{}", name(first), name(last)),
    };
    runs.into_iter().map(run).collect()
}
