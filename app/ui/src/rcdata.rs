//! Text inside `<textarea>` and `<title>`, which the framework writes as it is.

/// Text that stays text there: character references are read, but no tag can close the element. (leptos' renderer, in
/// tachys 0.2, leaves the children of these elements unescaped.)
#[must_use]
pub fn rcdata(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::rcdata;

    #[test]
    fn nothing_typed_closes_the_element() {
        assert_eq!(rcdata("</textarea><script>&lt;"), "&lt;/textarea>&lt;script>&amp;lt;");
    }
}
