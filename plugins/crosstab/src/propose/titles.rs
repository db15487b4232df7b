//! Lines of words around answers: titles of questions, and whom they were put to.

/// The lines that stand together above answers, or between those of two questions.
#[derive(Default)]
pub(super) struct Titles {
    lines: Vec<String>,
    /// How many of them stand above column heads.
    above_heads: usize,
    /// Whom the answers below are of.
    base: Option<String>,
    /// Whom the answers above are of.
    base_above: Option<String>,
    /// Whether the last line is "Base" alone, and the next one says of whom.
    is_open: bool,
}

/// A question as its lines name it.
#[derive(Default)]
pub(super) struct Title {
    pub(super) words: Option<String>,
    pub(super) base: Option<String>,
    pub(super) base_above: Option<String>,
}

impl Titles {
    /// Adds a line. Directly below answers, with no other line between, it may say whom those
    /// are of.
    pub(super) fn add(&mut self, line: String, is_below: bool) {
        let is_open = std::mem::take(&mut self.is_open);
        match base_words(&line) {
            Some("") => self.is_open = !line.contains('('),
            Some(words) if is_below && self.lines.is_empty() => {
                self.base_above.get_or_insert_with(|| words.to_owned());
            }
            Some(words) => {
                self.base.get_or_insert_with(|| words.to_owned());
            }
            None if is_open && !is_question(&line) => self.base = Some(line),
            None => self.lines.push(line),
        }
    }

    /// Adds what stands beside column heads, and notes that what follows stands below them.
    pub(super) fn add_heads(&mut self, label: String) {
        if names_question(&label) {
            self.add(label, false);
        }
        self.is_open = false;
        self.above_heads = self.lines.len();
    }

    /// What the lines say of the answers that follow: the last one below the heads, else the last
    /// one above them that is a question.
    pub(super) fn take(&mut self) -> Title {
        let Self { mut lines, above_heads, base, base_above, .. } = std::mem::take(self);
        let asked = lines.iter().take(above_heads).rposition(|line| is_question(line));
        let asked = asked.filter(|_| above_heads == lines.len());
        let words = match asked {
            Some(at) => Some(lines.swap_remove(at)),
            None => lines.pop(),
        };
        Title { words, base, base_above }
    }
}

/// Whether words are a question, or say whom one was put to, and no head of a column.
pub(super) fn names_question(words: &str) -> bool {
    is_question(words) || base_words(words).is_some_and(|base| !base.is_empty())
}

/// Whether a line is a question by its sign or by a number as `Q7`.
fn is_question(line: &str) -> bool {
    let mut signs = line.chars();
    let is_numbered = signs.next().is_some_and(|sign| sign.eq_ignore_ascii_case(&'q'))
        && signs.next().is_some_and(|sign| sign.is_ascii_digit());
    line.contains('?') || is_numbered
}

/// Whom a label says that answers are of, in the words of the table, if it is one that does:
/// `Base: internet users`, `Base (n)`, `Filtre : internautes`. Nothing where it leaves it open.
pub(super) fn base_words(label: &str) -> Option<&str> {
    /// Those that end the list say it without a sign between.
    const NAMES: [&str; 22] = [
        "unweighted base",
        "weighted base",
        "effective base",
        "base non pondérée",
        "base pondérée",
        "base brute",
        "base redressée",
        "base size",
        "bases",
        "base",
        "sample",
        "échantillon",
        "filter",
        "filtre",
        "universe",
        "univers",
        "population",
        "champ",
        "asked to",
        "asked of",
        "posée à",
        "posée aux",
    ];
    const SIGNLESS: usize = 4;
    let (at, rest) = NAMES.iter().enumerate().find_map(|(at, name)| {
        let (begin, rest) = label.split_at_checked(name.len())?;
        (begin.to_lowercase() == **name).then_some((at, rest))
    })?;
    if at >= NAMES.len() - SIGNLESS {
        return rest.strip_prefix(char::is_whitespace).map(str::trim);
    }
    let rest = rest.trim_start();
    let rest = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest.trim_start(),
        None => rest,
    };
    let said = rest.strip_prefix([':', '=']).or_else(|| {
        let is_base = NAMES[at].contains("base");
        rest.strip_prefix(['-', '–', '—']).filter(|_| is_base)
    });
    said.or(rest.is_empty().then_some("")).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_the_name_of_a_base_says_whom_it_is_of() {
        for (label, words) in [
            ("Base: internet users aged 18+", Some("internet users aged 18+")),
            ("BASE : internautes", Some("internautes")),
            ("Base\u{a0}: internautes", Some("internautes")),
            ("Base – all adults", Some("all adults")),
            ("Unweighted base: all (18+)", Some("all (18+)")),
            ("Base (n): all", Some("all")),
            ("Base (n)", Some("")),
            ("Base", Some("")),
            ("Base pondérée", Some("")),
            ("Filtre : aux internautes", Some("aux internautes")),
            ("Asked to all", Some("all")),
            ("Posée aux internautes", Some("internautes")),
            ("Base jumping", None),
            ("Baseball: how often?", None),
            ("Population - growth", None),
            ("Bäse", None),
            ("Posée", None),
        ] {
            assert_eq!(base_words(label), words, "{label}");
        }
    }
}
