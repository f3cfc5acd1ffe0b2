//! Styles, scripts and pictures as cargo-leptos has built them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use tower_http::services::{ServeDir, ServeFile};

use crate::Site;

/// First segments that are never a file of the assets.
const TAKEN: [&str; 8] = ["api", "files", "healthz", "readyz", "metrics", "robots.txt", "zh-hans", "zh-hant"];

/// The hashes cargo-leptos has put into the names of the built files; it writes them next to the program.
#[must_use]
pub fn hashes() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    fs::read_to_string(program.parent()?.join("hash.txt")).ok()
}

/// The stylesheet's address.
#[must_use]
pub fn stylesheet(hashes: Option<&str>) -> String {
    let hash = hashes.and_then(|hashes| hashes.lines().find_map(|line| line.strip_prefix("css:")));
    hash.map_or_else(|| "/pkg/yueding.css".to_owned(), |hash| format!("/pkg/yueding.{}.css", hash.trim()))
}

/// Routes for what lies in the site's folder now: one for each entry, so that no other address ever touches the disk.
pub(crate) fn routes(site: &Arc<Site>) -> Router {
    let hashed = site.options.hash_files;
    let mut router = Router::new();
    for path in entries(&site.config.site_root) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if TAKEN.contains(&name) || name.starts_with('.') || name.contains(['{', '}']) || is_compressed(name) {
            continue;
        }
        router = if path.is_dir() {
            router.nest_service(
                &format!("/{name}"),
                ServeDir::new(&path).precompressed_br().precompressed_gzip().append_index_html_on_directories(false),
            )
        } else {
            router.route_service(&format!("/{name}"), ServeFile::new(&path).precompressed_br().precompressed_gzip())
        };
    }
    router.layer(middleware::from_fn(move |request: Request, next: Next| cached(hashed, request, next)))
}

fn entries(root: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(root) else {
        tracing::warn!(folder = %root.display(), "there are no built styles and scripts; see SITE_ROOT");
        return Vec::new();
    };
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn is_compressed(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

/// A name with a hash in it never gets another content.
async fn cached(hashed: bool, request: Request, next: Next) -> Response {
    let forever = hashed && has_hash(request.uri().path());
    let mut response = next.run(request).await;
    if response.status().is_success() || response.status() == axum::http::StatusCode::NOT_MODIFIED {
        let caching = if forever { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        // Also where the compressed file lies ready: a cache in between must keep the two apart.
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// `yueding.Wgu8i7cQ7UGX3T_W5h1VlA.css`: three parts, the middle one long.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let parts: Vec<&str> = name.split('.').collect();
    path.starts_with("/pkg/") && matches!(parts.as_slice(), [_, hash, _] if hash.len() >= 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_forever() {
        assert!(has_hash("/pkg/yueding.Wgu8i7cQ7UGX3T_W5h1VlA.css"));
        assert!(!has_hash("/pkg/yueding.css"));
        assert!(!has_hash("/art/yueding.Wgu8i7cQ7UGX3T_W5h1VlA.css"));
    }

    #[test]
    fn the_stylesheet_has_the_hash_of_the_build() {
        assert_eq!(stylesheet(Some("js: a\nwasm: b\ncss: abc \n")), "/pkg/yueding.abc.css");
        assert_eq!(stylesheet(None), "/pkg/yueding.css");
    }
}
