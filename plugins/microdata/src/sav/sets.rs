//! Multiple-response sets: `$name=D1 1 5 Label first second` (record 7, subtypes 7 and 19).

/// A set as the file writes it; its variables by their short or long names.
pub(super) struct RawSet<'a> {
    pub(super) name: &'a [u8],
    pub(super) label: &'a [u8],
    /// Whether it is called as the first of its variables that has a label.
    pub(super) is_called_as_first: bool,
    /// The value that means "mentioned", of a set of dichotomies.
    pub(super) counted: Option<&'a [u8]>,
    pub(super) variables: Vec<&'a [u8]>,
}

/// The sets of a record; a line that is none is left out and counted.
pub(super) fn read(record: &[u8]) -> (Vec<RawSet<'_>>, usize) {
    let lines = record.split(|&byte| byte == b'\n').map(trim).filter(|line| !line.is_empty());
    let mut sets = Vec::new();
    let mut odd = 0;
    for line in lines {
        match set(line) {
            Some(set) => sets.push(set),
            None => odd += 1,
        }
    }
    (sets, odd)
}

fn set(line: &[u8]) -> Option<RawSet<'_>> {
    let equals = line.iter().position(|&byte| byte == b'=')?;
    let (name, rest) = (&line[..equals], &line[equals + 1..]);
    let (kind, rest) = rest.split_first()?;
    let mut is_called_as_first = false;
    let (counted, rest) = match kind {
        b'C' => (None, rest),
        b'D' => counted_words(rest).map(|(value, rest)| (Some(value), rest))?,
        // `E 1 ` or `E 11 ` tells where labels come from; the value follows.
        b'E' => {
            let (source, rest) = number(trim_start(rest))?;
            is_called_as_first = source == 11;
            counted_words(trim_start(rest)).map(|(value, rest)| (Some(value), rest))?
        }
        _ => return None,
    };
    let (label, rest) = counted_words(trim_start(rest))?;
    let variables = rest.split(|&byte| byte == b' ').filter(|name| !name.is_empty()).collect();
    Some(RawSet { name: trim(name), label, is_called_as_first, counted, variables })
}

/// `5 Label`: as many bytes as the number tells, after one space.
fn counted_words(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(text)?;
    let rest = rest.strip_prefix(b" ")?;
    (length <= rest.len()).then(|| rest.split_at(length))
}

fn number(text: &[u8]) -> Option<(usize, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(&text[..digits]).ok()?.parse().ok()?;
    Some((number, &text[digits..]))
}

fn trim(text: &[u8]) -> &[u8] {
    text.trim_ascii()
}

fn trim_start(text: &[u8]) -> &[u8] {
    text.trim_ascii_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, name: &str, counted: Option<&str>, variables: &[&str]) {
        let (sets, odd) = read(line.as_bytes());
        assert_eq!((sets.len(), odd), (1, 0), "{line}");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        assert_eq!(text(sets[0].name), name);
        assert_eq!(sets[0].counted.map(text), counted.map(str::to_owned));
        assert_eq!(sets[0].variables.iter().map(|one| text(one)).collect::<Vec<_>>(), variables);
    }

    #[test]
    fn all_three_kinds_of_sets_are_read() {
        check("$a=C 8 my group v1 v2\n", "$a", None, &["v1", "v2"]);
        check("$b=D2 10 0  v1 v2 v3\n", "$b", Some("10"), &["v1", "v2", "v3"]);
        check("$c=E 1 3 yes 5 label v1 v2\n", "$c", Some("yes"), &["v1", "v2"]);
        check("$d=E 11 1 1 0  v1 v2\n", "$d", Some("1"), &["v1", "v2"]);
    }

    #[test]
    fn a_line_that_is_no_set_is_counted() {
        let (sets, odd) = read(b"$a=C 8 my group v1\n$b=X 0  v1\n$c\n$d=D99 1 0  v1\n");
        assert_eq!((sets.len(), odd), (1, 3));
    }
}
