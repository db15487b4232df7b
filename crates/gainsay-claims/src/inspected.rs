//! What the file of a plugin shows while none of its code runs.

/// What the file of a plugin shows while none of its code runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspected {
    /// The file.
    pub file: String,
    /// The file of the manifest, where it is an executable; a library carries its own.
    pub manifest: Option<String>,
    /// The plugin's own name.
    pub plugin: String,
    /// Schema of the records it emits, such as `claims/1`.
    pub schema: String,
    /// Version of the SDK it was built with.
    pub sdk: String,
    /// Major and minor version of the interface it was built for, such as `1.0`, or the version
    /// of the frames that an executable speaks; absent where its table cannot be found in the
    /// file.
    pub interface: Option<String>,
    /// Format and architecture, such as `elf x86_64`, or the first line of a script.
    pub format: String,
    /// Bytes of the file.
    pub bytes: u64,
    /// SHA-256 of the file, in hexadecimal; of an executable, of its digest and that of its
    /// manifest.
    pub digest: String,
    /// Libraries that it needs.
    pub needs: Vec<String>,
    /// Symbols that it exports.
    pub exports: Vec<String>,
    /// Functions that run while it is loaded; absent where the format is not understood.
    pub constructors: Option<usize>,
    /// How many of those compilers add.
    pub usual_constructors: usize,
}
