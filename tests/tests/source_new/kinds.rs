//! Sources of answers, codebooks and reports: what is proposed checks clean and counts nothing,
//! until a person takes marks away.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_tests::base::product;

use super::{fresh, json_of, run};

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/advertising/sources").join(name)
}

const WORDS: &str = "\
[concept.trusts-advertising]
label = { en = \"trusts advertising\", fr = \"fait confiance à la publicité\" }
[universe.adults]
label = { en = \"adults\", fr = \"adultes\" }
";

/// A base with words and no source.
fn base(name: &str) -> PathBuf {
    let base = fresh(name);
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    fs::create_dir_all(base.join("vocabulary")).expect("a folder");
    fs::write(base.join("vocabulary/words.toml"), WORDS).expect("a file");
    base
}

/// Makes a source of a file; checks that it is sound and counts nothing, and returns the path
/// of its mapping with what was told.
#[track_caller]
fn made(base: &Path, kind: &str, file: &Path) -> (PathBuf, String) {
    let told = run(base, &["source", "new", "fixture-x", kind, file.to_str().expect("UTF-8")], 0);
    let here = base.join("sources/fixture-x");
    let name = file.file_name().expect("a name");
    assert_eq!(fs::read(here.join(name)).ok(), fs::read(file).ok(), "it is copied");
    assert!(run(base, &["check"], 0).contains("nothing of this file counts yet: "));
    assert_eq!(counts(base), [0, 0]);
    run(base, &["source", "check", "--source", "fixture-x", "--fail-on", "note"], 0);
    (here.join(name).with_extension("toml"), told)
}

fn counts(base: &Path) -> [u64; 2] {
    let counts = &json_of(base)["counts"];
    ["studies", "claims"].map(|what| counts[what].as_u64().expect("a number"))
}

/// Takes the marks of `[study]` and of one finding away, and says what only a person knows. The
/// finding counts the values that begin so.
fn confirm(mapping: &Path, finding: &str, yes: &[&str], said: &[(&str, &str)]) {
    let text = fs::read_to_string(mapping).expect("it is there");
    let mut is_free = false;
    let lines = text.lines().map(|line| {
        let code = line.strip_prefix("# ").unwrap_or(line);
        is_free = match code {
            "" => false,
            _ if code.starts_with("[study]") => true,
            "[[finding]]" => is_next(&text, line, finding),
            _ => is_free,
        };
        let value = code.trim_start().strip_prefix("# ");
        match value.filter(|value| yes.iter().any(|one| value.starts_with(one))) {
            Some(value) if is_free => value.to_owned() + "\n",
            _ if is_free => code.to_owned() + "\n",
            _ => line.to_owned() + "\n",
        }
    });
    let mut confirmed: String = lines.collect();
    for (empty, filled) in said {
        assert!(confirmed.contains(empty), "{empty}: {confirmed}");
        confirmed = confirmed.replace(empty, filled);
    }
    fs::write(mapping, confirmed).expect("a file");
}

/// Whether a line, a part of the text itself, is followed by this id.
fn is_next(text: &str, line: &str, id: &str) -> bool {
    let end = line.as_ptr().addr() - text.as_ptr().addr() + line.len();
    text[end..].starts_with(&format!("\n# id = \"{id}\"\n"))
}

const SAID: [(&str, &str); 5] = [
    ("\ntitle = \"\" ", "\ntitle = \"Trust 2026\" "),
    ("\npublisher = \"\"", "\npublisher = \"Fixture X\""),
    ("\nuniverse = \"\" ", "\nuniverse = \"adults\" "),
    ("\nfieldwork = \"\"", "\nfieldwork = \"June 2026\""),
    ("\nconcept = \"\" ", "\nconcept = \"trusts-advertising\" "),
];

#[test]
fn answers_are_counted_once_a_person_says_what_of_them() {
    for (name, file, codes) in [
        ("sav", "fixture-a/survey.sav", ["4,", "5,"]),
        ("csv", "fixture-c/survey.csv", ["4,", "5,"]),
    ] {
        let base = base(&format!("microdata-{name}"));
        let (mapping, told) = made(&base, "--microdata", &shipped(file));
        assert!(told.contains("  cases: 400\n"), "{told}");
        assert!(told.contains("none is used: weight_final\n"), "{told}");
        assert!(base.join("schemas/microdata.schema.json").is_file());
        let text = fs::read_to_string(&mapping).expect("it is there");
        assert!(text.contains("# weight = \"weight_final\""), "{text}");
        if name == "sav" {
            let value = "variable: trust_ads: Do you trust advertising? | 1 Not at all (70), ";
            assert!(told.contains(value) && told.contains("no answer: 8 Don't know (29)"));
        }
        confirm(&mapping, "trust-ads", &codes, &SAID);
        assert_eq!(counts(&base), [1, 1], "{name}");
        let told = run(&base, &["show", "fixture-x/survey/trust-ads"], 0);
        // 79 and 67 of 350 who answered; a table does not know who of 400 did not.
        let share = if name == "sav" { "41.7143" } else { "36.5" };
        assert!(told.contains(share), "{told}");
    }
}

/// Writes what a base exports as a codebook.
fn codebook(folder: &Path) -> PathBuf {
    let file = folder.join("export.xml");
    fs::write(&file, exported()).expect("a file");
    file
}

/// What a base exports as a codebook.
fn exported() -> Vec<u8> {
    let advertising = Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/advertising");
    let program = product().program("gainsay");
    let mut export = std::process::Command::new(program);
    export.args(["export", "fixture-b/2026-codebook", "--base"]).arg(advertising);
    export.output().expect("it runs").stdout
}

/// What a line of a mapping says in TOML, taken in or not, and what it remarks upon.
fn parts(line: &str) -> [String; 2] {
    let (code, remark) = line.rsplit_once("  # ").unwrap_or((line, ""));
    let is_code = !code.starts_with('#')
        || code.contains(" = ")
        || ["#:", "# [", "# ]"].iter().any(|begin| code.starts_with(begin));
    match is_code {
        true => [code.trim_end().replace("variable.NOM", "variable.NAME"), remark.to_owned()],
        false => [String::new(), line.to_owned()],
    }
}

/// How remarks begin that hold words of a file or of a form: values, options, and the variables
/// of the files below with their labels.
const OF_OTHERS: [&str; 7] =
    ["#   # ", "# - ", "# sex: ", "# $seen: ", "# $reasons: ", "# trusts: ", "# women: "];

/// Whether a remark holds words of the file or of the form only.
fn is_of_others(remark: &str) -> bool {
    OF_OTHERS.iter().any(|begin| remark.starts_with(begin))
        || remark.trim_start_matches("# ").split(", ").all(|word| !word.contains(' '))
}

#[test]
fn a_proposal_is_the_same_in_both_languages_but_for_its_remarks() {
    let here = base("languages");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let polls = here.join("polls.csv");
    let text = "house,to,n,population,M,S,Uncertain,Round\n\
                A,2014-03-01,1000,a,30.0,70.0,9.0,1\nB,2014-03-02,900,rv,40.0,60.0,8.0,x\n";
    fs::write(&polls, text).expect("a file");
    for (kind, file) in [
        ("--crosstab", tests.join("bases/crosstabs/sources/quantipy/basic.xlsx")),
        ("--crosstab", tests.join("bases/crosstabs/sources/masculinity/masculinity-survey.csv")),
        ("--feed", polls),
        ("--feed", tests.join("../data/swedish-parties/sources/swedish-polls/Polls.csv")),
        ("--microdata", shipped("fixture-a/survey.sav")),
        ("--microdata", shipped("fixture-c/survey.csv")),
        ("--ddi", codebook(&here)),
    ] {
        let path = file.to_str().expect("UTF-8");
        let made = ["en", "fr"].map(|lang| {
            let base = base("language");
            run(&base, &["source", "new", "fixture-x", kind, path, "--lang", lang], 0);
            let stem = file.file_stem().expect("a name").to_string_lossy().to_lowercase();
            let mapping = base.join("sources/fixture-x").join(format!("{stem}.toml"));
            fs::read_to_string(mapping).expect("it is there")
        });
        let [english, french] = made.each_ref().map(|text| text.lines().map(parts));
        let pairs: Vec<_> = english.zip(french).collect();
        assert_eq!(made[0].lines().count(), made[1].lines().count(), "{}", made[1]);
        let mut remarks = 0;
        for ([code, en], [code_fr, fr]) in &pairs {
            assert_eq!(code, code_fr);
            assert!(en != fr || is_of_others(en), "{kind}: {en}");
            remarks += usize::from(en != fr);
        }
        assert!(remarks > 3, "{}", made[1]);
    }
}

#[test]
fn what_cannot_be_proposed_is_told_in_both_languages() {
    let here = base("refused");
    let file = here.join("none.csv");
    fs::write(&file, "a\n").expect("a file");
    for (kind, told) in [
        ("--crosstab", "on n'y trouve aucun chiffre avec un libellé"),
        ("--feed", "`none.csv` n'a aucune colonne de chiffres"),
        ("--microdata", "`none.csv` ne contient aucune réponse"),
    ] {
        let path = file.to_str().expect("UTF-8");
        let why = run(&here, &["source", "new", "fixture-x", kind, path, "--lang", "fr"], 2);
        assert!(why.contains(told), "{why}");
    }
}

/// What the reader of tables refuses is told with its place before any plugin looks at it.
#[test]
fn a_file_that_is_no_table_is_told_where() {
    let here = base("no-table");
    let wide = format!("a{}\n", ",1".repeat(1 << 14));
    for (bytes, en, fr) in [
        (b"Q,All\nYes,3\x007%\n".to_vec(), "a NUL byte stands here", "un octet nul"),
        (b"Q\0,\0A\0".to_vec(), "may be UTF-16", "peut-être en UTF-16"),
        (wide.into_bytes(), "at most 16384 columns", "au plus 16384 colonnes"),
    ] {
        fs::write(here.join("no.csv"), bytes).expect("a file");
        for kind in ["--crosstab", "--feed", "--microdata"] {
            for (lang, told) in [("en", en), ("fr", fr)] {
                let asked = ["source", "new", "fixture-x", kind, "no.csv", "--lang", lang];
                let why = run(&here, &asked, 2);
                assert!(why.contains(told) && why.contains("no.csv:"), "{why}");
            }
        }
    }
}

#[test]
fn a_codebook_is_counted_once_a_person_says_what_of_it() {
    let xml = exported();
    codebook_is_counted("ddi", &xml);
    // An older archive writes another character set.
    let other = String::from_utf8(xml).expect("it is UTF-8").replace("UTF-8", "ISO-8859-1");
    let other = other.replace("</codeBook>", "<!-- \u{e9} --></codeBook>");
    let bytes = other.chars().map(|one| u8::try_from(one).expect("it is of Latin-1"));
    codebook_is_counted("ddi-latin-1", &bytes.collect::<Vec<_>>());
}

#[track_caller]
fn codebook_is_counted(name: &str, xml: &[u8]) {
    let base = base(name);
    let file = base.join("export.xml");
    fs::write(&file, xml).expect("a file");
    let (mapping, told) = made(&base, "--ddi", &file);
    assert!(
        told.contains("  publisher: Fixture B\n") && told.contains("yes (41.2898 %)"),
        "{told}"
    );
    let said = [SAID[2], SAID[4], ("# [seen.archive]\n# mark", "[seen.archive]\nmark")];
    let said = [&said[..], &[("\n# url = \"\"", "\nurl = \"https://fixture-b.example\"")]].concat();
    confirm(&mapping, "trusts", &["\"1\""], &said);
    assert_eq!(counts(&base), [1, 1]);
    assert!(run(&base, &["show", "fixture-x/export/trusts"], 0).contains("41.2898"));
}

#[test]
fn a_report_is_proposed_as_the_draft_of_it_is() {
    let base = base("pdf");
    let file = base.join("report.pdf");
    fs::write(&file, pdf("In a survey of 1,003 adults, 38 % of adults trust advertising."))
        .expect("a file");
    let (form, told) = made(&base, "--pdf", &file);
    assert!(told.contains("report.pdf: 2 figures found, 1 proposed, 1 left out\n"), "{told}");
    assert!(told.ends_with("look with `gainsay source check --source fixture-x`\n"), "{told}");
    let text = fs::read_to_string(&form).expect("it is there");
    let head = "#:schema ../../schemas/pdf.schema.json\ndocument = \"report.pdf\"\n";
    assert!(text.starts_with(head) && base.join("schemas/pdf.schema.json").is_file(), "{text}");
    let concept = "# no concept is named; it is needed: concept = \"...\"";
    let confirmed =
        text.replace("#? ", "").replace(concept, "concept = \"trusts-advertising\"").replace(
            "# no publisher was recognised in the text; it is needed: publisher = \"...\"",
            "publisher = \"Fixture X\"",
        );
    fs::write(&form, confirmed).expect("a file");
    assert_eq!(counts(&base), [1, 1]);
    let claims = run(&base, &["check", "--output-format", "json", "--fail-on", "error"], 0);
    assert!(!claims.contains("broken"), "{claims}");
}

#[test]
fn only_a_pdf_is_taken_as_a_report() {
    let base = base("no-pdf");
    fs::write(base.join("release.txt"), "38 % of adults trust advertising.").expect("a file");
    let told = run(&base, &["source", "new", "fixture-x", "--pdf", "release.txt"], 2);
    assert!(told.contains("nothing can be proposed: its name does not end in .pdf"), "{told}");
    assert!(!base.join("sources").exists());
}

#[test]
fn a_second_file_of_one_name_gets_a_mapping_of_its_own() {
    let base = base("second");
    for name in ["fixture-a/survey.sav", "fixture-c/survey.csv"] {
        let file = shipped(name);
        let file = file.to_str().expect("UTF-8");
        let command = ["source", "new", "fixture-x", "--microdata", file];
        run(&base, &command, 0);
        assert!(run(&base, &command, 2).contains("nothing is to be done"));
    }
    for [mapping, file] in [["survey", "survey.sav"], ["survey-csv", "survey.csv"]] {
        let path = base.join(format!("sources/fixture-x/{mapping}.toml"));
        let text = fs::read_to_string(path).expect("it is made");
        assert!(text.contains(&format!("\nfile = \"{file}\"")), "{text}");
    }
    run(&base, &["check"], 0);
}

/// A file of one page with one line in Helvetica.
fn pdf(line: &str) -> Vec<u8> {
    let content = format!("BT /F 10 Tf 50 700 Td ({line}) Tj ET");
    let file = format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources \
         << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica \
         /Encoding /WinAnsiEncoding >> >> >> >>\nendobj\n4 0 obj\n<< /Length {} >>\nstream\n\
         {content}\nendstream\nendobj\n",
        content.len()
    );
    // A table without entries: each object is found where it stands.
    let start = file.len();
    let end = format!("xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n{start}\n%%EOF\n");
    (file + &end).into_bytes()
}

#[test]
fn each_file_that_nothing_reads_is_told_once_whatever_else_is_wrong() {
    let base = base("unread-others");
    let plugins = ["crosstab", "ddi", "feed", "microdata", "pdf", "transcript"];
    let mut config = "[sources]\n".to_owned();
    for plugin in plugins {
        config.push_str(&format!("on-{plugin} = {{ plugin = \"{plugin}\" }}\n"));
        let folder = base.join(format!("sources/on-{plugin}"));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("answers.csv"), "sex,trust\n1,2\n").expect("a file");
        fs::write(folder.join("codes.xml"), "<codeBook/>").expect("a file");
        fs::write(folder.join("report.pdf"), b"%PDF-1.4 \xff").expect("a file");
        fs::write(folder.join("book.xlsx"), b"PK\xff").expect("a file");
        fs::copy(shipped("fixture-a/survey.sav"), folder.join("survey.sav")).expect("it is there");
        fs::write(folder.join("wrong.toml"), "[oops]\n").expect("a file");
    }
    fs::write(base.join("gainsay.toml"), config).expect("a file");
    let told = run(&base, &["check", "--all"], 3);
    for plugin in plugins {
        for (file, of) in [
            ("answers.csv", "crosstab feed microdata"),
            ("codes.xml", "ddi"),
            ("report.pdf", "pdf"),
            ("book.xlsx", "crosstab"),
            ("survey.sav", "microdata"),
        ] {
            let file = format!("sources/on-{plugin}/{file}");
            let headline = format!("`{file}` could not be read");
            assert_eq!(told.matches(&headline).count(), 1, "{file}\n{told}");
            let own = of.split(' ').find(|one| *one == plugin);
            let name = own.map_or("NAME".to_owned(), |plugin| format!("on-{plugin}"));
            let option = own.unwrap_or_else(|| of.split(' ').next().unwrap_or_default());
            let command = format!("`gainsay source new {name} --{option} {file}`");
            assert_eq!(told.matches(&command).count(), 1, "{command}\n{told}");
        }
    }
    assert!(told.contains("take the file out of this folder"), "{told}");
}

