//! A server on a free port, and a client of it.

use std::time::Duration;

use leerteam::service::{Limits, ServeError, serve_on};
use leerteam::wire::LARGEST_MESSAGE;
use leerteam::wire::v1::planning_service_client::PlanningServiceClient;
use leerteam::wire::{read_roster, v1};
use leerteam_example::{Options, generate};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::transport::{Channel, Endpoint};

/// How long a test waits for what must come; that it did not is the failure.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A running server with a client.
pub struct Server {
    /// The client.
    pub client: PlanningServiceClient<Channel>,
    /// Its connection.
    pub channel: Channel,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), ServeError>>,
}

impl Server {
    /// Starts a server.
    pub async fn start() -> Server {
        Server::start_within(Limits::default()).await
    }

    /// Starts a server within limits.
    pub async fn start_within(limits: Limits) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("its address"));
        let (stop, stopped) = oneshot::channel::<()>();
        let until = async move { stopped.await.expect("the test stops the server") };
        let served = tokio::spawn(serve_on(listener, limits, until));
        let address = Endpoint::from_shared(address).expect("an address");
        let channel = address.connect().await.expect("a connection");
        let client = PlanningServiceClient::new(channel.clone());
        let client = client.max_decoding_message_size(LARGEST_MESSAGE);
        Server { client, channel, stop, served }
    }

    /// Asks it to stop, and waits until it has, whatever is still open.
    pub async fn stop_with_open_calls(self) {
        self.stop.send(()).expect("the server runs");
        let served = tokio::time::timeout(PATIENCE, self.served).await;
        served.expect("the server stands still").expect("no panic").expect("a clean end");
    }

    /// Stops it; what it has not answered would keep it from ending.
    pub async fn stop(self) {
        self.stop.send(()).expect("the server runs");
        drop((self.client, self.channel));
        self.served.await.expect("no panic").expect("a clean end");
    }
}

/// The fixture zwolle.
pub fn zwolle() -> v1::Roster {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/zwolle/roster.json");
    let text = std::fs::read_to_string(path).expect("the fixture");
    serde_json::from_str(&text).expect("a roster")
}

/// A roster that is searched for long.
pub fn pool(students: usize) -> v1::Roster {
    let options = Options { students: Some(students), ..Options::default() };
    let roster = generate("pool", &options).expect("an example");
    assert!(read_roster(&roster).0.is_some());
    roster
}
