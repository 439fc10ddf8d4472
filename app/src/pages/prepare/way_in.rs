//! The way in for everybody with a telephone of their own: the join code and its picture.
//!
//! Deliberately not here: letting people in. The chair does that at the console, one by one.

use board::id::ConferenceId;
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::{IntoPart as _, in_fours};

/// The join code, and the picture that opens the front door with it.
#[component]
pub(super) fn WayIn(
    /// The page's connection.
    live: Live,
    /// The conference.
    id: ConferenceId,
) -> impl IntoView {
    let code = move || live.view.with(|view| view.desk.as_ref().and_then(|desk| desk.door.as_deref().map(in_fours)));
    let picture = format!("/conferences/{id}/door.svg");
    let anew = format!("/conferences/{id}/door");
    view! {
        <section id="way-in" class="sheet">
            <h2>"Way in"</h2>
            <Show when=move || code().is_some() fallback=|| view! { <p>"There is no join code now."</p> }>
                <div class="door">
                    <img
                        src=picture.clone()
                        alt="A square pattern that opens the front door with this code when it is photographed"
                        width="200"
                        height="200"
                    />
                    <div>
                        <p class="big-code">{code}</p>
                        <p>
                            "Print it on invitations, or show it when people arrive. Whoever types it waits until \
                             the chair lets them in."
                        </p>
                    </div>
                </div>
            </Show>
            <form method="post" action=anew>
                <button type="submit" class="button" aria-describedby="anew-hint">"Make a new join code"</button>
                <p class="hint" id="anew-hint">"The old code stops working. Who is in already stays in."</p>
            </form>
        </section>
    }
    .into_part()
}
