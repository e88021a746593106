//! The gRPC service: the wire on the outside, the planner on the inside.

mod answers;
mod jobs;
mod planning;

use std::future::Future;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::codec::CompressionEncoding;
use tonic::transport::Server;

use jobs::Jobs;
use leerteam_wire::v1::planning_service_server::PlanningServiceServer;
use leerteam_wire::{DESCRIPTORS, LARGEST_MESSAGE};
use planning::Planning;

/// A server that cannot be started or goes down.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error("cannot listen: {0}")]
    Listen(#[from] std::io::Error),
    /// The transport failed.
    #[error("{0}")]
    Transport(#[from] tonic::transport::Error),
    /// The descriptors of the protos cannot be served.
    #[error("{0}")]
    Reflection(#[from] tonic_reflection::server::Error),
}

/// Serves at an address until `stop` is ready; then ends running solves, each with its best plan so far,
/// and returns when all answers are out.
///
/// # Errors
/// The address cannot be listened on, or the transport fails.
pub async fn serve(
    listen: SocketAddr,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let listener = TcpListener::bind(listen).await?;
    eprintln!("listening on {}", listener.local_addr()?);
    serve_on(listener, stop).await
}

/// The same on a listener that is there, so that the caller knows its address.
///
/// # Errors
/// The transport fails.
pub async fn serve_on(
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let address = listener.local_addr()?;
    let jobs = Jobs::default();
    let (health, health_service) = tonic_health::server::health_reporter();
    health.set_serving::<PlanningServiceServer<Planning>>().await;
    let planning = PlanningServiceServer::new(Planning::new(jobs.clone()))
        .max_decoding_message_size(LARGEST_MESSAGE)
        .max_encoding_message_size(LARGEST_MESSAGE)
        .accept_compressed(CompressionEncoding::Gzip)
        .accept_compressed(CompressionEncoding::Zstd)
        .send_compressed(CompressionEncoding::Gzip)
        .send_compressed(CompressionEncoding::Zstd);
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(DESCRIPTORS)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
    };
    tracing::info!(%address, "listening");
    let stopped = async move {
        stop.await;
        tracing::info!(running = jobs.running(), "stopping");
        health.set_not_serving::<PlanningServiceServer<Planning>>().await;
        jobs.cancel_all();
    };
    Server::builder()
        .add_service(health_service)
        .add_service(reflection().build_v1()?)
        .add_service(reflection().build_v1alpha()?)
        .add_service(planning)
        .serve_with_incoming_shutdown(TcpListenerStream::new(listener), stopped)
        .await?;
    Ok(())
}
