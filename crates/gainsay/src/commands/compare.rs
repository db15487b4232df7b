use gainsay_claims::{
    Lang,
    policy::Policy,
    sample::Sample,
    value::{self, Quantity},
};
use gainsay_judge::stats::{
    BreakEven, DesignEffect, Ends, Facing, Polled, Reported, SampleSize, Thresholds, break_even,
    break_even_one_known, compare, ladder, unknown_size_verdict,
};
use gainsay_report::{
    compare::{Compared, Outcome, Side, render},
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
    let thresholds = Thresholds { deff, ..Thresholds::default() };
    let (a, b) = (ends(&first)?, ends(&second)?);
    let facing = Facing::new(a, b);
    let (result, break_even) = outcome((a, known(&first)?), (b, known(&second)?), &thresholds);
    Ok(Compared {
        sides: [first, second],
        deff: deff.value(),
        facing: [facing.first, facing.second],
        gap: facing.gap(),
        odds: facing.odds(),
        break_even,
        result,
    })
}

type Figure = (Ends, Option<SampleSize>);

fn outcome(first: Figure, second: Figure, thresholds: &Thresholds) -> (Outcome, BreakEven) {
    let ((a, n_a), (b, n_b)) = (first, second);
    let (deff, alpha) = (thresholds.deff, thresholds.alpha);
    let at = |ends, n: SampleSize| Reported { ends, size: n.effective(deff) };
    let size = match (n_a, n_b) {
        (Some(n), None) => break_even_one_known(at(a, n), b, deff, alpha),
        (None, Some(n)) => break_even_one_known(at(b, n), a, deff, alpha),
        (Some(_), Some(_)) | (None, None) => break_even(a, b, deff, alpha),
    };
    let outcome = match (n_a, n_b) {
        (Some(n_a), Some(n_b)) => {
            let polled = [Polled { ends: a, n: n_a }, Polled { ends: b, n: n_b }];
            Outcome::Tested {
                test: Box::new(compare(at(a, n_a), at(b, n_b), thresholds)),
                ladder: Box::new(ladder(polled[0], polled[1], thresholds)),
            }
        }
        _ => Outcome::Untested(unknown_size_verdict(a, b, size, thresholds)),
    };
    (outcome, size)
}

fn ends(side: &Side) -> Result<Ends, Refusal> {
    Ends::new(side.share.lo_f64(), side.share.hi_f64())
        .map_err(|_| Refusal::NotAShare { text: side.text.clone() })
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
