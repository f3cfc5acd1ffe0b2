//! Reads of the catalogue; open to everybody.

#![allow(missing_docs, reason = "the macro turns documented arguments into undocumented fields")]

use domain::{
    Kind,
    catalogue::{DayCell, OfferPage, PlaceCard, Quoted, Search, SearchForm, SearchPage, SlotHit, WishForm},
};
use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use crate::{ApiError, form::Typed};

/// Places to start from, and the choices of the search forms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Front {
    /// Recommended places.
    pub places: Vec<PlaceCard>,
    /// Cities (stay, venue) or stops (trip) to choose from: key and name.
    pub choices: Vec<(String, String)>,
    /// What a search without a word looks for.
    pub usual: SearchForm,
}

/// The answer to a search, with the search as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What was looked for, blanks filled in.
    pub search: Search,
    /// What there is.
    pub page: SearchPage,
}

/// The short answer to a wish, in words, for the island beside the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glance {
    /// It can be had.
    pub free: bool,
    /// The total, such as `¥1,280`; blank when the wish is not understood.
    pub total: String,
    /// What to know: how many are left, or why it cannot be had.
    pub note: String,
}

impl Glance {
    /// There is nothing to say: nothing was asked.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.total.is_empty() && self.note.is_empty()
    }
}

/// The home page's content, with the search form of a kind.
///
/// # Errors
/// When the database fails.
#[server(name = FrontCall, endpoint = "catalogue/front", input = GetUrl)]
pub async fn front(kind: Kind) -> Result<Front, ApiError> {
    let request = crate::server::request();
    let usual = SearchForm::default().parse(kind, request.cx.today())?;
    Ok(Front {
        places: services::catalogue::featured(&request.cx, request.script).await?,
        choices: request.choices(kind).await?,
        usual: SearchForm::from(&usual),
    })
}

/// What the search form of a kind offers to choose from, cities or stops: key and name.
///
/// # Errors
/// When the database fails.
#[server(endpoint = "catalogue/choices", input = GetUrl)]
pub async fn choices(kind: Kind) -> Result<Vec<(String, String)>, ApiError> {
    crate::server::request().choices(kind).await
}

/// What is free and what it costs (B1).
///
/// # Errors
/// `invalid` with a message at each field of the search.
#[server(name = SearchCall, endpoint = "catalogue/search", input = GetUrl)]
pub async fn search(kind: Kind, #[server(flatten)] form: SearchForm) -> Result<Found, ApiError> {
    let request = crate::server::request();
    let search = form.parse(kind, request.cx.today())?;
    let page = services::catalogue::search(&request.cx, request.script, &search).await?;
    Ok(Found { search, page })
}

/// An offer as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// What it is.
    pub offer: OfferPage,
    /// The wish as typed, blanks filled in, with what was wrong with it.
    pub typed: Typed,
    /// Slots or departures of the day.
    pub slots: Vec<SlotHit>,
    /// The answer to the wish, if it was understood and something was chosen.
    pub quoted: Option<Quoted>,
    /// The availability of a month.
    pub days: Vec<DayCell>,
}

/// An offer, its availability in a month (`YYYY-MM`; blank for the wish's), and the answer to a wish.
///
/// # Errors
/// `unknown` when there is none of that name. A faulty wish is no error: the page shows what is wrong with it.
#[server(name = LookCall, endpoint = "catalogue/look", input = GetUrl)]
pub async fn look(
    #[server(default)] slug: String,
    #[server(default)] month: String,
    #[server(flatten)] form: WishForm,
) -> Result<Look, ApiError> {
    let request = crate::server::request();
    request.look(&slug, &month, &form).await
}

/// Price and availability of a wish, and what else is free if it is not.
///
/// # Errors
/// `invalid` with a message at each field of the wish.
#[server(endpoint = "catalogue/quote", input = GetUrl)]
pub async fn quote(slug: String, #[server(flatten)] form: WishForm) -> Result<Quoted, ApiError> {
    let request = crate::server::request();
    let offer = services::catalogue::offer(&request.cx, request.script, &slug).await?;
    let wish = form.or_usual(&offer.limits, request.cx.today()).parse(&offer.limits, request.cx.today())?;
    Ok(services::catalogue::quote(&request.cx, request.script, &slug, &wish).await?)
}

/// The short answer to a wish, for the island; faults are part of the answer.
///
/// # Errors
/// When the database fails.
#[server(name = GlanceCall, endpoint = "catalogue/glance", input = GetUrl)]
pub async fn glance(slug: String, #[server(flatten)] form: WishForm) -> Result<Glance, ApiError> {
    let request = crate::server::request();
    let offer = services::catalogue::offer(&request.cx, request.script, &slug).await?;
    let wish = form.parse(&offer.limits, request.cx.today()).map_err(domain::Rule::Invalid);
    let quoted = match wish {
        Ok(wish) => services::catalogue::quote(&request.cx, request.script, &slug, &wish).await,
        Err(rule) => Err(rule.into()),
    };
    match quoted {
        Ok(quoted) => Ok(super::quote::glance(request.script, &quoted)),
        Err(services::Error::Refused(rule)) => {
            Ok(super::quote::refused(Some(&ApiError::worded(request.script, &rule))))
        }
        Err(fault) => Err(fault.into()),
    }
}
