//! A forest: a row for each claim, its mark on one axis.

use gainsay_claims::claim::Claim;
use gainsay_judge::{GroupJudgement, PooledShare, PropositionJudgement};
use gainsay_picture::{Anchor, Paint, Picture, Shape, Stroke};

use super::{
    NoChart,
    axis::Axis,
    marks::{Pen, diamond},
    page::{BLUE, GRID, INK, MARGIN, MUTED, PALE, Page, SMALL, STRONG, Style, WIDTH},
};
use crate::{
    Speaker, clean,
    lang::percent,
    mark::{Mark, reach},
    table::{Column, Filter, Options, Row, Sort, Table},
};

/// The most rows that a forest shows.
pub const FOREST_ROWS: usize = 60;

/// Where the names of rows end, where marks are, and where figures begin.
const NAMES: f64 = 270.0;
const PLOT: [f64; 2] = [MARGIN + NAMES + 20.0, 660.0];
const FIGURES: f64 = 684.0;

/// Draws the claims on a proposition, the greatest share first, those that are not compared
/// last, and what comparable studies say together.
///
/// # Errors
///
/// No claim states a share, or there are too many claims.
pub fn forest<'a>(
    speaker: Speaker<'a>,
    judged: &'a PropositionJudgement,
    filter: &Filter,
) -> Result<Picture, NoChart> {
    let table = Table::new(speaker.base, judged);
    let options = Options { sort: Some(Sort::Share), filter: filter.clone(), ..Options::default() };
    let mut rows = table.shown(speaker.base, &options);
    // The sort is stable. The middle of what a bound leaves open is no place to look for it.
    rows.sort_by_key(|row| (row.left_out().is_some(), !Mark::of(row).is_some_and(is_middle)));
    if rows.iter().all(|row| Mark::of(row).is_none()) {
        return Err(NoChart::NoShare);
    }
    if rows.len() > FOREST_ROWS {
        return Err(NoChart::TooMany { count: rows.len() });
    }
    let group = largest(&judged.groups, &rows);
    let means = group.iter().flat_map(|(_, pooled)| ends(pooled));
    let reached = rows.iter().flat_map(|row| reach(row));
    let axis = Axis::holding(reached.chain(means), PLOT[0], PLOT[1]);
    let page = Page::new(speaker, &speaker.chart_title(&table), speaker.forest_subtitle());
    let told = rows.iter().map(|row| row.claim).collect();
    let mut forest = Forest { speaker, table: &table, told, axis, page };
    forest.rows(&rows, group);
    let notes = forest.notes(&rows, group.map(|(_, pooled)| pooled));
    let claims = rows.iter().map(|row| row.claim);
    Ok(forest.page.finish(&notes, claims, Some(table.mark())))
}

/// Studies that were pooled, and what they say together.
type Together<'a> = (&'a GroupJudgement, &'a PooledShare);

