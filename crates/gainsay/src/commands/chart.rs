use std::path::Path;

use gainsay_claims::{EvidenceBase, Lang};
use gainsay_host::create_whole;
use gainsay_judge::{Judgement, PropositionJudgement, judge};
use gainsay_picture::{Fonts, Picture, pdf, png, svg};
use gainsay_report::{
    Speaker,
    chart::{self, NoChart},
    table::Filter,
};

use super::table::named;
use crate::{
    args::{ChartArgs, ChartKind, Global},
    base,
    exit::Exit,
    refusal::Refusal,
    select::unknown,
};

/// How many pixels of a PNG stand for one of the picture: enough for print in a column.
const SCALE: f64 = 2.0;

/// A form of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Pdf,
}

/// Draws a chart into a file.
pub(super) fn run(global: &Global, lang: Lang, args: &ChartArgs) -> Result<Exit, Refusal> {
    let form = form(&args.output).ok_or(Refusal::NoForm { file: args.output.clone() })?;
    let loaded = base::load(global)?;
    base::ensure_not_read(&args.output, &loaded.base, global)?;
    let judgement = judge(&loaded.base);
    let picture = picture(lang, args, &loaded.base, &judgement)?;
    let bytes = match form {
        Form::Svg => svg(&picture).into_bytes(),
        Form::Png => png(&picture, &Fonts::of_system()?, SCALE)?,
        Form::Pdf => pdf(&picture, &Fonts::of_system()?)?,
    };
    create_whole(&args.output, &bytes).map_err(|error| Refusal::NotWritten {
        file: args.output.to_string_lossy().into_owned(),
        error,
    })?;
    Ok(super::exit(global, &loaded.base))
}

fn form(file: &Path) -> Option<Form> {
    let ending = file.extension()?.to_string_lossy().to_lowercase();
    match ending.as_str() {
        "svg" => Some(Form::Svg),
        "png" => Some(Form::Png),
        "pdf" => Some(Form::Pdf),
        _ => None,
    }
}

fn picture(
    lang: Lang,
    args: &ChartArgs,
    base: &EvidenceBase,
    judgement: &Judgement,
) -> Result<Picture, Refusal> {
    takes_options(args)?;
    let speaker = Speaker::new(base, lang);
    let filter = Filter { since: args.since, until: args.until, ..Filter::default() };
    let meant = named(std::slice::from_ref(&args.name), judgement, base)?;
    let slope = || {
        // A concept stands for its options, even where it is a proposition itself.
        let options =
            judgement.propositions.iter().filter(|one| one.proposition.concept == args.name);
        let propositions: Vec<_> =
            meant.iter().copied().chain(options).map(|one| &one.proposition).collect();
        let is_study =
            |name: &String| base.sources.contains_key(name) || base.studies.contains_key(name);
        let within = Some(&args.name).filter(|name| is_study(name)).map(String::as_str);
        chart::slope(speaker, &judgement.orders, &propositions, within)
    };
    let drawn = match (args.kind, meant.as_slice()) {
        (Some(ChartKind::Slope), _) => slope(),
        (Some(ChartKind::Forest), [one]) => chart::forest(speaker, one, &filter),
        (Some(ChartKind::Timeline), [one]) => {
            known_houses(args, base)?;
            chart::timeline(speaker, one, &args.house, &filter)
        }
        (None, [one]) => {
            known_houses(args, base)?;
            let drawn = usual(speaker, one, &args.house, &filter);
            drawn.or_else(|why| if is_plain(args) { slope().map_err(|_| why) } else { Err(why) })
        }
        (None, _) if is_plain(args) && slope().is_ok() => slope(),
        (_, several) => return Err(several_propositions(&args.name, several)),
    };
    drawn.map_err(|why| Refusal::NoChart { name: args.name.clone(), why })
}

/// A forest if it can show all claims, else a timeline.
fn usual(
    speaker: Speaker<'_>,
    judged: &PropositionJudgement,
    houses: &[String],
    filter: &Filter,
) -> Result<Picture, NoChart> {
    if !houses.is_empty() {
        return chart::timeline(speaker, judged, houses, filter);
    }
    match chart::forest(speaker, judged, filter) {
        Err(NoChart::TooMany { .. }) => chart::timeline(speaker, judged, houses, filter),
        other => other,
    }
}

/// Whether nothing is asked that a slope does not take.
fn is_plain(args: &ChartArgs) -> bool {
    args.house.is_empty() && args.since.is_none() && args.until.is_none()
}

/// Refuses options that the kind asked for does not take.
fn takes_options(args: &ChartArgs) -> Result<(), Refusal> {
    let houses = (!args.house.is_empty()).then_some("--house");
    let years = args.since.map(|_| "--since").or(args.until.map(|_| "--until"));
    let refused = |option: Option<_>, kind| match option {
        Some(option) => Err(Refusal::ChartOption { option, kind }),
        None => Ok(()),
    };
    match args.kind {
        Some(ChartKind::Forest) => refused(houses, "forest"),
        Some(ChartKind::Slope) => refused(houses.or(years), "slope"),
        Some(ChartKind::Timeline) | None => Ok(()),
    }
}

/// Refuses publishers that no study has.
fn known_houses(args: &ChartArgs, base: &EvidenceBase) -> Result<(), Refusal> {
    let known = || base.studies.values().map(|study| study.said.publisher.as_str());
    match args.house.iter().find(|house| !known().any(|one| one == house.as_str())) {
        None => Ok(()),
        Some(house) => Err(unknown(house, known())),
    }
}

fn several_propositions(name: &str, several: &[&PropositionJudgement]) -> Refusal {
    const SHOWN: usize = 5;
    let shown = several.iter().take(SHOWN).map(|one| one.proposition.to_string());
    Refusal::Several { name: name.to_owned(), first: shown.collect(), count: several.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_form() {
        let form = |name: &str| form(Path::new(name));
        assert_eq!(form("out/x.svg"), Some(Form::Svg));
        assert_eq!(form("x.PNG"), Some(Form::Png));
        assert_eq!(form("x.pdf"), Some(Form::Pdf));
        assert_eq!([form("x.jpg"), form("svg")], [None, None]);
    }
}
