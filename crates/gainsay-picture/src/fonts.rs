//! The fonts of the system.

use std::sync::Arc;

use fontdb::{Database, Family, ID, Query, Style, Weight};

use crate::picture::PictureError;

/// Families that many systems have, all without serifs; the first that there is is taken.
const FAMILIES: [&str; 10] = [
    "Liberation Sans",
    "Arial",
    "Arimo",
    "Helvetica",
    "Helvetica Neue",
    "Segoe UI",
    "Noto Sans",
    "DejaVu Sans",
    "Roboto",
    "Open Sans",
];

/// A font, regular and bold.
#[derive(Clone, Debug)]
pub struct Fonts {
    pub(crate) regular: Face,
    pub(crate) bold: Face,
}

/// A face of a font.
#[derive(Clone, Debug)]
pub(crate) struct Face {
    /// Its file.
    pub(crate) data: Arc<Vec<u8>>,
    /// Its place in the file.
    pub(crate) index: u32,
}

impl Fonts {
    /// A font of the system without serifs.
    ///
    /// # Errors
    ///
    /// The system has no font that can be read.
    pub fn of_system() -> Result<Self, PictureError> {
        let mut database = Database::new();
        database.load_system_fonts();
        Self::among(&database)
    }

    fn among(database: &Database) -> Result<Self, PictureError> {
        let known = FAMILIES.iter().find_map(|family| {
            let [regular, bold] = [Weight::NORMAL, Weight::BOLD].map(|weight| {
                let families = &[Family::Name(family)];
                database.query(&Query { families, weight, ..Query::default() })
            });
            Some((face(database, regular?)?, face(database, bold?)?))
        });
        let (regular, bold) = known.or_else(|| any(database)).ok_or(PictureError::NoFont)?;
        Ok(Self { regular, bold })
    }
}

/// The first upright face that there is, by name, that has letters.
fn any(database: &Database) -> Option<(Face, Face)> {
    let mut faces: Vec<_> = database.faces().filter(|face| face.style == Style::Normal).collect();
    faces.sort_by_key(|face| (face.weight.0.abs_diff(400), face.post_script_name.clone()));
    let face = faces.into_iter().find_map(|one| face(database, one.id))?;
    Some((face.clone(), face))
}

fn face(database: &Database, id: ID) -> Option<Face> {
    let (data, index) = database.with_face_data(id, |data, index| (data.to_vec(), index))?;
    let has_letters = ttf_parser::Face::parse(&data, index)
        .is_ok_and(|face| ['a', 'é', '0', '%'].iter().all(|&one| face.glyph_index(one).is_some()));
    has_letters.then(|| Face { data: Arc::new(data), index })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_without_fonts_is_refused() {
        assert_eq!(Fonts::among(&Database::new()).err(), Some(PictureError::NoFont));
    }

    #[test]
    fn what_is_no_font_is_not_taken() {
        let mut database = Database::new();
        database.load_font_data(b"not a font".to_vec());
        assert_eq!(Fonts::among(&database).err(), Some(PictureError::NoFont));
    }
}
