//! The lines of an iCalendar file (RFC 5545, section 3.1).
//!
//! The crate `icalendar` has no time zones to write, gives every part of a calendar a time of writing
//! and a random UID where there is none, and its folding of some long lines does not end; so the lines
//! are made here, and the tests read them with that crate.

/// Longest line in octets, its end left out.
const LONGEST: usize = 75;

/// An iCalendar file in the making.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// A property whose value is written as it is.
    pub fn value(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// A property whose value is a text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    /// A component with what `write` writes in it.
    pub fn component(&mut self, name: &str, write: impl FnOnce(&mut Lines)) {
        self.value("BEGIN", name);
        write(self);
        self.value("END", name);
    }

    /// What another has made.
    pub fn append(&mut self, other: &Lines) {
        self.0 += &other.0;
    }

    /// All lines.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// A line, folded between characters where it is too long.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.0 += "\r\n ";
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0 += "\r\n";
    }
}

/// A text as a value: with `\n` for the end of a line, whatever that was, and without other control
/// characters, which may not stand in a calendar.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => value += "\\n",
            '\\' | ';' | ',' => value.extend(['\\', c]),
            c if c.is_control() && c != '\t' => {}
            c => value.push(c),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, text: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, text);
        String::from_utf8(lines.into_bytes()).expect("UTF-8")
    }

    #[test]
    fn texts_are_escaped() {
        let text = "een, twee; drie\\vier\nvijf\r\nzes\rze\u{7}ven:\t\"acht\"";
        let line = "A:een\\, twee\\; drie\\\\vier\\nvijf\\nzes\\nzeven:\t\"acht\"\r\n";
        assert_eq!(of("A", text), line);
    }

    #[test]
    fn long_lines_are_folded_at_75_octets_between_characters() {
        for text in ["ü".repeat(500), "a".repeat(500), "€ ".repeat(500) + &" a".repeat(500)] {
            let folded = of("SUMMARY", &text);
            assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
            assert!(folded.split("\r\n").filter(|line| line.len() > 71).count() > 5, "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
        let exactly = of("A", &"b".repeat(73));
        assert_eq!(exactly.matches("\r\n").count(), 1);
    }
}
