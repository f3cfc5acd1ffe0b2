//! The server's side of a request: what server functions find in their context. Host only.

mod ask;
mod calendar;
mod cases;
mod go;
mod look;

use std::sync::{Arc, Mutex, PoisonError};

use domain::{
    Fault, Fen, Kind, Rule,
    booking::{BookingForm, Order},
    payment::Way,
};
use i18n::Script;
use leptos::prelude::{expect_context, provide_context};
use services::{Asker, Cx, Member, Session, Staff};

pub(crate) use ask::{to_desk_inquiry, to_inquiry};
pub(crate) use calendar::{to_calendar, to_replies};
pub(crate) use go::{
    agreed, help_key, onward, policy_key, to_booking, to_change, to_desk_booking, to_help, to_policy, to_sample,
};

use crate::{
    ApiError, Viewer,
    booking::{self, api::Draft},
    desk,
    form::Typed,
};

/// What a request leaves for the layers around it.
#[derive(Debug, Default)]
struct Left {
    secret: Option<String>,
    refusal: Option<Rule>,
}

/// The slot through which a server function tells the layers of a new session or a refusal. The layers make it, put it
/// into the request's extensions and read it when the answer comes back.
#[derive(Clone, Debug, Default)]
pub struct Outcome(Arc<Mutex<Left>>);

impl Outcome {
    /// The session cookie must get this value; a blank one takes the cookie away.
    pub fn set_secret(&self, secret: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).secret = Some(secret);
    }

    /// The new value of the session cookie, if any.
    #[must_use]
    pub fn take_secret(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).secret.take()
    }

    /// The business refused.
    pub fn refuse(&self, rule: Rule) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).refusal = Some(rule);
    }

    /// Why the business refused, if it did.
    #[must_use]
    pub fn take_refusal(&self) -> Option<Rule> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).refusal.take()
    }
}

/// One request, as server functions see it.
#[derive(Clone)]
pub struct Request {
    /// Context of the services.
    pub cx: Cx,
    /// The customer, if he has a session.
    pub asker: Option<Asker>,
    /// The staff member, if signed in.
    pub staff: Option<Staff>,
    /// The reader's script: the prefix of the page, or of the page a form was sent from.
    pub script: Script,
    /// The client's address, for limits only.
    pub address: String,
    /// What the `Idempotency-Key` header comes to: different for every session and path.
    pub key: Option<String>,
    /// What the layers are told.
    pub outcome: Outcome,
}

/// Puts a request into the context of a page or a server function.
pub fn provide(request: Request, viewer: Viewer) {
    provide_context(request.script);
    provide_context(viewer);
    provide_context(request);
}

/// The request being answered.
#[must_use]
pub fn request() -> Request {
    expect_context()
}

impl Request {
    /// Whoever asks.
    ///
    /// # Errors
    /// [`Rule::SignIn`] when the browser has no session at all.
    pub fn asker(&self) -> Result<Asker, ApiError> {
        self.asker.clone().ok_or_else(|| Rule::SignIn.into())
    }

    /// The session, signed in or not.
    ///
    /// # Errors
    /// [`Rule::DraftGone`] when the browser has none, for instance because it refuses cookies.
    pub fn session(&self) -> Result<Session, ApiError> {
        self.asker.as_ref().map(|asker| asker.session().clone()).ok_or_else(|| Rule::DraftGone.into())
    }

    /// Who acts for a customer: he himself or, where a form of the desk says so, the staff member.
    ///
    /// # Errors
    /// [`Rule::Unknown`] when the browser has no session at all, [`Rule::SignIn`] when no staff member has signed in.
    pub fn actor(&self, desk: &str) -> Result<Asker, ApiError> {
        if desk.is_empty() {
            return self.asker.clone().ok_or_else(|| Rule::Unknown.into());
        }
        Ok(Asker::Staff(self.staff()?))
    }

    /// The member.
    ///
    /// # Errors
    /// [`Rule::SignIn`] when nobody has signed in.
    pub fn member(&self) -> Result<Member, ApiError> {
        match &self.asker {
            Some(Asker::Member(member)) => Ok(member.clone()),
            _ => Err(Rule::SignIn.into()),
        }
    }

