//! stub
use crate::roster::{Finding, Roster};
/// lang
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// en
    En,
    /// nl
    Nl,
}
impl std::str::FromStr for Language {
    type Err = String;
    fn from_str(text: &str) -> Result<Language, String> {
        match text {
            "en" => Ok(Language::En),
            "nl" => Ok(Language::Nl),
            _ => Err("nl or en".into()),
        }
    }
}
/// m
#[derive(Debug)]
pub struct Messages;
impl Messages {
    /// of
    pub fn of(_l: Language) -> Messages {
        Messages
    }
    /// text
    pub fn text(&self, key: &str, a: &[(&str, String)]) -> String {
        format!("{key} {a:?}")
    }
    /// finding
    pub fn finding(&self, f: &Finding) -> (String, String) {
        (format!("{f:?}"), String::new())
    }
    /// reason
    pub fn reason(&self, _r: &Roster, f: &crate::check::Reason) -> String {
        format!("{f:?}")
    }
    /// cause
    pub fn cause(&self, c: &crate::plan::Cause) -> String {
        format!("{} {:?}", c.message, c.details)
    }
}
