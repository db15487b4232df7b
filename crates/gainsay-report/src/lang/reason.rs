//! Why a claim is not compared, in words.

use gainsay_claims::Lang;
use gainsay_judge::{FlawKind, Reason};

use crate::{Speaker, clean};

impl Speaker<'_> {
    /// Why a claim is not compared.
    pub(crate) fn reason(&self, reason: &Reason) -> String {
        match (reason, self.lang) {
            (Reason::Restates { claim }, Lang::En) => format!("restates `{}`", clean(claim)),
            (Reason::Restates { claim }, Lang::Fr) => format!("reprend `{}`", clean(claim)),
            _ => self.reason_kind(reason).to_owned(),
        }
    }

    /// The same for a count of claims.
    pub(crate) fn reason_kind(&self, reason: &Reason) -> &'static str {
        match (reason, self.lang) {
            (Reason::NotAShare, Lang::En) => "no share",
            (Reason::NotAShare, Lang::Fr) => "sans part chiffrée",
            (Reason::Rhetorical, Lang::En) => "rhetorical",
            (Reason::Rhetorical, Lang::Fr) => "formule rhétorique",
            (Reason::Opinion, Lang::En) => "opinion",
            (Reason::Opinion, Lang::Fr) => "avis personnel",
            (Reason::NoStudy, Lang::En) => "no study named",
            (Reason::NoStudy, Lang::Fr) => "aucune étude nommée",
            (Reason::NotSampled, Lang::En) => "share of money, or modelled",
            (Reason::NotSampled, Lang::Fr) => "part d'un montant, ou estimation d'un modèle",
            (Reason::Deprecated, Lang::En) => "withdrawn or replaced",
            (Reason::Deprecated, Lang::Fr) => "retiré ou remplacé",
            (Reason::Rejected, Lang::En) => "study rejected by a reviewer",
            (Reason::Rejected, Lang::Fr) => "étude rejetée par un relecteur",
            (Reason::Forecast, Lang::En) => "forecast",
            (Reason::Forecast, Lang::Fr) => "prévision",
            (Reason::NoPeriod, Lang::En) => "too fast for what is known of its time",
            (Reason::NoPeriod, Lang::Fr) => "trop changeant pour ce que l'on sait de sa date",
            (Reason::Flawed(kind), _) => flawed(*kind, self.lang),
            (Reason::Restates { .. }, Lang::En) => "restates another claim",
            (Reason::Restates { .. }, Lang::Fr) => "reprise d'une autre affirmation",
        }
    }
}

fn flawed(kind: FlawKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (FlawKind::CircularCitation, Lang::En) => "cited in a circle, without an original",
        (FlawKind::CircularCitation, Lang::Fr) => "citation circulaire, sans original",
        (FlawKind::DuplicateEvidence, Lang::En) => "there twice",
        (FlawKind::DuplicateEvidence, Lang::Fr) => "en double",
        (_, Lang::En) => "cannot be true with its own study",
        (_, Lang::Fr) => "incompatible avec sa propre étude",
    }
}
