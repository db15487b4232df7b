//! A finding in about fifteen lines.

use std::collections::BTreeMap;

use gainsay_claims::{
    Diagnostic, Lang, Level,
    diagnostic::{Label, Note},
    facts::Fact,
};

use crate::{
    Speaker, clean, concise,
    lang::{pick, plural, semicolon},
    terminal::render_brief,
};

/// How many places are shown.
const PLACES: usize = 2;

/// How many of them in one document, where they take few lines.
const PLACES_IN_ONE: usize = 3;

/// How many lines say why.
const WHY: usize = 4;

/// What decides, of all that is known of a finding.
pub(crate) struct Brief {
    /// The two places, or a few in one document.
    pub(crate) labels: Vec<Label>,
    /// Why, what reviewers answered, and how many pairs there are besides.
    pub(crate) notes: Vec<String>,
    /// What to do, and where the rest is told.
    pub(crate) help: String,
}

/// How many findings of a rule are told in a few lines, errors aside; the others of its
/// tier take one line each.
const TOLD: usize = 5;

impl Speaker<'_> {
    /// The findings of one tier: the first of each rule with their lines, then the others.
    pub(crate) fn in_brief(&self, findings: &[&Diagnostic], colour: bool) -> String {
        let mut text = String::new();
        let mut others: BTreeMap<[&str; 2], Vec<&Diagnostic>> = BTreeMap::new();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in findings {
            let count = counts.entry(diagnostic.check.id).or_default();
            *count += 1;
            if *count > TOLD && diagnostic.check.level < Level::Error {
                let rule = [diagnostic.check.id, diagnostic.check.headline.en];
                others.entry(rule).or_default().push(diagnostic);
            } else {
                text += &render_brief(*self, diagnostic, colour);
                text += "\n";
            }
        }
        for others in others.into_values() {
            text += &self.a_line_each(&others);
            text += "\n";
        }
        text
    }

    fn a_line_each(&self, findings: &[&Diagnostic]) -> String {
        let Some(first) = findings.first() else { return String::new() };
        let (count, finds, rule) = (findings.len(), self.finds(first.check), first.check.id);
        let lead = match self.lang {
            Lang::En => {
                let times = plural(self.lang, count, "more time", "more times");
                format!("{times} {finds}, a line each: ")
            }
            Lang::Fr => {
                let times = plural(self.lang, count, "fois", "fois");
                format!("{times} de plus {finds}, une ligne chacune\u{a0}: ")
            }
        };
        let lines = findings.iter().map(|one| format!("  {}", concise::render(*self, one)));
        format!("{lead}`gainsay check --select {rule}`\n{}", lines.collect::<String>())
    }

    /// The most telling pair of a finding, or the first facts of one that has none.
    pub(crate) fn brief(&self, diagnostic: &Diagnostic) -> Brief {
        let mut notes = self.why(diagnostic);
        notes.extend(self.answers(diagnostic));
        notes.extend(self.further_pairs(diagnostic));
        let do_this = self.help(diagnostic);
        let see = pick(self.lang, ["see", "voir"]);
        let key = clean(&diagnostic.key());
        let help = format!("{do_this}{}{see} `gainsay show '{key}'`", semicolon(self.lang));
        Brief { labels: places(diagnostic), notes, help }
    }

    fn why(&self, diagnostic: &Diagnostic) -> Vec<String> {
        if let Some(first) = first_about(diagnostic) {
            let lines: Vec<String> =
                self.telling_lines(&first.facts).into_iter().take(WHY).collect();
            return vec![lines.join("\n")];
        }
        let facts = diagnostic.notes.iter().flat_map(|note| &note.facts);
        let facts = facts.filter(|fact| !matches!(fact, Fact::Verdict(_) | Fact::More { .. }));
        facts.take(WHY).map(|fact| self.fact(fact)).collect()
    }

    /// What reviewers answered, and what has changed since.
    fn answers<'a>(&'a self, diagnostic: &'a Diagnostic) -> impl Iterator<Item = String> + 'a {
        let facts = diagnostic.notes.iter().flat_map(|note| &note.facts);
        facts.filter(|fact| matches!(fact, Fact::Verdict(_))).map(|fact| self.fact(fact))
    }

    fn further_pairs(&self, diagnostic: &Diagnostic) -> Option<String> {
        let pairs = diagnostic.notes.iter().filter(|note| is_pair(note)).count();
        let untold: usize = diagnostic.notes.iter().flat_map(|note| &note.facts).map(untold).sum();
        let count = (pairs + untold).saturating_sub(1);
        (count > 0).then(|| self.more_pairs(count))
    }
}

