//! The pages and server functions of `app`, as routes.

use std::sync::Arc;

use app::{
    App, Viewer,
    server::{self, Request as Asked},
    shell,
};
use axum::{
    Router,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
    routing::{any, get, post},
};
use leptos::{nonce::use_nonce, prelude::use_context};
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list, render_app_async_with_context};

use crate::{Site, export, layers::headers, live, refusal::Refusal};

/// Every page, every server function, and the answers to what is neither.
pub(crate) fn routes(site: &Arc<Site>) -> Router {
    let options = site.options.clone();
    let context = {
        let site = Arc::clone(site);
        move || context(&site)
    };
    let document = {
        let options = options.clone();
        move || shell(options.clone())
    };
    let missing = render_app_async_with_context(context.clone(), document.clone());
    Router::new()
        .leptos_routes_with_context(&options, generate_route_list(App), context, document)
        .route("/{script}/desk/figures.csv", get(export::figures).with_state(Arc::clone(site)))
        .route("/{script}/live/inquiries/{number}", get(live::inquiry).with_state(Arc::clone(site)))
        .route("/{script}/live/offer", post(live::offer))
        .route("/{script}/live/desk/{number}", get(live::desk_inquiry).with_state(Arc::clone(site)))
        .route("/{script}/live/desk", get(live::desk).with_state(Arc::clone(site)))
        .route("/api/{*path}", any(no_function))
        .route("/api", any(no_function))
        .fallback(move |request: axum::extract::Request| {
            let page = missing(request);
            async move { not_found(page.await) }
        })
        .with_state(options)
}

/// The page that says that there is nothing, for an address that a route of ours has taken.
pub(crate) async fn missing(site: &Arc<Site>, request: axum::extract::Request) -> Response {
    let (options, inner) = (site.options.clone(), Arc::clone(site));
    let page = render_app_async_with_context(move || context(&inner), move || shell(options.clone()));
    not_found(page(request).await)
}

/// First segments of the pages after the script, such as `stays`.
pub(crate) fn sections() -> Vec<String> {
    let mut sections: Vec<String> = generate_route_list(App)
        .iter()
        .filter_map(|route| route.path().split('/').nth(2))
        .filter(|segment| !segment.is_empty() && !segment.starts_with('{'))
        .map(str::to_owned)
        .collect();
    sections.sort_unstable();
    sections.dedup();
    sections
}

/// What pages and server functions find in their context, and the policy that lets this very page's scripts run.
fn context(site: &Site) {
    let (Some(parts), Some(response)) = (use_context::<Parts>(), use_context::<ResponseOptions>()) else { return };
    if let (Some(asked), Some(viewer)) = (parts.extensions.get::<Asked>(), parts.extensions.get::<Viewer>()) {
        server::provide(asked.clone(), viewer.clone());
    }
    if let Some(nonce) = use_nonce()
        && let Ok(policy) = HeaderValue::from_str(&headers::policy(Some(&nonce), site.pay_origin.as_deref()))
    {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// The page may have said something better than that there is nothing.
fn not_found(mut page: Response) -> Response {
    if page.status() == StatusCode::OK {
        *page.status_mut() = StatusCode::NOT_FOUND;
    }
    page
}

async fn no_function() -> Response {
    Refusal::UNKNOWN.into_response()
}
