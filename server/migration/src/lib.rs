//! The schema, one file per feature, the same on SQLite and PostgreSQL.
//!
//! Instants are BIGINT microseconds since 1970 in UTC, days are DATE, money is BIGINT fen, ids are BIGINT.

mod column;
mod m20261123_000001_catalogue;
mod m20261123_000002_account;
mod m20261123_000003_booking;
mod m20261123_000004_claim;
mod m20261124_000005_payment;
mod m20261124_000006_notice;
mod m20261124_000007_job;
mod m20261124_000008_late_arrival;
mod m20261127_000009_change;
mod m20261127_000010_refund_check;
mod m20261127_000011_voucher;
mod m20261127_000012_policy;
mod m20261127_000013_finance;
mod m20261129_000014_case;
mod m20261129_000015_help;
mod m20261129_000016_upload;
mod m20261129_000017_audit_sample;
mod m20261129_000018_least_nights;
mod m20261129_000019_divide;
mod m20261129_000020_price_hash;
mod m20261130_000021_off_since;
mod m20261130_000022_identity;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{MigrationTrait, async_trait};

/// Every migration in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_catalogue::Migration),
            Box::new(m20261123_000002_account::Migration),
            Box::new(m20261123_000003_booking::Migration),
            Box::new(m20261123_000004_claim::Migration),
            Box::new(m20261124_000005_payment::Migration),
            Box::new(m20261124_000006_notice::Migration),
            Box::new(m20261124_000007_job::Migration),
            Box::new(m20261124_000008_late_arrival::Migration),
            Box::new(m20261127_000009_change::Migration),
            Box::new(m20261127_000010_refund_check::Migration),
            Box::new(m20261127_000011_voucher::Migration),
            Box::new(m20261127_000012_policy::Migration),
            Box::new(m20261127_000013_finance::Migration),
            Box::new(m20261129_000014_case::Migration),
            Box::new(m20261129_000015_help::Migration),
            Box::new(m20261129_000016_upload::Migration),
            Box::new(m20261129_000017_audit_sample::Migration),
            Box::new(m20261129_000018_least_nights::Migration),
            Box::new(m20261129_000019_divide::Migration),
            Box::new(m20261129_000020_price_hash::Migration),
            Box::new(m20261130_000021_off_since::Migration),
            Box::new(m20261130_000022_identity::Migration),
        ]
    }
}
