//! From categories with frequencies to findings.

use gainsay_plugin::{
    Document, Said, SourceError,
    form::{NO_PAGE, Words, error, page, steps},
    wire::{
        Derived, Figure, FigureUnit, Finding, Mark, Medium, Place, Question, QuestionKind, Says,
        Work,
    },
};

use crate::{
    entries::Entries,
    form::{FindingForm, Mapping},
    frequencies::{Category, answers, categories, number, valid, variable},
    xml::Element,
};

/// That words name no category.
const NO_CATEGORY: [&str; 2] =
    ["is no value and no label of a category", "n'est ni la valeur ni le libellé d'une catégorie"];
/// That words name more than one.
const SEVERAL_CATEGORIES: [&str; 2] =
    ["is the label of several categories", "est le libellé de plusieurs catégories"];
/// That words name one which is not counted.
const NO_ANSWER: [&str; 2] =
    ["is a category that stands for no answer", "est une catégorie qui tient lieu de non-réponse"];

/// What every entry of a mapping shares.
pub(crate) struct Maker<'a> {
    pub(crate) document: &'a Document,
    pub(crate) mapping: &'a Mapping,
    pub(crate) root: &'a Element,
    pub(crate) period: Option<Place>,
}

/// The figures of one entry.
struct Shown<'a> {
    variable: &'a Element,
    /// How the variable is called in addresses.
    name: String,
    categories: Vec<Category<'a>>,
    /// Positions of the categories that are counted.
    yes: Vec<usize>,
    weighted: bool,
}

impl Maker<'_> {
    /// The finding of an entry.
    ///
    /// # Errors
    ///
    /// When it names a variable, a category or a page that there is not, or when the
    /// codebook has no figures for it.
    pub(crate) fn record(
        &self,
        entry: &FindingForm,
        entries: &mut Entries,
    ) -> Result<Finding, SourceError> {
        let shown = self.shown(entry)?;
        let figure = shown.figure(entries).ok_or_else(|| {
            self.wrong(
                &entry.variable,
                [
                    "has no `catStat` for each of its categories",
                    "n'a pas de `catStat` pour chacune de ses catégories",
                ],
            )
        })?;
        let n = shown.cases(entries);
        let id = format!("{}/{}", self.document.stem(), entry.id.get_ref());
        let page = self.page(entry)?;
        // Without any page, the codebook itself is what was seen.
        let codebook = self.mapping.seen.is_empty().then_some(Mark::Publisher);
        let mark = entry.mark.or(page.map(|page| page.mark)).or(codebook);
        let mark = mark.ok_or_else(|| self.wrong(&entry.id, NO_PAGE))?;
        let says = Says::Share(figure);
        Ok(Finding {
            seen_at: page.map(|page| page.url.clone()),
            medium: Medium::Table,
            facets: entry.facets.clone(),
            cut: entry.cut.clone(),
            negated: entry.negated,
            undecided: entry.undecided,
            base: steps(&entry.base),
            n,
            period: self.period,
            question: Some(question(entry, &shown, self.root)),
            note: entry.note.clone(),
            ..Finding::new(id, self.document.study_id(), mark, entry.concept.clone(), says)
        })
    }

    fn shown(&self, entry: &FindingForm) -> Result<Shown<'_>, SourceError> {
        let (variable, name) = variable(self.root, entry.variable.get_ref())
            .map_err(|message| self.wrong(&entry.variable, message))?;
        let categories = categories(variable);
        let mut yes = Vec::new();
        for words in &entry.yes {
            let at = self.category(&categories, words)?;
            if yes.contains(&at) {
                return Err(self.wrong(words, ["is named twice", "est nommée deux fois"]));
            }
            yes.push(at);
        }
        if yes.is_empty() {
            return Err(self.wrong(
                &entry.id,
                [
                    "counts no category: `yes` is empty",
                    "ne compte aucune catégorie\u{a0}: `yes` est vide",
                ],
            ));
        }
        let has = |weighted| {
            let mut figures = categories.iter().filter_map(|one| {
                one.figure("freq", weighted).or_else(|| one.figure("percent", weighted))
            });
            figures.next().is_some()
        };
        let weighted = match (entry.weighted, has(true), has(false)) {
            (None, true, true) => {
                let message = [
                    "has weighted and unweighted figures: say `weighted`",
                    "a des chiffres pondérés et non pondérés\u{a0}: écrire `weighted`",
                ];
                return Err(self.wrong(&entry.variable, message));
            }
            (said, has_weighted, _) => said.unwrap_or(has_weighted),
        };
        Ok(Shown { variable, name, categories, yes, weighted })
    }

    fn category(&self, categories: &[Category<'_>], words: &Words) -> Result<usize, SourceError> {
        let of = |same: &dyn Fn(&Category<'_>) -> bool| {
            categories.iter().enumerate().filter(|(_, one)| same(one)).map(|(at, _)| at).collect()
        };
        let mut found: Vec<usize> = of(&|one| one.value == *words.get_ref());
        if found.is_empty() {
            found = of(&|one| one.label == *words.get_ref());
        }
        let at = match found.as_slice() {
            [at] => *at,
            [] => return Err(self.wrong(words, NO_CATEGORY)),
            _ => return Err(self.wrong(words, SEVERAL_CATEGORIES)),
        };
        match categories[at].is_missing {
            true => Err(self.wrong(words, NO_ANSWER)),
            false => Ok(at),
        }
    }

    /// The page of the codebook; a mapping with one page need not name it.
    fn page(&self, entry: &FindingForm) -> Result<Option<&Work>, SourceError> {
        page(self.document, &self.mapping.seen, entry.seen.as_ref())
    }

    fn wrong(&self, words: &Words, message: impl Into<Said>) -> SourceError {
        error(self.document, words, message)
    }
}

