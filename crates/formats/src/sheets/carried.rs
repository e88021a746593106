//! Puts charts, pictures and rules that colour cells of another workbook in one that was written, as they stand there.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Sheet;
use crate::book::{Carried, PackagePart, relations_of};

const KINDS: &str = "[Content_Types].xml";
const FORMATS: &str = "xl/styles.xml";
/// The id by which a sheet names its drawing.
const DRAWING: &str = "rIdCarried";
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
/// Before the first of these that a sheet has, its rules stand, and before the first of the others its drawing.
const BEHIND_RULES: [&str; 4] =
    ["<dataValidations", "<hyperlinks", "<printOptions", "<pageMargins"];
const BEHIND_DRAWING: [&str; 5] =
    ["<legacyDrawing", "<picture", "<tableParts", "<extLst", "</worksheet>"];

/// The workbook with what its sheets carry over.
pub fn carry(file: Vec<u8>, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    if sheets.iter().all(|sheet| sheet.kept.carried == Carried::default()) {
        return Ok(file);
    }
    let mut package = Package::open(&file)?;
    for (number, sheet) in (1..).zip(sheets) {
        package.add(number, &sheet.kept.carried);
    }
    package.write()
}

/// The parts of a package, in their order.
struct Package {
    paths: Vec<String>,
    parts: BTreeMap<String, Vec<u8>>,
}

impl Package {
    fn open(file: &[u8]) -> Result<Package, XlsxError> {
        let mut archive = ZipArchive::new(Cursor::new(file))?;
        let mut package = Package { paths: Vec::new(), parts: BTreeMap::new() };
        for at in 0..archive.len() {
            let mut part = archive.by_index(at)?;
            let mut content = Vec::new();
            part.read_to_end(&mut content)?;
            let path = part.name()?.into_owned();
            package.put(&path, content);
        }
        Ok(package)
    }

    fn put(&mut self, path: &str, content: Vec<u8>) {
        if self.parts.insert(path.to_owned(), content).is_none() {
            self.paths.push(path.to_owned());
        }
    }

    /// Changes a part that is text; nothing if it is not there.
    fn change(&mut self, path: &str, change: impl FnOnce(&str) -> String) {
        let Some(content) = self.parts.get_mut(path) else { return };
        // All parts that are changed have been written by a program that writes UTF-8.
        if let Ok(text) = std::str::from_utf8(content) {
            *content = change(text).into_bytes();
        }
    }

    /// Puts in what the sheet with a number, counted from 1, carries over.
    fn add(&mut self, number: usize, carried: &Carried) {
        let sheet = format!("xl/worksheets/sheet{number}.xml");
        if !carried.rules.is_empty() {
            self.change(&sheet, |text| before(text, &BEHIND_RULES, &carried.rules));
        }
        if !carried.formats.is_empty() {
            self.change(FORMATS, |text| text.replacen("<dxfs count=\"0\"/>", &carried.formats, 1));
        }
        let Some(drawing) = &carried.drawing else { return };
        for part in &drawing.parts {
            self.put(&part.path, part.content.clone());
            self.change(KINDS, |text| with_kind(text, part));
        }
        let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let element = format!("<drawing xmlns:r=\"{namespace}\" r:id=\"{DRAWING}\"/>");
        self.change(&sheet, |text| before(text, &BEHIND_DRAWING, &element));
        let relations = relations_of(&sheet);
        if !self.parts.contains_key(&relations) {
            self.put(&relations, RELATIONS.as_bytes().to_vec());
        }
        let target = &drawing.path;
        let relation = format!(
            "<Relationship Id=\"{DRAWING}\" Type=\"{namespace}/drawing\" Target=\"/{target}\"/>"
        );
        self.change(&relations, |text| before(text, &["</Relationships>"], &relation));
    }

    fn write(self) -> Result<Vec<u8>, XlsxError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for path in &self.paths {
            writer.start_file(path, SimpleFileOptions::default())?;
            writer.write_all(&self.parts[path])?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

/// A text with another before the first of some marks that is there.
fn before(text: &str, marks: &[&str], put: &str) -> String {
    match marks.iter().find_map(|mark| text.find(mark)) {
        Some(at) => format!("{}{put}{}", &text[..at], &text[at..]),
        None => text.to_owned(),
    }
}

/// The kinds of parts with that of one more.
fn with_kind(text: &str, part: &PackagePart) -> String {
    let PackagePart { path, kind, .. } = part;
    let name = format!("PartName=\"/{path}\"");
    if kind.is_empty() || text.contains(&name) {
        return text.to_owned();
    }
    before(text, &["</Types>"], &format!("<Override {name} ContentType=\"{kind}\"/>"))
}
