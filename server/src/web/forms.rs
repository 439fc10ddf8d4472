//! The plain forms: they work before a page is alive and without any script.
//!
//! Deliberately not here: the checks of a conference's rules. What a form asks of a conference is a command like any other.

mod access;
mod account;
mod conference;
mod hand_over;
mod invite;
mod invited;
mod join;
mod known;
mod meeting;
mod own;
mod password;
mod people;
mod second;
mod sessions;

use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse as _, Redirect, Response};

pub(crate) use access::{let_in, say_who, see_pass, told as passes_for};
pub(crate) use account::{account, setup, sign_in, sign_out};
pub(crate) use conference::{new_door, open_conference, pair_wall};
pub(crate) use hand_over::{hand_over_side_room, hand_over_tablet};
pub(crate) use invite::invite_somebody;
pub(crate) use invited::accept;
pub(crate) use join::{join, leave};
pub(crate) use meeting::meeting;
pub(crate) use own::hold_own_conference;
pub(crate) use password::{again, another, ask_first, going_on};
pub(crate) use people::{is_name as is_team_name, people};
pub(crate) use second::{code, second_factor};
pub(crate) use sessions::{end, name as session_name, own as own_sessions, stay};

/// Goes to a page, with or without cookies for the browser.
pub(super) fn go(to: &str, cookies: impl IntoIterator<Item = HeaderValue>) -> Response {
    let mut response = Redirect::to(to).into_response();
    set(&mut response, cookies);
    response
}

/// Gives the browser cookies.
pub(super) fn set(response: &mut Response, cookies: impl IntoIterator<Item = HeaderValue>) {
    for cookie in cookies {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
