//! A page that is written again while somebody works.

use std::{
    fs,
    path::Path,
    process::Stdio,
    thread::sleep,
    time::{Duration, Instant},
};

use gainsay_tests::program::gainsay;

use super::{browser, hostile, pages};

/// Waits until a page says something.
#[track_caller]
fn until(file: &Path, words: &str) {
    let start = Instant::now();
    while !fs::read_to_string(file).is_ok_and(|page| page.contains(words)) {
        assert!(start.elapsed() < Duration::from_secs(60), "never said: {words}");
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_watched_page_follows_its_base_and_outlives_the_program() {
    let folder = pages("live");
    let (base, file) = (hostile::base(&folder), folder.join("report.html"));
    fs::remove_file(&file).ok();
    let mut command = gainsay(&["report", "--watch", "-o", "report.html", "--base", "base"]);
    let mut child = command
        .current_dir(&folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    until(&file, "id=\"pause\"");
    until(&file, "id=\"f-diverging-shares-bought-");
    let study = base.join("sources/fixture-b/2013.toml");
    let document = fs::read_to_string(&study).expect("a text");
    // Half of a change: it is told, and the program goes on.
    let config = fs::read_to_string(base.join("gainsay.toml")).expect("a text");
    fs::write(base.join("gainsay.toml"), "[sources").expect("it is saved");
    sleep(Duration::from_secs(1));
    fs::write(base.join("gainsay.toml"), config).expect("it is saved");
    fs::write(&study, document.replace("63 %", "28 %")).expect("it is saved");
    until(&file, "Nothing is to be decided.");
    child.kill().expect("it still waits");
    child.wait().expect("it ends");
    let page = fs::read_to_string(&file).expect("the page stays");
    assert!(page.ends_with("</html>\n"));
    browser::check_live(&file);
}

/// A page is shown by what stands in the path, and that nothing does is told.
#[cfg(target_os = "linux")]
#[test]
fn a_page_is_shown_in_the_browser_where_there_is_one() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = pages("open");
    hostile::base(&folder);
    let run = |path: &Path| {
        let mut command = gainsay(&["report", "--open", "--output=-page.html", "--base", "base"]);
        let output = command.current_dir(&folder).env("PATH", path).output().expect("it starts");
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let programs = folder.join("programs");
    fs::create_dir_all(&programs).expect("the folder is made");
    let opener = programs.join("xdg-open");
    fs::remove_file(&opener).ok();
    assert!(run(&programs).contains("no browser could be started; the page is -page.html"));
    let opened = folder.join("opened");
    let script = format!("#!/bin/sh\necho \"$1\" > '{}'\n", opened.display());
    fs::write(&opener, script).expect("it is written");
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).expect("it may run");
    assert_eq!(run(&programs), "");
    let shown = fs::read_to_string(&opened).expect("it was started");
    assert_eq!(Path::new(shown.trim()), folder.join("-page.html"));
}
