//! A PostgreSQL server in a directory of its own, from the system's packages.

use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// How often it is asked whether it answers, a tenth of a second apart.
const ASKED: usize = 600;

/// A running server; it stops when this is dropped.
pub struct Postgres {
    server: Child,
    programs: PathBuf,
    folder: TempDir,
}

/// Where the server's programs are.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let newest = versions.flatten().map(|entry| entry.path().join("bin")).max();
    newest.expect("PostgreSQL is installed (.ci/setup test)")
}

/// A number that `id` says of the user of the server.
fn id(option: &str) -> u32 {
    let said = Command::new("id").args([option, "postgres"]).output().expect("id runs").stdout;
    String::from_utf8(said).expect("text").trim().parse().expect("the packages make the user")
}

/// A command as another user than root, as which PostgreSQL does not run; it ends with its parent.
fn command(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "QUIT"]);
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.arg(program).stdin(Stdio::null()).stdout(Stdio::null()).current_dir("/");
    command
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").output().expect("id runs").stdout;
    user == b"0\n"
}

impl Postgres {
    /// Starts a server.
    pub fn start() -> Postgres {
        let folder = tempfile::tempdir().expect("a folder");
        if is_root() {
            chown(folder.path(), Some(id("-u")), Some(id("-g"))).expect("root may");
        }
        let programs = programs();
        let data = folder.path().join("data");
        let mut made = command(&programs.join("initdb"));
        made.args(["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8"]);
        let made = made.arg("--pgdata").arg(&data).status().expect("setpriv runs");
        assert!(made.success(), "initdb");
        let server = Postgres::serve(&programs, folder.path());
        let postgres = Postgres { server, programs, folder };
        postgres.wait();
        postgres
    }

    fn serve(programs: &Path, folder: &Path) -> Child {
        let mut server = command(&programs.join("postgres"));
        server.arg("-D").arg(folder.join("data")).arg("-k").arg(folder);
        server.args(["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"]);
        server.stderr(Stdio::null()).spawn().expect("setpriv runs")
    }

    fn wait(&self) {
        for _ in 0..ASKED {
            if self.run("SELECT 1") {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("PostgreSQL does not answer");
    }

    fn run(&self, statement: &str) -> bool {
        let mut run = Command::new(self.programs.join("psql"));
        run.arg("-h").arg(self.folder.path()).args(["-U", "postgres", "-q", "-c", statement]);
        run.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        run.status().expect("psql runs").success()
    }

    /// The address of a new database.
    pub fn database(&self, name: &str) -> String {
        assert!(self.run(&format!("CREATE DATABASE {name}")), "{name}");
        let folder = self.folder.path().to_str().expect("a plain name");
        format!("postgres://postgres@localhost/{name}?host={folder}")
    }

    /// Ends the server at once, as when its machine fails, and starts it again.
    pub fn restart(&mut self) {
        self.end();
        self.server = Postgres::serve(&self.programs, self.folder.path());
        self.wait();
    }

    fn end(&mut self) {
        let asked = Command::new("kill").args(["-QUIT", &self.server.id().to_string()]).status();
        assert!(asked.expect("kill runs").success());
        self.server.wait().expect("it is ours");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.end();
    }
}
