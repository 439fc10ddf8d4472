//! Inviting somebody, for whoever keeps the accounts: a name, a role, and a link that is shown once.
//!
//! Deliberately sends nothing: the link is given to the person by a way that is theirs alone.

use leptos::prelude::*;

use super::frame::{frame, news, wrong};
use crate::given::{Invite, Staff};
use crate::ui::IntoPart as _;

pub(super) fn draw(staff: Staff, invite: Invite) -> AnyView {
    let inside = match invite {
        Invite::Asked { roles } => asked(roles),
        Invite::Made { name, link } => made(name, link),
    };
    frame(Some(&staff), "Invite somebody", inside)
}

fn asked(roles: Vec<(String, String)>) -> AnyView {
    let wrong = wrong();
    let roles = roles.into_iter().map(|(code, words)| view! { <option value=code>{words}</option> }).collect_view();
    view! {
        <form class="sheet" method="post" action="/people/invite">
            <div class="field">
                <label for="display">"Their name"</label>
                <p class="hint" id="display-hint">"As people know them"</p>
                <input id="display" name="display_name" required maxlength="200" autocomplete="off" aria-describedby="display-hint" />
            </div>
            <div class="field">
                <label for="name">"A name to sign in with"</label>
                <p class="hint" id="name-hint">"They may choose another"</p>
                {news("name-news", wrong.as_deref(), &["name"])}
                <input
                    id="name"
                    name="name"
                    required
                    maxlength="60"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=(wrong.as_deref() == Some("name")).then_some("true")
                    aria-describedby="name-hint name-news"
                />
            </div>
            <div class="field">
                <label for="role">"What the account is for"</label>
                <select id="role" name="role">{roles}</select>
            </div>
            <button type="submit" class="button" data-kind="main" data-size="live">"Make the link"</button>
        </form>
    }
    .into_part()
}

fn made(name: String, link: String) -> AnyView {
    view! {
        <section class="sheet stack">
            <p role="status">
                <b>{format!("{name} can make the account with this link, once, within seven days.")}</b>
                " It is shown now and never again. Give it to nobody else, and not by a way that others read."
            </p>
            <p class="key">{link}</p>
            <p>
                <a class="button" href="/people/invite">"Invite somebody else"</a>
            </p>
        </section>
    }
    .into_part()
}