/// The first note about certain claims.
fn first_about(diagnostic: &Diagnostic) -> Option<&Note> {
    diagnostic.notes.iter().find(|note| !note.about.is_empty())
}

fn is_pair(note: &Note) -> bool {
    note.facts.iter().any(|fact| matches!(fact, Fact::Pair(_)))
}

/// How many pairs a finding counts and does not tell of.
fn untold(fact: &Fact) -> usize {
    match fact {
        Fact::More { count, .. } => *count,
        _ => 0,
    }
}

/// The places of the claims that are told of, the main one first.
fn places(diagnostic: &Diagnostic) -> Vec<Label> {
    let about = first_about(diagnostic).map(|note| &note.about[..]).unwrap_or_default();
    let is_told = |label: &&Label| match &label.fact {
        Fact::Claim { id } => about.contains(id),
        _ => false,
    };
    let mut told: Vec<&Label> = diagnostic.labels.iter().filter(is_told).collect();
    if told.is_empty() {
        told = diagnostic.labels.iter().collect();
    }
    let in_one = told.iter().all(|label| label.at.document == told[0].at.document);
    told.truncate(if in_one { PLACES_IN_ONE } else { PLACES });
    told.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use gainsay_claims::Check;

    use super::*;
    use crate::fixture;

    #[test]
    fn a_finding_shows_its_first_pair_and_counts_the_others() {
        let base = fixture::base();
        let text = render_brief(Speaker::new(&base, Lang::En), &fixture::conflict(), false);
        insta::assert_snapshot!(text, @"
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
          = note: 14.0 points apart after rounding, which explains 1.0 points
                  as if random samples, sampling alone reaches 3.1 points; 4.3 points with the design effect assumed (p < 0.0001), 6.1 points with twice that; 7.9 points are left to explain
                  no difference recorded in population, base and period
          = note: 2 more pairs
          = help: cite the shares together, or record why one is preferred; see `gainsay show 'diverging-shares:bought'`
        ");
    }

    #[test]
    fn of_many_findings_of_a_rule_the_others_take_one_line_each() {
        static OTHER: Check = Check { level: Level::Warning, ..fixture::RULE };
        let base = fixture::base();
        let error = fixture::conflict();
        let warning = Diagnostic { check: &OTHER, ..error.clone() };
        let text = |lang, one: &Diagnostic| {
            Speaker::new(&base, lang).in_brief(&[one; 7], false).replace('\u{a0}', "~")
        };
        let said = text(Lang::En, &warning);
        assert_eq!(said.matches("\nwarning[").count(), 4, "{said}");
        let lead = "\n2 more times “comparable studies disagree: …”, a line each: `gainsay check \
                    --select diverging-shares`\n  sources/fixture-a/raw.txt:2:1: diverging-shares warning: ";
        assert!(said.contains(lead), "{said}");
        let said = text(Lang::Fr, &warning);
        let lead = "\n2 fois de plus «~des études comparables se contredisent : …~», une ligne \
                    chacune~: `";
        assert!(said.contains(lead), "{said}");
        assert!(!text(Lang::En, &error).contains("a line each"));
    }

    #[test]
    fn a_finding_is_as_short_in_french() {
        let base = fixture::base();
        let text = render_brief(Speaker::new(&base, Lang::Fr), &fixture::conflict(), false);
        insta::assert_snapshot!(text.replace('\u{202f}', "_").replace('\u{a0}', "~"), @"
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
          = note: 14,0 points d'écart, une fois déduit l'arrondi (1,0 point)
                  si les échantillons étaient aléatoires, le hasard seul expliquerait jusqu'à 3,1 points~; 4,3 points avec l'effet de plan supposé (p < 0,0001), 6,1 points avec le double~; reste à expliquer~: 7,9 points
                  aucune différence consignée~: population, base et période
          = note: 2 autres paires
          = aide: citer les parts ensemble, ou noter pourquoi l'une est préférée~; voir `gainsay show 'diverging-shares:bought'`
        ");
    }
}
