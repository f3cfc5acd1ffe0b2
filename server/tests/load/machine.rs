//! Real processes: servers and a PostgreSQL cluster of their own, gone when the test ends.

use std::{
    env, fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{self, Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// A built server: the release or the one without the guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    Guarded,
    Unguarded,
}

impl Build {
    fn program(self) -> String {
        let name = if self == Self::Guarded { "SERVER" } else { "SERVER_UNGUARDED" };
        env::var(name).unwrap_or_else(|_| panic!("{name} must name a built server; `make bench` sets it"))
    }
}

/// A running server process.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// From the start of the process to the first answer.
    pub(crate) started_in: Duration,
}

impl Server {
    /// Starts a server on a free port and waits for its first page; `core` pins it to one core.
    pub(crate) fn start(build: Build, database: &str, core: Option<usize>) -> Self {
        Self::at(&free_address(), build, database, core, &[])
    }

    /// The same at an address, with variables of its own.
    pub(crate) fn at(
        address: &str,
        build: Build,
        database: &str,
        core: Option<usize>,
        variables: &[(&str, String)],
    ) -> Self {
        let program = build.program();
        let mut command = match core {
            Some(core) => {
                let mut command = Command::new("taskset");
                command.args(["-c", &core.to_string(), &program]);
                command
            }
            None => Command::new(&program),
        };
        configure(&mut command, database).arg("serve").env("LISTEN", address).env("TRUSTED_PROXY", "true");
        command.env("APP_ORIGIN", format!("http://{address}")).stdout(Stdio::null());
        command.envs(variables.iter().map(|(name, value)| (*name, value)));
        let began = Instant::now();
        let mut server = Self {
            child: command.spawn().unwrap_or_else(|error| panic!("{program}: {error}")),
            address: address.to_owned(),
            started_in: Duration::ZERO,
        };
        while !server.answers() {
            assert!(server.child.try_wait().expect("a process").is_none(), "the server ended at its start");
            assert!(began.elapsed() < Duration::from_secs(60), "the server does not answer");
            thread::sleep(Duration::from_millis(1)); // there is nothing else to wait for before it listens
        }
        server.started_in = began.elapsed();
        server
    }

    fn answers(&self) -> bool {
        TcpStream::connect(&self.address).is_ok()
            && super::http::Client::new(&self.address, 0).get("/zh-hans").is_ok_and(|reply| reply.status == 200)
    }

    /// The number of its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// As `kill -9`: the process gets no chance to finish anything.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("a running process");
        self.child.wait().expect("an ended process");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address nobody listens on, and below the ports that connections come from, so that it stays free while its server is
/// down.
pub(crate) fn free_address() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let port = 12_000 + (process::id().wrapping_mul(37) + NEXT.fetch_add(1, Ordering::Relaxed)) % 18_000;
        let address = format!("127.0.0.1:{port}");
        if TcpListener::bind(&address).is_ok() {
            return address;
        }
    }
}

fn configure<'a>(command: &'a mut Command, database: &str) -> &'a mut Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    command.current_dir(root).env("DATABASE_URL", database).env("LOG", "error").env("DB_CONNECTIONS", "16")
}

/// Runs a command of the server to its end.
pub(crate) fn run(build: Build, database: &str, arguments: &[&str]) -> Output {
    configure(&mut Command::new(build.program()), database).args(arguments).output().expect("the server program")
}

/// Takes a staff member on, with the password `load-password`.
pub(crate) fn hire(build: Build, database: &str, login: &str, role: &str) {
    let mut command = Command::new(build.program());
    configure(&mut command, database).args(["staff", "add", "--login", login, "--name", "林晓", "--role", role]);
    check(command.env("STAFF_PASSWORD", "load-password"));
}

/// A database that exists only for one test.
pub(crate) struct Database {
    pub(crate) url: String,
    _cluster: Option<Cluster>,
    _folder: TempDir,
}

impl Database {
    /// An empty SQLite file.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { url: format!("sqlite:{}", folder.path().join("load.db").display()), _cluster: None, _folder: folder }
    }

    /// A PostgreSQL cluster that only listens on a socket in its own folder.
    pub(crate) fn postgres() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let data = folder.path().join("data");
        if is_root() {
            // PostgreSQL refuses to run as root.
            check(Command::new("chown").arg("postgres").arg(folder.path()));
        }
        check(
            as_postgres("initdb")
                .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "-D"])
                .arg(&data),
        );
        let child = as_postgres("postgres")
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(folder.path())
            .args(["-c", "listen_addresses="])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("postgres");
        let cluster = Cluster { _child: child, data };
        let began = Instant::now();
        while !fs::read_to_string(cluster.data.join("postmaster.pid")).is_ok_and(|status| status.contains("ready")) {
            assert!(began.elapsed() < Duration::from_secs(60), "PostgreSQL does not start");
            thread::sleep(Duration::from_millis(5)); // it says only in this file that it is ready
        }
        let url = format!("postgres://postgres@localhost/postgres?host={}", folder.path().display());
        Self { url, _cluster: Some(cluster), _folder: folder }
    }

    /// With tables and the demo's offers.
    pub(crate) fn seeded(self, build: Build) -> Self {
        for arguments in [&["migrate"][..], &["seed"]] {
            let output = run(build, &self.url, arguments);
            assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
        self
    }
}

struct Cluster {
    _child: Child,
    data: PathBuf,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = as_postgres("pg_ctl").args(["stop", "--mode=immediate", "-D"]).arg(&self.data).output();
        let _ = self._child.wait();
    }
}

fn as_postgres(program: &str) -> Command {
    let installed = || {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
        let mut found: Vec<_> = versions.flatten().map(|version| version.path().join("bin").join(program)).collect();
        found.retain(|path| path.exists());
        found.sort();
        found.pop()
    };
    let path = installed().unwrap_or_else(|| program.into());
    if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path).current_dir("/");
        command
    } else {
        Command::new(path)
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0)
}

fn check(command: &mut Command) {
    let output = command.output().expect("a program");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
