//! Reads workbooks and says what came of it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use leerteam::formats::{OpenRosterError, RosterFile};
use leerteam::messages::{Language, Messages};
use leerteam::roster::Finding;
use leerteam::wire::v1;

use super::work::Work;

/// What came of reading a file.
#[derive(Debug)]
pub struct Reading {
    /// What it was read as; the empty roster if it could not be opened.
    pub roster: v1::Roster,
    /// Whether it can be planned.
    pub planned: bool,
    /// Everything that is wrong.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Findings as lines: code, place, value.
    pub fn lines(&self) -> Vec<String> {
        let line = |finding: &Finding| {
            let line = format!("{} {} {}", finding.code.as_str(), finding.place(), finding.value);
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.findings.iter().map(line).collect()
    }
}

/// A path of its own for each file of a test.
pub fn path(ending: &str) -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbooks");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join(format!("{}-{number}{ending}", std::process::id()))
}

/// Reads a file or a folder.
pub fn open(path: &Path) -> Reading {
    match RosterFile::open(path, &Messages::of(Language::Nl)) {
        Ok(file) => {
            let (roster, findings) = file.read();
            Reading { roster: file.wire, planned: roster.is_some(), findings }
        }
        Err(OpenRosterError::Content(finding)) => {
            Reading { roster: v1::Roster::default(), planned: false, findings: vec![*finding] }
        }
        Err(OpenRosterError::File(error)) => panic!("{}: {error}", path.display()),
    }
}

/// Reads the bytes of a file.
pub fn bytes(content: &[u8], ending: &str) -> Reading {
    let path = path(ending);
    std::fs::write(&path, content).expect("a file");
    let reading = open(&path);
    std::fs::remove_file(&path).expect("the file");
    reading
}

/// Reads a folder of files.
pub fn folder<C: AsRef<[u8]>>(files: &[(String, C)]) -> Reading {
    let folder = path("");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, content) in files {
        std::fs::write(folder.join(name), content).expect("a file");
    }
    let reading = open(&folder);
    std::fs::remove_dir_all(&folder).expect("the folder");
    reading
}

/// Reads a workbook.
pub fn read(work: &Work) -> Reading {
    bytes(&work.xlsx(), ".xlsx")
}

/// What the good workbook is.
pub fn good() -> v1::Roster {
    read(&Work::good()).roster
}

/// Something that is done to the good workbook, and the findings that it should have.
pub type Case<'a> = (&'a str, Work, &'a [&'a str]);

/// Checks that each of some workbooks has exactly the findings it should have, and that those with none or
/// only warnings read as the good one.
pub fn check(cases: &[Case]) {
    let good = good();
    let mut wrong = Vec::new();
    for (what, work, expected) in cases {
        let reading = read(work);
        let errors = expected.iter().any(|line| line.starts_with('E'));
        if &reading.lines()[..] != *expected || reading.planned == errors {
            wrong.push(format!("{what}: {:#?}, not {expected:#?}", reading.lines()));
        } else if !errors && reading.roster != good {
            wrong.push(format!("{what}: {:#?} is not as the good one", reading.roster));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Something that is done to the good workbook, the warnings that it should have, and how it differs.
pub type Difference<'a> = (&'a str, Work, &'a [&'a str], fn(&mut v1::Roster));

/// Checks workbooks that are read without errors, but not as the good one.
pub fn check_readings(cases: &[Difference]) {
    for (what, work, expected, change) in cases {
        let reading = read(work);
        assert_eq!(&reading.lines()[..], *expected, "{what}");
        let mut changed = good();
        change(&mut changed);
        assert_eq!(reading.roster, changed, "{what}");
        assert_ne!(changed, good(), "{what} changes something");
    }
}
