//! What groups of rules are about.

use gainsay_claims::{CheckGroup, Lang};

use super::pick;

/// What the rules of a group look for, as one sentence.
pub(crate) fn about(lang: Lang, group: CheckGroup) -> &'static str {
    pick(
        lang,
        match group {
            CheckGroup::Citations => [
                "What restates a study: whether it says what the study says, and cites it rightly.",
                "Ce qui reprend une étude\u{a0}: si la reprise dit ce que dit l'étude, et la cite bien.",
            ],
            CheckGroup::Coherence => [
                "Claims on several propositions: whether all of them can hold.",
                "Les affirmations sur plusieurs propositions\u{a0}: si toutes peuvent être vraies.",
            ],
            CheckGroup::Drafts => [
                "The figures of a draft: whether the base holds them, and what the draft makes of them.",
                "Les chiffres d'un brouillon\u{a0}: si la base les contient, et ce que le brouillon en fait.",
            ],
            CheckGroup::Input => [
                "Files of the base and what plugins say: whether they can be used.",
                "Les fichiers de la base et ce que disent les greffons\u{a0}: s'ils sont utilisables.",
            ],
            CheckGroup::Internal => [
                "One study by itself: what cannot be true of it, or is there twice.",
                "Une étude prise seule\u{a0}: ce qui ne peut pas en être vrai, ou y figure deux fois.",
            ],
            CheckGroup::Orders => [
                "Orders of options: whether studies rank them alike, and whether their samples show it.",
                "Les classements\u{a0}: si les études classent de même, et si leurs échantillons le montrent.",
            ],
            CheckGroup::Plugins => [
                "Plugins: whether they load, run and answer as every plugin must (`gainsay source check`).",
                "Les greffons\u{a0}: s'ils se chargent, s'exécutent et répondent comme tous le doivent (`gainsay source check`).",
            ],
            CheckGroup::Verdicts => [
                "What reviewers answered: whether it still holds for what is found.",
                "Ce que les relecteurs ont répondu\u{a0}: si cela vaut encore pour ce qui est constaté.",
            ],
            CheckGroup::Shares => [
                "Shares of several studies on one proposition: whether they differ, and by how much.",
                "Les parts que plusieurs études donnent d'une même proposition\u{a0}: si elles diffèrent, et de combien.",
            ],
        },
    )
}
