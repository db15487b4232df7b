//! The golden verdicts: what a careful reviewer says of 18 pairs of claims, each with what
//! it must mention, as the program says it in both languages.

use std::{collections::BTreeMap, sync::Mutex};

use gainsay_tests::{base::shipped, program::on_base};

use Asked::{Check, Compare, Show};

/// What is asked of the program.
#[derive(Clone, Copy, Debug)]
enum Asked {
    /// What `compare` says of two claims.
    Compare(&'static str, &'static str),
    /// The one diagnostic of `check` of this rule whose text holds this.
    Check(&'static str, &'static str),
    /// What `check` says of studies that agree.
    Agreement,
    /// Everything known of a study.
    Show(&'static str),
}

/// One question and its answer; no-break spaces count as spaces.
struct Row {
    /// Of the verdict, from 1 to 18.
    number: u8,
    asked: Asked,
    /// What has to be said.
    en: &'static [&'static str],
    fr: &'static [&'static str],
    /// What must not be said, in either language.
    never: &'static [&'static str],
}

const CONFLICT: [&str; 2] = ["they conflict", "ils se contredisent"];

const ROWS: &[Row] = &[
    // Apparent: polarity, country and base. As cited 28, as published 28 or more.
    Row {
        number: 1,
        asked: Compare(
            "articles/mercatik-2014/kentico-never-bought",
            "articles/mercatik-2014/pwc-bought",
        ),
        en: &[
            "would conflict if they were comparable; different or not disclosed: wording, population and base",
            "opposite polarity: `articles/mercatik-2014/kentico-never-bought`",
            "at least 27.5% yes turns into 27.5% to 28.5%",
            "z = 4.4",
        ],
        fr: &[
            "se contrediraient s'ils étaient comparables ; différents ou non communiqués : formulation, population et base",
            "polarité inverse : `articles/mercatik-2014/kentico-never-bought`",
            "au moins 27,5 % de oui se change en 27,5 % à 28,5 %",
            "z = 4,4",
        ],
        never: &CONFLICT,
    },
    // A claimed agreement is refuted: five points, British users against shoppers of 11 countries.
    Row {
        number: 2,
        asked: Check("refuted-agreement", "yougov-agrees-with-pwc"),
        en: &[
            "says agree do not",
            "5.0 points apart as published",
            "z = 5.4",
            "population (Brazil, Canada, Switzerland and 8 others / United Kingdom), base (online shoppers / social media users)",
        ],
        fr: &[
            "ne le sont pas",
            "5,0 points d'écart entre les chiffres publiés",
            "z = 5,4",
            "population (Brésil, Canada, Suisse et 8 autres / Royaume-Uni), base (acheteurs en ligne / utilisateurs des médias sociaux)",
        ],
        never: &[],
    },
    // Apparent: behaviour, condition, country.
    Row {
        number: 3,
        asked: Compare(
            "articles/mercatik-2014/kentico-ignores",
            "articles/mercatik-2014/yougov-ignores-if-too-often",
        ),
        en: &[
            "would conflict if they were comparable; different or not disclosed: wording, population and base",
            "not one construct: what was asked differs",
            "never or hardly ever pays attention / regularly hides updates, if they post too often",
            "population (United States / United Kingdom)",
        ],
        fr: &[
            "se contrediraient s'ils étaient comparables ; différents ou non communiqués : formulation, population et base",
            "pas une même notion : ce qui a été demandé diffère",
            "population (États-Unis / Royaume-Uni)",
        ],
        never: &CONFLICT,
    },
    // A conflict: 78 against at most 66.
    Row {
        number: 4,
        asked: Check("diverging-shares", "market-force/2012-april.csv"),
        en: &[
            "error[diverging-shares]: comparable studies disagree",
            "Market Force: at least 77.5% yes; people who follow or like brands, United States",
            "Gallup: at most 66.5% yes; people who follow or like brands, United States",
        ],
        fr: &[
            "erreur[diverging-shares]: des études comparables se contredisent",
            "Market Force : au moins 77,5 % de oui",
            "Gallup : au plus 66,5 % de oui",
        ],
        never: &[],
    },
    Row {
        number: 4,
        asked: Compare(
            "market-force/2012-april/posts-of-followed",
            "gallup/2014-consumer/not-influenced-followers",
        ),
        en: &["verdict: they conflict, and are comparable", "error[diverging-shares]"],
        fr: &["verdict : ils se contredisent, et sont comparables", "erreur[diverging-shares]"],
        never: &[],
    },
    // A conflict, unless those 75 % are of a narrower base, which is not disclosed.
    Row {
        number: 5,
        asked: Compare(
            "deloitte/2014-digital-divide/social-information",
            "gallup/2014-consumer/not-influenced",
        ),
        en: &[
            "would conflict if they were comparable; different or not disclosed: base",
            "base (not disclosed / adults)",
            "at least 74.5% for",
            "at most 38.5% yes",
        ],
        fr: &[
            "se contrediraient s'ils étaient comparables ; différents ou non communiqués : base",
            "base (non communiqué / adultes)",
            "au moins 74,5 %",
            "au plus 38,5 % de oui",
        ],
        never: &[],
    },
    Row {
        number: 5,
        asked: Check("diverging-shares-across-populations", "gallup/2014-consumer.csv"),
        en: &[
            "`deloitte/2014-digital-divide/social-information`, `gallup/2014-consumer/influenced`:",
            "38.5 points apart after rounding",
            "base (not disclosed / adults)",
        ],
        fr: &["38,5 points d'écart", "base (non communiqué / adultes)"],
        never: &[],
    },
    // Undecidable: nobody tells on which scale the 2 % trust.
    Row {
        number: 6,
        asked: Compare(
            "articles/mercatik-2014/adobe-credit",
            "forrester/2013-branded-content/company-posts-europe",
        ),
        en: &[
            "verdict: cannot be decided; what exactly was asked is not known: `adobe/2013-click-here/trusts-company-pages-us`; ask for the wording",
            "4 or 5 on a scale of 5",
        ],
        fr: &[
            "verdict : indécidable ; on ignore ce qui a été demandé au juste : `adobe/2013-click-here/trusts-company-pages-us` ; demander la formulation exacte",
            "4 ou 5 sur une échelle de 5",
        ],
        never: &["would conflict", "contrediraient", "[diverging-shares"],
    },
    Row {
        number: 6,
        asked: Check("untestable-shares", "adobe/2013-click-here/trusts-company-pages-us"),
        en: &[
            "what exactly was asked is not known: `adobe/2013-click-here/trusts-company-pages-us`",
        ],
        fr: &[
            "on ignore ce qui a été demandé au juste : `adobe/2013-click-here/trusts-company-pages-us`",
        ],
        never: &[],
    },
    // Agreement by inclusion, of studies that perhaps depend on each other.
    Row {
        number: 7,
        asked: Compare("l2/2014/facebook", "custora/2013/facebook"),
        en: &[
            "they agree, by inclusion: one figure holds the other",
            "perhaps not independent: ",
            "less than 0.25% yes",
        ],
        fr: &[
            "ils concordent, par inclusion",
            "études peut-être liées : ",
            "moins de 0,25 % de oui",
        ],
        never: &CONFLICT,
    },
    Row {
        number: 7,
        asked: Asked::Agreement,
        en: &["`custora/2013/twitter` less than 0.01% / `l2/2014/twitter` less than 0.1%"],
        fr: &["`custora/2013/twitter` moins de 0,01 % / `l2/2014/twitter` moins de 0,1 %"],
        never: &[],
    },
    // A contrast of two populations in one study.
    Row {
        number: 8,
        asked: Check("contrasting-ranks", "ibm/2011-social-crm"),
        en: &[
            "different populations of one study, `ibm/2011-social-crm`: a contrast, no contradiction",
            "consumers more than executives: discounts",
        ],
        fr: &["un contraste, pas une contradiction", "consommateurs plus que dirigeants : "],
        never: &[],
    },
    Row {
        number: 8,
        asked: Compare(
            "ibm/2011-social-crm/connected-consumers",
            "ibm/2011-social-crm/connected-executives",
        ),
        en: &[
            "verdict: a contrast within one study, no contradiction",
            "base (consumers / executives)",
        ],
        fr: &["verdict : un contraste à l'intérieur d'une étude, pas une contradiction"],
        never: &CONFLICT,
    },
    // An order against a tie: 40 and 39 of 300 are not told apart.
    Row {
        number: 9,
        asked: Check("unsettled-first-places", "kentico/2014-social/interested"),
        en: &[
            "no contradiction as it stands",
            "`kentico/2014-social/interested` no farther ahead of `kentico/2014-social/offer` than rounding reaches; a tie in any case (300 people",
            "first: `ibm/2011-social-crm/discount-consumers` 5.0 points ahead",
        ],
        fr: &[
            "ex æquo dans tous les cas (300 personnes",
            "en tête : `ibm/2011-social-crm/discount-consumers`",
        ],
        never: &[],
    },
    // "By 50 %" leads from 36 to 54, where the source says "to 50".
    Row {
        number: 10,
        asked: Check("citation-drift", "articles/mercatik-2014/deloitte-forecast"),
        en: &[
            "a level and a change are taken for each other: 49.5% to 50.5% at the source",
            "leads to 53.1% to 54.9%",
        ],
        fr: &[
            "confusion entre un niveau et une variation : 49,5 % à 50,5 % dans la source",
            "53,1 % à 54,9 %",
        ],
        never: &[],
    },
    // Students became pupils, and one of two things counted together stands for both.
    Row {
        number: 11,
        asked: Check("citation-drift", "articles/mercatik-2014/concentric-brands-unwelcome"),
        en: &[
            "not the same is counted together",
            "college students at the source, high-school students in the citation",
            "the study's own figure for that alone: `concentric/2013-students/unwelcome`, 11.8% to 13.4% yes",
            "45% to 55% yes",
        ],
        fr: &["`concentric/2013-students/unwelcome`, 11,8 % à 13,4 % de oui", "lycéens"],
        never: &[],
    },
    // Perhaps another country: the page that was translated was seen in part only.
    Row {
        number: 12,
        asked: Check("citation-drift", "articles/mercatik-2014/adobe-credit"),
        en: &[
            "perhaps other places: United States at the source, Europe in the citation",
            "was seen in part only; it may say more",
        ],
        fr: &["sans certitude, autres lieux : États-Unis dans la source, Europe dans la citation"],
        never: &[],
    },
    // Announced and at closing.
    Row {
        number: 13,
        asked: Check("superseded-forecast", "salesforce/2011-radian6/price-announced"),
        en: &[
            "one affair at two stages (the announcement, the closing); they do not contradict each other",
            "325,500,000 to 326,500,000 USD",
            "336,550,000 to 336,650,000 USD",
        ],
        fr: &["d'une même affaire à deux stades (", "ils ne se contredisent pas"],
        never: &[],
    },
    Row {
        number: 13,
        asked: Compare(
            "salesforce/2011-radian6/price-announced",
            "salesforce/2011-radian6/price-at-closing",
        ),
        en: &["verdict: no conflict: one affair at two stages", "the announcement / the closing"],
        fr: &["verdict : pas de contradiction : une même affaire à deux stades"],
        never: &CONFLICT,
    },
    // A trend, by the same instrument.
    Row {
        number: 14,
        asked: Compare(
            "yougov/2013-social-media-journey/bought",
            "yougov/2012-social-media-journey/bought",
        ),
        en: &[
            "verdict: waves of one publisher: a trend, no contradiction",
            "no difference recorded in unit, wording, population, base and sponsor",
        ],
        fr: &[
            "verdict : vagues d'un même éditeur : une tendance, pas une contradiction",
            "aucune différence consignée : unité, formulation, population, base et commanditaire",
        ],
        never: &["[diverging-shares"],
    },
    // A universal, and named instances.
    Row {
        number: 15,
        asked: Check("refuted-universal", "articles/cavazza-2011/all-brands-soon-present"),
        en: &["allow no exception, and there are some", "AXA, La Macif and ERDF"],
        fr: &["n'admettent aucune exception, et il y en a", "AXA, La Macif et ERDF"],
        never: &[],
    },
    // One figure, two populations.
    Row {
        number: 16,
        asked: Check("citation-drift", "articles/mercatik-2014/pitney-bowes-bad-experience"),
        en: &[
            "perhaps other places: Australia at the source, Australia, Germany, France and 2 others in the citation",
            "perhaps computed, and not said to be",
        ],
        fr: &["sans certitude, autres lieux : Australie dans la source"],
        never: &[],
    },
    Row {
        number: 16,
        asked: Compare(
            "articles/mercatik-2014/pitney-bowes-bad-experience",
            "pitney-bowes/2012-social-media-marketing/no-bad-experience-australia",
        ),
        en: &["one figure of one study, told of two populations; of which it is, is not settled"],
        fr: &["un seul chiffre d'une étude, dit de deux populations ; rien n'établit de laquelle"],
        never: &CONFLICT,
    },
    // Other bases, 2010 and 2017; nobody saw the 57 at its publisher's.
    Row {
        number: 17,
        asked: Compare(
            "articles/unsigned-2017/social-more-likely-to-buy",
            "chadwick-martin-bailey/2010-fans-and-followers/fans-buy",
        ),
        en: &[
            "verdict: no conflict",
            "unverified",
            "base (consumers / people who like brands on Facebook), period (2017 / 8 February 2010",
        ],
        fr: &["verdict : pas de contradiction", "non vérifié"],
        never: &["would conflict", "contrediraient"],
    },
    // The period is that of the interviews, not that of the publication.
    Row {
        number: 18,
        asked: Show("gallup/2014-consumer"),
        en: &["fieldwork: 12 December 2012 – 22 January 2013", "published: 23 June 2014"],
        fr: &["terrain : 12 décembre 2012 – 22 janvier 2013", "paru : 23 juin 2014"],
        never: &[],
    },
    Row {
        number: 18,
        asked: Compare(
            "gallup/2014-consumer/influenced",
            "deloitte/2014-digital-divide/social-information",
        ),
        en: &["12 December 2012 – 22 January 2013"],
        fr: &["12 décembre 2012 – 22 janvier 2013"],
        never: &["published June 2014", "publié en juin 2014"],
    },
];

