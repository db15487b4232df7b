//! The shares that a study states, each as a variable with one category.

use std::collections::BTreeSet;

use gainsay_claims::{
    Lang,
    claim::{Claim, Share, Statement},
    sample::Sample,
    study::Study,
    wire::Disclosed,
};

use super::node::{Node, identifier, node};
use crate::Speaker;

/// How wide what the words of a share leave open may be, for the share to be given as
/// a number: one point.
const NARROW: f64 = 0.01 + 1e-12;

/// The shares that the study's own publisher states.
pub(super) fn all(speaker: Speaker<'_>, study: &Study) -> Vec<Node> {
    let claims = speaker.base.claims.values();
    let own = claims.filter(|claim| claim.study() == Some(&study.id) && claim.is_published());
    let mut taken = BTreeSet::new();
    own.filter_map(|claim| match &claim.statement {
        Statement::Share(share) => {
            let name = name(study, claim, &mut taken);
            Some(variable(speaker, study, claim, share, &name))
        }
        _ => None,
    })
    .collect()
}

/// The name of a claim within its study as one that statistical programs take, which no
/// other variable has.
fn name(study: &Study, claim: &Claim, taken: &mut BTreeSet<String>) -> String {
    let within = claim.id.strip_prefix(&study.id).unwrap_or(&claim.id).trim_start_matches('/');
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    let plain: String =
        within.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).collect();
    let lead = if plain.starts_with(|sign: char| sign.is_ascii_alphabetic()) { "" } else { "_" };
    let first = format!("{lead}{plain}");
    let mut name = first.clone();
    let mut next = 2;
    while !taken.insert(name.clone()) {
        name = format!("{first}_{next}");
        next += 1;
    }
    name
}

fn variable(speaker: Speaker<'_>, study: &Study, claim: &Claim, share: &Share, name: &str) -> Node {
    let label = speaker.proposition(&claim.proposition);
    let question = claim.said.question.as_ref().and_then(|question| question.text.as_deref());
    let asked = claim.base.steps.iter().map(|step| speaker.universe(&step.who));
    let asked = asked.collect::<Vec<_>>().join(" > ");
    let cases = match claim.n {
        Sample::Exactly(n) => Some(n.to_string()),
        _ => None,
    };
    node("var")
        .key("ID", &identifier(&format!("{}/{name}", study.id)))
        .key("name", name)
        .with(node("labl").text(&label))
        .with(node("qstn").with(node("qstnLit").maybe(question)))
        .with(node("universe").text(&asked))
        .with(node("sumStat").key("type", "vald").maybe(cases.as_deref()))
        .with(node("txt").text(&share.text))
        .with(category(speaker, study, claim, share))
        .with(node("concept").key("vocab", "gainsay").text(&claim.proposition.to_string()))
}

/// Those whom the share counts: of whom the proposition holds, or does not.
fn category(speaker: Speaker<'_>, study: &Study, claim: &Claim, share: &Share) -> Node {
    let (value, label) = match (claim.said.negated, speaker.lang) {
        (false, Lang::En) => ("1", "yes"),
        (false, Lang::Fr) => ("1", "oui"),
        (true, Lang::En) => ("0", "no"),
        (true, Lang::Fr) => ("0", "non"),
    };
    let percent = percent(share);
    let counted = node("catStat").key("type", "percent");
    let counted = match study.said.weighted {
        Disclosed::Yes => counted.key("wgtd", "wgtd"),
        Disclosed::No | Disclosed::Unknown => counted,
    };
    node("catgry")
        .with(node("catValu").text(value))
        .with(node("labl").text(label))
        .with(counted.maybe(percent.as_deref()))
}

/// The number of percent as it is published; where it is not, the middle of a share
/// that is known to the point. Vaguer words stand in `txt` only.
fn percent(share: &Share) -> Option<String> {
    let number = share.text.trim().strip_suffix('%').map(str::trim_end).unwrap_or_default();
    let is_number = !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && number.parse::<f64>().is_ok();
    if is_number {
        return Some(number.to_owned());
    }
    let (lo, hi) = (share.hard.lo_f64(), share.hard.hi_f64());
    let middle = share.middle().filter(|_| hi - lo <= NARROW)?;
    Some(format!("{:.4}", middle * 100.0))
}
