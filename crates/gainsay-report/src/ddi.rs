//! A study as a codebook of DDI 2.5, which archives and statistical programs read.
//!
//! <https://ddialliance.org/Specification/DDI-Codebook/2.5/>: elements stand in the order
//! that its schema demands.

mod node;
mod variables;

use gainsay_claims::{
    Lang,
    region::Region,
    sample::Sample,
    study::Study,
    wire::{Disclosed, Unit},
};

use crate::{Speaker, lang::unit};
use node::{Node, node};

/// Writes a study and the shares that it states, one variable for each of them.
pub fn render(speaker: Speaker<'_>, study: &Study) -> String {
    let described = node("stdyDscr")
        .with(citation(study))
        .with(node("stdyInfo").with(summary(speaker, study)))
        .with(method(speaker, study));
    let variables = variables::all(speaker, study);
    let namespace = "ddi:codebook:2_5";
    let book = node("codeBook").key("xmlns", namespace).key("version", "2.5");
    let book = book.key("ID", &node::identifier(&study.id));
    let book = match &study.said.title_lang {
        Some(lang) => book.key("xml:lang", lang),
        None => book,
    };
    book.with(described).with(file(study)).with(node("dataDscr").all(variables)).document()
}

fn citation(study: &Study) -> Node {
    let said = &study.said;
    let title = node("titlStmt")
        .with(node("titl").text(&said.title))
        .with(node("IDNo").key("agency", "gainsay").text(&study.id));
    let produced = node("prodStmt")
        .with(node("producer").text(&said.publisher))
        .with(node("copyright").maybe(said.licence.as_deref()))
        .with(node("fundAg").maybe(said.sponsor.as_deref()));
    let published = study.published.as_ref().map(ToString::to_string);
    let distributed = node("distStmt").with(dated(node("distDate"), published.as_deref()));
    let works = said.works.iter().map(|work| node("holdings").key("URI", &work.url));
    node("citation").with(title).with(produced).with(distributed).all(works)
}

fn summary(speaker: Speaker<'_>, study: &Study) -> Node {
    let people = &study.said.people;
    let nations = people.regions.iter().map(|word| match Region::parse(word) {
        Ok(region) => node("nation").key("abbr", region.code()).text(region.name(speaker.lang)),
        Err(_) => node("nation").text(word),
    });
    let asked = study.population.universe.as_deref().map(|name| speaker.universe(name));
    let measured = match study.said.unit {
        Unit::Unknown => None,
        known => Some(unit(speaker.lang, known)),
    };
    node("sumDscr")
        .all(fieldwork(study))
        .all(nations)
        .with(node("anlyUnit").maybe(measured))
        .with(node("universe").key("clusion", "I").maybe(asked.as_deref()))
        .with(node("universe").key("clusion", "E").maybe(people.excludes.as_deref()))
}

/// The first and the last date, or the only one.
fn fieldwork(study: &Study) -> Vec<Node> {
    let Some(period) = &study.fieldwork else { return Vec::new() };
    let words = period.to_string();
    let date = |event: &str, words: &str| dated(node("collDate").key("event", event), Some(words));
    match words.split_once("..") {
        Some((first, last)) => vec![date("start", first), date("end", last)],
        None => vec![date("single", &words)],
    }
}

/// A date in words, and as ISO 8601 has it where it does.
fn dated(element: Node, words: Option<&str>) -> Node {
    let Some(words) = words else { return element };
    let is_iso = words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match is_iso {
        true => element.key("date", words).text(words),
        false => element.text(words),
    }
}

fn method(speaker: Speaker<'_>, study: &Study) -> Node {
    let said = &study.said;
    let weighted = match (said.weighted, speaker.lang) {
        (Disclosed::Yes, Lang::En) => Some("weighted"),
        (Disclosed::Yes, Lang::Fr) => Some("pondéré"),
        (Disclosed::No | Disclosed::Unknown, _) => None,
    };
    let collected = node("dataColl")
        .with(node("dataCollector").maybe(said.conducted_by.as_deref()))
        .with(node("sampProc").maybe(said.frame.as_deref()))
        .all(said.mode.iter().map(|mode| node("collMode").text(mode)))
        .with(node("weight").maybe(weighted));
    let document = speaker.base.documents.get(&study.at.document);
    let rate = said.response_rate.and_then(|place| document?.words(place).ok());
    let rate = rate.map(|words| words.text.to_owned());
    let analysed = node("anlyInfo").with(node("respRate").maybe(rate.as_deref()));
    node("method").with(collected).with(analysed)
}

fn file(study: &Study) -> Node {
    let cases = match study.n {
        Sample::Exactly(n) => Some(n.to_string()),
        _ => None,
    };
    let size = node("dimensns").with(node("caseQnty").maybe(cases.as_deref()));
    node("fileDscr").with(node("fileTxt").with(size))
}

#[cfg(test)]
mod tests;
