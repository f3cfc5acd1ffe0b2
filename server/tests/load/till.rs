//! Staff record what customers pay at the counter, past the desk's pages.

use domain::{
    desk::Role,
    payment::{ReceiptForm, Way},
};
use sea_orm::{ConnectionTrait as _, Database as Connection, Statement};
use services::{Cx, Session, Settings, Staff, payment};

/// Who does it; somebody of finance, to be hired before.
pub(crate) const CASHIER: &str = "load-finance";

/// Records what is paid for bookings: the number of each, and fen.
pub(crate) async fn are_paid(url: &str, bookings: impl Iterator<Item = (&str, i64)>) {
    let settings = Settings { secret: vec![7; 32], connections: 4, hashing: 1 };
    let cx = Cx::open(url, settings).await.expect("the database");
    let db = Connection::connect(url).await.expect("the database");
    let query =
        Statement::from_string(db.get_database_backend(), format!("SELECT id FROM staff WHERE login = '{CASHIER}'"));
    let row = db.query_one_raw(query).await.expect("an answer").expect("somebody of finance");
    let staff = Staff {
        id: row.try_get("", "id").expect("a key"),
        login: CASHIER.to_owned(),
        role: Role::Finance,
        session: Session { hash: "load".to_owned() },
    };
    for (number, fen) in bookings {
        let (way, amount, slip) = (Way::Counter.to_string(), format!("{}.{:02}", fen / 100, fen % 100), String::new());
        let form = ReceiptForm { number: number.to_owned(), way, amount, slip };
        payment::record(&cx, &staff, number, &form).await.expect("a receipt is recorded");
    }
    db.close().await.expect("the end");
    cx.close().await.expect("the end");
}
