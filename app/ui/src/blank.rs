//! Blank strings stand for absent ones.

/// `None` for a blank string, so that its attribute or element is left out.
pub(crate) fn given(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

/// The classes in one attribute, blank ones left out.
pub(crate) fn classes<const N: usize>(names: [&str; N]) -> String {
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    names.join(" ")
}