#[test]
fn what_nothing_reads_is_told_with_the_command_that_reads_it() {
    let base = base("unread");
    fs::write(base.join("gainsay.toml"), "[sources]\nfixture-x = { plugin = \"microdata\" }\n")
        .expect("a file");
    let told = run(&base, &["check"], 3);
    let first = "the folder `sources/fixture-x` is not there: put the first document of the source \
                 into it, or make one with `gainsay source new fixture-x --microdata FILE`";
    assert!(told.contains(first), "{told}");
    assert!(told.contains("correct the source or its plugin"), "{told}");
    fs::create_dir_all(base.join("sources/fixture-x")).expect("a folder");
    assert!(run(&base, &["check"], 3).contains("`sources/fixture-x` holds no document: "));

    let file = "sources/fixture-x/survey.sav";
    fs::copy(shipped("fixture-a/survey.sav"), base.join(file)).expect("it is there");
    let command = ["source", "new", "fixture-x", "--microdata", file];
    let told = run(&base, &["check"], 3);
    assert!(
        told.contains(&format!(
            "is a file of SPSS, and no document beside it says what to read of it: `gainsay {}`",
            command.join(" ")
        )),
        "{told}"
    );
    // From elsewhere it is told as it runs there.
    let texts = base.join("texts");
    fs::create_dir_all(&texts).expect("a folder");
    let told = run(&texts, &["check", "--base", ".."], 3);
    let path = format!("../{file}");
    let from_there = ["source", "new", "fixture-x", "--microdata", &path, "--base", ".."];
    assert!(told.contains(&format!("`gainsay {}`", from_there.join(" "))), "{told}");
    // The command that is told is the one that helps: nothing is copied onto itself.
    run(&texts, &from_there, 0);
    run(&base, &["check"], 0);
    assert!(run(&base, &command, 2).contains("nothing is to be done"));
    let other = ["source", "new", "fixture-x"];
    assert!(run(&base, &other, 2).contains("with the plugin `microdata`; choose another name"));
}

