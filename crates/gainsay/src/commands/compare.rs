use gainsay_claims::{
    Lang,
    policy::Policy,
    sample::Sample,
    value::{self, Quantity},
};
use gainsay_judge::{
    judge,
    stats::{DesignEffect, Ends, Facing, Figure, SampleSize, Thresholds, find, size_needed},
};
use gainsay_report::{
    Speaker,
    compare::{Compared, Side, render},
    confront::{self, Confronted},
    json,
};

use crate::{
    args::{Global, OutputFormat},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints how two claims of a base, or two published figures, compare.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    texts: [String; 2],
    sizes: &[String],
    deff: f64,
) -> Result<Exit, Refusal> {
    if texts.iter().all(|text| is_claim(text)) {
        return claims(global, lang, texts.each_ref().map(String::as_str), sizes);
    }
    if sizes.len() > 2 {
        return Err(Refusal::TooManySizes);
    }
    let [first, second] = texts;
    let first = side(first, sizes.first())?;
    let second = side(second, sizes.get(1))?;
    let deff = DesignEffect::new(deff).map_err(|_| Refusal::BadDesignEffect)?;
    let compared = compared(first, second, deff)?;
    let text = match global.output_format {
        OutputFormat::Json => json::compare(&compared),
        _ => {
            let policy = Policy { design_effect: deff.value(), ..Policy::default() };
            render(lang, &compared, &policy)
        }
    };
    output::print(&text, global.color)?;
    Ok(Exit::Clean)
}

/// Whether a text has the form of a claim's id, `source/study/claim`, whose last part may be a
/// path; no figure has.
fn is_claim(text: &str) -> bool {
    text.split('/').filter(|part| !part.is_empty()).count() >= 3
        && value::read(text, None, None).is_err()
}

fn claims(global: &Global, lang: Lang, ids: [&str; 2], sizes: &[String]) -> Result<Exit, Refusal> {
    if !sizes.is_empty() {
        return Err(Refusal::SizesOfClaims);
    }
    let loaded = base::load(global)?;
    let judgement = judge(&loaded.base);
    let known = || loaded.base.claims.keys().map(String::as_str);
    if let Some(id) = ids.into_iter().find(|id| !loaded.base.claims.contains_key(*id)) {
        return Err(unknown(id, known()));
    }
    let speaker = Speaker::new(&loaded.base, lang);
    let Some(confronted) = Confronted::of(ids, &judgement, &loaded.base) else {
        return Err(unknown(ids[0], known()));
    };
    let text = match global.output_format {
        OutputFormat::Json => json::compare_claims(speaker, &confronted),
        _ => confront::render(speaker, &confronted, &judgement),
    };
    output::print(&text, global.color)?;
    Ok(super::exit(global, &loaded.base))
}

fn side(text: String, size: Option<&String>) -> Result<Side, Refusal> {
    let reading = match value::read(&text, None, None) {
        Ok(reading) => reading,
        Err(error) => return Err(Refusal::NotAFigure { text, error }),
    };
    let Quantity::Share { hard, .. } = reading.quantity else {
        return Err(Refusal::NotAShare { text });
    };
    let n = match size.map(|size| size.trim()) {
        None | Some("?") => Sample::Unknown,
        Some(size) => {
            Sample::read(size).ok_or_else(|| Refusal::NotASize { text: size.to_owned() })?
        }
    };
    Ok(Side { text, share: hard, n })
}

fn compared(first: Side, second: Side, deff: DesignEffect) -> Result<Compared, Refusal> {
    let thresholds = Thresholds::default().with_deff(deff);
    let (a, b) = (figure(&first, deff)?, figure(&second, deff)?);
    let facing = Facing::new(a.ends, b.ends);
    Ok(Compared {
        sides: [first, second],
        deff: deff.value(),
        facing: [facing.first, facing.second],
        gap: facing.gap(),
        odds: facing.odds(),
        break_even: size_needed(a, b, &thresholds),
        result: find(a, b, &thresholds),
    })
}

fn figure(side: &Side, deff: DesignEffect) -> Result<Figure, Refusal> {
    let ends =
        Ends::of(&side.share).ok_or_else(|| Refusal::NotAShare { text: side.text.clone() })?;
    Ok(Figure { ends, n: known(side)?, deff })
}

/// The size to compute with, if one follows from the words.
fn known(side: &Side) -> Result<Option<SampleSize>, Refusal> {
    let Some(n) = side.n.size() else {
        return Ok(None);
    };
    #[expect(clippy::cast_precision_loss, reason = "no survey asks 2^53 people")]
    let size = SampleSize::new(n as f64);
    size.map(Some).map_err(|_| Refusal::NotASize { text: n.to_string() })
}
