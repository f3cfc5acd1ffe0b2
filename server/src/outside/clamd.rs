//! ClamAV's daemon, over TCP: one connection for each file, in the words of its command `INSTREAM`.
//!
//! Whatever is not understood counts as silence, and silence keeps a file out.

use std::{io, sync::Arc, time::Duration};

use async_trait::async_trait;
use services::upload::{Scanner, ScannerSilent, Verdict};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::Config;

/// From connecting to the answer: whoever takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(15);

/// Bytes of a file in one piece.
const PIECE: usize = 64 * 1024;

/// An answer is one short line.
const ANSWER: u64 = 1024;

struct Clamd {
    address: String,
    patience: Duration,
}

/// The scanner of the configuration, if it names one (`CLAMD_ADDRESS`).
pub(super) fn open(config: &Config) -> Option<Arc<dyn Scanner>> {
    if config.clamd_address.is_empty() {
        return None;
    }
    Some(Arc::new(Clamd { address: config.clamd_address.clone(), patience: PATIENCE }))
}

#[async_trait]
impl Scanner for Clamd {
    async fn scan(&self, bytes: &[u8]) -> Result<Verdict, ScannerSilent> {
        let answer = match timeout(self.patience, ask(&self.address, bytes)).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => {
                tracing::warn!(%error, "the scanner cannot be reached");
                return Err(ScannerSilent);
            }
            Err(_) => {
                tracing::warn!("the scanner does not answer in time");
                return Err(ScannerSilent);
            }
        };
        verdict(&answer).ok_or_else(|| {
            tracing::warn!("the scanner's answer cannot be understood");
            ScannerSilent
        })
    }
}

/// Sends the file in pieces, each after its length; an empty piece is the end. Gives what comes back.
async fn ask(address: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE) {
        stream.write_u32(u32::try_from(piece.len()).unwrap_or(0)).await?;
        stream.write_all(piece).await?;
    }
    stream.write_u32(0).await?;
    stream.flush().await?;
    let mut answer = Vec::new();
    stream.take(ANSWER).read_to_end(&mut answer).await?;
    Ok(answer)
}

/// `stream: OK` or `stream: Name.Of.It FOUND`, whole to its NUL.
fn verdict(answer: &[u8]) -> Option<Verdict> {
    let said = std::str::from_utf8(answer.strip_suffix(b"\0")?).ok()?.strip_prefix("stream: ")?;
    if said == "OK" {
        return Some(Verdict::Clean);
    }
    said.strip_suffix(" FOUND").filter(|name| !name.is_empty()).map(|_| Verdict::Infected)
}

#[cfg(test)]
mod tests {
    use tokio::{net::TcpListener, task::JoinHandle};

    use super::*;

    /// A daemon for one file: reads it whole, answers as it is told, gives what it has read. With no answer it keeps the
    /// connection open and says nothing.
    async fn daemon(answer: Option<&'static [u8]>) -> (Clamd, JoinHandle<Vec<u8>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let reading = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut command = [0; 10];
            stream.read_exact(&mut command).await.unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            let mut file = Vec::new();
            loop {
                let length = stream.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut piece = vec![0; usize::try_from(length).unwrap()];
                stream.read_exact(&mut piece).await.unwrap();
                file.extend(piece);
            }
            match answer {
                Some(answer) => stream.write_all(answer).await.unwrap(),
                // Until the other side gives up.
                None => drop(stream.read_u8().await),
            }
            file
        });
        (Clamd { address, patience: Duration::from_secs(10) }, reading)
    }

    #[tokio::test]
    async fn a_file_arrives_whole_and_its_verdict_is_understood() {
        let file: Vec<u8> = (0..200_000_u32).map(|at| u8::try_from(at % 251).unwrap()).collect();
        for (answer, expected) in [
            (b"stream: OK\0".as_slice(), Ok(Verdict::Clean)),
            (b"stream: Eicar-Signature FOUND\0", Ok(Verdict::Infected)),
            (b"stream: OK FOUND\0", Ok(Verdict::Infected)),
            (b"INSTREAM size limit exceeded. ERROR\0", Err(ScannerSilent)),
            (b"stream: OK", Err(ScannerSilent)),
            (b"stream: OK\0stream: OK\0", Err(ScannerSilent)),
            (b"HTTP/1.1 400 Bad Request\r\n\r\n", Err(ScannerSilent)),
            (b"\xff\xfe\0", Err(ScannerSilent)),
            (b"", Err(ScannerSilent)),
        ] {
            let (clamd, daemon) = daemon(Some(answer)).await;
            assert_eq!(clamd.scan(&file).await, expected, "{answer:?}");
            assert!(daemon.await.unwrap() == file);
        }
    }

    #[tokio::test]
    async fn one_that_says_nothing_is_left() {
        let (clamd, daemon) = daemon(None).await;
        let clamd = Clamd { patience: Duration::from_millis(200), ..clamd };
        assert_eq!(clamd.scan(b"%PDF-1.7").await, Err(ScannerSilent));
        daemon.await.unwrap();
    }

    #[tokio::test]
    async fn one_that_hangs_up_or_talks_without_end_or_is_not_there_is_silent() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let clamd = Clamd { address, patience: Duration::from_secs(10) };
        let hang_up = async { drop(listener.accept().await.unwrap()) };
        let file = vec![7; 5_000_000];
        let (scanned, ()) = tokio::join!(clamd.scan(&file), hang_up);
        assert_eq!(scanned, Err(ScannerSilent));
        let babble = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            while stream.write_all(&[b'a'; 4096]).await.is_ok() {}
        };
        let (scanned, ()) = tokio::join!(clamd.scan(b"%PDF-1.7"), babble);
        assert_eq!(scanned, Err(ScannerSilent));
        drop(listener);
        assert_eq!(clamd.scan(b"%PDF-1.7").await, Err(ScannerSilent));
    }
}
