//! A case as its customer reads it.

use domain::case::{CaseNumber, CaseView};
use entity::{
    case_event,
    case_file::{Column, Entity, Model},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{draft, log, promise, scope, view};
use crate::{Asker, Cx, Result};

/// The asker's case of that number, with everything he may read; he has seen it then.
///
/// # Errors
/// [`domain::Rule::Unknown`] when there is none, or it is somebody else's.
pub async fn show(cx: &Cx, asker: &Asker, number: &CaseNumber) -> Result<CaseView> {
    let case = scope::seen(&cx.db, asker, number).await?;
    if case.seen_seq < case.seq {
        seen(cx, case.id, case.seq).await?;
    }
    let read = read(cx, &cx.db, case).await?;
    let draft = draft::of(&cx.db, read.case.id, &draft::session(asker.session())).await?;
    Ok(CaseView { draft, ..view::whole(cx, &cx.db, &read, false).await? })
}

/// A case with its log and its clocks.
pub(super) async fn read(cx: &Cx, db: &impl ConnectionTrait, case: Model) -> Result<view::Read> {
    // What was written since the row was read belongs to whoever reads next.
    let known = case_event::Entity::of_case(case.id).filter(case_event::Column::Seq.lte(case.seq));
    let events = known.all(db).await?;
    let clocks = log::of(&case, &events, &promise::calendar(db, case.kind()?).await?, cx.now())?;
    Ok(view::Read { case, events, clocks })
}

/// The customer has seen a case up to an entry.
pub(super) async fn seen(cx: &Cx, case_id: i64, seq: i32) -> Result<()> {
    let tx = cx.begin().await?;
    Entity::update_many()
        .col_expr(Column::SeenSeq, Expr::value(seq))
        .filter(Column::Id.eq(case_id))
        .filter(Column::SeenSeq.lt(seq))
        .exec(&*tx)
        .await?;
    tx.commit().await
}
