//! Forms and addresses as the handlers read them: what cannot be read is answered in plain words, as everything else is.
//!
//! Deliberately not here: what they mean.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::failure::Failed;

/// A form.
pub(crate) struct Form<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Failed;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failed> {
        let axum::Form(form) = axum::Form::from_request(request, state).await.map_err(|_| Failed::Form)?;
        Ok(Self(form))
    }
}

/// What an address names. A name that cannot be one is nobody's.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failed> {
        let path = axum::extract::Path::from_request_parts(parts, state).await;
        let axum::extract::Path(named) = path.map_err(|_| Failed::NotFound)?;
        Ok(Self(named))
    }
}
