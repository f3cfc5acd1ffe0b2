//! Attachments (C1): the field by which they are chosen, and the list of those that are there. Knows nothing of what they are attached to.

pub mod api;
mod field;
mod list;

pub use field::FilesField;
pub use list::Files;

use domain::upload::{Attachment, readable};
use ui::FileItem;

fn items(files: Vec<Attachment>) -> Vec<FileItem> {
    let item =
        |file: Attachment| FileItem { href: file.address(), size: readable(file.size), id: file.id, name: file.name };
    files.into_iter().map(item).collect()
}
