//! What the server has to say after a form: what happened, what is safe, what to do.
//!
//! Deliberately not here: which of two things was wrong. That a name exists is not for a stranger to know.

use crate::here::Asked;
use crate::ui::IntoPart as _;
use leptos::prelude::*;

/// What the address says has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// The code opens nothing.
    WrongCode,
    /// Name and password do not go together.
    WrongSignIn,
    /// Too many tries.
    TooMany,
    /// Too many people wait to be let in.
    Full,
    /// Signed out, because they asked to.
    SignedOut,
    /// Left a conference, because they asked to.
    Left,
}

/// Which form a piece of news belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The code.
    Code,
    /// Signing in.
    SignIn,
    /// Both, or none.
    Everyone,
}

impl News {
    /// Reads the address. Anything it does not know is no news.
    pub(super) fn read(query: &Asked) -> Option<Self> {
        match query.get("wrong").as_deref() {
            Some("code") => Some(Self::WrongCode),
            Some("sign-in") => Some(Self::WrongSignIn),
            Some("slow") => Some(Self::TooMany),
            Some("full") => Some(Self::Full),
            None if query.get("signed-out").is_some() => Some(Self::SignedOut),
            None if query.get("left").is_some() => Some(Self::Left),
            Some(_) | None => None,
        }
    }

    /// Which form it belongs to.
    pub(super) fn about(self) -> About {
        match self {
            Self::WrongCode | Self::Full => About::Code,
            Self::WrongSignIn => About::SignIn,
            Self::TooMany | Self::SignedOut | Self::Left => About::Everyone,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::WrongCode => (
                "That code does not open a conference.",
                "Nothing else has happened. Look at each letter on your card, and type it once more with your name. If it \
                 still does not work, ask the person who gave it to you for a new one.",
            ),
            Self::WrongSignIn => (
                "That name and password do not go together.",
                "Nothing is lost. Check both and try again. Capital letters count in a password.",
            ),
            Self::TooMany => (
                "That was a lot of tries, so we have paused this page.",
                "Nothing is lost and nobody is in trouble. Wait a few minutes, then try again. If you are at a \
                 conference now, ask the chair for help.",
            ),
            Self::Full => (
                "Very many people are waiting to be let in.",
                "Nothing is lost, and your code is right. Ask the chair to let somebody in, then try once more.",
            ),
            Self::SignedOut => ("You are signed out.", "Everything you saved is safe."),
            Self::Left => {
                ("You have left the conference.", "What you said there is kept safe. You can close this page.")
            }
        }
    }
}

/// News in words, in the place of the field it is about.
#[component]
pub(super) fn Words(
    /// What happened.
    news: News,
    /// What the field refers to it by.
    id: &'static str,
) -> impl IntoView {
    let (what, todo) = news.words();
    view! {
        <p class="news" id=id role="alert">
            <b>{what}</b>
            " "
            {todo}
        </p>
    }
    .into_part()
}
