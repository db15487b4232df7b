//! Sites of the web: who speaks at an address.

/// Hosts that lend their name to the sites of others, whose own label stands before.
const SHARED: &[&str] = &[
    "altervista",
    "blogspot",
    "canalblog",
    "github",
    "hautetfort",
    "hubspot",
    "livejournal",
    "medium",
    "netlify",
    "over-blog",
    "overblog",
    "posterous",
    "substack",
    "tumblr",
    "typepad",
    "weebly",
    "wix",
    "wixsite",
    "wordpress",
];

/// What stands before the two letters of a country where names are registered one level
/// below: `example.co.uk`.
const SECOND_LEVEL: &[&str] = &[
    "ac", "asso", "co", "com", "edu", "gob", "gouv", "gov", "govt", "ltd", "net", "ne", "or", "org",
];

/// Labels before the name of a shared host that name no site of their own.
const SERVICES: &[&str] = &["blog", "m", "mobile", "www"];

/// An address without what does not change the page: scheme, `www.`, fragment, the last
/// slash. Empty for what is no address of the web.
pub fn normal(url: &str) -> &str {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return "";
    };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.split('#').next().unwrap_or_default().trim_end_matches('/')
}

/// The host of an address of the web, without `www.`; empty for anything else.
pub fn host(url: &str) -> &str {
    let host = normal(url).split(['/', '?']).next().unwrap_or_default();
    host.rsplit('@').next().unwrap_or_default()
}

/// The name under which the site at an address is known, in small letters: `example` of
/// `https://trends.example.co.uk/a`, `mercatik` of `http://mercatik.blogspot.com`. None:
/// it is no address of the web, or has a number for a host.
pub fn site_name(url: &str) -> Option<String> {
    let host = host(url).split(':').next()?.trim_end_matches('.').to_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    let last = labels.last().filter(|last| last.parse::<u8>().is_err())?;
    let before = |at: usize| labels.len().checked_sub(at + 1).map(|at| labels[at]);
    let is_registered_below = last.len() == 2
        && before(2).is_some()
        && before(1).is_some_and(|one| SECOND_LEVEL.contains(&one));
    let suffix = if is_registered_below { 2 } else { 1 };
    let name = before(suffix)?;
    let own = before(suffix + 1).filter(|own| SHARED.contains(&name) && !SERVICES.contains(own));
    Some(own.unwrap_or(name)).filter(|name| !name.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_known_by_what_it_registered() {
        for (url, expected) in [
            ("https://trends.example.com/a?b#c", "example"),
            ("http://www.example.co.uk:8080", "example"),
            ("https://user@search.example.fr/", "example"),
            ("https://blog.example.gouv.fr", "example"),
            ("http://Example-A.blogspot.com/2014/05", "example-a"),
            ("http://example.blogspot.co.uk", "example"),
            ("https://a.b.example.wordpress.com", "example"),
            ("https://medium.com/@somebody", "medium"),
            ("https://blog.medium.com", "medium"),
            ("https://co.uk", "co"),
        ] {
            assert_eq!(site_name(url).as_deref(), Some(expected), "{url}");
        }
        for url in ["", "Fixture Review, page 28", "https://", "http://127.0.0.1/a", "http://local"]
        {
            assert_eq!(site_name(url), None, "{url}");
        }
    }

    #[test]
    fn only_the_web_has_hosts() {
        assert_eq!(host("javascript:alert(1)"), "");
        assert_eq!(host("https://user@example.org?x"), "example.org");
    }
}
