//! A calendar file with the date of the service. The same booking is the same entry, however often its file comes
//! and whatever number it has by then.

use domain::time::from_micros;
use i18n::t;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use super::{
    Tale,
    booking::BookingTale,
    words::{address, line},
};

/// The file.
pub(super) fn file(story: &BookingTale) -> String {
    let (script, booking, place) = (story.script, &story.booking, &story.place);
    let number = &booking.number;
    let uid = format!("{}@{}", story.first, host(&story.origin));
    let name = line(place.name().get(script));
    let at = format!("{name}, {}", address(place.city_name().get(script), place.address().get(script)));
    let event = Event::with_uid(&uid)
        .summary(&story.what())
        .location(&at)
        .description(&format!("{} {number}\n{}", t!(script, "booking-number"), story.link()))
        .timestamp(from_micros(story.since))
        .starts(from_micros(booking.starts_at))
        .ends(from_micros(booking.ends_at))
        .status(if story.is_withdrawn() { EventStatus::Cancelled } else { EventStatus::Confirmed })
        // Mail programs put a later version in the place of an earlier one.
        .sequence(u32::try_from(booking.version).unwrap_or_default())
        .done();
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", "-//Yueding//Bookings//ZH"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property(Property::new(key, value));
    }
    calendar.push(event);
    calendar.to_string()
}

/// The host of an address: what the entry's name is unique in.
fn host(origin: &str) -> &str {
    let host = origin.split_once("://").map_or(origin, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    if host.is_empty() { "yueding.invalid" } else { host }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_of_an_address_has_neither_scheme_nor_port() {
        assert_eq!(host("https://yueding.example"), "yueding.example");
        assert_eq!(host("http://127.0.0.1:3000"), "127.0.0.1");
        assert_eq!(host(""), "yueding.invalid");
    }
}
