//! What stands around these pages, and the fields that more than one of them has.
//!
//! Deliberately not here: which of two things was wrong where that would tell a stranger something.

use leptos::prelude::*;

use crate::given::Staff;
use crate::here::asked;
use crate::ui::{Icon, IntoPart as _};

/// The page, with the way back to the conferences for whoever is in.
pub(super) fn frame(staff: Option<&Staff>, heading: &'static str, inside: AnyView) -> AnyView {
    let home = if staff.is_some() { "/conferences" } else { "/" };
    let back = staff.map(|staff| {
        view! {
            <p>{staff.name.clone()}</p>
            <a class="button" data-kind="plain" href="/account">"Your account"</a>
            <a class="button" data-kind="plain" href="/conferences">"Your conferences"</a>
        }
    });
    view! {
        <div class="signin setup">
            <header>
                <a class="mark" href=home>
                    <Icon name="mark" />
                    "Hearth"
                </a>
                {back}
            </header>
            <main>
                <h1>{heading}</h1>
                {inside}
            </main>
        </div>
    }
    .into_part()
}

/// What the address says was wrong.
pub(super) fn wrong() -> Option<String> {
    asked().with_untracked(|asked| asked.get("wrong"))
}

/// What the address says was done.
pub(super) fn done() -> AnyView {
    let words = match asked().with_untracked(|asked| asked.get("done")).as_deref() {
        Some("password") => "You have a new password. Everywhere else you are signed out.",
        Some("ended") => "That device is signed out.",
        Some("others") => "Everywhere else you are signed out.",
        Some("removed") => "The second step is gone. You can set it up again.",
        _ => return ().into_part(),
    };
    view! { <p class="news" role="status">{words}</p> }.into_part()
}

/// What was wrong, in words: what happened, what is safe, what to do.
pub(super) fn words(wrong: &str) -> Option<(&'static str, &'static str)> {
    Some(match wrong {
        "code" => (
            "That code is not right, or was used before.",
            "Nothing is lost. Wait for the next code on your telephone and type that. If its clock is wrong, set it to the network’s time.",
        ),
        "slow" => (
            "That was a lot of tries, so we have paused this page.",
            "Nothing is lost and nobody is in trouble. Wait a few minutes, then try again.",
        ),
        "sign-in" => ("That name and password do not go together.", "Nothing is lost. Check both and try again."),
        "password" => ("That is not your password.", "Nothing was changed. Try again; capital letters count."),
        "short" => (
            "That password is too short or too long.",
            "Nothing was saved. Use 12 to 200 letters; 15 or more are better.",
        ),
        "easy" => (
            "That password is among the first that somebody would try.",
            "Nothing was saved. Three words that have nothing to do with each other are strong and easy to keep in mind.",
        ),
        "same" => ("The two passwords are not the same.", "Nothing was saved. Type the new one twice."),
        "name" => {
            ("That name cannot be used.", "Nothing was saved. It has 1 to 60 letters, and nobody else has it here.")
        }
        _ => return None,
    })
}

/// News in the place of the field it is about.
pub(super) fn news(id: &'static str, wrong: Option<&str>, about: &[&str]) -> AnyView {
    let words = wrong.filter(|wrong| about.contains(wrong)).and_then(words);
    words
        .map(|(what, todo)| {
            view! {
                <p class="news" id=id role="alert">
                    <b>{what}</b>
                    " "
                    {todo}
                </p>
            }
        })
        .into_part()
}

/// A field for the code of a telephone, or a recovery code.
pub(super) fn code_field(id: &'static str, hint: &'static str, wrong: Option<&str>) -> AnyView {
    let is_wrong = wrong == Some("code");
    view! {
        <div class="field">
            <label for=id>"Code"</label>
            <p class="hint" id="code-hint">{hint}</p>
            {news("code-news", wrong, &["code", "slow"])}
            <input
                id=id
                name="code"
                required
                maxlength="60"
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                autofocus
                aria-invalid=is_wrong.then_some("true")
                aria-describedby="code-hint code-news"
            />
        </div>
    }
    .into_part()
}

/// A password that somebody has.
pub(super) fn password_field(label: &'static str, wrong: Option<&str>) -> AnyView {
    view! {
        <div class="field">
            <label for="password">{label}</label>
            {news("password-news", wrong, &["password", "slow"])}
            <input
                id="password"
                name="password"
                type="password"
                required
                maxlength="1000"
                autocomplete="current-password"
                autofocus
                aria-invalid=(wrong == Some("password")).then_some("true")
                aria-describedby="password-news"
            />
        </div>
    }
    .into_part()
}

/// A password that somebody chooses, twice.
pub(super) fn new_password_fields(wrong: Option<&str>) -> AnyView {
    let about = ["short", "easy", "same"];
    let is_wrong = wrong.is_some_and(|wrong| about.contains(&wrong));
    let field = |id: &'static str, label: &'static str, described: &'static str| {
        view! {
            <label for=id>{label}</label>
            <input
                id=id
                name=id
                type="password"
                required
                minlength="12"
                maxlength="1000"
                autocomplete="new-password"
                aria-invalid=is_wrong.then_some("true")
                aria-describedby=described
            />
        }
    };
    view! {
        <div class="field">
            <p class="hint" id="new-hint">
                "12 letters or more; 15 or more are better. Three words that have nothing to do with each other are strong and \
                 easy to keep in mind."
            </p>
            {news("new-news", wrong, &about)}
            {field("new", "New password", "new-hint new-news")}
            {field("twice", "The same once more", "new-news")}
        </div>
    }
    .into_part()
}
