//! How verdicts change when less is kept, or more error is assumed: judged before, and
//! only told here.

use std::collections::BTreeMap;

use gainsay_claims::{Lang, Proposition, region::RegionSet};
use gainsay_judge::{PairJudgement, PropositionJudgement, Relation};
use maud::{Markup, html};

use super::{anchor::anchor, limits::MAPPED, tables::Tables};
use crate::lang::{colon, plural, rounded};

const TITLE: [&str; 2] = ["What if less is kept?", "Et si l'on en garde moins\u{a0}?"];

/// The gravest relation of two claims on a proposition; none where nothing compares.
pub type Standing = Option<Relation>;

/// A base judged again in another way.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// In what way.
    pub restriction: Restriction,
    /// The standing of every proposition of which claims were kept.
    pub standings: BTreeMap<Proposition, Standing>,
}

/// What is changed before judging again.
#[derive(Clone, Debug, PartialEq)]
pub enum Restriction {
    /// Of each proposition only claims on the country that most are about.
    Country(BTreeMap<Proposition, Kept<RegionSet>>),
    /// Of each proposition only claims of the ten years that most are of, by the first.
    Decade(BTreeMap<Proposition, Kept<i16>>),
    /// Only figures that the study's own publisher states.
    Published,
    /// This design effect where a study states none.
    DesignEffect(f64),
}

/// What was kept, with how many claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<T> {
    /// What they have in common.
    pub what: T,
    /// How many.
    pub claims: usize,
}

impl View {
    /// Takes from the pairs of each proposition what a page tells of them, at this level of
    /// significance.
    pub fn new(
        restriction: Restriction,
        compared: Vec<(Proposition, Vec<PairJudgement>)>,
        alpha: f64,
    ) -> Self {
        let compared = compared.into_iter();
        let standings = compared.map(|(one, pairs)| (one, gravest_of(&pairs, alpha))).collect();
        Self { restriction, standings }
    }
}

/// The gravest relation of two claims on a proposition.
pub(super) fn gravest(judged: &PropositionJudgement, alpha: f64) -> Standing {
    gravest_of(&judged.pairs, alpha)
}

fn gravest_of(pairs: &[PairJudgement], alpha: f64) -> Standing {
    pairs.iter().filter_map(|pair| pair.relation(alpha)).min()
}

impl Tables<'_> {
    /// How the verdict on each proposition changes.
    pub(super) fn views(&self) -> Markup {
        let views = self.page.views;
        let rows: Vec<_> = self.shown.iter().take(MAPPED).collect();
        html! {
            section #views aria-labelledby="views-title" {
                h2 #views-title { (self.say(TITLE)) }
                p .lede { (self.say([
                    "Each proposition judged again. What changes is underlined.",
                    "Chaque proposition jugée à nouveau. Ce qui change est souligné.",
                ])) }
                @if views.is_empty() || rows.is_empty() {
                    p { (self.say(["Nothing to judge again.", "Rien à juger à nouveau."])) }
                } @else {
                    (self.scroll(TITLE, html! {
                        table .grid .views {
                            thead { tr {
                                th scope="col" { (self.say(["proposition", "proposition"])) }
                                th scope="col" { (self.say(["as judged", "tel que jugé"])) }
                                @for view in views { th scope="col" { (self.restriction(view)) } }
                            } }
                            tbody { @for one in rows { (self.view_row(one.judged)) } }
                        }
                    }))
                }
            }
        }
    }

    fn view_row(&self, judged: &PropositionJudgement) -> Markup {
        let alpha = self.speaker().base.policy.alpha;
        let own = gravest(judged, alpha);
        let proposition = &judged.proposition;
        html! {
            tr {
                th scope="row" {
                    a href={ "#" (anchor("p", &proposition.to_string())) } {
                        (self.speaker().proposition(proposition))
                    }
                }
                td { (self.word(own)) }
                @for view in self.page.views {
                    @let standing = view.standings.get(proposition).copied().flatten();
                    td .changed[standing != own] {
                        (self.word(standing))
                        @if let Some(kept) = self.kept(view, proposition) { small { (kept) } }
                    }
                }
            }
        }
    }

    fn restriction(&self, view: &View) -> String {
        match &view.restriction {
            Restriction::Country(_) => self.say(["one country", "un seul pays"]).to_owned(),
            Restriction::Decade(_) => self.say(["one decade", "une seule décennie"]).to_owned(),
            Restriction::Published => {
                self.say(["published figures only", "chiffres publiés seulement"]).to_owned()
            }
            Restriction::DesignEffect(deff) => {
                let deff = rounded(self.speaker().lang, *deff);
                format!("{} {deff}", self.say(["design effect", "effet de plan"]))
            }
        }
    }

    fn kept(&self, view: &View, proposition: &Proposition) -> Option<String> {
        let speaker = self.speaker();
        let (what, claims) = match &view.restriction {
            Restriction::Country(kept) => {
                let kept = kept.get(proposition)?;
                (speaker.regions(&kept.what), kept.claims)
            }
            Restriction::Decade(kept) => {
                let kept = kept.get(proposition)?;
                let (from, to) = (kept.what, kept.what.saturating_add(9));
                (format!("{from}–{to}"), kept.claims)
            }
            Restriction::Published | Restriction::DesignEffect(_) => return None,
        };
        let claims = match speaker.lang {
            Lang::En => plural(speaker.lang, claims, "claim", "claims"),
            Lang::Fr => plural(speaker.lang, claims, "affirmation", "affirmations"),
        };
        Some(format!("{what}{}{claims}", colon(speaker.lang)))
    }
}
