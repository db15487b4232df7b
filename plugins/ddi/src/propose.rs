//! Proposes a mapping by reading a codebook, and says what it understood of it. What only a
//! person knows stands in it as remarks: until these are filled in, nothing of it counts.

use std::fmt::{self, Write as _};

use gainsay_plugin::{
    Document, Lang, Said,
    form::{ListedValue, ListedVariable, MOST_VALUES, proposed_findings, told_variables},
    toml_string,
};

use crate::{
    frequencies::{Category, categories, variable},
    source::codebook,
    study::{self, Described},
    xml::Element,
};

const HEAD: [&str; 2] = [
    "\
# What only you know stands behind `#`: fill it in and take the marks away. Until `[study]` or
# a finding is there, nothing of this file counts. What is given in `[study]` goes before the codebook;
# without `[seen]`, the codebook itself is what was seen.
",
    "\
# Ce que le fichier ne dit pas suit un `#`\u{a0}: le remplir et ôter les marques. Tant que ni `[study]` ni
# un résultat n'est là, rien de ce fichier ne compte. Ce que donne `[study]` l'emporte sur le dictionnaire
# de codes\u{a0}; sans `[seen]`, c'est ce dictionnaire qui a été vu.
",
];

const STUDY: [&str; 2] = [
    "\
# strategy = \"survey\"
# unit = \"person\"
# universe = \"\"          # who was asked, a word of the vocabulary
# sampling = \"unknown\"

# [seen.archive]
# mark = \"publisher\"
# url = \"\"
",
    "\
# strategy = \"survey\"
# unit = \"person\"
# universe = \"\"          # qui a été interrogé, un mot du vocabulaire
# sampling = \"unknown\"

# [seen.archive]
# mark = \"publisher\"
# url = \"\"
",
];

/// What a mapping decides between, of a variable with both.
const WEIGHTED: [&str; 2] = [
    "# weighted = true        # the codebook has unweighted figures, too\n",
    "# weighted = true        # le dictionnaire de codes a aussi des chiffres non pondérés\n",
];

/// The text of a mapping, then what was understood, one thing with its value after the other.
///
/// # Errors
///
/// When the file is no codebook that can be read, or describes no answers, in words.
pub(crate) fn propose(document: &Document, lang: Lang) -> Result<Vec<[String; 2]>, Said> {
    let name = document.file_name();
    let refused = |why: Said| why.map(|why| format!("`{name}` {why}"));
    let (root, remark) = codebook(document).map_err(|error| refused(error.into()))?;
    let described = study::described(&root).map_err(|why| refused(why.into()))?;
    let variables: Vec<_> = root.all("dataDscr/var").into_iter().collect();
    let listed: Vec<_> = variables.iter().filter_map(|one| listed(&root, one, lang)).collect();
    if listed.iter().all(|one| one.values.is_empty()) {
        return Err(refused(
            [
                "has no variable with categories (`dataDscr/var/catgry`)",
                "n'a aucune variable à catégories (`dataDscr/var/catgry`)",
            ]
            .into(),
        ));
    }
    let mut text = String::new();
    write(&mut text, name, &described, &listed, lang).expect("writing to a string does not fail");
    let entry = |what: &str, value: &str| [what.to_owned(), value.to_owned()];
    let mut entries = vec![entry("mapping", &text), entry("codebook", "")];
    let said = [("title", Some(&described.title)), ("publisher", described.publisher.as_ref())];
    let said = said.into_iter().chain([("cases", described.cases.as_ref())]);
    entries.extend(said.filter_map(|(what, value)| Some(entry(what, value?))));
    entries.push(entry("variables", &listed.len().to_string()));
    entries.extend(remark.map(|remark| entry("remark", remark.pick(lang))));
    entries.extend(told_variables(&listed));
    Ok(entries)
}

fn write(
    text: &mut String,
    file: &str,
    described: &Described,
    listed: &[ListedVariable],
    lang: Lang,
) -> fmt::Result {
    let head = lang.of(HEAD);
    writeln!(text, "#:schema ddi.schema.json\n[data]\nfile = {}\n\n{head}", toml_string(file))?;
    let title = lang.of(["title:", "titre\u{a0}:"]);
    writeln!(text, "# [study]                # {title} {}", toml_string(&described.title))?;
    match &described.publisher {
        Some(name) => writeln!(text, "# publisher = {}", toml_string(name))?,
        None => {
            let remark = lang.of([
                "the codebook names no producer",
                "le dictionnaire de codes ne nomme pas de producteur",
            ]);
            writeln!(text, "# publisher = \"\"         # {remark}")?;
        }
    }
    text.push_str(lang.of(STUDY));
    text.push_str(&proposed_findings(listed, lang));
    Ok(())
}

/// A variable under a name that stands for no other one.
fn listed(root: &Element, one: &Element, lang: Lang) -> Option<ListedVariable> {
    let is_it = |name: &&str| variable(root, name).is_ok_and(|(found, _)| std::ptr::eq(found, one));
    let names = [one.attribute("name"), one.attribute("ID")];
    let name = names.into_iter().flatten().find(is_it)?.to_owned();
    let words = |path: &str| one.first(path).map(Element::words).unwrap_or_default();
    let label = match words("qstn/qstnLit") {
        question if question.is_empty() => words("labl"),
        question => question,
    };
    let categories = categories(one);
    let count = categories.len();
    let value = |one: &Category<'_>| {
        let count = one.figure("freq", false).or_else(|| one.figure("freq", true));
        let percent = || one.figure("percent", false).or_else(|| one.figure("percent", true));
        ListedValue {
            code: toml_string(if one.value.is_empty() { &one.label } else { &one.value }),
            label: one.label.clone(),
            count: count.map(|one| one.words).or_else(|| Some(percent()?.words + " %")),
            is_missing: one.is_missing,
        }
    };
    let (values, sort) = match count {
        0 => (Vec::new(), "-".to_owned()),
        _ if count > MOST_VALUES => (Vec::new(), format!("{count} catgry")),
        _ => (categories.iter().map(value).collect(), String::new()),
    };
    let keys = if has_both(&categories) { lang.of(WEIGHTED) } else { "" };
    Some(ListedVariable { name, label, sort, values, is_set: false, keys })
}

/// Whether there are weighted and unweighted figures.
fn has_both(categories: &[Category<'_>]) -> bool {
    let has = |weighted| {
        let mut kinds = ["freq", "percent"].into_iter();
        kinds.any(|kind| categories.iter().any(|one| one.figure(kind, weighted).is_some()))
    };
    has(true) && has(false)
}
