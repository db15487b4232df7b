//! A timeline: the shares of a proposition as they were asked for, one date after the other.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{claim::Claim, period::Period};
use gainsay_judge::PropositionJudgement;
use gainsay_picture::{Anchor, Ink, Picture, Shape, Stroke, width};

use super::{
    NoChart,
    axis::Axis,
    dates::{Calendar, middle},
    marks::Pen,
    page::{BLUE, GRID, MARGIN, Page, SMALL, STRONG, Style, WIDTH},
    runs::runs,
};
use crate::{
    Speaker,
    lang::percent,
    mark::{Mark, reach},
    table::{Column, Filter, Options, Row, Table},
};

/// Where the drawing is.
const LEFT: f64 = MARGIN + 44.0;
const RIGHT: f64 = WIDTH - MARGIN - 8.0;
const HEIGHT: f64 = 360.0;

/// The lines of publishers, told apart in grey and by who sees colours otherwise: every
/// second is dashed, and of two of a kind the later is lighter. With more publishers, none
/// has a line.
const LINES: [Stroke; 4] = [
    Stroke { ink: BLUE, width: 1.6, dashed: false },
    Stroke { ink: Ink([110, 40, 100]), width: 1.6, dashed: true },
    Stroke { ink: Ink([213, 94, 0]), width: 1.6, dashed: false },
    Stroke { ink: Ink([70, 145, 135]), width: 1.6, dashed: true },
];

/// A share at a date.
struct Point<'a, 'b> {
    row: &'b Row<'a>,
    mark: Mark,
    period: Period,
}

/// Draws the shares of a proposition by the dates of fieldwork: of these publishers, or of
/// all if none is named.
///
/// # Errors
///
/// No share has a date, or all have the same.
pub fn timeline<'a>(
    speaker: Speaker<'a>,
    judged: &'a PropositionJudgement,
    publishers: &[String],
    filter: &Filter,
) -> Result<Picture, NoChart> {
    let table = Table::new(speaker.base, judged);
    let options = Options { filter: filter.clone(), ..Options::default() };
    let shown = table.shown(speaker.base, &options);
    let house = |row: &Row<'a>| speaker.cell(&table, row, Column::Publisher).text;
    let is_asked = |row: &Row<'a>| publishers.is_empty() || publishers.contains(&house(row));
    let rows: Vec<&Row<'a>> = shown.into_iter().filter(|row| is_asked(row)).collect();
    let mut houses: BTreeMap<String, Vec<Point<'a, '_>>> = BTreeMap::new();
    for row in &rows {
        houses.entry(house(row)).or_default().extend(point(row));
    }
    houses.retain(|_, points| !points.is_empty());
    let drawn: usize = houses.values().map(Vec::len).sum();
    let mut timeline = Timeline::new(speaker, &table, houses)?;
    timeline.draw();
    let notes = timeline.notes(rows.len() - drawn);
    let claims: Vec<&Claim> = timeline.points().map(|point| point.row.claim).collect();
    Ok(timeline.page.finish(&notes, claims.into_iter(), Some(table.mark())))
}

/// What a row is drawn as; none for what is not compared or has no date.
fn point<'a, 'b>(row: &'b Row<'a>) -> Option<Point<'a, 'b>> {
    let is_compared = row.left_out().is_none();
    Some(Point { mark: Mark::of(row).filter(|_| is_compared)?, period: row.claim.period?, row })
}

struct Timeline<'a, 'b> {
    speaker: Speaker<'a>,
    table: &'b Table<'a>,
    /// The shares of each publisher, in order of date.
    houses: BTreeMap<String, Vec<Point<'a, 'b>>>,
    calendar: Calendar,
    axis: Axis,
    page: Page<'a>,
    top: f64,
}

impl<'a, 'b> Timeline<'a, 'b> {
    fn new(
        speaker: Speaker<'a>,
        table: &'b Table<'a>,
        mut houses: BTreeMap<String, Vec<Point<'a, 'b>>>,
    ) -> Result<Self, NoChart> {
        for points in houses.values_mut() {
            points.sort_by_key(|one| (one.period.end(), one.period.start(), &one.row.claim.id));
        }
        let periods = || houses.values().flatten().map(|point| point.period);
        let first = periods().map(|period| period.start()).min().ok_or(NoChart::NoDates)?;
        let last = periods().map(|period| period.end()).max().ok_or(NoChart::NoDates)?;
        let middles: Vec<f64> = periods().map(|period| middle(first, &period)).collect();
        if middles.iter().all(|one| *one == middles[0]) {
            return Err(NoChart::NoDates);
        }
        let names: Vec<String> = houses.keys().cloned().collect();
        let points = houses.values().flatten();
        let people: BTreeSet<String> =
            points.map(|point| speaker.cell(table, point.row, Column::People).text).collect();
        let subtitle = speaker.timeline_subtitle(middles.len(), &names, people);
        let page = Page::new(speaker, &speaker.chart_title(table), &subtitle);
        let top = page.y + if names.len() > 1 && names.len() <= LINES.len() { 24.0 } else { 8.0 };
        let reached = houses.values().flatten().flat_map(|point| reach(point.row));
        let axis = Axis::holding(reached, top + HEIGHT, top);
        let calendar = Calendar::new(first, last, LEFT + 8.0, RIGHT - 8.0);
        Ok(Self { speaker, table, houses, calendar, axis, page, top })
    }

    fn points(&self) -> impl Iterator<Item = &Point<'a, 'b>> {
        self.houses.values().flatten()
    }

    /// Whether each publisher has a colour and a line of its own.
    fn is_joined(&self) -> bool {
        self.houses.len() <= LINES.len()
    }

