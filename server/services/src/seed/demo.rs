//! The demo house.

use std::fmt;

use domain::time::day_of;
use entity::{booking, place};
use rand::{SeedableRng, rngs::StdRng};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{bookings, cases, catalogue, content::Content, help, people, replies};
use crate::{Cx, Error, Result, Tx, error::is_duplicate, password};

/// The password of every demo member and of the demo staff.
pub const DEMO_PASSWORD: &str = "yueding-demo";

/// So that the same day gives the same house.
const SEED: u64 = 20_261_123;

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The demo data was there before; nothing was written now.
    pub already: bool,
    /// Hotels, venues and routes.
    pub places: usize,
    /// What they sell.
    pub offers: usize,
    /// Nights, slots and departures.
    pub slices: usize,
    /// Members.
    pub members: usize,
    /// Staff.
    pub staff: usize,
    /// Help articles.
    pub articles: usize,
    /// Prepared answers.
    pub replies: usize,
    /// Bookings.
    pub bookings: usize,
    /// Questions.
    pub cases: usize,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.already {
            return f.write_str("the demo data is there already; nothing was changed");
        }
        let Self { places, offers, slices, members, staff, articles, replies, bookings, cases, .. } = self;
        write!(
            f,
            "{places} places with {offers} offers and {slices} slices, {members} members, {staff} staff, \
             {articles} help articles, {replies} prepared answers, {bookings} bookings, {cases} inquiries"
        )
    }
}

/// Fills an empty house. On a house that has the demo data it does nothing and says so.
///
/// # Errors
/// [`Error::Internal`] when the database holds bookings or places of its own: demo data and real sales never mix.
pub async fn demo(cx: &Cx) -> Result<Summary> {
    let content = Content::read()?;
    let hash = password::hash(cx, DEMO_PASSWORD).await?;
    let now = cx.now();
    let tx = cx.begin().await?;
    if is_there(&tx, &content).await? {
        return Ok(there_already());
    }
    if booking::Entity::find().count(&*tx).await? + place::Entity::find().count(&*tx).await? > 0 {
        return Err(Error::Internal(
            "the database holds bookings or places of its own; demo data is only for an empty one".to_owned(),
        ));
    }
    let mut rng = StdRng::seed_from_u64(SEED);
    let sold = match catalogue::write(&tx, &content, day_of(now), &mut rng).await {
        // Another instance that started at the same moment was first.
        Err(Error::Database(err)) if is_duplicate(&err) => return Ok(there_already()),
        sold => sold?,
    };
    let known = people::write(&tx, &content.people, &hash, now).await?;
    let articles = help::write(&tx, &known, now).await?;
    let replies = replies::write(&tx, now).await?;
    tx.commit().await?;
    cx.assortment.forget();
    let bookings = bookings::place(cx, &content, &known).await?;
    let cases = cases::ask(cx, &content, &known).await?;
    Ok(Summary {
        already: false,
        places: sold.places,
        offers: sold.offers,
        slices: sold.slices,
        members: known.members.len(),
        staff: known.staff.len(),
        articles,
        replies,
        bookings,
        cases,
    })
}

fn there_already() -> Summary {
    Summary { already: true, ..Summary::default() }
}

/// Whether the demo's own places are there.
async fn is_there(tx: &Tx, content: &Content) -> Result<bool> {
    let slugs = content.places.iter().map(|place| place.slug.as_str());
    Ok(place::Entity::find().filter(place::Column::Slug.is_in(slugs)).count(&**tx).await? > 0)
}
