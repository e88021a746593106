//! Ids as names of files.

use std::collections::HashMap;

/// Longest name, in bytes; file systems take 255 with the extension.
const LONGEST: usize = 100;
/// Names that are devices on Windows, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name for each of these ids, which are all different. Whatever is not a letter of the English
/// alphabet, a digit, `-`, `_` or `+` becomes `_`. Ids whose names would then be one, or one but for
/// capitals, which Windows and macOS do not tell apart, get a number after a `~`, in the order of the
/// ids: so `a/b` and `A_b` become `A_b~1` and `a_b~2`, and no two names are ever the same.
pub fn file_names<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut names: Vec<String> = ids.iter().map(|id| safe(id)).collect();
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        alike.entry(name.to_ascii_lowercase()).or_default().push(at);
    }
    for mut places in alike.into_values().filter(|places| places.len() > 1) {
        places.sort_by_key(|&at| ids[at]);
        for (number, at) in (1..).zip(places) {
            names[at] += &format!("~{number}");
        }
    }
    names
}

fn safe(id: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || "-_+".contains(c) { c } else { '_' };
    let mut name: String = id.chars().take(LONGEST).map(keep).collect();
    let plain = name.to_ascii_lowercase();
    let device = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    if name.is_empty() || DEVICES.contains(&device) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn what_is_safe_stays_as_it_is() {
        let ids = ["supernova", "zwolle-01-02", "A+B_3", "12"];
        assert_eq!(file_names(ids), ids);
    }

    #[test]
    fn no_two_names_are_one_on_any_file_system() {
        let long = |end: &str| format!("{}{end}", "x".repeat(300));
        let (one, other) = (long("1"), long("2"));
        let ids = [
            "a/b", "a_b", "A_b", "a_b~1", "a.b", "../b", "", "_", "CON", "con_", "com1", "com1_",
            "é", "e\u{301}", "E\u{301}", "\u{212a}", "k", "ß", "ss", &one, &other,
        ];
        let names = file_names(ids);
        let folded: HashSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(folded.len(), ids.len(), "{names:?}");
        for name in &names {
            assert!(!name.is_empty() && name.len() <= LONGEST + 8 && name.is_ascii(), "{name}");
            assert!(!name.contains(['/', '\\', '.', ':']), "{name}");
            assert!(!["con", "com1"].contains(&name.to_lowercase().as_str()), "{name}");
        }
    }

    #[test]
    fn the_order_of_the_ids_makes_no_difference() {
        assert_eq!(file_names(["a/b", "x", "A_b"]), ["a_b~2", "x", "A_b~1"]);
        assert_eq!(file_names(["A_b", "a/b"]), ["A_b~1", "a_b~2"]);
    }
}
