//! The side room: a device for a child who is in the building and not in the meeting.
//!
//! Deliberately not here: making the code. The server makes it, and sends the browser back here with it.

use board::id::ConferenceId;
use board::view::ChildView;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::tablet::Code;
use crate::live::Live;

/// A button for each child, and the code once there is one.
#[component]
pub(super) fn SideRoom(
    /// The page's connection.
    live: Live,
    /// The conference.
    id: ConferenceId,
    /// The code, once there is one.
    code: Option<String>,
) -> impl IntoView {
    let children = move || live.view.with(|view| view.head.children.clone());
    let action = StoredValue::new(format!("/conferences/{id}/side-room"));
    let hand_over = move |child: ChildView| {
        view! {
            <form method="post" action=action.get_value()>
                <input type="hidden" name="child" value=child.id.to_string() />
                <button type="submit" class="button">{format!("A side-room device for {}", child.known_as)}</button>
            </form>
        }
    };
    view! {
        <section id="side-room" class="sheet">
            <h2>"The side room"</h2>
            <p>
                "For a child who is close by with somebody they trust. The device shows the child’s own words and the \
                 lines that you mark as fit for them at the board, and hears nothing. The child can send you “Yes”, \
                 “Not like that” and “Something to add”. The wall says that they are here only if they say so."
            </p>
            {code.map(|code| view! { <Code code /> })}
            <div class="row">{move || children().into_iter().map(hand_over).collect_view()}</div>
        </section>
    }
    .into_part()
}
