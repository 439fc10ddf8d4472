//! Handing a tablet to a child: a code that leads to that child's tools and to nothing else.
//!
//! Deliberately not here: making the code. The server makes it, and sends the browser back here with it.

use crate::ui::IntoPart as _;
use board::id::ConferenceId;
use leptos::prelude::*;

use crate::live::Live;

/// A button for each child, and the code once there is one.
#[component]
pub(super) fn Tablets(
    /// The page's connection.
    live: Live,
    /// The conference.
    id: ConferenceId,
    /// The code, once there is one.
    code: Option<String>,
) -> impl IntoView {
    let children = move || live.view.with(|view| view.head.children.clone());
    let action = format!("/conferences/{id}/tablet");
    let hand_over = move || {
        let action = action.clone();
        let form = move |child: board::view::ChildView| {
            view! {
                <form method="post" action=action.clone()>
                    <input type="hidden" name="child" value=child.id.to_string() />
                    <button type="submit" class="button">{format!("Hand over a tablet to {}", child.known_as)}</button>
                </form>
            }
        };
        children().into_iter().map(form).collect_view()
    };
    view! {
        <section id="tablet" class="sheet">
            <h2>"A tablet for a child"</h2>
            <p>
                "Use a tablet that nobody is signed in on. With the code it shows that child’s own tools and nothing \
                 else: no other family, no board, and no way back to your account."
            </p>
            {code.map(|code| view! { <Code code /> })}
            <div class="row">{hand_over}</div>
        </section>
    }
    .into_part()
}

/// The code, big, and what to do with it.
#[component]
pub(super) fn Code(
    /// The code.
    code: String,
) -> impl IntoView {
    // The server does not know by which name people reach it; the browser does.
    let address = RwSignal::new("this site’s front page".to_owned());
    Effect::new(move |_| {
        if let Ok(host) = window().location().host() {
            address.set(host);
        }
    });
    view! {
        <div class="news handed" role="status">
            <ol>
                <li>"On the tablet, open a browser and go to " <b>{address}</b></li>
                <li>"Type this code under “I have a code”. No name is needed."</li>
                <li>"Sit with the child. Begin with who is there."</li>
            </ol>
            <p class="big-code">{code}</p>
            <p
                class="hint"
            >
                "The code works once. When the child has finished, they can hand the tablet back to you."
            </p>
        </div>
    }
    .into_part()
}
