//! `server config`: works without a usable configuration, because it is what one needs to get there.

use super::say;
use crate::config::{VARIABLES, shown};

/// Lists every variable.
pub(super) fn list() -> anyhow::Result<()> {
    for variable in &VARIABLES {
        let default = if variable.secret { "(not shown)" } else { variable.default };
        say(variable.name)?;
        say(&format!("    {}", variable.meaning))?;
        say(&format!("    default: {default}"))?;
        say(&format!("    now:     {}", shown(variable)))?;
    }
    Ok(())
}