impl Shown<'_> {
    /// The share: a count of a count where there are frequencies, else percentages.
    fn figure(&self, entries: &mut Entries) -> Option<Figure> {
        if let Some(whole) = self.whole(self.weighted) {
            let yes = self.yes.iter().map(|&at| self.categories[at].figure("freq", self.weighted));
            let yes: Vec<_> = yes.collect::<Option<_>>()?;
            let addresses: Vec<_> = yes.iter().map(|one| one.address.as_str()).collect();
            let address = format!("{}/{}", self.name, addresses.join(" + "));
            let numbers = yes.iter().map(|one| number(&one.words)).collect::<Option<Vec<_>>>()?;
            let sum: f64 = numbers.into_iter().sum();
            if sum.fract() == 0.0 && whole.fract() == 0.0 {
                let at = entries.add(address, format!("{sum:.0}"));
                let whole = entries.add(self.whole_address(self.weighted), format!("{whole:.0}"));
                return Some(Figure { derived: Some(Derived::Ratio(whole)), ..Figure::at(at) });
            }
            let address = format!("{address} ÷ {whole}");
            let share = sum / whole;
            return share
                .is_finite()
                .then(|| Figure::at(entries.add(address, format!("{:.4} %", share * 100.0))));
        }
        let percents =
            self.yes.iter().map(|&at| self.categories[at].figure("percent", self.weighted));
        let percents: Vec<_> = percents.collect::<Option<_>>()?;
        let mut places = percents
            .into_iter()
            .map(|one| entries.add(format!("{}/{}", self.name, one.address), one.words))
            .collect::<Vec<_>>()
            .into_iter();
        let first = Figure::in_unit(places.next()?, FigureUnit::Percent);
        let rest: Vec<_> = places.collect();
        Some(Figure { derived: (!rest.is_empty()).then_some(Derived::Sum(rest)), ..first })
    }

    /// The sum of the frequencies of all categories that are answers.
    fn whole(&self, weighted: bool) -> Option<f64> {
        let answers = self.categories.iter().filter(|one| !one.is_missing);
        let numbers = answers.map(|one| number(&one.figure("freq", weighted)?.words));
        let whole: f64 = numbers.collect::<Option<Vec<_>>>()?.into_iter().sum();
        (whole > 0.0).then_some(whole)
    }

    /// Where it is: in no language but that of addresses.
    fn whole_address(&self, weighted: bool) -> String {
        format!("sum({}/{})", self.name, answers(&self.categories, weighted))
    }

    /// Where the unweighted number of answers is: as it is stated, or added up.
    fn cases(&self, entries: &mut Entries) -> Option<Place> {
        if let Some(stated) = valid(self.variable, false) {
            return Some(entries.add(format!("{}/{}", self.name, stated.address), stated.words));
        }
        let whole = self.whole(false).filter(|whole| whole.fract() == 0.0)?;
        Some(entries.add(self.whole_address(false), format!("{whole:.0}")))
    }
}

fn question(entry: &FindingForm, shown: &Shown<'_>, root: &Element) -> Question {
    let text = shown.variable.first("qstn/qstnLit").or_else(|| shown.variable.first("qstn"));
    let answers = shown.categories.iter().filter(|one| !one.is_missing);
    Question {
        id: entry.variable.get_ref().clone(),
        kind: entry.kind.unwrap_or(QuestionKind::Single),
        text: text.map(Element::words),
        lang: text
            .and_then(|text| text.attribute("lang"))
            .or(root.attribute("lang"))
            .map(str::to_owned),
        options: answers.map(|one| one.label.clone()).filter(|label| !label.is_empty()).collect(),
        complete: false,
        recall: None,
    }
}
