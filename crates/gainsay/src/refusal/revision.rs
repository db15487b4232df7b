//! Revisions of git that a base cannot be compared with.

use gainsay_host::{GitError, RevisionError};
use gainsay_report::clean;

pub(super) fn revision(revision: &str, error: &RevisionError) -> [String; 2] {
    let revision = clean(revision);
    match error {
        RevisionError::Git(GitError::NoGit(error)) => [
            format!("--since needs git, which cannot be started: {error}"),
            format!("--since demande git, qui ne peut pas être lancé\u{a0}: {error}"),
        ],
        RevisionError::Git(GitError::Refused { message }) => {
            let message = clean(message);
            [format!("git refuses: {message}"), format!("git refuse\u{a0}: {message}")]
        }
        RevisionError::NoRepository => [
            "--since needs a base in a git repository with a work tree".to_owned(),
            "--since demande une base dans un dépôt git avec arbre de travail".to_owned(),
        ],
        RevisionError::NoRevision { is_shallow: false } => [
            format!("git knows no revision `{revision}`"),
            format!("git ne connaît pas de révision `{revision}`"),
        ],
        RevisionError::NoRevision { is_shallow: true } => [
            format!(
                "git has no revision `{revision}` in this shallow clone; fetch the history with `git fetch --unshallow`"
            ),
            format!(
                "git n'a pas de révision `{revision}` dans ce clone superficiel\u{a0}; récupérer l'historique avec `git fetch --unshallow`"
            ),
        ],
        RevisionError::Submodule { folder } => {
            let folder = clean(folder);
            [
                format!("`{folder}` is a submodule, whose files git does not keep here"),
                format!("`{folder}` est un sous-module, dont git ne garde pas les fichiers ici"),
            ]
        }
        RevisionError::Files(error) => {
            let [en, fr] = super::files::system(error);
            [
                format!("the earlier base cannot be copied: {en}"),
                format!("la base antérieure ne peut pas être copiée\u{a0}: {fr}"),
            ]
        }
    }
}
