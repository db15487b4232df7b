//! Letters of significance, and whether a test of our own gives the same ones.
//!
//! A letter behind a figure names a column whose share is smaller by more than chance. The
//! test is the one that tables of this kind are made with: z of two shares of independent
//! samples, pooled (Fleiss, Levin and Paik, *Statistical Methods for Rates and Proportions*,
//! 3rd edition, section 3.2). Where bases are weighted, the share of both columns together
//! is that of the weighted bases, and its standard error that of the effective ones.

/// A share in a lettered column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lettered {
    /// The letter of its column.
    pub(crate) letter: char,
    /// Columns are compared within their group.
    pub(crate) group: String,
    /// The least and greatest share that the figure may stand for, fractions of the base.
    pub(crate) share: (f64, f64),
    /// What the base is worth, in cases.
    pub(crate) cases: f64,
    /// How much the base counts in a share of both columns: its weighted size.
    pub(crate) weight: f64,
    /// The letters behind the figure.
    pub(crate) printed: Vec<char>,
}

/// How the letters of a table compare with those of the test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Pairs of columns in a row that are told alike.
    pub alike: usize,
    /// Pairs that are told otherwise, whatever the figures were before rounding.
    pub otherwise: usize,
    /// Pairs that the rounding of the figures leaves open.
    pub open: usize,
}

impl std::ops::AddAssign for Agreement {
    fn add_assign(&mut self, other: Self) {
        self.alike += other.alike;
        self.otherwise += other.otherwise;
        self.open += other.open;
    }
}

/// Levels of confidence of capital and small letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Levels {
    pub(crate) capital: f64,
    pub(crate) small: Option<f64>,
}

/// Compares the letters of one row with the test, pair by pair.
pub(crate) fn compare(row: &[Lettered], levels: Levels) -> Agreement {
    let mut found = Agreement::default();
    for (at, one) in row.iter().enumerate() {
        let others = row[at + 1..].iter().filter(|other| other.group == one.group);
        for other in others {
            let printed = printed(one, other);
            let nearest = tested(one, other, levels, false);
            let farthest = tested(one, other, levels, true);
            let counter = match (nearest.min(farthest)..=nearest.max(farthest)).contains(&printed) {
                true if nearest == farthest => &mut found.alike,
                true => &mut found.open,
                false => &mut found.otherwise,
            };
            *counter += 1;
        }
    }
    found
}

/// How sure a difference is: 0 not, 1 at the level of small letters, 2 of capitals;
/// negative where the second share is the greater one.
type Sure = i8;

fn printed(one: &Lettered, other: &Lettered) -> Sure {
    let names = |in_cell: &Lettered, named: &Lettered| -> Sure {
        let of = |letter: &char| letter.eq_ignore_ascii_case(&named.letter);
        let letters = in_cell.printed.iter().filter(|letter| of(letter));
        letters.map(|letter| if letter.is_ascii_uppercase() { 2 } else { 1 }).max().unwrap_or(0)
    };
    names(one, other) - names(other, one)
}

/// What the test says of the shares that lie nearest to each other, or farthest apart, of
/// those that the figures stand for.
fn tested(one: &Lettered, other: &Lettered, levels: Levels, farthest: bool) -> Sure {
    let middle = |share: (f64, f64)| f64::midpoint(share.0, share.1);
    let is_greater = middle(one.share) >= middle(other.share);
    let (high, low) = if is_greater { (one, other) } else { (other, one) };
    let (p, q) = match farthest {
        true => (high.share.1, low.share.0),
        false => (high.share.0, low.share.1),
    };
    let z = pooled_z((p, high), (q, low));
    let sure = match () {
        () if z >= critical(levels.capital) => 2,
        () if levels.small.is_some_and(|level| z >= critical(level)) => 1,
        () => 0,
    };
    if is_greater { sure } else { -sure }
}

/// Standard errors between two shares, pooled; 0 where the first is not the greater.
fn pooled_z((p, one): (f64, &Lettered), (q, other): (f64, &Lettered)) -> f64 {
    let pooled = (p * one.weight + q * other.weight) / (one.weight + other.weight);
    let error = (pooled * (1.0 - pooled) * (1.0 / one.cases + 1.0 / other.cases)).sqrt();
    if error > 0.0 { ((p - q) / error).max(0.0) } else { 0.0 }
}

