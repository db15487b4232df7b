//! The shortest circle of orders that contradict each other.

use std::collections::VecDeque;

use super::Digraph;

impl Digraph {
    /// Finds a shortest circle: things of which each stands above the next, and the last above
    /// the first. Of several, the one that begins with the smallest thing; none in an order.
    pub fn shortest_cycle(&self) -> Option<Vec<usize>> {
        let circles = (0..self.names.len()).filter_map(|start| self.shortest_through(start));
        let shortest = circles.min_by_key(Vec::len)?;
        Some(shortest.into_iter().map(|place| self.names[place]).collect())
    }

    /// Searches in breadth, so that the way that first leads back is a shortest one.
    fn shortest_through(&self, start: usize) -> Option<Vec<usize>> {
        let mut before = vec![None; self.names.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            for &next in &self.successors[node] {
                if next == start {
                    return Some(way_to(node, &before));
                }
                if before[next].is_none() {
                    before[next] = Some(node);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

fn way_to(end: usize, before: &[Option<usize>]) -> Vec<usize> {
    let mut way: Vec<usize> = std::iter::successors(Some(end), |&node| before[node]).collect();
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arcs: &[(usize, usize)], cycle: Option<&[usize]>) {
        assert_eq!(Digraph::new(arcs).shortest_cycle().as_deref(), cycle);
    }

    #[test]
    fn the_shortest_circle_is_shown() {
        check(&[(1, 2), (2, 3), (3, 4), (4, 1), (3, 1)], Some(&[1, 2, 3]));
        check(&[(8, 9), (9, 8), (1, 2), (2, 3), (3, 1)], Some(&[8, 9]));
        check(&[(8, 9), (9, 8), (5, 6), (6, 5)], Some(&[5, 6]));
        check(&[(1, 2), (2, 1), (2, 2)], Some(&[2]));
    }

    #[test]
    fn an_order_has_no_circle() {
        check(&[(1, 2), (2, 3), (1, 3)], None);
        check(&[], None);
    }
}
