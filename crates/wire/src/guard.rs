//! Counts what a message holds before it is decoded. A few bytes can stand for a list of millions of empty
//! entries, each of which takes hundreds of bytes of memory once it is there.

use std::collections::HashMap;

use prost::encoding::{WireType, decode_key, decode_varint};

use crate::fields::fields;
use crate::v1;
use leerteam_model::roster::LIMITS;

/// Entries of one list: no list of a roster or plan may be longer.
pub const LONGEST_LIST: u64 = LIMITS.participants.at_most;
/// Memory that a message may take in any case ...
const FREE_BYTES: u64 = 64 << 20;
/// ... and beyond that, so many times its own bytes.
const MOST_TIMES: u64 = 16;
/// Memory of one entry of a map or a list of texts or numbers.
const SMALL_ENTRY: u64 = 48;

include!(concat!(env!("OUT_DIR"), "/sizes.rs"));

/// Why a message is not decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not of the wire format.
    Malformed,
    /// A list is too long.
    LongList(String),
    /// All of it would take this many times as many bytes as it has, or more.
    TooMuch(u64),
}

/// Looks whether a message may be decoded.
///
/// # Errors
/// What it holds is more than is read, or not a message.
pub fn guard(message: &str, bytes: &[u8]) -> Result<(), Refused> {
    let weight = weigh(message, "", bytes)?;
    let most = FREE_BYTES + MOST_TIMES * bytes.len() as u64;
    if weight > most {
        return Err(Refused::TooMuch(weight / (bytes.len() as u64).max(1)));
    }
    Ok(())
}

/// The memory that the lists of a message take, about.
fn weigh(message: &str, path: &str, mut bytes: &[u8]) -> Result<u64, Refused> {
    let of = fields(message);
    let mut counts: HashMap<u32, u64> = HashMap::new();
    let mut weight = 0;
    while !bytes.is_empty() {
        let (number, kind) = decode_key(&mut bytes).map_err(|_| Refused::Malformed)?;
        let field = of.and_then(|of| of.get(&number));
        let length = match kind {
            WireType::Varint => {
                decode_varint(&mut bytes).map_err(|_| Refused::Malformed)?;
                0
            }
            WireType::SixtyFourBit => 8,
            WireType::ThirtyTwoBit => 4,
            WireType::LengthDelimited => {
                decode_varint(&mut bytes).map_err(|_| Refused::Malformed)?
            }
            WireType::StartGroup | WireType::EndGroup => return Err(Refused::Malformed),
        };
        let length = usize::try_from(length).ok().filter(|&length| length <= bytes.len());
        let (content, rest) = bytes.split_at(length.ok_or(Refused::Malformed)?);
        bytes = rest;
        let Some(field) = field else { continue };
        let place = || match path {
            "" => field.name.clone(),
            path => format!("{path}.{}", field.name),
        };
        if field.is_list {
            let count = counts.entry(number).or_default();
            *count += 1;
            if *count > LONGEST_LIST {
                return Err(Refused::LongList(place()));
            }
            let own = field.message.as_deref();
            weight += own.and_then(size).unwrap_or(SMALL_ENTRY + 8 * content.len() as u64);
        }
        if let (Some(message), WireType::LengthDelimited) = (&field.message, kind) {
            weight += weigh(message, &place(), content)?;
        }
    }
    Ok(weight)
}
