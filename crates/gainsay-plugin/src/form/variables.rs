//! Findings that are proposed of the variables of a file of answers. Nothing of them counts
//! until a person takes the marks away.

use std::fmt::{self, Write as _};

use gainsay_claims::is_harmful;

use crate::{Lang, Names, slug, toml_string};

/// How many questions are written as findings. Of more, a person uses a few: each gets one
/// line, and one finding stands there to be copied.
const MOST_FINDINGS: usize = 40;
/// How many variables are told one by one when they are summed up.
const MOST_TOLD: usize = 25;
/// How many characters of a label are told.
const LONGEST: usize = 100;
/// How many values a question has at most: more are numbers or names.
pub const MOST_VALUES: usize = 20;

/// What is remarked of `yes`, `concept` and `base` of a finding.
const REMARKS: [[&str; 3]; 2] = [
    [
        "what is added up: take its second mark away",
        "a word of the vocabulary",
        "whose share it is, words of the vocabulary",
    ],
    [
        "ce qui est additionné\u{a0}: en ôter le second `#`",
        "un mot du vocabulaire",
        "ceux dont c'est une part, mots du vocabulaire",
    ],
];

/// A variable, or a set of them, as a file describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedVariable {
    /// Its name, by which a finding names it.
    pub name: String,
    /// What it is called, often the question.
    pub label: String,
    /// What its values are like, of one that is no question: `18 ... 91`.
    pub sort: String,
    /// Its values, unless there are more than [`MOST_VALUES`].
    pub values: Vec<ListedValue>,
    /// Whether it is several variables that are one question.
    pub is_set: bool,
    /// Lines that its finding has besides those that every one has, each a remark.
    pub keys: &'static str,
}

/// A value of a variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedValue {
    /// The value in TOML, as a finding names it.
    pub code: String,
    /// What it is called.
    pub label: String,
    /// How often it was answered, as far as that is known.
    pub count: Option<String>,
    /// Whether it stands for no answer.
    pub is_missing: bool,
}

/// The findings of a proposed mapping, one for each question, behind marks. What is no
/// question stands below them, a line for each variable; so does every variable if there are
/// more questions than anybody would read.
pub fn proposed_findings(variables: &[ListedVariable], lang: Lang) -> String {
    let mut text = String::new();
    write(&mut text, variables, lang).expect("writing to a string does not fail");
    text
}

/// What is told of variables, one with its values after the other, for a summary.
pub fn told_variables(variables: &[ListedVariable]) -> Vec<[String; 2]> {
    let entry = |what: &str, value: String| [what.to_owned(), value];
    let mut told = Vec::new();
    for one in variables.iter().take(MOST_TOLD) {
        told.push(entry("variable", one.line()));
        let missing = one.missing();
        told.extend((!missing.is_empty()).then(|| entry("no-answer", missing)));
    }
    let more = variables.len().saturating_sub(MOST_TOLD);
    told.extend((more > 0).then(|| entry("more-variables", more.to_string())));
    told
}

fn write(text: &mut String, variables: &[ListedVariable], lang: Lang) -> fmt::Result {
    let (questions, others): (Vec<_>, Vec<_>) = variables.iter().partition(|one| one.is_question());
    if questions.len() > MOST_FINDINGS {
        let lead = lang.of([
            "One finding, to be copied for each question that is used:",
            "Un résultat, à recopier pour chaque question dont on se sert\u{a0}:",
        ]);
        writeln!(text, "\n# {lead}")?;
        let some = ListedVariable { name: "...".to_owned(), ..ListedVariable::default() };
        some.finding(text, "...".to_owned(), lang)?;
        let lead = lang.of(["All variables:", "Toutes les variables\u{a0}:"]);
        writeln!(text, "\n# {lead}")?;
        return variables.iter().try_for_each(|one| one.remark(text, lang));
    }
    let mut names = Names::default();
    for one in questions {
        writeln!(text, "\n# {}{}", one.head(), one.no_answer(lang))?;
        let id = slug(&one.name);
        let id = if id.is_empty() { "finding".to_owned() } else { id };
        one.finding(text, names.give(id), lang)?;
    }
    if others.is_empty() {
        return Ok(());
    }
    let lead = lang
        .of(["Variables that are no questions:", "Variables qui ne sont pas des questions\u{a0}:"]);
    writeln!(text, "\n# {lead}")?;
    others.iter().try_for_each(|one| one.remark(text, lang))
}

impl ListedVariable {
    fn is_question(&self) -> bool {
        self.values.iter().any(|one| !one.is_missing)
    }

    fn finding(&self, text: &mut String, id: String, lang: Lang) -> fmt::Result {
        let [added, concept, base] = lang.of(REMARKS);
        let key = if self.is_set { "set" } else { "variable" };
        writeln!(text, "# [[finding]]\n# id = {}", toml_string(&id))?;
        writeln!(text, "# {key} = {}", toml_string(&self.name))?;
        writeln!(text, "# yes = [                # {added}")?;
        for value in self.values.iter().filter(|one| !one.is_missing) {
            let words = value.words();
            let gap = if words.is_empty() { "" } else { "   # " };
            writeln!(text, "#   # {},{gap}{words}", value.code)?;
        }
        writeln!(text, "# ]")?;
        writeln!(text, "# concept = \"\"           # {concept}")?;
        writeln!(text, "# base = []              # {base}")?;
        text.write_str(self.keys)
    }

