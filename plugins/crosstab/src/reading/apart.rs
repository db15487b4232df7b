//! Answers that nothing tells from each other. A question that says several things of one
//! proposition contradicts itself; a mapping that does not say what each answer is would make
//! it seem so.

use std::collections::BTreeMap;

use gainsay_plugin::{
    SourceDiagnostic,
    form::{Words, few},
    wire::Place,
};
use indexmap::IndexMap;

use super::answers::Question;
use crate::form::{AnswerForm, Measure};

impl<'a> Question<'a> {
    /// The concept that an answer measures, once somebody has named it.
    pub(super) fn concept(&self, answer: &'a AnswerForm) -> Option<&'a String> {
        answer.concept.as_ref().or(self.form.concept.as_ref())
    }

    /// What all answers are told apart by, with that of one.
    pub(super) fn facets(&self, answer: &AnswerForm) -> IndexMap<String, String> {
        let mut facets = self.form.facets.clone();
        facets.extend(answer.facets.clone());
        facets
    }

    /// The names of answers that are about the same as another one, as they are written.
    pub(super) fn alike(&self) -> Vec<&'a Words> {
        let mut names: BTreeMap<_, Vec<&Words>> = BTreeMap::new();
        for (name, answer) in self.answers() {
            if let Some(about) = self.about(answer) {
                names.entry(about).or_default().push(name);
            }
        }
        let several = names.into_values().filter(|names| names.len() > 1);
        let mut alike: Vec<_> = several.flatten().collect();
        alike.sort_by_key(|name| name.span().start);
        alike
    }

    /// What an answer is about: the same of two is one proposition. None as long as it does not
    /// count, or says itself that it is not known.
    fn about(&self, answer: &'a AnswerForm) -> Option<impl Ord + use<'a>> {
        let concept = self.concept(answer).filter(|_| answer.says != Measure::NoAnswer)?;
        let mut facets: Vec<_> = self.facets(answer).into_iter().collect();
        if facets.iter().any(|(_, value)| value == "unknown") {
            return None;
        }
        facets.sort();
        let is_mean = answer.says == Measure::Mean;
        Some((concept, facets, &answer.cut, answer.negated, is_mean))
    }

    /// Names such answers.
    pub(super) fn not_told_apart(&self) -> Option<SourceDiagnostic> {
        const NAMED: usize = 10;
        let alike = self.alike();
        let first = alike.first()?;
        let names: Vec<_> = alike.iter().map(|name| format!("`{}`", name.get_ref())).collect();
        let [en, fr] = few(&names, NAMED);
        let question = self.name.get_ref();
        let message = [
            format!("nothing tells answers of `{question}` apart, and they do not count: {en}"),
            format!(
                "rien ne distingue des réponses de `{question}`, et elles ne comptent pas\u{a0}: \
                 {fr}"
            ),
        ];
        let help = [
            "say by `facets` what each is, by `negated = true` which one is the no, by \
             `says = \"no-answer\"` which one is no answer, or name the `concept` of each",
            "dire par `facets` ce qu'est chacune, par `negated = true` laquelle est le non, par \
             `says = \"no-answer\"` laquelle n'est pas une réponse, ou nommer le `concept` de \
             chacune",
        ];
        Some(SourceDiagnostic::new(message).at(Place::span(first.span())).help(help))
    }
}
