//! Who need not reach customers sees their contacts masked (A1).

use domain::{
    booking::{Booking, BookingRow},
    contact::{Email, Phone},
    desk::Permission,
};

use crate::Staff;

/// The row as this staff member may see it.
pub(crate) fn row(staff: &Staff, mut row: BookingRow) -> BookingRow {
    if !staff.role.may(Permission::SeeContacts) {
        row.phone = row.phone.parse::<Phone>().map(|phone| phone.masked()).unwrap_or_default();
    }
    row
}

/// The booking as this staff member may see it.
pub(super) fn booking(staff: &Staff, mut booking: Booking) -> Booking {
    booking.row = row(staff, booking.row);
    if !staff.role.may(Permission::SeeContacts) {
        booking.email = booking.email.parse::<Email>().map(|email| email.masked()).unwrap_or_default();
    }
    booking
}
