//! A grown-up's line while its words are changed.
//!
//! Deliberately not here: throwing words away. Leaving keeps them, and where somebody else was quicker both texts stand
//! side by side until one is chosen.

use board::command::Command;
use board::id::CardId;
use board::view::CardView;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use super::hand::{Draft, Hand};
use crate::ui::IntoPart as _;

/// The line with a box around its words.
#[component]
pub(super) fn EditLine(
    /// The line.
    id: CardId,
    /// What is known of it.
    card: Memo<CardView>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let id = StoredValue::new(id);
    let place = NodeRef::<html::Textarea>::new();
    let draft = Memo::new(move |_| hand.drafts.with(|drafts| id.with_value(|id| drafts.get(id).cloned())));
    let words = move || draft.with(|draft| draft.as_ref().map_or_else(String::new, |draft| draft.words.clone()));
    let theirs = move || draft.with(|draft| draft.as_ref().and_then(|draft| draft.theirs.clone()));
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            // A box that has just been drawn takes the focus.
            let _ = place.focus();
        }
    });
    let write = move |event| {
        let words = event_target_value(&event);
        hand.drafts.update(|drafts| {
            if let Some(draft) = id.with_value(|id| drafts.get_mut(id)) {
                draft.words = words;
            }
        });
    };
    let leave = move || {
        hand.editing.set(None);
        id.with_value(|id| hand.focus(id));
    };
    let save = move || id.with_value(|id| save(hand, id));
    let keep_theirs = move |_| {
        hand.drafts.update(|drafts| id.with_value(|id| drop(drafts.remove(id))));
        leave();
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.stop_propagation();
            leave();
        }
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            save();
        }
        _ => {}
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <li class="card" data-state="editing">
            <p class="who">
                <b>{move || card.with(|card| card.who.clone())}</b>
            </p>
            <form class="words rewording" on:submit=on_submit>
                {move || {
                    theirs()
                        .map(|now| {
                            view! {
                                <div class="theirs" role="status">
                                    <p>"Somebody changed this line while you were writing. On the board now:"</p>
                                    <blockquote>{now}</blockquote>
                                    <button type="button" class="button" on:click=keep_theirs>
                                        "Keep that, drop mine"
                                    </button>
                                </div>
                            }
                        })
                }}
                <label class="field">
                    <span class="visually-hidden">"The words of this line"</span>
                    <textarea node_ref=place rows="3" prop:value=words on:input=write on:keydown=on_key></textarea>
                </label>
                <p class="answers">
                    <button type="submit" class="button" data-kind="main">
                        "Save"
                    </button>
                    <button type="button" class="button" data-kind="plain" on:click=move |_| leave()>
                        "Later"
                    </button>
                </p>
            </form>
        </li>
    }
    .into_part()
}

/// Sends the words. They stay in the hand until the board has taken them, in case somebody else was quicker.
fn save(hand: Hand, id: &CardId) {
    let draft = hand.drafts.with_untracked(|drafts| drafts.get(id).cloned());
    let Some(Draft { was, words, theirs }) = draft else {
        return;
    };
    hand.drafts.update(|drafts| drop(drafts.remove(id)));
    hand.editing.set(None);
    hand.focus(id);
    let was = theirs.unwrap_or(was);
    if was != words {
        hand.send(Command::RewordCard { card: id.clone(), was, words });
    }
}
