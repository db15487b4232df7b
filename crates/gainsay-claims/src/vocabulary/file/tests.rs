use super::*;

const GOOD: &str = r#"
[concept.bought]
label = { en = "bought", fr = "a acheté" }
facets = ["channel"]
scale = "frequency"
cut = "never"
[facet.channel]
role = "identifying"
label = { en = "channel", fr = "canal" }
[facet.channel.values]
facebook = { en = "Facebook", fr = "Facebook" }
[scale.frequency]
label = { en = "how often", fr = "à quelle fréquence" }
steps = ["never", "sometimes"]
[scale.frequency.labels]
never = { en = "never", fr = "jamais" }
sometimes = { en = "sometimes", fr = "parfois" }
[universe.adults]
label = { en = "adults", fr = "adultes" }
"#;

fn read(more: &str) -> (Vocabulary, Vec<Problem>) {
    let files =
        [VocabularyFile { name: "a", text: GOOD }, VocabularyFile { name: "b", text: more }];
    let (vocabulary, diagnostics) = Vocabulary::read(&files);
    let problems = diagnostics
        .into_iter()
        .map(|diagnostic| match diagnostic.labels.first().map(|label| &label.fact) {
            Some(Fact::Problem(problem)) => problem.clone(),
            _ => panic!("a vocabulary diagnostic points to its problem"),
        })
        .collect();
    (vocabulary, problems)
}

#[test]
fn files_are_read_together() {
    let (vocabulary, problems) = read(
        "[facet.channel.values]\ntwitter = { en = \"Twitter\", fr = \"Twitter\" }\n\
         [[relation]]\nkind = \"implies\"\nof = [\"bought[channel=twitter]\", \"bought\"]\n",
    );
    assert_eq!(problems, []);
    assert_eq!(vocabulary.facets["channel"].values.len(), 2);
    assert_eq!(vocabulary.relations.len(), 1);
}

#[test]
fn opposites_may_be_negated() {
    let (vocabulary, problems) =
        read("[[opposite]]\nof = [\"not bought\", \"bought[channel=facebook]\"]\n");
    assert_eq!(problems, []);
    let [[one, other]] = &vocabulary.opposites[..] else { panic!("{vocabulary:?}") };
    assert_eq!((one.negated, one.proposition.to_string().as_str()), (true, "bought"));
    assert_eq!((other.negated, other.proposition.facets.len()), (false, 1));
    let (vocabulary, problems) = read("[[opposite]]\nof = [\"not buys\", \"bought\"]\n");
    assert_eq!((vocabulary.opposites.len(), problems.len()), (0, 1));
}

#[test]
fn a_threshold_is_a_value_of_its_facet() {
    let facet = |thresholds: &str| {
        format!(
            "[facet.wording]\nlabel = {{ en = \"w\", fr = \"w\" }}\nrole = \"qualifying\"\n\
             stages = true\nthresholds = [{thresholds}]\n\
             [facet.wording.values]\nhardly = {{ en = \"h\", fr = \"h\" }}\n"
        )
    };
    let (vocabulary, problems) = read(&facet("\"hardly\""));
    assert_eq!(problems, []);
    assert!(vocabulary.facets["wording"].stages);
    assert_eq!(vocabulary.facets["wording"].thresholds, ["hardly"]);
    let (vocabulary, problems) = read(&facet("\"hardy\""));
    assert!(vocabulary.facets["wording"].thresholds.is_empty());
    assert_eq!(problems.len(), 1);
}

#[test]
fn an_unknown_word_costs_only_itself() {
    let (vocabulary, problems) = read(
        "[concept.b]\nlabel = { en = \"b\", fr = \"b\" }\nfacets = [\"chanel\", \"channel\"]\n\
         [universe.c]\nlabel = { en = \"c\", fr = \"c\" }\nwithin = [\"adult\"]\n",
    );
    let unknown = |kind, word: &str, near: &str| Problem::UnknownWord {
        kind,
        word: word.into(),
        nearest: Some(near.into()),
    };
    let expected = [
        unknown(WordKind::Facet, "chanel", "channel"),
        unknown(WordKind::Universe, "adult", "adults"),
    ];
    assert_eq!(problems, expected);
    assert_eq!(vocabulary.concepts["b"].facets, ["channel"]);
    assert!(vocabulary.universes["c"].within.is_empty());
}

#[test]
fn a_word_is_defined_once() {
    let (_, problems) = read("[universe.adults]\nlabel = { en = \"x\", fr = \"x\" }\n");
    assert_eq!(problems, [Problem::DefinedTwice { word: "adults".into() }]);
    let (_, problems) =
        read("[facet.channel]\nrole = \"qualifying\"\nlabel = { en = \"x\", fr = \"x\" }\n");
    assert_eq!(problems, [Problem::DefinedTwice { word: "channel".into() }]);
}

#[test]
fn a_facet_that_nobody_declared_is_unknown() {
    let (vocabulary, problems) =
        read("[facet.chanel.values]\ntwitter = { en = \"Twitter\", fr = \"Twitter\" }\n");
    let nearest = Some("channel".to_owned());
    let word = "chanel".to_owned();
    assert_eq!(problems, [Problem::UnknownWord { kind: WordKind::Facet, word, nearest }]);
    assert!(!vocabulary.facets.contains_key("chanel"));
}

#[test]
fn a_scale_needs_a_cut_and_steps() {
    let (_, problems) = read(
        "[concept.b]\nlabel = { en = \"b\", fr = \"b\" }\nscale = \"frequency\"\n\
         [scale.none]\nlabel = { en = \"n\", fr = \"n\" }\nsteps = []\nlabels = {}\n",
    );
    assert!(matches!(problems[..], [Problem::Said { .. }, Problem::Said { .. }]));
}

#[test]
fn a_file_that_is_no_toml_costs_only_itself() {
    let (vocabulary, problems) = read("[universe");
    assert!(matches!(problems[..], [Problem::Syntax { .. }]));
    assert!(vocabulary.concepts.contains_key("bought"));
}

#[test]
fn a_circle_is_cut() {
    let text = "[universe.a]\nlabel = { en = \"a\", fr = \"a\" }\nwithin = [\"b\"]\n\
                [universe.b]\nlabel = { en = \"b\", fr = \"b\" }\nwithin = [\"a\"]\n";
    let (vocabulary, diagnostics) = Vocabulary::read(&[VocabularyFile { name: "a", text }]);
    assert_eq!(diagnostics.len(), 2);
    assert!(vocabulary.universes.values().all(|universe| universe.within.is_empty()));
}
