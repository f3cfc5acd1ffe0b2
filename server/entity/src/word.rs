//! Reading what the database keeps as a word or as JSON. What is found there and makes no sense is a fault of ours, said
//! with the column's name and never with its content, which may be a person's data.

use std::str::FromStr;

use sea_orm::DbErr;
use serde::de::DeserializeOwned;

/// A word such as a role or a status.
///
/// # Errors
/// When the word is not one of them.
pub fn read<T: FromStr>(column: &str, word: &str) -> Result<T, DbErr> {
    word.parse().map_err(|_| DbErr::Type(format!("{column} holds an unknown word")))
}

/// Something kept as JSON.
///
/// # Errors
/// When the text is something else.
pub fn json<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|_| DbErr::Type(format!("{column} is not readable")))
}
