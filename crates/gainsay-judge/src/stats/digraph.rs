//! Orders as arrows: which things are tied up in circles.

use std::collections::{BTreeMap, BTreeSet};

/// A small directed graph: an arc from one thing to another says that the one stands above the
/// other. Things are any numbers; those without an arc do not matter.
#[derive(Clone, Debug)]
pub struct Digraph {
    /// The arcs as given, by places in `names`.
    pub(super) arcs: Vec<(usize, usize)>,
    /// The things, in increasing order; everything else refers to them by place.
    pub(super) names: Vec<usize>,
    // Invariant: as long as `names`; places in increasing order, none twice.
    pub(super) successors: Vec<Vec<usize>>,
}

impl Digraph {
    /// Makes a graph of its arcs; the same arc may be given several times.
    pub fn new(arcs: &[(usize, usize)]) -> Self {
        let names: BTreeSet<usize> = arcs.iter().flat_map(|&(from, to)| [from, to]).collect();
        let place: BTreeMap<usize, usize> =
            names.iter().enumerate().map(|(place, &name)| (name, place)).collect();
        let arcs: Vec<(usize, usize)> =
            arcs.iter().map(|(from, to)| (place[from], place[to])).collect();
        let mut successors = vec![Vec::new(); names.len()];
        for (from, to) in arcs.iter().copied().collect::<BTreeSet<_>>() {
            successors[from].push(to);
        }
        Self { arcs, names: names.into_iter().collect(), successors }
    }

    /// Finds the strongly connected components: the largest groups of things in which each stands
    /// above each other, directly or by others (Tarjan 1972, SIAM Journal on Computing 1:146).
    ///
    /// Groups are in the order of their smallest members, and members increase. A group of several
    /// contradicts itself; a group of one does only if it stands above itself.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let named = |group: Vec<usize>| group.into_iter().map(|place| self.names[place]).collect();
        self.groups().into_iter().map(named).collect()
    }

    /// Finds the components as places.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let nodes = self.names.len();
        let mut search = Search {
            entered: vec![None; nodes],
            low: vec![0; nodes],
            open: vec![false; nodes],
            stack: Vec::new(),
            count: 0,
            groups: Vec::new(),
        };
        for node in 0..nodes {
            if search.entered[node].is_none() {
                search.visit(node, &self.successors);
            }
        }
        search.groups.sort();
        search.groups
    }
}

/// A depth-first search with a path of its own, so that no depth overflows the call stack.
struct Search {
    /// When a node was entered.
    entered: Vec<Option<usize>>,
    /// The earliest entry that is known to be reachable within the component.
    low: Vec<usize>,
    /// Whether the node waits on the stack for its component to be complete.
    open: Vec<bool>,
    stack: Vec<usize>,
    count: usize,
    groups: Vec<Vec<usize>>,
}

impl Search {
    fn visit(&mut self, root: usize, successors: &[Vec<usize>]) {
        let mut path = vec![(root, successors[root].iter())];
        self.enter(root);
        while let Some((node, rest)) = path.last_mut() {
            let node = *node;
            match rest.next().map(|&next| (next, self.entered[next])) {
                Some((next, None)) => {
                    self.enter(next);
                    path.push((next, successors[next].iter()));
                }
                Some((next, Some(entered))) => {
                    if self.open[next] {
                        self.low[node] = self.low[node].min(entered);
                    }
                }
                None => {
                    path.pop();
                    if let Some(&(parent, _)) = path.last() {
                        self.low[parent] = self.low[parent].min(self.low[node]);
                    }
                    if self.entered[node] == Some(self.low[node]) {
                        self.close(node);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.entered[node] = Some(self.count);
        self.low[node] = self.count;
        self.count += 1;
        self.open[node] = true;
        self.stack.push(node);
    }

    fn close(&mut self, node: usize) {
        let mut group = Vec::new();
        while let Some(member) = self.stack.pop() {
            self.open[member] = false;
            group.push(member);
            if member == node {
                break;
            }
        }
        group.sort_unstable();
        self.groups.push(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arcs: &[(usize, usize)], components: &[&[usize]]) {
        assert_eq!(Digraph::new(arcs).components(), components);
    }

    #[test]
    fn circles_are_groups_and_orders_are_not() {
        check(&[], &[]);
        check(&[(1, 2), (2, 3), (1, 3)], &[&[1], &[2], &[3]]);
        check(&[(1, 2), (2, 3), (3, 1)], &[&[1, 2, 3]]);
        check(&[(7, 7)], &[&[7]]);
        check(&[(5, 9), (9, 5), (9, 2), (2, 4), (4, 2), (4, 8)], &[&[2, 4], &[5, 9], &[8]]);
    }

    #[test]
    fn two_circles_that_meet_are_one_group() {
        check(&[(0, 1), (1, 0), (1, 2), (2, 3), (3, 1), (0, 4)], &[&[0, 1, 2, 3], &[4]]);
    }

    #[test]
    fn depth_does_not_matter() {
        let mut long: Vec<(usize, usize)> = (0..100_000).map(|i| (i, i + 1)).collect();
        assert_eq!(Digraph::new(&long).components().len(), 100_001);
        long.push((100_000, 0));
        assert_eq!(Digraph::new(&long).components().len(), 1);
    }
}
