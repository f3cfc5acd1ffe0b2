//! How busy the connections to the database are.

use sea_orm::DbBackend;

use crate::Cx;

/// The pool of connections at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// Open connections.
    pub connections: u32,
    /// Those of them that wait for work.
    pub idle: u32,
}

impl Cx {
    /// The pool of connections at this moment.
    #[must_use]
    pub fn pool(&self) -> Pool {
        let (connections, idle) = match self.db.get_database_backend() {
            DbBackend::Sqlite => {
                let pool = self.db.get_sqlite_connection_pool();
                (pool.size(), pool.num_idle())
            }
            DbBackend::Postgres => {
                let pool = self.db.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
            _ => (0, 0),
        };
        Pool { connections, idle: u32::try_from(idle).unwrap_or(u32::MAX) }
    }
}
