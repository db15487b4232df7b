//! How plugins fared that were examined.

use gainsay_claims::{
    Check, EvidenceBase, Lang,
    conformance::{Examined, RuleState},
};

use crate::{
    Speaker, clean, concise,
    lang::{colon, plural},
    terminal,
};

/// A plugin that was examined, and the base that its diagnostics point into.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// How it fared.
    pub examined: &'a Examined,
    /// The documents and words.
    pub base: &'a EvidenceBase,
}

/// What is broken, at length; then what was skipped or could not be looked at, and how many
/// rules hold. With colour, escape sequences mark levels and places.
pub fn render(lang: Lang, subjects: &[Subject<'_>]) -> String {
    told(lang, subjects, |speaker, one| terminal::render(speaker, one, true) + "\n")
}

/// The same with one line for each broken rule.
pub fn concise(lang: Lang, subjects: &[Subject<'_>]) -> String {
    told(lang, subjects, concise::render)
}

fn told(
    lang: Lang,
    subjects: &[Subject<'_>],
    diagnostic: impl Fn(Speaker<'_>, &gainsay_claims::Diagnostic) -> String,
) -> String {
    let one = |subject: &Subject<'_>| {
        let speaker = Speaker::new(subject.base, lang);
        let found = subject.examined.diagnostics();
        let found: String = found.map(|one| diagnostic(speaker, one)).collect();
        found + &speaker.rest(subject.examined)
    };
    subjects.iter().map(one).collect::<Vec<_>>().join("\n")
}

impl Speaker<'_> {
    /// What was not looked at and why, and the counts.
    fn rest(&self, examined: &Examined) -> String {
        let (mut skipped, mut not_run) = (Vec::new(), Vec::<(String, Vec<&Check>)>::new());
        for (check, state) in &examined.results {
            match state {
                RuleState::Skipped { reason } => {
                    let lead = match self.lang {
                        Lang::En => "skipped",
                        Lang::Fr => "laissée de côté",
                    };
                    let (id, colon) = (check.id, colon(self.lang));
                    skipped.push(format!("{id} {lead}{colon}{}\n", clean(reason)));
                }
                RuleState::NotRun(why) => {
                    let why = self.not_run(why);
                    match not_run.iter_mut().find(|(one, _)| *one == why) {
                        Some((_, checks)) => checks.push(check),
                        None => not_run.push((why, vec![check])),
                    }
                }
                RuleState::Kept | RuleState::Broken(_) => {}
            }
        }
        let not_run = not_run.iter().map(|(why, checks)| {
            let ids = self.few(checks.iter().map(|check| check.id.to_owned()).collect());
            match self.lang {
                Lang::En => format!("not looked at, as {why}: {ids}\n"),
                Lang::Fr => format!("non examiné, car {why}\u{a0}: {ids}\n"),
            }
        });
        skipped.concat() + &not_run.collect::<String>() + &self.kept(examined)
    }

    fn kept(&self, examined: &Examined) -> String {
        let count = |wanted: fn(&RuleState) -> bool| {
            examined.results.iter().filter(|(_, state)| wanted(state)).count()
        };
        let broken = count(|state| matches!(state, RuleState::Broken(_)));
        let skipped = count(|state| matches!(state, RuleState::Skipped { .. }));
        let not_run = count(|state| matches!(state, RuleState::NotRun(_)));
        let (lang, kept) = (self.lang, examined.kept());
        let mut parts = vec![match lang {
            Lang::En => plural(lang, kept, "rule holds", "rules hold"),
            Lang::Fr => plural(lang, kept, "règle respectée", "règles respectées"),
        }];
        // English, then one and several in French.
        let words: [(usize, [&str; 3]); 3] = [
            (broken, ["broken", "non respectée", "non respectées"]),
            (skipped, ["skipped", "laissée de côté", "laissées de côté"]),
            (not_run, ["not looked at", "non examinée", "non examinées"]),
        ];
        for (count, [en, one, many]) in words.into_iter().filter(|(count, _)| *count > 0) {
            parts.push(match lang {
                Lang::En => format!("{count} {en}"),
                Lang::Fr => plural(lang, count, one, many),
            });
        }
        format!("{}{}{}\n", clean(&examined.name), colon(lang), parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Diagnostic,
        conformance::{EXTRA_EXPORT, LOST_ID, NotRun, SLOW_SOURCE, STRAY_ID},
        diagnostic::Subject as About,
        facts::{Fact, PluginFact},
    };

    use super::*;

    fn told(lang: Lang, render: fn(Lang, &[Subject<'_>]) -> String) -> String {
        let symbol = "helper".to_owned();
        let diagnostic = Diagnostic::new(&EXTRA_EXPORT, About::Name("fixture-a".into()))
            .note(Fact::Plugin(PluginFact::Exports { symbol }));
        let examined = Examined {
            name: "fixture-a".into(),
            library: "a.so".into(),
            results: vec![
                (&EXTRA_EXPORT, RuleState::Broken(Box::new(diagnostic))),
                (&SLOW_SOURCE, RuleState::Skipped { reason: "a slow machine".into() }),
                (&STRAY_ID, RuleState::Kept),
                (&LOST_ID, RuleState::NotRun(NotRun::NoPrevious)),
            ],
        };
        let base = EvidenceBase::default();
        render(lang, &[Subject { examined: &examined, base: &base }])
    }

    #[test]
    fn what_is_skipped_or_not_looked_at_is_told_and_not_counted_as_kept() {
        let english = "extra-export error: the library of `fixture-a` exports more than its table\n\
                       slow-source skipped: a slow machine\n\
                       not looked at, as no previous version to compare with; name one with \
                       `--against`: lost-id\n\
                       fixture-a: 1 rule holds, 1 broken, 1 skipped, 1 not looked at\n";
        assert_eq!(told(Lang::En, concise), english);
        let french = told(Lang::Fr, concise).replace('\u{a0}', "~");
        let last =
            "fixture-a~: 1 règle respectée, 1 non respectée, 1 laissée de côté, 1 non examinée\n";
        assert!(french.ends_with(last), "{french}");
    }

    #[test]
    fn a_broken_rule_comes_with_reason_and_fix() {
        let english = told(Lang::En, render);
        for part in ["[extra-export]", "it exports `helper`", "make every function `static`"] {
            assert!(english.contains(part), "{english}");
        }
    }
}
