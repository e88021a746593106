//! What a copy of an .xlsx file carries over as it stands: charts, pictures, and rules that colour cells by what stands
//! in them.

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer, XmlVersion};

use super::{Parts, Unreadable, attribute, elements, part};

/// Parts that belong to a drawing stand in this folder.
const FOLDER: &str = "xl/";
/// Elements with what the copy cannot have: extensions of later versions, and their replacements.
const LEFT_OUT: [&str; 2] = ["extLst", "AlternateContent"];

/// What is carried over of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Rules that colour cells, as elements of a sheet; empty if there are none.
    pub rules: String,
    /// The formats that such rules name, as an element of the formats of a workbook; empty if there are none.
    pub formats: String,
    /// Charts and pictures.
    pub drawing: Option<Drawing>,
    /// Whether there is more of the kind that a copy cannot have.
    pub is_less: bool,
}

/// Charts and pictures of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The part that says where they are.
    pub path: String,
    /// All their parts.
    pub parts: Vec<PackagePart>,
}

/// A part of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackagePart {
    /// Its path within the package.
    pub path: String,
    /// Its kind; empty for relations, whose kind all packages know.
    pub kind: String,
    /// What it holds.
    pub content: Vec<u8>,
}

/// The kinds of the parts of a package.
#[derive(Debug, Default)]
pub struct Kinds {
    by_path: BTreeMap<String, String>,
    by_ending: BTreeMap<String, String>,
}

impl Kinds {
    /// Reads them.
    pub fn read(parts: &mut Parts) -> Result<Kinds, Unreadable> {
        let mut kinds = Kinds::default();
        let text = part(parts, "[Content_Types].xml")?.unwrap_or_default();
        elements(&text, |name, element, _| {
            let Some(element) = element else { return };
            let (map, key) = match name {
                "Override" => (&mut kinds.by_path, attribute(element, "PartName")),
                "Default" => (&mut kinds.by_ending, attribute(element, "Extension")),
                _ => return,
            };
            let key = key.map(|key| key.trim_start_matches('/').to_lowercase());
            map.extend(key.zip(attribute(element, "ContentType")));
        })?;
        Ok(kinds)
    }

    fn kind(&self, path: &str) -> Option<&String> {
        let path = path.to_lowercase();
        let by_ending = || self.by_ending.get(path.rsplit_once('.')?.1);
        self.by_path.get(&path).or_else(by_ending)
    }
}

/// What is carried over of the sheet with this path and text.
pub fn of_sheet(
    parts: &mut Parts,
    kinds: &Kinds,
    (path, text): (&str, &str),
    formats: &str,
) -> Result<Carried, Unreadable> {
    let mut carried =
        Carried { rules: copied(text, "conditionalFormatting")?, ..Carried::default() };
    if !carried.rules.is_empty() {
        carried.formats = formats.to_owned();
    }
    let mut drawing = None;
    elements(text, |name, element, _| match (name, element) {
        ("drawing", Some(element)) => drawing = attribute(element, "id"),
        // Rules that only later versions know stand apart, and are not copied.
        ("conditionalFormattings", Some(_)) => carried.is_less = true,
        _ => {}
    })?;
    let Some(id) = drawing else { return Ok(carried) };
    let targets = targets(parts, path)?;
    let Some((_, target)) = targets.into_iter().find(|(of, _)| *of == id) else {
        carried.is_less = true;
        return Ok(carried);
    };
    let mut all = BTreeMap::new();
    if gather(parts, kinds, &target, &mut all)? {
        let parts = all.into_values().collect();
        carried.drawing = Some(Drawing { path: target, parts });
    } else {
        carried.is_less = true;
    }
    Ok(carried)
}

/// Gathers a part and all that it leads to; whether all of it is there.
fn gather(
    parts: &mut Parts,
    kinds: &Kinds,
    path: &str,
    all: &mut BTreeMap<String, PackagePart>,
) -> Result<bool, Unreadable> {
    if all.contains_key(path) {
        return Ok(true);
    }
    let Some(kind) = kinds.kind(path).filter(|_| path.starts_with(FOLDER)) else {
        return Ok(false);
    };
    let kind = kind.clone();
    let Some(content) = bytes(parts, path)? else { return Ok(false) };
    all.insert(path.to_owned(), PackagePart { path: path.to_owned(), kind, content });
    let relations = relations_of(path);
    if let Some(content) = bytes(parts, &relations)? {
        let part = PackagePart { path: relations.clone(), kind: String::new(), content };
        all.insert(relations, part);
    }
    let mut is_whole = true;
    for (_, target) in targets(parts, path)? {
        is_whole &= gather(parts, kinds, &target, all)?;
    }
    Ok(is_whole)
}

