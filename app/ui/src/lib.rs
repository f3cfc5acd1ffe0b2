//! The design system: components that know nothing of the business.
//!
//! Every text is a prop already in the reader's script; an optional text that is blank is not shown. Nothing here reads a
//! clock or draws lots, so that server and browser render the same. Styles live in `style/`, one partial for each module.
//!
//! Layout is done with a few classes on plain elements: `container` (page width), `stack` (vertical rhythm), `cluster`
//! (wrapping row), `grid` (cards), `columns` with `columns__main` and `columns__aside`, `muted`, `lede`, `visually-hidden`,
//! `no-print` and `print-only`. Forms should be `novalidate`: the server's rules judge, and word it in the reader's script.

pub mod action;
mod blank;
pub mod calendar;
pub mod card;
pub mod chart;
pub mod choice;
pub mod chrome;
pub mod field;
pub mod file;
pub mod icon;
pub mod nav;
pub mod notice;
pub mod offer;
pub mod page;
pub mod price;
pub mod progress;
pub mod rcdata;
pub mod slot;
pub mod stat;
pub mod summary;
pub mod table;
pub mod tone;

pub use action::{BackLink, Button, LinkButton};
pub use calendar::{CalCell, Calendar};
pub use card::{Card, CardLink, PlaceCardView};
pub use chart::{BarChart, BarItem, ChartTable, ColumnChart, ColumnSeries, RateChart, RateLine};
pub use choice::{CheckField, RadioCard, RadioCards};
pub use chrome::{ScriptSwitch, SiteFooter, SiteHeader, SkipLink, TabBar};
pub use field::{Field, FieldRow, Hidden, SelectField, TextArea};
pub use file::{FileField, FileItem, FileList};
pub use icon::{Art, Icon};
pub use nav::{KindTabs, NavItem, PageItem, Pagination, TabItem, Tabs};
pub use notice::{Countdown, EmptyState, ErrorSummary, Loading, Notice, Tag};
pub use offer::{AlternativeItem, Alternatives, OfferRow, ResultCard};
pub use page::{Hero, PageTitle, Prose, SearchPanel, Section};
pub use price::{Price, PriceRow, PriceTable};
pub use progress::{Curve, CurveStep, Steps, Timeline, TimelineItem, Track};
pub use rcdata::rcdata;
pub use slot::{SlotCell, SlotGrid};
pub use stat::{StatItem, Stats};
pub use summary::{Details, Panel, SummaryList, SummaryRow};
pub use table::DataTable;
pub use tone::{Fill, Tone};
