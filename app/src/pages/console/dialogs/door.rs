//! How people join from their own devices, and how a screen becomes the wall.
//!
//! Deliberately not here: letting anybody in. Those who join wait until the chair lets them in.

use board::seat::Holder;
use board::view::View;
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::{Dialog, IntoPart as _, SiteAddress, in_fours};

/// The join code with its picture, and the form that pairs a wall. The form is a plain one: it works without a script.
#[component]
pub fn Door() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, _) = asked(hand, |asking| matches!(asking, Asking::Door).then_some(()));
    let code = Memo::new(move |_| {
        hand.live().view.with(|view| view.desk.as_ref().and_then(|desk| desk.door.as_deref().map(in_fours)))
    });
    let walls = Memo::new(move |_| hand.live().view.with(walls));
    let id = hand.conference.with_value(ToString::to_string);
    let picture = format!("/conferences/{id}/door.svg");
    let pair = format!("/conferences/{id}/wall");
    let wrong = crate::here::asked().with_untracked(|query| query.get("wrong").as_deref() == Some("wall-code"));
    Effect::new(move |_| {
        if wrong {
            hand.asking.set(Some(Asking::Door));
        }
    });
    let joining = move || match code.get() {
        Some(code) => {
            let words = format!("Join code {code}, as a picture for a phone’s camera");
            view! {
                <p>
                    "People open a browser, go to "
                    <b><SiteAddress /></b>
                    " and type this code under “I have a code”. Or they point a phone’s camera at the picture."
                </p>
                <p class="join-code">{code}</p>
                <img class="join-picture" src=picture.clone() alt=words width="200" height="200" loading="lazy" />
            }
            .into_part()
        }
        None => view! { <p>"There is no join code yet. It is made under Prepare."</p> }.into_part(),
    };
    view! {
        <Dialog open title="Joining, and the wall">
            <section class="stack" aria-label="Join code">
                <h3 class="part">"Join from your own device"</h3>
                {joining}
            </section>
            <section class="stack" aria-label="Pair a wall">
                <h3 class="part">"Pair a wall"</h3>
                {move || walls.get().map(|words| view! { <p><b>{words}</b></p> })}
                <p>
                    "On the big screen, open a browser and go to "
                    <b><SiteAddress />"/wall"</b>
                    ". It shows a code. Type it here."
                </p>
                {wrong
                    .then(|| {
                        view! {
                            <p class="news" id="wall-news" role="alert">
                                <b>"No screen shows that code."</b>
                                " Nothing was changed. Look at the big screen again, and type the code it shows now."
                            </p>
                        }
                    })}
                <form class="stack" method="post" action=pair>
                    <label class="field">
                        <span class="label">"The code on the wall"</span>
                        <input class="code" type="text" name="code" required=true aria-describedby="wall-news" autocomplete="off" autocapitalize="characters" spellcheck="false" />
                    </label>
                    <p>
                        <button type="submit" class="button" data-kind="main">
                            "Pair"
                        </button>
                    </p>
                </form>
            </section>
        </Dialog>
    }
}

/// That a wall is on, or how many are; the way to another stays below.
fn walls(view: &View) -> Option<String> {
    match walls_on(view) {
        0 => None,
        1 => Some("A wall is on. You need this only for another one.".to_owned()),
        many => Some(format!("{many} walls are on. You need this only for another one.")),
    }
}

/// How many screens are the wall.
pub(super) fn walls_on(view: &View) -> usize {
    let walls = view.seats.values().filter(|seat| match &seat.holder {
        Holder::Wall => true,
        Holder::Waiting(_) | Holder::Person(_) | Holder::Tablet(_) | Holder::SideRoom(_) => false,
    });
    walls.count()
}
