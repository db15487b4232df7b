//! The files of a fresh source.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_claims::{Lang, slug, toml_string};

use crate::init::{Fresh, remark};

/// The document of a source that needs no code: a template in which nothing counts yet.
pub(crate) fn transcript(base: &Path, folder: &str, publisher: Option<&str>, lang: Lang) -> Fresh {
    let publisher = toml_string(publisher.unwrap_or("<name of the publisher>"));
    let text = filled(include_str!("new/transcript.toml"), lang)
        .replace("#!schema", "#:schema")
        .replace("../../schemas", &schemas_from(folder))
        .replace("{publisher}", &publisher);
    fresh(base.join(folder).join("study.toml"), text)
}

/// The mapping of a table beside it. It is called as the table, in letters of which ids may
/// be made; where the mapping of another one is called so, with the ending of the table, too.
pub(crate) fn mapping(table: &Path, text: String) -> Fresh {
    let [whole, stem] =
        [table.file_name(), table.file_stem()].map(|one| one.unwrap_or_default().to_string_lossy());
    let beside = |name: &str| {
        let name = slug(name);
        let name = if name.is_empty() { "table".to_owned() } else { name };
        table.with_file_name(format!("{name}.toml"))
    };
    let own = beside(&stem);
    let is_of_another = fs::read_to_string(&own).is_ok_and(|there| !there.contains(&*whole));
    fresh(if is_of_another { beside(&whole.replace('.', "-")) } else { own }, text)
}

/// The schema that editors check the documents of a plugin by.
pub(crate) fn schema(base: &Path, plugin: &str) -> Fresh {
    let text = gainsay_report::schema::schema(plugin).unwrap_or_default();
    fresh(base.join(format!("schemas/{plugin}.schema.json")), text)
}

/// The first line of a transcript at this place in a base, by which editors find its schema;
/// none elsewhere.
pub(crate) fn schema_line(base: &Path, document: &Path) -> Option<String> {
    let base = base.canonicalize().ok()?;
    let folder = match document.parent() {
        Some(folder) if folder != Path::new("") => folder.canonicalize().ok()?,
        _ => std::env::current_dir().ok()?.canonicalize().ok()?,
    };
    let folder = folder.strip_prefix(base).ok()?.to_string_lossy().replace('\\', "/");
    Some(schema_line_from(&folder, "transcript"))
}

/// The line by which editors find the schema of a plugin from a folder of the base.
pub(crate) fn schema_line_from(folder: &str, plugin: &str) -> String {
    format!("#:schema {}/{plugin}.schema.json", schemas_from(folder))
}

/// The way from a folder of the base to its schemas.
fn schemas_from(folder: &str) -> String {
    let depth = folder.split('/').filter(|part| !part.is_empty()).count();
    format!("{}schemas", "../".repeat(depth))
}

/// A crate with a plugin of its own, which builds and keeps every rule.
#[derive(Clone, Debug)]
pub(crate) struct Native<'a> {
    /// The name of the source.
    pub(crate) name: &'a str,
    /// Where the crate is made.
    pub(crate) folder: &'a Path,
    /// What it depends on, in TOML.
    pub(crate) sdk: String,
    /// Whether a workspace around it would take it for its own.
    pub(crate) is_in_workspace: bool,
}