/// What the largest group of studies that is wholly shown says together.
fn largest<'a>(groups: &'a [GroupJudgement], rows: &[&Row<'_>]) -> Option<Together<'a>> {
    let is_shown = |id: &String| rows.iter().any(|row| row.claim.id == *id);
    let shown = groups.iter().filter(|group| group.claims.iter().all(is_shown));
    let pooled = shown.filter_map(|group| Some((group, group.pooled.as_ref()?)));
    // Of the same size, the earlier.
    pooled.rev().max_by_key(|(group, _)| group.claims.len())
}

fn ends(pooled: &PooledShare) -> Vec<f64> {
    let next = pooled.prediction.map(|next| [next.lo, next.hi]);
    [pooled.interval.lo, pooled.interval.hi].into_iter().chain(next.into_iter().flatten()).collect()
}

struct Forest<'a, 'b> {
    speaker: Speaker<'a>,
    table: &'b Table<'a>,
    /// The claims that are drawn.
    told: Vec<&'a Claim>,
    axis: Axis,
    page: Page<'a>,
}

impl<'a> Forest<'a, '_> {
    fn rows(&mut self, rows: &[&Row<'a>], group: Option<Together<'_>>) {
        self.numbers();
        let top = self.page.y;
        let heights: f64 = rows.iter().map(|row| self.height(row)).sum();
        let bottom = top + heights + if group.is_some() { TOGETHER } else { 0.0 };
        self.grid(top, bottom);
        for row in rows {
            self.row(row);
        }
        if let Some(group) = group {
            self.together(group);
        }
        self.numbers();
    }

    fn row(&mut self, row: &Row<'a>) {
        let axis = self.axis;
        let height = self.height(row);
        let middle = self.page.y + height / 2.0;
        let mut shapes = lines(&self.names(row), MARGIN, middle);
        if let Some(mark) = Mark::of(row) {
            let ink = if row.left_out().is_some() { MUTED } else { BLUE };
            let pen = Pen { ink, light: ink, half: 5.0, upright: false };
            shapes.extend(pen.whiskers(mark, &axis, middle));
            shapes.extend(pen.mark(mark, &axis, middle));
        }
        shapes.extend(lines(&self.figures(row), FIGURES, middle));
        self.page.put_claim(row.claim, self.whole(row), shapes);
        self.page.y += height;
    }

    fn height(&self, row: &Row<'a>) -> f64 {
        taken(&self.names(row)).max(taken(&self.figures(row))) + 12.0
    }

    /// Who found it and when, whom it is a share of, and what sets it apart from figures of
    /// the same people.
    fn names(&self, row: &Row<'a>) -> Vec<(Style, Vec<String>)> {
        let (claim, speaker) = (row.claim, self.speaker);
        let who = format!("{}, {}", self.cell(row, Column::Publisher), year(speaker, claim));
        let people = speaker.people(claim);
        let alike = self.told.iter().filter(|one| {
            let is_study = one.study() == claim.study() && one.id != claim.id;
            is_study && year(speaker, one) == year(speaker, claim) && speaker.people(one) == people
        });
        let alike: Vec<Option<String>> = alike.map(|one| speaker.how_asked(one)).collect();
        let mut names =
            vec![(STRONG, STRONG.lines(&who, NAMES, 2)), (SMALL, SMALL.lines(&people, NAMES, 2))];
        if !alike.is_empty() {
            let own = speaker.how_asked(claim).filter(|own| !alike.contains(&Some(own.clone())));
            let name = || clean(claim.id.rsplit('/').next().unwrap_or_default());
            names.push((SMALL, SMALL.lines(&own.unwrap_or_else(name), NAMES, 2)));
        }
        names
    }

    /// What it found, and of how many.
    fn figures(&self, row: &Row<'a>) -> [(Style, Vec<String>); 2] {
        let room = WIDTH - MARGIN - FIGURES;
        // What cannot be drawn is said by the way.
        let style = if Mark::of(row).is_some() { STRONG } else { SMALL };
        let figures = [(style, self.figure(row)), (SMALL, self.size_or_reason(row))];
        figures.map(|(style, text)| (style, style.lines(&text, room, 2)))
    }

    fn cell(&self, row: &Row<'a>, column: Column) -> String {
        self.speaker.cell(self.table, row, column).text
    }

    /// The share: its middle where rounding alone leaves it open.
    fn figure(&self, row: &Row<'a>) -> String {
        const ROUNDING: f64 = 0.0101;
        match row.share {
            Some(share)
                if share.hi_f64() - share.lo_f64() < ROUNDING
                    && Mark::of(row).is_some_and(is_middle) =>
            {
                percent(self.speaker.lang, f64::midpoint(share.lo_f64(), share.hi_f64()))
            }
            _ => self.cell(row, Column::Share),
        }
    }

    fn size_or_reason(&self, row: &Row<'a>) -> String {
        match row.left_out() {
            Some(reason) => self.speaker.left_out_for(reason),
            None => crate::lang::size(self.speaker.lang, row.claim.n),
        }
    }

    /// All that the row says, and what was cut.
    fn whole(&self, row: &Row<'a>) -> String {
        let columns = [Column::Who, Column::Period, Column::People, Column::Share];
        let mut parts: Vec<String> = columns.map(|column| self.cell(row, column)).into();
        parts.push(self.size_or_reason(row));
        parts.join(" · ")
    }

    fn together(&mut self, (group, pooled): Together<'_>) {
        let (lang, y) = (self.speaker.lang, self.page.y + TOGETHER / 2.0);
        let mut shapes = vec![Shape::Line {
            points: vec![[MARGIN, self.page.y], [WIDTH - MARGIN, self.page.y]],
            stroke: Stroke::solid(GRID, 1.0),
        }];
        if let Some(next) = pooled.prediction {
            let [lo, hi] = [next.lo, next.hi].map(|end| self.axis.at(end));
            let paint = Paint::filled(PALE);
            shapes.push(Shape::Rect { at: [lo, y - 3.0], size: [hi - lo, 6.0], paint });
        }
        let mean = [pooled.interval.lo, pooled.share, pooled.interval.hi];
        shapes.push(diamond(mean.map(|one| self.axis.at(one)), y, INK));
        let time = self.speaker.time_of(group).unwrap_or_default();
        let names = [
            (STRONG, vec![self.speaker.together(pooled.studies)]),
            (SMALL, SMALL.lines(&time, NAMES, 2)),
        ];
        shapes.extend(lines(&names, MARGIN, y));
        let interval = crate::lang::range(lang, pooled.interval.lo, pooled.interval.hi);
        let room = WIDTH - MARGIN - FIGURES;
        let figures = [
            (STRONG, vec![percent(lang, (pooled.share * 1000.0).round() / 1000.0)]),
            (SMALL, SMALL.lines(&interval, room, 2)),
        ];
        shapes.extend(lines(&figures, FIGURES, y));
        self.page.put(shapes);
        self.page.y += TOGETHER;
    }

    /// The shares along the axis.
    fn numbers(&mut self) {
        self.page.y += 16.0;
        let y = self.page.y - 4.0;
        let label = |share: f64| {
            let text = percent(self.speaker.lang, (share * 1000.0).round() / 1000.0);
            SMALL.line([self.axis.at(share), y], text, Anchor::Middle)
        };
        let shapes = self.axis.ticks().into_iter().map(label).collect();
        self.page.put(shapes);
    }

    fn grid(&mut self, top: f64, bottom: f64) {
        let line = |share: f64| {
            let x = self.axis.at(share);
            let width = if (share - 0.5).abs() < 1e-9 { 1.6 } else { 1.0 };
            Shape::Line { points: vec![[x, top], [x, bottom]], stroke: Stroke::solid(GRID, width) }
        };
        let shapes = self.axis.ticks().into_iter().map(line).collect();
        self.page.put(shapes);
    }

    /// What the marks are, as far as there are such.
    fn notes(&self, rows: &[&Row<'a>], pooled: Option<&PooledShare>) -> Vec<String> {
        let marks: Vec<Mark> = rows.iter().filter_map(|row| Mark::of(row)).collect();
        let mut notes = self.speaker.mark_notes(&marks);
        notes.extend(pooled.map(|one| self.speaker.together_note(one.prediction.is_some())));
        if rows.iter().any(|row| row.left_out().is_some()) {
            notes.push(self.speaker.grey_note().to_owned());
        }
        let hidden = self.table.rows.len().saturating_sub(rows.len());
        notes.extend((hidden > 0).then(|| self.speaker.hidden_note(hidden)));
        let [lo, hi] = [self.axis.lo, self.axis.hi];
        notes.extend((!self.axis.is_whole()).then(|| self.speaker.axis_note(lo, hi)));
        notes
    }
}

/// The height of the row of studies taken together.
const TOGETHER: f64 = 44.0;

fn is_middle(mark: Mark) -> bool {
    matches!(mark, Mark::Sized { .. } | Mark::Unsized { .. })
}

/// How high these lines are.
fn taken(lines: &[(Style, Vec<String>)]) -> f64 {
    lines.iter().map(|(style, lines)| style.leading() * lines.len() as f64).sum()
}

/// Lines of several styles, below each other around a middle.
fn lines(lines: &[(Style, Vec<String>)], x: f64, middle: f64) -> Vec<Shape> {
    let mut y = middle - taken(lines) / 2.0;
    let mut shapes = Vec::new();
    for (style, texts) in lines {
        for text in texts {
            y += style.leading();
            shapes.push(style.line([x, y - style.size * 0.3], text, Anchor::Start));
        }
    }
    shapes
}

/// The year or years of a claim, else of its publication, else that it is not known.
fn year(speaker: Speaker<'_>, claim: &Claim) -> String {
    let published = speaker.base.study_of(claim).and_then(|study| study.published);
    match claim.period.or(published).map(|one| [one.start().year(), one.end().year()]) {
        Some([first, last]) if first == last => first.to_string(),
        Some([first, last]) => format!("{first}–{last}"),
        None => speaker.when(claim),
    }
}
