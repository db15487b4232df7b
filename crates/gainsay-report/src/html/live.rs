//! A page that loads itself again while its base is worked on.

use maud::{Markup, PreEscaped, html};

use super::tables::Tables;

/// Loads the page again every three seconds, unless a reader pauses that: a refresh that
/// the document itself asks for could not be stopped.
pub(super) const SCRIPT: &str =
    "setInterval(()=>document.getElementById('pause').checked||location.reload(),3000)";

impl Tables<'_> {
    /// The control that stops what a live page does, and the script that does it.
    pub(super) fn live(&self) -> Markup {
        let title = self.say(["Live page", "Page en direct"]);
        let words = self.say([
            "pause: this page loads itself again every three seconds",
            "pause\u{a0}: cette page se recharge toutes les trois secondes",
        ]);
        html! {
            // A browser would remember it from one load to the next.
            aside .live aria-label=(title) {
                label { input #pause type="checkbox" autocomplete="off"; " " (words) }
            }
            script { (PreEscaped(SCRIPT)) }
        }
    }
}
