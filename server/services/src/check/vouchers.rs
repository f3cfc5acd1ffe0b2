//! What must be true of vouchers (B13): none is spent beyond its worth, each use is a payment, and the books know of all of it.

use super::books::Fault;

/// Faults of vouchers; see [`Fault`].
pub(super) const FAULTS: [Fault; 4] = [
    Fault {
        query: "SELECT voucher.id AS id, voucher.worth_fen AS one, sums.fen AS other FROM voucher \
                JOIN (SELECT voucher_use.voucher_id, SUM(voucher_use.amount_fen - voucher_use.returned_fen) AS fen \
                FROM voucher_use JOIN booking ON booking.id = voucher_use.booking_id WHERE voucher_use.status = 'used' \
                OR (voucher_use.status = 'held' AND ((booking.status = 'held' AND booking.hold_until > {now}) \
                OR EXISTS (SELECT 1 FROM booking_change WHERE booking_change.booking_id = booking.id \
                AND booking_change.status = 'open' AND booking_change.hold_until > {now}))) \
                GROUP BY voucher_use.voucher_id) AS sums ON sums.voucher_id = voucher.id WHERE sums.fen > voucher.worth_fen",
        say: |id, one, other| format!("voucher {id} was worth {one} fen, and {other} of it are spent"),
    },
    Fault {
        query: "SELECT voucher_use.id AS id, voucher_use.amount_fen - voucher_use.returned_fen AS one, \
                COALESCE(payment.received_fen, 0) - COALESCE(back.fen, 0) AS other FROM voucher_use \
                LEFT JOIN payment ON payment.id = voucher_use.payment_id AND payment.way = 'voucher' \
                AND payment.booking_id = voucher_use.booking_id \
                LEFT JOIN (SELECT payment_id, SUM(amount_fen) AS fen FROM refund WHERE status = 'done' GROUP BY payment_id) \
                AS back ON back.payment_id = voucher_use.payment_id \
                WHERE voucher_use.status = 'used' AND voucher_use.amount_fen - voucher_use.returned_fen \
                <> COALESCE(payment.received_fen, 0) - COALESCE(back.fen, 0)",
        say: |id, one, other| format!("use {id} of a voucher paid {one} fen, its payment says {other}"),
    },
    Fault {
        query: "SELECT payment.id AS id, payment.booking_id AS one, COALESCE(payment.received_fen, 0) AS other FROM payment \
                WHERE payment.way = 'voucher' \
                AND NOT EXISTS (SELECT 1 FROM voucher_use WHERE voucher_use.payment_id = payment.id)",
        say: |id, one, other| format!("payment {id} of {other} fen for booking {one} was made by no voucher"),
    },
    Fault {
        query: "SELECT id, one, other FROM (SELECT CAST(0 AS BIGINT) AS id, \
                COALESCE((SELECT -SUM(fen) FROM entry WHERE account = 'voucher'), 0) AS one, \
                COALESCE((SELECT SUM(worth_fen) FROM voucher), 0) \
                - COALESCE((SELECT SUM(amount_fen - returned_fen) FROM voucher_use WHERE status = 'used'), 0) AS other) \
                AS totals WHERE one <> other",
        say: |_, one, other| format!("the books have {one} fen in vouchers, the vouchers and their uses {other}"),
    },
];
