//! Making one's own account with an invitation.
//!
//! Deliberately asks for what stands behind the `#` of the link: no browser sends that by itself, so no log has it. A few lines
//! of script put it into the field; without them it is typed or pasted.

use leptos::prelude::*;

use super::frame::{frame, new_password_fields, news};
use crate::given::Invited;
use crate::ui::IntoPart as _;

pub(super) fn draw(invited: Invited) -> AnyView {
    let inside = match invited {
        Invited::Asked { is_bad } => asked(is_bad),
        Invited::Known { token, display_name, name, wrong } => known(token, display_name, name, wrong),
    };
    frame(None, "Make your account", inside)
}

fn asked(is_bad: bool) -> AnyView {
    let news = is_bad.then(|| {
        view! {
            <p class="news" id="token-news" role="alert">
                <b>"This invitation has been used, or is too old."</b>
                " Nothing was changed. If you have made your account, sign in at the front page. If not, ask whoever invited you \
                 for another link."
            </p>
        }
    });
    view! {
        <form class="sheet" method="post" action="/invited">
            <div class="field">
                <label for="token">"Invitation"</label>
                <p class="hint" id="token-hint">"What stands behind the # in the link that you were given"</p>
                {news}
                <input
                    id="token"
                    name="token"
                    required
                    maxlength="200"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby="token-hint token-news"
                />
            </div>
            <button type="submit" class="button" data-kind="main" data-size="live">"Go on"</button>
        </form>
        <script src="/invited.js"></script>
    }
    .into_part()
}

fn known(token: String, display_name: String, name: String, wrong: Option<String>) -> AnyView {
    let wrong = wrong.as_deref();
    view! {
        <form class="sheet" method="post" action="/invited">
            <input type="hidden" name="token" value=token />
            <div class="field">
                <label for="display">"Your name"</label>
                <p class="hint" id="display-hint">"As people know you"</p>
                <input
                    id="display"
                    name="display_name"
                    required
                    maxlength="200"
                    autocomplete="name"
                    value=display_name
                    aria-describedby="display-hint"
                />
            </div>
            <div class="field">
                <label for="name">"A name to sign in with"</label>
                <p class="hint" id="name-hint">"Short and easy to type"</p>
                {news("name-news", wrong, &["name"])}
                <input
                    id="name"
                    name="name"
                    required
                    maxlength="60"
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck="false"
                    value=name
                    aria-invalid=(wrong == Some("name")).then_some("true")
                    aria-describedby="name-hint name-news"
                />
            </div>
            {new_password_fields(wrong)}
            <button type="submit" class="button" data-kind="main" data-size="live">"Make the account"</button>
        </form>
    }
    .into_part()
}
