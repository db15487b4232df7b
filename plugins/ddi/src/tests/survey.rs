//! A codebook of invented answers. Its weighted frequencies are those that PSPP 1.6.2
//! computed from the same answers.

use gainsay_plugin::wire::{Derived, Disclosed, Figure, Mark, Place, Says};

use super::{FILE, Made, SURVEY, read};

const ENTRY: &str = "concept = \"c\"\nmark = \"publisher\"\n";

fn entry(keys: &str) -> Made {
    read(&format!("{FILE}[[finding]]\nid = \"a\"\n{ENTRY}{keys}\n"), SURVEY.as_bytes())
}

fn figure(made: &Made) -> &Figure {
    let Says::Share(figure) =
        &made.findings.first().unwrap_or_else(|| panic!("{}", made.message())).says
    else {
        panic!("no share")
    };
    figure
}

#[test]
fn a_study_is_what_the_codebook_says() {
    let made = read(FILE, SURVEY.as_bytes());
    assert_eq!(made.diagnostics, []);
    let study = &made.studies[0];
    assert_eq!(study.id, "fixture-a/one");
    assert_eq!(study.document, "sources/fixture-a/study.xml#one");
    assert_eq!(study.title, "Advertising & trust, été 2026");
    assert_eq!(study.publisher, "Fixture B");
    assert_eq!(study.conducted_by.as_deref(), Some("Fixture Fieldwork"));
    assert_eq!(study.sponsor.as_deref(), Some("Fixture Fund"));
    assert_eq!(study.licence.as_deref(), Some("Invented, for tests"));
    assert_eq!(study.people.regions, ["FR"]);
    assert_eq!(study.people.excludes.as_deref(), Some("People in institutions"));
    assert_eq!(study.frame.as_deref(), Some("Quota sample of an access panel"));
    assert_eq!(study.mode, ["online"]);
    assert_eq!(study.weighted, Disclosed::Yes);
    assert_eq!(made.words(Some(study.at)), study.title);
    assert_eq!(made.words(study.fieldwork), "2026-06-01..2026-07-15");
    assert_eq!(made.words(study.published), "2026-09-30");
    assert_eq!(made.words(study.n), "400");
    assert_eq!(made.words(study.response_rate), "41.5 %");
}

#[test]
fn the_mapping_goes_before_the_codebook() {
    let said = "publisher = \"Fixture C\"\nregions = [\"BE\"]\nmode = [\"mail\"]\n\
                universe = \"adults\"\nage = \"18+\"\nstrategy = \"survey\"\n\
                fieldwork = \"summer 2026\"\nn = \"398\"\n";
    let made = read(&format!("{FILE}{said}"), SURVEY.as_bytes());
    let study = &made.studies[0];
    assert_eq!(study.publisher, "Fixture C");
    assert_eq!((study.people.regions[0].as_str(), study.mode[0].as_str()), ("BE", "mail"));
    assert_eq!(made.words(study.people.age), "18+");
    assert_eq!(made.words(study.fieldwork), "summer 2026");
    assert_eq!(made.words(study.n), "398");
}

#[test]
fn frequencies_are_a_count_of_a_count() {
    let made = entry("variable = \"trust_ads\"\nyes = [\"4\", \"Fully\"]\nweighted = false");
    let figure = figure(&made);
    let Some(Derived::Ratio(whole)) = figure.derived else { panic!("{figure:?}") };
    assert_eq!(made.words(Some(figure.at)), "146", "79 and 67");
    assert_eq!(made.words(Some(whole)), "350");
    assert_eq!(made.words(made.findings[0].n), "350", "what `sumStat` says");
    let row = figure.at.cell.unwrap()[0];
    assert_eq!(
        made.listings[0].entries[row][0],
        "dataDscr/var[@name='trust_ads']/catgry[catValu='4']/catStat[@type='freq'] + \
         catgry[catValu='5']/catStat[@type='freq']"
    );
}

