//! The whole report in text.

mod reviewed;

use gainsay_claims::{Diagnostic, Level, Tier};
use gainsay_judge::Judgement;
use gainsay_verdict::checks::EXPIRED_VERDICT;

use crate::{Counts, Speaker, agreement, folded::Folded, summary, terminal};

/// How much a report tells of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Everything, at full length.
    Nothing,
    /// What is to be decided, in brief. What is not is counted by rule, unless it is of this
    /// level or above: nothing is folded away that makes a run fail.
    Below(Level),
}

/// Every diagnostic that somebody has to answer with its lines, in the order of `shown`, then
/// what is folded or where studies agree, then what reviewers confirmed and rejected, then the
/// summary.
pub fn full(
    speaker: Speaker<'_>,
    judgement: &Judgement,
    shown: &[Diagnostic],
    fold: Fold,
    colour: bool,
) -> String {
    let counts = Counts::new(speaker.base, judgement, shown);
    let mut text = String::new();
    let open: Vec<&Diagnostic> = shown.iter().filter(|one| !one.is_settled()).collect();
    let rest = match fold {
        Fold::Nothing => {
            for diagnostic in open {
                text += &terminal::render(speaker, diagnostic, colour);
                text += "\n";
            }
            agreement::render(speaker, judgement)
        }
        Fold::Below(level) => {
            let is_told = |one: &&Diagnostic| !is_folded(one) || one.check.level >= level;
            let (told, folded): (Vec<&Diagnostic>, Vec<_>) = open.into_iter().partition(is_told);
            for tier in Tier::ALL {
                let of_tier: Vec<_> = told.iter().copied().filter(|one| one.tier == tier).collect();
                text += &speaker.in_brief(&of_tier, colour);
            }
            let agreements = agreement::count(speaker, judgement);
            speaker.folded(&Folded::new(&folded, agreements))
        }
    };
    if !rest.is_empty() {
        text += &rest;
        text += "\n";
    }
    for part in [speaker.confirmed(shown), speaker.rejected_studies(judgement)] {
        if !part.is_empty() {
            text += &part;
            text += "\n";
        }
    }
    text + &summary(speaker, &counts)
}

