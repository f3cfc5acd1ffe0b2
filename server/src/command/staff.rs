//! `server staff`.

use std::{
    io::{self, BufRead},
    process::ExitCode,
};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use domain::desk::Role;
use services::{Cx, staff};

use super::say;
use crate::config;

/// What can be done with staff accounts.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Adds an account; the password is the first line of standard input, or STAFF_PASSWORD.
    Add(Add),
}

/// The new account.
#[derive(Args, Debug)]
pub(super) struct Add {
    /// Sign-in name.
    #[arg(long)]
    login: String,
    /// Name.
    #[arg(long)]
    name: String,
    /// agent, confirmation, service, supervisor, finance, administration, manager or admin.
    #[arg(long, value_parser = role)]
    role: Role,
}

/// Runs it.
pub(super) async fn run(cx: &Cx, Command::Add(new): Command) -> anyhow::Result<ExitCode> {
    let password = match config::staff_password() {
        Some(password) => password,
        None => first_line().context("the password cannot be read from standard input")?,
    };
    if password.chars().count() < 8 {
        bail!("the password must have 8 characters or more");
    }
    staff::add(cx, &new.login, &new.name, new.role, &password).await?;
    say(&format!("{} can sign in at the desk", new.login))?;
    Ok(ExitCode::SUCCESS)
}

fn first_line() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The role by the word that crosses the wire.
fn role(word: &str) -> Result<Role, String> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|_| format!("there is no role {word:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_by_their_word() {
        assert_eq!(role("supervisor"), Ok(Role::Supervisor));
        assert!(role("king").is_err());
    }
}