/// What the program prints; the same is asked once.
fn output(arguments: &[&str], lang: &str, code: i32) -> String {
    static CACHE: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());
    let arguments = [arguments, &["--lang", lang]].concat();
    let mut cache = CACHE.lock().expect("no test panics in here");
    let text = cache.entry(arguments.join(" ")).or_insert_with(|| {
        let output = on_base(&shipped(), &arguments, code);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.replace(['\u{a0}', '\u{202f}'], " ")
    });
    text.clone()
}

fn answer(asked: Asked, lang: &str) -> String {
    match asked {
        Compare(one, other) => output(&["compare", one, other], lang, 0),
        Show(id) => output(&["show", id], lang, 0),
        Asked::Agreement => {
            let text = output(&["check", "--all"], lang, 1);
            let heading = ["in agreement, ", "en accord, "];
            let start = heading.iter().find_map(|heading| text.find(heading));
            text[start.expect("studies agree")..].to_owned()
        }
        Check(rule, about) => {
            let text = output(&["check", "--all"], lang, 1);
            let is_asked = |part: &&str| {
                let headline = part.lines().next().unwrap_or_default();
                headline.contains(&format!("[{rule}]")) && part.contains(about)
            };
            let found: Vec<&str> = text.split("\n\n").filter(is_asked).collect();
            let [found] = found[..] else { panic!("{rule} on {about}: {} times", found.len()) };
            found.to_owned()
        }
    }
}

