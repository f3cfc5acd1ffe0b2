//! Changing a booking (B10, B12): what is wanted instead, what that costs and why, and the button that does it. The customer does it on
//! his own page, or staff for him at the desk.

use domain::{booking::Status, payment::Receipt};
use i18n::{format, t};
use leptos::prelude::*;
use ui::{BackLink, Notice, PageTitle, Tone};

use super::{
    api::{ChangeLook, FREE, look},
    change_form::{Details, WishedFor},
    free_move::FreeMoveLink,
    kin::Apart,
    open_change::OpenNotice,
    quote::{QuoteCard, glance},
    side::Side,
    since::Since,
};
use crate::{
    ApiError, Viewer,
    catalogue::{alternatives, wish_labels, wish_of},
    desk::instead,
    form::{Refusal, Typed, query, retried},
    frame::Page,
};

/// The forms of the page; a refusal may come from each of them.
const FORMS: [&str; 3] = ["change/commit", "change/undo", "change/details"];

/// `/bookings/{number}/change` and `/desk/bookings/{number}/change`
#[component]
pub fn ChangePage() -> impl IntoView {
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

struct Loaded {
    look: ChangeLook,
    receipt: Receipt,
    /// A refused form, and which.
    refused: (&'static str, Typed),
}

async fn load(viewer: &Viewer) -> Result<Loaded, ApiError> {
    let side = Side::of(viewer);
    let number = side.number(viewer);
    let (slug, free, desk) = (viewer.param("slug"), viewer.param("free"), side.flag().to_owned());
    let look = look(number.clone(), slug, free, desk, wish_of(viewer)).await?;
    let receipt = side.receipt(number).await?;
    for form in FORMS {
        let typed = retried(viewer, form).await?;
        if typed.refusal.is_some() {
            return Ok(Loaded { look, receipt, refused: (form, typed) });
        }
    }
    Ok(Loaded { look, receipt, refused: ("", Typed::default()) })
}

#[component]
fn Whole(loaded: Loaded) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let Loaded { look, receipt, refused: (form, refused) } = loaded;
    let (number, kind) = (look.booking.row.number.clone(), look.booking.row.kind);
    let (details_typed, other) =
        if form == "change/details" { (refused, Typed::default()) } else { (Typed::default(), refused) };
    let title = t!(script, "change-title");
    let labels = [
        ("arrival", "contact-arrival"),
        ("remarks", "contact-remarks"),
        ("preferences", "contact-preferences"),
        ("why", "change-details-why"),
    ];
    let refusals = view! {
        <Refusal typed=other.clone() fields=[("id_number", "contact-id"), ("why", "desk-why")] />
        <Since typed=other.clone() booking=look.booking.clone() />
        <Refusal typed=details_typed.clone() fields=labels />
    };
    let caption = format!("{} · {} · {number}", look.booking.row.place, look.booking.row.offer);
    let details = look.over.is_none().then(|| {
        view! { <Details kind=kind typed=details_typed said=look.details.clone() /> }
    });
    let cancel = (look.over.is_none() && look.open.is_none()).then(|| {
        view! {
            <p>
                <a href=side.page(&viewer, &number, "/cancel")>{t!(script, "change-to-cancel")}</a>
            </p>
        }
    });
    let apart = (look.over.is_none() && look.open.is_none()).then(|| view! { <Apart booking=look.booking.clone() /> });
    let body = if let Some(over) = look.over.clone() {
        view! {
            <Notice tone=Tone::Plain>
                <p>{over.message}</p>
                {side.asks(over.code)}
            </Notice>
        }
        .into_any()
    } else if look.open.is_some() {
        view! { <OpenNotice kind=kind receipt=receipt paying=false refused=other /> }.into_any()
    } else {
        view! { <Wishing look=look refused=other /> }.into_any()
    };
    view! {
        <Page title=title.clone()>
            <BackLink href=side.page(&viewer, &number, "") label=t!(script, "back-to-booking") />
            {refusals}
            <PageTitle title=title caption=caption />
            {apart}
            {body}
            {details}
            {cancel}
        </Page>
    }
}

/// What is wanted instead, and the answer to it.
#[component]
fn Wishing(look: ChangeLook, refused: Typed) -> impl IntoView {
    let viewer = Viewer::current();
    let (script, side) = (viewer.script, Side::of(&viewer));
    let start = glance(script, &look);
    let ChangeLook { booking, offers, offer, typed, slots, quoted, movable, free, free_move, .. } = look;
    let (number, kind) = (booking.row.number.clone(), booking.row.kind);
    let until = format::moment_full(script, booking.change_until);
    let late = number.clone();
    let last = free_move.as_ref().filter(|_| free).map(|free| format::day(script, free.last));
    let usual = side.page(&viewer, &number, "/change");
    let notice = if let Some(last) = last {
        view! {
            <Notice tone=Tone::Info title=t!(script, "free-move-title")>
                <p>{t!(script, "free-move-text", day = last)}</p>
                <p>
                    <a href=usual>{t!(script, "free-move-usual")}</a>
                </p>
            </Notice>
        }
        .into_any()
    } else if movable {
        view! { <p class="lede">{t!(script, "change-until", time = until)}</p> }.into_any()
    } else {
        let phone = t!(script, "footer-phone");
        view! {
            <Notice tone=Tone::Warn title=t!(script, "change-late-title")>
                <p>{t!(script, "change-late-text", time = until, phone = phone)}</p>
                <FreeMoveLink number=late free_move=free_move />
                {side.asks("too-late".to_owned())}
            </Notice>
        }
        .into_any()
    };
    let others = quoted.as_ref().map(|quoted| alternatives(&viewer, &quoted.alternatives)).unwrap_or_default();
    let others = others.into_iter().map(|mut item| {
        // The same address, but for the page: a change, not a new booking.
        item.href = to_change(&viewer, &number, &item.href, free);
        item
    });
    let others: Vec<_> = others.collect();
    let others =
        (!others.is_empty()).then(|| view! { <ui::Alternatives title=t!(script, "alternatives") items=others /> });
    let back = side.page(&viewer, &number, &format!("/change{}", asked(&viewer)));
    let paid = booking.row.status == Status::Confirmed;
    let answer = quoted.map(|quote| {
        view! { <QuoteCard number=number kind=kind quote=quote paid=paid back=back refused=refused /> }
    });
    let labels: Vec<_> = [("slug", "change-offer")].into_iter().chain(wish_labels(kind)).collect();
    let refusal = view! { <Refusal typed=typed.clone() fields=labels /> };
    view! {
        {notice}
        {refusal}
        <div class="columns">
            <div class="columns__main stack">
                <WishedFor booking=booking offers=offers offer=offer typed=typed slots=slots start=start free=free />
            </div>
            <div class="columns__aside stack">{answer} {others}</div>
        </div>
    }
}

/// The query that carries the wish, without an earlier refusal.
pub(super) fn asked(viewer: &Viewer) -> String {
    let pairs = query::pairs(&viewer.query);
    query::write(pairs.iter().filter(|(name, _)| name != "retry").map(|(name, value)| (name.as_str(), value.clone())))
}

/// An offer's address with a wish, as the address of a change to it.
fn to_change(viewer: &Viewer, number: &str, offer: &str, free: bool) -> String {
    let (path, wish) = offer.split_once('?').unwrap_or((offer, ""));
    let slug = path.rsplit('/').next().unwrap_or_default();
    let free = if free { format!("&free={FREE}") } else { String::new() };
    Side::of(viewer).page(viewer, number, &format!("/change?slug={slug}&{wish}{free}"))
}
