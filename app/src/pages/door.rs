//! The front door: two ways in, the family's first.
//!
//! Deliberately not here: checking a code or a password. Both forms post to the server and work without a script.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::api;
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
    let query = use_query_map();
    let news = Memo::new(move |_| query.with(News::read));
    let known = Resource::new(|| (), |()| async { (api::is_new().await, api::who_is_signed_in().await) });
    let for_all = move || news.get().filter(|news| news.about() == About::Everyone);

    view! {
        <Title text="Hearth: come in" />
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
                <Suspense>
                    {move || Suspend::new(async move {
                        let (is_new, staff) = known.await;
                        view! {
                            <Beginning is_new=is_new.unwrap_or(false) />
                            <Onward staff=staff.ok().flatten() />
                        }
                    })}
                </Suspense>
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
    staff: Option<api::Staff>,
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
