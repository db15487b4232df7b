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
        ("x.XHTML", "&lt;b&gt; &amp; #1 %"),
        ("x.html.j2", "&lt;b&gt; &amp; #1 %"),
        ("x.tex.html.Jinja", "&lt;b&gt; &amp; #1 %"),
        ("x.latex", "\\textless{}b\\textgreater{} \\& \\#1 \\%"),
        ("x.rmd", "\\<b\\> \\& \\#1 %"),
        ("x.tex", "\\textless{}b\\textgreater{} \\& \\#1 \\%"),
        ("x.md", "\\<b\\> \\& \\#1 %"),
        ("x.typ", "\\<b\\> & \\#1 %"),
        ("x.csv", "<b> & #1 %"),
        ("x.txt.j2", "<b> & #1 %"),
    ] {
        assert_eq!(rendered(name, source).as_deref(), Ok(expected), "{name}");
    }
}

#[test]
fn a_text_in_separated_values_is_one_field_and_no_formula() {
    let written = |text: &str| {
        let base = with_text(text);
        let judgement = fixture::judgement(&base);
        let tables = [Table::new(&base, &judgement.propositions[0])];
        let source = "{{ tables[0].rows[0].publisher }},{{ tables[0].rows[0].share.lo }}";
        let speaker = Speaker::new(&base, Lang::En);
        template(speaker, &tables, &Options::default(), "x.csv.j2", source)
    };
    assert_eq!(written("=1+1").as_deref(), Ok("'=1+1,0.275"));
    assert_eq!(written("A, \"B\"").as_deref(), Ok("\"A, \"\"B\"\"\",0.275"));
}

#[test]
fn a_block_may_ask_for_html_or_for_no_escaping() {
    let block = |kind: &str| {
        let source = "{% autoescape KIND %}{{ tables[0].rows[0].publisher }}{% endautoescape %}";
        rendered("x.tex", &source.replace("KIND", kind))
    };
    assert_eq!(block("'html'").as_deref(), Ok("&lt;b&gt; &amp; #1 %"));
    assert_eq!(block("false").as_deref(), Ok("<b> & #1 %"));
}

#[test]
fn a_name_that_tells_no_format_is_refused() {
    for name in ["x", "x.j2", "x.docx", "x.mdx", "x.html.bak", "x.html.j2.j2", "html"] {
        assert_eq!(rendered(name, "words"), Err(TemplateError::NoFormat), "{name}");
    }
    for ending in template_endings() {
        assert_eq!(rendered(&format!("x.{ending}"), "words").as_deref(), Ok("words"), "{ending}");
    }
}

#[test]
fn a_bad_template_is_located() {
    for (source, line) in [
        ("one\n{% for %}", 2),
        ("one\ntwo\n{{ nothing }}", 3),
        ("{{ tables[0].rows[0].nothing }}", 1),
    ] {
        let found = rendered("x.md", source);
        let is_there = matches!(found, Err(TemplateError::Refused { line: at, .. }) if at == line);
        assert!(is_there, "{source}: {found:?}");
    }
}

#[test]
fn a_template_cannot_run_on() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}";
    assert!(rendered("x.md", endless).is_err());
}
