//! Where somebody is signed in: since when, when they last did something, with which sort of device; and ending it.
//!
//! Deliberately coarse: a device is a few words, and no place is known.

use leptos::prelude::*;

use super::frame::{done, frame};
use crate::given::{SessionLine, Staff};
use crate::ui::IntoPart as _;

pub(super) fn draw(staff: Staff, lines: Vec<SessionLine>, has_second: bool) -> AnyView {
    let others = lines.iter().any(|line| !line.is_this).then(|| {
        view! {
            <form method="post" action="/account">
                <input type="hidden" name="do" value="others" />
                <button type="submit" class="button">"Sign out everywhere else"</button>
            </form>
        }
    });
    let rows = lines.into_iter().map(row).collect_view();
    let second = if has_second { "The second step of signing in" } else { "Set up a second step for signing in" };
    let inside = view! {
        {done()}
        <section class="sheet stack">
            <ul class="lines">{rows}</ul>
            {others}
            <p class="hint">"If you do not know one of these, sign it out and choose another password."</p>
        </section>
        <p class="row">
            <a class="button" href="/account/password">"Choose another password"</a>
            <a class="button" href="/account/second-factor">{second}</a>
        </p>
    };
    frame(Some(&staff), "Where you are signed in", inside.into_part())
}

fn row(line: SessionLine) -> AnyView {
    let end = (!line.is_this).then(|| {
        view! {
            <form method="post" action="/account">
                <input type="hidden" name="do" value="end" />
                <input type="hidden" name="session" value=line.name.clone() />
                <button type="submit" class="button" aria-label=format!("Sign out: {}", line.device)>"Sign out"</button>
            </form>
        }
    });
    let this = line.is_this.then_some("This one. ");
    view! {
        <li class="row">
            <p>
                <b>{line.device.clone()}</b>
                <br />
                {this}
                {format!("Signed in {}; last used {}.", line.began, line.used)}
            </p>
            {end}
        </li>
    }
    .into_part()
}
