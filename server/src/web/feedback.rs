//! The forms of feedback: one answer for each code, and the cards with the codes.
//!
//! Deliberately not here: who answered. A code is one of a batch for a kind of form; it is never in an address that the
//! server sees, and it leaves the store with its answer.

use std::collections::BTreeMap;
use std::time::Instant;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use board::feedback::{Form, Theme, given};
use serde::Deserialize;
use store::{Given, Sensitive};

use super::Shared;
use super::asked::Form as Posted;
use super::failure::Failed;
use crate::code;
use crate::desk::results::this_quarter;

mod sheet;

/// How many cards are made at once, so that the one somebody takes is one of many.
const CARDS: usize = 12;

/// The most characters that are kept of what somebody writes.
const LONGEST: usize = 1_000;

/// Counts one person's answers, once for each code.
pub(crate) async fn give(
    State(shared): State<Shared>,
    Posted(fields): Posted<BTreeMap<String, String>>,
) -> Result<Response, Failed> {
    let field = |name: &str| fields.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let form = field("form").and_then(|form| Form::coded(&form)).ok_or(Failed::Form)?;
    let again = || Redirect::to(&format!("/feedback/{}?wrong", form.code())).into_response();
    let Some(code) = field("code").and_then(|code| code::typed(&code)) else {
        return Ok(again());
    };
    if !shared.cards.begin(Instant::now()) {
        return Ok(again());
    }
    let theme = field("theme").and_then(|theme| Theme::coded(&theme)).map(|theme| theme.code().to_owned());
    let words = field("words").map(|words| words.chars().take(LONGEST).collect::<String>());
    let answers = given(form, field).into_iter().map(|(question, answer)| (question.to_owned(), answer.to_owned()));
    let given = Given {
        form: form.code().to_owned(),
        quarter: this_quarter().code(),
        answers: answers.collect(),
        words: words.map(|words| (Sensitive::from(words), theme)),
    };
    if shared.store.give_feedback(&code::hash(&code), given).await? {
        shared.cards.succeeded();
        return Ok(Redirect::to("/feedback/thanks").into_response());
    }
    Ok(again())
}

/// What kind of form the cards are for.
#[derive(Deserialize)]
pub(crate) struct Cards {
    form: String,
}

/// Makes a sheet of cards. It is shown once: the store has only the codes' hashes, the form they are for, and the quarter
/// they are good for.
pub(crate) async fn cards(
    State(shared): State<Shared>,
    headers: HeaderMap,
    Posted(asked): Posted<Cards>,
) -> Result<Response, Failed> {
    let form = Form::coded(&asked.form).ok_or(Failed::Form)?;
    let quarter = this_quarter();
    shared.store.delete_old_feedback_codes(&quarter.code()).await?;
    let codes = (0..CARDS).map(|_| code::new_code()).collect::<Result<Vec<_>, _>>()?;
    let hashes = codes.iter().map(|code| code::hash(code)).collect();
    shared.store.put_feedback_codes(hashes, form.code(), &quarter.next().code()).await?;
    let address = shared.address(&headers).ok_or(Failed::NotFound)?;
    let sheet = sheet::sheet(&format!("{address}/feedback/{}", form.code()), &codes)?;
    Ok((sheet::policy(), Html(sheet)).into_response())
}
