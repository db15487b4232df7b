//! An article and its citations.

use gainsay_plugin::SourceError;
use gainsay_plugin::wire::{
    Finding, Forecast, Hop, HopRole, Mark, Medium, Mood, Page, Place, Role,
};

use crate::block::Block;
use crate::citation::{base, joined, people, proposition, study};
use crate::proposition::owned;
use crate::says::says;
use crate::words::Words;

/// What the first block of a document says of the article.
#[derive(Debug)]
pub(crate) struct Article<'a> {
    block: &'a Block<'a>,
    /// The page that the article translates or retells: address and author.
    via: Option<(&'a str, &'a str)>,
}

impl<'a> Article<'a> {
    /// Reads the first block.
    ///
    /// # Errors
    ///
    /// When it has an unknown key, or `via` is not an address and an author.
    pub(crate) fn read(block: &'a Block<'a>) -> Result<Self, SourceError> {
        block.refuse_unknown(&["title", "author", "address", "published", "language", "via"])?;
        let via = block.get("via").map(|field| {
            field.value.split_once(' ').ok_or_else(|| {
                block.error_at(
                    field,
                    ["expected an address and an author", "une adresse et un auteur attendus"],
                )
            })
        });
        Ok(Self { block, via: via.transpose()? })
    }

    /// Reads the block of a citation.
    ///
    /// # Errors
    ///
    /// When a key is missing or unknown, or its value is not one of its words.
    pub(crate) fn citation(&self, block: &Block<'_>) -> Result<Finding, SourceError> {
        block.refuse_unknown(KEYS)?;
        let words = Words::of(block)?;
        let of = proposition(block, block.required("of")?)?;
        let study = study(block)?;
        let otherwise = if study.is_some() { Role::Cited } else { Role::Opinion };
        let role = block.choice("role", ROLES, otherwise)?;
        let seen = if role == Role::Opinion { Mark::Publisher } else { Mark::Secondary };
        let id = format!("{}/{}", block.document.stem(), block.required("id")?.value);
        let mark = block.choice("mark", MARKS, seen)?;
        Ok(Finding {
            study,
            role,
            seen_at: self.address(block).map(str::to_owned),
            medium: block.choice("medium", MEDIA, Medium::Text)?,
            facets: owned(&of.facets).collect(),
            cut: of.cut.map(str::to_owned),
            negated: of.negated,
            joined: joined(block)?,
            base: base(block, &words)?,
            people: people(block)?,
            period: words.part("period"),
            mood: block.choice("mood", MOODS, Mood::Asserted)?,
            forecast: words.part("target").map(|target| self.forecast(target)),
            cites: block.string("cites"),
            chain: self.chain(block, role, &words),
            same_as: block.string("same-as"),
            universal: block.choice("universal", YES, false)?,
            incomplete: block.choice("incomplete", YES, false)?,
            note: block.string("note"),
            ..Finding::new(id, "", mark, of.concept, says(block, &words)?)
        })
    }

    fn forecast(&self, target: Place) -> Forecast {
        let issued = self.block.get("published").map(|field| field.place());
        Forecast { target, issued }
    }

    fn address<'b>(&self, block: &Block<'b>) -> Option<&'b str>
    where
        'a: 'b,
    {
        block.text("address").or_else(|| self.block.text("address"))
    }

    /// The article as a work to cite; none where the document gathers pages of others
    /// (speakers, and neither an author nor an address of its own) or the block
    /// stands on a page of its own.
    fn page(&self, block: &Block<'_>) -> Option<Page> {
        let (author, url) = (self.block.string("author"), self.block.string("address"));
        let is_gathering = block.get("speaker").is_some() && author.is_none() && url.is_none();
        if is_gathering || block.get("address").is_some() {
            return None;
        }
        let title = self.block.string("title");
        let published = self.block.get("published").map(|field| field.place());
        Some(Page { title, author, url, published, lang: self.block.string("language") })
    }

    /// The way back to the publisher. What a reader says in a comment did not
    /// come through the page that the article retells.
    fn chain(&self, block: &Block<'_>, role: Role, words: &Words<'_>) -> Vec<Hop> {
        let hop = |who: &str, url: Option<&str>, role| Hop {
            who: who.to_owned(),
            url: url.map(str::to_owned),
            role,
            locator: None,
            as_stated: None,
            page: None,
        };
        let speaker = block.text("speaker");
        let via = self.via.filter(|_| speaker.is_none() && role == Role::Cited);
        let distance = match (role, via) {
            (Role::Opinion, _) => HopRole::Primary,
            (_, Some(_)) => HopRole::Tertiary,
            _ => HopRole::Secondary,
        };
        let who = speaker.or_else(|| self.block.text("author")).unwrap_or("unknown");
        let here = Hop {
            locator: block.string("at"),
            as_stated: Some(words.place()),
            page: self.page(block),
            ..hop(who, self.address(block), distance)
        };
        let retold = via.map(|(address, author)| hop(author, Some(address), HopRole::Secondary));
        let publisher = block.text("publisher").map(|who| hop(who, None, HopRole::Primary));
        [Some(here), retold, publisher].into_iter().flatten().collect()
    }
}

const KEYS: &[&str] = &[
    "id",
    "at",
    "speaker",
    "address",
    "words",
    "says",
    "unit",
    "of",
    "and",
    "or",
    "greater",
    "lesser",
    "by-far",
    "between",
    "base",
    "regions",
    "pooled",
    "study",
    "publisher",
    "cites",
    "same-as",
    "role",
    "mark",
    "medium",
    "mood",
    "universal",
    "incomplete",
    "note",
];

const ROLES: &[(&str, Role)] = &[("cited", Role::Cited), ("opinion", Role::Opinion)];

const MARKS: &[(&str, Mark)] = &[
    ("publisher", Mark::Publisher),
    ("secondary", Mark::Secondary),
    ("cited-only", Mark::CitedOnly),
    ("unverified", Mark::Unverified),
];

const MEDIA: &[(&str, Medium)] = &[("lost-image", Medium::LostImage)];

const YES: &[(&str, bool)] = &[("yes", true)];

const MOODS: &[(&str, Mood)] = &[("reported", Mood::Reported)];
