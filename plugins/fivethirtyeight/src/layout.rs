use gainsay_plugin::Row;

/// A table of the collection, told by its columns. A column that a table does not
/// have is named "", and says nothing.
pub(crate) struct Layout {
    /// What the ids of its studies begin with.
    pub(crate) name: &'static str,
    /// What the polls are about, as their titles say it.
    pub(crate) subject: &'static str,
    /// Every column. All tables have `Start`, `End` and `Pollster`.
    pub(crate) columns: &'static [&'static str],
    /// Who paid.
    pub(crate) sponsor: &'static str,
    /// Whom the figures are about.
    pub(crate) population: &'static str,
    /// `TRUE` for a tracking poll.
    pub(crate) tracking: &'static str,
    /// The question, word for word.
    pub(crate) text: &'static str,
    /// `no` for what the collectors left out of their average.
    pub(crate) include: &'static str,
    /// Remarks of the collectors.
    pub(crate) notes: &'static str,
    /// The pollster's page.
    pub(crate) url: &'static str,
    /// What a yes means.
    pub(crate) concept: &'static str,
    /// What "not sure" means.
    pub(crate) undecided: &'static str,
    /// The name of the question in a row.
    pub(crate) question: fn(&Row<'_>) -> String,
    /// What narrows the concept in a row.
    pub(crate) facets: fn(&Row<'_>) -> Vec<(&'static str, String)>,
    /// Everybody, then the groups that the table breaks out.
    pub(crate) groups: &'static [Group],
}

/// Those whose answers stand in some columns.
#[derive(Debug)]
pub(crate) struct Group {
    /// What is added to the ids of its figures.
    pub(crate) suffix: &'static str,
    /// Who they are among those asked; absent for all of them.
    pub(crate) who: Option<&'static str>,
    /// How many were asked.
    pub(crate) n: &'static str,
    /// Those who say yes.
    pub(crate) yes: &'static str,
    /// Those who say no.
    pub(crate) no: &'static str,
    /// Those who say neither.
    pub(crate) unsure: &'static str,
}

impl Layout {
    /// The columns with shares.
    pub(crate) fn shares(&self) -> impl Iterator<Item = &'static str> {
        self.groups.iter().flat_map(|group| [group.yes, group.no, group.unsure])
    }

    /// The column with the number of all who were asked.
    pub(crate) fn size(&self) -> &'static str {
        self.groups.first().map_or("", |everybody| everybody.n)
    }
}
