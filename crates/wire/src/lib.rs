//! The edge: wire types made from the protos, and their conversion to and from the domain.

mod read;
mod write;

pub use read::{read_plan, read_report, read_roster};
pub use write::{write_finding, write_progress, write_report};

/// Message types, canonical JSON and gRPC service of package `leerteam.v1`, made from `proto/`.
#[allow(missing_docs, clippy::all)]
pub mod v1 {
    tonic::include_proto!("leerteam.v1");
    include!(concat!(env!("OUT_DIR"), "/leerteam.v1.serde.rs"));
}

/// The encoded file descriptor set of the protos, for reflection and for docs/api.md.
pub const DESCRIPTORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/leerteam_descriptor.bin"));

/// The largest message that client and server read or write, in bytes: room for the largest roster that
/// is planned.
pub const LARGEST_MESSAGE: usize = 256 << 20;
