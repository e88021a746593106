//! Reads single values; whatever cannot be read becomes a finding and a stand-in, so that reading
//! goes on and everything is reported at once.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use index_vec::IndexVec;

use super::index;
use super::listed::Listed;
use super::path::Path;
use crate::v1;
use leerteam_model::roster::{
    BUILT_IN_ATTRIBUTES, Code, EnvironmentIx, Findings, GivenTeamIx, LIMITS, LocationIx,
    PlanningPeriod, RoomIx, folded, is_near, most_alike,
};

/// Unknown ids for which the one that is meant is looked for: behind so many it is not a matter of spelling.
const MOST_LOOKED_FOR: usize = 100;
/// Words of a kind that are compared with each other.
const MOST_COMPARED: usize = 300;

/// Words of a kind that people write freely.
#[derive(Default)]
struct Words {
    /// Places of the words, as they are compared.
    places: HashMap<String, usize>,
    /// Each as it was written first, and where.
    all: Vec<(String, String)>,
}

/// What reading needs to know of the whole roster.
pub(super) struct Reader {
    pub period: PlanningPeriod,
    pub findings: Findings,
    /// For each list of the roster, the places of its ids.
    ids: HashMap<&'static str, HashMap<String, usize>>,
    /// For each given team, its environment and its place there.
    pub teams: HashMap<String, (EnvironmentIx, GivenTeamIx)>,
    /// Words that people write freely, by what kind they are of.
    words: BTreeMap<String, Words>,
    /// Names of attributes, each as it was written first.
    attribute_names: HashMap<String, String>,
    /// Unknown ids for which the one that is meant has been looked for.
    looked_for: usize,
    /// For each location, the places of its rooms are the same as in the roster.
    pub rooms: IndexVec<LocationIx, IndexVec<RoomIx, String>>,
}

impl Reader {
    pub fn new(period: PlanningPeriod, findings: Findings, wire: &v1::Roster) -> Reader {
        let ids = HashMap::from([
            ("organisations", index(wire.organisations.iter().map(|x| &x.id))),
            ("locations", index(wire.locations.iter().map(|x| &x.id))),
            ("programmes", index(wire.programmes.iter().map(|x| &x.id))),
            ("cohorts", index(wire.cohorts.iter().map(|x| &x.id))),
            ("themes", index(wire.themes.iter().map(|x| &x.id))),
            ("participants", index(wire.participants.iter().map(|x| &x.id))),
            ("supervisors", index(wire.supervisors.iter().map(|x| &x.id))),
            ("environments", index(wire.environments.iter().map(|x| &x.id))),
        ]);
        let mut teams = HashMap::new();
        for (environment, wire) in wire.environments.iter().enumerate() {
            for (place, team) in wire.teams.iter().enumerate() {
                let given = (environment.into(), place.into());
                teams.entry(team.id.clone()).or_insert(given);
            }
        }
        let rooms = |location: &v1::Location| location.rooms.iter().map(|r| r.id.clone()).collect();
        let rooms = wire.locations.iter().map(rooms).collect();
        let mut reader = Reader {
            period,
            findings,
            ids,
            teams,
            words: BTreeMap::new(),
            attribute_names: attribute_names(wire),
            looked_for: 0,
            rooms,
        };
        reader.check_ids(wire);
        reader
    }

