//! Money that goes back.

use gateway::{NewRefund, News, OrderStatus, Refund, RefundStatus};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, TransactionTrait,
    sea_query::OnConflict,
};

use crate::{
    Mode, Sandbox, now,
    plan::{Outcome, Plan, chance},
    store::{order, refund},
};

/// What comes of an order to give money back.
pub(crate) enum Refunded {
    /// It is known; where it stands.
    Known(Refund),
    /// There is no such payment.
    Unknown,
    /// The number is taken by another refund.
    Conflict,
}

impl Sandbox {
    /// Gives money back, once for each number; one that was refused may be asked for again.
    pub(crate) async fn refund(&self, asked: &NewRefund) -> Result<Refunded, DbErr> {
        let mode = self.mode().await?;
        let tx = self.0.db.begin().await?;
        let Some(paid) = order::Entity::find_by_id(&asked.order).one(&tx).await? else { return Ok(Refunded::Unknown) };
        let known = refund::Entity::find_by_id(&asked.number).one(&tx).await?;
        if let Some(known) = known {
            if known.order_number != asked.order || known.amount_fen != asked.amount_fen {
                return Ok(Refunded::Conflict);
            }
            if known.status() != RefundStatus::Refused {
                return Ok(Refunded::Known(known.report()));
            }
        }
        let now = now();
        let given: Vec<_> = refund::Entity::of_order(&asked.order).all(&tx).await?;
        let given: i64 = given
            .iter()
            .filter(|refund| refund.status() != RefundStatus::Refused)
            .map(|refund| refund.amount_fen)
            .sum();
        let fault = if paid.status(now) != OrderStatus::Paid {
            "not-paid"
        } else if given + asked.amount_fen > paid.paid_fen {
            "exceeds"
        } else {
            ""
        };
        let chance = if let Mode::Worst { seed } = mode { chance(seed, &asked.number) } else { 0 };
        let mut plan = Plan::of_refund(mode, chance);
        if !fault.is_empty() {
            plan = Plan { outcome: Outcome::Refused, after: 0, ..plan };
        }
        let reason = match (plan.outcome, fault) {
            (Outcome::Refused, "") => "policy",
            (_, fault) => fault,
        };
        let row = row(asked, &plan, reason, now);
        let replace = OnConflict::column(refund::Column::Number)
            .update_columns([
                refund::Column::Status,
                refund::Column::Reason,
                refund::Column::DueAt,
                refund::Column::Plan,
            ])
            .to_owned();
        refund::Entity::insert(row).on_conflict(replace).exec_without_returning(&tx).await?;
        let found = refund::Entity::find_by_id(&asked.number).one(&tx).await?;
        let Some(mut found) = found else { return Ok(Refunded::Unknown) };
        if plan.after == 0 && plan.outcome == Outcome::Done {
            found = self.finish(&tx, &paid, found, &plan, now).await?;
        }
        tx.commit().await?;
        self.0.bell.notify_one();
        Ok(Refunded::Known(found.report()))
    }

    /// The customer has the money.
    pub(crate) async fn finish(
        &self,
        tx: &DatabaseTransaction,
        paid: &order::Model,
        found: refund::Model,
        plan: &Plan,
        now: i64,
    ) -> Result<refund::Model, DbErr> {
        let before = News::Refund { refund: found.report() };
        let mut row = found.into_active_model();
        row.status = Set("done".to_owned());
        row.due_at = Set(None);
        let after = row.update(tx).await?;
        let url = paid.asked().map(|asked| asked.notify_url).unwrap_or_default();
        let news = News::Refund { refund: after.report() };
        self.tell(tx, (&paid.number, &url), plan, [before, news], now).await?;
        Ok(after)
    }
}

fn row(asked: &NewRefund, plan: &Plan, reason: &str, now: i64) -> refund::ActiveModel {
    let refused = plan.outcome == Outcome::Refused;
    refund::ActiveModel {
        number: Set(asked.number.clone()),
        order_number: Set(asked.order.clone()),
        amount_fen: Set(asked.amount_fen),
        status: Set(if refused { "refused" } else { "accepted" }.to_owned()),
        reason: Set(reason.to_owned()),
        due_at: Set((plan.after > 0).then_some(now + plan.after)),
        plan: Set(serde_json::to_string(plan).unwrap_or_default()),
        created_at: Set(now),
    }
}
