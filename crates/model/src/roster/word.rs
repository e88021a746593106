//! Words that people write freely, such as professions and neighbourhoods, and how they are compared.

use unicode_normalization::UnicodeNormalization;

/// From this likeness on (0 to 1) two words may be one, misspelt.
const ALIKE: f64 = 0.75;

/// A word as it is compared: without capitals and spaces, and however its accents are written.
pub fn folded(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// How like two words are, from 0 to 1. Zeros that a number begins with make no difference: spreadsheet
/// programs take them off.
pub fn likeness(one: &str, other: &str) -> f64 {
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.trim_start_matches('0').to_owned())
    };
    match (number(one), number(other)) {
        // Two numbers are no misspelling of each other.
        (Some(one), Some(other)) => f64::from(u8::from(one == other)),
        _ => strsim::normalized_damerau_levenshtein(one, other),
    }
}

/// The candidate that a text is most like, if it is like one at all.
pub fn most_alike<'c>(text: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let text = folded(text);
    let scored = candidates.map(|candidate| (likeness(&folded(candidate), &text), candidate));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 >= ALIKE).then_some(best.1)
}

/// Whether two different words are probably one: they differ in accents, signs, or one letter of a long word.
/// Digits make a difference, and so does the end of a short word.
pub fn is_near(one: &str, other: &str) -> bool {
    let letters = |word: &str| -> String {
        word.nfd().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
    };
    let digits = |word: &str| -> String { word.chars().filter(char::is_ascii_digit).collect() };
    let (one, other) = (letters(one), letters(other));
    if digits(&one) != digits(&other) || one.is_empty() {
        return false;
    }
    let shortest = one.chars().count().min(other.chars().count());
    one == other || (shortest >= 6 && strsim::damerau_levenshtein(&one, &other) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_what_makes_no_difference() {
        for word in ["noord", "NOORD", "N oord", "\u{ff2e}oord"] {
            assert_eq!(folded(word), folded("Noord"), "{word}");
        }
        assert_eq!(folded("Rene\u{301}"), folded("René"));
        assert_ne!(folded("C"), folded("C++"));
    }

    #[test]
    fn near_words_are_not_taken_for_others() {
        for (one, other) in [
            ("nursing", "nursimg"),
            ("Noord-Oost", "Noordoost"),
            ("café", "cafe"),
            ("verpleger", "verplegers"),
        ] {
            assert!(is_near(one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("groep 1", "groep 2"),
            ("mbo", "hbo"),
            ("zorg", "zorgt"),
            ("noord", "zuid"),
            ("", "-"),
        ] {
            assert!(!is_near(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn the_one_that_is_meant_may_have_lost_its_zeros() {
        let ids = || ["34512", "34519", "anna"].into_iter();
        assert_eq!(most_alike("0034512", ids()), Some("34512"));
        assert_eq!(most_alike("34513", ids()), None);
        assert_eq!(most_alike("Ana", ids()), Some("anna"));
        assert_eq!(most_alike("bram", ids()), None);
    }
}
