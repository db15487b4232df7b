//! Who is asked: people, and firms that answer for themselves.

use std::sync::LazyLock;

use super::words::{Lexicon, lexicon};

static PEOPLE: Lexicon = LazyLock::new(|| {
    lexicon(
        "abonnees abonnes acheteur acheteurs acheteuse acheteuses adherents adolescents \
         ados adult adulte adultes adults agers allemandes allemands amateurs \
         americaines americains americans anglais australians australiens belges \
         boomers bresiliens britanniques britons brits buyer buyers cadres canadians \
         canadiens celles ceos ceux children chinois citizens citoyens client cliente \
         clientes clients cmos consommateur consommateurs consommatrice consommatrices \
         consumer consumers customer customers cyberacheteurs decideurs directeurs \
         dirigeants electeurs elles employees employes enfants entrepreneurs espagnols \
         etudiant etudiante etudiantes etudiants europeans europeens eux executives \
         experts fan fans femme femmes folks follower followers foyers francais \
         francaises gens germans habitants homme hommes households indiens individuals \
         individus internaute internautes interrogees interroges italiens japanese \
         japonais jeune jeunes kids leaders lecteur lecteurs lyceens makers managers \
         marketer marketers marketeurs members membres men menages millennials \
         mobinautes moms mothers nous owners parents parisiens participant \
         participantes participants particuliers patients people person personnes \
         persons professionals professionnels prospects public quebecois readers \
         repondant repondantes repondants respondent respondents responsables salaries \
         seniors shopper shoppers socionautes sondees sondes students subscribers \
         suisses teenagers teens them travailleurs tweeters twittos usagers user users \
         utilisateur utilisateurs utilisatrice utilisatrices viewers visiteurs visitors \
         votants voters voyageurs women workers youngsters youth auditeurs auditrices listeners \
         teachers enseignants drivers conducteurs automobilistes motorists commuters doctors \
         medecins dentists dentistes nurses infirmieres pupils eleves collegiens retraites \
         retirees pensioners voisins neighbours neighbors tourists touristes travellers travelers \
         developers developpeurs designers freelancers independants artisans gamers joueurs \
         players spectateurs bloggers blogueurs journalists journalistes recruiters recruteurs \
         candidats candidates celibataires locataires tenants proprietaires riverains lectrices \
         listeners graduates diplomes telespectateurs twentysomethings girls boys filles garcons \
         daughters sons grandparents residents citadins ruraux villagers musicians musiciens \
         farmers agriculteurs cyclists cyclistes runners coureurs",
    )
});

static FIRMS: Lexicon = LazyLock::new(|| {
    lexicon(
        "advertisers agences agencies annonceurs banks banques brands businesses \
         commercants companies editeurs enseignes entreprises firmes firms marchands \
         marques merchants organisations organizations pme publishers retailers smbs \
         societes startups tpe",
    )
});

/// Tells whether a word names people who can be asked.
pub(super) fn are_people(word: &str) -> bool {
    PEOPLE.contains(word)
}

/// Tells whether a word names people or firms.
pub(super) fn is_group(word: &str) -> bool {
    PEOPLE.contains(word) || FIRMS.contains(word)
}
