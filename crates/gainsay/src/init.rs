//! The files of a fresh base.

use std::path::{Path, PathBuf};

use gainsay_claims::Lang;
use gainsay_host::CONFIG_NAMES;

/// A file to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fresh {
    /// Where.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) text: String,
    /// Whether it is a program.
    pub(crate) is_executable: bool,
}

/// The files of a base in a folder, and those by which the repository around it checks it.
/// A base that is configured by another name keeps that.
pub(crate) fn files(folder: &Path, root: &Path, lang: Lang) -> Vec<Fresh> {
    let is_configured = |name: &&str| folder.join(name).is_file();
    let config = CONFIG_NAMES.into_iter().find(is_configured).unwrap_or(CONFIG_NAMES[0]);
    let filled = |template: &str| fill(template, folder, root, lang);
    let file = |path: PathBuf, text: String| Fresh { path, text, is_executable: false };
    let mut files = vec![file(folder.join(config), filled(include_str!("init/gainsay.toml")))];
    let parts = [
        // Git keeps no empty folder.
        ("sources", ".gitkeep", String::new()),
        ("verdicts", ".gitkeep", String::new()),
        ("vocabulary", "words.toml", filled(include_str!("init/words.toml"))),
    ];
    // What stands in a folder already is the base's own; a second vocabulary would define
    // its words twice.
    let missing = parts.into_iter().filter(|(part, ..)| !folder.join(part).is_dir());
    files.extend(missing.map(|(part, name, text)| file(folder.join(part).join(name), text)));
    files.extend([
        file(root.join(".github/workflows/gainsay.yml"), filled(include_str!("init/workflow.yml"))),
        file(
            root.join(".pre-commit-config.yaml"),
            filled(include_str!("init/pre-commit-config.yaml")),
        ),
        Fresh {
            path: root.join(".githooks/pre-commit"),
            text: filled(include_str!("init/pre-commit")),
            is_executable: true,
        },
    ]);
    files
}

/// The repository that a folder is in, or the folder itself.
pub(crate) fn root(folder: &Path) -> &Path {
    folder.ancestors().find(|one| one.join(".git").exists()).unwrap_or(folder)
}

/// A template with the remarks of one language and the place of the base.
fn fill(template: &str, folder: &Path, root: &Path, lang: Lang) -> String {
    let base = folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/");
    let base = if base.is_empty() { ".".to_owned() } else { base };
    let unset = match lang {
        Lang::En => "set the repository variables GAINSAY_REPOSITORY and GAINSAY_REF",
        Lang::Fr => "définir les variables de dépôt GAINSAY_REPOSITORY et GAINSAY_REF",
    };
    let lang = lang.code();
    let lines = template.lines().filter_map(|line| remark(line, lang));
    let text: String = lines.map(|line| line + "\n").collect();
    text.replace("{lang}", lang)
        .replace("{unset}", unset)
        .replace("{base-in-yaml}", &serde_json::Value::from(base.as_str()).to_string())
        .replace("{base-in-shell}", &format!("'{}'", base.replace('\'', r"'\''")))
}

/// A line of a template; a remark in another language is none.
pub(crate) fn remark(line: &str, lang: &str) -> Option<String> {
    let Some(said) = line.strip_prefix("#:") else {
        return Some(line.to_owned());
    };
    let text = said.strip_prefix(lang)?;
    Some(format!("#{}", text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(folder: &str, lang: Lang) -> Vec<Fresh> {
        files(Path::new(folder), Path::new("/home"), lang)
    }

    fn text<'a>(files: &'a [Fresh], name: &str) -> &'a str {
        let found = files.iter().find(|file| file.path.ends_with(name));
        &found.expect(name).text
    }

    #[test]
    fn the_languages_differ_in_remarks_only() {
        let [english, french] = [Lang::En, Lang::Fr].map(|lang| made("/home/base", lang));
        for (one, other) in english.iter().zip(&french) {
            assert_eq!(one.path, other.path);
            let code = |file: &Fresh| {
                let lines = file.text.lines().filter(|line| !line.starts_with("# "));
                lines.filter(|line| *line != "#").collect::<Vec<_>>().join("\n")
            };
            let english = code(one).replace("--lang en", "--lang fr").replace(
                "set the repository variables GAINSAY_REPOSITORY and",
                "définir les variables de dépôt GAINSAY_REPOSITORY et",
            );
            assert_eq!(english, code(other));
            assert!(!one.text.contains("#:") && !other.text.contains("#:"), "{:?}", one.path);
        }
        assert_ne!(english, french);
    }

    #[test]
    fn the_place_of_the_base_is_quoted() {
        let files = made("/home/d'ici \"base\"", Lang::En);
        let workflow = text(&files, "gainsay.yml");
        assert!(workflow.contains("\n  BASE: \"d'ici \\\"base\\\"\"\n"), "{workflow}");
        let hook = text(&files, "pre-commit");
        assert!(hook.contains("\nbase='d'\\''ici \"base\"'\n"), "{hook}");
        let files = made("/home", Lang::En);
        assert!(text(&files, "pre-commit").contains("\nbase='.'\n"));
    }
}
