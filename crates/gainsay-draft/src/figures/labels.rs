//! Numbers that tell one part, version or point of a list from another.

use std::sync::LazyLock;

use gainsay_claims::value::{Kind, Quantity};

use super::spot::Spot;
use super::words::{Form, Lexicon, is_glued, lexicon};

/// What a number names one of.
static NUMBERED: Lexicon = LazyLock::new(|| {
    lexicon(
        "android annexe appendix article articles astuce categorie category chapitre \
         chapitres chapter chapters chart chrome colonne column conseil css day drupal \
         episode etape etapes example exemple exercice exercise figure figures firefox \
         galaxy generation graph graphique html http idee industrie industry ios iphone \
         issue jour lecon lesson level ligne line loi niveau note notes numero office \
         option options page pages part partie phase php playstation point python \
         question questions raison rang reason regle row rule saison schema season \
         section sections semaine slide slides step steps table tableau tableaux tables \
         tier tip tome top type version versions volume web week windows wordpress xbox \
         § ¶",
    )
});

/// What is shortened before a number.
static SHORT_NUMBERED: Lexicon =
    LazyLock::new(|| lexicon("art ch chap ed ex fig figs n no p para pp sec sect tab v vol"));

/// What an article counts its own points by.
static POINTS: Lexicon = LazyLock::new(|| {
    lexicon(
        "astuces chapitres chapters choses cles conseil conseils erreurs etapes \
         examples exemples facons hacks ideas idees keys lecons lessons manieres \
         minutes mistakes mythes myths outils pages parties parts points principes \
         principles questions raisons reasons regles rules secrets sections steps \
         strategies tactics tactiques takeaways things tip tips tricks ways",
    )
});

pub(super) fn is_label(spot: &Spot<'_>) -> bool {
    is_numbered(spot)
        || is_item(spot)
        || is_bracketed(spot)
        || is_list_size(spot)
        || is_length_of_scale(spot)
        || is_mark(spot)
}

/// "Un 4 sur 5", "a 4 out of 5", "4 points de confiance sur 5": a mark, and no part of people.
fn is_mark(spot: &Spot<'_>) -> bool {
    const WITHIN: usize = 4;
    const ONE: &[&str] = &["un", "a"];
    let is_points = matches!(spot.reading.quantity, Quantity::Points(_));
    let is_number = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
    let counts_up_to =
        |at: usize| spot.is_after(at, &["sur", "of"]) && is_number(spot.after(at + 1));
    if is_points && (1..=WITHIN).any(counts_up_to) {
        return true;
    }
    // "Sur 5": up to where the points go.
    let is_end = spot.count().is_some()
        && spot.is_before(1, &["sur", "of"])
        && spot.any_before(WITHIN + 1, |word| word == "points");
    let is_fraction = spot.reading.kind == Kind::Fraction && spot.has_digits();
    is_end || is_fraction && (spot.is_before(1, ONE) || ONE.contains(&spot.first_word()))
}

/// "page 12", "étapes 2 et 3", "p. 12", "iOS 9".
fn is_numbered(spot: &Spot<'_>) -> bool {
    let is_short = spot.is_before(1, &["."]) && SHORT_NUMBERED.contains(spot.before(2));
    // "Asked on line 1,006 adults": no line of that number.
    let is_asked_there =
        matches!(spot.label(), "line" | "ligne") && spot.is_before(2, &["en", "on"]);
    let is_long = NUMBERED.contains(&spot.label()) && !is_asked_there;
    let is_issue = matches!(spot.reading.quantity, Quantity::Rank(rank) if rank > 10);
    is_issue || spot.count().is_some() && (is_short || is_long)
}

/// "1." or "2)" before an item, or a number alone.
fn is_item(spot: &Spot<'_>) -> bool {
    const MARKS: &[&str] = &[".", ")", "°", "/", "-", ":"];
    let is_marked = spot.is_after(1, MARKS)
        && (is_glued(spot.words, spot.end) || spot.is_after(1, &[")", "°"]));
    let stops_there = spot.words.len() <= spot.end + 1;
    let is_open = spot.is_first() || spot.first == 1 && spot.is_before(1, &["(", "["]);
    let is_small = spot.own().len() == 1 && spot.first_word().len() <= 2;
    spot.count().is_some() && is_open && is_marked && is_small && !stops_there
}

/// "[12]", "(3)".
fn is_bracketed(spot: &Spot<'_>) -> bool {
    let is_small = spot.own().len() == 1 && spot.first_word().len() <= 2;
    let is_note = spot.is_before(1, &["["]) && spot.is_after(1, &["]", ","]);
    let is_remark = is_small && spot.is_before(1, &["("]) && spot.is_after(1, &[")"]);
    spot.count().is_some() && spot.has_digits() && (is_note || is_remark)
}

/// "3 conseils", "5 surprising tips", "3 points clés".
fn is_list_size(spot: &Spot<'_>) -> bool {
    const KINDS: &[&str] = &["cles", "forts", "faibles", "essentiels", "importants"];
    if matches!(spot.reading.quantity, Quantity::Points(_)) {
        let is_key = spot.own().last().is_some_and(|word| word.form == Form::Letters)
            && (spot.is_after(1, KINDS) || TARGETS.contains(spot.after(2)));
        const LISTS: &[&str] = &["scale", "checklist", "plan", "list"];
        return is_key || (1..=3).any(|count| spot.is_after(count, LISTS));
    }
    spot.is_count_up_to(101) && (1..=2).any(|count| POINTS.contains(spot.after(count)))
}

/// "une échelle de cinq", "a scale of five", "on a scale from 1 to 5".
fn is_length_of_scale(spot: &Spot<'_>) -> bool {
    spot.count().is_some() && spot.any_before(4, |word| matches!(word, "echelle" | "scale"))
}

/// "points de vente", "points to remember".
static TARGETS: Lexicon = LazyLock::new(|| {
    lexicon(
        "check connaitre consider contact entree interet note remember retenir sale \
         savoir vente verifier view vue",
    )
});

#[cfg(test)]
mod tests {
    use super::super::testing::{none, some};

    #[test]
    fn labels_are_no_figures() {
        none(&[
            "fr Voir p. 12 et la page 14.",
            "fr Voir la figure 3, l'étape 2 et le § 4.2.",
            "fr Les étapes 2 et 3 suffisent.",
            "en See chapter 5, table 2 and fig. 7.",
            "en iOS 9, Windows 10 and Web 2.0 are out.",
            "fr 3 conseils pour vos réseaux",
            "en 5 surprising tips",
            "fr Les 3 points clés et 120 points de vente.",
            "en A 5-point scale was used.",
            "fr Les notes 4 et 5 d'une échelle de cinq.",
            "en 1. Brands",
            "fr 2) Les marques",
            "en It was shown before [12] and (3) again.",
            "en The top 10 brands.",
            "fr Le n° 412 de la revue.",
            "en As it says on page 14.",
            "fr Voir le tableau en page 14.",
            "fr Un 4 sur 5 est une bonne note.",
            "en A 4 out of 5 is a good mark.",
            "fr Ils donnent 4 points de confiance sur 5.",
            "en They gave it 4 points out of 5.",
        ]);
    }

    #[test]
    fn figures_beside_such_words_are() {
        some(&[
            "fr La page a 300 abonnés.",
            "en Figure 3 shows that 68% agree.",
            "fr 12 marques sont suivies.",
            "en A 12-point rise was seen.",
            "fr Un gain de 3 points.",
        ]);
    }
}
