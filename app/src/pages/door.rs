//! The front door: two ways in, the family's first.
//!
//! Deliberately not here: checking a code or a password. Both forms post to the server and work without a script.

use leptos::prelude::*;

use crate::given::{DoorPage, Staff, receive};
use crate::here::asked;
use crate::ui::ExitLink;

mod foot;
mod forms;
mod news;

use foot::Foot;
use forms::{CodeForm, StaffForm};
use news::{About, News, Words};

/// The page at `/`.
#[component]
pub fn Door() -> impl IntoView {
    let query = asked();
    let news = Memo::new(move |_| query.with(News::read));
    let DoorPage { is_new, staff } = receive().unwrap_or(DoorPage { is_new: false, staff: None });
    let for_all = move || news.get().filter(|news| news.about() == About::Everyone);

    view! {
        <div class="signin">
            <header>
                <a class="mark" href="/">
                    <crate::ui::Icon name="mark" />
                    "Hearth"
                </a>
                <ExitLink />
            </header>
            <main>
                <h1>"Everyone at the table can be heard"</h1>
                {move || for_all().map(|news| view! { <Words news id="news" /> })}
                <Beginning is_new />
                <Onward staff />
                <div class="ways">
                    <CodeForm news />
                    <StaffForm news />
                </div>
            </main>
            <Foot />
        </div>
    }
}

/// What to do when nobody has an account yet.
#[component]
fn Beginning(
    /// Whether the first account is still to be made.
    is_new: bool,
) -> impl IntoView {
    is_new.then(|| {
        view! {
            <p class="news">
                <b>"This Hearth is new."</b>
                " Nobody can sign in yet. The first account is made with the one-time link that Hearth printed on the \
                 terminal when it was started. Open that link in this browser."
            </p>
        }
    })
}

/// The way on for somebody who is signed in already.
#[component]
fn Onward(
    /// Who is signed in.
    staff: Option<Staff>,
) -> impl IntoView {
    staff.map(|staff| {
        view! {
            <p class="news">
                {format!("You are signed in as {}. ", staff.name)}
                <a class="button" href="/conferences">"Go on to your conferences"</a>
            </p>
        }
    })
}
