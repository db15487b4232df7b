//! What mappings of files share: pages, bases, and how figures are written.

use gainsay_claims::{
    value::{Quantity, Unit, read},
    wire::{BaseStep, Derived, Figure, FigureUnit, Place, Work},
};
use indexmap::IndexMap;
use serde::Deserialize;

use super::{findings::missing, places::Words};
use crate::{Document, SourceError};

/// The page of `[seen]` with this name. Where none is named, the only one there is, if
/// there is only one.
///
/// # Errors
///
/// When there is no page of this name.
pub fn page<'a>(
    document: &Document,
    seen: &'a IndexMap<String, Work>,
    name: Option<&Words>,
) -> Result<Option<&'a Work>, SourceError> {
    let Some(name) = name else { return Ok(seen.values().next().filter(|_| seen.len() == 1)) };
    seen.get(name.get_ref()).map(Some).ok_or_else(|| missing(document, "seen", name))
}

/// Steps of a base by their names, without shares.
pub fn steps<Name: Into<String>>(names: impl IntoIterator<Item = Name>) -> Vec<BaseStep> {
    let step = |who: Name| BaseStep { who: who.into(), share: None, words: None };
    names.into_iter().map(step).collect()
}

/// The number of cases that words state, as the core reads them; for comparing, never for a
/// claim.
///
/// ```
/// use gainsay_plugin::form::cases;
///
/// for words in ["1500", "1 500", "1,500", "1.500"] {
///     assert_eq!(cases(words), Some(1500.0), "{words}");
/// }
/// assert_eq!([cases("812.5"), cases("37 %"), cases("n/a")], [None; 3]);
/// ```
pub fn cases(words: &str) -> Option<f64> {
    match read(words, None, Some(Unit::Count)).ok()?.quantity {
        Quantity::Count { set } => Some(set.lo_f64()),
        _ => None,
    }
}

/// How the shares of a table are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figures {
    /// `37%`, `37`.
    Percent,
    /// `0.37`.
    Fraction,
    /// `1127`, to be divided by the size of its base.
    Count,
}

impl Figures {
    /// The figure of these words; `whole` is where the size of its base is written. A
    /// figure with a sign of percent says its unit itself.
    pub fn figure(self, at: Place, words: &str, whole: Option<Place>) -> Figure {
        match (self, whole) {
            _ if words.contains('%') => Figure::at(at),
            (Self::Count, Some(whole)) => Figure {
                derived: Some(Derived::Ratio(whole)),
                ..Figure::in_unit(at, FigureUnit::Count)
            },
            (Self::Count, None) => Figure::in_unit(at, FigureUnit::Count),
            (Self::Percent, _) => Figure::in_unit(at, FigureUnit::Percent),
            (Self::Fraction, _) => Figure::in_unit(at, FigureUnit::Proportion),
        }
    }

    /// The least and the greatest share that words state, as the core reads them, fractions of
    /// the base; none of counts. For comparing, never for a claim.
    ///
    /// ```
    /// use gainsay_plugin::form::Figures;
    ///
    /// assert_eq!(Figures::Percent.share("37"), Some((0.365, 0.375)));
    /// assert_eq!(Figures::Fraction.share("0,375"), Some((0.3745, 0.3755)));
    /// assert_eq!(Figures::Fraction.share("12 %"), Some((0.115, 0.125)));
    /// assert_eq!([Figures::Count.share("12"), Figures::Percent.share("n/a")], [None; 2]);
    /// ```
    pub fn share(self, words: &str) -> Option<(f64, f64)> {
        let unit = match self {
            _ if words.contains('%') => Unit::Percent,
            Self::Percent => Unit::Percent,
            Self::Fraction => Unit::Proportion,
            Self::Count => return None,
        };
        match read(words, None, Some(unit)).ok()?.quantity {
            Quantity::Share { hard, .. } => Some((hard.lo_f64(), hard.hi_f64())),
            _ => None,
        }
    }
}
