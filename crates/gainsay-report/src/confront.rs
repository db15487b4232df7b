//! Two claims of a base against each other: what they say, how they stand to each other,
//! and what `check` finds about both.

use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang,
    claim::{Claim, Statement},
    facts::{CitationFact, Dimension, Fact, PairFact, Side},
};
use gainsay_judge::{Answer, Confrontation, Judgement, confront, roots};

use crate::{
    Speaker, clean,
    lang::{colon, level, mark, pick, quoted, role},
    place::place,
};

/// Everything said of two claims.
#[derive(Clone, Debug)]
pub struct Confronted<'a> {
    /// As they stand.
    pub(crate) as_asked: Confrontation,
    /// What they come from, where they are citations.
    pub(crate) as_published: Option<Confrontation>,
    /// The diagnostics that point to both, or to what both come from.
    pub(crate) checks: Vec<&'a Diagnostic>,
}

impl<'a> Confronted<'a> {
    /// Holds two claims against each other. None where one is not in the base.
    pub fn of(claims: [&str; 2], judgement: &'a Judgement, base: &'a EvidenceBase) -> Option<Self> {
        let as_asked = confront(claims, judgement, base)?;
        let roots = roots(claims, base);
        let sides = [0, 1].map(|side| {
            let root = roots.as_ref().map(|roots| roots[side].as_str());
            [Some(claims[side]), root].into_iter().flatten().collect::<Vec<_>>()
        });
        let checks = judgement.diagnostics.iter();
        Some(Self {
            as_published: roots
                .as_ref()
                .and_then(|[one, other]| confront([one, other], judgement, base)),
            checks: checks.filter(|one| is_about(one, &sides)).collect(),
            as_asked,
        })
    }
}

/// Whether a diagnostic is about both sides, each given as the claims that stand for it.
/// One that is made of pairs is about those that it shows.
fn is_about(diagnostic: &Diagnostic, sides: &[Vec<&str>; 2]) -> bool {
    let labelled: Vec<&str> = diagnostic
        .labels
        .iter()
        .filter_map(|label| match &label.fact {
            Fact::Claim { id } => Some(id.as_str()),
            _ => None,
        })
        .collect();
    let holds = |ids: &[&str]| sides.iter().all(|side| side.iter().any(|id| ids.contains(id)));
    let mut pairs = diagnostic.notes.iter().filter(|note| note.about.len() == 2).peekable();
    match pairs.peek() {
        None => holds(&labelled),
        Some(_) => pairs.any(|note| {
            let [one, other] = [0, 1].map(|side| note.about[side].as_str());
            holds(&[one, other])
        }),
    }
}

/// Says everything, in lines.
pub fn render(speaker: Speaker<'_>, confronted: &Confronted<'_>, judgement: &Judgement) -> String {
    let mut lines = Vec::new();
    for id in &confronted.as_asked.claims {
        lines.extend(speaker.confronted_claim(id, judgement));
    }
    lines.extend(speaker.confrontation(&confronted.as_asked));
    if let Some(published) = &confronted.as_published {
        let heading = ["as published", "tels que publiés"];
        lines.push(pick(speaker.lang, heading).to_owned() + colon(speaker.lang).trim_end());
        let new = |id: &&String| !confronted.as_asked.claims.contains(id);
        lines.extend(published.claims.iter().filter(new).flat_map(|id| speaker.restated(id)));
        lines.extend(speaker.confrontation(published));
    }
    if !confronted.checks.is_empty() {
        let heading = ["`gainsay check` says of both", "`gainsay check` dit des deux"];
        lines.push(pick(speaker.lang, heading).to_owned() + colon(speaker.lang).trim_end());
    }
    lines.extend(confronted.checks.iter().map(|one| speaker.check_line(one)));
    lines.join("\n") + "\n"
}

