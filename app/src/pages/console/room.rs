//! The right column: the wall as it is, who waits, the hand on the wall's switch, and who is here. What must never be out of
//! sight stands still; the rest scrolls under it.
//!
//! Deliberately not here: presence by dots. Who is here is said in words, to the chair alone.

use leptos::prelude::*;

mod from_side_room;
mod here;
mod unfold_hand;
mod waiting;
mod wall_hand;
mod wall_live;
mod wall_picture;

use super::drawn::Drawn;
use super::hand::{Asking, Hand};
use crate::ui::IntoPart as _;
pub(super) use from_side_room::in_words;
use here::Here;
use unfold_hand::UnfoldHand;
use waiting::Waiting;
use wall_hand::WallHand;
use wall_live::WallLive;
use wall_picture::WallPicture;

/// The right column.
#[component]
pub(super) fn Room() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let id = hand.conference.with_value(ToString::to_string);
    let as_the_wall = format!("/conferences/{id}/as/wall");
    view! {
        <aside class="room" aria-label="The room">
            <WallPicture />
            {move || {
                hand.chair
                    .get()
                    .then(|| {
                        view! {
                            <Waiting />
                            <WallLive />
                        }
                    })
            }}
            <div class="scroller">
                <Drawn place="beside" class="meeting" />
                {move || {
                    hand.chair
                        .get()
                        .then(|| {
                            view! {
                                <UnfoldHand />
                                <WallHand />
                            }
                        })
                }}
                <section class="seats">
                    {move || {
                        hand.chair
                            .get()
                            .then(|| {
                                view! {
                                    <button
                                        type="button"
                                        class="button"
                                        on:click=move |_| hand.asking.set(Some(Asking::Door))
                                    >
                                        "Joining, and the wall"
                                    </button>
                                }
                            })
                    }}
                    <Here />
                    <nav class="ways-out" aria-label="This conference">
                        <a href=format!("/conferences/{id}/prepare") rel="external">"Prepare"</a>
                        <a href=format!("/conferences/{id}/record") rel="external">"Record"</a>
                        <a href=format!("/conferences/{id}/minutes/professionals") rel="external">"Minutes"</a>
                        <a href=format!("/conferences/{id}/minutes/family") rel="external">"Minutes for the family"</a>
                        <a href=format!("/conferences/{id}/after") rel="external">"After"</a>
                        {move || hand.chair.get().then(|| view! { <a href=as_the_wall.clone() rel="external">"View as"</a> })}
                    </nav>
                </section>
            </div>
        </aside>
    }
    .into_part()
}
