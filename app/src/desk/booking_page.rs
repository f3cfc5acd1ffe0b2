//! A booking as the desk sees it: whole, contacts masked where the role has no need of them, its money on top.

use domain::{
    booking::{Booking, Status},
    desk::{Permission, Role},
};
use i18n::t;
use leptos::prelude::*;
use ui::{BackLink, LinkButton, PageTitle, Tag, Tone};

use super::{
    api::{booking, me, money},
    day::dial,
    money_block::DeskMoney,
};
use crate::{
    ApiError, Viewer,
    booking::{BookingDetail, status_text, status_tone},
    change::{ChangeHistory, Kin, OpenNotice},
    form::{Typed, retried},
    frame::{Page, Refused},
    membership::SignInNeeded,
};

/// The forms of the page; a refusal may come from each of them.
const FORMS: [&str; 7] = [
    "change/undo",
    "desk/record-payment",
    "desk/pay-out",
    "desk/retry-refund",
    "desk/check-refund",
    "desk/release-refund",
    "desk/send-back-refund",
];

/// `/desk/bookings/{number}`
#[component]
pub fn DeskBookingPage() -> impl IntoView {
    let number = Viewer::current().segment(2);
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load(number).await {
                    Ok((role, booking, money)) => {
                        let kind = booking.row.kind;
                        view! { <Whole role=role booking=booking>{money.map(|(money, form, typed)| {
                            view! {
                                <OpenNotice kind=kind receipt=money.clone() paying=false />
                                <DeskMoney role=role receipt=money form=form typed=typed />
                            }
                        })}</Whole> }.into_any()
                    }
                    Err(error) if error.code == "sign-in" => {
                        view! { <SignInNeeded error=error at="/desk" /> }.into_any()
                    }
                    Err(error) => view! { <Refused error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The booking's money with the form that came back, if one did.
type Money = (domain::payment::Receipt, &'static str, Typed);

async fn load(number: String) -> Result<(Role, Booking, Option<Money>), ApiError> {
    let (role, booking) = (me().await?.role, booking(number.clone()).await?);
    if !role.may(Permission::SeeMoney) {
        return Ok((role, booking, None));
    }
    let money = money(number).await?;
    for form in FORMS {
        let typed = retried(&Viewer::current(), form).await?;
        if typed.refusal.is_some() {
            return Ok((role, booking, Some((money, form, typed))));
        }
    }
    Ok((role, booking, Some((money, "", Typed::default()))))
}

#[component]
fn Whole(role: Role, booking: Booking, children: Children) -> impl IntoView {
    let viewer = Viewer::current();
    let script = viewer.script;
    let row = booking.row.clone();
    let title = t!(script, "desk-booking", number = row.number.clone());
    let day = domain::time::day_of(row.starts);
    let lives = matches!(row.status, Status::Held | Status::Confirmed);
    let acts = (lives && role.may(Permission::ChangeBookings)).then(|| {
        let at = |page: &str| viewer.to(&format!("/desk/bookings/{}/{page}", row.number));
        view! {
            <LinkButton href=at("change") tone=Tone::Plain>
                {t!(script, "to-change")}
            </LinkButton>
            <LinkButton href=at("cancel") tone=Tone::Plain>
                {t!(script, "to-cancel")}
            </LinkButton>
        }
    });
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
                {acts}
            </PageTitle>
            {children()}
            <Kin whole=booking.divided_from.clone() parts=booking.parts.clone() />
            <ChangeHistory kind=row.kind changes=booking.changes.clone() events=booking.events.clone() />
            <BookingDetail booking=booking />
        </Page>
    }
}
