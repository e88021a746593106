//! How large a packed workbook is once it is unpacked: a small file can hold more than any memory.

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;

/// Most bytes of all parts together. A roster of a hundred thousand people takes some hundred million.
const MOST: u64 = 1 << 29;
/// Most that a byte can be unpacked to.
const RATIO: u64 = 1_032;

/// Whether the parts of a package are larger than any workbook.
pub fn is_too_large(content: &[u8]) -> bool {
    unpacks_to_more_than(content, MOST)
}

/// What a package says of its parts may be wrong, so they are unpacked where they could be too large. A part that
/// cannot be unpacked is found by whoever reads it.
fn unpacks_to_more_than(content: &[u8], most: u64) -> bool {
    let Ok(mut parts) = ZipArchive::new(Cursor::new(content)) else { return false };
    let mut packed: u64 = 0;
    for at in 0..parts.len() {
        packed = packed.saturating_add(parts.by_index_raw(at).map_or(0, |of| of.compressed_size()));
    }
    if packed.saturating_mul(RATIO) <= most {
        return false;
    }
    let mut left = most;
    for at in 0..parts.len() {
        let Ok(part) = parts.by_index(at) else { continue };
        // One byte more than may be says that it is too much.
        match copy(&mut part.take(left.saturating_add(1)), &mut sink()) {
            Ok(size) if size > left => return true,
            Ok(size) => left -= size,
            Err(_) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn package(sizes: &[usize]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (number, size) in sizes.iter().enumerate() {
            let name = format!("part{number}.xml");
            writer.start_file(name, SimpleFileOptions::default()).expect("a part");
            writer.write_all(&vec![b' '; *size]).expect("its content");
        }
        writer.finish().expect("a package").into_inner()
    }

    #[test]
    fn all_parts_together_are_counted() {
        let content = package(&[60_000, 60_000]);
        assert!(content.len() < 2_000, "it is small itself");
        assert!(!unpacks_to_more_than(&content, 120_000));
        assert!(unpacks_to_more_than(&content, 119_999));
        assert!(unpacks_to_more_than(&content, 50_000));
    }

    #[test]
    fn what_is_no_package_or_damaged_is_for_others_to_find() {
        assert!(!is_too_large(b"PK\x03\x04rubbish"));
        let mut content = package(&[60_000]);
        for byte in &mut content[45..60] {
            *byte ^= 0xFF;
        }
        assert!(!unpacks_to_more_than(&content, 100));
    }
}
