//! What each crate depends on: all of it is used, comes from the registry under a licence that is allowed, and
//! builds with the Rust that the manifest names.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;
use toml::Table;

use super::tree::{files, read, root};

/// Dependencies that only code made at build time names, with the crate.
const MADE: &[(&str, &str)] = &[
    ("crates/wire", "pbjson"),
    ("crates/wire", "pbjson-types"),
    ("crates/wire", "prost"),
    ("crates/wire", "tonic-prost"),
];

/// The crates.
fn crates() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("crates")).expect("the folder of the crates");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.expect("a folder").file_name().into_string().expect("a plain name")
    };
    let mut all: Vec<String> = folders.map(|entry| format!("crates/{}", name(entry))).collect();
    all.extend([".", "solver"].map(str::to_owned));
    all.sort_unstable();
    all
}

/// The Rust code of some folders and files of a crate.
fn code(of: &str, parts: &[&str]) -> String {
    let paths = parts.iter().map(|part| format!("{of}/{part}"));
    let there = paths.filter(|path| root().join(path).exists());
    let rust = there
        .flat_map(|path| files(&path))
        .filter(|path| path.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| read(path.to_str().expect("a plain name"))).collect()
}

#[test]
fn every_dependency_is_used() {
    let tables: [(&str, &[&str]); 3] = [
        ("dependencies", &["src"]),
        ("dev-dependencies", &["src", "tests", "benches", "examples"]),
        ("build-dependencies", &["build.rs"]),
    ];
    let mut unused = BTreeSet::new();
    for of in crates() {
        let manifest: Table = read(&format!("{of}/Cargo.toml")).parse().expect("TOML");
        for (table, parts) in tables {
            let code = code(&of, parts);
            let words: BTreeSet<&str> =
                code.split(|sign: char| !sign.is_alphanumeric() && sign != '_').collect();
            let names = manifest.get(table).and_then(|table| table.as_table());
            for name in names.into_iter().flat_map(|names| names.keys()) {
                let is_made = MADE.contains(&(of.as_str(), name.as_str()));
                if !is_made && !words.contains(name.replace('-', "_").as_str()) {
                    unused.insert(format!("{of}: {name} of {table}"));
                }
            }
        }
    }
    assert!(unused.is_empty(), "not used: {unused:?}");
}

/// A version as numbers.
fn version(text: &str) -> Vec<u32> {
    let parts = text.split('.').map(|part| part.parse().expect("a number"));
    // 1.89 is 1.89.0.
    parts.chain(std::iter::repeat(0)).take(3).collect()
}

/// What cargo knows of all packages that the workspace can be built with.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let Value::Array(packages) = metadata["packages"].take() else { panic!("no packages") };
    assert!(packages.len() > 200, "{}", packages.len());
    packages
}

#[test]
fn no_dependency_needs_a_newer_rust_than_the_manifest_names() {
    let packages = packages();
    let rust = |package: &Value| package["rust_version"].as_str().map(version);
    let own = packages.iter().find(|package| package["name"] == "leerteam").and_then(rust);
    let own = own.expect("the manifest names a Rust");
    let newer = packages.iter().filter(|package| rust(package) > Some(own.clone()));
    let newer: Vec<String> = newer
        .map(|of| format!("{} {} needs Rust {}", of["name"], of["version"], of["rust_version"]))
        .collect();
    assert!(newer.is_empty(), "{own:?}: {newer:?}");
}

/// Licences of which each is enough.
const LICENCES: &[&str] = &[
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether a licence expression can be met with [`LICENCES`]. Expressions in brackets are looked at first; `AND`
/// binds more than `OR`, of which `/` is an older form.
fn is_allowed(expression: &str) -> bool {
    if let Some((before, rest)) = expression.rsplit_once('(') {
        let (inner, after) = rest.split_once(')').expect("brackets in pairs");
        let met = if is_allowed(inner) { "MIT" } else { "none" };
        return is_allowed(&format!("{before}{met}{after}"));
    }
    let expression = expression.replace('/', " OR ");
    let is_met = |all: &str| all.split(" AND ").all(|one| LICENCES.contains(&one.trim()));
    expression.split(" OR ").any(is_met)
}

#[test]
fn every_dependency_comes_from_the_registry_under_a_licence_that_is_allowed() {
    for package in packages() {
        let name = &package["name"];
        let licence =
            package["license"].as_str().unwrap_or_else(|| panic!("{name} has no licence"));
        assert!(is_allowed(licence), "{name}: {licence}");
        // Our own crates have no source.
        let source = package["source"].as_str();
        assert!(source.is_none_or(|source| source.starts_with("registry+")), "{name}: {source:?}");
    }
}

#[test]
fn expressions_of_licences_are_understood() {
    for allowed in
        ["MIT", "GPL-3.0 OR MIT", "GPL-3.0/MIT", "(GPL-3.0 OR MIT) AND ISC", "MIT AND ISC"]
    {
        assert!(is_allowed(allowed), "{allowed}");
    }
    for refused in ["GPL-3.0", "GPL-3.0 AND MIT", "(GPL-3.0 OR AGPL-3.0) AND MIT", "MITX"] {
        assert!(!is_allowed(refused), "{refused}");
    }
}
