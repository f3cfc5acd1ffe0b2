//! A provider's code as a picture.

use domain::payment::{Code, Page, Payment};
use qrcode::{Color, QrCode};

use crate::{Error, Result};

/// The code of the attempt that can be paid now; none where the provider has a page of its own.
pub(super) fn picture(payments: &[Payment]) -> Result<Option<Code>> {
    let Some(Page::Code(text)) = payments.last().and_then(|last| last.page.as_ref()) else { return Ok(None) };
    let code = QrCode::new(text).map_err(|fault| Error::Internal(format!("a provider's code: {fault}")))?;
    let (side, colours) = (code.width(), code.to_colors());
    let rows = colours.chunks(side).enumerate();
    let path = rows.flat_map(|(y, row)| dark(row).into_iter().map(move |(x, run)| format!("M{x} {y}h{run}v1h-{run}z")));
    Ok(Some(Code { path: path.collect(), side: u32::try_from(side).unwrap_or_default() }))
}

/// The dark runs of a row: where each begins, and how long it is.
fn dark(row: &[Color]) -> Vec<(usize, usize)> {
    let mut next = 0;
    let runs = row.chunk_by(|one, other| one == other).map(|run| {
        let begin = next;
        next += run.len();
        (run[0], (begin, run.len()))
    });
    runs.filter(|(colour, _)| *colour == Color::Dark).map(|(_, run)| run).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::{
        Fen,
        payment::{PaymentStatus, Way},
    };

    use super::*;

    fn payment(page: Page) -> Payment {
        Payment {
            number: "YP1".to_owned(),
            way: Way::Online,
            status: PaymentStatus::Open,
            amount: Fen(1),
            received: None,
            currency: "CNY".to_owned(),
            begun: DateTime::UNIX_EPOCH,
            settled: None,
            page: Some(page),
        }
    }

    #[test]
    fn a_code_begins_with_the_square_that_cameras_look_for() {
        let code = picture(&[payment(Page::Code("weixin://wxpay/1".to_owned()))]).unwrap().unwrap();
        assert_eq!(code.side, 25);
        assert!(code.path.starts_with("M0 0h7v1h-7z") && code.path.contains("M0 1h1v1h-1zM6 1h1v1h-1z"), "{code:?}");
    }

    #[test]
    fn an_address_and_what_is_too_long_are_no_code() {
        assert_eq!(picture(&[payment(Page::Address("https://pay.example".to_owned()))]).unwrap(), None);
        assert!(picture(&[payment(Page::Code("x".repeat(5000)))]).is_err());
    }
}
