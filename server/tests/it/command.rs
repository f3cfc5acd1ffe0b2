//! The command line as an operator uses it: the built program, with what it says and how it ends.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// Nothing that is waited for takes longer.
const DEADLINE: Duration = Duration::from_secs(30);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A database of its own.
struct Office {
    folder: TempDir,
}

impl Office {
    fn migrated() -> Self {
        let office = Self { folder: TempDir::new().unwrap() };
        said(&office.runs(&["migrate"]));
        office
    }

    fn runs(&self, arguments: &[&str]) -> Output {
        let database = format!("sqlite:{}", self.folder.path().join("office.db").display());
        let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
        command.args(arguments).current_dir(root()).env("DATABASE_URL", database).env("LOG", "error");
        command.output().unwrap()
    }
}

/// What a command that went well said.
fn said(output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{err}");
    out.into_owned()
}

#[test]
fn the_check_counts_slices_claims_and_facts_about_money() {
    let office = Office::migrated();
    assert_eq!(said(&office.runs(&["check"])), "0 slices, 0 claims, 0 facts about money, 0 cases, 0 faults\n");
    said(&office.runs(&["seed"]));
    let told = said(&office.runs(&["check"]));
    let counts: Vec<u64> = told.split(' ').filter_map(|word| word.parse().ok()).collect();
    assert!(counts.len() == 5 && counts[..4].iter().all(|count| *count > 0) && counts[4] == 0, "{told}");
    let help = said(&office.runs(&["check", "--help"]));
    assert!(help.contains("money's books"), "{help}");
}

#[test]
fn jobs_are_run_once_each_or_only_the_one_that_is_named() {
    let office = Office::migrated();
    let all = said(&office.runs(&["jobs", "run"]));
    let names: Vec<_> = all.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(names, ["holds", "payments", "refunds", "notices", "reminders", "promises", "leftovers"], "{all}");
    assert!(all.lines().all(|line| line.ends_with(": 0 done")), "{all}");
    assert_eq!(said(&office.runs(&["jobs", "run", "--only", "holds"])), "holds: 0 done\n");
    let none = office.runs(&["jobs", "run", "--only", "dishes"]);
    assert!(!none.status.success() && none.stdout.is_empty());
    assert!(String::from_utf8_lossy(&none.stderr).contains("dishes"));
}

/// A shell script that stands for a program.
fn program(folder: &Path, name: &str, lines: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/bash\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

/// A sandbox that only listens, and ends when so many have called.
fn listens(folder: &Path, calls: u32) -> String {
    let listen = "let calls = 0; const [host, port] = process.env.SANDBOX_LISTEN.split(':'); \
                  require('net').createServer(() => { if (++calls === CALLS) process.exit() }).listen(port, host)";
    program(folder, "sandbox", &format!("exec node -e \"{}\"", listen.replace("CALLS", &calls.to_string())))
}

fn serve(sandbox: &str, address: &str, command: &str) -> Command {
    let mut serve = Command::new("bash");
    serve.arg(root().join(".ci/serve")).args([sandbox, command]).env_remove("PAY_GATEWAY_URL");
    serve.env_remove("SMS_WEBHOOK_URL").env("SANDBOX_LISTEN", address);
    serve
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

fn ends(child: &mut Child) -> Option<i32> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        assert!(began.elapsed() < DEADLINE, "it does not end");
        thread::sleep(Duration::from_millis(10)); // there is nothing to wait for but its end
    }
}

#[test]
fn serving_starts_the_sandbox_first_and_ends_both_with_the_servers_word() {
    let (folder, address) = (TempDir::new().unwrap(), free_address());
    let told = folder.path().join("told");
    let server = program(
        folder.path(),
        "server",
        &format!("echo \"$PAY_GATEWAY_URL $SMS_WEBHOOK_URL\" >'{}'\nexit 7", told.display()),
    );
    let mut serve = serve(&listens(folder.path(), 99), &address, &server).stdout(Stdio::null()).spawn().unwrap();
    assert_eq!(ends(&mut serve), Some(7), "the server's own code");
    assert_eq!(fs::read_to_string(told).unwrap(), format!("http://{address} http://{address}/v1/sms\n"));
    let began = Instant::now();
    while TcpStream::connect(&address).is_ok() {
        assert!(began.elapsed() < DEADLINE, "the sandbox does not end");
        thread::sleep(Duration::from_millis(10)); // it was told to, and there is nothing else to wait for
    }
}

#[test]
fn serving_refuses_a_taken_address_and_uses_a_provider_of_ones_own() {
    let folder = TempDir::new().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let server = program(folder.path(), "server", "echo \"$PAY_GATEWAY_URL\"");
    let refused = serve("/nowhere", &address, &server).output().unwrap();
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&refused.stderr).contains(&address));
    let own = serve("/nowhere", &address, &server).env("PAY_GATEWAY_URL", "https://pay.example").output().unwrap();
    assert_eq!(said(&own), "https://pay.example\n", "no sandbox is started");
}

#[test]
fn a_server_whose_sandbox_dies_ends_with_it() {
    let (folder, address) = (TempDir::new().unwrap(), free_address());
    // The script looks whether it answers; the server is the second who calls, and the last.
    let calls = format!("exec 3<>/dev/tcp/{}\nexec sleep 60", address.replace(':', "/"));
    let server = program(folder.path(), "server", &calls);
    let mut serve = serve(&listens(folder.path(), 2), &address, &server);
    let mut serve = serve.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    assert_ne!(ends(&mut serve), Some(0));
}
