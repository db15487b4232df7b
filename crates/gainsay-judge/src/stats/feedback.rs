//! The fewest statements of order that have to go for the rest to be an order.

use super::{Digraph, StatsError};

/// The most things in one circle of contradicting orders that are tried in every order.
pub const LARGEST_TANGLE: usize = 15;

impl Digraph {
    /// Finds the fewest arcs without which no circle is left (minimum feedback arc set), as
    /// indices into the arcs as given, in increasing order. An arc that was given twice counts
    /// twice, so that what more studies say rather stays.
    ///
    /// Exact: each component is put into the best of all orders, by dynamic programming over its
    /// subsets (Lawler 1964).
    ///
    /// # Errors
    /// [`StatsError::TooMany`] when a component has more than [`LARGEST_TANGLE`] things.
    pub fn feedback_arcs(&self) -> Result<Vec<usize>, StatsError> {
        let groups = self.groups();
        if groups.iter().any(|group| group.len() > LARGEST_TANGLE) {
            return Err(StatsError::TooMany);
        }
        // For each thing its component, and its place in the best order of that.
        let mut position = vec![(0, 0); self.names.len()];
        for (index, group) in groups.iter().enumerate() {
            for (place, node) in self.best_order(group).into_iter().enumerate() {
                position[node] = (index, place);
            }
        }
        let is_back = |&(from, to): &(usize, usize)| {
            let ((one, above), (other, below)) = (position[from], position[to]);
            one == other && above >= below
        };
        Ok((0..self.arcs.len()).filter(|&arc| is_back(&self.arcs[arc])).collect())
    }

    /// Returns the members of a component in the order that the fewest arcs contradict.
    fn best_order(&self, group: &[usize]) -> Vec<usize> {
        let above = self.arcs_within(group);
        let sets = 1_usize << group.len();
        // For each set of members the fewest arcs that point back among them, and the last member.
        let mut best = vec![(0, 0); sets];
        for set in 1..sets {
            let last = members(set, group.len()).map(|last| {
                let rest = set & !(1 << last);
                let back: usize = members(rest, group.len()).map(|other| above[last][other]).sum();
                (best[rest].0 + back, last)
            });
            best[set] = last.min().unwrap_or_default();
        }
        let mut order = Vec::new();
        let mut set = sets - 1;
        while set != 0 {
            let (_, last) = best[set];
            order.push(group[last]);
            set &= !(1 << last);
        }
        order.reverse();
        order
    }

    /// Counts the arcs from each member of a group to each other one.
    fn arcs_within(&self, group: &[usize]) -> Vec<Vec<usize>> {
        let mut counts = vec![vec![0; group.len()]; group.len()];
        for (from, to) in &self.arcs {
            if let (Ok(from), Ok(to)) = (group.binary_search(from), group.binary_search(to)) {
                counts[from][to] += 1;
            }
        }
        counts
    }
}

fn members(set: usize, most: usize) -> impl Iterator<Item = usize> {
    (0..most).filter(move |member| set & (1 << member) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arcs: &[(usize, usize)], removed: &[usize]) {
        assert_eq!(Digraph::new(arcs).feedback_arcs().as_deref(), Ok(removed));
    }

    #[test]
    fn one_arc_shared_by_two_circles_goes() {
        check(&[(1, 2), (2, 3), (3, 1), (2, 4), (4, 1)], &[0]);
    }

    #[test]
    fn what_more_studies_say_stays() {
        check(&[(1, 2), (2, 1), (1, 2)], &[1]);
        check(&[(2, 1), (1, 2), (2, 1)], &[1]);
    }

    #[test]
    fn an_order_loses_nothing_and_a_loop_itself() {
        check(&[(1, 2), (2, 3), (1, 3)], &[]);
        check(&[(1, 2), (2, 2)], &[1]);
        check(&[], &[]);
    }

    #[test]
    fn separate_tangles_are_solved_one_by_one() {
        let circle = |from: usize| (0..10).map(move |i| (from + i, from + (i + 1) % 10));
        let arcs: Vec<(usize, usize)> = circle(0).chain(circle(50)).collect();
        assert_eq!(Digraph::new(&arcs).feedback_arcs().map(|arcs| arcs.len()), Ok(2));
        let large: Vec<(usize, usize)> = (0..16).map(|i| (i, (i + 1) % 16)).collect();
        assert_eq!(Digraph::new(&large).feedback_arcs(), Err(StatsError::TooMany));
    }
}
