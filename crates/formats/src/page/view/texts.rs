//! The texts that the script needs, in every language.

use std::collections::BTreeMap;

use leerteam_messages::Messages;

/// What the keys of these texts start with.
const PREFIXES: [&str; 4] = ["page-", "rule-", "weekday-", "side-"];

/// For each language the texts by key. What is only known in the page is left in a text as
/// `{$name}`, for the script to fill in.
pub fn texts(messages: &[Messages]) -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let of = |messages: &Messages| {
        let keys = PREFIXES.iter().flat_map(|prefix| messages.keys(prefix));
        keys.map(|key| (key.to_owned(), messages.text(key, &[]))).collect()
    };
    messages.iter().map(|messages| (messages.language().code(), of(messages))).collect()
}