#[test]
fn without_a_page_the_codebook_itself_is_what_was_seen() {
    let entry = "[[finding]]\nid = \"a\"\nconcept = \"c\"\nvariable = \"sex\"\nyes = [\"1\"]\n";
    let made = read(&format!("{FILE}{entry}"), SURVEY.as_bytes());
    assert_eq!(made.findings.len(), 1, "{:?}", made.diagnostics);
    assert_eq!(made.findings[0].mark, Mark::Publisher);
    assert_eq!(made.findings[0].seen_at, None);
    let page = "[seen.archive]\nmark = \"secondary\"\nurl = \"https://a.example\"\n";
    let made = read(&format!("{FILE}{page}{entry}"), SURVEY.as_bytes());
    assert_eq!(made.findings[0].mark, Mark::Secondary);
}

#[test]
fn weighted_frequencies_are_shares_of_the_valid_answers() {
    let made = entry("variable = \"V4\"\nyes = [\"Rather\", \"Fully\"]\nweighted = true");
    let share = 158.5555 / 384.0062 * 100.0;
    assert_eq!(made.words(Some(figure(&made).at)), format!("{share:.4} %"));
    assert_eq!(made.words(made.findings[0].n), "350", "two have no weight");
}

#[test]
fn percentages_are_added_by_the_core() {
    let made = entry("variable = \"ease\"\nyes = [\"1\", \"2\"]");
    let figure = figure(&made);
    assert_eq!(made.words(Some(figure.at)), "61.5");
    let Some(Derived::Sum(rest)) = &figure.derived else { panic!("{figure:?}") };
    assert_eq!(rest.iter().map(|&at: &Place| made.words(Some(at))).collect::<Vec<_>>(), ["20.3"]);
    assert_eq!(made.findings[0].n, None);
}

#[test]
fn a_question_keeps_its_wording_and_options() {
    let made = entry("variable = \"trust_ads\"\nyes = [\"4\"]\nweighted = true");
    let question = made.findings[0].question.as_ref().unwrap();
    assert_eq!(question.text.as_deref(), Some("How far do you trust advertising?"));
    assert_eq!(question.lang.as_deref(), Some("en"));
    assert_eq!(question.options.len(), 5, "without those that stand for no answer");
}

#[test]
fn values_that_a_variable_declares_invalid_are_no_answers() {
    let read_as = |invalid: &str, keys: &str| {
        let begin = "<var ID=\"V4\" name=\"trust_ads\" wgt-var=\"V11\">";
        let survey = SURVEY.replace(begin, &format!("{begin}<invalrng>{invalid}</invalrng>"));
        assert_ne!(survey, SURVEY);
        let survey = survey.replace("<sumStat type=\"vald\">350</sumStat>", "");
        let keys = format!("variable = \"trust_ads\"\nweighted = false\n{keys}");
        let text = format!("{FILE}[[finding]]\nid = \"a\"\n{ENTRY}{keys}\n");
        read(&text, survey.as_bytes())
    };
    for (invalid, whole, left_out) in [
        ("<item VALUE=\"3\"/>", "282", " and not(catValu='3')"),
        ("<item VALUE=\"03.0\"/><key>none</key>", "282", " and not(catValu='3')"),
        ("<item VALUE=\"x\"/><range/><range min=\"x\"/><range min=\"4\" max=\"x\"/>", "350", ""),
        (
            "<range UNITS=\"INT\" min=\"2\" max=\"3\"/>",
            "216",
            " and not(catValu='2' or catValu='3')",
        ),
        ("<range MAX=\"1\"/><item VALUE=\"3\"/>", "212", " and not(catValu='1' or catValu='3')"),
        ("<range minExclusive=\"2\" maxExclusive=\"4\"/>", "282", " and not(catValu='3')"),
        ("<range min=\"5\"/>", "283", " and not(catValu='5')"),
    ] {
        let made = read_as(invalid, "yes = [\"4\"]");
        let Some(Derived::Ratio(at)) = figure(&made).derived else { panic!("{invalid}") };
        assert_eq!(made.words(Some(at)), whole, "{invalid}");
        assert_eq!(made.words(made.findings[0].n), whole, "{invalid}");
        let address = &made.listings[0].entries[at.cell.unwrap()[0]][0];
        let expected = format!(
            "sum(dataDscr/var[@name='trust_ads']/catgry[not(@missing='Y'){left_out}]\
             /catStat[@type='freq'])"
        );
        assert_eq!(*address, expected, "{invalid}");
    }
    let refused = read_as("<item VALUE=\"3\"/>", "yes = [\"3\"]");
    assert_eq!(refused.message(), "is a category that stands for no answer");
}