impl Speaker<'_> {
    /// A claim as far as a comparison needs it, and how it drifted.
    fn confronted_claim(&self, id: &str, judgement: &Judgement) -> Vec<String> {
        let Some(claim) = self.base.claims.get(id) else {
            return Vec::new();
        };
        let mut lines = vec![clean(id), format!("  {}", place(self.base, &claim.at))];
        if let Statement::Share(figure) = &claim.statement {
            let text = quoted(self.lang, &clean(&figure.text));
            lines.push(self.field(["as published", "publié"], &text));
        }
        lines.push(format!("  {}", self.claim(claim)));
        lines.push(self.standing_of(claim));
        let cited = judgement.citations.iter().find(|one| one.claim == id);
        lines.extend(cited.into_iter().flat_map(|cited| self.drift(cited)));
        lines
    }

    /// A claim that a citation comes from, in short.
    fn restated(&self, id: &str) -> Vec<String> {
        let Some(claim) = self.base.claims.get(id) else {
            return Vec::new();
        };
        vec![clean(id), format!("  {}", self.claim(claim)), self.standing_of(claim)]
    }

    fn standing_of(&self, claim: &Claim) -> String {
        let seen =
            format!("{}, {}", role(self.lang, claim.said.role), mark(self.lang, claim.said.mark));
        self.field(["standing", "statut"], &seen)
    }

    /// How two claims stand to each other, with the reasons.
    pub(crate) fn confrontation(&self, found: &Confrontation) -> Vec<String> {
        let mut lines = vec![self.answer(&found.answer)];
        let known = [self.opposite_polarity(found), self.construct(found)];
        lines.extend(known.into_iter().flatten().map(|line| format!("  {line}")));
        let tested =
            found.test.map(|test| Fact::Citation(Box::new(CitationFact::AgreementTested(test))));
        let facts = found
            .layers
            .iter()
            .chain(&found.comparability)
            .chain(&found.dependence)
            .cloned()
            .map(Fact::Pair);
        let compounds = found.compounds.iter().cloned().map(Fact::Coherence);
        let facts: Vec<Fact> = tested.into_iter().chain(compounds).chain(facts).collect();
        lines.extend(self.pair_lines(&facts).into_iter().map(|line| format!("  {line}")));
        lines
    }

    /// Said where one of two claims counts those who do and the other those who do not.
    fn opposite_polarity(&self, found: &Confrontation) -> Option<String> {
        found.test?;
        let claims = found.claims.each_ref().map(|id| self.base.claims.get(id));
        let [Some(one), Some(other)] = claims else { return None };
        let negated: Vec<&Claim> =
            [one, other].into_iter().filter(|claim| claim.said.negated).collect();
        let [negated] = negated[..] else { return None };
        let id = clean(&negated.id);
        Some(match self.lang {
            Lang::En => {
                format!("opposite polarity: `{id}` counts those who do not, and was turned round")
            }
            Lang::Fr => format!(
                "polarité inverse\u{a0}: `{id}` compte ceux qui ne le font pas, et a été retourné"
            ),
        })
    }

    /// Said where the figures conflict and the wordings differ.
    fn construct(&self, found: &Confrontation) -> Option<String> {
        let Answer::ConflictIfComparable(apart) = &found.answer else {
            return None;
        };
        if !apart.contains(&Dimension::Wording) {
            return None;
        }
        let wordings = found.comparability.iter().find_map(|fact| match fact {
            PairFact::Differs { dimension: Dimension::Wording, sides } => Some(sides),
            _ => None,
        })?;
        let known = !wordings.contains(&Side::Unknown);
        let said = match known {
            true => [
                "not one construct: what was asked differs",
                "pas une même notion\u{a0}: ce qui a été demandé diffère",
            ],
            false => [
                "perhaps not one construct: a wording is not disclosed",
                "peut-être pas une même notion\u{a0}: une formulation n'est pas communiquée",
            ],
        };
        Some(pick(self.lang, said).to_owned())
    }

    fn check_line(&self, diagnostic: &Diagnostic) -> String {
        let check = diagnostic.check;
        let level = level(self.lang, check.level);
        format!("  {level}[{}]{}{}", check.id, colon(self.lang), self.headline(diagnostic))
    }
}
