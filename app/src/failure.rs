//! Why a page could not be made, as the browser may know it.
//!
//! Deliberately not here: causes. They are for the server's log, not for a page.

use serde::{Deserialize, Serialize};

/// Why a page could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// Nobody is signed in.
    #[error("You are signed out. Nothing is lost. Sign in again to go on.")]
    SignedOut,
    /// There is no such thing, or it is not for this person.
    #[error("This page is not here. Check the address, or go back to your conferences.")]
    NotFound,
    /// The server cannot answer now.
    #[error("Hearth cannot answer just now. What was saved is safe. Try again in a moment.")]
    Unavailable,
}