fn bytes(parts: &mut Parts, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    let Some(at) = parts.index_for_name(path) else { return Ok(None) };
    let mut content = Vec::new();
    let mut file = parts.by_index(at).map_err(|_| Unreadable)?;
    file.read_to_end(&mut content).map_err(|_| Unreadable)?;
    Ok(Some(content))
}

/// The path of the part with the relations of another.
pub fn relations_of(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    format!("{folder}/_rels/{file}.rels")
}

/// The parts within the package that a part leads to, with the ids by which it names them.
fn targets(parts: &mut Parts, path: &str) -> Result<Vec<(String, String)>, Unreadable> {
    let text = part(parts, &relations_of(path))?.unwrap_or_default();
    let mut targets = Vec::new();
    elements(&text, |name, element, _| {
        let Some(element) = element.filter(|_| name == "Relationship") else { return };
        if attribute(element, "TargetMode").as_deref() != Some("External") {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    })?;
    Ok(targets.into_iter().map(|(id, target)| (id, resolved(path, &target))).collect())
}

/// The path that a target is, seen from a part.
fn resolved(path: &str, target: &str) -> String {
    if let Some(target) = target.strip_prefix('/') {
        return target.to_owned();
    }
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                folders.pop();
            }
            "." => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// The elements of a name with all within them, as they stand but for prefixes and extensions; one after the other.
pub fn copied(text: &str, wanted: &str) -> Result<String, Unreadable> {
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::new());
    // How deep we are within an element that is copied, and within one that is left out.
    let (mut depth, mut left_out) = (0_usize, 0_usize);
    loop {
        let event = reader.read_event().map_err(|_| Unreadable)?;
        let mut begins = |element: &BytesStart| -> Option<BytesStart<'static>> {
            let name = element.local_name();
            let name: &str = name.as_ref();
            if left_out > 0 || LEFT_OUT.contains(&name) {
                left_out += 1;
                return None;
            }
            if depth > 0 || name == wanted {
                depth += 1;
                return Some(bare(element));
            }
            None
        };
        let written = match event {
            Event::Start(element) => begins(&element).map(Event::Start),
            Event::Empty(element) => {
                let written = begins(&element).map(Event::Empty);
                match &written {
                    Some(_) => depth -= 1,
                    None => left_out = left_out.saturating_sub(1),
                }
                written
            }
            Event::End(_) if left_out > 0 => {
                left_out -= 1;
                None
            }
            Event::End(element) if depth > 0 => {
                depth -= 1;
                let name: String = AsRef::<str>::as_ref(&element.local_name()).to_owned();
                Some(Event::End(quick_xml::events::BytesEnd::new(name)))
            }
            event @ (Event::Text(_) | Event::CData(_) | Event::GeneralRef(_))
                if depth > 0 && left_out == 0 =>
            {
                Some(event)
            }
            Event::Eof => break,
            _ => None,
        };
        if let Some(event) = written {
            writer.write_event(event).map_err(|_| Unreadable)?;
        }
    }
    String::from_utf8(writer.into_inner()).map_err(|_| Unreadable)
}

/// The beginning of an element without prefixes, and without attributes that have one.
fn bare(element: &BytesStart) -> BytesStart<'static> {
    let name: String = AsRef::<str>::as_ref(&element.local_name()).to_owned();
    let mut bare = BytesStart::new(name);
    for attribute in element.attributes().flatten() {
        let key: &str = attribute.key.as_ref();
        if key.contains(':') || key == "xmlns" {
            continue;
        }
        if let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) {
            bare.push_attribute((key, value.as_ref()));
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_copied_without_prefixes_and_extensions() {
        let text = "<x:a xmlns:x=\"m\"><x:r s=\"1\" xr:uid=\"2\"><x:f>A1&gt;2</x:f><extLst><r/></extLst><x:e/></x:r>\
                    <x:b>no</x:b><x:r/><extLst><x:r>no</x:r></extLst></x:a>";
        let copied = copied(text, "r").expect("a document");
        assert_eq!(copied, "<r s=\"1\"><f>A1&gt;2</f><e/></r><r/>");
    }

    #[test]
    fn targets_are_seen_from_the_part_that_names_them() {
        let from = "xl/drawings/drawing1.xml";
        assert_eq!(resolved(from, "../charts/chart1.xml"), "xl/charts/chart1.xml");
        assert_eq!(resolved(from, "/xl/media/image1.png"), "xl/media/image1.png");
        assert_eq!(resolved(from, "./b.xml"), "xl/drawings/b.xml");
    }
}
