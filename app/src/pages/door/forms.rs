//! The two forms of the front door.
//!
//! Deliberately not here: tidying a code. The server forgives spaces, dashes and small letters.

use crate::here::brought_code;
use crate::ui::IntoPart as _;
use leptos::attr::custom::custom_attribute;
use leptos::html::Input;
use leptos::prelude::*;

use super::news::{About, News, Words};

/// The family's way in: a code and what to call them.
#[component]
pub(super) fn CodeForm(
    /// What the address says has happened.
    news: Memo<Option<News>>,
) -> impl IntoView {
    let on_code = move || news.get().filter(|news| news.about() == About::Code);
    // Somebody who photographed the pattern on the wall brings the code along, and only says their name.
    let (brought, called) = (RwSignal::new(None::<String>), NodeRef::<Input>::new());
    Effect::new(move |_| {
        if let (Some(code), Some(called)) = (brought_code(), called.get()) {
            brought.set(Some(code));
            let _ = called.focus();
        }
    });
    view! {
        <form class="sheet" method="post" action="/join">
            <h2>"I have a code"</h2>
            <p>"For families, young people and anyone asked to a conference. Your code is on your card or letter."</p>
            <div class="field">
                <label for="code">"Your code"</label>
                <p class="hint" id="code-hint">"8 letters and numbers, like KM7R-4TXW. Small letters are fine."</p>
                {move || on_code().map(|news| view! { <Words news id="code-news" /> })}
                <input
                    {..custom_attribute("autocorrect", "off")}
                    id="code"
                    class="code"
                    name="code"
                    required
                    maxlength="12"
                    value=move || brought.get()
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    autofocus=move || on_code().is_some()
                    aria-invalid=move || on_code().map(|_| "true")
                    aria-describedby="code-hint code-news"
                />
            </div>
            <div class="field">
                <label for="called">"What shall we call you?"</label>
                <p
                    class="hint"
                    id="called-hint"
                >
                    "A first name is enough. On a child’s tablet you can leave this out."
                </p>
                <input
                    id="called"
                    name="name"
                    maxlength="100"
                    autocomplete="off"
                    spellcheck="false"
                    node_ref=called
                    aria-describedby="called-hint"
                />
            </div>
            <button type="submit" class="button" data-kind="main" data-size="live">"Come in"</button>
            <p class="hint">"No app and no account. The chair sees your name before you come in."</p>
        </form>
    }
    .into_part()
}

/// The staff's way in: a name and a password.
#[component]
pub(super) fn StaffForm(
    /// What the address says has happened.
    news: Memo<Option<News>>,
) -> impl IntoView {
    let wrong = move || news.get().filter(|news| news.about() == About::SignIn);
    view! {
        <form class="staff" method="post" action="/sign-in">
            <h2>"I work here"</h2>
            {move || wrong().map(|news| view! { <Words news id="sign-in-news" /> })}
            <div class="field">
                <label for="name">"Sign-in name"</label>
                <input
                    id="name"
                    name="name"
                    required
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck="false"
                    autofocus=move || wrong().is_some()
                    aria-invalid=move || wrong().map(|_| "true")
                    aria-describedby="sign-in-news"
                />
            </div>
            <div class="field">
                <label for="password">"Password"</label>
                <input
                    id="password"
                    name="password"
                    type="password"
                    required
                    autocomplete="current-password"
                    aria-invalid=move || wrong().map(|_| "true")
                    aria-describedby="sign-in-news"
                />
            </div>
            <button type="submit" class="button" data-kind="ink">"Sign in"</button>
            <details>
                <summary>"I can’t sign in"</summary>
                <p>
                    "Ask whoever looks after Hearth where you work. They can give you a new password. "
                    "Nobody else can see yours, and Hearth never asks for it by telephone or email."
                </p>
            </details>
        </form>
    }
    .into_part()
}
