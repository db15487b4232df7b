//! Arrays of objects in JSON, as rows: an object is a row, or, where it holds arrays of
//! objects itself, each of these is one that has the cells around it, too. The column of a
//! field is its way from the outermost object: `tours.hypotheses.candidats.intentions`.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use gainsay_plugin::{
    Document,
    table::{MOST_CELLS, MOST_COLUMNS},
    wire::Place,
};
use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;

use super::{Rows, Table, TableError};

/// How many arrays may lie within each other.
pub(super) const DEEPEST: usize = 8;

/// Objects, each with the one around it.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// The innermost objects, in order.
    leaves: Vec<usize>,
}

#[derive(Debug)]
struct Node<'a> {
    around: Option<usize>,
    /// The byte at which it begins.
    start: usize,
    cells: BTreeMap<usize, Cell<'a>>,
}

#[derive(Debug)]
struct Cell<'a> {
    words: Cow<'a, str>,
    /// The bytes at which these words are written, if they are written so.
    span: Option<[usize; 2]>,
}

impl Tree<'_> {
    pub(super) fn len(&self) -> usize {
        self.leaves.len()
    }

    pub(super) fn words(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.words)
    }

    pub(super) fn place(&self, row: usize, column: usize) -> Option<Place> {
        let [start, end] = self.cell(row, column)?.span?;
        Some(Place::span(start..end))
    }

    pub(super) fn start(&self, row: usize) -> Place {
        let node = self.leaves.get(row).and_then(|&leaf| self.nodes.get(leaf));
        let start = node.map_or(0, |node| node.start);
        Place::span(start..start + 1)
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Cell<'_>> {
        let mut node = self.nodes.get(*self.leaves.get(row)?)?;
        loop {
            if let Some(cell) = node.cells.get(&column) {
                return Some(cell);
            }
            node = self.nodes.get(node.around?)?;
        }
    }
}

/// Reads a text as a table.
pub(super) fn read(document: &Document) -> Result<Table<'_>, TableError> {
    let text = document.text();
    let outermost: Vec<&RawValue> = match text.trim_start().starts_with('[') {
        true => serde_json::from_str(text)?,
        // An object around the array.
        false => vec![serde_json::from_str(text)?],
    };
    let mut reader = Reader { text, ..Reader::default() };
    for one in outermost {
        reader.object(one, "", None, 0)?;
    }
    if reader.tree.leaves.is_empty() {
        return Err(TableError::NoObjects);
    }
    let (columns, rows) = (reader.columns, Rows::Tree(reader.tree));
    Ok(Table { document, columns, rows, remark: None })
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    columns: BTreeMap<String, usize>,
    tree: Tree<'a>,
    cells: usize,
}

impl<'a> Reader<'a> {
    /// Reads an object with everything in it; `way` leads to its fields.
    fn object(
        &mut self,
        object: &'a RawValue,
        way: &str,
        around: Option<usize>,
        depth: usize,
    ) -> Result<(), TableError> {
        if depth > DEEPEST {
            return Err(TableError::TooDeep);
        }
        self.count()?;
        let node = self.tree.nodes.len();
        let start = self.start(object);
        self.tree.nodes.push(Node { around, start, cells: BTreeMap::new() });
        let mut within = Vec::new();
        self.fields(node, object, way, depth, &mut within)?;
        if within.is_empty() {
            self.tree.leaves.push(node);
        }
        for (way, objects) in within {
            for one in objects {
                self.object(one, &way, Some(node), depth + 1)?;
            }
        }
        Ok(())
    }

    /// Adds the fields of an object to a node; arrays of objects are put aside. Those of an
    /// object within it are its own.
    fn fields(
        &mut self,
        node: usize,
        object: &'a RawValue,
        way: &str,
        depth: usize,
        within: &mut Vec<(String, Vec<&'a RawValue>)>,
    ) -> Result<(), TableError> {
        if depth > DEEPEST {
            return Err(TableError::TooDeep);
        }
        let Fields(fields) = serde_json::from_str(object.get()).map_err(|error| match () {
            () if object.get().starts_with('{') => TableError::Json(error),
            () => TableError::NoObjects,
        })?;
        for (name, value) in fields {
            let way = if way.is_empty() { name } else { format!("{way}.{name}") };
            match objects(value.get()) {
                Some(objects) => within.push((way, objects)),
                None if value.get().starts_with('{') => {
                    self.fields(node, value, &way, depth + 1, within)?;
                }
                None => self.cell(node, way, value)?,
            }
        }
        Ok(())
    }

    fn cell(&mut self, node: usize, way: String, value: &'a RawValue) -> Result<(), TableError> {
        let next = self.columns.len();
        let column = *self.columns.entry(way.clone()).or_insert(next);
        self.count()?;
        let raw = value.get();
        if raw == "null" {
            return Ok(());
        }
        let start = self.start(value);
        let cell = match raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            None => Cell { words: raw.into(), span: Some([start, start + raw.len()]) },
            Some(inner) if !inner.contains('\\') => {
                Cell { words: inner.into(), span: Some([start + 1, start + 1 + inner.len()]) }
            }
            Some(_) => Cell { words: serde_json::from_str::<String>(raw)?.into(), span: None },
        };
        match self.tree.nodes[node].cells.insert(column, cell) {
            None => Ok(()),
            Some(_) => Err(TableError::Twice(way)),
        }
    }

    /// Counts an object or a cell.
    fn count(&mut self) -> Result<(), TableError> {
        self.cells += 1;
        let is_too_large = self.columns.len() > MOST_COLUMNS || self.cells > MOST_CELLS;
        if is_too_large { Err(TableError::TooLarge) } else { Ok(()) }
    }

    /// The byte at which a value begins, which borrows from the text.
    fn start(&self, value: &RawValue) -> usize {
        value.get().as_ptr().addr() - self.text.as_ptr().addr()
    }
}

/// The objects of an array that holds nothing else, and at least one.
fn objects(value: &str) -> Option<Vec<&RawValue>> {
    let values: Vec<&RawValue> =
        value.starts_with('[').then(|| serde_json::from_str(value).ok()).flatten()?;
    let are_objects = values.iter().all(|one| one.get().starts_with('{'));
    (are_objects && !values.is_empty()).then_some(values)
}

/// The fields of an object in order, even two of one name.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Visitor).map(Fields)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}
