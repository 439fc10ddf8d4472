//! Setting the second step up: a picture for the camera, the key in letters, a code that shows it worked, and recovery codes.
//!
//! Deliberately one thing at a time: what is shown next depends on what was done, and recovery codes are shown once.

use leptos::prelude::*;

use super::frame::{code_field, done, frame, wrong};
use crate::given::{Factor, Staff};
use crate::ui::IntoPart as _;

/// Where all of its forms go.
const ACTION: &str = "/account/second-factor";

pub(super) fn draw(staff: Option<Staff>, factor: Factor, is_required: bool) -> AnyView {
    let inside = match factor {
        Factor::Off => off(is_required),
        Factor::Begun { key, picture } => begun(key, picture),
        Factor::Codes(codes) => shown_once(codes),
        Factor::On { left } => on(left, is_required),
    };
    frame(staff.as_ref(), "A second step for signing in", view! { {done()} {inside} }.into_part())
}

fn off(is_required: bool) -> AnyView {
    let why = if is_required {
        "Everybody who signs in here needs a second step. You set it up once; until then nothing else is open to you."
    } else {
        "With a second step nobody gets in who only knows your password."
    };
    view! {
        <form class="sheet" method="post" action=ACTION>
            <p>{why}</p>
            <p>
                "You need an app for codes on your telephone, such as the one your authority gives you. The app works without a \
                 network and sends nothing."
            </p>
            <input type="hidden" name="do" value="begin" />
            <button type="submit" class="button" data-kind="main" data-size="live">"Set it up"</button>
        </form>
    }
    .into_part()
}

fn begun(key: String, picture: String) -> AnyView {
    view! {
        <form class="sheet" method="post" action=ACTION>
            <p>"Point the app’s camera at this picture."</p>
            <div role="img" aria-label="The key as a picture; below it stands in letters" inner_html=picture></div>
            <p>
                "Or type this key into the app: "
                <b class="key">{key}</b>
            </p>
            <input type="hidden" name="do" value="confirm" />
            {code_field("code", "Then type the six digits that the app shows", wrong().as_deref())}
            <button type="submit" class="button" data-kind="main" data-size="live">"It works"</button>
        </form>
    }
    .into_part()
}

fn shown_once(codes: Vec<String>) -> AnyView {
    let lines = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view();
    view! {
        <section class="sheet stack">
            <p role="status">
                <b>"The second step is on."</b>
                " These are your recovery codes, for the day on which the telephone is lost. Each works once. They are shown \
                 now and never again: print them or write them down, and keep them where your telephone is not."
            </p>
            <ol class="codes">{lines}</ol>
            <p>
                <a class="button" data-kind="main" data-size="live" href="/conferences">"I have kept them"</a>
            </p>
        </section>
    }
    .into_part()
}

fn on(left: u64, is_required: bool) -> AnyView {
    let wrong = wrong();
    let remove = if is_required { "Move to another telephone" } else { "Take the second step away" };
    view! {
        <form class="sheet" method="post" action=ACTION>
            <p>
                <b>"The second step is on."</b>
                {format!(" {left} of your recovery codes are left.")}
            </p>
            {code_field("code", "For either of these, type the code that your telephone shows, or a recovery code", wrong.as_deref())}
            <p class="row">
                <button type="submit" class="button" name="do" value="codes">"Make new recovery codes"</button>
                <button type="submit" class="button" name="do" value="remove">{remove}</button>
            </p>
        </form>
    }
    .into_part()
}
