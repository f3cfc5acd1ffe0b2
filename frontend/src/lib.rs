//! The browser's entry: wakes the islands that the server rendered. Knows no page and no rule.

// Named so that the linker keeps the islands, which only JavaScript calls.
use app as _;

/// Called once by the loader that `HydrationScripts` writes into each page with an island.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
