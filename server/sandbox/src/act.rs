//! What a customer does with an order, and what comes of it.

use gateway::{News, OrderStatus};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, TransactionTrait, sea_query::Expr,
};

use crate::{
    Mode, Sandbox, now,
    plan::{Outcome, Plan, Telling, chance},
    store::{notification, order},
};

/// Old news comes so many milliseconds after new.
const BEHIND: i64 = 300;

/// Whether an act could be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Acted {
    /// It was; the order as it stands now.
    Done(Box<order::Model>),
    /// The order is no longer open, or its payment is under way.
    TooLate,
    /// There is no such order.
    Unknown,
}

impl Sandbox {
    /// The customer pays, under a mode of his own or the one that holds for everybody.
    pub(crate) async fn pay(&self, number: &str, mode: Option<Mode>) -> Result<Acted, DbErr> {
        let mode = match mode {
            Some(mode) => mode,
            None => self.mode().await?,
        };
        let tx = self.0.db.begin().await?;
        let Some(found) = order::Entity::find_by_id(number).one(&tx).await? else { return Ok(Acted::Unknown) };
        let now = now();
        if found.status(now) != OrderStatus::Open || found.due_at.is_some() {
            return Ok(Acted::TooLate);
        }
        // A second attempt has a chance of its own.
        let attempt = notification::of_order(&tx, number).await?.len();
        let chance = if let Mode::Worst { seed } = mode { chance(seed, (number, attempt)) } else { 0 };
        let plan = Plan::of_payment(mode, found.amount_fen, chance);
        if plan.forged {
            self.forge(&tx, &found, now).await?;
        }
        let order = if plan.after > 0 {
            let mut row = found.into_active_model();
            row.due_at = Set(Some(now + plan.after));
            row.plan = Set(serde_json::to_string(&plan).ok());
            row.update(&tx).await?
        } else {
            self.settle(&tx, found, &plan, now).await?
        };
        tx.commit().await?;
        self.0.bell.notify_one();
        Ok(Acted::Done(Box::new(order)))
    }

    /// The customer's bank refuses.
    pub(crate) async fn decline(&self, number: &str) -> Result<Acted, DbErr> {
        self.pay(number, Some(Mode::Decline)).await
    }

    /// The order cannot be paid any more. A payment that is under way goes through all the same.
    pub(crate) async fn close(&self, number: &str) -> Result<Acted, DbErr> {
        let tx = self.0.db.begin().await?;
        let Some(found) = order::Entity::find_by_id(number).one(&tx).await? else { return Ok(Acted::Unknown) };
        if found.status != order::word(OrderStatus::Open) {
            return Ok(Acted::Done(Box::new(found)));
        }
        let mut row = found.into_active_model();
        row.status = Set(order::word(OrderStatus::Closed).to_owned());
        row.changed_at = Set(now());
        let closed = row.update(&tx).await?;
        tx.commit().await?;
        Ok(Acted::Done(Box::new(closed)))
    }

    /// Everything that was told of the order, or lost on purpose, is told again.
    pub(crate) async fn notify_again(&self, number: &str) -> Result<Acted, DbErr> {
        let Some(found) = order::Entity::find_by_id(number).one(&self.0.db).await? else { return Ok(Acted::Unknown) };
        let again = notification::Entity::update_many()
            .col_expr(notification::Column::State, Expr::value("waiting"))
            .col_expr(notification::Column::DueAt, Expr::value(now()))
            .col_expr(notification::Column::Tries, Expr::value(0_i64));
        again.filter(notification::Column::OrderNumber.eq(number)).exec(&self.0.db).await?;
        self.0.bell.notify_one();
        Ok(Acted::Done(Box::new(found)))
    }

    /// A payment comes to what its plan says, and is told.
    pub(crate) async fn settle(
        &self,
        tx: &DatabaseTransaction,
        found: order::Model,
        plan: &Plan,
        now: i64,
    ) -> Result<order::Model, DbErr> {
        let status = match plan.outcome {
            Outcome::Done => OrderStatus::Paid,
            Outcome::Refused => OrderStatus::Declined,
            Outcome::Nothing => return Ok(found),
        };
        let before = self.news(&found, now);
        let (amount, currency) = (found.amount_fen, found.currency.clone());
        let mut row = found.into_active_model();
        row.status = Set(order::word(status).to_owned());
        if status == OrderStatus::Paid {
            row.paid_fen = Set(plan.amount.unwrap_or(amount));
            row.currency = Set(plan.currency.clone().unwrap_or(currency));
        }
        row.due_at = Set(None);
        row.plan = Set(None);
        row.silent_until = Set(now + plan.silent);
        row.changed_at = Set(now);
        let after = row.update(tx).await?;
        let url = after.asked().map(|asked| asked.notify_url).unwrap_or_default();
        self.tell(tx, (&after.number, &url), plan, [before, self.news(&after, now)], now).await?;
        Ok(after)
    }

    /// Puts news into the queue as the plan says; `before` is what was true until now.
    pub(crate) async fn tell(
        &self,
        tx: &DatabaseTransaction,
        (order_number, url): (&str, &str),
        plan: &Plan,
        [before, after]: [News; 2],
        now: i64,
    ) -> Result<(), DbErr> {
        let telling = |news, due_at, again| notification::Telling {
            order_number,
            url,
            news,
            at: now,
            due_at,
            again,
            forged: false,
            lost: plan.telling == Telling::Never,
        };
        let due = now + plan.silent;
        let again = if let Telling::Again(times) = plan.telling { times } else { 0 };
        notification::add(tx, telling(after.clone(), due, again)).await?;
        match plan.telling {
            Telling::Again(_) => notification::add(tx, telling(after, due + BEHIND, 0)).await,
            Telling::Reordered => notification::add(tx, telling(before, due + BEHIND, 0)).await,
            Telling::Once | Telling::Never => Ok(()),
        }
    }

    /// Somebody who does not know the secret says that the order was paid.
    async fn forge(&self, tx: &DatabaseTransaction, found: &order::Model, now: i64) -> Result<(), DbErr> {
        let mut claimed = found.report(&self.0.settings.origin, now);
        claimed.status = OrderStatus::Paid;
        let url = found.asked().map(|asked| asked.notify_url).unwrap_or_default();
        let telling = notification::Telling {
            order_number: &found.number,
            url: &url,
            news: News::Order { order: claimed },
            at: now,
            due_at: now,
            again: 0,
            forged: true,
            lost: false,
        };
        notification::add(tx, telling).await
    }

    fn news(&self, order: &order::Model, now: i64) -> News {
        News::Order { order: order.report(&self.0.settings.origin, now) }
    }
}
