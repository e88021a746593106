//! The edge: wire types made from the protos ([`v1`]), and their conversion to and from the domain.
//!
//! ```
//! use leerteam_wire::{read_roster, v1};
//!
//! // Everything that is wrong is found at once, each with its field.
//! let period = v1::PlanningPeriod {
//!     first_date: "31-8-2026".into(),
//!     last_date: "2027-02-05".into(),
//!     ..Default::default()
//! };
//! let (roster, findings) = read_roster(&v1::Roster { period: Some(period), ..Default::default() });
//! assert!(roster.is_none());
//! assert_eq!((findings[0].code.as_str(), findings[0].field.as_str()), ("E1104", "period.firstDate"));
//! ```

pub mod codec;
mod fields;
mod guard;
mod read;
mod write;

pub use read::{read_plan, read_report, read_roster, read_start};
pub use write::{write_finding, write_progress, write_report};

/// Message types, canonical JSON and gRPC service of package `leerteam.v1`, made from `proto/`.
#[allow(missing_docs, clippy::all, clippy::pedantic)]
pub mod v1 {
    tonic::include_proto!("leerteam.v1");
    include!(concat!(env!("OUT_DIR"), "/leerteam.v1.serde.rs"));
}

/// The encoded file descriptor set of the protos, for reflection and for docs/api.md.
pub const DESCRIPTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/leerteam_descriptor.bin"));

/// The largest message that client and server read or write, in bytes: room for the largest roster that
/// is planned.
pub const LARGEST_MESSAGE: usize = 256 << 20;
