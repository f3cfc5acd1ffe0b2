//! The composition root: configuration, router, layers, jobs and command line.
//!
//! Knows HTTP and the environment, and no rule of the business: what may be done is decided by `services`.

pub mod assets;
pub mod command;
pub mod config;
mod export;
mod files;
pub mod health;
mod hooks;
mod layers;
mod live;
mod metrics;
mod openapi;
mod outside;
mod pages;
mod reader;
mod refusal;
pub mod router;
pub mod site;

pub use config::Config;
pub use router::router;
pub use site::Site;
