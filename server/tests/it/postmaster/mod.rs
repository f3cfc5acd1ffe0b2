//! A real mail server for these tests: `end2end/support/smtp.mjs`, which npm's `smtp-server` and `mailparser` do the work of.

use std::{path::Path, process::Stdio, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
    time::timeout,
};

/// Longer than any mail takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// The mail server; it ends with this.
pub(crate) struct Postmaster {
    pub(crate) port: u64,
    lines: Lines<BufReader<ChildStdout>>,
    orders: ChildStdin,
    _child: Child,
}

impl Postmaster {
    /// One that takes everything.
    pub(crate) async fn open() -> Self {
        Self::with(&[]).await
    }

    /// The same with variables of `smtp.mjs`.
    pub(crate) async fn with(variables: &[(&str, &str)]) -> Self {
        let end2end = Path::new(env!("CARGO_MANIFEST_DIR")).join("../end2end");
        assert!(
            end2end.join("node_modules/smtp-server").exists(),
            "the mail server of the tests is not there: run `make setup`"
        );
        let mut child = Command::new("node")
            .arg(end2end.join("support/smtp.mjs"))
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node runs");
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let orders = child.stdin.take().unwrap();
        let mut postmaster = Self { port: 0, lines, orders, _child: child };
        postmaster.port = postmaster.next().await["port"].as_u64().unwrap();
        postmaster
    }

    /// Where it is: what goes into `SMTP_URL`.
    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// From now on it behaves so.
    pub(crate) async fn turn(&mut self, mode: &str) {
        self.orders.write_all(format!("{mode}\n").as_bytes()).await.unwrap();
        assert_eq!(self.next().await["mode"], mode);
    }

    /// The next mail it took.
    pub(crate) async fn mail(&mut self) -> Value {
        let mail = self.next().await;
        assert!(mail["subject"].is_string(), "{mail}");
        mail
    }

    async fn next(&mut self) -> Value {
        let line = timeout(PATIENCE, self.lines.next_line()).await.expect("something comes in time").unwrap();
        serde_json::from_str(&line.expect("the mail server runs")).unwrap()
    }
}
