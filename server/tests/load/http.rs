//! A small HTTP client that keeps one connection and its cookies, one per thread: cheap enough to leave the processor to
//! the server that is being measured.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

/// A visitor with his cookies.
pub(crate) struct Client {
    address: String,
    from: String,
    cookies: BTreeMap<String, String>,
    connection: Option<BufReader<TcpStream>>,
    patience: Duration,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The body as JSON; null when it is none.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    /// A visitor of the server at `address`, whose own address is the `number`-th of many.
    pub(crate) fn new(address: &str, number: usize) -> Self {
        let from = format!("10.{}.{}.{}", number >> 16 & 255, number >> 8 & 255, number & 255);
        let (address, patience) = (address.to_owned(), Duration::from_secs(60));
        Self { address, from, cookies: BTreeMap::new(), connection: None, patience }
    }

    /// The same visitor at another address of the site.
    pub(crate) fn moved_to(self, address: &str) -> Self {
        Self { address: address.to_owned(), connection: None, ..self }
    }

    /// The same visitor in another window.
    pub(crate) fn window(&self, address: &str) -> Self {
        let (from, cookies) = (self.from.clone(), self.cookies.clone());
        Self { address: address.to_owned(), from, cookies, connection: None, patience: self.patience }
    }

    /// Hangs up when nothing comes for so long.
    pub(crate) fn patient(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Reads.
    pub(crate) fn get(&mut self, path: &str) -> io::Result<Reply> {
        let accept = if path.starts_with("/api/") { "application/json" } else { "text/html" };
        self.send(&format!("GET {path} HTTP/1.1\r\nAccept: {accept}\r\n"), "")
    }

    /// Sends a form as an island does.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Reply> {
        self.post_keyed(path, "", fields)
    }

    /// The same under an idempotency key.
    pub(crate) fn post_keyed(&mut self, path: &str, key: &str, fields: &[(&str, &str)]) -> io::Result<Reply> {
        let (head, body) = self.form(path, key, fields);
        self.send(&head, &body)
    }

    /// Begins to send a form and hangs up in the middle of it.
    pub(crate) fn post_half(&self, path: &str, key: &str, fields: &[(&str, &str)]) -> io::Result<()> {
        let (head, body) = self.form(path, key, fields);
        let request = self.request(&head, &body);
        TcpStream::connect(&self.address)?.write_all(&request.as_bytes()[..request.len() - body.len() / 2])
    }

    /// Sends JSON.
    pub(crate) fn post_json(&mut self, path: &str, json: &serde_json::Value) -> io::Result<Reply> {
        let head = format!("POST {path} HTTP/1.1\r\nAccept: application/json\r\nContent-Type: application/json\r\n");
        self.send(&head, &json.to_string())
    }

    fn form(&self, path: &str, key: &str, fields: &[(&str, &str)]) -> (String, String) {
        let form: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let mut head = format!(
            "POST {path} HTTP/1.1\r\nAccept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Sec-Fetch-Site: same-origin\r\nReferer: http://{}/zh-hans/bookings\r\n",
            self.address
        );
        if !key.is_empty() {
            head += &format!("Idempotency-Key: {key}\r\n");
        }
        (head, form.join("&"))
    }

    fn request(&self, head: &str, body: &str) -> String {
        let mut request = format!("{head}Host: {}\r\nX-Forwarded-For: {}\r\n", self.address, self.from);
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request += &format!("Cookie: {}\r\n", pairs.join("; "));
        }
        if !body.is_empty() {
            request += &format!("Content-Length: {}\r\n", body.len());
        }
        request + "\r\n" + body
    }

    fn send(&mut self, head: &str, body: &str) -> io::Result<Reply> {
        let request = self.request(head, body);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let stream = TcpStream::connect(&self.address)?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(self.patience))?;
                BufReader::with_capacity(64 * 1024, stream)
            }
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let (reply, keep) = self.receive(&mut connection)?;
        self.connection = keep.then_some(connection);
        Ok(reply)
    }

    fn receive(&mut self, connection: &mut BufReader<TcpStream>) -> io::Result<(Reply, bool)> {
        let broken = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
        let mut line = String::new();
        let next = |connection: &mut BufReader<TcpStream>, line: &mut String| -> io::Result<()> {
            line.clear();
            if connection.read_line(line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            line.truncate(line.trim_end().len());
            Ok(())
        };
        next(connection, &mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| broken(&line))?;
        let (mut length, mut chunked, mut keep) = (None, false, true);
        loop {
            next(connection, &mut line)?;
            let Some((name, value)) = line.split_once(':') else { break };
            match (name.to_ascii_lowercase().as_str(), value.trim()) {
                ("content-length", value) => length = value.parse::<usize>().ok(),
                ("transfer-encoding", value) => chunked = value.eq_ignore_ascii_case("chunked"),
                ("connection", value) => keep = !value.eq_ignore_ascii_case("close"),
                ("set-cookie", value) => {
                    let pair = value.split(';').next().unwrap_or_default();
                    if let Some((name, value)) = pair.split_once('=') {
                        self.cookies.insert(name.to_owned(), value.to_owned());
                    }
                }
                _ => {}
            }
        }
        let mut body = Vec::new();
        if chunked {
            loop {
                next(connection, &mut line)?;
                let size = usize::from_str_radix(&line, 16).map_err(|_| broken(&line))?;
                read_into(connection, &mut body, size)?;
                next(connection, &mut line)?;
                if size == 0 {
                    break;
                }
            }
        } else {
            read_into(connection, &mut body, length.unwrap_or(0))?;
        }
        Ok((Reply { status, body }, keep))
    }
}

fn read_into(connection: &mut BufReader<TcpStream>, body: &mut Vec<u8>, size: usize) -> io::Result<()> {
    let from = body.len();
    body.resize(from + size, 0);
    connection.read_exact(&mut body[from..])
}

/// A text as an address carries it.
pub(crate) fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
