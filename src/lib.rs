//! Plans interprofessional learning teams: who is in which team, when it meets, where and under
//! whose supervision, with a proven bound on how much better a plan could be.
//!
//! Data flows one way: a `leerteam.v1.Roster` is read and validated into a [`roster::Roster`], the
//! [`planner`] lowers it by the [`rules`] to numbers, has them solved, and the plan that comes back
//! is scored again by [`check`]. What is then known of it is one [`check::Report`], from which messages,
//! pages, workbooks and calendars are made.
//!
//! # The rooms
//!
//! Each module is a crate of its own or part of one; this library only names them. ARCHITECTURE.md says what
//! each may not know.
//!
//! | module | what it is |
//! |---|---|
//! | [`roster`] | all input of one planning round, with every reference resolved; findings and limits |
//! | [`calendar`] | on which days things happen, and how a person is at a meeting |
//! | [`plan`] | decisions, and what they are worth |
//! | [`rules`] | the named terms of the score: what each counts in a plan |
//! | [`validate`] | what is well formed and still cannot be planned, or is probably not meant |
//! | [`check`] | scores any plan, says why somebody is left over, and what other slots would cost |
//! | [`planner`] | from a roster to the best plan that can be found, with a bound |
//! | [`advice`] | how two plans differ, and what that changes for whom |
//! | [`messages`] | every sentence for people, in Dutch and English |
//! | [`wire`] | the messages of `leerteam.v1`, from and to the domain |
//! | [`formats`] | workbooks, CSV, calendars, the page |
//! | [`import`] | rosters out of files that people have |
//! | [`work`] | workers, and the processes of jobs |
//! | [`service`] | the gRPC service |
//!
//! # From a roster to a plan
//!
//! ```
//! use leerteam::planner::{Cancel, Options, plan};
//! use leerteam::wire::{read_roster, v1, write_report};
//! use leerteam::{formats::to_json, messages::{Language, Messages}};
//!
//! let text = std::fs::read_to_string("docs/examples/rules/professions.json")?;
//! let example: serde_json::Value = serde_json::from_str(&text)?;
//! let roster: v1::Roster = serde_json::from_value(example["roster"].clone())?;
//!
//! let (roster, findings) = read_roster(&roster);
//! let roster = roster.ok_or_else(|| format!("{findings:?}"))?;
//! let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {})?;
//! assert_eq!(planned.gap(), 0.0, "proven best");
//!
//! let report = planned.into_report();
//! let message = write_report(&roster, &report, &Messages::of(Language::En));
//! assert!(to_json(&message).contains("\"outcome\": \"OUTCOME_PROVEN\""));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The folder `examples` has whole programs: plan a roster, own weights, score a plan made by hand, call the
//! service.

pub use leerteam_advice as advice;
pub use leerteam_formats as formats;
pub use leerteam_import as import;
pub use leerteam_messages as messages;
pub use leerteam_model::{calendar, check, plan, roster, rules, validate};
pub use leerteam_planner as planner;
pub use leerteam_service as service;
pub use leerteam_wire as wire;
pub use leerteam_work as work;
