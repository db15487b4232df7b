//! What is known of a figure, in Markdown.

use gainsay_claims::{
    Location,
    claim::Claim,
    facts::{DraftFact, Match},
};
use gainsay_draft::CheckedFigure;
use gainsay_judge::{Evidence, Judgement};

use crate::{
    Linted, Speaker, clean,
    escape::markdown as escape,
    lang::{colon, percent, pick, quoted, range, size},
    lint,
    place::place,
};

/// What is needed to tell of the figures of a draft.
#[derive(Clone, Copy)]
pub struct Hover<'a> {
    /// Who tells.
    pub speaker: Speaker<'a>,
    /// What the judge made of the base.
    pub judgement: &'a Judgement,
    /// The address of a document of the base, if it has one.
    pub address: &'a dyn Fn(&Location) -> Option<String>,
}

/// What is known of a figure of a draft, in Markdown: how it is read, and each claim that
/// was thought of. Text of plugins and documents stays text.
pub fn hover(hover: &Hover<'_>, linted: &Linted, figure: &CheckedFigure) -> Option<String> {
    let speaker = hover.speaker;
    let words = quoted(speaker.lang, &clean(lint::words(linted, figure)?));
    let became = speaker.became(&figure.outcome);
    let reads = speaker.draft(&DraftFact::Reads(figure.figure.reading.clone()));
    let head = format!(
        "**{}**{}{} ({})",
        escape(&words),
        colon(speaker.lang),
        escape(&became),
        escape(&reads)
    );
    let found = figure.outcome.matches().iter();
    let claims = found.filter_map(|found| hover.claim(found));
    Some(std::iter::once(head).chain(claims).collect::<Vec<_>>().join("\n\n") + "\n")
}

impl Hover<'_> {
    fn claim(&self, found: &Match) -> Option<String> {
        let speaker = self.speaker;
        let claim = speaker.base.claims.get(&found.claim)?;
        let source = escape(&speaker.source_of(&claim.id));
        let about = escape(&speaker.proposition(&claim.proposition));
        let mut text = format!("**{source}**{}{about}\n", colon(speaker.lang));
        for line in self.told(claim, found) {
            text += &format!("\n- {}", plain(&line));
        }
        Some(format!("{text}\n- {}", self.link(claim)))
    }

    /// What the study says, among whom, when, of how many, how sure, and why it was
    /// thought of.
    fn told(&self, claim: &Claim, found: &Match) -> Vec<String> {
        let speaker = self.speaker;
        let field = |name, value: &str| speaker.field(name, value).trim_start().to_owned();
        let mut lines = vec![
            field(["says", "dit"], &speaker.statement(claim)),
            field(["among", "parmi"], &speaker.people(claim)),
            field(["period", "période"], &speaker.when(claim)),
            size(speaker.lang, claim.n),
        ];
        lines.extend(self.evidence(claim).and_then(|evidence| self.interval(evidence)));
        lines.push(speaker.score(found));
        lines.extend(speaker.sides(found));
        lines
    }

    fn evidence(&self, claim: &Claim) -> Option<&Evidence> {
        let judged = self.judgement.propositions.iter();
        judged
            .filter(|one| one.proposition == *claim.proposition)
            .find_map(|one| one.evidence_of(&claim.id))
    }

    /// What sampling leaves open of the share of yes.
    fn interval(&self, evidence: &Evidence) -> Option<String> {
        let lang = self.speaker.lang;
        let one = evidence.interval?;
        let sure = percent(lang, 1.0 - self.speaker.base.policy.alpha);
        let lead = match lang {
            gainsay_claims::Lang::En => {
                format!("{sure} interval, as if a random sample of its effective size")
            }
            gainsay_claims::Lang::Fr => format!(
                "intervalle à {sure}, comme si c'était un échantillon aléatoire de son effectif équivalent"
            ),
        };
        let yes = pick(lang, ["yes", "de oui"]);
        Some(format!("{lead}{}{} {yes}", colon(lang), range(lang, one.lo, one.hi)))
    }

    fn link(&self, claim: &Claim) -> String {
        let at = place(self.speaker.base, &claim.at);
        let shown = escape(&at.to_string());
        match (self.address)(&claim.at) {
            Some(address) => format!("[{shown}]({address}#L{})", at.line),
            None => shown,
        }
    }
}

/// Text in which nothing is markup. A colon before a space is none anyway.
fn plain(text: &str) -> String {
    escape(text).replace("\\: ", ": ")
}

#[cfg(test)]
mod tests {
    use gainsay_claims::Lang;

    use super::*;
    use crate::{fixture, lint::fixture::linted};

    #[track_caller]
    fn said(lang: Lang, outcome: usize) -> String {
        let linted = linted();
        let judgement = fixture::judgement(&linted.base);
        let hover = Hover {
            speaker: Speaker::new(&linted.base, lang),
            judgement: &judgement,
            address: &|at| Some(format!("file:///base/{}", at.document)),
        };
        let figure = &linted.checked.figures[outcome];
        let said = super::hover(&hover, &linted, figure).expect("the figure is in the draft");
        said.replace('\u{202f}', "_").replace('\u{a0}', "~")
    }

    #[test]
    fn a_figure_tells_the_claim_that_it_was_matched_with() {
        insta::assert_snapshot!(said(Lang::En, 0), @r"
        **“28 %”**: matched (read as 27.5% to 28.5%)

        **fixture-a**: bought because of social media

        - says: 27.5% to 28.5% yes
        - among: social media users, United Kingdom
        - period: 2013
        - n = 1,004
        - 95% interval, as if a random sample of its effective size: 23.8% to 32.6% yes
        - likeness 0.90
        - for: same figure; its source “Fixture A”; its subject “Purchases”
        - [sources/fixture-a/raw\.txt\:2\:1](file:///base/sources/fixture-a/raw.txt#L2)
        ");
        insta::assert_snapshot!(said(Lang::Fr, 0), @r"
        **«~28 %~»**~: retrouvé (se lit 27,5_% à 28,5_%)

        **fixture-a**~: a acheté à cause des médias sociaux

        - dit~: 27,5_% à 28,5_% de oui
        - parmi~: utilisateurs des médias sociaux, Royaume-Uni
        - période~: 2013
        - n = 1_004
        - intervalle à 95_%, comme si c'était un échantillon aléatoire de son effectif équivalent~: 23,8_% à 32,6_% de oui
        - ressemblance 0,90
        - pour~: même chiffre~; sa source «~Fixture A~»~; son sujet «~Purchases~»
        - [sources/fixture-a/raw\.txt\:2\:1](file:///base/sources/fixture-a/raw.txt#L2)
        ");
    }

    #[test]
    fn text_of_documents_stays_text() {
        let hostile = "[a](http://b) <img src=x> `c` *d*: e\u{1b}";
        assert_eq!(plain(hostile), "\\[a\\](http\\://b) \\<img src=x\\> \\`c\\` \\*d\\*: e");
    }

    #[test]
    fn a_figure_that_nothing_is_like_tells_so() {
        let told = "**“7”**: not checked, as nothing in the base is about it (read as 7)\n";
        assert_eq!(said(Lang::En, 5), told);
    }
}
