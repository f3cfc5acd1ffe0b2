//! What a colour means.

/// The meaning a component's colours carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// No meaning of its own; as a button the second choice.
    #[default]
    Plain,
    /// The main thing on the page.
    Primary,
    /// Warm emphasis: a recommendation, the one call to book.
    Accent,
    /// It went well, it is free.
    Good,
    /// Look here: little left, time runs out.
    Warn,
    /// It failed, it is gone, it cannot be undone.
    Bad,
    /// Worth knowing.
    Info,
    /// As little as possible; as a button a mere link.
    Quiet,
}

impl Tone {
    /// The suffix of the component's modifier class.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Primary => "primary",
            Tone::Accent => "accent",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
            Tone::Info => "info",
            Tone::Quiet => "quiet",
        }
    }

    /// The icon that says the same without colour.
    pub(crate) fn icon(self) -> &'static str {
        match self {
            Tone::Good => "check",
            Tone::Warn | Tone::Bad => "warning",
            _ => "info",
        }
    }
}

/// How full a day, a slot or a departure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// Plenty left.
    #[default]
    Free,
    /// Little left.
    Few,
    /// Nothing left.
    Full,
    /// Not offered.
    Closed,
}

impl Fill {
    /// The suffix of the component's modifier class.
    pub fn class(self) -> &'static str {
        match self {
            Fill::Free => "free",
            Fill::Few => "few",
            Fill::Full => "full",
            Fill::Closed => "closed",
        }
    }
}