/// Whether a finding is counted only. That a verdict has ended is told by what is open again.
fn is_folded(finding: &Diagnostic) -> bool {
    finding.is_folded() || finding.check == &EXPIRED_VERDICT
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Lang,
        facts::{Answer, ReviewState, Reviewed, Status},
    };
    use jiff::civil::date;

    use super::*;
    use crate::fixture;

    fn whole(lang: Lang, colour: bool) -> String {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let speaker = Speaker::new(&base, lang);
        full(speaker, &judgement, &judgement.diagnostics, Fold::Nothing, colour)
    }

    #[test]
    fn a_report_in_english() {
        insta::assert_snapshot!(whole(Lang::En, false), @"
        error[diverging-shares]: comparable studies disagree: bought because of social media
         --> sources/fixture-a/raw.txt:2:1
          |
        2 | 72% of respondents have never bought a product they saw.
          | ^^^ fixture-a: 27.5% to 28.5% yes; social media users, United Kingdom, 2013, n = 1,004
          |
         ::: sources/fixture-b/raw.txt:2:1
          |
        2 | 13% of users said that social media led to a purchase.
          | --- fixture-b: 12.5% to 13.5% yes; social media users, United Kingdom, 2013, n = 2,100
          |
         ::: sources/fixture-c/raw.txt:2:1
          |
        2 | Environ 15 % des adultes ont acheté.
          | ------------ fixture-c: 12.5% to 17.5% yes; adults, United States, 2013, n not disclosed
          |
          = note: `fixture-a/2013/bought`, `fixture-b/2013/bought`:
                  14.0 points apart after rounding, which explains 1.0 points
                  as if random samples, sampling alone reaches 3.1 points; 4.3 points with the design effect assumed (p < 0.0001), 6.1 points with twice that; 7.9 points are left to explain
                  no difference recorded in population, base and period
          = note: `fixture-a/2013/bought`, `fixture-c/2013/bought`:
                  more than sampling explains from 338 people each on
                  different: population (United Kingdom / United States), mode of interview (not disclosed / online)
          = note: 1 more pair: `gainsay table 'bought'`
          = help: cite the shares together, or record why one is preferred
          = help: see `gainsay table 'bought'` and `gainsay explain diverging-shares`

        in agreement, with what sets the studies apart:
          bought because of social media
            `fixture-b/2013/bought` 12.5% to 13.5% / `fixture-c/2013/bought` 12.5% to 17.5%
              by inclusion: one figure holds the other
              different or not disclosed: base
              perhaps not independent: the same panel

        1 error, 0 warnings, 0 notes
        1 to decide: 1 reversal
        4 sources, 3 studies, 3 claims, 1 proposition, 3 pairs compared, 1 of them undecided, a size being unknown
        1 claim not compared: restates another claim (1)
        incomplete, as silence about a missing source proves nothing: `fixture-d`
        policy: level 0.05; a gap matters from 5.0 points or odds of 2 to 1; design effect 2; where n is unknown, a gap that 100 people each or fewer would establish counts, one that takes more than 1,000 does not; a subgroup is taken to hold at least 5% of n, known or not
        ");
    }

    #[test]
    fn a_report_in_french() {
        let shown = whole(Lang::Fr, false).replace('\u{202f}', "_").replace('\u{a0}', "~");
        insta::assert_snapshot!(shown, @"
        erreur[diverging-shares]: des études comparables se contredisent : a acheté à cause des médias sociaux
         --> sources/fixture-a/raw.txt:2:1
          |
        2 | 72% of respondents have never bought a product they saw.
          | ^^^ fixture-a~: 27,5_% à 28,5_% de oui~; utilisateurs des médias sociaux, Royaume-Uni, 2013, n = 1_004
          |
         ::: sources/fixture-b/raw.txt:2:1
          |
        2 | 13% of users said that social media led to a purchase.
          | --- fixture-b~: 12,5_% à 13,5_% de oui~; utilisateurs des médias sociaux, Royaume-Uni, 2013, n = 2_100
          |
         ::: sources/fixture-c/raw.txt:2:1
          |
        2 | Environ 15 % des adultes ont acheté.
          | ------------ fixture-c~: 12,5_% à 17,5_% de oui~; adultes, États-Unis, 2013, n non communiqué
          |
          = note: `fixture-a/2013/bought`, `fixture-b/2013/bought`~:
                  14,0 points d'écart, une fois déduit l'arrondi (1,0 point)
                  si les échantillons étaient aléatoires, le hasard seul expliquerait jusqu'à 3,1 points~; 4,3 points avec l'effet de plan supposé (p < 0,0001), 6,1 points avec le double~; reste à expliquer~: 7,9 points
                  aucune différence consignée~: population, base et période
          = note: `fixture-a/2013/bought`, `fixture-c/2013/bought`~:
                  l'écart dépasse ce que le hasard explique à partir de 338 personnes par étude
                  différences~: population (Royaume-Uni / États-Unis), mode d'enquête (non communiqué / en ligne)
          = note: 1 autre paire~: `gainsay table 'bought'`
          = aide: citer les parts ensemble, ou noter pourquoi l'une est préférée
          = aide: voir `gainsay table 'bought'` et `gainsay explain diverging-shares`

        en accord, avec ce qui distingue les études~:
          a acheté à cause des médias sociaux
            `fixture-b/2013/bought` 12,5_% à 13,5_% / `fixture-c/2013/bought` 12,5_% à 17,5_%
              par inclusion~: l'un des chiffres contient l'autre
              différents ou non communiqués~: base
              études peut-être liées~: the same panel

        1 erreur, 0 avertissement, 0 note
        1 à trancher~: 1 renversement
        4 sources, 3 études, 3 affirmations, 1 proposition, 3 paires comparées, dont 1 indécise, faute de connaître n
        1 affirmation non comparée~: reprise d'une autre affirmation (1)
        incomplet, car le silence d'une source manquante ne prouve rien~: `fixture-d`
        règles~: seuil 0,05~; un écart compte à partir de 5,0 points ou d'une cote 2 fois plus élevée~; effet de plan 2~; à n inconnu, un écart établi dès 100 personnes par étude compte, un écart qui en demande plus de 1_000 ne compte pas~; un sous-groupe est supposé réunir au moins 5_% de n, connu ou non
        ");
    }

    /// The fixture after its one finding was reviewed.
    fn reviewed(lang: Lang, state: ReviewState) -> String {
        let base = fixture::base();
        let mut judgement = fixture::judgement(&base);
        let status = match state {
            ReviewState::Settled(status) => status,
            _ => Status::Explained,
        };
        let answer = Answer {
            status,
            cause: Vec::new(),
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 2),
            until: date(2027, 10, 2),
            reason: "asked otherwise".to_owned(),
        };
        for one in &mut judgement.diagnostics {
            one.review = Some(Box::new(Reviewed { state, answers: vec![answer.clone()] }));
        }
        let speaker = Speaker::new(&base, lang);
        full(speaker, &judgement, &judgement.diagnostics, Fold::Nothing, false)
    }

    #[test]
    fn what_is_settled_is_counted_and_folded_away() {
        let text = reviewed(Lang::En, ReviewState::Settled(Status::Explained));
        assert!(!text.contains("diverging-shares"), "{text}");
        let counted = "0 errors, 0 warnings, 0 notes\n1 reviewed: 1 explained\n";
        assert!(text.contains(counted), "{text}");
        let french = reviewed(Lang::Fr, ReviewState::Settled(Status::FalsePositive));
        assert!(french.contains("\n1 déjà relu\u{a0}: 1 faux positif\n"), "{french}");
    }

    #[test]
    fn what_is_confirmed_stays_on_a_line() {
        let text = reviewed(Lang::En, ReviewState::Settled(Status::Confirmed));
        let line = "confirmed by reviewers:\n  comparable studies disagree: bought because of \
                    social media [diverging-shares:bought]: confirmed (A. Reviewer, \
                    2 October 2026): asked otherwise\n";
        assert!(text.contains(line), "{text}");
    }

    #[test]
    fn what_has_to_be_answered_again_is_shown() {
        let text = reviewed(Lang::En, ReviewState::Stale);
        assert!(text.starts_with("error[diverging-shares]"), "{text}");
        assert!(text.contains("\n1 to decide: 1 reversal\n1 stale\n4 sources"), "{text}");
    }

    #[test]
    fn colour_adds_escapes_and_nothing_else_does() {
        assert!(whole(Lang::En, true).contains('\u{1b}'));
        assert!(!whole(Lang::En, false).contains('\u{1b}'));
    }
}