#[test]
fn all_18_verdicts_are_asked_for() {
    let mut numbers: Vec<u8> = ROWS.iter().map(|row| row.number).collect();
    numbers.dedup();
    assert_eq!(numbers, (1..=18).collect::<Vec<_>>());
}

#[test]
fn each_verdict_comes_out_with_what_it_must_mention() {
    let mut lost = Vec::new();
    for row in ROWS {
        for (lang, expected) in [("en", row.en), ("fr", row.fr)] {
            let text = answer(row.asked, lang);
            let missing = expected.iter().filter(|said| !text.contains(**said));
            lost.extend(missing.map(|said| format!("{} {lang}: no “{said}”", row.number)));
            let wrong = row.never.iter().filter(|said| text.contains(**said));
            lost.extend(wrong.map(|said| format!("{} {lang}: “{said}”", row.number)));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Of the pairs that are asked for, those that `check` shows as an outright contradiction.
#[test]
fn one_pair_alone_is_an_outright_contradiction() {
    let check = output(&["check", "--all"], "en", 1);
    let errors: Vec<&str> =
        check.split("\n\n").filter(|part| part.starts_with("error[diverging-shares]")).collect();
    let is_shown = |one: &str, other: &str| {
        let [first, second] = if one < other { [one, other] } else { [other, one] };
        errors.iter().any(|part| part.contains(&format!("`{first}`, `{second}`:")))
    };
    let shown = ROWS.iter().filter(|row| match row.asked {
        Compare(one, other) => is_shown(one, other),
        _ => false,
    });
    assert_eq!(shown.map(|row| row.number).collect::<Vec<_>>(), [4]);
}
