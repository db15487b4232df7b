//! Tables of drafts refreshed from outside: what is written, and what is left alone.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use gainsay_tests::{
    base::shipped,
    program::{gainsay, on_base},
};

const TABLE: &str = "acquired-via[channel=twitter]";

/// A draft in each format: its name, what comes before the table, both marks, and what
/// comes after.
const DRAFTS: [(&str, &str, [&str; 2], &str); 4] = [
    (
        "en.md",
        "\u{feff}# Customers\r\n\r\nHardly any of the new customers of shops came from there.\r\n\r\n",
        ["<!-- gainsay:begin table=NAME dialect=pandoc -->\r\n", "<!-- gainsay:end -->"],
        "\r\n```\n<!-- gainsay:begin table=NAME -->\n```\n\nThe end, without a line break",
    ),
    (
        "fr.tex",
        "Presque aucun des nouveaux clients de ces boutiques n'est venu de là.\n\n",
        ["  % gainsay:begin table=NAME columns=who,share cite=keys\n", "  % gainsay:end"],
        "\n\\begin{verbatim}\n% gainsay:end\n\\end{verbatim}\n",
    ),
    (
        "fr.html",
        "<p>Presque aucun des nouveaux clients de ces boutiques n'est venu de là.</p><div>",
        ["<!-- gainsay:begin table=NAME sort=n -->", "<!-- gainsay:end -->"],
        "</div>\n",
    ),
    (
        "en.typ",
        "Hardly any of the new customers of these shops came from there.\n\n",
        ["// gainsay:begin table=NAME since=2013\n", "// gainsay:end"],
        "\n\n`// gainsay:end`\n",
    ),
];

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sync").join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text.replace("NAME", TABLE)).expect("the draft is written");
    path
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the draft is text")
}

