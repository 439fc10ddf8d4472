//! The right column: the wall as it is, the hand on its switch, who waits and who is here.
//!
//! Deliberately not here: presence by dots. Who is here is said in words, to the chair alone.

use leptos::prelude::*;

mod from_side_room;
mod here;
mod unfold_hand;
mod waiting;
mod wall_hand;

use super::hand::{Asking, Hand};
use super::wall_view::wall_view;
use crate::ui::{IntoPart as _, WallScreen};
use from_side_room::FromSideRoom;
pub(super) use from_side_room::in_words;
use here::Here;
use unfold_hand::UnfoldHand;
use waiting::Waiting;
use wall_hand::WallHand;

/// The right column.
#[component]
pub(super) fn Room() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let wall = Memo::new(move |_| hand.live().view.with(wall_view));
    let id = hand.conference.with_value(ToString::to_string);
    let as_the_wall = format!("/conferences/{id}/as/wall");
    view! {
        <aside class="room" aria-label="The room">
            <figure class="thumb">
                <figcaption class="label">"On the wall now"</figcaption>
                <div aria-hidden="true" inert=true>
                    <WallScreen view=wall />
                </div>
            </figure>
            <WallHand />
            {move || hand.chair.get().then(|| view! { <UnfoldHand /> })}
            <section class="seats">
                {move || {
                    hand.chair
                        .get()
                        .then(|| {
                            view! {
                                <Waiting />
                                <FromSideRoom />
                                <button type="button" class="button" on:click=move |_| hand.asking.set(Some(Asking::Door))>
                                    "Joining, and the wall"
                                </button>
                            }
                        })
                }}
                <Here />
                <nav class="ways-out" aria-label="This conference">
                    <a href=format!("/conferences/{id}/prepare") rel="external">"Prepare"</a>
                    <a href=format!("/conferences/{id}/minutes/professionals") rel="external">"Minutes"</a>
                    <a href=format!("/conferences/{id}/minutes/family") rel="external">"Minutes for the family"</a>
                    <a href=format!("/conferences/{id}/after") rel="external">"After"</a>
                    {move || hand.chair.get().then(|| view! { <a href=as_the_wall.clone() rel="external">"View as"</a> })}
                </nav>
            </section>
        </aside>
    }
    .into_part()
}
