//! A base whose every word tries to act.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a title or a publisher says; in TOML between `'''`.
pub(super) const WORDS: &str = r#""><script>document.title="owned"</script><img src="https://fixture-a.example/x" onerror="alert(1)">"#;

/// Writes the base: two studies that contradict each other, and a folder for it.
pub(super) fn base(folder: &Path) -> PathBuf {
    let folder = folder.join("base");
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    };
    let label = format!("{{ en = '''{WORDS}''', fr = '''{WORDS}''' }}");
    write(
        "gainsay.toml",
        format!(
            "[base]\ntitle = {label}\n[sources]\nfixture-a = {{ plugin = \"transcript\" }}\n\
             fixture-b = {{ plugin = \"transcript\" }}\n"
        ),
    );
    write(
        "vocabulary/words.toml",
        format!(
            "[concept.bought]\nlabel = {label}\nfacets = []\n[universe.adults]\nlabel = {label}\n\
             general = true\n"
        ),
    );
    for (source, share) in [("fixture-a", "28 %"), ("fixture-b", "63 %")] {
        write(&format!("sources/{source}/2013.toml"), study(source, share));
    }
    folder
}

fn study(source: &str, share: &str) -> String {
    format!(
        "[study]\ntitle = '''{WORDS}'''\npublisher = '''{source} {WORDS}'''\nregions = [\"FR\"]\n\
         universe = \"adults\"\nmode = [\"online\"]\nfieldwork = \"March 2013\"\nn = \"1000\"\n\
         limitations = ['''{WORDS}''']\n\n[[finding]]\nid = \"bought\"\nconcept = \"bought\"\n\
         share = \"{share}\"\nmark = \"publisher\"\n"
    )
}

#[test]
fn words_stay_words() {
    let folder = super::pages("hostile");
    let file = folder.join("report.html");
    super::write(&base(&folder), &file, &[]);
    let page = super::read(&file);
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    assert!(page.matches("&lt;script&gt;").count() > 5, "{page}");
    assert_eq!(super::decisions(&page), ["diverging-shares:bought"]);
}