impl Native<'_> {
    /// The files.
    pub(crate) fn files(&self, lang: Lang) -> Vec<Fresh> {
        let files = [
            ("Cargo.toml", include_str!("new/native/Cargo.toml.in")),
            ("README.md", include_str!("new/native/README.md.in")),
            ("src/lib.rs", include_str!("new/native/lib.rs.in")),
            ("tests/conformance.rs", include_str!("new/native/conformance.rs.in")),
            ("tests/base/gainsay.toml", include_str!("new/native/gainsay.toml.in")),
            ("tests/base/vocabulary/words.toml", include_str!("new/native/words.toml.in")),
            ("tests/base/sources/{name}/example.txt", include_str!("new/native/example.txt.in")),
        ];
        let made = files.map(|(path, template)| {
            let path = self.folder.join(path.replace("{name}", self.name));
            fresh(path, self.fill(&filled(template, lang)))
        });
        made.into()
    }

    /// Where cargo puts the library.
    pub(crate) fn library(&self) -> String {
        use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
        format!("target/debug/{DLL_PREFIX}gainsay_source_{}{DLL_SUFFIX}", self.in_crate())
    }

    fn fill(&self, template: &str) -> String {
        let workspace = match self.is_in_workspace {
            true => "",
            // It is built by itself, whatever is around it.
            false => "\n[workspace]\n",
        };
        template
            .replace("{name}", self.name)
            .replace("{Name}", &type_name(self.name))
            .replace("{crate}", &self.in_crate())
            .replace("{library}", &self.library())
            .replace("{sdk}", &self.sdk)
            .replace("{workspace}\n", workspace)
    }

    fn in_crate(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// `pitney-bowes` as the name of a type; one that would begin with a digit gets a letter.
fn type_name(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
    };
    let joined: String = name.split('-').map(capital).collect::<Vec<String>>().concat();
    if joined.starts_with(|first: char| first.is_ascii_digit()) {
        format!("S{joined}")
    } else {
        joined
    }
}

/// A template with the remarks of one language.
fn filled(template: &str, lang: Lang) -> String {
    let code = lang.code();
    let is_text = |line: &str| line.starts_with("#:") && template.starts_with("#:en # ");
    let lines = template.lines().filter_map(|line| {
        let said = remark(line, code)?;
        // A page has no remarks: it is said as it stands.
        let plain = said.strip_prefix("# ").or_else(|| said.strip_prefix('#')).unwrap_or(&said);
        Some(if is_text(line) { plain.to_owned() } else { said.clone() })
    });
    lines.map(|line| line + "\n").collect()
}

fn fresh(path: PathBuf, text: String) -> Fresh {
    Fresh { path, text, is_executable: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_template_counts() {
        for lang in [Lang::En, Lang::Fr] {
            let base = Path::new("base");
            let document = transcript(base, "sources/fixture-a", Some("A \"B\"\u{7f}"), lang);
            let schema = schema(base, "transcript");
            let is_remark = |line: &str| line.is_empty() || line.starts_with('#');
            assert!(document.text.lines().all(is_remark), "{}", document.text);
            assert!(document.text.starts_with("#:schema ../../schemas/transcript.schema.json\n"));
            assert!(document.text.contains("# publisher = \"A \\\"B\\\"\\u007F\"\n"));
            assert!(document.path.ends_with("sources/fixture-a/study.toml"));
            assert!(schema.text.contains("\"title\": \"Transcript\""));
        }
    }

    #[test]
    fn a_crate_is_filled_in() {
        let sdk = "\"0.1.0\"".to_owned();
        let crate_ =
            Native { name: "fixture-a", folder: Path::new("x"), sdk, is_in_workspace: false };
        for lang in [Lang::En, Lang::Fr] {
            let files = crate_.files(lang);
            let left = ["{name}", "{Name}", "{sdk}", "{crate}", "{library}", "{workspace}", "#:"];
            for file in &files {
                assert!(left.iter().all(|one| !file.text.contains(one)), "{}", file.text);
            }
            assert!(files[0].text.ends_with("gainsay-plugin = \"0.1.0\"\n\n[workspace]\n"));
            assert!(files[1].text.starts_with("# fixture-a\n\n"), "{}", files[1].text);
            assert!(files[2].text.lines().count() < 60);
        }
    }

    #[test]
    fn a_name_becomes_one_of_a_type() {
        assert_eq!(type_name("pitney-bowes"), "PitneyBowes");
        assert_eq!(type_name("3i"), "S3i");
    }
}
