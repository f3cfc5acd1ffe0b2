//! The price of a booking is hashed at the sale and at every change of it (B5): whoever alters it beside them is found out.

use domain::Fen;
use sea_orm::ConnectionTrait as _;

use crate::{
    mind::{Scene, nights, of_units},
    util::{House, on_both},
};

#[tokio::test]
async fn every_price_that_was_agreed_has_its_hash_and_no_other() {
    on_both(async |house: House| {
        let scene = Scene::of(house, 4).await;
        let (chen, number) = scene.sold(&scene.room, nights(3, 1, 3)).await;
        let mut seen = vec![scene.booking(&chen, &number).await.price_hash.unwrap()];
        scene.changes(&chen, &number, &scene.room, nights(3, 1, 2)).await.unwrap();
        let part = scene.divides(&chen, &number, of_units(1)).await.unwrap();
        for number in [&number, &part] {
            let booking = scene.booking(&chen, number).await;
            assert!(booking.price_intact && booking.row.total == Fen(48_000));
            seen.push(booking.price_hash.unwrap());
        }
        assert!(seen[0] != seen[1] && seen[1] == seen[2], "the same price has the same hash");
        for (tampered, mended) in [
            ("total_fen = total_fen - 1", "total_fen = total_fen + 1"),
            ("lines = REPLACE(lines, '48000', '47999')", "lines = REPLACE(lines, '47999', '48000')"),
            ("price_hash = terms_hash", ""),
        ] {
            let hash = scene.booking(&chen, &number).await.price_hash.unwrap();
            scene.house.db.execute_unprepared(&format!("UPDATE booking SET {tampered}")).await.unwrap();
            assert!(!scene.booking(&chen, &number).await.price_intact, "{tampered}");
            let mended = if mended.is_empty() { format!("price_hash = '{hash}'") } else { mended.to_owned() };
            scene.house.db.execute_unprepared(&format!("UPDATE booking SET {mended}")).await.unwrap();
            assert!(scene.booking(&chen, &number).await.price_intact, "{mended}");
        }
        scene.house.db.execute_unprepared("UPDATE booking SET price_hash = NULL").await.unwrap();
        assert_eq!(scene.booking(&chen, &number).await.price_hash, None, "sold before prices were hashed");
    })
    .await;
}
