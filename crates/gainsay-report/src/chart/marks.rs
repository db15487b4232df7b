//! The marks of a chart. Their form tells them apart, not their colour.

use gainsay_picture::{Ink, Paint, Shape, Stroke};

use super::axis::Axis;
use crate::mark::Mark;

/// How marks are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// The colour of the mark.
    pub(super) ink: Ink,
    /// The colour of its whiskers.
    pub(super) light: Ink,
    /// Half the width of the mark.
    pub(super) half: f64,
    /// Whether the axis goes upwards.
    pub(super) upright: bool,
}

impl Pen {
    /// A place on the chart, along the axis and across it.
    fn at(self, along: f64, across: f64) -> [f64; 2] {
        if self.upright { [across, along] } else { [along, across] }
    }

    /// The whiskers of a mark at a place across the axis, if it has any.
    pub(super) fn whiskers(self, mark: Mark, axis: &Axis, across: f64) -> Option<Shape> {
        let Mark::Sized { whiskers, .. } = mark else { return None };
        let ends = whiskers.map(|end| self.at(axis.at(end), across));
        Some(self.line(ends.to_vec(), self.light, false))
    }

    /// A mark at a place across the axis, without its whiskers.
    pub(super) fn mark(self, mark: Mark, axis: &Axis, across: f64) -> Vec<Shape> {
        match mark {
            Mark::Sized { middle, .. } => vec![self.square(axis.at(middle), across)],
            Mark::Unsized { middle } => vec![self.circle(axis.at(middle), across)],
            Mark::AtMost(end) => self.arrow(axis.at(end), [axis.to, axis.from], across),
            Mark::AtLeast(end) => self.arrow(axis.at(end), [axis.from, axis.to], across),
        }
    }

    fn square(self, along: f64, across: f64) -> Shape {
        let [x, y] = self.at(along, across);
        let at = [x - self.half, y - self.half];
        Shape::Rect { at, size: [2.0 * self.half; 2], paint: Paint::filled(self.ink) }
    }

    fn circle(self, along: f64, across: f64) -> Shape {
        let stroke = Stroke::solid(self.ink, (self.half / 2.5).min(1.8));
        let centre = self.at(along, across);
        Shape::Circle { centre, radius: self.half, paint: Paint::hollow(stroke) }
    }

    /// A dashed line from a bound to the end of the axis, where its head stands. The axis
    /// goes from the first of its ends to the second.
    fn arrow(self, from: f64, [behind, end]: [f64; 2], across: f64) -> Vec<Shape> {
        let back = (behind - end).signum() * 2.0 * self.half;
        let head = [(end, 0.0), (end + back, -self.half), (end + back, self.half)];
        let bar = [-self.half, self.half].map(|side| self.at(from, across + side));
        vec![
            self.line(vec![self.at(from, across), self.at(end + back, across)], self.ink, true),
            self.line(bar.to_vec(), self.ink, false),
            Shape::Polygon {
                points: head.map(|(along, side)| self.at(along, across + side)).to_vec(),
                paint: Paint::filled(self.ink),
            },
        ]
    }

    fn line(self, points: Vec<[f64; 2]>, ink: Ink, dashed: bool) -> Shape {
        let width = (self.half / 2.5).min(1.8);
        Shape::Line { points, stroke: Stroke { ink, width, dashed } }
    }
}

/// A diamond as wide as the interval of a mean, its middle at the mean.
pub(super) fn diamond([lo, mean, hi]: [f64; 3], y: f64, ink: Ink) -> Shape {
    const HALF: f64 = 7.0;
    let points = vec![[lo, y], [mean, y - HALF], [hi, y], [mean, y + HALF]];
    Shape::Polygon { points, paint: Paint::filled(ink) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEN: Pen = Pen { ink: Ink([0; 3]), light: Ink([0; 3]), half: 5.0, upright: false };

    fn whole(from: f64, to: f64) -> Axis {
        Axis::holding([0.0, 1.0].into_iter(), from, to)
    }

    #[test]
    fn whiskers_reach_from_end_to_end() {
        let mark = Mark::Sized { middle: 0.5, whiskers: [0.25, 0.75] };
        let whiskers = PEN.whiskers(mark, &whole(0.0, 100.0), 7.0);
        let Some(Shape::Line { points, .. }) = whiskers else { panic!("{whiskers:?}") };
        assert_eq!(points, [[25.0, 7.0], [75.0, 7.0]]);
        let drawn = PEN.mark(mark, &whole(0.0, 100.0), 7.0);
        let [Shape::Rect { at, size, .. }] = &drawn[..] else { panic!("{drawn:?}") };
        assert_eq!((*at, *size), ([45.0, 2.0], [10.0, 10.0]));
    }

    #[test]
    fn an_unknown_size_has_no_whiskers() {
        assert!(PEN.whiskers(Mark::Unsized { middle: 0.5 }, &whole(0.0, 100.0), 7.0).is_none());
        let drawn = PEN.mark(Mark::Unsized { middle: 0.5 }, &whole(0.0, 100.0), 7.0);
        assert!(matches!(drawn[..], [Shape::Circle { centre: [50.0, 7.0], .. }]), "{drawn:?}");
    }

    /// The tip and the back of an arrow's head, along the axis.
    fn head(mark: Mark, pen: Pen, axis: &Axis) -> [f64; 2] {
        let drawn = pen.mark(mark, axis, 7.0);
        let Some(Shape::Polygon { points, .. }) = drawn.last() else { panic!("{drawn:?}") };
        let along = usize::from(pen.upright);
        [points[0][along], points[1][along]]
    }

    #[test]
    fn an_arrow_points_to_the_end_that_is_open() {
        let axis = whole(0.0, 100.0);
        assert_eq!(head(Mark::AtMost(0.4), PEN, &axis), [0.0, 10.0]);
        assert_eq!(head(Mark::AtLeast(0.4), PEN, &axis), [100.0, 90.0]);
        let upright = Pen { upright: true, ..PEN };
        assert_eq!(head(Mark::AtMost(0.4), upright, &whole(100.0, 0.0)), [100.0, 90.0]);
    }
}