#[test]
fn a_publisher_is_named_for_a_transcript_only() {
    let base = base("publisher");
    for kind in ["--crosstab=a", "--feed=a", "--microdata=a", "--ddi=a", "--pdf=a", "--native"] {
        let told = run(&base, &["source", "new", "fixture-x", "--publisher", "A", kind], 2);
        assert!(told.contains("--publisher <NAME>") && told.contains("cannot be used"), "{told}");
    }
}

#[test]
fn a_byte_order_mark_is_told() {
    let table = "Do you?,,\n,Total,Men\nBase,1000,480\nYes,38%,41%\nNo,62%,59%\n";
    let base = base("byte-order-mark");
    for (name, mark, lang, expected) in [
        ("plain", "", "en", None),
        ("marked", "\u{feff}", "en", Some("read as: UTF-8 (BOM)")),
        ("marqué", "\u{feff}", "fr", Some("lu en : UTF-8 (BOM)")),
    ] {
        let file = base.join(format!("{name}.csv"));
        fs::write(&file, format!("{mark}{table}")).expect("a file");
        let (file, source) =
            (file.to_str().expect("UTF-8"), format!("fixture-{lang}{}", mark.len()));
        let told = run(&base, &["source", "new", &source, "--crosstab", file, "--lang", lang], 0);
        let told = told.replace('\u{a0}', " ");
        assert_eq!(told.contains("UTF-8"), expected.is_some(), "{told}");
        assert!(expected.is_none_or(|one| told.contains(one)), "{told}");
    }
}
