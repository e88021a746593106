//! Columns and rows, as the engine gives them and as HiGHS takes them.

use highs_sys::HighsInt;

/// A column or row with its coefficients.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Cost of a unit; rows have none.
    pub cost: f64,
    pub lower: f64,
    pub upper: f64,
    /// Rows of a column, columns of a row, with the coefficient; each once.
    pub entries: Vec<(usize, f64)>,
}

/// Lines as HiGHS takes them: the entries of all lines one after another.
pub(super) struct Packed {
    pub costs: Vec<f64>,
    pub lower: Vec<f64>,
    pub upper: Vec<f64>,
    pub starts: Vec<HighsInt>,
    pub index: Vec<HighsInt>,
    pub value: Vec<f64>,
}

impl Packed {
    pub fn new(lines: &[Line]) -> Packed {
        let mut starts = Vec::with_capacity(lines.len());
        let mut next = 0;
        for line in lines {
            starts.push(next);
            next += line.entries.len() as HighsInt;
        }
        let entries = || lines.iter().flat_map(|line| &line.entries);
        Packed {
            costs: lines.iter().map(|line| line.cost).collect(),
            lower: lines.iter().map(|line| line.lower).collect(),
            upper: lines.iter().map(|line| line.upper).collect(),
            starts,
            index: entries().map(|&(at, _)| at as HighsInt).collect(),
            value: entries().map(|&(_, value)| value).collect(),
        }
    }
}
