//! What stands in the frame on a page of staff when somebody will soon be signed out, or is: the page around it stays as it
//! is, with everything that is unsent or half written.
//!
//! Deliberately a page of its own: signing in here neither leaves that page nor loads it again.

use leptos::prelude::*;

use super::code::HINT;
use super::frame::{code_field, news, wrong};
use crate::given::Stay;
use crate::ui::IntoPart as _;

pub(super) fn draw(stay: Stay) -> AnyView {
    let inside = match stay {
        Stay::In => {
            view! { <p role="status"><b>"You are signed in."</b>" Everything on this page is as you left it."</p> }
                .into_part()
        }
        Stay::Idle => idle(),
        Stay::Over => sign_in(
            "You have been signed in for twelve hours, and will be signed out soon.",
            "Sign in again now. Nothing on this page is lost.",
        ),
        Stay::Code => view! {
            <form class="row" method="post" action="/sign-in/code">
                <input type="hidden" name="framed" value="yes" />
                {code_field("code", HINT, wrong().as_deref())}
                <button type="submit" class="button" data-kind="main">"Go on"</button>
            </form>
        }
        .into_part(),
        Stay::SetUp => view! {
            <p>
                "Everybody needs a second step here. "
                <a href="/account/second-factor" target="_blank">"Set it up on a page of its own"</a>
                "; then this page goes on by itself."
            </p>
        }
        .into_part(),
        Stay::Out => {
            sign_in("You are signed out.", "Sign in again, and this page goes on with everything that is on it.")
        }
    };
    view! { <main class="stay" aria-label="Staying signed in">{inside}</main> }.into_part()
}

fn idle() -> AnyView {
    view! {
        <form class="row" method="post" action="/sign-in/stay">
            <p role="alert">
                <b>"You will be signed out within two minutes, because nothing was done here for a while."</b>
                " Nothing on this page is lost by that."
            </p>
            <button type="submit" class="button" data-kind="main">"Stay signed in"</button>
        </form>
    }
    .into_part()
}

fn sign_in(what: &'static str, todo: &'static str) -> AnyView {
    let wrong = wrong();
    view! {
        <form class="row" method="post" action="/sign-in">
            <input type="hidden" name="framed" value="yes" />
            <p role="alert">
                <b>{what}</b>
                " "
                {todo}
            </p>
            {news("sign-in-news", wrong.as_deref(), &["sign-in", "slow"])}
            <div class="field">
                <label for="name">"Sign-in name"</label>
                <input id="name" name="name" required autocomplete="username" autocapitalize="none" spellcheck="false" />
            </div>
            <div class="field">
                <label for="password">"Password"</label>
                <input id="password" name="password" type="password" required autocomplete="current-password" />
            </div>
            <button type="submit" class="button" data-kind="main">"Sign in"</button>
        </form>
    }
    .into_part()
}
