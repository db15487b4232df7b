//! Published figures: what they mean, and how two of them compare.

use gainsay_claims::{
    Lang,
    value::{self, Quantity, Reading as Read, ReportingSet},
};
use gainsay_judge::{
    published::{BadFigure, Compared},
    stats::{BreakEven, Found, Rung},
};
use pyo3::{IntoPyObject, PyResult, Python, pyfunction};

use crate::fault::{guarded, refused};

/// What a figure means; a dictionary in Python. Shares are fractions of the base.
#[derive(IntoPyObject)]
pub(crate) struct Reading {
    words: String,
    unit: &'static str,
    lo: f64,
    /// None where there is no upper end.
    hi: Option<f64>,
    lo_open: bool,
    hi_open: bool,
    /// What a reader likely takes a share for.
    likely: Option<(f64, f64)>,
    currency: Option<String>,
    hedge: &'static str,
    kind: &'static str,
    decimals: u8,
    rhetorical: bool,
}

/// Reads a figure. `lang` is the language that it is written in; without, English and French are
/// tried.
///
/// # Errors
/// When the text is no figure.
#[pyfunction]
#[pyo3(signature = (text, lang=None))]
pub(crate) fn read(py: Python<'_>, text: String, lang: Option<&str>) -> PyResult<Reading> {
    let lang = lang.map(language).transpose()?;
    guarded(py, || {
        let found = value::read(&text, lang, None);
        found
            .map(|found| reading(text.clone(), &found))
            .map_err(|error| not_a_figure(&text, &error))
    })
}

fn not_a_figure(text: &str, error: &value::ValueError) -> String {
    // The error quotes what it could not read, too.
    format!("cannot read {}: {}", cut(text), elided(&error.to_string()))
}

/// A text as messages quote it.
fn cut(text: &str) -> String {
    match text.char_indices().nth(80) {
        None => format!("{text:?}"),
        Some((end, _)) => format!("{:?}", format!("{}…", &text[..end])),
    }
}

/// A message of which the middle is left out if it is long: it begins with what was found, and
/// ends with what is wrong with it.
fn elided(text: &str) -> String {
    let mut signs = text.char_indices();
    match (signs.nth(80), signs.nth_back(60)) {
        (Some((head, _)), Some((tail, _))) => format!("{}…{}", &text[..head], &text[tail..]),
        _ => text.to_owned(),
    }
}

fn language(name: &str) -> PyResult<Lang> {
    match name {
        "en" => Ok(Lang::En),
        "fr" => Ok(Lang::Fr),
        _ => Err(refused(format!("no language {}; there are \"en\" and \"fr\"", cut(name)))),
    }
}

fn reading(words: String, read: &Read) -> Reading {
    let of_share =
        |set: &ReportingSet| (set.lo_f64(), Some(set.hi_f64()), set.lo_open(), set.hi_open());
    let (lo, hi, lo_open, hi_open) = match &read.quantity {
        Quantity::Share { hard: set, .. } | Quantity::Points(set) => of_share(set),
        Quantity::PercentChange(set)
        | Quantity::Factor(set)
        | Quantity::Count { set }
        | Quantity::Money { set, .. } => (set.lo_f64(), set.hi_f64(), set.lo_open(), set.hi_open()),
        Quantity::Rank(place) => (f64::from(*place), Some(f64::from(*place)), false, false),
    };
    Reading {
        words,
        unit: read.quantity.name(),
        lo,
        hi,
        lo_open,
        hi_open,
        likely: match &read.quantity {
            Quantity::Share { soft, .. } => Some((soft.lo_f64(), soft.hi_f64())),
            _ => None,
        },
        currency: match &read.quantity {
            Quantity::Money { currency, .. } => Some(currency.to_string()),
            _ => None,
        },
        hedge: read.hedge.name(),
        kind: read.kind.name(),
        decimals: read.decimals,
        rhetorical: read.rhetorical,
    }
}

/// How two shares compare; a dictionary in Python. Gaps are differences of fractions.
#[derive(IntoPyObject)]
pub(crate) struct Comparison {
    verdict: &'static str,
    p: Option<f64>,
    ci: Option<(f64, f64)>,
    facing: (f64, f64),
    gap: f64,
    /// None where unbounded.
    odds: Option<f64>,
    break_even_n: Option<u64>,
    strength: Option<&'static str>,
    design_effect: f64,
    ladder: Vec<Step>,
}

/// The test at one design effect.
#[derive(IntoPyObject)]
struct Step {
    design_effect: f64,
    verdict: &'static str,
    p: f64,
    ci: (f64, f64),
}

/// Compares two shares. `sizes` are numbers of people, or `?`.
///
/// # Errors
/// When a text is no share or no size, or the design effect is below 1.
#[pyfunction]
pub(crate) fn compare(
    py: Python<'_>,
    first: String,
    second: String,
    sizes: Vec<String>,
    deff: f64,
) -> PyResult<Comparison> {
    guarded(py, || {
        let found = Compared::of([first, second], &sizes, deff);
        found.map(|found| comparison(&found)).map_err(|why| said(&why))
    })
}

fn said(why: &BadFigure) -> String {
    match why {
        BadFigure::NotAFigure { text, error } => not_a_figure(text, error),
        BadFigure::NotAShare { text } => {
            format!("{} is no share of a base; write 28 %", cut(text))
        }
        BadFigure::NotASize { text } => format!("{} is no number of people", cut(text)),
        BadFigure::TooManySizes => "n holds more sizes than there are figures".to_owned(),
        BadFigure::BadDesignEffect => "a design effect is a number of at least 1".to_owned(),
    }
}

fn comparison(found: &Compared) -> Comparison {
    let (verdict, test, ladder, strength) = match &found.result {
        Found::Untested(verdict) => (verdict.name(), None, Vec::new(), None),
        Found::Tested { test, ladder } => {
            let steps = ladder.rungs.iter().map(step).collect();
            (test.verdict.name(), Some(test), steps, ladder.strength)
        }
    };
    Comparison {
        verdict,
        p: test.map(|test| test.p),
        ci: test.map(|test| (test.ci.lo, test.ci.hi)),
        facing: found.facing.into(),
        gap: found.gap,
        odds: Some(found.odds).filter(|odds| odds.is_finite()),
        break_even_n: match found.break_even {
            BreakEven::At(n) => Some(n),
            BreakEven::Never | BreakEven::Overlap => None,
        },
        strength: strength.map(|strength| strength.name()),
        design_effect: found.deff,
        ladder,
    }
}

fn step(rung: &Rung) -> Step {
    Step {
        design_effect: rung.deff.value(),
        verdict: rung.test.verdict.name(),
        p: rung.test.p,
        ci: (rung.test.ci.lo, rung.test.ci.hi),
    }
}
