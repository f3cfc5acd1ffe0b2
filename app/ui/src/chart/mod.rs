//! Charts, drawn on the server as SVG: columns over time, lines of percentages, bars. They need no script and no style of their own:
//! lengths along the width are percentages, so that a chart is as wide as its place and its texts stay readable on a phone.
//!
//! What is drawn is told apart by pattern or dash as well as by colour, and every chart has its table.

pub mod bars;
pub mod columns;
mod frame;
pub mod rates;
mod scale;

pub use bars::{BarChart, BarItem};
pub use columns::{ColumnChart, ColumnSeries};
pub use frame::ChartTable;
pub use rates::{RateChart, RateLine};
