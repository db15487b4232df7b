//! A slope: the options of one question in the order in which two groups of people chose
//! them.

use gainsay_claims::Proposition;
use gainsay_judge::{OptionList, Orders, RankedOption};
use gainsay_picture::{Anchor, Paint, Picture, Shape, Stroke};

use super::{
    NoChart,
    page::{BLUE, INK, MARGIN, MUTED, PLAIN, Page, SMALL, STRONG, WIDTH},
};
use crate::{
    Speaker,
    fingerprint::sha256,
    lang::{ordinal, percent},
};

/// Where the two columns stand, and how far below each other options do.
const COLUMNS: [f64; 2] = [WIDTH / 2.0 - 90.0, WIDTH / 2.0 + 90.0];
const SLOT: f64 = 46.0;
const RADIUS: f64 = 12.0;

/// Draws the orders of options among two groups of people: of the propositions that are
/// named, in one study if there is such a one, else in two. A study or source may be named,
/// too, of which alone the lists are then.
///
/// # Errors
///
/// No two lists of options have one in common.
pub fn slope<'a>(
    speaker: Speaker<'a>,
    orders: &Orders,
    named: &[&Proposition],
    within: Option<&str>,
) -> Result<Picture, NoChart> {
    let lists = pair(orders, named, within).ok_or(NoChart::NoOrders)?;
    let is_one_study = lists[0].study == lists[1].study;
    let title = speaker.slope_title(&lists[0].topic);
    let page = Page::new(speaker, &title, speaker.slope_subtitle(is_one_study));
    let mut slope = Slope { speaker, lists, page };
    slope.headings();
    slope.options();
    let claims: Vec<_> = lists
        .iter()
        .flat_map(|list| &list.options)
        .filter_map(|option| speaker.base.claims.get(&option.claim))
        .collect();
    let notes = slope.notes();
    Ok(slope.page.finish(&notes, claims.into_iter(), Some(mark(lists))))
}

/// What a slope rests on, in the form of a table's line: the options of both lists, their
/// claims, shares and order.
fn mark(lists: [&OptionList; 2]) -> String {
    let options = |list: &OptionList| -> Vec<[String; 4]> {
        let ends = |option: &RankedOption| option.share.map(|one| [one.lo(), one.hi()]);
        let told = list.options.iter().map(|option| {
            let share = format!("{:?}", ends(option));
            let score = option.score.to_string();
            [option.proposition.to_string(), option.claim.clone(), share, score]
        });
        told.collect()
    };
    let evidence = lists.map(|list| (&list.study, options(list)));
    // Strings and lists only: nothing that could fail to be written.
    let bytes = serde_json::to_vec(&("gainsay/slope/1", evidence)).unwrap_or_default();
    let name = crate::clean(&lists[0].topic.to_string());
    format!("gainsay:slope {name} sha256:{}", sha256(bytes, 8))
}

/// Two lists that share an option: of one study before others, then those with the most
/// options in common, then the first.
fn pair<'b>(
    orders: &'b Orders,
    named: &[&Proposition],
    within: Option<&str>,
) -> Option<[&'b OptionList; 2]> {
    let is_named = |list: &&OptionList| named.iter().any(|one| list.has(one));
    let is_within = |list: &&OptionList| {
        let rest = within.map(|name| list.study.strip_prefix(name));
        rest.is_none_or(|rest| rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let lists: Vec<&OptionList> = orders.lists.iter().filter(is_named).filter(is_within).collect();
    let mut best: Option<((bool, usize), [&OptionList; 2])> = None;
    for (place, one) in lists.iter().enumerate() {
        for other in &lists[place + 1..] {
            let common = one.options.iter().filter(|option| other.has(&option.proposition)).count();
            let is_one_study = one.study == other.study;
            let differs = one.people != other.people || !is_one_study;
            let rank = (is_one_study, common);
            if differs && common > 0 && best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, [one, other]));
            }
        }
    }
    best.map(|(_, lists)| lists)
}

struct Slope<'a, 'b> {
    speaker: Speaker<'a>,
    lists: [&'b OptionList; 2],
    page: Page<'a>,
}

impl Slope<'_, '_> {
    fn headings(&mut self) {
        let top = self.page.y;
        for (side, list) in self.lists.into_iter().enumerate() {
            let mut y = top;
            let mut shapes = Vec::new();
            let people = self.speaker.people_of_list(list);
            for (style, text) in [(STRONG, people), (SMALL, self.study(list))] {
                for line in style.lines(&text, room(), 2) {
                    y += style.leading();
                    shapes.push(style.line([outside(side), y], line, anchor(side)));
                }
            }
            self.page.put(shapes);
            self.page.y = self.page.y.max(y);
        }
        self.page.y += 14.0;
    }

