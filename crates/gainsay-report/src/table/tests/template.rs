use super::*;

#[track_caller]
fn rendered(name: &str, source: &str) -> Result<String, TemplateError> {
    let base = with_text("<b> & #1 %");
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    template(Speaker::new(&base, Lang::Fr), &[table], &Options::default(), name, source)
}

#[test]
fn a_template_sees_numbers_and_words() {
    let source = "{% for table in tables %}{{ table.proposition }} {{ table.rows[0].share.lo }} \
                  {{ table.sheet.rows[0][0].notes | join(',') }} {{ lang }}\n{% endfor %}";
    assert_eq!(rendered("x.txt", source), Ok("bought 0.275 a,b fr\n".to_owned()));
}

#[test]
fn text_is_escaped_by_the_extension() {
    let source = "{{ tables[0].rows[0].publisher }}";
    for (name, expected) in [
        ("x.html", "&lt;b&gt; &amp; #1 %"),
        ("x.tex", "\\textless{}b\\textgreater{} \\& \\#1 \\%"),
        ("x.md", "\\<b\\> \\& \\#1 %"),
        ("x.typ", "\\<b\\> & \\#1 %"),
        ("x.csv", "<b> & #1 %"),
    ] {
        assert_eq!(rendered(name, source).as_deref(), Ok(expected), "{name}");
    }
}

#[test]
fn a_bad_template_is_located() {
    for (source, line) in [
        ("one\n{% for %}", 2),
        ("one\ntwo\n{{ nothing }}", 3),
        ("{{ tables[0].rows[0].nothing }}", 1),
    ] {
        assert_eq!(rendered("x.md", source).map_err(|error| error.line), Err(line), "{source}");
    }
}

#[test]
fn a_template_cannot_run_on() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}";
    assert!(rendered("x.md", endless).is_err());
}