/// The z beyond which two sides of the normal distribution hold less than `1 - level`.
fn critical(level: f64) -> f64 {
    let (mut low, mut high) = (0.0_f64, 40.0_f64);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        let outside = libm::erfc(middle / std::f64::consts::SQRT_2);
        *(if outside > 1.0 - level { &mut low } else { &mut high }) = middle;
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lettered(letter: char, share: f64, half: f64, cases: f64, printed: &str) -> Lettered {
        Lettered {
            letter,
            group: String::new(),
            share: ((share - half).max(0.0), (share + half).min(1.0)),
            cases,
            weight: cases,
            printed: printed.chars().collect(),
        }
    }

    const LEVELS: Levels = Levels { capital: 0.95, small: Some(0.9) };

    #[test]
    fn critical_values_are_those_of_the_tables() {
        for (level, z) in [(0.95, 1.959_964), (0.9, 1.644_854), (0.99, 2.575_829)] {
            assert!((critical(level) - z).abs() < 1e-6, "{level}");
        }
    }

    // 56 of 70 and 48 of 80: pooled share 104/150, so z = 0.2 / 0.075467 = 2.65017. With
    // weights 120 and 80 it is 0.72, so z = 0.2 / 0.073485 = 2.72166.
    #[test]
    fn z_is_pooled() {
        let z = |p, n, q, m, weights: Option<[f64; 2]>| {
            let [v, w] = weights.unwrap_or([n, m]);
            let one = Lettered { weight: v, ..lettered('A', p, 0.0, n, "") };
            let other = Lettered { weight: w, ..lettered('B', q, 0.0, m, "") };
            pooled_z((p, &one), (q, &other))
        };
        assert!((z(0.8, 70.0, 0.6, 80.0, None) - 2.650_17).abs() < 1e-4);
        assert!((z(0.8, 70.0, 0.6, 80.0, Some([120.0, 80.0])) - 2.721_66).abs() < 1e-4);
        assert!(z(0.6, 80.0, 0.8, 70.0, None).abs() < 1e-12);
        assert!(z(1.0, 9.0, 1.0, 9.0, None).abs() < 1e-12);
    }

    #[test]
    fn letters_are_compared_pair_by_pair() {
        let row = |printed: [&str; 3]| {
            let [a, b, c] = printed;
            [
                lettered('A', 0.80, 0.0, 70.0, a),
                lettered('B', 0.60, 0.0, 80.0, b),
                lettered('C', 0.69, 0.0, 75.0, c),
            ]
        };
        let agreement = |alike, otherwise, open| Agreement { alike, otherwise, open };
        // Of A and B z is 2.65, of A and C 1.52, of C and B 1.17.
        assert_eq!(compare(&row(["B", "", ""]), LEVELS), agreement(3, 0, 0));
        assert_eq!(compare(&row(["b", "", ""]), LEVELS), agreement(2, 1, 0));
        assert_eq!(compare(&row(["", "A", ""]), LEVELS), agreement(2, 1, 0));
        assert_eq!(compare(&row(["BC", "", ""]), LEVELS), agreement(2, 1, 0));
    }

    #[test]
    fn what_rounding_leaves_open_is_no_disagreement() {
        // z is 1.74 to 2.19 over the rounding interval.
        let row = |printed: &str| {
            [lettered('A', 0.54, 0.005, 1000.0, printed), lettered('B', 0.496, 0.0, 1000.0, "")]
        };
        let levels = Levels { small: None, ..LEVELS };
        let open = Agreement { open: 1, ..Agreement::default() };
        assert_eq!(compare(&row("B"), levels), open);
        assert_eq!(compare(&row(""), levels), open);
    }

    #[test]
    fn columns_of_other_groups_are_not_compared() {
        let mut row = [lettered('A', 0.9, 0.0, 500.0, ""), lettered('B', 0.1, 0.0, 500.0, "")];
        assert_eq!(compare(&row, LEVELS).otherwise, 1);
        row[1].group = "region".to_owned();
        assert_eq!(compare(&row, LEVELS), Agreement::default());
    }
}
