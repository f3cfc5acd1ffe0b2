//! `GET /api/openapi.json`: every server function that this very program has registered.

use axum::Json;
use leptos::server_fn::axum::server_fn_paths;
use serde_json::{Map, Value, json};

/// The description, computed from the registry, so that it cannot forget one.
pub(crate) async fn document() -> Json<Value> {
    let mut functions: Vec<_> = server_fn_paths().collect();
    functions.sort_by_key(|(path, method)| (*path, method.to_string()));
    let mut paths = Map::new();
    for (path, method) in functions {
        let entry = paths.entry(path).or_insert_with(|| json!({}));
        entry[method.as_str().to_ascii_lowercase()] = operation(path, method.as_str() == "GET");
    }
    Json(json!({
        "openapi": "3.1.0",
        "info": { "title": "Yueding", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "schemas": { "Error": error() } },
    }))
}

fn operation(path: &str, reads: bool) -> Value {
    let name = path.trim_start_matches("/api/").replace('/', ".");
    let answers = json!({
        "200": { "description": "Done.", "content": { "application/json": {} } },
        "default": {
            "description": "Refused; the status fits the code.",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } },
        },
    });
    if reads {
        return json!({ "operationId": name, "responses": answers });
    }
    json!({
        "operationId": name,
        "parameters": [{
            "name": "Idempotency-Key", "in": "header", "required": false, "schema": { "type": "string" },
        }],
        "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "type": "object" } } } },
        "responses": answers,
    })
}

fn error() -> Value {
    json!({
        "type": "object",
        "required": ["code", "message", "fields"],
        "properties": {
            "code": { "type": "string", "description": "Stable, such as full-sold." },
            "message": { "type": "string", "description": "For people, in the reader's script." },
            "fields": { "type": "object", "additionalProperties": { "type": "string" } },
            "fault": { "type": "string", "description": "Code of the first field's fault, such as too-many." },
            "retry_at": { "type": "string", "format": "date-time" },
        },
    })
}
