//! Bytes of a text file as text, in whatever way they were written.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text, and whether letters in it do not look as they were meant. A byte order mark says how it was
/// written; else it is UTF-8 where it can be, and else Windows-1252, as spreadsheet programs on Windows
/// write it.
pub fn decode(content: &[u8]) -> (String, bool) {
    let marked = Encoding::for_bom(content);
    let utf8 = std::str::from_utf8(content).is_ok();
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None if utf8 => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, broken) = encoding.decode(content);
    let garbled =
        broken || text.contains('\u{fffd}') || text.chars().any(is_control) || twice(&text);
    (text.into_owned(), garbled)
}

/// Windows-1252 has no such letters: the text was written in some other way.
fn is_control(c: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&c) || c == '\0'
}

/// Whether UTF-8 was read as Windows-1252 once before and then saved: `Ã©` for `é`.
fn twice(text: &str) -> bool {
    let pairs = text.chars().zip(text.chars().skip(1));
    let mut odd = pairs
        .filter(|&(one, next)| matches!(one, 'Ã' | 'Â') && ('\u{a0}'..='\u{bf}').contains(&next));
    odd.next().is_some()
}
