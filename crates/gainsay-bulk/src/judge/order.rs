//! Conflicts in order of the names of their claims.

use super::{groups::Members, sheet::Conflict};
use crate::claims::Claims;

/// Puts conflicts in order of the names of their upper and lower claims.
pub(super) fn put_in_order(conflicts: &mut [Conflict], members: &Members, claims: &Claims) {
    if conflicts.len() < 2 {
        return;
    }
    let ranks = ranks(conflicts, members, claims);
    let rank = |place: u32| u64::from(ranks[place as usize]);
    conflicts.sort_unstable_by_key(|one| rank(one.upper) << u32::BITS | rank(one.lower));
}

/// Of every member that is in a conflict its place in the order of names.
fn ranks(conflicts: &[Conflict], members: &Members, claims: &Claims) -> Vec<u32> {
    let mut is_in = vec![false; members.all.len()];
    for conflict in conflicts {
        is_in[conflict.upper as usize] = true;
        is_in[conflict.lower as usize] = true;
    }
    let within = (0_u32..).zip(&members.all).zip(is_in).filter(|(_, is_in)| *is_in);
    let mut named: Vec<(u64, &str, u32)> = within
        .map(|((place, member), _)| {
            let name = claims.name(member.row);
            (beginning(name), name, place)
        })
        .collect();
    named.sort_unstable();
    let mut ranks = vec![0; members.all.len()];
    for (rank, (_, _, place)) in (0..).zip(named) {
        ranks[place as usize] = rank;
    }
    ranks
}

/// The first bytes of a name, as a number in the order of names: it tells most of them apart
/// without a look at the names themselves.
fn beginning(name: &str) -> u64 {
    let mut first = [0; 8];
    let length = name.len().min(first.len());
    first[..length].copy_from_slice(&name.as_bytes()[..length]);
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_in_the_order_of_names() {
        let names = ["", "a", "a\0", "a\u{1}", "ab", "abcdefgh", "abcdefghi", "b", "é"];
        assert!(names.is_sorted());
        assert!(names.map(beginning).is_sorted());
        assert!(beginning("abcdefgh") < beginning("b"));
    }
}
