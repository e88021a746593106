//! How files were read, for people to look at before anything is written.

/// Rows that are shown.
pub const ROWS: usize = 5;

/// How one table or calendar was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The file.
    pub file: String,
    /// The sheet; empty for a file of one table.
    pub sheet: String,
    /// What it is about, in words.
    pub about: String,
    /// How many rows, or events, were read.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<PreviewColumn>,
    /// What else it tells, in words.
    pub notes: Vec<String>,
}

/// How one column was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewColumn {
    /// Its letters.
    pub column: String,
    /// What stands above it.
    pub heading: String,
    /// What it is taken for, in words; empty if it is not read.
    pub taken_for: String,
    /// What stands in its first rows.
    pub first_values: Vec<String>,
}

/// Something that was taken without asking, and can be changed in the mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The key with which it can be changed.
    pub key: String,
    /// What was taken, in words.
    pub text: String,
}