#[track_caller]
fn sync(drafts: &[&Path], options: &[&str], code: i32) -> Output {
    let drafts = drafts.iter().map(|draft| draft.to_str().expect("UTF-8"));
    let arguments: Vec<&str> = ["sync"].into_iter().chain(drafts).chain(options.to_vec()).collect();
    on_base(&shipped(), &arguments, code)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_table_is_written_in_every_format_and_the_rest_of_the_draft_stays() {
    let folder = folder("formats");
    let paths: Vec<PathBuf> = DRAFTS
        .iter()
        .map(|(name, before, [begin, end], after)| {
            write(&folder, name, &format!("{before}{begin}old{end}{after}"))
        })
        .collect();
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let olds: Vec<String> = paths.iter().map(|path| read(path)).collect();
    let told = text(&sync(&paths, &["--check"], 1).stdout);
    let stale = ": `acquired-via[channel=twitter]` is not up to date";
    assert_eq!(told.matches(stale).count(), 4, "{told}");
    let shown = text(&sync(&paths, &["--diff"], 1).stdout);
    assert_eq!(shown.matches("\n-old").count(), 3, "{shown}");
    assert_eq!(paths.iter().map(|path| read(path)).collect::<Vec<_>>(), olds);

    let told = text(&sync(&paths, &["--lang", "fr"], 0).stdout);
    assert!(told.ends_with("4 tableaux actualisés\n"), "{told}");
    for (path, (name, before, [begin, end], after)) in paths.iter().zip(DRAFTS) {
        let new = read(path);
        let [begin, after] = [begin, after].map(|part| part.replace("NAME", TABLE));
        assert!(new.starts_with(&format!("{before}{begin}")), "{new}");
        assert!(new.ends_with(&format!("{end}{after}")), "{new}");
        assert!(new.contains(&format!("gainsay:table {TABLE} sha256:")), "{new}");
        assert!(!new.contains("old"), "{new}");
        let words = if name.starts_with("fr") { "Ce que disent les" } else { "What studies say" };
        assert!(new.contains(words), "the language of the draft: {new}");
    }
    let news: Vec<String> = paths.iter().map(|path| read(path)).collect();
    for options in [&["--check"][..], &[]] {
        assert_eq!(text(&sync(&paths, options, 0).stdout), "4 tables up to date\n");
    }
    assert_eq!(paths.iter().map(|path| read(path)).collect::<Vec<_>>(), news);
    let markdown = &news[0];
    let table = &markdown[..markdown.find("gainsay:end").expect("it is there")];
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
}

#[test]
fn what_is_wrong_with_one_table_or_draft_stops_no_other() {
    let folder = folder("wrong");
    let marks = "% gainsay:begin table=acquired\n% gainsay:end\n\
                 % gainsay:begin table=NAME column=n\n% gainsay:end\n\
                 % gainsay:begin table=NAME dialect=gfm\n% gainsay:end\n\
                 % gainsay:begin table=NAME\n% gainsay:end\n  % gainsay:end\n";
    let wrong = write(&folder, "wrong.tex", marks);
    let other = write(&folder, "b.md", "<!-- gainsay:begin table=NAME --><!-- gainsay:end -->");
    let plain = write(&folder, "plain.txt", "<!-- gainsay:begin table=NAME -->");
    let output = sync(&[&folder.join("gone.md"), &plain, &wrong, &other], &[], 2);
    let (told, refused) = (text(&output.stdout), text(&output.stderr));
    for line in [
        "wrong.tex:1:1: error: nothing is called `acquired`",
        "wrong.tex:3:53: error: a mark has no option `column`; the nearest is `columns`",
        "wrong.tex:5:1: error: --dialect goes with --format md only",
        "wrong.tex:7:1: `acquired-via[channel=twitter]` refreshed",
        "wrong.tex:9:3: error: no `gainsay:begin` comes before",
        "b.md:1:1: `acquired-via[channel=twitter]` refreshed",
        "2 tables refreshed, 4 marks not usable\n",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(refused.contains("gone.md: cannot be read"), "{refused}");
    assert!(refused.contains("plain.txt: tables are refreshed in Markdown"), "{refused}");
    let (start, _) = marks.split_once("% gainsay:begin table=NAME\n").expect("it is there");
    assert!(read(&wrong).starts_with(&start.replace("NAME", TABLE)));
    sync(&[&wrong], &[], 1);
}

#[test]
fn a_stale_table_without_marks_is_told_with_the_marks_that_it_needs() {
    let folder = folder("copied");
    let copied = write(
        &folder,
        "copied.md",
        "A.\n\n<!-- gainsay:begin table=NAME -->\n<!-- gainsay:end -->\n",
    );
    sync(&[&copied], &[], 0);
    let fresh = read(&copied).replace("gainsay:begin", "begin").replace("gainsay:end", "end");
    fs::write(&copied, &fresh).expect("the draft is written");
    sync(&[&copied], &["--check"], 0);
    on_base(&shipped(), &["lint", copied.to_str().expect("UTF-8")], 0);

    let (before, digest) = fresh.split_once("sha256:").expect("it has a digest");
    let stale = format!("{before}sha256:00{}", &digest[2..]).replace("sha256:00ff", "sha256:ff00");
    fs::write(&copied, &stale).expect("the draft is written");
    let told = text(&sync(&[&copied], &[], 1).stdout);
    let marks = "put `<!-- gainsay:begin table=acquired-via[channel=twitter] -->` before it";
    assert!(told.contains("copied.md:5:"), "{told}");
    assert!(told.contains(marks), "{told}");
    assert_eq!(read(&copied), stale);
    let lint = on_base(&shipped(), &["lint", copied.to_str().expect("UTF-8")], 1).stdout;
    assert!(text(&lint).contains("[stale-table]"));
}

#[test]
fn a_template_is_sought_beside_the_draft() {
    let folder = folder("template");
    write(&folder, "short.md", "{{ tables | length }} tables");
    let text =
        "<!-- gainsay:begin table=acquired-via template=short.md -->\n<!-- gainsay:end -->\n";
    let draft = write(&folder, "draft.md", text);
    sync(&[&draft], &[], 0);
    assert!(read(&draft).contains(" tables\n\n<!-- gainsay:end -->"), "{}", read(&draft));
    write(&folder, "short.md", "{{ tables | length }} tables\n\n```\n");
    let told = String::from_utf8(sync(&[&draft], &[], 1).stdout).expect("UTF-8");
    assert!(told.contains("would no longer be found"), "{told}");
    assert!(!read(&draft).contains("```"));
}

#[test]
fn a_template_elsewhere_is_refused_where_the_mark_names_it() {
    let folder = folder("elsewhere");
    write(&folder, "secret.md", "a secret");
    let secret = folder.join("secret.md");
    fs::create_dir(folder.join("texts")).expect("the folder is made");
    for template in ["../secret.md", secret.to_str().expect("UTF-8")] {
        let text = format!(
            "\n<!-- gainsay:begin table=acquired-via template=\"{template}\" -->\n<!-- gainsay:end -->\n"
        );
        let draft = write(&folder.join("texts"), "draft.md", &text);
        let told = self::text(&sync(&[&draft], &[], 1).stdout);
        assert!(told.contains("draft.md:2:"), "{told}");
        assert!(told.contains("is not below the draft's folder"), "{told}");
        assert_eq!(read(&draft), text);
    }
}

#[test]
fn without_a_source_nothing_is_written() {
    let folder = folder("incomplete");
    let text = "% gainsay:begin table=NAME\n% gainsay:end\n";
    let draft = write(&folder, "draft.tex", text);
    let arguments =
        ["sync", draft.to_str().expect("UTF-8"), "--base", super::base_without_plugin()];
    let output = super::run(&arguments, 3);
    assert!(String::from_utf8_lossy(&output.stdout).contains("`fixture-a`"));
    assert_eq!(read(&draft), text.replace("NAME", TABLE));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_keeps_its_draft() {
    use std::os::unix::{
        fs::{MetadataExt as _, PermissionsExt as _},
        process::CommandExt as _,
    };

    const NOBODY: u32 = 65_534;
    let folder = folder("closed");
    let text = "% gainsay:begin table=NAME\n% gainsay:end\n";
    let draft = write(&folder, "draft.tex", text);
    fs::set_permissions(&draft, fs::Permissions::from_mode(0o666)).expect("its mode");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("its mode");
    let mut command = gainsay(&["sync", "--base"]);
    command.arg(shipped()).arg(&draft);
    // The superuser may write everywhere.
    if fs::metadata(&draft).expect("it is there").uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().expect("the program starts");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("its mode");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("draft.tex: cannot be written, and was left as it is"), "{told}");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(read(&draft), text.replace("NAME", TABLE));
    assert_eq!(fs::read_dir(&folder).expect("it can be listed").count(), 1);
}
