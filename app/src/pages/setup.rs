//! The first account, made once with the link that Hearth printed when it was started.
//!
//! Deliberately not here: checking the link or the password. The form posts to the server and works without a script.

use leptos::prelude::*;

use crate::here::asked;
use crate::ui::{Icon, IntoPart as _};

/// The page at `/setup/:token`.
#[component]
pub fn Setup(
    /// The token of the link, as the address has it.
    token: String,
) -> impl IntoView {
    let query = asked();
    let wrong = Memo::new(move |_| query.with(|query| query.get("wrong").as_deref().and_then(Wrong::read)));
    let link_is_bad = move || matches!(wrong.get(), Some(Wrong::Token));

    view! {
        <div class="signin setup">
            <header>
                <a class="mark" href="/">
                    <Icon name="mark" />
                    "Hearth"
                </a>
            </header>
            <main>
                <h1>"Make the first account"</h1>
                <form class="sheet" method="post" action="/setup">
                    <p>"This account can open conferences and chair them. You need it once; after that you sign in."</p>
                    {move || {
                        link_is_bad()
                            .then(|| {
                                view! {
                                    <p class="news" role="alert">
                                        <b>"This link has been used, or is too old."</b>
                                        " Nothing was changed. If you have an account, sign in at the front page. If \
                                         not, start Hearth again and open the new link it prints."
                                    </p>
                                }
                            })
                    }}
                    <input type="hidden" name="token" value=token />
                    <Names wrong />
                    <Password wrong />
                    <button type="submit" class="button" data-kind="main" data-size="live">"Make the account"</button>
                </form>
            </main>
        </div>
    }
}

/// What the server could not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    /// The password is too short.
    Short,
    /// The password is among the first that would be tried.
    Easy,
    /// The link has been used or is too old.
    Token,
    /// The name is empty, or cannot be one.
    Name,
}

impl Wrong {
    fn read(code: &str) -> Option<Self> {
        match code {
            "short" => Some(Self::Short),
            "easy" => Some(Self::Easy),
            "token" => Some(Self::Token),
            "name" => Some(Self::Name),
            _ => None,
        }
    }
}

/// The two names: one to sign in with, one to be shown.
#[component]
fn Names(
    /// What the server could not take.
    wrong: Memo<Option<Wrong>>,
) -> impl IntoView {
    let on_name = move || wrong.get() == Some(Wrong::Name);
    view! {
        <div class="field">
            <label for="display">"Your name"</label>
            <p class="hint" id="display-hint">"As people know you, like Siân Pryce-Jones"</p>
            <input
                id="display"
                name="display_name"
                required
                maxlength="200"
                autocomplete="name"
                aria-describedby="display-hint"
            />
        </div>
        <div class="field">
            <label for="name">"A name to sign in with"</label>
            <p class="hint" id="name-hint">"Short and easy to type, like sian"</p>
            {move || {
                on_name()
                    .then(|| {
                        view! {
                            <p class="news" id="name-news" role="alert">
                                <b>"That name cannot be used."</b>
                                " Nothing was saved. Fill in both names; the one to sign in with has 60 letters at \
                                 most."
                            </p>
                        }
                    })
            }}
            <input
                id="name"
                name="name"
                required
                maxlength="60"
                autocomplete="username"
                autocapitalize="none"
                spellcheck="false"
                autofocus=on_name
                aria-invalid=move || on_name().then_some("true")
                aria-describedby="name-hint name-news"
            />
        </div>
    }
    .into_part()
}

/// The password, which can be looked at while it is typed.
#[component]
fn Password(
    /// What the server could not take.
    wrong: Memo<Option<Wrong>>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    // Without a script the button could do nothing, so it is not there.
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    let said = move || match wrong.get() {
        Some(Wrong::Short) => Some(("That password is too short.", " Nothing was saved. Use 12 letters or more.")),
        Some(Wrong::Easy) => Some((
            "That password is among the first that somebody would try.",
            " Nothing was saved. Use three words that have nothing to do with each other.",
        )),
        Some(Wrong::Token | Wrong::Name) | None => None,
    };
    let is_wrong = move || said().is_some();
    view! {
        <div class="field">
            <label for="password">"Password"</label>
            <p class="hint" id="password-hint">
                "12 letters or more; 15 or more are better. Three words that have nothing to do with each other are strong and easy to \
                 keep in mind."
            </p>
            {move || {
                said()
                    .map(|(what, todo)| {
                        view! {
                            <p class="news" id="password-news" role="alert">
                                <b>{what}</b>
                                {todo}
                            </p>
                        }
                    })
            }}
            <div class="beside">
                <input
                    id="password"
                    name="password"
                    type=move || if shown.get() { "text" } else { "password" }
                    required
                    minlength="12"
                    maxlength="1000"
                    autocomplete="new-password"
                    autocapitalize="none"
                    spellcheck="false"
                    autofocus=is_wrong
                    aria-invalid=move || is_wrong().then_some("true")
                    aria-describedby="password-hint password-news"
                />
                <button
                    type="button"
                    class="button"
                    hidden=move || !alive.get()
                    aria-pressed=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { "Hide" } else { "Show" }}
                </button>
            </div>
        </div>
    }
    .into_part()
}
