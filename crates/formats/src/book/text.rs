//! Bytes of a text file as text, in whatever way they were written, and what in a text counts.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file. A byte order mark says how it was written; else a first letter of two bytes, of which
/// one is 0; else it is UTF-8 where it can be, and else Windows-1252, as spreadsheet programs on Windows write
/// it.
pub fn decode(content: &[u8]) -> String {
    let encoding = match (Encoding::for_bom(content), content) {
        (Some((encoding, _)), _) => encoding,
        (None, [first, 0, ..]) if *first != 0 => UTF_16LE,
        (None, [0, second, ..]) if *second != 0 => UTF_16BE,
        _ if std::str::from_utf8(content).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    };
    let (text, ..) = encoding.decode(content);
    text.into_owned()
}

/// Whether bytes can be a text: they have no zero bytes, but for UTF-16 with a byte order mark.
pub fn is_text(content: &[u8]) -> bool {
    Encoding::for_bom(content).is_some() || !content.contains(&0)
}

/// A text without the spaces around it, of which spreadsheets and web pages leave many kinds, and without
/// signs that cannot be seen.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Signs without width: soft hyphens, joiners, directions of writing, byte order marks.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Whether a text is what spreadsheet programs, in English or Dutch, show and export where a formula could
/// not be worked out or a column was too narrow.
pub fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 19] = [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#N/B",
        "#VERW!",
        "#WAARDE!",
        "#DEEL/0!",
        "#NAAM?",
        "#GETAL!",
        "#LEEG!",
        "#OVERLOOP!",
        "#BEREK!",
    ];
    let number = text.strip_prefix("Err:").unwrap_or_default();
    let is_numbered = number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_narrow = text.len() >= 3 && text.bytes().all(|byte| byte == b'#');
    is_numbered || is_narrow || ERRORS.contains(&text)
}

/// Whether letters in a text do not look as they were meant.
pub fn is_garbled(text: &str) -> bool {
    !text.is_ascii() && (text.chars().any(is_broken) || is_twice(text) || is_other_page(text))
}

/// No text has these: it was written in some other way than it was read.
fn is_broken(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | '\u{fffd}')
}

/// Whether UTF-8 was read as Windows-1252 once before and then saved: `Ã©` for `é`.
fn is_twice(text: &str) -> bool {
    let (bytes, _, unknown) = WINDOWS_1252.encode(text);
    !unknown && std::str::from_utf8(&bytes).is_ok()
}

/// Whether a text of DOS or of an old Mac was read as Windows-1252: signs within or at the end of a word, or
/// a capital behind a small letter, where é, ë or ï was.
fn is_other_page(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).enumerate().any(|(at, pair)| {
        let (before, c) = (pair[0], pair[1]);
        let after = chars.get(at + 2).is_some_and(|c| c.is_alphabetic());
        before.is_alphabetic()
            && match c {
                '‚' | 'ƒ' | '‡' | 'ˆ' | '‰' | '‹' => true,
                '„' | '”' | '•' | '˜' | '™' | '¡' | '¢' => after,
                'Ž' | 'Š' | 'Ÿ' => before.is_lowercase(),
                _ => false,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_it_was_written() {
        let utf16: Vec<u8> = "\u{feff}Renée".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mac_order: Vec<u8> =
            "\u{feff}Renée".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for content in [
            "Renée".as_bytes(),
            "\u{feff}Renée".as_bytes(),
            b"Ren\xe9e",
            utf16.as_slice(),
            mac_order.as_slice(),
        ] {
            assert_eq!(decode(content), "Renée", "{content:?}");
        }
        assert_eq!(decode(b"\x80 5 \x96 6"), "€ 5 – 6");
    }

    #[test]
    fn what_was_read_in_another_way_than_written_is_seen() {
        for text in [
            "RenÃ©e",
            "Thema\u{c3}\u{af}s",
            "ThemaÃ¢â‚¬â„¢s",
            "Å\u{9f}ule",
            "a\u{fffd}b",
            "Ren\u{201a}e",
            "Zo‰",
            "RenŽe",
            "Fran\u{8d}oise",
        ] {
            assert!(is_garbled(text), "{text:?}");
        }
        for text in [
            "Renée",
            "Thema’s",
            "Şule Çelik-Ağaoğlu",
            "Žižek",
            "Šimić",
            "“Taal” – 5 ‰",
            "€ 5",
            "São Paulo",
            "Ångström",
            "🦀",
            "طالب",
            "foto‘s",
            "naïef",
        ] {
            assert!(!is_garbled(text), "{text:?}");
        }
    }

    #[test]
    fn spaces_and_signs_that_cannot_be_seen_are_taken_off() {
        for text in ["\u{a0}a b\u{a0}", "\u{200e}a b\u{200f}", "\u{feff}a b\u{200b} \t", "a b\r\n"]
        {
            assert_eq!(trimmed(text), "a b", "{text:?}");
        }
        assert_eq!(trimmed("\u{a0}\u{200b}"), "");
    }

    #[test]
    fn errors_of_formulas_are_seen_in_either_language() {
        for text in ["#N/A", "#N/B", "#VERW!", "#WAARDE!", "Err:502", "########"] {
            assert!(is_error(text), "{text}");
        }
        for text in ["#", "# N/A", "#12", "## Let op", "Err:", "Err:5021", "N/A"] {
            assert!(!is_error(text), "{text}");
        }
    }
}
