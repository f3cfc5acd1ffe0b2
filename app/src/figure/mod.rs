//! Figures of inquiries (C11) at the desk: how promises are kept, right answers, content customers, and the samples by which answers are
//! judged. What the figures mean is said in [`domain::figure`]; the charts are `ui`'s.

pub mod api;
mod charts;
mod figures_page;
mod parts;
mod query_form;
mod sample_page;
mod samples_page;
mod summary;
mod words;

pub use figures_page::FiguresPage;
pub use sample_page::SamplePage;
pub use samples_page::SamplesPage;
