//! What reviewers are shown and asked.

mod agreement;
mod answered;
mod dialogue;
mod words;

use gainsay_claims::{
    Diagnostic, Lang,
    diagnostic::Note,
    facts::{Answer, Fact, ReviewState, VerdictFact},
};

use crate::{
    Counts, Speaker, clean,
    lang::{colon, level, pick, plural, semicolon},
};

pub use agreement::agreement;
pub use answered::{day, disputed, recorded, rejected, removed, shaken};
pub use dialogue::{
    Question, help, no_difference, not_text, prompt, question, unanswered, unknown_key,
    usual_reason,
};
pub use words::{Unread, dimension, rating, unread};

/// A finding in a few lines: what it is, its key, what was answered and until when that
/// holds, if it does, and what changed.
pub fn entry(speaker: Speaker<'_>, finding: &Diagnostic) -> String {
    let state = finding.review.as_ref().map_or(ReviewState::Open, |review| review.state);
    let settling = finding.review.as_ref().filter(|_| state.is_settled());
    let settling = settling.map_or(&[][..], |review| &review.answers);
    let facts = finding.notes.iter().flat_map(|note: &Note| &note.facts);
    let lines: String = facts.filter_map(|fact| answer_line(speaker, fact, settling)).collect();
    format!(
        "{}{}{}\n  {} ({})\n{lines}",
        level(speaker.lang, finding.check.level),
        colon(speaker.lang),
        speaker.headline(finding),
        clean(&finding.key()),
        speaker.review_state(state),
    )
}

/// What was answered, and until when, where that settles the finding.
fn answer_line(speaker: Speaker<'_>, fact: &Fact, settling: &[Answer]) -> Option<String> {
    let Fact::Verdict(said) = fact else { return None };
    let until = match said {
        VerdictFact::Given(answer) if settling.contains(answer) => {
            let until = day(speaker.lang, answer.until);
            let texts = ["holds until", "vaut jusqu'au"];
            format!("{}{} {until}", semicolon(speaker.lang), pick(speaker.lang, texts))
        }
        _ => String::new(),
    };
    Some(format!("    {}{until}\n", speaker.verdict_fact(said)))
}

/// How many findings there are to decide and besides, counted as in every report, and how many
/// of them are settled; where nothing is open, how many there are.
pub fn backlog(speaker: Speaker<'_>, chosen: &[Diagnostic]) -> String {
    let (lang, counts) = (speaker.lang, Counts::of(chosen));
    let counted = |count, en: [&str; 2], fr: [&str; 2]| match lang {
        Lang::En => plural(lang, count, en[0], en[1]),
        Lang::Fr => plural(lang, count, fr[0], fr[1]),
    };
    let Some(open) = speaker.in_order_of_reading(&counts) else {
        let all = counted(chosen.len(), ["finding", "findings"], ["constat", "constats"]);
        return format!("{all}\n");
    };
    if counts.settled() == 0 {
        return format!("{open}\n");
    }
    let settled = counted(counts.settled(), ["settled", "settled"], ["réglé", "réglés"]);
    format!("{open}{}{settled}\n", semicolon(lang))
}

/// How many come after this one.
pub fn left(lang: Lang, count: usize) -> String {
    let more = plural(lang, count, pick(lang, ["more", "autre"]), pick(lang, ["more", "autres"]));
    format!("({more})\n")
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Tier,
        facts::{Field, Reviewed, Status},
    };
    use jiff::civil::date;

    use super::*;
    use crate::fixture;

    fn answer(status: Status) -> Answer {
        Answer {
            status,
            cause: Vec::new(),
            who: "A".to_owned(),
            on: date(2026, 10, 2),
            until: date(2027, 10, 2),
            reason: "both asked adults".to_owned(),
        }
    }

    #[test]
    fn what_is_put_off_shows_until_when_and_why() {
        let base = fixture::base();
        let answer = answer(Status::Deferred);
        let given = VerdictFact::Given(Box::new(answer.clone()));
        let mut finding = fixture::conflict().note(Fact::Verdict(given));
        let state = ReviewState::Settled(Status::Deferred);
        finding.review = Some(Box::new(Reviewed { state, answers: vec![answer] }));
        let said = |lang| {
            let said = entry(Speaker::new(&base, lang), &finding);
            said.lines().last().map(|line| line.replace('\u{a0}', "~"))
        };
        let line =
            "    deferred (A, 2 October 2026): both asked adults; holds until 2 October 2027";
        assert_eq!(said(Lang::En).as_deref(), Some(line));
        let line =
            "    différé (A, 2 octobre 2026)~: both asked adults~; vaut jusqu'au 2 octobre 2027";
        assert_eq!(said(Lang::Fr).as_deref(), Some(line));
    }

    #[test]
    fn what_is_to_be_decided_is_counted_as_in_every_report() {
        let base = fixture::base();
        let of = |tier, state| {
            let review = Some(Box::new(Reviewed { state, answers: Vec::new() }));
            Diagnostic { tier, review, ..fixture::conflict() }
        };
        let (open, settled) = (ReviewState::Open, ReviewState::Settled(Status::Deferred));
        let all = [(Tier::Reversal, open), (Tier::Folded, open), (Tier::Direct, settled)];
        let all = all.map(|(tier, state)| of(tier, state));
        let said = |lang, chosen| backlog(Speaker::new(&base, lang), chosen);
        let besides = "1 to decide: 1 reversal; besides 1 not comparable or a note";
        assert_eq!(said(Lang::En, &all[..2]), format!("{besides}\n"));
        assert_eq!(said(Lang::En, &all), format!("{besides}; 1 settled\n"));
        assert_eq!(said(Lang::En, &all[2..]), "1 finding\n");
        assert_eq!(said(Lang::En, &[]), "0 findings\n");
        let french = said(Lang::Fr, &all).replace('\u{a0}', "~");
        let expected =
            "1 à trancher~: 1 renversement~; en plus 1 non comparable ou pour mémoire~; 1 réglé\n";
        assert_eq!(french, expected);
    }

    #[test]
    fn a_stale_finding_shows_what_changed_and_no_more() {
        let base = fixture::base();
        let mut finding = fixture::conflict();
        let answer = answer(Status::Confirmed);
        let changed = VerdictFact::Changed {
            claim: "fixture-a/2013/bought".to_owned(),
            field: Field::N,
            from: None,
            to: Some("1004".to_owned()),
        };
        let given = VerdictFact::Given(Box::new(answer.clone()));
        finding = finding.note(Fact::Verdict(given)).note(Fact::Verdict(changed));
        finding.review =
            Some(Box::new(Reviewed { state: ReviewState::Stale, answers: vec![answer] }));
        let said = |lang| {
            entry(Speaker::new(&base, lang), &finding)
                .replace('\u{a0}', "~")
                .replace('\u{202f}', "_")
        };
        insta::assert_snapshot!(said(Lang::En), @"
        error: comparable studies disagree: bought because of social media
          diverging-shares:bought (stale)
            confirmed (A, 2 October 2026): both asked adults
            since then `fixture-a/2013/bought`: n not disclosed → 1,004
        ");
        insta::assert_snapshot!(said(Lang::Fr), @"
        erreur~: des études comparables se contredisent : a acheté à cause des médias sociaux
          diverging-shares:bought (périmé)
            confirmé (A, 2 octobre 2026)~: both asked adults
            depuis, `fixture-a/2013/bought`~: n non communiqué → 1_004
        ");
    }
}
