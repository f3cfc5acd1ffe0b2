//! Questions at the desk: a queue with what was looked for, and what came of a deed for many.

use domain::case::{BulkForm, QueueQuery, Tab};

use super::Request;
use crate::{ApiError, booking::api::Next, form::query, inquiry::desk::api::QueueLook, words};

/// Name of the draft that keeps what came of a deed for many.
const DONE: &str = "case/bulk";

/// Most characters that are looked for.
const LONGEST: usize = 60;

impl Request {
    /// A queue as its page shows it.
    ///
    /// # Errors
    /// `sign-in`, `forbidden`, `draft-gone`.
    pub async fn queue(&self, tab: &str, page: &str, found: &str, done: &str) -> Result<QueueLook, ApiError> {
        let staff = self.staff()?;
        let tab = tab.parse().unwrap_or_default();
        let query = QueueQuery { tab, words: self.sought(found).await?, page: page.parse().unwrap_or(1) };
        let outcomes = match services::draft::load(&self.cx, &self.session()?, DONE, done).await {
            Ok(draft) => draft.fields,
            Err(_) => Default::default(),
        };
        let worded = |code: String| if code.is_empty() { code } else { words::coded(self.script, &code) };
        Ok(QueueLook {
            page: services::case::desk::queue(&self.cx, &staff, query).await?,
            alerts: services::case::desk::alerts(&self.cx, &staff).await?,
            done: outcomes.into_iter().map(|(number, code)| (number, worded(code))).collect(),
        })
    }

    /// Looks for questions.
    ///
    /// # Errors
    /// `sign-in`.
    pub async fn search_cases(&self, tab: &str, q: &str) -> Result<Next, ApiError> {
        self.staff()?;
        let words: String = q.trim().chars().filter(|ch| !ch.is_control()).take(LONGEST).collect();
        let found = self.seek(&words).await?;
        let tab: Tab = tab.parse().unwrap_or_default();
        let address = query::write([("tab", tab.to_string()), ("found", found.clone())]);
        Ok(self.to_queue(found, &address))
    }

    /// A deed for many.
    ///
    /// # Errors
    /// `sign-in`, `forbidden`, `invalid`.
    pub async fn bulk(&self, form: &BulkForm, tab: &str) -> Result<Next, ApiError> {
        let staff = self.staff()?;
        let (numbers, deed) = form.parse()?;
        let outcomes = services::case::desk::bulk(&self.cx, &staff, &numbers, deed).await?;
        let fields = outcomes.into_iter().map(|done| (done.number, done.code)).collect();
        let id = services::draft::save(&self.cx, &self.session()?, DONE, &fields, "", &[]).await?;
        let tab: Tab = tab.parse().unwrap_or_default();
        let address = query::write([("tab", tab.to_string()), ("done", id.clone())]);
        Ok(self.to_queue(id, &address))
    }

    fn to_queue(&self, id: String, address: &str) -> Next {
        let path = format!("/{}/desk/inquiries{address}", self.script);
        crate::response::go(&path);
        Next { id, path }
    }
}
