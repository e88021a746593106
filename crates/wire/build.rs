//! Compiles the protos: message types, their canonical JSON, the gRPC service and the descriptor
//! set that the reflection service and docs/api.md are made from.

use std::path::PathBuf;

const PROTO: &str = "../../proto";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed={PROTO}");
    let files = [
        "leerteam/v1/common.proto",
        "leerteam/v1/roster.proto",
        "leerteam/v1/plan.proto",
        "leerteam/v1/finding.proto",
        "leerteam/v1/roster_import.proto",
        "leerteam/v1/planning_service.proto",
    ];
    let descriptors = protox::compile(files, [PROTO])?;
    let bytes = prost::Message::encode_to_vec(&descriptors);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    std::fs::write(out.join("leerteam_descriptor.bin"), &bytes)?;
    tonic_prost_build::configure().build_client(true).btree_map(".").compile_fds(descriptors)?;
    pbjson_build::Builder::new()
        .register_descriptors(&bytes)?
        .btree_map(["."])
        .build(&[".leerteam.v1"])?;
    Ok(())
}
