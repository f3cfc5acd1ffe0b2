//! A booking: confirmation right after booking, and its page ever after (B4, B19).

use domain::{
    booking::{Booking, Status},
    payment::Receipt,
};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, Countdown, LinkButton, Notice, PageTitle, Panel, Tag, Tone};

use super::{
    api::show,
    detail::BookingDetail,
    hold_island::HoldClock,
    status::{status_text, status_tone},
    steps::BookingSteps,
};
use crate::{
    ApiError, Viewer,
    change::{ChangeHistory, Kin, OpenNotice},
    frame::{Page, Refused},
    payment::{MoneyBlock, PayState, api::receipt},
    response,
};

/// `/bookings/{number}`
#[component]
pub fn BookingPage() -> impl IntoView {
    let number = Viewer::current().segment(1);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(number).await {
                    Ok((booking, receipt)) => view! { <Whole booking=booking receipt=receipt /> }.into_any(),
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

async fn load(number: String) -> Result<(Booking, Receipt), ApiError> {
    let (booking, receipt) = (show(number.clone()).await?, receipt(number.clone(), false).await?);
    // A change gave it another number: the old address leads to the new.
    if !booking.row.number.eq_ignore_ascii_case(&number) {
        response::go(&Viewer::current().to(&format!("/bookings/{}", booking.row.number)));
    }
    Ok((booking, receipt))
}

#[component]
fn Whole(booking: Booking, receipt: Receipt) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let row = booking.row.clone();
    let title = t!(script, "booking-title", number = row.number.clone());
    let fresh = viewer.param("new") == "1" && row.status == Status::Held;
    let heading = if fresh {
        view! {
            <BookingSteps current=3 />
            <Panel title=t!(script, "booked-title") number_label=t!(script, "booking-number") number=row.number.clone()>
                <p>{t!(script, "booked-keep")}</p>
            </Panel>
        }
        .into_any()
    } else {
        view! {
            <BackLink href=viewer.to("/bookings") label=t!(script, "nav-bookings") />
            <PageTitle title=title.clone() caption=format!("{} · {}", row.place, row.offer)>
                <Tag tone=status_tone(row.status)>{status_text(script, row.status)}</Tag>
            </PageTitle>
        }
        .into_any()
    };
    let print = viewer.to(&format!("/bookings/{}/print", row.number));
    let again = viewer.to(&format!("/offers/{}", booking.slug));
    let proof = viewer.to(&format!("/bookings/{}/terms", row.number));
    let lives = matches!(row.status, Status::Held | Status::Confirmed) && receipt.change.is_none();
    let minds = lives.then(|| {
        let at = |page: &str| viewer.to(&format!("/bookings/{}/{page}", row.number));
        view! {
            <LinkButton href=at("change") tone=Tone::Plain icon="swap">
                {t!(script, "to-change")}
            </LinkButton>
            <LinkButton href=at("cancel") tone=Tone::Plain>
                {t!(script, "to-cancel")}
            </LinkButton>
        }
    });
    let (kind, changes, events) = (row.kind, booking.changes.clone(), booking.events.clone());
    view! {
        <Page title=title>
            {heading}
            <State booking=booking.clone() receipt=receipt.clone() />
            <OpenNotice kind=kind receipt=receipt.clone() paying=false />
            <Kin whole=booking.divided_from.clone() parts=booking.parts.clone() />
            <div class="cluster no-print">
                {minds}
                <LinkButton href=print tone=Tone::Plain icon="print">
                    {t!(script, "to-print")}
                </LinkButton>
                <LinkButton href=again tone=Tone::Plain>
                    {t!(script, "book-again")}
                </LinkButton>
            </div>
            <MoneyBlock receipt=receipt />
            <ChangeHistory kind=kind changes=changes events=events />
            <BookingDetail booking=booking />
            <p class="no-print">
                <a href=proof>{t!(script, "terms-verify")}</a>
            </p>
        </Page>
    }
}

/// What the customer must know now.
#[component]
fn State(booking: Booking, receipt: Receipt) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    match (booking.row.status, booking.hold_until) {
        (Status::Expired, _) => view! { <PayState receipt=receipt booking=booking came_back=false /> }.into_any(),
        (Status::Held, _) if receipt.is_stuck() => {
            view! { <PayState receipt=receipt booking=booking came_back=false /> }.into_any()
        }
        (Status::Held, Some(until)) => {
            let (end, left) = (format::moment_full(script, until), receipt.hold_left.unwrap_or_default());
            view! {
                <Notice tone=Tone::Warn title=t!(script, "held-title")>
                    <p>{t!(script, "held-text", time = end.clone(), total = format::money(receipt.due.0))}</p>
                    <Countdown label=t!(script, "held-left")>
                        <HoldClock left=left fixed=end over=t!(script, "held-over") />
                    </Countdown>
                </Notice>
            }
            .into_any()
        }
        (Status::Cancelled, _) => view! { <PayState receipt=receipt booking=booking came_back=false /> }.into_any(),
        _ => view! {
            <Notice tone=Tone::Good title=t!(script, "confirmed-title")>
                <p>{t!(script, "confirmed-text")}</p>
            </Notice>
        }
        .into_any(),
    }
}
