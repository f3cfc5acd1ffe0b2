//! A booking as the desk sees it: whole, contacts masked where the role has no need of them.

use domain::booking::Booking;
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, LinkButton, PageTitle, Tag, Tone};

use super::{api::booking, day::dial};
use crate::{
    Viewer,
    booking::{BookingDetail, status_text, status_tone},
    frame::{Page, Refused},
    membership::SignInNeeded,
};

/// `/desk/bookings/{number}`
#[component]
pub fn DeskBookingPage() -> impl IntoView {
    let number = Viewer::current().segment(2);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match booking(number).await {
                    Ok(booking) => view! { <Whole booking=booking /> }.into_any(),
                    Err(error) if error.code == "sign-in" => {
                        view! { <SignInNeeded error=error at="/desk" /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Whole(booking: Booking) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let row = booking.row.clone();
    let title = t!(script, "desk-booking", number = row.number);
    let day = domain::time::day_of(row.starts);
    view! {
        <Page title=title.clone()>
            <BackLink href=viewer.to(&format!("/desk?day={day}")) label=t!(script, "desk-back") />
            <PageTitle title=title caption=format!("{} · {}", row.place, row.offer)>
                <Tag tone=status_tone(row.status)>{status_text(script, row.status)}</Tag>
                {dial(&row.phone)
                    .map(|href| {
                        view! {
                            <LinkButton href=href tone=Tone::Plain icon="phone">
                                {t!(script, "desk-call")}
                            </LinkButton>
                        }
                    })}
            </PageTitle>
            <BookingDetail booking=booking />
        </Page>
    }
}
