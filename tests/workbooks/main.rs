//! Rosters as workbooks and as folders of CSV files: what people write and hand in, read to the cell. Each
//! test takes a small good workbook and spoils it in one place; then either it reads as the good one does,
//! or exactly the findings are there that it should have.

mod codes;
mod columns;
mod commands;
mod csv;
mod dates;
mod days;
mod documents;
mod doubtful;
mod encodings;
mod examples;
mod files;
mod garbage;
mod good;
mod ids;
mod kept;
mod least;
mod many;
mod marked;
mod reading;
mod round_trip;
mod rows;
mod sheets;
mod spoilt;
mod strengths;
mod texts;
mod times;
mod too_long;
mod work;
