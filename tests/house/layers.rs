//! Each crate knows only those below it (ARCHITECTURE.md), and the domain builds without solver, network
//! and file formats.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use toml::Table;

/// Each crate with all those that it may depend on, those below before it. None may depend on the makers of
/// examples.
const LAYERS: &[(&str, &[&str])] = &[
    ("leerteam-cost", &[]),
    ("leerteam-store", &[]),
    ("leerteam-solver", &["leerteam-cost"]),
    ("leerteam-model", &["leerteam-cost"]),
    ("leerteam-messages", &["leerteam-model"]),
    ("leerteam-planner", &["leerteam-model", "leerteam-solver"]),
    ("leerteam-advice", &["leerteam-model", "leerteam-planner"]),
    ("leerteam-wire", &["leerteam-messages", "leerteam-model"]),
    ("leerteam-formats", &["leerteam-messages", "leerteam-model", "leerteam-wire"]),
    (
        "leerteam-import",
        &["leerteam-formats", "leerteam-messages", "leerteam-model", "leerteam-wire"],
    ),
    (
        "leerteam-work",
        &[
            "leerteam-messages",
            "leerteam-model",
            "leerteam-planner",
            "leerteam-store",
            "leerteam-wire",
        ],
    ),
    (
        "leerteam-service",
        &[
            "leerteam-formats",
            "leerteam-import",
            "leerteam-messages",
            "leerteam-model",
            "leerteam-planner",
            "leerteam-store",
            "leerteam-wire",
            "leerteam-work",
        ],
    ),
    ("leerteam-example", &["leerteam-model", "leerteam-wire"]),
];

/// Packages that the domain is built without: solvers, network, command line and files.
const OUTSIDE: &[&str] = &[
    "calamine",
    "clap",
    "csv",
    "good_lp",
    "highs",
    "highs-sys",
    "hyper",
    "icalendar",
    "prost",
    "quick-xml",
    "rust_xlsxwriter",
    "serde_json",
    "tokio",
    "toml",
    "tonic",
    "zip",
];

fn read(path: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    text.parse().unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// The crates of the workspace, beside the command line, and what they are built with.
fn crates() -> BTreeMap<String, BTreeSet<String>> {
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("crates"));
    let folders = folders.expect("the folder of the crates").map(|entry| {
        let name = entry.expect("a folder").file_name();
        format!("crates/{}", name.to_str().expect("a plain name"))
    });
    let manifests = folders.chain(["solver".to_owned()]);
    let read = |folder: String| {
        let manifest = read(&format!("{folder}/Cargo.toml"));
        let name = manifest["package"]["name"].as_str().expect("a name").to_owned();
        let dependencies = manifest.get("dependencies").and_then(|of| of.as_table());
        (name, dependencies.into_iter().flat_map(|of| of.keys().cloned()).collect())
    };
    manifests.map(read).collect()
}

#[test]
fn no_crate_depends_on_one_above_it() {
    let crates = crates();
    let listed: BTreeSet<&str> = LAYERS.iter().map(|&(name, _)| name).collect();
    assert_eq!(listed, crates.keys().map(String::as_str).collect(), "list the crate in LAYERS");
    let mut below = BTreeSet::new();
    for &(name, allowed) in LAYERS {
        for dependency in allowed {
            assert!(below.contains(dependency), "{name} is listed before {dependency}");
        }
        below.insert(name);
        for dependency in crates[name].iter().filter(|name| name.starts_with("leerteam")) {
            assert!(allowed.contains(&dependency.as_str()), "{name} depends on {dependency}");
        }
    }
}

/// What files and messages are made without.
const SOLVING: &[&str] = &["good_lp", "highs", "highs-sys", "leerteam-planner", "leerteam-solver"];

#[test]
fn the_domain_is_built_without_solver_network_and_files() {
    for domain in ["leerteam-cost", "leerteam-model"] {
        assert!(built_with(domain, OUTSIDE).contains("serde"), "{domain}");
    }
}

#[test]
fn messages_and_files_are_made_without_the_solver() {
    for name in [
        "leerteam-messages",
        "leerteam-wire",
        "leerteam-formats",
        "leerteam-import",
        "leerteam-example",
    ] {
        assert!(built_with(name, SOLVING).contains("leerteam-model"), "{name}");
    }
}

/// All that a crate is built with, of which nothing may be forbidden.
fn built_with(name: &str, forbidden: &[&str]) -> BTreeSet<String> {
    let lock = read("Cargo.lock");
    let packages = lock["package"].as_array().expect("packages").iter().map(|package| {
        let dependencies = package.get("dependencies").and_then(|of| of.as_array());
        let names = dependencies.into_iter().flatten().filter_map(|of| of.as_str());
        // A name, with a version where there are several.
        let names = names.filter_map(|of| of.split(' ').next());
        (package["name"].as_str().expect("a name"), names.collect::<Vec<_>>())
    });
    let mut locked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    packages.for_each(|(name, dependencies)| locked.entry(name).or_default().extend(dependencies));
    let crates = crates();
    let (mut seen, mut open) = (BTreeSet::new(), vec![name]);
    while let Some(package) = open.pop() {
        assert!(!forbidden.contains(&package), "{name} is built with {package}");
        if seen.insert(package.to_owned()) {
            match crates.get(package) {
                Some(own) => open.extend(own.iter().map(String::as_str)),
                None => open.extend(&locked[package]),
            }
        }
    }
    seen
}
