//! Giving a booking up (B11): what is kept and what goes back now, until when that holds, and the button that does it.

use domain::{
    Fen,
    booking::Booking,
    change::{CancelQuote, FreeMove},
    time::to_micros,
    voucher::{VoucherOffer, last_day},
};
use i18n::{format, t, text};
use leptos::prelude::*;
use ui::{
    BackLink, Button, CheckField, Countdown, Curve, Hidden, LinkButton, Notice, PageTitle, Section, SummaryList,
    SummaryRow, TextArea, Tone,
};

use super::{
    api::{cancel_quote, free_move},
    free_move::FreeMoveLink,
    side::{Side, Why},
    since::{SEEN, Since},
};
use crate::{
    ApiError, Viewer,
    booking::HoldClock,
    catalogue::curve_steps,
    desk::instead,
    form::{Refusal, Typed, retried},
    frame::Page,
};

/// `/bookings/{number}/cancel` and `/desk/bookings/{number}/cancel`
#[component]
pub fn CancelPage() -> impl IntoView {
    let viewer = Viewer::current();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(&viewer).await {
                    Ok(loaded) => view! { <Whole loaded=loaded /> }.into_any(),
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

/// A booking that may be given up.
struct Loaded {
    booking: Booking,
    /// What that would do, or why it cannot be done.
    quote: Result<CancelQuote, ApiError>,
    free_move: Option<FreeMove>,
    typed: Typed,
}

async fn load(viewer: &Viewer) -> Result<Loaded, ApiError> {
    let side = Side::of(viewer);
    let (number, desk) = (side.number(viewer), side.flag().to_owned());
    let booking = side.booking(number.clone()).await?;
    let typed = retried(viewer, "change/cancel").await?;
    let free_move = free_move(number.clone(), desk.clone()).await?;
    match cancel_quote(number, desk).await {
        Err(error) if error.code == "internal" => Err(error),
        quote => Ok(Loaded { booking, quote, free_move, typed }),
    }
}

#[component]
fn Whole(loaded: Loaded) -> impl IntoView {
    let Loaded { booking, quote, free_move, typed } = loaded;
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let number = booking.row.number.clone();
    let title = t!(script, "cancel-title");
    let change = side.page(&viewer, &number, "/change");
    let now = booking.clone();
    let why = if side == Side::Desk { "desk-why" } else { "cancel-why" };
    let (caption, starts) = (
        format!("{} · {} · {number}", booking.row.place, booking.row.offer),
        format::moment_full(script, booking.row.starts),
    );
    // Who would lose nothing needs no free move.
    let loses = !quote.as_ref().is_ok_and(|quote| quote.fee <= Fen::ZERO);
    let moved = number.clone();
    let urgent = free_move.filter(|_| loses).map(|free| {
        view! {
            <Notice tone=Tone::Info title=t!(script, "free-move-urgent")>
                <FreeMoveLink number=moved free_move=Some(free) />
            </Notice>
        }
    });
    let body = match quote {
        Ok(quote) => view! { <Asking booking=booking quote=quote typed=typed.clone() /> }.into_any(),
        Err(error) => {
            let phone = t!(script, "footer-phone");
            view! {
                <Notice tone=Tone::Warn title=t!(script, "cancel-impossible")>
                    <p>{error.message}</p>
                    <p>{t!(script, "cancel-ask", phone = phone)}</p>
                    {side.asks(error.code)}
                </Notice>
            }
            .into_any()
        }
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=side.page(&viewer, &number, "") label=t!(script, "back-to-booking") />
            <Refusal typed=typed.clone() fields=[("why", why)] />
            <Since typed=typed booking=now />
            <PageTitle title=title caption=caption lede=t!(script, "cancel-lede", time = starts) />
            {urgent}
            {body}
            <p class="no-print">
                <LinkButton href=change tone=Tone::Plain>
                    {t!(script, "cancel-or-change")}
                </LinkButton>
            </p>
        </Page>
    }
}

#[component]
fn Asking(booking: Booking, quote: CancelQuote, typed: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let number = booking.row.number;
    let mut rows = vec![SummaryRow::text(t!(script, "quote-total"), format::money(quote.total.0))];
    if quote.fee > Fen::ZERO {
        rows.push(SummaryRow::text(t!(script, "cancel-fee"), format::money(quote.fee.0)));
    }
    rows.push(SummaryRow::text(t!(script, "cancel-refund"), format::money(quote.refund.0)));
    if quote.due > Fen::ZERO {
        rows.push(SummaryRow::text(t!(script, "cancel-due"), format::money(quote.due.0)));
    }
    if let Some(promised) = quote.promised {
        rows.push(SummaryRow::text(t!(script, "cancel-promised"), format::moment(script, promised)));
    }
    let steps = curve_steps(script, &quote.curve);
    let curve = (!steps.is_empty()).then(|| {
        view! {
            <Section title=t!(script, "terms-title")>
                <Curve
                    steps=steps
                    caption=t!(script, "curve-caption", time = format::moment(script, booking.row.starts))
                    now=t!(script, "curve-now")
                />
            </Section>
        }
    });
    let (version, refund) = (quote.version.to_string(), quote.refund.0.to_string());
    let voucher = quote.voucher.clone().map(|offer| view! { <VoucherChoice offer=offer typed=typed.clone() /> });
    let seen = to_micros(quote.at).to_string();
    let why = match side {
        Side::Desk => view! { <Why typed=typed /> }.into_any(),
        Side::Customer => view! {
            <TextArea
                name="why"
                label=t!(script, "cancel-why")
                note=t!(script, "optional")
                value=typed.value("why")
                fault=typed.fault("why")
                rows=2
            />
        }
        .into_any(),
    };
    let go = t!(script, "cancel-go", total = format::money(quote.refund.0));
    let free = quote.curve.is_empty().then(|| view! { <p>{t!(script, "cancel-unpaid")}</p> });
    view! {
        <Section title=t!(script, "cancel-now")>
            <SummaryList rows=rows />
            {free}
            <NextStep quote=quote />
        </Section>
        {curve}
        <form class="stack card" method="post" action="/api/change/cancel" novalidate>
            <Hidden name="number" value=number.clone() />
            <Hidden name="version" value=version />
            <Hidden name="refund" value=refund />
            <Hidden name="desk" value=side.flag() />
            <Hidden name=SEEN value=seen />
            <Hidden name="back" value=side.page(&viewer, &number, "/cancel") />
            {why}
            {voucher}
            <Button tone=Tone::Bad>{go}</Button>
        </form>
    }
}

/// The voucher that may be had instead of losing the fee.
#[component]
fn VoucherChoice(offer: VoucherOffer, typed: Typed) -> impl IntoView {
    let script = Viewer::current().script;
    let how = text(script, &format!("voucher-kind-{}", offer.kind));
    let until = format::day(script, last_day(offer.expires));
    view! {
        <Hidden name="worth" value=offer.worth.0.to_string() />
        <CheckField
            name="voucher"
            label=t!(script, "cancel-voucher", total = format::money(offer.worth.0))
            value="on"
            checked=typed.fields.is_empty() || !typed.value("voucher").is_empty()
            hint=t!(script, "cancel-voucher-note", day = until, how = how)
        />
    }
}

/// Until when the amount holds, counting in the hand; the page is shown anew when it is over.
#[component]
fn NextStep(quote: CancelQuote) -> impl IntoView {
    let script = Viewer::current().script;
    quote.step_until.zip(quote.next_refund).map(|(until, next)| {
        let end = format::moment_full(script, until);
        let then = format::money(next.0);
        view! {
            <Countdown label=t!(script, "cancel-step")>
                <HoldClock left=quote.step_left.unwrap_or_default() fixed=end over=t!(script, "cancel-step-over") />
            </Countdown>
            <p class="muted">{t!(script, "cancel-then", total = then)}</p>
        }
    })
}
