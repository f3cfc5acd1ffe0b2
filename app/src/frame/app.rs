//! The routes.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use super::missing::missing_page;
use crate::{
    booking, catalogue, change, desk, figure, help, inquiry, inquiry_desk, invoice, membership, notice, payment, policy,
};

/// Every page, under `/zh-hans` and `/zh-hant`; the server has made sure that the first segment is one of them or that
/// the page is the one that says that there is nothing.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=missing_page>
                <Route path=path!("/:script") view=catalogue::HomePage ssr=SsrMode::Async />
                <Route path=path!("/:script/stays") view=catalogue::StaysPage ssr=SsrMode::Async />
                <Route path=path!("/:script/venues") view=catalogue::VenuesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/trips") view=catalogue::TripsPage ssr=SsrMode::Async />
                <Route path=path!("/:script/offers/:slug") view=catalogue::OfferPage ssr=SsrMode::Async />
                <Route path=path!("/:script/book/:slug") view=booking::BookPage ssr=SsrMode::Async />
                <Route path=path!("/:script/book/:slug/check") view=booking::CheckPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings") view=booking::BookingsPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/find") view=booking::FindPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number") view=booking::BookingPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/print") view=booking::PrintPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/change") view=change::ChangePage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/divide") view=change::DividePage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/cancel") view=change::CancelPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/terms") view=booking::TermsPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/pay") view=payment::PayPage ssr=SsrMode::Async />
                <Route path=path!("/:script/bookings/:number/receipt") view=payment::ReceiptPage ssr=SsrMode::Async />
                <Route path=path!("/:script/login") view=membership::LoginPage ssr=SsrMode::Async />
                <Route path=path!("/:script/register") view=membership::RegisterPage ssr=SsrMode::Async />
                <Route path=path!("/:script/account") view=membership::AccountPage ssr=SsrMode::Async />
                <Route path=path!("/:script/account/notices") view=notice::InboxPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/payments") view=desk::PaymentsPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/invoices") view=invoice::InvoicesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/policies") view=policy::PoliciesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/policies/:id") view=policy::PolicyPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/help") view=help::HelpListPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/help/:id") view=help::HelpEditPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/notices") view=desk::NoticesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/jobs") view=desk::JobsPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk") view=desk::DeskPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/bookings/:number") view=desk::DeskBookingPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/bookings/:number/change") view=change::ChangePage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/bookings/:number/divide") view=change::DividePage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/bookings/:number/cancel") view=change::CancelPage ssr=SsrMode::Async />
                <Route path=path!("/:script/inquiries") view=inquiry::InquiriesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/inquiries/new") view=inquiry::AskPage ssr=SsrMode::Async />
                <Route path=path!("/:script/inquiries/new/check") view=inquiry::CheckAskPage ssr=SsrMode::Async />
                <Route path=path!("/:script/inquiries/find") view=inquiry::FindInquiryPage ssr=SsrMode::Async />
                <Route path=path!("/:script/inquiries/:number") view=inquiry::InquiryPage ssr=SsrMode::Async />
                <Route path=path!("/:script/rate/:token") view=inquiry::RatePage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/inquiries") view=inquiry::desk::QueuePage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/inquiries/board") view=inquiry_desk::BoardPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/inquiries/calendar") view=inquiry_desk::CalendarPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/inquiries/replies") view=inquiry_desk::RepliesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/inquiries/:number") view=inquiry::desk::DeskInquiryPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/inquiries/:number/slip") view=inquiry_desk::SlipPage ssr=SsrMode::Async />
                <Route path=path!("/:script/help") view=help::HelpPage ssr=SsrMode::Async />
                <Route path=path!("/:script/help/:slug") view=help::ArticlePage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/figures") view=figure::FiguresPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/figures/samples") view=figure::SamplesPage ssr=SsrMode::Async />
                <Route path=path!("/:script/desk/figures/samples/:id") view=figure::SamplePage ssr=SsrMode::Async />
                <Route path=path!("/:script/privacy") view=membership::PrivacyPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
