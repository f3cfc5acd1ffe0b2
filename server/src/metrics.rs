//! Figures for Prometheus: what was answered, how fast, and how busy the database's connections are.

use std::time::Duration;

use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry, TextEncoder, core::Collector};
use services::Cx;

/// Upper bounds in seconds.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 15.0];

/// The site's figures.
pub(crate) struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    notifications: IntCounterVec,
    connections: IntGauge,
    idle: IntGauge,
}

impl Metrics {
    /// All at zero.
    pub(crate) fn new() -> prometheus::Result<Self> {
        let registry = Registry::new();
        let requests = Opts::new("http_requests_total", "Requests answered, by route and status");
        let seconds = HistogramOpts::new("http_request_seconds", "Time to answer, by route").buckets(BUCKETS.to_vec());
        let notifications =
            Opts::new("payment_notifications_total", "Notifications of the payment provider, by verdict");
        Ok(Self {
            requests: registered(&registry, IntCounterVec::new(requests, &["route", "status"])?)?,
            seconds: registered(&registry, HistogramVec::new(seconds, &["route"])?)?,
            notifications: registered(&registry, IntCounterVec::new(notifications, &["verdict"])?)?,
            connections: registered(&registry, IntGauge::new("db_connections", "Connections to the database")?)?,
            idle: registered(&registry, IntGauge::new("db_connections_idle", "Connections that wait for work")?)?,
            registry,
        })
    }

    /// A request was answered. `route` is a pattern, not an address: its values are few.
    pub(crate) fn answered(&self, route: &str, status: u16, took: Duration) {
        self.requests.with_label_values(&[route, &status.to_string()]).inc();
        self.seconds.with_label_values(&[route]).observe(took.as_secs_f64());
    }

    /// The payment provider told something; `verdict` is one of a few words.
    pub(crate) fn notified(&self, verdict: &str) {
        self.notifications.with_label_values(&[verdict]).inc();
    }

    /// Everything in Prometheus' text format.
    pub(crate) fn render(&self, cx: &Cx) -> prometheus::Result<String> {
        let pool = cx.pool();
        self.connections.set(i64::from(pool.connections));
        self.idle.set(i64::from(pool.idle));
        TextEncoder::new().encode_to_string(&self.registry.gather())
    }
}

fn registered<C: Collector + Clone + 'static>(registry: &Registry, collector: C) -> prometheus::Result<C> {
    registry.register(Box::new(collector.clone()))?;
    Ok(collector)
}
