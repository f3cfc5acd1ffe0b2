//! What can be told from markup without a browser.

use std::collections::BTreeMap;

/// Attributes that a strict content policy refuses.
pub(crate) fn policy_breaches(html: &str) -> Vec<String> {
    [" style=", " onclick=", " onchange=", " oninput=", " onsubmit=", "javascript:", "<style", "src=\"data:"]
        .into_iter()
        .filter(|sign| html.contains(sign))
        .map(str::to_owned)
        .collect()
}

/// Ids given twice, and ids pointed to that nothing has.
pub(crate) fn loose_ends(html: &str) -> Vec<String> {
    let mut ids = BTreeMap::<&str, u32>::new();
    for id in after_each(html, " id=\"") {
        *ids.entry(id).or_default() += 1;
    }
    let twice = ids.iter().filter(|(_, times)| **times > 1).map(|(id, _)| format!("twice: {id}"));
    let pointers = [" for=\"", " aria-describedby=\"", " aria-labelledby=\"", " href=\"#"];
    let lost = pointers
        .into_iter()
        .flat_map(|pointer| after_each(html, pointer))
        .flat_map(str::split_whitespace)
        .filter(|id| !ids.contains_key(id))
        .map(|id| format!("lost: {id}"));
    twice.chain(lost).collect()
}

/// What stands between each `sign` and the next quotation mark.
pub(crate) fn after_each<'a>(html: &'a str, sign: &'a str) -> Vec<&'a str> {
    html.split(sign).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
