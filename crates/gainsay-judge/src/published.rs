//! Two published figures, held against each other without a base.

use gainsay_claims::{
    sample::Sample,
    value::{self, Quantity, ReportingSet, ValueError},
};

use crate::stats::{
    BreakEven, DesignEffect, Ends, Facing, Figure, Found, SampleSize, Thresholds, find, size_needed,
};

/// The comparison of two figures.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The two sides, in the order given.
    pub sides: [Side; 2],
    /// The design effect assumed of both.
    pub deff: f64,
    /// The facing ends, fractions of the base.
    pub facing: [f64; 2],
    /// Their distance, a difference of fractions.
    pub gap: f64,
    /// Their odds ratio, at least 1; may be infinite.
    pub odds: f64,
    /// From which size on the gap is more than sampling explains: the common size,
    /// or that of the one side whose size is unknown.
    pub break_even: BreakEven,
    /// What the figures say.
    pub result: Found,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Side {
    /// As given.
    pub text: String,
    /// As read.
    pub share: ReportingSet,
    /// Its number of cases.
    pub n: Sample,
}

/// Why a figure cannot be read or compared.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum BadFigure {
    /// A text that is no figure.
    #[error("not a figure")]
    NotAFigure {
        /// The text.
        text: String,
        /// Why.
        error: ValueError,
    },
    /// A figure that is no share.
    #[error("not a share")]
    NotAShare {
        /// The text.
        text: String,
    },
    /// A text that is no number of people.
    #[error("not a size")]
    NotASize {
        /// The text.
        text: String,
    },
    /// More sizes than figures.
    #[error("too many sizes")]
    TooManySizes,
    /// A design effect below 1.
    #[error("bad design effect")]
    BadDesignEffect,
}

impl Compared {
    /// Compares two shares as published. `sizes` are numbers of people in words, one for each
    /// figure; one that is missing, or `?`, is not known. `deff` is the design effect assumed of
    /// both.
    ///
    /// # Errors
    /// When a text is no share or no size, or the design effect is below 1.
    pub fn of(texts: [String; 2], sizes: &[String], deff: f64) -> Result<Self, BadFigure> {
        if sizes.len() > 2 {
            return Err(BadFigure::TooManySizes);
        }
        let [first, second] = texts;
        let first = Side::read(first, sizes.first())?;
        let second = Side::read(second, sizes.get(1))?;
        let deff = DesignEffect::new(deff).map_err(|_| BadFigure::BadDesignEffect)?;
        Self::between([first, second], deff)
    }

    fn between(sides: [Side; 2], deff: DesignEffect) -> Result<Self, BadFigure> {
        let thresholds = Thresholds::default().with_deff(deff);
        let (a, b) = (sides[0].figure(deff)?, sides[1].figure(deff)?);
        let facing = Facing::new(a.ends, b.ends);
        Ok(Self {
            sides,
            deff: deff.value(),
            facing: [facing.first, facing.second],
            gap: facing.gap(),
            odds: facing.odds(),
            break_even: size_needed(a, b, &thresholds),
            result: find(a, b, &thresholds),
        })
    }
}

impl Side {
    fn read(text: String, size: Option<&String>) -> Result<Self, BadFigure> {
        let reading = match value::read(&text, None, None) {
            Ok(reading) => reading,
            Err(error) => return Err(BadFigure::NotAFigure { text, error }),
        };
        let Quantity::Share { hard, .. } = reading.quantity else {
            return Err(BadFigure::NotAShare { text });
        };
        let n = match size.map(|size| size.trim()) {
            None | Some("?") => Sample::Unknown,
            Some(size) => {
                Sample::read(size).ok_or_else(|| BadFigure::NotASize { text: size.to_owned() })?
            }
        };
        Ok(Self { text, share: hard, n })
    }

    fn figure(&self, deff: DesignEffect) -> Result<Figure, BadFigure> {
        let ends = Ends::of(&self.share)
            .ok_or_else(|| BadFigure::NotAShare { text: self.text.clone() })?;
        Ok(Figure { ends, n: self.size()?, deff })
    }

    /// The size to compute with, if one follows from the words.
    fn size(&self) -> Result<Option<SampleSize>, BadFigure> {
        let Some(n) = self.n.size() else {
            return Ok(None);
        };
        #[expect(clippy::cast_precision_loss, reason = "no survey asks 2^53 people")]
        let size = SampleSize::new(n as f64);
        size.map(Some).map_err(|_| BadFigure::NotASize { text: n.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: [&str; 2], sizes: &[&str], deff: f64) -> Result<Compared, BadFigure> {
        let sizes: Vec<String> = sizes.iter().map(|size| (*size).to_owned()).collect();
        Compared::of(texts.map(str::to_owned), &sizes, deff)
    }

    #[test]
    fn sizes_that_are_told_give_a_test_and_others_none() {
        let known = of(["28 %", "18 %"], &["300", "1000"], 2.0).unwrap();
        assert!(matches!(known.result, Found::Tested { .. }), "{:?}", known.result);
        for sizes in [&[][..], &["?"], &["300", "?"]] {
            let unknown = of(["28 %", "18 %"], sizes, 2.0).unwrap();
            assert!(matches!(unknown.result, Found::Untested(_)), "{sizes:?}");
        }
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        let why = |texts, sizes: &[&str], deff| of(texts, sizes, deff).unwrap_err();
        let shares = ["28 %", "18 %"];
        assert!(matches!(why(["many", "18 %"], &[], 2.0), BadFigure::NotAFigure { .. }));
        let euros = BadFigure::NotAShare { text: "3 €".to_owned() };
        assert_eq!(why(["28 %", "3 €"], &[], 2.0), euros);
        let few = BadFigure::NotASize { text: "few".to_owned() };
        assert_eq!(why(shares, &["300", "few"], 2.0), few);
        assert_eq!(why(shares, &["1", "2", "3"], 2.0), BadFigure::TooManySizes);
        assert_eq!(why(shares, &[], 0.5), BadFigure::BadDesignEffect);
    }
}
