//! Texts that nobody means: signs that are not seen, or that turn round what is seen, and whole files in one
//! field. Looked for in every text of a message, by its descriptor.

use std::borrow::Cow;
use std::collections::HashMap;

use prost::encoding::{WireType, decode_key, decode_varint};
use prost::{Message, Name};

use super::path::Path;
use crate::fields::{Field, fields};
use leerteam_model::roster::{Code, Findings, LIMITS};

/// Adds a finding for every such text of a message.
pub fn check_texts<M: Message + Name>(message: &M, at: &Path, findings: &mut Findings) {
    let bytes = message.encode_to_vec();
    Texts { findings }.message(&M::full_name(), at, &bytes);
}

/// The next field of a message that has just been written, with its number; `None` at the end.
fn next<'a>(bytes: &mut &'a [u8]) -> Option<(u32, &'a [u8])> {
    let (number, kind) = decode_key(bytes).ok()?;
    let length = match kind {
        WireType::Varint => {
            decode_varint(bytes).ok()?;
            0
        }
        WireType::SixtyFourBit => 8,
        WireType::ThirtyTwoBit => 4,
        WireType::LengthDelimited => usize::try_from(decode_varint(bytes).ok()?).ok()?,
        WireType::StartGroup | WireType::EndGroup => return None,
    };
    let (content, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some((number, content))
}

struct Texts<'a> {
    findings: &'a mut Findings,
}

impl Texts<'_> {
    fn message(&mut self, message: &str, at: &Path, mut bytes: &[u8]) {
        let Some(of) = fields(message) else { return };
        let mut places: HashMap<u32, usize> = HashMap::new();
        while let Some((number, content)) = next(&mut bytes) {
            let Some(field) = of.get(&number) else { continue };
            let list = at.field(&field.name);
            if field.is_map {
                self.entry(field, &list, content);
            } else if field.is_list {
                let place = places.entry(number).or_default();
                self.field(field, is_id(&field.name), &list.index(*place), content);
                *place += 1;
            } else {
                self.field(field, is_id(&field.name), &list, content);
            }
        }
    }

    /// The entry of a map stands where its key says.
    fn entry(&mut self, map: &Field, list: &Path, mut bytes: &[u8]) {
        let (mut key, mut value) = (Cow::default(), &[][..]);
        while let Some((number, content)) = next(&mut bytes) {
            match number {
                1 => key = String::from_utf8_lossy(content),
                _ => value = content,
            }
        }
        let before = self.findings.count();
        self.text(true, list, &key);
        let of = map.message.as_deref().and_then(fields).and_then(|entry| entry.get(&2));
        if let (Some(of), true) = (of, before == self.findings.count()) {
            self.field(of, false, &list.field(&key), value);
        }
    }

    fn field(&mut self, field: &Field, is_id: bool, at: &Path, content: &[u8]) {
        match &field.message {
            Some(message) => self.message(message, at, content),
            None if field.is_text => self.text(is_id, at, &String::from_utf8_lossy(content)),
            None => {}
        }
    }

    fn text(&mut self, is_id: bool, at: &Path, text: &str) {
        let limit = if is_id { LIMITS.id } else { LIMITS.text };
        let length = text.chars().count();
        if length as u64 > limit.at_most {
            self.findings.add_too_much(at, length, limit);
        }
        let is_unseen = |sign: char| match sign {
            '\n' | '\r' | '\t' => is_id,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
            sign => sign.is_control(),
        };
        if let Some(sign) = text.chars().find(|&sign| is_unseen(sign)) {
            self.findings.add(Code::Unseen, at, format!("U+{:04X}", u32::from(sign)));
        }
    }
}

/// Whether a field holds an id, by its name.
fn is_id(name: &str) -> bool {
    name == "id" || name.ends_with("Id") || name.ends_with("Ids")
}
