//! What must be true of the books: each fact balances, and each booking's sums follow from them (B8).

use super::books::Fault;

/// Faults of the books; see [`Fault`].
pub(super) const FAULTS: [Fault; 9] = [
    Fault {
        query: "SELECT journal.id AS id, COALESCE(SUM(entry.fen), 0) AS one, COUNT(entry.id) AS other FROM journal \
                LEFT JOIN entry ON entry.journal_id = journal.id GROUP BY journal.id \
                HAVING COALESCE(SUM(entry.fen), 0) <> 0 OR COUNT(entry.id) < 2",
        say: |id, one, other| format!("fact {id} of the books has {other} entries that are out by {one} fen"),
    },
    Fault {
        query: "SELECT booking.id AS id, booking.paid_fen AS one, COALESCE(sums.fen, 0) AS other FROM booking \
                LEFT JOIN (SELECT journal.booking_id, -SUM(entry.fen) AS fen FROM journal \
                JOIN entry ON entry.journal_id = journal.id WHERE journal.fact IN ('received', 'carried') \
                AND entry.account = 'customer' GROUP BY journal.booking_id) AS sums ON sums.booking_id = booking.id \
                WHERE booking.paid_fen <> COALESCE(sums.fen, 0)",
        say: |id, one, other| format!("booking {id} says that {one} fen were paid, the books {other}"),
    },
    Fault {
        query: "SELECT booking.id AS id, booking.refunded_fen AS one, COALESCE(sums.fen, 0) AS other FROM booking \
                LEFT JOIN (SELECT journal.booking_id, SUM(entry.fen) AS fen FROM journal \
                JOIN entry ON entry.journal_id = journal.id WHERE journal.fact = 'refunded' AND entry.fen > 0 \
                GROUP BY journal.booking_id) AS sums ON sums.booking_id = booking.id \
                WHERE booking.refunded_fen <> COALESCE(sums.fen, 0)",
        say: |id, one, other| format!("booking {id} says that {one} fen went back, the books {other}"),
    },
    Fault {
        query: "SELECT booking.id AS id, booking.total_fen + booking.fee_fen AS one, COALESCE(sums.fen, 0) AS other FROM booking \
                LEFT JOIN (SELECT journal.booking_id, -SUM(entry.fen) AS fen FROM journal \
                JOIN entry ON entry.journal_id = journal.id WHERE entry.account = 'sales' GROUP BY journal.booking_id) \
                AS sums ON sums.booking_id = booking.id \
                WHERE (booking.status = 'confirmed' AND booking.total_fen + booking.fee_fen <> COALESCE(sums.fen, 0)) \
                OR (booking.status = 'cancelled' AND booking.fee_fen <> COALESCE(sums.fen, 0)) \
                OR (booking.status IN ('held', 'expired') AND COALESCE(sums.fen, 0) <> 0)",
        say: |id, one, other| format!("booking {id} costs {one} fen with its fees, the books have {other} sold of it"),
    },
    // What a customer has with us is on its way back to him, or waits for a person's word; or he owes a fee above what he paid. Money
    // of another currency is in no books.
    Fault {
        query: "SELECT id, one, other FROM (SELECT booking.id AS id, COALESCE(sums.fen, 0) AS one, \
                COALESCE(back.fen, 0) + COALESCE(stuck.fen, 0) - CASE WHEN booking.status = 'cancelled' AND booking.fee_fen > \
                booking.paid_fen - booking.refunded_fen - COALESCE(back.fen, 0) - COALESCE(stuck.fen, 0) THEN booking.fee_fen - \
                (booking.paid_fen - booking.refunded_fen - COALESCE(back.fen, 0) - COALESCE(stuck.fen, 0)) ELSE 0 END \
                AS other FROM booking \
                LEFT JOIN (SELECT journal.booking_id, -SUM(entry.fen) AS fen FROM journal \
                JOIN entry ON entry.journal_id = journal.id WHERE entry.account = 'customer' GROUP BY journal.booking_id) \
                AS sums ON sums.booking_id = booking.id \
                LEFT JOIN (SELECT refund.booking_id, SUM(refund.amount_fen) AS fen FROM refund \
                JOIN payment ON payment.id = refund.payment_id WHERE refund.status <> 'done' \
                AND COALESCE(payment.received_currency, 'CNY') = 'CNY' GROUP BY refund.booking_id) AS back ON back.booking_id = booking.id \
                LEFT JOIN (SELECT booking_id, SUM(received_fen) AS fen FROM payment \
                WHERE status = 'stuck' AND trouble = 'amount' GROUP BY booking_id) AS stuck ON stuck.booking_id = booking.id) \
                AS balance WHERE one <> other",
        say: |id, one, other| {
            format!("booking {id}'s customer has {one} fen with us, of which {other} are accounted for")
        },
    },
    Fault {
        query: "SELECT payment.id AS id, COALESCE(payment.received_fen, 0) AS one, SUM(refund.amount_fen) AS other \
                FROM refund JOIN payment ON payment.id = refund.payment_id GROUP BY payment.id, payment.received_fen \
                HAVING SUM(refund.amount_fen) > COALESCE(payment.received_fen, 0)",
        say: |id, one, other| format!("payment {id} brought {one} fen and gives back {other}"),
    },
    Fault {
        query: "SELECT booking.id AS id, booking.paid_fen AS one, COALESCE(sums.fen, 0) AS other FROM booking \
                LEFT JOIN (SELECT booking_id, SUM(received_fen) AS fen FROM payment \
                WHERE COALESCE(received_currency, 'CNY') = 'CNY' \
                AND (status = 'paid' OR (status = 'stuck' AND trouble = 'amount')) GROUP BY booking_id) \
                AS sums ON sums.booking_id = booking.id WHERE booking.paid_fen <> COALESCE(sums.fen, 0)",
        say: |id, one, other| format!("booking {id} says that {one} fen were paid, its payments {other}"),
    },
    // What is divided stays what came.
    Fault {
        query: "SELECT payment.id AS id, payment.received_fen + parts.fen AS one, COALESCE(came.fen, 0) AS other FROM payment \
                JOIN (SELECT part_of, SUM(received_fen) AS fen FROM payment WHERE part_of IS NOT NULL GROUP BY part_of) \
                AS parts ON parts.part_of = payment.id \
                LEFT JOIN (SELECT journal.cause, SUM(entry.fen) AS fen FROM journal \
                JOIN entry ON entry.journal_id = journal.id WHERE journal.fact = 'received' AND entry.fen > 0 \
                GROUP BY journal.cause) AS came ON came.cause = 'received:' || payment.number \
                WHERE payment.received_fen + parts.fen <> COALESCE(came.fen, 0)",
        say: |id, one, other| format!("payment {id} and its parts have {one} fen, of {other} that came"),
    },
    Fault {
        query: "SELECT id, one, other FROM (SELECT CAST(0 AS BIGINT) AS id, CAST(0 AS BIGINT) AS other, \
                COALESCE((SELECT SUM(fen) FROM entry WHERE account = 'carried'), 0) AS one) AS totals WHERE one <> other",
        say: |_, one, _| format!("{one} fen left one booking and came to no other"),
    },
];