    fn check_ids(&mut self, wire: &v1::Roster) {
        self.unique("organisations", wire.organisations.iter().map(|x| x.id.as_str()));
        self.unique("locations", wire.locations.iter().map(|x| x.id.as_str()));
        self.unique("programmes", wire.programmes.iter().map(|x| x.id.as_str()));
        self.unique("cohorts", wire.cohorts.iter().map(|x| x.id.as_str()));
        self.unique("themes", wire.themes.iter().map(|x| x.id.as_str()));
        self.unique("participants", wire.participants.iter().map(|x| x.id.as_str()));
        self.unique("supervisors", wire.supervisors.iter().map(|x| x.id.as_str()));
        self.unique("environments", wire.environments.iter().map(|x| x.id.as_str()));
        for (place, environment) in wire.environments.iter().enumerate() {
            for (team, wire) in environment.teams.iter().enumerate() {
                let given = (EnvironmentIx::from(place), GivenTeamIx::from(team));
                let first = self.teams[&wire.id];
                if first != given && !wire.id.is_empty() {
                    let at = |(place, team)| format!("environments[{place}].teams[{team}]");
                    let field = format!("{}.id", at(given));
                    let first = vec![("first", at(first))];
                    self.findings.add_with(Code::DuplicateId, field, &wire.id, first);
                }
            }
        }
    }

