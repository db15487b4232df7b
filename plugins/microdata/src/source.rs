use gainsay_plugin::{
    Config, Document, Lang, Sink, Source, SourceDiagnostic, SourceError,
    form::{Words, error, error_of, list_proposal, named_by_a_form, no_study, proposes},
    wire::{Disclosed, Listing, Place, StudyRecord},
};

use crate::{
    data::Cell,
    file::{self, File},
    finding::{Findings, Maker},
    form::Mapping,
    propose::propose,
    select::{NO_VARIABLE, Survey},
};

/// That data have a weight and none.
const UNWEIGHTED: [&str; 2] = [
    "is a weight of data that are said to be unweighted",
    "est un poids de données dites non pondérées",
];

/// The plugin `microdata`.
#[derive(Default)]
pub struct Microdata {
    /// The language of the mapping that it is asked to propose rather than to follow one.
    proposes: Option<Lang>,
}

impl Source for Microdata {
    const ID: &'static str = "microdata";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        self.proposes = proposes(config)?;
        Ok(())
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        if let Some(lang) = self.proposes {
            return list_proposal(document, sink, |file| propose(file, lang));
        }
        if document.media_type != "application/toml" {
            return named_by_a_form(document, sink.folder(), "data.file");
        }
        let mapping: Mapping = gainsay_plugin::form::read(document)?;
        let study = mapping.study.as_ref();
        let study = study.map(|study| study.record(document, mapping.seen.values())).transpose()?;
        let file = file::open(document, &mapping, sink)?;
        let Some(study) = study else {
            // It is read, if nothing of it is used.
            let part = Some(document.stem().to_owned());
            sink.listing(file.document, Listing { part, ..Listing::default() })?;
            return Ok(sink.warn(no_study(
                &mapping.data.file,
                ["whose survey it is", "de qui est cette enquête"],
            ))?);
        };
        let weight = weight(document, &mapping, &file)?;
        let names = names(&mapping, &file, weight.as_deref());
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let answers = file.answers(&names);
        let answers = answers.map_err(|why| error_of(document, &mapping.data.file, why))?;
        let survey = Survey { document, dictionary: &file.dictionary, answers: &answers };
        let weights = weights(document, &mapping, &survey, sink)?;
        let made = count(survey, &mapping, weight.zip(weights.as_deref()))?;
        sink.study(StudyRecord { weighted: weighted(&study, &mapping), ..study })?;
        let part = made.listing.part.clone();
        sink.listing(file.document, made.listing)?;
        for finding in made.findings {
            sink.finding_in(file.document, part.as_deref(), finding)?;
        }
        Ok(())
    }
}

/// A study that is counted by a weight is weighted, even if the mapping does not say so.
fn weighted(study: &StudyRecord, mapping: &Mapping) -> Disclosed {
    match study.weighted {
        Disclosed::Unknown if mapping.data.weight.is_some() => Disclosed::Yes,
        said => said,
    }
}

fn count(
    survey: Survey<'_>,
    mapping: &Mapping,
    weight: Option<(String, &[Option<f64>])>,
) -> Result<Findings, SourceError> {
    let filter = survey.conditions(&mapping.data.filter)?;
    let part = Some(survey.document.stem().to_owned());
    let listing = Listing { part, ..Listing::default() };
    let made = Findings { listing, findings: Vec::new() };
    let mut maker = Maker { survey, mapping, filter, weight, made };
    for entry in &mapping.finding {
        maker.add(entry)?;
    }
    Ok(maker.made)
}

/// The name of the weight. What the file declares is neither used nor left aside
/// unless the mapping says so.
fn weight(
    document: &Document,
    mapping: &Mapping,
    file: &File<'_>,
) -> Result<Option<String>, SourceError> {
    let data = &mapping.data;
    match (&data.weight, &file.dictionary.weight) {
        (Some(name), _) if data.unweighted => Err(error(document, name, UNWEIGHTED)),
        (Some(name), _) => match file.dictionary.variable(name.get_ref()) {
            Some(variable) => Ok(Some(variable.name.clone())),
            None => Err(error(document, name, NO_VARIABLE)),
        },
        (None, Some(declared)) if !data.unweighted => {
            let message = [
                format!(
                    "is weighted by `{declared}`: say `weight = \"{declared}\"` or \
                     `unweighted = true`"
                ),
                format!(
                    "est pondéré par `{declared}`\u{a0}: écrire `weight = \"{declared}\"` ou \
                     `unweighted = true`"
                ),
            ];
            Err(error_of(document, &data.file, message))
        }
        (None, _) => Ok(None),
    }
}

/// The weights of all cases; those without one count for nobody, which is told.
fn weights(
    document: &Document,
    mapping: &Mapping,
    survey: &Survey<'_>,
    sink: &mut Sink<'_>,
) -> Result<Option<Vec<Option<f64>>>, SourceError> {
    let Some(words) = &mapping.data.weight else { return Ok(None) };
    let column = survey.column(words, &[])?;
    let mut weights = Vec::new();
    for case in 0..survey.answers.cases {
        weights.push(match column.answer(case) {
            Some(Cell::Text(_)) => {
                let (name, case) = (words.get_ref(), case + 1);
                let message = [
                    format!("`{name}` of case {case} is no number"),
                    format!("`{name}` du cas {case} n'est pas un nombre"),
                ];
                return Err(error(document, words, message));
            }
            Some(Cell::Number(weight)) if weight > 0.0 => Some(weight),
            _ => None,
        });
    }
    let unused = weights.iter().filter(|weight| weight.is_none()).count();
    if unused > 0 {
        let name = words.get_ref();
        let message = [
            format!("{unused} cases have no positive weight in `{name}` and are not counted"),
            format!("{unused} cas n'ont pas de poids positif dans `{name}` et ne sont pas comptés"),
        ];
        sink.warn(SourceDiagnostic::new(message).at(Place::span(words.span())))?;
    }
    Ok(Some(weights))
}

/// The variables that the mapping needs, as the dictionary names them; those that it
/// does not have are told where they are used.
fn names(mapping: &Mapping, file: &File<'_>, weight: Option<&str>) -> Vec<String> {
    let conditions = mapping.data.filter.iter();
    let conditions = conditions.chain(mapping.group.values().flat_map(|group| &group.filter));
    let conditions = conditions.chain(mapping.finding.iter().flat_map(|entry| &entry.filter));
    let conditions = conditions.map(|condition| condition.variable.get_ref());
    let entries = mapping.finding.iter().filter_map(|entry| entry.variable.as_ref());
    let sets = mapping.finding.iter().filter_map(|entry| entry.set.as_ref());
    let of_set = |name: &Words| {
        let set = file.dictionary.sets.iter().find(|set| set.name == *name.get_ref());
        set.map(|set| set.variables.as_slice()).unwrap_or_default()
    };
    let all = conditions.chain(entries.map(Words::get_ref)).chain(sets.flat_map(of_set));
    let all = all.map(String::as_str).chain(weight);
    let known = all.filter_map(|name| file.dictionary.variable(name));
    let names: indexmap::IndexSet<String> = known.map(|one| one.name.clone()).collect();
    names.into_iter().collect()
}
