//! The page that `gainsay report` writes: on the shipped bases, and in a real browser
//! where there is one.

#[path = "report/browser.rs"]
mod browser;
#[path = "report/hostile.rs"]
mod hostile;
#[path = "report/live.rs"]
mod live;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use gainsay_tests::{base::shipped, program::on_base};

/// A folder for pages of one test.
fn pages(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report").join(name);
    fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

/// The page of a base, in the languages and on the subjects that the arguments say.
#[track_caller]
fn write(base: &Path, file: &Path, arguments: &[&str]) {
    let file = file.to_str().expect("UTF-8");
    on_base(base, &[&["report", "-o", file], arguments].concat(), 0);
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("the page is written")
}

/// Names of the elements of a page, in order.
fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The commands that decide the findings of a page, as text.
fn decisions(page: &str) -> Vec<String> {
    let commands = page.split("<code>gainsay review ").skip(1);
    let commands = commands.filter_map(|rest| rest.split("</code>").next());
    commands.map(|command| command.replace("&quot;", "\"").replace("&lt;", "<")).collect()
}

#[test]
fn both_languages_are_written_with_links_to_each_other_and_have_the_same_names() {
    let folder = pages("siblings");
    write(&shipped(), &folder.join("report.html"), &["--siblings"]);
    let [en, fr] = ["report.en.html", "report.fr.html"].map(|name| read(&folder.join(name)));
    assert!(en.contains("href=\"report.fr.html\" hreflang=\"fr\""));
    assert!(fr.contains("href=\"report.en.html\" hreflang=\"en\""));
    assert!(fr.contains("<html lang=\"fr\">") && fr.contains("à trancher"));
    assert_eq!(ids(&en), ids(&fr));
    let each_once: BTreeSet<&str> = ids(&en).into_iter().collect();
    assert_eq!(each_once.len(), ids(&en).len());
    for link in en.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(each_once.contains(link), "{link}");
    }
    assert_eq!(decisions(&en), decisions(&fr));
    assert!(decisions(&en).len() > 30, "{:?}", decisions(&en));
    assert!(!folder.join("report.html").exists());
    let way = fr.split("id=\"custody\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let way = way.expect("the way of cited figures");
    assert!(way.contains("id=\"w-articles-mercatik-2014-kentico-never-bou-"), "{way}");
    assert!(way.contains("autre seuil") && way.contains("sources/kentico/2014-social.txt:26"));
}

#[test]
fn the_same_base_gives_the_same_bytes() {
    let folder = pages("twice");
    let pages = ["one.html", "two.html"].map(|name| {
        write(&shipped(), &folder.join(name), &["--jobs", "1"]);
        read(&folder.join(name))
    });
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn a_page_may_be_about_one_concept() {
    let folder = pages("concept");
    write(&shipped(), &folder.join("all.html"), &[]);
    write(&shipped(), &folder.join("one.html"), &["ignores-brand-posts"]);
    let [all, one] = ["all.html", "one.html"].map(|name| read(&folder.join(name)));
    assert!(one.contains("id=\"p-ignores-brand-posts-"));
    assert!(!one.contains("id=\"p-influenced-by-social-media-"));
    assert!(all.contains("id=\"p-influenced-by-social-media-"));
}

#[test]
fn a_page_that_cannot_be_written_is_told() {
    let file = pages("gone").join("no-such-folder/report.html");
    let file = file.to_str().expect("UTF-8");
    let told = on_base(&shipped(), &["report", "-o", file], 2).stderr;
    let told = String::from_utf8(told).expect("UTF-8");
    assert!(told.contains("cannot be written"), "{told}");
}
