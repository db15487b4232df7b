use gainsay_claims::Lang;

use crate::{
    args::{Global, Lsp},
    exit::Exit,
    lsp::{Settings, serve},
    refusal::Refusal,
};

/// Serves an editor until it ends the server.
pub(super) fn run(global: &Global, lang: Lang, asked: &Lsp) -> Result<Exit, Refusal> {
    serve(Settings::new(global.clone(), lang, asked)?)
}