    /// Reports missing and duplicate ids of a list.
    pub fn unique<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (place, id) in ids.enumerate() {
            if id.is_empty() {
                self.findings.add(Code::Missing, format!("{list}[{place}].id"), "");
            } else if let Some(first) = seen.get(id) {
                let first = format!("{list}[{first}]");
                let field = format!("{list}[{place}].id");
                self.findings.add_with(Code::DuplicateId, field, id, vec![("first", first)]);
            } else {
                seen.insert(id, place);
            }
        }
    }

    /// Reads each entry of a list.
    pub fn each<W, T>(
        &mut self,
        at: &Path,
        field: &str,
        list: &[W],
        read: impl Fn(&mut Reader, &Path, &W) -> T,
    ) -> Vec<T> {
        let at = at.field(field);
        if list.len() as u64 > LIMITS.entries.at_most {
            self.findings.add_too_much(at, list.len(), LIMITS.entries);
            return Vec::new();
        }
        list.iter().enumerate().map(|(i, wire)| read(self, &at.index(i), wire)).collect()
    }

    /// Like [`Reader::each`], for the lists of one person or place, which have a smaller limit.
    pub fn each_own<W, T>(
        &mut self,
        at: &Path,
        field: &str,
        list: &[W],
        read: impl Fn(&mut Reader, &Path, &W) -> T,
    ) -> Vec<T> {
        if list.len() as u64 > LIMITS.own_entries.at_most {
            let at = at.field(field).to_string();
            self.findings.add_too_much(at, list.len(), LIMITS.own_entries);
            return Vec::new();
        }
        self.each(at, field, list, read)
    }

    /// The place of what an id refers to; `None` for an empty id and, with a finding, an unknown one.
    pub fn reference<I: Listed>(&mut self, at: &Path, id: &str) -> Option<I> {
        if id.is_empty() {
            return None;
        }
        let found = self.find(id);
        if found.is_none() {
            let mut details = vec![("list", I::LIST.to_owned())];
            self.looked_for += 1;
            if self.looked_for <= MOST_LOOKED_FOR {
                let mut known: Vec<&str> = self.ids[I::LIST].keys().map(String::as_str).collect();
                known.sort_unstable();
                let meant = most_alike(id, known.into_iter());
                details.extend(meant.map(|meant| ("perhaps", meant.to_owned())));
            }
            self.findings.add_with(Code::UnknownReference, at, id, details);
        }
        found
    }

    /// A word that people write freely, as it was written first: capitals, spaces and the form of letters make
    /// no difference among words of a kind.
    pub fn word(&mut self, kind: &str, at: &Path, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let Words { places, all } = self.words.entry(kind.to_owned()).or_default();
        let place = *places.entry(folded(text)).or_insert_with(|| {
            all.push((text.to_owned(), at.to_string()));
            all.len() - 1
        });
        all[place].0.clone()
    }

    /// A list of such words, each of which must be there.
    pub fn words(&mut self, kind: &str, at: &Path, texts: &[String]) -> Vec<String> {
        let each = texts.iter().enumerate();
        each.map(|(place, text)| self.required_word(kind, &at.index(place), text)).collect()
    }

    /// Reports words that are nearly as another of their kind.
    pub fn near_words(&mut self) {
        let kinds = self.words.values().map(|words| &words.all);
        for words in kinds.filter(|words| words.len() <= MOST_COMPARED) {
            for (place, (word, at)) in words.iter().enumerate() {
                let near = words[..place].iter().find(|(other, _)| is_near(other, word));
                if let Some((other, _)) = near {
                    let details = vec![("other", other.clone())];
                    self.findings.add_with(Code::NearWords, at, word, details);
                }
            }
        }
    }

    /// The name of an attribute of participants as it was written first: capitals and spaces make no difference.
    pub fn attribute_name(&self, name: &str) -> String {
        self.attribute_names.get(&folded(name)).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// The same of an attribute that a rule looks at, which may be one that everybody has.
    pub fn attribute_of_rule(&self, name: &str) -> String {
        let known = folded(name);
        let is_own = self.attribute_names.contains_key(&known);
        let built_in = BUILT_IN_ATTRIBUTES.iter().find(|of| **of == name || folded(of) == known);
        match built_in {
            Some(built_in) if *built_in == name || !is_own => (*built_in).to_owned(),
            _ => self.attribute_name(name),
        }
    }

    /// The index of an id in its list.
    pub fn find<I: Listed>(&self, id: &str) -> Option<I> {
        self.ids[I::LIST].get(id).copied().map(I::from)
    }

    /// A reference that must be there; without it, that is a finding and the first of the list stands in.
    pub fn required_reference<I: Listed>(&mut self, at: &Path, id: &str) -> I {
        if id.is_empty() {
            self.findings.add(Code::Missing, at, "");
        }
        self.reference(at, id).unwrap_or_else(|| I::from(0))
    }

    /// A list of references, without the unknown ones.
    pub fn references<I: Listed>(&mut self, at: &Path, ids: &[String]) -> Vec<I> {
        let mut places = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            if id.is_empty() {
                self.findings.add(Code::Missing, at.index(i), "");
            }
            places.extend(self.reference::<I>(&at.index(i), id));
        }
        places
    }

    /// A word that must be there.
    pub fn required_word(&mut self, kind: &str, at: &Path, text: &str) -> String {
        if text.trim().is_empty() {
            self.findings.add(Code::Missing, at, "");
        }
        self.word(kind, at, text)
    }

    /// A whole number within a range.
    pub fn number(&mut self, at: &Path, number: i32, least: u32, most: u64) -> u32 {
        let value = u32::try_from(number).ok().filter(|&n| n >= least && u64::from(n) <= most);
        value.unwrap_or_else(|| {
            let range = vec![("least", least.to_string()), ("most", most.to_string())];
            self.findings.add_with(Code::OutOfRange, at, number, range);
            least
        })
    }

    /// A known value of an enumeration; `None` where not stated.
    pub fn stated<E: TryFrom<i32> + Default + PartialEq>(
        &mut self,
        at: &Path,
        value: i32,
    ) -> Option<E> {
        match E::try_from(value) {
            Ok(value) if value == E::default() => None,
            Ok(value) => Some(value),
            Err(_) => {
                self.findings.add(Code::UnknownValue, at, value);
                None
            }
        }
    }

    /// A known value of an enumeration that must be stated.
    pub fn required<E: TryFrom<i32> + Default + PartialEq>(
        &mut self,
        at: &Path,
        value: i32,
    ) -> Option<E> {
        if value == 0 {
            self.findings.add(Code::Missing, at, "");
        }
        self.stated(at, value)
    }
}

/// Names of the participants' own attributes, by how they are compared.
fn attribute_names(wire: &v1::Roster) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let mut known = HashSet::new();
    for person in &wire.participants {
        // A map has no order of its own.
        let own: BTreeSet<&str> = person.attributes.keys().map(String::as_str).collect();
        for name in own.into_iter().filter(|name| known.insert(*name)) {
            names.entry(folded(name)).or_insert_with(|| name.to_owned());
        }
    }
    names
}
