//! The staff's side (A1): roles and the queues' views.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::booking::BookingRow;

/// A staff member's role (A1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 预订专员: takes and changes bookings.
    Agent,
    /// 确认: gets the supplier's word.
    Confirmation,
    /// 客服: answers inquiries and complaints.
    Service,
    /// 主管: decides and checks.
    Supervisor,
    /// 财务: money in and out.
    Finance,
    /// 行政: prizes and purchases.
    Administration,
    /// 总经理: approves.
    Manager,
    /// System administration.
    Admin,
}

/// The query of the bookings page, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DayForm {
    /// The day, `YYYY-MM-DD`; blank for today.
    pub day: String,
    /// Number, name or phone; searched over all days when not blank.
    pub q: String,
    /// A kind or blank.
    pub kind: String,
    /// Page from 1.
    pub page: String,
}

/// Bookings whose service touches a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPage {
    /// The day.
    pub day: NaiveDate,
    /// Rows of this page.
    pub rows: Vec<BookingRow>,
    /// Rows in all.
    pub total: u32,
    /// This page.
    pub page: u32,
    /// Pages in all, at least 1.
    pub pages: u32,
    /// Arrivals (stay), parties (venue), passengers (trip) of that day.
    pub counts: [u32; 3],
}

/// Who of the staff is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffCard {
    /// Sign-in name.
    pub login: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
}
