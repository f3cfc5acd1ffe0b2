//! The body of an article as elements of a page. What is not markup is text, so that nothing in it can be anything else.

use domain::help::{Block, Passage, Piece};
use leptos::prelude::*;

use crate::Viewer;

/// The body.
pub(super) fn body(blocks: Vec<Block>) -> impl IntoView {
    let viewer = Viewer::current();
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Heading(heading) => view! { <h2>{heading}</h2> }.into_any(),
            Block::Text(pieces) => view! { <p>{words(&viewer, pieces)}</p> }.into_any(),
            Block::List(items) => {
                let items = items.into_iter().map(|item| view! { <li>{words(&viewer, item)}</li> }).collect_view();
                view! { <ul>{items}</ul> }.into_any()
            }
        })
        .collect_view()
}

fn words(viewer: &Viewer, pieces: Vec<Piece>) -> impl IntoView + use<> {
    pieces
        .into_iter()
        .map(|piece| match piece.path.as_str() {
            "" => piece.text.into_any(),
            path => view! { <a href=viewer.to(path)>{piece.text}</a> }.into_any(),
        })
        .collect_view()
}

/// A text in which what was looked for is marked.
pub(super) fn passages(passages: Vec<Passage>) -> impl IntoView {
    passages
        .into_iter()
        .map(|(part, found)| if found { view! { <mark>{part}</mark> }.into_any() } else { part.into_any() })
        .collect_view()
}
