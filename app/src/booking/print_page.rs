//! The confirmation to print (B4): number, service, price, terms, on one sheet.

use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, PageTitle, Tag};

use super::{
    api::show,
    detail::BookingDetail,
    status::{status_text, status_tone},
};
use crate::{
    Viewer,
    frame::{Refused, Sheet},
};

/// `/bookings/{number}/print`
#[component]
pub fn PrintPage() -> impl IntoView {
    let viewer = Viewer::current();
    let number = viewer.segment(1);
    view! {
        <Suspense>
            {Suspend::new(async move {
                let viewer = Viewer::current();
                let script = viewer.script;
                match show(number).await {
                    Ok(booking) => {
                        let row = booking.row.clone();
                        let title = t!(script, "booking-title", number = row.number.clone());
                        view! {
                            <Sheet title=title.clone()>
                                <p class="no-print">
                                    <BackLink
                                        href=viewer.to(&format!("/bookings/{}", row.number))
                                        label=t!(script, "back-to-booking")
                                    />
                                </p>
                                <PageTitle title=title caption=t!(script, "site-name")>
                                    <Tag tone=status_tone(row.status)>{status_text(script, row.status)}</Tag>
                                </PageTitle>
                                <p class="muted">
                                    {t!(script, "placed-at", time = format::moment_full(script, booking.placed))}
                                </p>
                                <BookingDetail booking=booking />
                            </Sheet>
                        }
                            .into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}
