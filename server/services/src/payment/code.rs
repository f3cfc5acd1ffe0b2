//! A provider's code as a picture.

use domain::payment::{Page, Payment};
use qrcode::{QrCode, render::svg};

use crate::{Error, Result};

/// Sides of the picture, at least.
const SIDE: u32 = 240;

/// The code of the attempt that can be paid now, as SVG; none where the provider has a page of its own.
pub(super) fn picture(payments: &[Payment]) -> Result<Option<String>> {
    let Some(Page::Code(text)) = payments.last().and_then(|last| last.page.as_ref()) else { return Ok(None) };
    let code = QrCode::new(text).map_err(|fault| Error::Internal(format!("a provider's code: {fault}")))?;
    let file = code.render::<svg::Color<'_>>().min_dimensions(SIDE, SIDE).build();
    // The declaration of a file has no place in a page.
    Ok(file.find("<svg").map(|at| file[at..].to_owned()))
}
