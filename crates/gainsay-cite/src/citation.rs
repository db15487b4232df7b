//! How a claim or a study is to be cited: as read, or as cited in what was read.

use gainsay_claims::{
    EvidenceBase,
    claim::Claim,
    site::{host, normal},
    study::Study,
    wire::{HopRole, Mark, Role},
};

use crate::{Library, library::document_of};

/// How something is to be cited. The list of references holds the works that were read,
/// and no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Citation {
    /// It was read at its publisher's.
    Read {
        /// The key of the work.
        key: String,
    },
    /// It was seen in other works only: "PwC 2013, cited in Mercatik 2014".
    CitedIn {
        /// The study that is cited there.
        original: Original,
        /// Keys of the works that were read.
        by: Vec<String>,
    },
    /// No page is recorded on which it was seen, so nothing can be listed for it.
    Unseen {
        /// The study that it is said to come from.
        original: Original,
    },
}

/// The study behind a figure that was seen elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Original {
    /// A study of the base, by its key.
    Study(String),
    /// Whoever is said to have published it; empty if nobody is named.
    Named(String),
}

impl Citation {
    /// The keys of the works that belong into the list of references.
    pub fn listed(&self) -> &[String] {
        match self {
            Self::Read { key } => std::slice::from_ref(key),
            Self::CitedIn { by, .. } => by,
            Self::Unseen { .. } => &[],
        }
    }

    /// The key of the study that is named without having been read.
    pub fn mentioned(&self) -> Option<&str> {
        match self {
            Self::CitedIn { original: Original::Study(key), .. }
            | Self::Unseen { original: Original::Study(key) } => Some(key),
            _ => None,
        }
    }
}

/// How a claim is to be cited.
pub fn of_claim(library: &Library, base: &EvidenceBase, claim: &Claim) -> Citation {
    let by = seen_in(library, base, claim);
    let original = original(library, claim);
    if claim.said.role == Role::Opinion {
        // An opinion is its author's own: whoever saw the page has read it.
        return match <[String; 1]>::try_from(by) {
            Ok([key]) => Citation::Read { key },
            Err(_) => Citation::Unseen { original },
        };
    }
    match original {
        Original::Study(key) if is_read(base, claim) => Citation::Read { key },
        original => cited_in(original, by),
    }
}

/// How a study as a whole is to be cited: as read if one of its own pages, or one of its
/// figures, was seen at its publisher's.
pub fn of_study(library: &Library, base: &EvidenceBase, study: &Study) -> Citation {
    let key = library.study(&study.id).unwrap_or_default().to_owned();
    let claims = || base.claims.values().filter(|claim| claim.study() == Some(&study.id));
    let has_page = study.said.works.iter().any(|work| work.mark == Mark::Publisher);
    if has_page || claims().any(|claim| is_read(base, claim)) {
        return Citation::Read { key };
    }
    let works = study.said.works.iter().filter(|work| work.mark != Mark::Unverified);
    let works = works.filter_map(|work| library.at_address(&work.url)).map(str::to_owned);
    let mut by: Vec<String> = works.collect();
    if by.is_empty() {
        by = claims().flat_map(|claim| seen_in(library, base, claim)).collect();
    }
    cited_in(Original::Study(key), unique(by))
}

fn cited_in(original: Original, by: Vec<String>) -> Citation {
    if by.is_empty() { Citation::Unseen { original } } else { Citation::CitedIn { original, by } }
}

/// Whether the study's own publisher states the claim, and its figure was seen there or
/// computed from what was.
fn is_read(base: &EvidenceBase, claim: &Claim) -> bool {
    let said = &claim.said;
    claim.is_published()
        && match said.mark {
            Mark::Publisher => true,
            Mark::Computed => is_computed_from_read(base, claim),
            Mark::Secondary | Mark::CitedOnly | Mark::Unverified => false,
        }
}

/// A computed figure is as good as what it was computed from: the pages of the site it
/// names, else all figures of its study that were seen.
fn is_computed_from_read(base: &EvidenceBase, claim: &Claim) -> bool {
    let Some(study) = base.study_of(claim) else { return false };
    if let Some(url) = &claim.said.seen_at {
        let seen = study.said.works.iter().filter(|work| work.mark != Mark::Computed);
        let (same, others): (Vec<_>, Vec<_>) =
            seen.partition(|work| normal(&work.url) == normal(url));
        if let Some(work) = same.first() {
            return work.mark == Mark::Publisher;
        }
        let is_own = |one: &str| !host(url).is_empty() && host(one) == host(url);
        return others.iter().any(|work| work.mark == Mark::Publisher && is_own(&work.url));
    }
    let own = base.claims.values().filter(|one| one.is_published() && one.study() == claim.study());
    let mut seen = own.map(|one| one.said.mark).filter(|mark| *mark != Mark::Computed).peekable();
    seen.peek().is_some() && seen.all(|mark| mark == Mark::Publisher)
}

