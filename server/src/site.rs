//! What every layer and handler shares.

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use leptos::config::{Env, LeptosOptions};
use services::{Cx, Settings};
use tokio::sync::{Semaphore, watch};

use crate::{Config, assets, metrics::Metrics, outside, pages};

/// Places, offers and terms may be so old on a page. What is left, and every sale, comes from the database.
const CATALOGUE: Duration = Duration::from_secs(1);

/// So many forms with files are received at once, each with one file in memory; others wait for their turn.
pub(crate) const UPLOADS: usize = 32;

/// The site: configuration, services, figures. Made once.
pub struct Site {
    /// What the operator decided.
    pub config: Config,
    /// The services' context.
    pub cx: Cx,
    pub(crate) metrics: Metrics,
    pub(crate) options: LeptosOptions,
    /// First segments of the pages after the script, such as `stays`.
    pub(crate) sections: Vec<String>,
    /// Address of the stylesheet.
    pub(crate) stylesheet: String,
    /// Scheme, host and port of the payment provider's pages.
    pub(crate) pay_origin: Option<String>,
    /// Says that the server ends; who streams ends then.
    pub(crate) stop: watch::Sender<bool>,
    pub(crate) stopped: watch::Receiver<bool>,
    /// One permit for each form with files that is being received.
    pub(crate) uploads: Semaphore,
    /// One permit for each request in work.
    pub(crate) permits: Arc<Semaphore>,
}

impl Site {
    /// Opens the database and what is reached outside the house.
    ///
    /// # Errors
    /// When it cannot be opened, or an address outside is none.
    pub async fn open(config: Config) -> anyhow::Result<Arc<Self>> {
        let settings = Settings {
            secret: config.secret.clone().into_bytes(),
            connections: config.connections,
            hashing: config.hashing,
        };
        let cx = Cx::open(&config.database_url, settings).await.context("the database cannot be opened")?;
        let cx = cx.with_outside(outside::open(&config)?).keeping_catalogue(CATALOGUE);
        Self::with(config, cx)
    }

    /// With services that exist already.
    ///
    /// # Errors
    /// When the figures cannot be set up.
    pub fn with(config: Config, cx: Cx) -> anyhow::Result<Arc<Self>> {
        let hashes = assets::hashes();
        let options = LeptosOptions::builder()
            .output_name("yueding")
            .site_root(config.site_root.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .env(if config.production { Env::PROD } else { Env::DEV })
            .site_addr(config.listen)
            .hash_files(hashes.is_some())
            .build();
        let (stop, stopped) = watch::channel(false);
        Ok(Arc::new(Self {
            stop,
            stopped,
            metrics: Metrics::new()?,
            sections: pages::sections(),
            stylesheet: assets::stylesheet(hashes.as_deref()),
            uploads: Semaphore::new(UPLOADS),
            permits: Arc::new(Semaphore::new(config.max_requests)),
            pay_origin: config.pay_origin(),
            options,
            config,
            cx,
        }))
    }
}
