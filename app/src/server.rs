//! The server's side of a request: what server functions find in their context. Host only.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use domain::{
    Fault, Fen, Kind, Rule,
    booking::{BookingForm, Number, Order, Status},
    catalogue::WishForm,
    change::Asked,
    payment::Way,
    policy::PolicyForm,
};
use i18n::Script;
use leptos::prelude::{expect_context, provide_context};
use services::{Asker, Cx, Member, Session, Staff};

use crate::{
    ApiError, Viewer,
    booking::{
        self,
        api::{Draft, Next},
    },
    catalogue::api::Look,
    change::api::ChangeLook,
    desk,
    form::{Typed, as_pairs},
    policy::api::PolicyLook,
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

    /// An offer as its page shows it; see [`catalogue::api::look`].
    ///
    /// # Errors
    /// `unknown`.
    pub async fn look(&self, slug: &str, month: &str, typed: &WishForm) -> Result<Look, ApiError> {
        let (cx, script, today) = (&self.cx, self.script, self.cx.today());
        let offer = services::catalogue::offer(cx, script, slug).await?;
        let mut form = typed.or_usual(&offer.limits, today);
        let understood = form.parse(&offer.limits, today);
        let day = form.day.parse().ok().filter(|day| *day >= today).unwrap_or(today);
        let heads = form.heads.parse().unwrap_or(offer.limits.least).clamp(1, offer.limits.most.max(1));
        let slots = services::catalogue::slots(cx, script, slug, day, heads).await?;
        // Nobody has chosen a time yet: the first that is free is proposed, and its lack is no fault.
        let understood = match understood {
            Err(faults) if typed.at.is_empty() && faults.iter().all(|fault| fault.field == "at") => {
                form.at =
                    slots.iter().find(|slot| slot.shortage.is_none()).map(|slot| hhmm(slot.at)).unwrap_or_default();
                form.parse(&offer.limits, today)
            }
            other => other,
        };
        let first = month_start(month).unwrap_or(day).max(today).with_day(1).unwrap_or(day);
        let units = understood.as_ref().map_or(offer.limits.least.max(1), |wish| wish.units);
        let days = u32::from(first.num_days_in_month());
        let days = services::catalogue::calendar(cx, script, slug, first, days, units).await?;
        let (quoted, refusal) = match understood {
            Ok(wish) => match services::catalogue::quote(cx, script, slug, &wish).await {
                Ok(quoted) => (Some(quoted), None),
                Err(services::Error::Refused(rule)) => (None, Some(rule)),
                Err(fault) => return Err(fault.into()),
            },
            Err(faults) if typed.at.is_empty() && faults.iter().all(|fault| fault.field == "at") => (None, None),
            Err(faults) => (None, Some(Rule::Invalid(faults))),
        };
        let refusal = refusal.map(|rule| ApiError::worded(script, &rule));
        Ok(Look { offer, typed: Typed { fields: as_pairs(&form), refusal }, slots, quoted, days })
    }

    /// A booking with what it may become; see [`change::api::look`].
    ///
    /// # Errors
    /// `unknown`.
    pub async fn change(
        &self,
        asker: &Asker,
        number: &str,
        slug: &str,
        typed: &WishForm,
        free: bool,
    ) -> Result<ChangeLook, ApiError> {
        let (cx, script) = (&self.cx, self.script);
        let number: Number = number.parse().map_err(|_| Rule::Unknown)?;
        let booking = services::booking::show(cx, asker, script, &number).await?;
        let booked = services::change::booked(cx, asker, &number).await?;
        let asks = !slug.is_empty() || *typed != WishForm::default();
        let slug = if slug.is_empty() { &booked.slug } else { slug };
        let offer = services::catalogue::offer(cx, script, slug).await?;
        let form = if asks { typed.clone() } else { WishForm::from(&booked.wish) };
        // What has begun may still be shortened, so that its own first day is no fault.
        let understood = form.parse(&offer.limits, cx.today().min(booked.wish.day));
        let day = form.day.parse().unwrap_or(booked.wish.day);
        let slots = services::catalogue::slots(cx, script, slug, day, booked.wish.heads).await?;
        let open = services::payment::receipt(cx, asker, script, &number).await?.change;
        let (quoted, refusal) = match understood {
            Ok(wish) if asks && open.is_none() => {
                let asked = Asked { slug: slug.to_owned(), wish, free };
                match services::change::quote(cx, asker, script, &number, &asked).await {
                    Ok(quoted) => (Some(quoted), None),
                    Err(services::Error::Refused(rule)) => (None, Some(rule)),
                    Err(fault) => return Err(fault.into()),
                }
            }
            Err(faults) if asks => (None, Some(Rule::Invalid(faults))),
            Ok(_) | Err(_) => (None, None),
        };
        let refusal = refusal.map(|rule| ApiError::worded(script, &rule));
        let stands = matches!(booking.row.status, Status::Held | Status::Confirmed);
        Ok(ChangeLook {
            details: services::change::details(cx, asker, &number).await?,
            offers: services::change::offers(cx, asker, script, &number).await?,
            typed: Typed { fields: as_pairs(&form), refusal },
            movable: stands && cx.now() <= booking.change_until,
            free_move: services::change::free_move(cx, asker, script, &number).await?,
            free,
            over: !stands || booking.row.ends <= cx.now(),
            booking,
            offer,
            slots,
            quoted,
            open,
        })
    }

    /// A policy with what was typed for its next version; see [`policy::api::look`].
    ///
    /// # Errors
    /// `sign-in`, `forbidden`, `unknown`.
    pub async fn policy(&self, id: &str, form: PolicyForm) -> Result<PolicyLook, ApiError> {
        let (staff, today) = (self.staff()?, self.cx.today());
        let id = id.parse().map_err(|_| Rule::Unknown)?;
        let show = |proposal| services::policy::show(&self.cx, &staff, self.script, id, proposal);
        if form.value("from").is_empty() && form.value("version").is_empty() {
            let page = show(None).await?;
            let newest = page.versions.first().map(|version| version.terms.clone());
            let mut form = PolicyForm::of(&newest.ok_or(Rule::Unknown)?, today + Days::new(1));
            form.0.insert("version".to_owned(), String::new());
            return Ok(PolicyLook { page, typed: Typed { fields: form.0, refusal: None } });
        }
        let (proposal, refusal) = match form.parse(today) {
            Ok(proposal) => (Some(proposal), None),
            Err(faults) => (None, Some(ApiError::worded(self.script, &Rule::Invalid(faults)))),
        };
        Ok(PolicyLook { page: show(proposal.as_ref()).await?, typed: Typed { fields: form.0, refusal } })
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

/// The desk's page of a booking, where its staff go on.
pub(crate) fn to_desk_booking(request: &Request, number: &str) -> Next {
    let path = format!("/{}/desk/bookings/{number}", request.script);
    crate::response::go(&path);
    Next { id: number.to_owned(), path }
}

/// A page of a booking of the asker's, where he goes on.
pub(crate) fn to_booking(request: &Request, number: &Number, page: &str) -> Next {
    let path = format!("/{}/bookings/{number}{page}", request.script);
    crate::response::go(&path);
    Next { id: number.to_string(), path }
}

/// The key of a policy and how many versions it had, as a form says them.
///
/// # Errors
/// [`Rule::Unknown`], [`Rule::Changed`] when it says nothing of the kind.
pub(crate) fn policy_key(id: &str, count: &str) -> Result<(i64, u32), Rule> {
    Ok((id.parse().map_err(|_| Rule::Unknown)?, count.parse().map_err(|_| Rule::Changed)?))
}

/// The page of a policy.
pub(crate) fn to_policy(request: &Request, id: i64) -> Next {
    let path = format!("/{}/desk/policies/{id}", request.script);
    crate::response::go(&path);
    Next { id: id.to_string(), path }
}

/// Where whoever acted for a customer goes on: the customer to a page of his booking, staff to the desk's.
pub(crate) fn onward(request: &Request, actor: &Asker, number: &Number, page: &str) -> Next {
    match actor {
        Asker::Staff(_) => to_desk_booking(request, number.as_str()),
        Asker::Guest(_) | Asker::Member(_) => to_booking(request, number, page),
    }
}

/// What a customer was shown before he gave a booking up, as his form says it.
///
/// # Errors
/// [`Rule::Changed`] when it says nothing of the kind.
pub(crate) fn agreed(version: &str, refund: &str, worth: Option<&String>) -> Result<services::booking::Agreed, Rule> {
    let version = version.parse().map_err(|_| Rule::Changed)?;
    let refund = refund.parse().map(Fen).map_err(|_| Rule::Changed)?;
    let voucher = worth.map(|worth| worth.parse().map(Fen)).transpose().map_err(|_| Rule::Changed)?;
    Ok(services::booking::Agreed { version, refund, voucher })
}

/// The first day of a month given as `YYYY-MM`.
fn month_start(month: &str) -> Option<NaiveDate> {
    format!("{month}-01").parse().ok()
}

fn hhmm(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}