    fn draw(&mut self) {
        if self.houses.len() > 1 && self.is_joined() {
            self.legend();
        }
        self.grid();
        let half = half(self.points().count());
        let mut marks = Vec::new();
        let mut whiskers = Vec::new();
        for (place, points) in self.houses.values().enumerate() {
            let ink = if self.is_joined() { LINES[place % LINES.len()].ink } else { BLUE };
            let light = if half < CROWDED { FAINT } else { lighter(ink) };
            let pen = Pen { ink, light, half, upright: true };
            for point in points {
                let x = self.calendar.middle(&point.period);
                whiskers.extend(pen.whiskers(point.mark, &self.axis, x));
                let shapes = pen.mark(point.mark, &self.axis, x);
                marks.push((point.row.claim, self.whole(point), shapes));
            }
        }
        // Above them, whiskers would hide the marks of neighbours.
        self.page.put(whiskers);
        if self.is_joined() {
            self.lines();
        }
        for (claim, title, shapes) in marks {
            self.page.put_claim(claim, title, shapes);
        }
        self.page.y = self.top + HEIGHT + 22.0;
    }

    /// All that a point says.
    fn whole(&self, point: &Point<'a, 'b>) -> String {
        let columns = [Column::Publisher, Column::Period, Column::People, Column::Share];
        let mut parts: Vec<String> =
            columns.map(|column| self.speaker.cell(self.table, point.row, column).text).into();
        parts.push(crate::lang::size(self.speaker.lang, point.row.claim.n));
        parts.join(" · ")
    }

    /// The names of publishers, each beside its mark.
    fn legend(&mut self) {
        let y = self.page.y + 8.0;
        let mut x = LEFT;
        let mut shapes = Vec::new();
        for (name, stroke) in self.houses.keys().zip(LINES) {
            let points = vec![[x, y - 4.0], [x + 20.0, y - 4.0]];
            shapes.push(Shape::Line { points, stroke });
            shapes.push(Style { ink: stroke.ink, ..STRONG }.line(
                [x + 26.0, y],
                name,
                Anchor::Start,
            ));
            x += 26.0 + width(name, STRONG.size, true) + 20.0;
        }
        self.page.put(shapes);
    }

    fn grid(&mut self) {
        let mut shapes = Vec::new();
        for share in self.axis.ticks() {
            let y = self.axis.at(share);
            let line = vec![[LEFT, y], [RIGHT, y]];
            shapes.push(Shape::Line { points: line, stroke: Stroke::solid(GRID, 1.0) });
            let text = percent(self.speaker.lang, (share * 1000.0).round() / 1000.0);
            shapes.push(SMALL.line([LEFT - 8.0, y + 4.0], text, Anchor::End));
        }
        for (x, name) in self.calendar.ticks(self.speaker) {
            let line = vec![[x, self.top], [x, self.top + HEIGHT + 5.0]];
            shapes.push(Shape::Line { points: line, stroke: Stroke::solid(GRID, 1.0) });
            // A name at the edge would leave the page.
            let half = width(&name, SMALL.size, false) / 2.0;
            let x = x.clamp(half, WIDTH - half);
            shapes.push(SMALL.line([x, self.top + HEIGHT + 18.0], name, Anchor::Middle));
        }
        self.page.put(shapes);
    }

    /// A line through the shares of each publisher, broken where it asked nothing for long.
    fn lines(&mut self) {
        let mut shapes = Vec::new();
        for (points, stroke) in self.houses.values().zip(LINES) {
            let places: Vec<[f64; 2]> =
                points.iter().filter_map(|point| self.place(point)).collect();
            for run in runs(&places) {
                shapes.push(Shape::Line { points: run, stroke });
            }
        }
        self.page.put(shapes);
    }

    /// Where a point stands, if it is no bound.
    fn place(&self, point: &Point<'a, 'b>) -> Option<[f64; 2]> {
        match point.mark {
            Mark::Sized { middle, .. } | Mark::Unsized { middle } => {
                Some([self.calendar.middle(&point.period), self.axis.at(middle)])
            }
            Mark::AtMost(_) | Mark::AtLeast(_) => None,
        }
    }

    fn notes(&self, undrawn: usize) -> Vec<String> {
        let marks: Vec<Mark> = self.points().map(|point| point.mark).collect();
        let mut notes = self.speaker.mark_notes(&marks);
        notes.push(self.speaker.lines_note(self.is_joined()).to_owned());
        notes.extend((undrawn > 0).then(|| self.speaker.undated_note(undrawn)));
        let [lo, hi] = [self.axis.lo, self.axis.hi];
        notes.extend((!self.axis.is_whole()).then(|| self.speaker.axis_note(lo, hi)));
        notes
    }
}

/// Marks smaller than this stand so close that whiskers would hide them.
const CROWDED: f64 = 2.0;
/// The colour of whiskers that overlap.
const FAINT: Ink = Ink([205, 222, 235]);

/// Half the width of a mark: many are small.
fn half(points: usize) -> f64 {
    match points {
        0..=60 => 4.0,
        61..=250 => 2.6,
        _ => 1.6,
    }
}

fn lighter(Ink(parts): Ink) -> Ink {
    Ink(parts.map(|part| 255 - (255 - part) / 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart_in_grey() {
        let grey = |Ink([red, green, blue]): Ink| {
            0.2126 * f64::from(red) + 0.7152 * f64::from(green) + 0.0722 * f64::from(blue)
        };
        for (place, one) in LINES.iter().enumerate() {
            for other in &LINES[place + 1..] {
                let is_apart = one.dashed != other.dashed || grey(other.ink) - grey(one.ink) > 40.0;
                assert!(is_apart, "{one:?} {other:?}");
            }
        }
    }
}
