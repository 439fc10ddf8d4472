//! What a handler answers when it cannot do what was asked: a status, plain words, and a line in the log with the cause.
//!
//! Deliberately not here: the cause in the answer. It is for those who run the server.

use app::failure::Failure;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use pictures::Refusal;
use store::StoreError;

use crate::auth::password::PasswordError;
use crate::auth::session::SessionError;
use crate::journal::JournalError;
use crate::room::Closed;

/// Why a request was not carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    /// Nobody is signed in, or the seat is closed.
    #[error("You are signed out. Nothing is lost. Sign in again to go on.")]
    SignedOut,
    /// There is no such thing, or it is not for this visitor.
    #[error("This is not here. Nothing was changed. Check the address.")]
    NotFound,
    /// A form could not be read.
    #[error("The form could not be read, and nothing was changed. Go back and try again.")]
    Form,
    /// A picture was not taken.
    #[error(transparent)]
    Picture(Refusal),
    /// The conference has as many pictures as it can keep.
    #[error(
        "This conference has as many pictures as Hearth can keep for it. Nothing was kept. Use fewer or smaller ones."
    )]
    NoRoom,
    /// One browser keeps more lines open than anybody has pages.
    #[error("Hearth is open too often in this browser. Nothing is lost. Close pages that you do not use.")]
    TooOften,
    /// The server cannot answer now.
    #[error("Hearth cannot answer just now. What was saved is safe. Try again in a moment.")]
    Unavailable(#[source] anyhow::Error),
}

impl Failed {
    /// The failure as a page may know it; its cause goes to the log.
    pub(crate) fn told(&self) -> Failure {
        match self {
            Self::SignedOut => Failure::SignedOut,
            Self::NotFound | Self::Form | Self::Picture(_) | Self::NoRoom | Self::TooOften => Failure::NotFound,
            Self::Unavailable(cause) => {
                tracing::error!(%cause, "a page could not be made");
                Failure::Unavailable
            }
        }
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Form => StatusCode::BAD_REQUEST,
            Self::Picture(refusal) => refused(*refusal),
            Self::NoRoom => StatusCode::CONFLICT,
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(cause) => {
                tracing::error!(%cause, "a request could not be carried out");
                StatusCode::SERVICE_UNAVAILABLE
            }
        };
        (status, self.to_string()).into_response()
    }
}

/// The status of a picture that was not taken.
fn refused(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::Empty | Refusal::Crop => StatusCode::BAD_REQUEST,
        Refusal::Other(_) | Refusal::Unknown => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Refusal::TooHeavy | Refusal::DocumentTooHeavy => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::TooLarge | Refusal::Broken | Refusal::TooMuch => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<JournalError> for Failed {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::NoBeginning | JournalError::Store(StoreError::NotFound | StoreError::Erased) => {
                Self::NotFound
            }
            other => Self::Unavailable(other.into()),
        }
    }
}

macro_rules! unavailable {
    ($($error:ty),*) => {$(
        impl From<$error> for Failed {
            fn from(error: $error) -> Self {
                Self::Unavailable(error.into())
            }
        }
    )*};
}

unavailable!(StoreError, SessionError, PasswordError, Closed, getrandom::Error, minutes::PdfError, minutes::DocxError);

impl From<axum::http::header::InvalidHeaderValue> for Failed {
    fn from(error: axum::http::header::InvalidHeaderValue) -> Self {
        Self::Unavailable(error.into())
    }
}
