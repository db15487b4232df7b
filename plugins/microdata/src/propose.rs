//! Proposes a mapping by reading a file of answers, and says what it understood of it. What
//! only a person knows stands in it as remarks: until these are filled in, nothing is counted.

mod values;

use std::fmt::{self, Write as _};

use gainsay_plugin::{
    Document, Lang, Said,
    form::{Encoding, ListedVariable, guessed_encoding, proposed_findings, told_variables},
    toml_string,
};

use crate::{data::Variable, file::File, form::Decimals, table::number};

const STUDY: [&str; 2] = [
    "\
# What only you know stands behind `#`: fill it in and take the marks away. Until `[study]` is
# there, nothing of this file counts.
# [study]
# title = \"\"             # as published
# publisher = \"\"
# strategy = \"survey\"
# unit = \"person\"
# regions = []
# universe = \"\"          # who was asked, a word of the vocabulary
# fieldwork = \"\"

# [seen.page]
# mark = \"publisher\"
# url = \"\"
",
    "\
# Ce que le fichier ne dit pas suit un `#`\u{a0}: le remplir et ôter les marques. Tant que `[study]`
# n'est pas là, rien de ce fichier ne compte.
# [study]
# title = \"\"             # tel qu'il a été publié
# publisher = \"\"
# strategy = \"survey\"
# unit = \"person\"
# regions = []
# universe = \"\"          # qui a été interrogé, un mot du vocabulaire
# fieldwork = \"\"

# [seen.page]
# mark = \"publisher\"
# url = \"\"
",
];

/// How names and labels of weights begin, in the words of archives.
const WEIGHTS: [&str; 7] = ["weight", "wgt", "wt", "pond", "poids", "gewicht", "redress"];

/// What a file holds.
struct Survey<'a> {
    file: &'a str,
    encoding: Option<Encoding>,
    decimals: Decimals,
    cases: usize,
    /// What the file itself declares.
    weight: Option<&'a str>,
    /// Variables that may be weights, by their names.
    perhaps: Vec<&'a str>,
    variables: Vec<ListedVariable>,
    lang: Lang,
}

/// The text of a mapping, then what was understood, one thing with its value after the other.
///
/// # Errors
///
/// When the file cannot be read, or holds no answers, in words.
pub(crate) fn propose(document: &Document, lang: Lang) -> Result<Vec<[String; 2]>, Said> {
    let name = document.file_name();
    let refused = |why: Said| why.map(|why| format!("`{name}` {why}"));
    let encoding = guessed_encoding(document).map_err(refused)?;
    let file = File::of(document, encoding, Decimals::Point).map_err(refused)?;
    let decimals = decimals(file.rows());
    let file = file.with(decimals);
    let (cases, variables) = values::listed(&file).map_err(refused)?;
    if cases == 0 || variables.is_empty() {
        return Err(refused(["holds no answers", "ne contient aucune réponse"].into()));
    }
    let dictionary = &file.dictionary;
    let weight = dictionary.weight.as_deref();
    let perhaps = dictionary.variables.iter().filter(|one| may_weigh(one));
    let perhaps = perhaps.map(|one| one.name.as_str()).filter(|name| Some(*name) != weight);
    let perhaps = perhaps.collect();
    let survey = Survey { file: name, encoding, decimals, cases, weight, perhaps, variables, lang };
    Ok(survey.entries(&dictionary.remarks))
}

