//! Rebuilds the crate when a locale file is added or removed, which the embedding alone does not notice.

fn main() {
    println!("cargo:rerun-if-changed=../../locales");
}
