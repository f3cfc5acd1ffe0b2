//! What every page knows of its reader, provided by the server for each request.

use i18n::Script;
use leptos::prelude::use_context;

/// The reader and the address he asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// The script of the page.
    pub script: Script,
    /// The path without the script's prefix, such as `/stays`; `/` for the home page.
    pub path: String,
    /// The query without `?`, as it came.
    pub query: String,
    /// The site's address, such as `https://yueding.example`, without a slash at its end.
    pub origin: String,
    /// The stylesheet's address, with the hash of its content.
    pub stylesheet: String,
    /// A member is signed in.
    pub member: bool,
    /// So many notices in the member's inbox are unread.
    pub unread: u64,
    /// A staff member is signed in.
    pub staff: bool,
}

impl Viewer {
    /// The reader of the page that is being rendered.
    #[must_use]
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// The address of a page in the reader's script: `to("/stays")` is `/zh-hans/stays`.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.script.prefix())
    }

    /// The address of this very page in a script.
    #[must_use]
    pub fn here(&self, script: Script) -> String {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        format!("/{}{}{query}", script.prefix(), self.path)
    }

    /// The page has an island, so that the browser needs the WASM; no other page makes it fetch that.
    #[must_use]
    pub fn has_island(&self) -> bool {
        let segments: Vec<&str> = self.path.split('/').skip(1).collect();
        match segments.as_slice() {
            ["offers", _] | ["bookings", _, "pay" | "change" | "cancel"] => true,
            ["bookings", number] => *number != "find",
            ["inquiries", number] => *number != "find",
            ["desk", "inquiries"] => true,
            ["desk", "inquiries", page] => !matches!(*page, "calendar" | "replies"),
            _ => false,
        }
    }

    /// A segment of the path, from 0: of `/offers/lake-room`, 1 is `lake-room`. Blank if there is none.
    #[must_use]
    pub fn segment(&self, index: usize) -> String {
        self.path.split('/').skip(1).nth(index).unwrap_or_default().to_owned()
    }

    /// Number of the booking whose page this is; blank if it is none.
    #[must_use]
    pub fn booking(&self) -> String {
        let number = (self.segment(0) == "bookings").then(|| self.segment(1).parse::<domain::booking::Number>());
        number.and_then(Result::ok).map(|number| number.to_string()).unwrap_or_default()
    }

    /// The first value of a parameter of the query, decoded; blank if absent.
    #[must_use]
    pub fn param(&self, name: &str) -> String {
        self.params(name).into_iter().next().unwrap_or_default()
    }

    /// All values of a parameter of the query, decoded.
    #[must_use]
    pub fn params(&self, name: &str) -> Vec<String> {
        crate::form::query::pairs(&self.query)
            .into_iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_with_an_island_fetch_the_wasm() {
        let has = |path: &str| Viewer { path: path.to_owned(), ..Viewer::default() }.has_island();
        for path in [
            "/offers/lake-room",
            "/bookings/YS-7K3M-92QF",
            "/bookings/YS-7K3M-92QF/pay",
            "/bookings/YS-7K3M-92QF/change",
            "/bookings/YS-7K3M-92QF/cancel",
            "/inquiries/new",
            "/inquiries/YZ-7K3M-92QF",
            "/desk/inquiries",
            "/desk/inquiries/board",
            "/desk/inquiries/YZ-7K3M-92QF",
        ] {
            assert!(has(path), "{path}");
        }
        for path in [
            "/",
            "/bookings",
            "/bookings/find",
            "/bookings/YS-7K3M-92QF/receipt",
            "/inquiries",
            "/inquiries/find",
            "/desk/bookings/YS-7K3M-92QF",
            "/desk/inquiries/calendar",
        ] {
            assert!(!has(path), "{path}");
        }
    }
}
