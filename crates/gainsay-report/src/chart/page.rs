//! A page that is written from above: title, drawing, notes, sources.

use std::collections::BTreeSet;

use gainsay_claims::claim::Claim;
use gainsay_picture::{Anchor, Group, Ink, Picture, Shape, Stroke, Text, wrap};

use crate::{
    Speaker, clean,
    table::{Seen, Works},
};

/// Text and marks.
pub(super) const INK: Ink = Ink([26, 26, 26]);
/// What is said by the way, and what is not compared.
pub(super) const MUTED: Ink = Ink([89, 89, 89]);
/// Lines to read a chart by.
pub(super) const GRID: Ink = Ink([217, 217, 217]);
/// What is compared: a blue that stays dark in grey.
pub(super) const BLUE: Ink = Ink([0, 84, 140]);
/// The same, lighter.
pub(super) const PALE: Ink = Ink([150, 190, 215]);

/// How wide every chart is.
pub(super) const WIDTH: f64 = 840.0;
/// The white around it.
pub(super) const MARGIN: f64 = 24.0;

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

pub(super) const TITLE: Style = Style { size: 20.0, bold: true, ink: INK };
pub(super) const PLAIN: Style = Style { size: 13.0, bold: false, ink: INK };
pub(super) const STRONG: Style = Style { size: 13.0, bold: true, ink: INK };
pub(super) const SMALL: Style = Style { size: 11.0, bold: false, ink: MUTED };

impl Style {
    /// From one line to the next.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.3).round()
    }

    /// A line of text.
    pub(super) fn line(self, at: [f64; 2], text: impl Into<String>, anchor: Anchor) -> Shape {
        let Self { size, bold, ink } = self;
        Shape::Text(Text { at, text: text.into(), size, bold, anchor, ink })
    }

    /// The lines that a text takes, at most so many; the last is cut if there are more.
    pub(super) fn lines(self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines = wrap(text, room, self.size, self.bold);
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1)).join(" ");
            lines.push(gainsay_picture::cut(&rest, room, self.size, self.bold));
        }
        lines
    }
}

/// A chart that is being made.
pub(super) struct Page<'a> {
    speaker: Speaker<'a>,
    picture: Picture,
    /// Down to where it is written.
    pub(super) y: f64,
}

impl<'a> Page<'a> {
    /// Begins with a title and what is shown of whom.
    pub(super) fn new(speaker: Speaker<'a>, title: &str, subtitle: &str) -> Self {
        let picture = Picture {
            lang: speaker.lang.code(),
            width: WIDTH,
            height: 0.0,
            title: title.to_owned(),
            description: subtitle.to_owned(),
            mark: None,
            groups: Vec::new(),
        };
        let mut page = Self { speaker, picture, y: MARGIN };
        page.write(TITLE, title, 3);
        page.y += 4.0;
        page.write(PLAIN, subtitle, 4);
        page.y += 14.0;
        page
    }

    /// Puts shapes on the page.
    pub(super) fn put(&mut self, shapes: Vec<Shape>) {
        self.picture.groups.push(Group { shapes, ..Group::default() });
    }

    /// Puts the shapes of a claim on the page, with all that is said of it.
    pub(super) fn put_claim(&mut self, claim: &Claim, title: String, shapes: Vec<Shape>) {
        let claim = Some(clean(&claim.id));
        self.picture.groups.push(Group { claim, title: Some(title), shapes });
    }

    /// Writes lines from margin to margin.
    pub(super) fn write(&mut self, style: Style, text: &str, most: usize) {
        let lines = style.lines(text, WIDTH - 2.0 * MARGIN, most);
        let shapes = lines.into_iter().map(|line| {
            self.y += style.leading();
            style.line([MARGIN, self.y - style.size * 0.25], line, Anchor::Start)
        });
        let shapes = shapes.collect();
        self.put(shapes);
    }

    /// Ends with notes and sources, and tells what evidence the chart rests on.
    pub(super) fn finish<'b>(
        mut self,
        notes: &[String],
        claims: impl Iterator<Item = &'b Claim>,
        mark: Option<String>,
    ) -> Picture
    where
        'a: 'b,
    {
        self.y += 10.0;
        let rule = vec![[MARGIN, self.y], [WIDTH - MARGIN, self.y]];
        self.put(vec![Shape::Line { points: rule, stroke: Stroke::solid(GRID, 1.0) }]);
        self.y += 6.0;
        for note in notes {
            self.write(SMALL, note, 4);
        }
        let sources = self.sources(claims);
        self.write(SMALL, &sources, 12);
        self.picture.description += " ";
        self.picture.description += &notes.join(" ");
        self.picture.height = (self.y + MARGIN).round();
        self.picture.mark = mark;
        self.picture
    }

    /// The studies, each once, and who drew. Many are told by their publishers.
    fn sources<'b>(&self, claims: impl Iterator<Item = &'b Claim>) -> String {
        const LISTED: usize = 8;
        let claims: Vec<&Claim> = claims.collect();
        let works = Works::new(self.speaker, claims.iter().copied());
        let mut names = BTreeSet::new();
        let (mut publishers, mut read) = (BTreeSet::new(), BTreeSet::new());
        for claim in claims {
            let Some(source) = works.source(claim) else { continue };
            names.insert(source.words());
            let study = self.speaker.base.study_of(claim);
            publishers.extend(study.map(|study| clean(&study.said.publisher)));
            if let Seen::Within { works, .. } = source.seen {
                read.extend(works.into_iter().map(|work| work.name));
            }
        }
        let listed = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>();
        if names.len() <= LISTED {
            return self.speaker.chart_sources(&listed(names));
        }
        self.speaker.chart_publishers(&listed(publishers), names.len(), listed(read))
    }
}
