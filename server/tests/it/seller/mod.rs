//! What the demo house sells, for tests that book: `filled_in(&house, "王芳").await` is the booking form of a free seat.

use chrono::Days;
use serde_json::Value;

use crate::support::House;

/// A form's fields as they are sent.
pub(crate) type Fields = Vec<(&'static str, String)>;

/// The booking form for one seat in a departure of the next days, all of it filled in.
pub(crate) async fn filled_in(house: &House, name: &str) -> Fields {
    for ahead in 3..9 {
        let day = (house.site.cx.today() + Days::new(ahead)).to_string();
        let found = house.guest().read(&format!("/api/catalogue/search?kind=trip&day={day}&heads=1")).await;
        let Some((slug, at)) = free(&found.json(), "") else { continue };
        let given = [
            ("slug", slug.as_str()),
            ("day", &day),
            ("at", &at),
            ("nights", ""),
            ("rooms", ""),
            ("heads", "1"),
            ("extras", ""),
            ("name", name),
            ("phone", "13812345678"),
            ("email", "wang.fang@example.com"),
            ("id_number", "11010519491231002X"),
            ("arrival", ""),
            ("remarks", "对花生过敏"),
            ("preferences", "靠窗"),
        ];
        return given.map(|(name, value)| (name, value.to_owned())).to_vec();
    }
    panic!("no free seat in the demo");
}

/// The same with some fields as somebody else would write them.
pub(crate) fn with<'a>(fields: &'a Fields, changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let value = |name: &str| changed.iter().find(|(field, _)| *field == name).map(|(_, value)| *value);
    fields.iter().map(|(name, kept)| (*name, value(name).unwrap_or(kept))).collect()
}

/// The first slot with free units, and the slug of its offer.
fn free(value: &Value, slug: &str) -> Option<(String, String)> {
    match value {
        Value::Object(fields) => {
            let slug = fields.get("slug").and_then(Value::as_str).unwrap_or(slug);
            let mut slots = fields.get("slots").and_then(Value::as_array).into_iter().flatten();
            let slot = slots.find(|slot| slot["free"].as_u64() > Some(1) && slot["shortage"].is_null());
            let at = slot.and_then(|slot| slot["at"].as_str()).map(|at| at.chars().take(5).collect());
            at.map(|at| (slug.to_owned(), at)).or_else(|| fields.values().find_map(|field| free(field, slug)))
        }
        Value::Array(items) => items.iter().find_map(|item| free(item, slug)),
        _ => None,
    }
}