impl Survey<'_> {
    fn entries(&self, remarks: &[Said]) -> Vec<[String; 2]> {
        let mut text = String::new();
        self.write(&mut text).expect("writing to a string does not fail");
        let entry = |what: &str, value: String| [what.to_owned(), value];
        let mut entries = vec![
            entry("mapping", text),
            entry("data", String::new()),
            entry("cases", self.cases.to_string()),
            entry("variables", self.variables.len().to_string()),
        ];
        entries.extend(self.encoding.map(|one| entry("encoding", one.name().to_owned())));
        entries.extend(self.weight.map(|name| entry("weight", name.to_owned())));
        let perhaps = (!self.perhaps.is_empty()).then(|| self.perhaps.join(", "));
        entries.extend(perhaps.map(|names| entry("weight-perhaps", names)));
        entries.extend(
            remarks.iter().map(|remark| entry("remark", remark.pick(self.lang).to_owned())),
        );
        entries.extend(told_variables(&self.variables));
        entries
    }

    fn write(&self, text: &mut String) -> fmt::Result {
        let file = toml_string(self.file);
        writeln!(text, "#:schema microdata.schema.json\n[data]\nfile = {file}")?;
        if self.encoding.is_some() {
            writeln!(text, "encoding = \"windows-1252\"")?;
        }
        if self.decimals == Decimals::Comma {
            writeln!(text, "decimals = \"comma\"")?;
        }
        if let Some(name) = self.weight {
            let name = toml_string(name);
            let remark = self.lang.of([
                "as the file declares; or `unweighted = true`",
                "comme le déclare le fichier\u{a0}; ou `unweighted = true`",
            ]);
            writeln!(text, "weight = {name}      # {remark}")?;
        }
        for name in &self.perhaps {
            let remark = self
                .lang
                .of(["perhaps: only its name says so", "peut-être\u{a0}: seul son nom le dit"]);
            writeln!(text, "# weight = {}      # {remark}", toml_string(name))?;
        }
        let (study, cases) = (self.lang.of(STUDY), self.lang.of(["cases", "cas"]));
        write!(text, "\n{study}\n# {} {cases}.\n", self.cases)?;
        text.push_str(&proposed_findings(&self.variables, self.lang));
        if self.weight.is_none() && self.is_without_labels() {
            return self.codebook(text);
        }
        Ok(())
    }

    /// Whether nothing of the file says what its values mean, as of a table.
    fn is_without_labels(&self) -> bool {
        let mut values = self.variables.iter().flat_map(|one| &one.values);
        values.all(|value| value.label.is_empty())
    }

    /// What a codebook says, which a table leaves to its mapping.
    fn codebook(&self, text: &mut String) -> fmt::Result {
        let [lead, name] = self.lang.of([
            [
                "What the codebook says of each variable, if values are not to stand for themselves:",
                "NAME",
            ],
            [
                "Ce que le dictionnaire de codes dit de chaque variable, si les valeurs ne se suffisent pas\u{a0}:",
                "NOM",
            ],
        ]);
        writeln!(text, "\n# {lead}")?;
        writeln!(text, "# [variable.{name}]\n# labels = {{ 1 = \"\", 2 = \"\" }}\n# missing = []")
    }
}

/// How a table writes decimals: with a comma if some cell does and none has a point.
fn decimals(rows: &[Vec<String>]) -> Decimals {
    let has = |sign: char, decimals: Decimals| {
        let mut cells = rows.iter().skip(1).flatten().map(|cell| cell.trim());
        cells.any(|cell| cell.contains(sign) && number(cell, decimals).is_some())
    };
    let is_comma = has(',', Decimals::Comma) && !has('.', Decimals::Point);
    if is_comma { Decimals::Comma } else { Decimals::Point }
}

/// Whether a variable is called like a weight. It may be that of a body.
fn may_weigh(variable: &Variable) -> bool {
    let words = format!("{} {}", variable.name, variable.label).to_lowercase();
    let mut words = words.split(|sign: char| !sign.is_alphanumeric());
    let begins = |word: &str| WEIGHTS.iter().any(|one| word.starts_with(one));
    !variable.is_text && words.any(|word| word == "w" || begins(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::shipped;

    #[test]
    fn weights_are_guessed_by_whole_words() {
        let named = |name: &str, label: &str| {
            let (name, label) = (name.to_owned(), label.to_owned());
            may_weigh(&Variable { name, label, ..Variable::default() })
        };
        let weights = [("WEIGHT", ""), ("w", ""), ("v7", "Poids de redressement"), ("wt_f", "")];
        assert!(weights.iter().all(|(name, label)| named(name, label)));
        let others = [("respondent", ""), ("q1", "How often do you answer?"), ("wave", "")];
        assert!(!others.iter().any(|(name, label)| named(name, label)));
    }

    #[test]
    fn dates_and_sets_are_told_in_words() {
        let told = |name: &str| {
            let path = format!("sources/fixture-a/{name}");
            let file = gainsay_plugin::testing::document("fixture-a", &path, shipped(name));
            let entries = propose(&file, Lang::En).expect("it is read");
            entries.into_iter().map(|[_, value]| value).collect::<Vec<_>>()
        };
        // As PSPP 1.6.2 lists them.
        let sample = told("sample.sav");
        for line in [
            "mydate: date | 1583-01-01 ... 2018-05-06",
            "dtime: datetime | 1583-01-01T00:00:00 ... 2018-05-06T10:10:10",
            "mytime: time | 00:00:00 ... 23:10:10",
        ] {
            assert!(sample.iter().any(|one| one == line), "{sample:#?}");
        }
        let survey = told("survey.zsav");
        let is_set = |one: &&String| one.starts_with("$seen: Where seen | ");
        assert_eq!(survey.iter().filter(is_set).count(), 1, "{survey:#?}");
    }

    #[test]
    fn decimals_are_written_with_a_comma_where_no_number_has_a_point() {
        let table = |cells: [&str; 2]| {
            vec![vec!["a,b".to_owned(), "c".to_owned()], cells.map(str::to_owned).to_vec()]
        };
        assert_eq!(decimals(&table(["0,85", "1"])), Decimals::Comma);
        assert_eq!(decimals(&table(["0,85", "1.5"])), Decimals::Point);
        assert_eq!(decimals(&table(["yes, please", "1"])), Decimals::Point);
    }
}