#[test]
fn words_are_whole_where_elements_stand_among_them() {
    let question = "How far do you trust advertising?";
    let wording = |xml: &str| {
        let survey = SURVEY.replace(question, xml);
        assert_ne!(survey, SURVEY);
        let keys = "variable = \"trust_ads\"\nyes = [\"4\"]\nweighted = true";
        let text = format!("{FILE}[[finding]]\nid = \"a\"\n{ENTRY}{keys}\n");
        let made = read(&text, survey.as_bytes());
        made.findings[0].question.clone().unwrap().text.unwrap()
    };
    for xml in [
        "How far do you trust <emph>advertising</emph>?",
        "How far do you <hi>trust <b>adver</b></hi>tising?",
        "How<hi> far </hi>do you <emph>trust</emph> <emph>advertising</emph>?",
        "<emph>How far do you</emph> trust advertising?",
        "<p>How far do you</p><p>trust <a>advertising</a>?</p>",
        "How far do you<lb/>trust <![CDATA[advertising]]>?",
        "<p>How far</p>do you<list><itm>trust</itm><itm>advertising?</itm></list>",
        "How far do you trust advertising?<concept>Trust.Media</concept>",
        "<concept>How far do you</concept> <concept>trust advertising?</concept>",
    ] {
        assert_eq!(wording(xml), question, "{xml}");
    }
}

#[test]
fn the_time_that_data_are_about_stands_in_for_unknown_days_of_fieldwork() {
    let undated = SURVEY.replace("collDate", "other");
    let text = format!("{FILE}[[finding]]\nid = \"a\"\n{ENTRY}variable = \"sex\"\nyes = [\"1\"]\n");
    let made = read(&text, undated.as_bytes());
    assert_eq!(made.studies[0].fieldwork, None);
    assert_eq!(made.words(made.findings[0].period), "2026");
    assert_eq!(read(&text, SURVEY.as_bytes()).findings[0].period, None);
}

#[test]
fn elements_may_have_a_prefix() {
    let prefixed =
        SURVEY.replace("</", "</ddi:").replace('<', "<ddi:").replace("<ddi:/ddi:", "</ddi:");
    let prefixed = prefixed.replace("<ddi:?", "<?").replace("xmlns=", "xmlns:ddi=");
    assert_eq!(read(FILE, prefixed.as_bytes()).studies, read(FILE, SURVEY.as_bytes()).studies);
}

#[test]
fn a_codebook_in_another_character_set_is_read_as_it_declares() {
    let latin = SURVEY.replace("UTF-8", "windows-1252");
    let bytes: Vec<u8> = latin.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let made = read(FILE, &bytes);
    assert_eq!(made.studies[0].title, "Advertising & trust, été 2026");
    assert_eq!(made.diagnostics, []);

    let and = |more: &[u8]| read(FILE, &[bytes.as_slice(), more].concat());
    let mixed = and("<!-- é -->".as_bytes());
    let message = mixed.message().replace(|sign: char| sign.is_ascii_digit(), "");
    let told = "`study.xml` is UTF- at byte , and is read as windows-: it holds both";
    assert_eq!(message, told, "and one is named");
    assert_eq!(mixed.studies.len(), 1);
    let undefined = and(b"<!-- \x81 -->");
    let told = format!(
        "`study.xml` is not windows-1252: it has no character for byte {}",
        bytes.len() + "<!-- ".len()
    );
    assert_eq!(undefined.message(), told);

    let made = read(FILE, latin.as_bytes());
    assert_eq!(made.studies[0].title, "Advertising & trust, été 2026");
    assert_eq!(made.message(), "`study.xml` says that it is windows-1252, and is read as UTF-8");

    let lying: Vec<u8> =
        SURVEY.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    assert_eq!(read(FILE, &lying).message(), "`study.xml` is not what it says it is, UTF-8");
    let wide: Vec<u8> = "\u{feff}"
        .chars()
        .chain(SURVEY.chars())
        .map(|one| u16::try_from(u32::from(one)).unwrap())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(FILE, &wide).studies[0].title, "Advertising & trust, été 2026");
}
