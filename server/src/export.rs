//! Tables to keep: what a page of the desk shows, as a file for other programs. Whoever may see the page may have the file.

use std::sync::Arc;

use app::{form::query, server::Request as Asked};
use axum::{
    Extension,
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Rule, figure::FigureForm};

use crate::{Site, refusal};

/// `GET /{script}/desk/figures.csv`: the figures that the page at the same address without the ending shows (C11).
pub(crate) async fn figures(
    State(site): State<Arc<Site>>,
    Extension(asked): Extension<Asked>,
    RawQuery(query): RawQuery,
) -> Response {
    let form: FigureForm = query::read(&query::pairs(&query.unwrap_or_default()));
    let table = async {
        let staff = asked.staff.clone().ok_or(Rule::SignIn)?;
        let query = form.parse(site.cx.today()).map_err(Rule::Invalid)?;
        let table = services::figure::csv(&site.cx, &staff, asked.script, &query).await?;
        services::Result::Ok((format!("figures-{}-{}.csv", query.span.from, query.span.until), table))
    };
    match table.await {
        Ok((name, table)) => kept(&name, table),
        Err(error) => refusal::of_service(&error).into_response(),
    }
}

/// A table as a file; its name has nothing in it that would have to be quoted.
fn kept(name: &str, table: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, table).into_response()
}