/// The works in which the claim was seen: the article that states it, else the page that
/// it names, else the articles that restate it, else its study's pages of the same mark.
fn seen_in(library: &Library, base: &EvidenceBase, claim: &Claim) -> Vec<String> {
    let said = &claim.said;
    if said.mark == Mark::Unverified {
        return Vec::new();
    }
    let first =
        said.chain.first().filter(|hop| hop.role != HopRole::Primary || said.role == Role::Opinion);
    let article = first.and_then(|hop| {
        hop.page.as_ref()?;
        library.article(document_of(claim))
    });
    let url = said.seen_at.as_deref().or_else(|| first.and_then(|hop| hop.url.as_deref()));
    let page = || url.and_then(|url| library.at_address(url));
    let printed = || said.seen_at.as_deref().and_then(|at| library.of_speaker(at));
    let speaker = || printed().or_else(|| library.of_speaker(&first?.who));
    if let Some(key) = article.or_else(page).or_else(speaker) {
        return vec![key.to_owned()];
    }
    let restating = base.claims.values().filter(|one| one.said.cites.as_ref() == Some(&claim.id));
    let articles = restating.filter_map(|one| library.article(document_of(one)));
    let by: Vec<String> = articles.map(str::to_owned).collect();
    if !by.is_empty() {
        return unique(by);
    }
    let works = base.study_of(claim).into_iter().flat_map(|study| &study.said.works);
    let works = works.filter(|work| work.mark == said.mark);
    unique(works.filter_map(|work| library.at_address(&work.url)).map(str::to_owned).collect())
}

/// The study that a claim is about, or who is said to have published it.
fn original(library: &Library, claim: &Claim) -> Original {
    if let Some(key) = claim.study().and_then(|id| library.study(id)) {
        return Original::Study(key.to_owned());
    }
    let publisher = claim.said.chain.iter().find(|hop| hop.role == HopRole::Primary);
    Original::Named(publisher.map(|hop| hop.who.clone()).unwrap_or_default())
}

fn unique(keys: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for key in keys {
        if !kept.contains(&key) {
            kept.push(key);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn study(key: &str) -> Original {
        Original::Study(key.to_owned())
    }

    #[track_caller]
    fn check(claim: &str, expected: Citation) {
        let base = fixture::base();
        let (library, _) = Library::read(&base);
        assert_eq!(of_claim(&library, &base, &base.claims[claim]), expected, "{claim}");
    }

    #[track_caller]
    fn check_page(claim: &str, original: Original, page: &str) {
        let base = fixture::base();
        let (library, _) = Library::read(&base);
        let citation = of_claim(&library, &base, &base.claims[claim]);
        let Citation::CitedIn { original: found, by } = citation else { panic!("{citation:?}") };
        assert_eq!(found, original);
        assert!(matches!(&by[..], [key] if key.starts_with(page)), "{by:?}");
    }

    #[test]
    fn what_was_seen_at_the_publishers_was_read() {
        let read = || Citation::Read { key: "fixture-a-2013".to_owned() };
        check("fixture-a/2013/bought", read());
        check("fixture-a/2013/computed", read());
    }

    #[test]
    fn what_was_seen_elsewhere_is_cited_in_it() {
        check_page("fixture-b/2013/ignores", study("fixture-b-2013"), "page-news-example-");
        // Other figures of its study were not seen at the publisher's.
        check("fixture-b/2013/computed", Citation::Unseen { original: study("fixture-b-2013") });
        check_page("articles/others/c", Original::Named("Fixture C".to_owned()), "page-a-forum");
    }

    #[test]
    fn a_page_without_an_address_has_its_name() {
        let mut base = fixture::base();
        let claim = base.claims.get_mut("fixture-b/2013/ignores").expect("a claim");
        claim.said.seen_at = Some("Fixture Review, Fall 2016, page 28".to_owned());
        let (library, _) = Library::read(&base);
        let citation = of_claim(&library, &base, &base.claims["fixture-b/2013/ignores"]);
        let key = "page-fixture-review-fall-2016-page-28";
        let by = vec![key.to_owned()];
        assert_eq!(citation, Citation::CitedIn { original: study("fixture-b-2013"), by });
        let title = library.get(key).and_then(|page| page.text("title"));
        assert_eq!(title, Some("Fixture Review, Fall 2016, page 28"));
    }

    #[test]
    fn a_page_that_is_an_article_is_the_article() {
        let mut base = fixture::base();
        let claim = base.claims.get_mut("fixture-b/2013/ignores").expect("a claim");
        claim.said.seen_at = Some("https://www.blog.example/post/".to_owned());
        let (library, _) = Library::read(&base);
        let citation = of_claim(&library, &base, &base.claims["fixture-b/2013/ignores"]);
        assert_eq!(citation.listed(), ["articles-blog-2014"]);
    }

    #[test]
    fn what_only_an_article_has_is_cited_in_the_article() {
        for claim in ["fixture-b/2013/likes", "articles/blog-2014/b-likes"] {
            check_page(claim, study("fixture-b-2013"), "articles-blog-2014");
        }
    }

    #[test]
    fn what_nobody_saw_is_not_cited_as_seen() {
        check("fixture-b/2013/remembered", Citation::Unseen { original: study("fixture-b-2013") });
    }

    #[test]
    fn an_opinion_is_read_where_it_stands() {
        check(
            "articles/blog-2014/opinion",
            Citation::Read { key: "articles-blog-2014".to_owned() },
        );
    }

    #[test]
    fn a_study_is_read_when_one_of_its_pages_was() {
        let base = fixture::base();
        let (library, _) = Library::read(&base);
        let of = |id: &str| of_study(&library, &base, &base.studies[id]);
        assert_eq!(of("fixture-a/2013"), Citation::Read { key: "fixture-a-2013".to_owned() });
        let Citation::CitedIn { original, by } = of("fixture-b/2013") else { panic!("not read") };
        assert_eq!(original, study("fixture-b-2013"));
        assert_eq!(by.len(), 2, "{by:?}");
        assert_eq!(by[1], "articles-blog-2014");
    }
}
