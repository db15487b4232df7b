//! A small base of invented publishers: two studies and an article that restates one.

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Base, Claim, Statement},
    diagnostic::Location,
    document::Document,
    proposition::Facets,
    sample::Sample,
    study::{Population, Study},
    wire::{Finding, Hop, HopRole, Mark, Page, Place, Role, Says, StudyRecord, Work},
};

const ARTICLE: &str = "published: 2014-05-20\nb-likes\n";
pub(crate) const ADDRESS: &str = "https://blog.example/post";

pub(crate) fn base() -> EvidenceBase {
    let mut base = EvidenceBase::default();
    let article = Document::text("sources/articles/blog-2014.txt", ARTICLE);
    base.documents.insert(article.name.clone(), article);
    let a = [("https://fixture-a.example/report", Mark::Publisher)];
    let b = [("http://www.news.example/b/", Mark::Secondary), (ADDRESS, Mark::CitedOnly)];
    for study in [
        study("fixture-a", "Survey: the facts", "2013-05", &a),
        study("fixture-b", "Sondage", "2013", &b),
    ] {
        base.studies.insert(study.id.clone(), study);
    }
    for claim in claims() {
        base.claims.insert(claim.id.clone(), claim);
    }
    base
}

fn claims() -> Vec<Claim> {
    let published = |id: &str, mark| {
        let study = id.rsplit_once('/').map(|(study, _)| study.to_owned());
        claim(id, Finding { study, ..finding(mark) })
    };
    let mut seen = published("fixture-b/2013/ignores", Mark::Secondary);
    seen.said.seen_at = Some("https://news.example/b#top".to_owned());
    let mut restated = claim("articles/blog-2014/b-likes", cited(Some("fixture-b/2013")));
    restated.said.cites = Some("fixture-b/2013/likes".to_owned());
    let mut opinion = claim("articles/blog-2014/opinion", cited(None));
    opinion.said.role = Role::Opinion;
    opinion.said.mark = Mark::Publisher;
    opinion.said.chain.truncate(1);
    let mut spoken = claim("articles/others/c", cited(None));
    spoken.said.chain[0] = hop("a forum", HopRole::Secondary);
    vec![
        published("fixture-a/2013/bought", Mark::Publisher),
        published("fixture-a/2013/computed", Mark::Computed),
        published("fixture-b/2013/computed", Mark::Computed),
        published("fixture-b/2013/likes", Mark::CitedOnly),
        published("fixture-b/2013/remembered", Mark::Unverified),
        seen,
        restated,
        opinion,
        spoken,
    ]
}

fn cited(study: Option<&str>) -> Finding {
    let page = Page {
        title: Some("Les vérités « qui font mal »".to_owned()),
        author: Some("Le Blog".to_owned()),
        url: Some(ADDRESS.to_owned()),
        published: Some(Place::span(11..21)),
        lang: Some("fr".to_owned()),
    };
    let here = Hop { page: Some(page), ..hop("Le Blog", HopRole::Secondary) };
    Finding {
        study: study.map(str::to_owned),
        role: Role::Cited,
        document: "sources/articles/blog-2014.txt".to_owned(),
        chain: vec![here, hop("Fixture C", HopRole::Primary)],
        ..finding(Mark::Secondary)
    }
}

fn hop(who: &str, role: HopRole) -> Hop {
    Hop { who: who.to_owned(), url: None, role, locator: None, as_stated: None, page: None }
}

fn finding(mark: Mark) -> Finding {
    let says = Says::Words(Place::span(0..1));
    Finding { study: None, ..Finding::new("", "", mark, "bought", says) }
}

fn claim(id: &str, said: Finding) -> Claim {
    Claim {
        id: id.to_owned(),
        source: id.split('/').next().unwrap_or_default().to_owned(),
        said: said.into(),
        at: Location { document: String::new(), span: 0..0 },
        proposition: Proposition::new("bought", Facets::new()).into(),
        wording: Facets::new(),
        statement: Statement::Words("many".to_owned()),
        population: Population::default(),
        base: Base::default(),
        n: Sample::Unknown,
        n_effective: Sample::Unknown,
        period: None,
        since: None,
        target: None,
    }
}

fn study(source: &str, title: &str, published: &str, works: &[(&str, Mark)]) -> Study {
    let publisher = source.replace("fixture-", "Fixture ").to_uppercase();
    let work = |&(url, mark): &(&str, Mark)| Work { url: url.to_owned(), mark };
    let id = format!("{source}/2013");
    let said = StudyRecord {
        works: works.iter().map(work).collect(),
        title_lang: Some("en".to_owned()),
        ..StudyRecord::new(id.clone(), Place::span(0..1), title, publisher)
    };
    Study {
        id,
        source: source.to_owned(),
        said,
        at: Location { document: String::new(), span: 0..0 },
        population: Population::default(),
        fieldwork: None,
        published: published.parse().ok(),
        n: Sample::Unknown,
        n_elsewhere: Vec::new(),
        margin: None,
    }
}
