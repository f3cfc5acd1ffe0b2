//! A private PostgreSQL cluster, one for each test process: made by `initdb` in a temporary folder, reached through a
//! socket in it and nothing else, without care for power cuts.
//!
//! A watchman holds the other end of a pipe of this process. When the process ends, however it ends, the pipe closes,
//! and the watchman stops the cluster and removes the folder.

use std::{
    fs,
    os::unix::fs::{MetadataExt, chown},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use services::{Cx, Settings};
use tokio::sync::Mutex;

const TEMPLATE: &str = "yueding_template";

struct Cluster {
    folder: PathBuf,
    _watchman: Child,
}

/// The address of a new database with the whole schema.
pub(super) async fn database() -> String {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    static COUNT: AtomicU32 = AtomicU32::new(0);
    // PostgreSQL copies a template for one at a time.
    static COPYING: Mutex<bool> = Mutex::const_new(false);

    let mut templated = COPYING.lock().await;
    let cluster = CLUSTER.get_or_init(Cluster::start);
    if !*templated {
        cluster.execute(format!("CREATE DATABASE {TEMPLATE}")).await;
        let settings = Settings { secret: vec![7; 32], connections: 2, hashing: 1 };
        let cx = Cx::open(&cluster.url(TEMPLATE), settings).await.expect("the template opens");
        cx.migrate().await.expect("the schema is made");
        cx.close().await.expect("the template closes");
        *templated = true;
    }
    let name = format!("house_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    cluster.execute(format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}")).await;
    cluster.url(&name)
}

impl Cluster {
    fn start() -> Self {
        let binaries = binaries();
        // Not `tempfile`: the folder outlives this process by a moment, and its path must be short for a socket.
        let folder = PathBuf::from(format!("/tmp/yueding-test-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the cluster");
        let owner = owner(&folder);
        let data = folder.join("data");
        run(owner.command(&binaries.join("initdb")).args(["-A", "trust", "-U", "postgres", "-E", "UTF8"]).args([
            "--locale=C",
            "--no-sync",
            "-D",
            text(&data),
        ]));
        let options = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c max_connections=400 -c fsync=off \
             -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c autovacuum=off",
            folder.display()
        );
        let log = folder.join("log");
        run(owner
            .command(&binaries.join("pg_ctl"))
            .args(["start", "-w", "-D", text(&data), "-l", text(&log), "-o"])
            .arg(options));
        let stop = format!(
            "cat >/dev/null; {} stop -m immediate -D {}; rm -rf {}",
            binaries.join("pg_ctl").display(),
            data.display(),
            folder.display()
        );
        let watchman = owner
            .command(Path::new("/bin/sh"))
            .args(["-c", &stop])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the watchman comes");
        Self { folder, _watchman: watchman }
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    async fn execute(&self, statement: String) {
        let mut options = ConnectOptions::new(self.url("postgres"));
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await.expect("the cluster answers");
        db.execute_unprepared(&statement).await.expect("the cluster obeys");
        db.close().await.expect("the connection closes");
    }
}

/// Who runs the cluster: PostgreSQL refuses to be run by root.
enum Owner {
    Me,
    Postgres,
}

fn owner(folder: &Path) -> Owner {
    if fs::metadata(folder).expect("the folder is there").uid() != 0 {
        return Owner::Me;
    }
    let id = |flag| {
        let output = Command::new("id").args([flag, "postgres"]).output().expect("`id` runs");
        String::from_utf8_lossy(&output.stdout).trim().parse().expect("as root, a user `postgres` is needed")
    };
    chown(folder, Some(id("-u")), Some(id("-g"))).expect("the folder is given away");
    Owner::Postgres
}

impl Owner {
    fn command(&self, program: &Path) -> Command {
        let mut command = match self {
            Self::Me => Command::new(program),
            Self::Postgres => {
                let mut command = Command::new("runuser");
                command.args(["-u", "postgres", "--"]).arg(program);
                command
            }
        };
        command.current_dir("/tmp");
        command
    }
}

/// The folder of `initdb` and its like: one of Debian's versions, else from the path.
fn binaries() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").exists()).max();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists());
    newest.or_else(on_path).expect("PostgreSQL's `initdb` is needed: apt-get install postgresql")
}

fn run(command: &mut Command) {
    // No pipe: the server would keep it open.
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("the command runs");
    assert!(status.success(), "{command:?} failed");
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
