//! Handing a tablet to a child: a code that leads to that child's tools and to nothing else.
//!
//! Deliberately not here: making the code. The server makes it, and what is handed over comes with the page.

use crate::ui::IntoPart as _;
use board::id::ConferenceId;
use leptos::prelude::*;

use super::handed::Code;
use crate::given::Handed;
use crate::live::Live;

/// A button for each child, and the code once there is one.
#[component]
pub(super) fn Tablets(
    /// The page's connection.
    live: Live,
    /// The conference.
    id: ConferenceId,
    /// The code, once there is one.
    handed: Option<Handed>,
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
            {handed.map(|handed| view! { <Code live handed /> })}
            <div class="row">{hand_over}</div>
        </section>
    }
    .into_part()
}
