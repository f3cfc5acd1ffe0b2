//! Who of the staff may do what.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::case::Department;

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

/// Something that not everybody of the staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See who comes when, with contacts masked.
    SeeBookings,
    /// See phone numbers and addresses whole: only who has to reach customers.
    SeeContacts,
    /// Change and give up a booking for a customer who asks for it (B10, B11).
    ChangeBookings,
    /// See what is due, stuck and going back.
    SeeMoney,
    /// Record that money came at the counter or by transfer.
    TakeMoney,
    /// Resolve a stuck payment, pay out or retry a refund.
    SettleMoney,
    /// Say that what goes back to a customer, or was collected, is right (A4).
    CheckMoney,
    /// Let it go, or take it over, once somebody else has said so.
    ReleaseMoney,
    /// Issue invoices.
    IssueInvoices,
    /// Write help articles (C10).
    EditHelp,
    /// Let customers see them, now or on a day, and take them back.
    PublishHelp,
    /// See the terms of sale with their versions, and publish new ones.
    EditPolicies,
    /// See the jobs and the notices that could not be delivered, and send them again.
    SeeWorks,
    /// Answer what customers ask (C4).
    AnswerCases,
    /// Write prepared answers.
    EditReplies,
    /// See how promises are kept, and change what is promised and when work is done (C6).
    SuperviseCases,
    /// See how well questions are answered (C11).
    SeeFigures,
    /// Add staff, change their roles, shut them out.
    ManageStaff,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::Agent,
        Self::Confirmation,
        Self::Service,
        Self::Supervisor,
        Self::Finance,
        Self::Administration,
        Self::Manager,
        Self::Admin,
    ];

    /// The word for it in the database and in message ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Confirmation => "confirmation",
            Self::Service => "service",
            Self::Supervisor => "supervisor",
            Self::Finance => "finance",
            Self::Administration => "administration",
            Self::Manager => "manager",
            Self::Admin => "admin",
        }
    }

    /// The department that somebody of that role works in unless it is said otherwise.
    #[must_use]
    pub const fn department(self) -> Department {
        match self {
            Self::Agent | Self::Confirmation => Department::Booking,
            Self::Finance => Department::Finance,
            Self::Administration => Department::Office,
            Self::Service | Self::Supervisor | Self::Manager | Self::Admin => Department::Service,
        }
    }

    /// Whether the role may do it.
    #[must_use]
    pub const fn may(self, permission: Permission) -> bool {
        match permission {
            Permission::SeeBookings => true,
            Permission::SeeContacts => {
                matches!(self, Self::Agent | Self::Confirmation | Self::Service | Self::Supervisor | Self::Manager)
            }
            Permission::ChangeBookings => matches!(self, Self::Agent | Self::Service | Self::Supervisor),
            Permission::SeeMoney => {
                matches!(self, Self::Agent | Self::Service | Self::Supervisor | Self::Finance | Self::Manager)
            }
            Permission::TakeMoney => matches!(self, Self::Agent | Self::Supervisor | Self::Finance),
            Permission::SettleMoney => matches!(self, Self::Supervisor | Self::Finance),
            Permission::CheckMoney => matches!(self, Self::Supervisor | Self::Manager),
            Permission::ReleaseMoney => matches!(self, Self::Finance),
            Permission::IssueInvoices => matches!(self, Self::Finance),
            Permission::EditHelp => {
                matches!(self, Self::Service | Self::Supervisor | Self::Administration | Self::Manager)
            }
            Permission::PublishHelp => matches!(self, Self::Supervisor | Self::Manager),
            Permission::EditPolicies => matches!(self, Self::Supervisor | Self::Manager),
            Permission::SeeWorks => matches!(self, Self::Supervisor | Self::Manager | Self::Admin),
            Permission::AnswerCases => !matches!(self, Self::Admin),
            Permission::EditReplies => matches!(self, Self::Service | Self::Supervisor | Self::Manager),
            Permission::SuperviseCases => matches!(self, Self::Supervisor | Self::Manager),
            Permission::SeeFigures => {
                matches!(self, Self::Service | Self::Supervisor | Self::Administration | Self::Manager)
            }
            Permission::ManageStaff => matches!(self, Self::Admin),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or_else(|| format!("no role {text:?}"))
    }
}
