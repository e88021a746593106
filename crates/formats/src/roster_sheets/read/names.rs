//! Who is meant by an id or a name.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::words::plain;
use leerteam_model::roster::most_alike;

/// Ids and names of the entries of each list.
#[derive(Clone, Debug, Default)]
pub struct Names {
    lists: HashMap<String, List>,
}

#[derive(Clone, Debug, Default)]
struct List {
    ids: HashSet<String>,
    /// Ids by what their names are exactly.
    names: HashMap<String, Vec<String>>,
    /// Ids by what they and their names are when compared.
    plain: HashMap<String, Vec<String>>,
}

/// Whom a text means.
pub enum Meant {
    /// The entry with this id.
    One(String),
    /// Nobody who is known; what was written.
    Nobody(String),
    /// Each of these.
    Several(Vec<String>),
}

impl Names {
    /// Adds an entry of a list.
    pub fn add(&mut self, list: &str, id: &str, name: &str) {
        let known = self.lists.entry(list.to_owned()).or_default();
        if id.is_empty() || !known.ids.insert(id.to_owned()) {
            return;
        }
        if !name.is_empty() {
            known.names.entry(name.to_owned()).or_default().push(id.to_owned());
        }
        let mut words = vec![plain(id), plain(name)];
        words.dedup();
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            known.plain.entry(word).or_default().push(id.to_owned());
        }
    }

    /// Whom a text means: an id, else the only entry with this name, else the only one with this id or name
    /// however it is spelt.
    pub fn meant(&self, list: &str, text: &str) -> Meant {
        let Some(known) = self.lists.get(list) else { return Meant::Nobody(text.to_owned()) };
        if known.ids.contains(text) {
            return Meant::One(text.to_owned());
        }
        let ids = known.names.get(text).or_else(|| known.plain.get(&plain(text)));
        match ids.map(Vec::as_slice) {
            None | Some([]) => Meant::Nobody(text.to_owned()),
            Some([id]) => Meant::One(id.clone()),
            Some(ids) => Meant::Several(ids.to_vec()),
        }
    }

    /// The id or name that a text is most like, of those of a list.
    pub fn most_alike(&self, list: &str, text: &str) -> Option<String> {
        let known = self.lists.get(list)?;
        let all = known.ids.iter().chain(known.names.keys());
        // In order, so that of two that are as like it is always the same.
        let all: BTreeSet<&str> = all.map(String::as_str).collect();
        most_alike(text, all.into_iter()).map(str::to_owned)
    }

    /// Whether a text is exactly an id or a name.
    pub fn has(&self, list: &str, text: &str) -> bool {
        let known = self.lists.get(list);
        known.is_some_and(|known| known.ids.contains(text) || known.names.contains_key(text))
    }
}