    /// What a draft of the booking form orders, at the total and by the terms that the customer saw, to be paid the way he chose; a blank one is
    /// what the page proposes.
    ///
    /// # Errors
    /// `draft-gone`, or `invalid` when what was valid has lapsed since, such as a day that has passed.
    pub async fn order(&self, draft: &str, (agreed, terms): (&str, &str), way: &str) -> Result<Order, ApiError> {
        let draft = services::draft::load(&self.cx, &self.session()?, booking::api::FORM, draft).await?;
        let form: BookingForm = Typed { fields: draft.fields, refusal: None }.form();
        let offer = services::catalogue::offer(&self.cx, self.script, &form.slug).await?;
        let mut order = form.parse(&offer.limits, offer.needs_id, self.cx.today())?;
        order.agreed = agreed.parse().ok().map(Fen);
        order.terms = Some(terms.to_owned()).filter(|terms| !terms.is_empty());
        let online = services::payment::online(&self.cx);
        order.way = match way {
            "" if online => Way::Online,
            "" => Way::Counter,
            way => Way::chosen(way).ok_or_else(|| vec![Fault::new("way", "unknown")])?,
        };
        if order.way == Way::Online && !online {
            return Err(Rule::ProviderSilent.into());
        }
        Ok(order)
    }

    /// Cities (stay, venue) or stops (trip) to choose from: key and name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn choices(&self, kind: Kind) -> Result<Vec<(String, String)>, ApiError> {
        Ok(match kind {
            Kind::Trip => services::catalogue::stops(&self.cx, self.script).await?,
            Kind::Stay | Kind::Venue => services::catalogue::cities(&self.cx, self.script, kind).await?,
        })
    }

    /// What was checked and waits to be booked; see [`booking::api::draft`].
    ///
    /// # Errors
    /// `draft-gone`, or `invalid` when what was valid has lapsed since.
    pub async fn draft(&self, id: &str, retry: &str) -> Result<Draft, ApiError> {
        let (cx, script, session) = (&self.cx, self.script, self.session()?);
        let draft = services::draft::load(cx, &session, booking::api::FORM, id).await?;
        let contact: BookingForm = Typed { fields: draft.fields, refusal: None }.form();
        let offer = services::catalogue::offer(cx, script, &contact.slug).await?;
        let wish = contact.wish().parse(&offer.limits, cx.today())?;
        let quoted = services::catalogue::quote(cx, script, &contact.slug, &wish).await?;
        let refusal = services::draft::load(cx, &session, "booking/place", retry).await.ok();
        let online = services::payment::online(cx);
        let chosen = refusal.as_ref().and_then(|draft| Way::chosen(draft.fields.get("way")?));
        let way = chosen.filter(|way: &Way| online || way.is_offline());
        let way = way.unwrap_or(if online { Way::Online } else { Way::Counter });
        let refusal = refusal.and_then(|draft| serde_json::from_str::<Rule>(&draft.code).ok());
        let refusal = refusal.map(|rule| ApiError::worded(script, &rule));
        Ok(Draft { id: id.to_owned(), refusal, contact, offer, quoted, online, way })
    }

    /// Refuses early what cannot be had; the sale itself checks again.
    ///
    /// # Errors
    /// `full-…`, `closed`, `not-offered`.
    pub async fn available(&self, order: &Order) -> Result<(), ApiError> {
        let quoted = services::catalogue::quote(&self.cx, self.script, &order.slug, &order.wish).await?;
        quoted.shortage.map_or(Ok(()), |shortage| Err(Rule::Full(shortage).into()))
    }

    /// Keeps the words that the desk looks for; gives what they are kept under, blank for none.
    ///
    /// # Errors
    /// `draft-gone` when there is no session to keep them under.
    pub async fn seek(&self, words: &str) -> Result<String, ApiError> {
        if words.is_empty() {
            return Ok(String::new());
        }
        let kept = [("q".to_owned(), words.to_owned())].into();
        Ok(services::draft::save(&self.cx, &self.session()?, desk::api::SEARCH, &kept, "", &[]).await?)
    }

    /// The words that the desk looks for; blank for none.
    ///
    /// # Errors
    /// `draft-gone` when they have lapsed or belong to another session.
    pub async fn sought(&self, found: &str) -> Result<String, ApiError> {
        if found.is_empty() {
            return Ok(String::new());
        }
        let draft = services::draft::load(&self.cx, &self.session()?, desk::api::SEARCH, found).await?;
        Ok(draft.fields.get("q").cloned().unwrap_or_default())
    }

    /// The staff member.
    ///
    /// # Errors
    /// [`Rule::SignIn`] when no staff member has signed in.
    pub fn staff(&self) -> Result<Staff, ApiError> {
        self.staff.clone().ok_or_else(|| Rule::SignIn.into())
    }
}

impl From<services::Error> for ApiError {
    fn from(error: services::Error) -> Self {
        match error {
            services::Error::Refused(rule) => rule.into(),
            fault => {
                tracing::error!(%fault, "a service failed");
                Self::internal()
            }
        }
    }
}
