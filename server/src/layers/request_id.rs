//! Gives each request a name of ours by which log and answer find each other. What the client sends is not believed.

use axum::{extract::Request, http::HeaderValue, middleware::Next, response::Response};

/// Name of the header.
const HEADER: &str = "x-request-id";

/// The request's name.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

pub(crate) async fn layer(mut request: Request, next: Next) -> Response {
    let id = hex::encode(rand::random::<[u8; 8]>());
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
