//! A proposition of many rows, on several threads.

use std::num::NonZero;

use super::{
    count::count,
    family::{Done, Judge},
    groups::Members,
    sheet::{Found, Sheet},
    tree::Tree,
    work,
};

/// So many rows are held against the later ones at once.
const PIECE: usize = 1 << 9;

/// Judges one proposition, each of its groups on several threads.
pub(super) fn judge(judge: Judge<'_>, proposition: u32, threads: NonZero<usize>) -> Done {
    let Judge { claims, groups, thresholds, extent, .. } = judge;
    let mut members = Members::default();
    groups.members(claims, proposition, extent.cut(), &mut members);
    let (mut gathered, mut counts) = (Found::default(), (0, 0));
    let mut sheet = Sheet::default();
    for group in members.alike() {
        sheet.fill(&members, group, judge);
        let own = sheet.own;
        // Two rows beyond the cut are held against each other in another slice.
        let (all, beyond) = (count(&sheet, 0), count(&sheet, own));
        counts = (counts.0 + all.0 - beyond.0, counts.1 + all.1 - beyond.1);
        let tree = Tree::new(&sheet);
        let pieces = own.div_ceil(PIECE);
        let found = work::share(threads, pieces, Found::default, |found, piece| {
            let places = piece * PIECE..((piece + 1) * PIECE).min(own);
            sheet.find(places, Some(&tree), thresholds, found);
        });
        for mut found in found {
            gathered.conflicts.append(&mut found.conflicts);
            gathered.below.append(&mut found.below);
        }
    }
    let mut done = Done::default();
    done.add(judge, proposition, &members, gathered, counts);
    done
}

#[cfg(test)]
mod tests {
    use gainsay_claims::policy::Policy;
    use gainsay_judge::thresholds;

    use super::*;
    use crate::{
        claims::{Claims, Entry},
        judge::{family::Extent, groups::Groups},
        judged::Contradicting,
        slices::Cut,
        tests_made::Tests,
    };

    /// Rows of one proposition, of which many begin before the first one's window is over.
    fn claims(nested: bool, months: u32) -> Claims {
        let mut random = fastrand::Rng::with_seed(11);
        let mut claims = Claims::default();
        for row in 0..7000 {
            let percent =
                40.0 + f64::from(random.u8(0..4)) + 25.0 * f64::from(random.u8(0..200) / 199);
            let share = ((percent - 0.5) / 100.0, (percent + 0.5) / 100.0);
            let day =
                jiff::civil::date(2000 + random.i16(0..4), random.i8(1..13), random.i8(1..29));
            let (name, study) = (format!("c{row}"), format!("s{}", random.u16(0..3000)));
            let collection =
                (!nested && random.u8(0..9) == 0).then(|| format!("s{}", random.u16(0..3000)));
            let publisher = format!("p{}", random.u16(0..60));
            let entry = Entry {
                publisher: (random.u8(0..5) > 0).then_some(publisher.as_str()),
                collection: collection.as_deref(),
                months: Some(months),
                n_effective: (random.u8(0..6) > 0).then(|| 200.0 + 3000.0 * random.f64()),
                from: Some(day),
                ..Entry::new(&name, &study, "p", share)
            };
            claims.push(&entry).unwrap();
        }
        claims
    }

    /// What was found, without what is kept as memory.
    fn told(done: &Done, claims: &Claims) -> (Vec<Contradicting>, Tests, u64) {
        let pairs = done.runs(claims).flat_map(|(_, pairs)| pairs.to_vec()).collect();
        (pairs, Tests::new(done.tested, done.below.clone()), done.comparable)
    }

    #[test]
    fn a_large_proposition_is_judged_as_a_small_one_is() {
        let thresholds = thresholds(&Policy::default());
        for (nested, months) in [(true, 36), (false, 36), (false, 0)] {
            let claims = claims(nested, months);
            let groups = Groups::new(&claims);
            assert_eq!(groups.nested, nested);
            let level = thresholds.alpha.quantile();
            let cut = Cut { months, until: claims.moment(0) };
            for extent in [Extent::Whole, Extent::Slice(Some(cut))] {
                let thresholds = &thresholds;
                let how = Judge { claims: &claims, groups: &groups, thresholds, level, extent };
                let large = judge(how, 0, NonZero::new(2).unwrap());
                let mut small = Done::default();
                how.proposition(0, &mut small);
                let (large, small) = (told(&large, &claims), told(&small, &claims));
                assert_eq!(large, small);
                let many = months > 0 && matches!(extent, Extent::Whole);
                assert!(!many || (small.0.len() > 1000 && small.2 > 10_000_000), "{}", small.2);
            }
        }
    }
}
