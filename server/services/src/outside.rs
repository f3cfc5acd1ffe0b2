//! What is reached outside the house: the payment provider, the mail server, the text message service, the scanner of
//! files. Each may be absent.

use std::{fmt, sync::Arc};

use crate::{
    notice::{Mail, Sms},
    payment::Gateway,
    upload::Scanner,
};

/// The world outside.
#[derive(Clone, Default)]
pub struct Outside {
    /// The payment provider; without one nothing can be paid online.
    pub gateway: Option<Arc<dyn Gateway>>,
    /// The mail server; without one no mail is written.
    pub mail: Option<Arc<dyn Mail>>,
    /// The text message service; without one no text message is written.
    pub sms: Option<Arc<dyn Sms>>,
    /// The scanner of files that are attached; without one they are kept unscanned.
    pub scanner: Option<Arc<dyn Scanner>>,
    /// The site's public address without a slash at its end, for links in notices.
    pub origin: String,
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside")
            .field("gateway", &self.gateway.is_some())
            .field("mail", &self.mail.is_some())
            .field("sms", &self.sms.is_some())
            .field("scanner", &self.scanner.is_some())
            .field("origin", &self.origin)
            .finish()
    }
}
