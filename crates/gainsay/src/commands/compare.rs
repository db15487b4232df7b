use gainsay_claims::{
    Lang,
    policy::Policy,
    sample::Sample,
    value::{self, Quantity},
};
use gainsay_judge::stats::{
    DesignEffect, Ends, Facing, Figure, SampleSize, Thresholds, find, size_needed,
};
use gainsay_report::{
    compare::{Compared, Side, render},
    json,
};

use crate::{
    args::{Global, OutputFormat},
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Prints how two published figures compare, without a base.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    texts: [String; 2],
    sizes: &[String],
    deff: f64,
) -> Result<Exit, Refusal> {
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
        OutputFormat::Full | OutputFormat::Concise => {
            let policy = Policy { design_effect: deff.value(), ..Policy::default() };
            render(lang, &compared, &policy)
        }
    };
    output::print(&text, global.color)?;
    Ok(Exit::Clean)
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
