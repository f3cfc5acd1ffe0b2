//! Receives the parts of a form, one after the other.

use axum::body::Body;
use domain::{
    Rule,
    upload::{FileFault, MOST_BYTES, MOST_FILES},
};
use multer::{Field, Multipart};
use services::{Cx, Error, Session, upload};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::{
    form::{Form, Text},
    sips::{Choked, Sips, Unread},
};
use crate::refusal::{self, Refusal};

/// A form with more parts is none of ours, however many files were chosen.
const PARTS: usize = 2_000;

/// Takes a form's parts as they come.
pub(super) struct Receiver<'a> {
    cx: &'a Cx,
    session: &'a Session,
    address: &'a str,
    turns: &'a Semaphore,
    /// Taken with the first piece of a file: a form without files waits for nobody.
    turn: Option<SemaphorePermit<'a>>,
    form: Form,
    unread: Unread,
    /// The scanner was silent: it is not asked about every other file too.
    silent: bool,
}

impl<'a> Receiver<'a> {
    /// For a visitor; so many receive files at a time as there are turns.
    pub(super) fn new(cx: &'a Cx, session: &'a Session, address: &'a str, turns: &'a Semaphore) -> Self {
        let (form, unread) = (Form::default(), Unread::default());
        Self { cx, session, address, turns, turn: None, form, unread, silent: false }
    }

    /// Everything that comes, to the end.
    pub(super) async fn receive(mut self, body: Body, boundary: String) -> Result<Form, Refusal> {
        let mut parts = Multipart::new(Sips::of(body, &self.unread), boundary);
        let mut count = 0;
        while let Some(part) = parts.next_field().await.map_err(|error| broken(&error))? {
            self.unread.forget();
            count += 1;
            if count > PARTS {
                return Err(Refusal::TOO_LARGE);
            }
            // Also without a name: it is what a browser sends for a field where no file was chosen.
            if part.file_name().is_some() {
                self.file(part).await?;
            } else {
                self.text(part).await?;
            }
        }
        Ok(self.form)
    }

    async fn text(&mut self, mut part: Field<'_>) -> Result<(), Refusal> {
        let name = part.name().unwrap_or_default().to_owned();
        let mut text = Text::default();
        while let Some(piece) = self.piece(&mut part).await? {
            text.take(&piece);
        }
        self.form.text(name, text)
    }

    async fn file(&mut self, mut part: Field<'_>) -> Result<(), Refusal> {
        self.form.file_comes(part.name().unwrap_or_default());
        let name = part.file_name().unwrap_or_default().to_owned();
        let wanted = self.form.count() < MOST_FILES && !self.silent;
        let (mut bytes, mut size) = (Vec::new(), 0);
        while let Some(piece) = self.piece(&mut part).await? {
            if self.turn.is_none() && !piece.is_empty() {
                self.turn = Some(self.turns.acquire().await.map_err(|_| Refusal::BUSY)?);
            }
            size += piece.len();
            if wanted && size <= MOST_BYTES {
                bytes.extend_from_slice(&piece);
            } else {
                bytes = Vec::new();
            }
        }
        if size == 0 && name.is_empty() || self.silent {
            return Ok(());
        }
        let fault = match size {
            0 => FileFault::EmptyFile,
            _ if !wanted => FileFault::TooMany,
            1..=MOST_BYTES => return self.keep(&name, bytes).await,
            _ => FileFault::TooLarge,
        };
        self.form.wrong(fault);
        Ok(())
    }

    async fn keep(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Refusal> {
        match upload::keep(self.cx, self.session, self.address, name, bytes).await {
            Ok(id) => self.form.kept(id),
            Err(Error::Refused(rule)) => {
                let fault = fault(&rule);
                self.silent |= fault == FileFault::ScannerSilent;
                self.form.wrong(fault);
            }
            Err(error) => return Err(refusal::of_service(&error)),
        }
        Ok(())
    }

    async fn piece(&self, part: &mut Field<'_>) -> Result<Option<axum::body::Bytes>, Refusal> {
        let piece = part.chunk().await.map_err(|error| broken(&error))?;
        self.unread.forget();
        Ok(piece)
    }
}

/// What was wrong with a file; anything but a fault of its own means that it may be sent again later.
fn fault(rule: &Rule) -> FileFault {
    let said = match rule {
        Rule::Invalid(faults) => faults.first().and_then(|fault| fault.code.parse().ok()),
        _ => None,
    };
    said.unwrap_or(FileFault::NotKept)
}

/// No browser sends such a form, or it has hung up.
fn broken(error: &multer::Error) -> Refusal {
    match error {
        multer::Error::StreamReadFailed(cause) => match cause.downcast_ref() {
            Some(Choked::TooMuch) => Refusal::TOO_LARGE,
            Some(Choked::Lost) | None => Refusal::BAD_REQUEST,
        },
        _ => Refusal::BAD_REQUEST,
    }
}