    /// All of it in a remark of one line.
    fn remark(&self, text: &mut String, lang: Lang) -> fmt::Result {
        writeln!(text, "# - {}{}", self.line(), self.no_answer(lang))
    }

    /// Its name and label.
    fn head(&self) -> String {
        let (name, label) = (told(&self.name), told(&self.label));
        if label.is_empty() { name } else { format!("{name}: {label}") }
    }

    /// Its name, label and values.
    fn line(&self) -> String {
        let values = self.values.iter().filter(|one| !one.is_missing);
        let values: Vec<_> = values.map(ListedValue::line).collect();
        let sort = if values.is_empty() { self.sort.clone() } else { values.join(", ") };
        if sort.is_empty() { self.head() } else { format!("{} | {sort}", self.head()) }
    }

    /// The values that stand for no answer.
    fn missing(&self) -> String {
        let missing = self.values.iter().filter(|one| one.is_missing);
        missing.map(ListedValue::line).collect::<Vec<_>>().join(", ")
    }

    fn no_answer(&self, lang: Lang) -> String {
        let missing = self.missing();
        let lead = lang.of(["no answer:", "sans réponse\u{a0}:"]);
        if missing.is_empty() { missing } else { format!(" ({lead} {missing})") }
    }
}

impl ListedValue {
    /// Its label and how often it was answered.
    fn words(&self) -> String {
        let label = told(&self.label);
        let count = self.count.as_ref().map(|count| format!("({})", told(count)));
        let words: Vec<_> = [Some(label), count].into_iter().flatten().collect();
        words.join(" ").trim().to_owned()
    }

    fn line(&self) -> String {
        let (code, words) = (told(&self.code), self.words());
        if words.is_empty() { code } else { format!("{code} {words}") }
    }
}

/// Words of a file as a remark may hold them: in one line, without what controls or reorders
/// text, and not too long.
fn told(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words: String = words.chars().filter(|&sign| !is_harmful(sign)).collect();
    if let Some((end, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(end);
        words.push_str(" ...");
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(name: &str) -> ListedVariable {
        let value = |code: &str, label: &str, is_missing| ListedValue {
            code: code.to_owned(),
            label: label.to_owned(),
            count: Some("12".to_owned()),
            is_missing,
        };
        let values = vec![value("1", "Yes", false), value("2", "No", false), value("9", "", true)];
        let label = "Do you\n[[finding]]\nid = \"x\" trust\u{202e} it?".to_owned();
        ListedVariable { name: name.to_owned(), label, values, ..ListedVariable::default() }
    }

    /// The text after a person took the first mark of every line away.
    fn unmarked(text: &str) -> String {
        let lines = text.lines().filter(|line| {
            let code = line.trim_start_matches("# ");
            !line.starts_with("# - ") && (code.starts_with(['[', ']', '#']) || code.contains(" = "))
        });
        let lines = lines.map(|line| line.strip_prefix("# ").unwrap_or(line).to_owned() + "\n");
        lines.collect()
    }

    #[test]
    fn a_question_becomes_a_finding_of_which_nothing_is_counted_yet() {
        let text = proposed_findings(&[question("Q 1"), question("Q-1")], Lang::En);
        assert!(text.lines().all(|line| line.is_empty() || line.starts_with('#')), "{text}");
        let head = "# Q 1: Do you [[finding]] id = \"x\" trust it? (no answer: 9 (12))\n";
        assert!(text.contains(head), "{text}");
        let form = text.replacen(head, "", 2).replace("# Q-1: Do", "# - Q-1: Do");
        let form: toml::Table = unmarked(&form).parse().expect("it is TOML");
        let findings = form["finding"].as_array().expect("findings");
        let ids: Vec<_> = findings.iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["q-1", "q-1-2"]);
        assert_eq!(findings[0]["yes"].as_array().map(Vec::len), Some(0), "not everybody");
        assert!(text.contains("#   # 1,   # Yes (12)\n"), "{text}");
        assert!(!text.contains("#   # 9,"), "{text}");
    }

    #[test]
    fn what_hides_or_reorders_text_stands_nowhere_as_it_is() {
        let bad = "Q\u{61c}\u{ad}\u{feff}\u{e0041}\u{202e}\u{9b}1";
        let text = proposed_findings(
            &[ListedVariable { label: bad.to_owned(), ..question(bad) }],
            Lang::En,
        );
        assert!(text.contains("# Q1: Q1 (no answer"), "{text}");
        let name = r#"variable = "Q\u061C\u00AD\uFEFF\U000E0041\u202E\u009B1""#;
        assert!(text.contains(name), "{text}");
    }

    #[test]
    fn hundreds_of_questions_stay_readable() {
        let many: Vec<_> = (0..300).map(|at| question(&format!("q{at}"))).collect();
        let text = proposed_findings(&many, Lang::En);
        assert_eq!(text.matches("[[finding]]\n# id").count(), 1, "{text}");
        assert!(text.lines().count() < 320, "{}", text.lines().count());
        let values = "| 1 Yes (12), 2 No (12) (no answer: 9 (12))\n";
        assert!(text.contains("# - q299: Do you") && text.contains(values), "{text}");
        let told = told_variables(&many);
        assert_eq!(told.len(), 2 * MOST_TOLD + 1);
        assert_eq!(told[1], ["no-answer", "9 (12)"]);
        assert_eq!(told[2 * MOST_TOLD], ["more-variables", "275"]);
    }
}
