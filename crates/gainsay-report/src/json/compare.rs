//! The output of `gainsay compare`.

use gainsay_judge::{
    published::Compared,
    stats::{BreakEven, Found, Rung},
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    pair::{Strength as StrengthOutput, Test, Verdict},
    parts::{Cases, Range, Set, finite},
    text,
};

/// What `gainsay compare --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Compare {
    /// `gainsay/compare/1`.
    schema: &'static str,
    figures: Vec<Figure>,
    design_effect: f64,
    verdict: Verdict,
    /// Two-sided; present when both sizes are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<f64>,
    /// Newcombe interval of first minus second at the facing ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    ci: Option<Range>,
    /// The nearest values of the two figures.
    facing: [f64; 2],
    /// Their distance.
    gap: f64,
    /// Their odds ratio; absent when unbounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    odds: Option<f64>,
    /// The size from which on the gap is more than sampling explains: of both, or
    /// of the one that is unknown. Absent when no size would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    break_even_n: Option<u64>,
    /// The test at each design effect, when both sizes are known.
    ladder: Vec<Step>,
    /// How far a conflict survives; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<StrengthOutput>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Figure {
    text: String,
    share: Set,
    cases: Cases,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    design_effect: f64,
    verdict: Verdict,
    test: Test,
}

/// Writes how two figures compare.
pub fn compare(compared: &Compared) -> String {
    let mut output = Compare {
        schema: "gainsay/compare/1",
        figures: figures(compared),
        design_effect: compared.deff,
        verdict: Verdict::NotEstablished,
        p: None,
        ci: None,
        facing: compared.facing,
        gap: compared.gap,
        odds: finite(compared.odds),
        break_even_n: match compared.break_even {
            BreakEven::At(n) => Some(n),
            BreakEven::Never | BreakEven::Overlap => None,
        },
        ladder: Vec::new(),
        strength: None,
    };
    match &compared.result {
        Found::Untested(verdict) => output.verdict = (*verdict).into(),
        Found::Tested { test, ladder } => {
            output.verdict = test.verdict.into();
            output.p = Some(test.p);
            output.ci = Some(test.ci.into());
            output.ladder = ladder.rungs.iter().map(step).collect();
            output.strength = ladder.strength.map(StrengthOutput::from);
        }
    }
    text(&output)
}

fn figures(compared: &Compared) -> Vec<Figure> {
    let sides = compared.sides.iter();
    sides
        .map(|side| Figure {
            text: side.text.clone(),
            share: side.share.into(),
            cases: side.n.into(),
        })
        .collect()
}

fn step(rung: &Rung) -> Step {
    Step {
        design_effect: rung.deff.value(),
        verdict: rung.test.verdict.into(),
        test: Test::new(&rung.test, None),
    }
}
