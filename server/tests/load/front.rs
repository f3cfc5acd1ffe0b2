//! One address for several servers, as a balancer gives it: each connection goes to the next that listens.

use std::{
    io,
    net::{Shutdown, TcpListener, TcpStream},
    sync::Arc,
    thread,
};

/// The site's public address.
pub(crate) struct Front {
    pub(crate) address: String,
}

impl Front {
    /// In front of some addresses. It stands until the process ends.
    pub(crate) fn of(addresses: &[String]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let addresses: Arc<[String]> = addresses.into();
        thread::spawn(move || {
            for (turn, coming) in listener.incoming().flatten().enumerate() {
                let addresses = Arc::clone(&addresses);
                let server = move |step| TcpStream::connect(&addresses[(turn + step) % addresses.len()]).ok();
                thread::spawn(move || {
                    // Nobody listens: the connection is closed, and whoever came comes again.
                    (0..2).find_map(server).map(|going| joined(&coming, &going))
                });
            }
        });
        Self { address }
    }

    /// What the servers must know of it.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        vec![("APP_ORIGIN", format!("http://{}", self.address))]
    }
}

/// Carries bytes both ways until one side ends.
fn joined(one: &TcpStream, other: &TcpStream) {
    let carry = |mut from: &TcpStream, mut to: &TcpStream| {
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Both);
        let _ = from.shutdown(Shutdown::Both);
    };
    thread::scope(|scope| {
        scope.spawn(|| carry(one, other));
        carry(other, one);
    });
}
