//! What the larger pages show: an offer, a booking with what it may become, a policy. Each takes what was typed as it is, and says what is
//! wrong with it.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use domain::{
    Rule,
    booking::{Number, Status},
    catalogue::WishForm,
    change::{Asked, DivideForm},
    help::{HelpHome, HelpSearch},
    policy::PolicyForm,
};
use services::{Asker, change::Standing};

use super::Request;
use crate::{
    ApiError,
    catalogue::api::Look,
    change::api::{ChangeLook, DivideLook},
    form::{Typed, as_pairs},
    policy::api::PolicyLook,
};

impl Request {
    /// An offer as its page shows it; see [`crate::catalogue::api::look`].
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

    /// A booking with what it may become; see [`crate::change::api::look`].
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
        let Standing { booked, details, open, over } = services::change::standing(cx, asker, script, &number).await?;
        let asks = !slug.is_empty() || *typed != WishForm::default();
        let slug = if slug.is_empty() { &booked.slug } else { slug };
        let form = if asks { typed.clone() } else { WishForm::from(&booked.wish) };
        let wish = async {
            let day = form.day.parse().unwrap_or(booked.wish.day);
            let (offer, slots) = services::change::wanted(cx, script, &booked, slug, day).await?;
            // What has begun may still be shortened, so that its own first day is no fault.
            let understood = form.parse(&offer.limits, cx.today().min(booked.wish.day));
            let (quoted, refusal) = match understood {
                Ok(wish) if asks && open.is_none() => {
                    let asked = Asked { slug: slug.to_owned(), wish, free };
                    match services::change::quote(cx, asker, script, &number, &asked).await {
                        Ok(quoted) => (Some(quoted), None),
                        Err(services::Error::Refused(rule)) => (None, Some(rule)),
                        Err(fault) => return Err(fault),
                    }
                }
                Err(faults) if asks => (None, Some(Rule::Invalid(faults))),
                Ok(_) | Err(_) => (None, None),
            };
            Ok((offer, slots, quoted, refusal))
        };
        // None of these needs another; together they take as long as the longest.
        let (booking, (offer, slots, quoted, refusal), offers, free_move) = tokio::try_join!(
            services::booking::show(cx, asker, script, &number),
            wish,
            services::change::offers(cx, asker, script, &number, slug),
            services::change::free_move(cx, asker, script, &number),
        )?;
        let refusal = refusal.map(|rule| ApiError::worded(script, &rule));
        let stands = matches!(booking.row.status, Status::Held | Status::Confirmed);
        Ok(ChangeLook {
            details,
            offers,
            typed: Typed { fields: as_pairs(&form), refusal },
            movable: stands && cx.now() <= booking.change_until,
            free_move,
            free,
            over: over.map(|rule| ApiError::worded(script, &rule)),
            booking,
            offer,
            slots,
            quoted,
            open,
        })
    }

    /// A booking with how it may be divided; see [`crate::change::api::divisible`].
    ///
    /// # Errors
    /// `unknown`.
    pub async fn division(&self, asker: &Asker, form: &DivideForm) -> Result<DivideLook, ApiError> {
        let (cx, script) = (&self.cx, self.script);
        let number: Number = form.number.parse().map_err(|_| Rule::Unknown)?;
        let booking = services::booking::show(cx, asker, script, &number).await?;
        let now = services::change::divisible(cx, asker, &number).await?;
        let (halves, fault) = if now.refusal.is_none() && form.asks() {
            match services::change::proposed(cx, asker, form).await {
                Ok(halves) => (Some(halves), None),
                Err(services::Error::Refused(rule)) => (None, Some(rule)),
                Err(fault) => return Err(fault.into()),
            }
        } else {
            (None, None)
        };
        let worded = |rule: Rule| ApiError::worded(script, &rule);
        let typed = Typed { fields: as_pairs(form), refusal: fault.map(worded) };
        let refusal = now.refusal.map(worded);
        Ok(DivideLook {
            booking,
            limits: now.limits,
            typed,
            halves,
            invoiced: now.invoiced,
            version: now.version,
            refusal,
            at: now.at,
        })
    }

    /// The first page of help; see [`crate::help::api::search`].
    ///
    /// # Errors
    /// `invalid`.
    pub async fn help(&self, form: &HelpSearch) -> Result<HelpHome, ApiError> {
        let wanted = form.parse()?;
        let hits = services::help::search(&self.cx, self.script, &wanted.q).await?;
        let topic = wanted.topic.filter(|_| wanted.q.is_empty());
        let topics = match hits.as_slice() {
            [] => services::help::home(&self.cx, self.script, topic).await?,
            _ => Vec::new(),
        };
        Ok(HelpHome { q: wanted.q, topic, hits, topics })
    }

    /// A policy with what was typed for its next version; see [`crate::policy::api::look`].
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
}

/// The first day of a month given as `YYYY-MM`.
fn month_start(month: &str) -> Option<NaiveDate> {
    format!("{month}-01").parse().ok()
}

fn hhmm(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}
