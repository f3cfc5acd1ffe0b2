//! What the servers reach outside the house: the payment sandbox and a mail server, real processes that can be killed.

use std::{
    collections::BTreeMap,
    env, fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{http::Client, machine::free_address};

/// A process at an address of its own, which can be killed and started again.
pub(crate) struct Process {
    command: Command,
    child: Option<Child>,
    pub(crate) address: String,
}

impl Process {
    fn start(command: Command, address: &str) -> Self {
        let mut process = Self { command, child: None, address: address.to_owned() };
        process.again();
        process
    }

    /// As `kill -9`.
    pub(crate) fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("a running process");
            child.wait().expect("an ended process");
        }
    }

    /// Starts it again, and waits until it listens.
    pub(crate) fn again(&mut self) {
        let child = self.command.spawn().unwrap_or_else(|error| panic!("{:?}: {error}", self.command));
        // Owned before anything is waited for.
        let child = self.child.insert(child);
        let began = Instant::now();
        while TcpStream::connect(&self.address).is_err() {
            assert!(child.try_wait().expect("a process").is_none(), "{:?} ended at its start", self.command);
            assert!(began.elapsed() < Duration::from_secs(60), "{:?} does not listen", self.command);
            thread::sleep(Duration::from_millis(2)); // there is nothing else to wait for before it listens
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The payment sandbox.
pub(crate) struct Sandbox(pub(crate) Process);

impl Sandbox {
    /// Starts it with its file in a folder.
    pub(crate) fn start(folder: &Path) -> Self {
        let program = env::var("SANDBOX").unwrap_or_else(|_| panic!("SANDBOX must name the built sandbox"));
        let address = free_address();
        let mut command = Command::new(program);
        command.env("SANDBOX_LISTEN", &address).env("SANDBOX_DATA", folder.join("sandbox.db"));
        command.env("SANDBOX_AGAIN_MS", "200").env("SANDBOX_LOG", "error").stdout(Stdio::null());
        Self(Process::start(command, &address))
    }

    /// What the servers must know of it.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        vec![("PAY_GATEWAY_URL", format!("http://{}", self.0.address))]
    }

    /// The same, with its text messages.
    pub(crate) fn with_texts(&self) -> Vec<(&'static str, String)> {
        let mut variables = self.variables();
        variables.push(("SMS_WEBHOOK_URL", format!("http://{}/v1/sms", self.0.address)));
        variables
    }

    /// The text messages it took: how often each, by the number of who got it and the message's own id.
    pub(crate) fn texts(&self) -> BTreeMap<String, BTreeMap<String, usize>> {
        let mut taken = BTreeMap::<String, BTreeMap<String, usize>>::new();
        for text in self.tells("sms").as_array().expect("text messages") {
            let (to, id) = (text["to"].as_str().expect("a number"), text["id"].as_str().expect("an id"));
            let times = text["times"].as_u64().and_then(|times| usize::try_from(times).ok()).expect("a count");
            taken.entry(to.to_owned()).or_default().insert(id.to_owned(), times);
        }
        taken
    }

    /// How it behaves to everybody from now on.
    pub(crate) fn behaves(&self, mode: &Value) {
        let reply = Client::new(&self.0.address, 0).post_json("/control", mode).expect("an answer");
        assert_eq!(reply.status, 200, "{}", reply.text());
    }

    /// Something it tells about itself: `state`, `orders`.
    pub(crate) fn tells(&self, what: &str) -> Value {
        let reply = Client::new(&self.0.address, 0).get(&format!("/control/{what}")).expect("an answer");
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }
}

/// The customer of an order pays; gives the order's status, or blank when he could not: it is over, or under way.
pub(crate) fn pays(sandbox: &str, order: &str) -> std::io::Result<String> {
    let act = json!({ "act": "pay" });
    let reply = Client::new(sandbox, 0).post_json(&format!("/control/orders/{order}"), &act)?;
    Ok(reply.json()["status"].as_str().unwrap_or_default().to_owned())
}

/// A mail server that writes down what it takes before it says so.
pub(crate) struct Postbox {
    pub(crate) process: Process,
    taken: PathBuf,
}

impl Postbox {
    /// Starts it with its notes in a folder.
    pub(crate) fn start(folder: &Path) -> Self {
        let (address, taken) = (free_address(), folder.join("mails"));
        let port = address.rsplit(':').next().unwrap_or_default().to_owned();
        let support = Path::new(env!("CARGO_MANIFEST_DIR")).join("../end2end/support/smtp.mjs");
        let notes = fs::OpenOptions::new().create(true).append(true).open(&taken).expect("a file");
        let mut command = Command::new("node");
        // It ends when nobody holds its standard input any more.
        command.arg(support).arg("take").stdin(Stdio::piped()).stdout(notes);
        command.env("SMTP_PORT", port);
        Self { process: Process::start(command, &address), taken }
    }

    /// What the servers must know of it.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        vec![("SMTP_URL", format!("smtp://{}", self.process.address))]
    }

    /// The mails it took: how often each, by the address of who got it and the mail's own id.
    pub(crate) fn taken(&self) -> BTreeMap<String, BTreeMap<String, usize>> {
        let mut taken = BTreeMap::<String, BTreeMap<String, usize>>::new();
        for line in fs::read_to_string(&self.taken).unwrap_or_default().lines() {
            let mail: Value = serde_json::from_str(line).unwrap_or_default();
            let (to, id) = (mail["recipients"][0].as_str(), mail["messageId"].as_str());
            if let (Some(to), Some(id)) = (to, id) {
                *taken.entry(to.to_owned()).or_default().entry(id.to_owned()).or_default() += 1;
            }
        }
        taken
    }
}
