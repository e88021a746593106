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
        "leerteam/v1/job_service.proto",
    ];
    let descriptors = protox::compile(files, [PROTO])?;
    let bytes = prost::Message::encode_to_vec(&descriptors);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    std::fs::write(out.join("leerteam_descriptor.bin"), &bytes)?;
    std::fs::write(out.join("sizes.rs"), sizes(&descriptors))?;
    let mut config = tonic_prost_build::Config::new();
    config.enable_type_names();
    config.compile_well_known_types().extern_path(".google.protobuf", "::pbjson_types");
    tonic_prost_build::configure()
        .build_client(true)
        .btree_map(".")
        .codec_path("crate::codec::Counted")
        .compile_fds_with_config(descriptors, config)?;
    pbjson_build::Builder::new()
        .register_descriptors(&bytes)?
        .btree_map(["."])
        .build(&[".leerteam.v1"])?;
    Ok(())
}

/// Code that knows how much memory each message takes, without what its lists and texts hold.
fn sizes(descriptors: &prost_types::FileDescriptorSet) -> String {
    let own = descriptors.file.iter().filter(|file| file.package() == "leerteam.v1");
    let messages = own.flat_map(|file| {
        file.message_type.iter().map(move |message| (file.package(), message.name()))
    });
    let arms = messages.map(|(package, name)| {
        format!("        \"{package}.{name}\" => size_of::<v1::{name}>(),\n")
    });
    let arms: String = arms.collect();
    format!(
        "/// Memory of one message, without what its lists and texts hold.\n\
         fn size(message: &str) -> Option<u64> {{\n    \
             let size = match message {{\n{arms}        _ => return None,\n    }};\n    \
             Some(size as u64)\n}}\n"
    )
}