    /// Who asked how many, and when.
    fn study(&self, list: &OptionList) -> String {
        let first = list.options.first();
        let claim = first.and_then(|option| self.speaker.base.claims.get(&option.claim));
        let Some(claim) = claim else { return String::new() };
        let study = self.speaker.base.study_of(claim);
        let publisher = study.map(|study| crate::clean(&study.said.publisher));
        let when = self.speaker.when(claim);
        let size = crate::lang::size(self.speaker.lang, claim.n);
        publisher.into_iter().chain([when, size]).collect::<Vec<_>>().join(", ")
    }

    fn options(&mut self) {
        let [left, right] = self.lists;
        self.lines(left, right);
        let top = self.page.y;
        for (side, (list, other)) in [(left, right), (right, left)].into_iter().enumerate() {
            for (slot, option) in list.options.iter().enumerate() {
                let y = top + SLOT * (slot as f64 + 0.5);
                self.option(side, y, list, option, other.has(&option.proposition));
            }
        }
        let most = left.options.len().max(right.options.len());
        self.page.y = top + SLOT * most as f64;
    }

    fn lines(&mut self, left: &OptionList, right: &OptionList) {
        let top = self.page.y;
        let mut shapes = Vec::new();
        for (slot, option) in left.options.iter().enumerate() {
            let there = right.options.iter().position(|one| one.proposition == option.proposition);
            let Some(there) = there else { continue };
            let ends = [(slot, COLUMNS[0]), (there, COLUMNS[1])];
            let points = ends.map(|(slot, x)| [x, top + SLOT * (slot as f64 + 0.5)]).to_vec();
            shapes.push(Shape::Line { points, stroke: Stroke::solid(BLUE, 2.4) });
        }
        self.page.put(shapes);
    }

    fn option(
        &mut self,
        side: usize,
        y: f64,
        list: &OptionList,
        option: &RankedOption,
        is_common: bool,
    ) {
        let x = COLUMNS[side];
        let paint = match is_common {
            true => Paint::filled(BLUE),
            false => Paint::hollow(Stroke::solid(MUTED, 1.6)),
        };
        let mut shapes = vec![Shape::Circle { centre: [x, y], radius: RADIUS, paint }];
        let ink = if is_common { gainsay_picture::Ink([255; 3]) } else { INK };
        let place = super::page::Style { ink, size: 12.0, bold: true };
        shapes.push(place.line([x, y + 4.0], rank(list, option), Anchor::Middle));
        let name = self.speaker.option_of(&list.topic, &option.proposition);
        let mut lines: Vec<_> =
            STRONG.lines(&name, room(), 2).into_iter().map(|line| (STRONG, line)).collect();
        lines.push((PLAIN, self.figure(option)));
        let taken: f64 = lines.iter().map(|(style, _)| style.leading()).sum();
        let mut below = y - taken / 2.0;
        for (style, line) in lines {
            below += style.leading();
            shapes.push(style.line([outside(side), below - 3.5], line, anchor(side)));
        }
        match self.speaker.base.claims.get(&option.claim) {
            Some(claim) => {
                let title = format!("{name} · {}", self.speaker.claim(claim));
                self.page.put_claim(claim, title, shapes);
            }
            None => self.page.put(shapes),
        }
    }

    /// The share of an option, else its published place.
    fn figure(&self, option: &RankedOption) -> String {
        let lang = self.speaker.lang;
        match option.share {
            Some(share) if share.hi() - share.lo() < 0.0101 => {
                percent(lang, f64::midpoint(share.lo(), share.hi()))
            }
            Some(share) => crate::lang::range(lang, share.lo(), share.hi()),
            None => ordinal(lang, (-option.score).max(1.0) as u32),
        }
    }

    fn notes(&self) -> Vec<String> {
        let [left, right] = self.lists;
        let is_complete = left.complete && right.complete;
        let is_lone = |one: &OptionList, other: &OptionList| {
            one.options.iter().any(|option| !other.has(&option.proposition))
        };
        let has_ties =
            |list: &OptionList| list.options.windows(2).any(|two| is_tied(&two[0], &two[1]));
        let has_lone = is_lone(left, right) || is_lone(right, left);
        self.speaker.slope_notes(is_complete, has_lone, has_ties(left) || has_ties(right))
    }
}

/// The place of an option in its list, with a sign where others have the same share.
fn rank(list: &OptionList, option: &RankedOption) -> String {
    let ahead = list.options.iter().filter(|one| one.score > option.score && !is_tied(one, option));
    let tied = list.options.iter().filter(|one| is_tied(one, option)).count();
    format!("{}{}", ahead.count() + 1, if tied > 1 { "=" } else { "" })
}

fn is_tied(one: &RankedOption, other: &RankedOption) -> bool {
    (one.score - other.score).abs() < 1e-9
}

/// Where the words of a side stand.
fn outside(side: usize) -> f64 {
    let away = RADIUS + 12.0;
    if side == 0 { COLUMNS[0] - away } else { COLUMNS[1] + away }
}

fn anchor(side: usize) -> Anchor {
    if side == 0 { Anchor::End } else { Anchor::Start }
}

/// How wide the words of a side may be.
fn room() -> f64 {
    outside(0) - MARGIN
}
