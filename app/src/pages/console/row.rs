//! One line on the sheet, with its menu, where it can be picked up, and where its words can be changed.
//!
//! Deliberately not here: what the menu does (that is `card_menu`) and what the keys do (that is `keys`).

use board::id::CardId;
use board::view::CardView;
use leptos::prelude::*;

use super::edit_line::EditLine;
use super::hand::{Hand, element_id};
use super::room::in_words;
use super::{drag, keys};
use crate::ui::{CardLine, Icon, IntoPart as _};

/// One line. It takes the focus by arrow keys; the tab key stops at the current line and at the first of each section.
#[component]
pub(super) fn Row(
    /// The line.
    id: CardId,
    /// Whether it is the first of its section.
    is_first: Memo<bool>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let found = hand.card(id.clone());
    let editing = Memo::new({
        let id = id.clone();
        move |_| hand.editing.with(|editing| editing.as_ref() == Some(&id))
    });
    found.get_untracked().map(|first| {
        // A line that has just gone is drawn as it was until the list lets it go.
        let card = Memo::new(move |last: Option<&CardView>| {
            found.get().or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
        });
        move || {
            let id = id.clone();
            if editing.get() {
                view! { <EditLine id card /> }.into_part()
            } else {
                view! { <Standing id card is_first /> }.into_part()
            }
        }
    })
}

/// A line as it stands.
#[component]
fn Standing(
    /// The line.
    id: CardId,
    /// What is known of it.
    card: Memo<CardView>,
    /// Whether it is the first of its section.
    is_first: Memo<bool>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let id = StoredValue::new(id);
    let current = Memo::new(move |_| hand.current.with(|current| id.with_value(|id| current.as_ref() == Some(id))));
    let menu = Memo::new(move |_| hand.menu.with(|menu| id.with_value(|id| menu.as_ref() == Some(id))));
    let state = Memo::new(move |_| id.with_value(|id| card.with(|card| state(hand, id, card))));
    let note = Memo::new(move |_| id.with_value(|id| card.with(|card| note(hand, id, card))));
    let stop = move || if current.get() || is_first.get() { "0" } else { "-1" };
    let menu_name = move || card.with(|card| format!("What to do with this line by {}", card.who));
    view! {
        <CardLine
            card
            state
            note
            attr:id=id.with_value(element_id)
            attr:tabindex=stop
            attr:aria-current=move || current.get().then_some("true")
            on:focus=move |_| hand.current.set(Some(id.get_value()))
            on:keydown=move |event| id.with_value(|id| keys::on_line(hand, &event, id))
            on:pointerdown=move |event| id.with_value(|id| drag::press(&event, id))
        >
            <button
                type="button"
                class="button"
                data-kind="icon"
                id=id.with_value(|id| format!("menu-{id}"))
                tabindex=stop
                aria-label=menu_name
                aria-haspopup="menu"
                aria-expanded=move || menu.get().to_string()
                on:click=move |_| hand.menu.set(if menu.get() { None } else { Some(id.get_value()) })
            >
                <Icon name="more" />
            </button>
        </CardLine>
    }
}

/// How the line stands here: carried, pointed at, not sent, or not on the wall.
fn state(hand: Hand, id: &CardId, card: &CardView) -> Option<&'static str> {
    if hand.lifted.with(|lifted| lifted.as_ref().is_some_and(|lifted| lifted.card == *id)) {
        Some("lifted")
    } else if hand.live().view.with(|view| view.stage.pointed.as_ref() == Some(id)) {
        Some("pointed")
    } else if hand.live().unsent.with(|unsent| unsent.contains(id)) {
        Some("unsent")
    } else {
        card.desk.as_ref().is_some_and(|desk| desk.not_on_wall.is_some()).then_some("held")
    }
}

/// Why the line stands so, in words; the usual case says nothing.
fn note(hand: Hand, id: &CardId, card: &CardView) -> Option<String> {
    let mut notes: Vec<String> = Vec::new();
    if hand.lifted.with(|lifted| lifted.as_ref().is_some_and(|lifted| lifted.card == *id)) {
        notes.push("In your hand: arrows move it, Space puts it down, Esc puts it back".to_owned());
    }
    if hand.live().unsent.with(|unsent| unsent.contains(id)) {
        notes.push("Not saved yet, kept on this device".to_owned());
    }
    if hand.drafts.with(|drafts| drafts.get(id).is_some_and(|draft| draft.words != draft.was)) {
        notes.push("You have begun to change this; choose Edit to go on".to_owned());
    }
    if hand.live().view.with(|view| view.stage.pointed.as_ref() == Some(id)) {
        notes.push("You are pointing at this".to_owned());
    }
    notes.extend(card.desk.as_ref().and_then(|desk| desk.not_on_wall.clone()));
    notes.extend(card.since.clone());
    notes.extend(card.desk.as_ref().filter(|desk| desk.fit_for_child).map(|_| "In the side room too".to_owned()));
    notes.extend(hand.live().view.with(|view| {
        let about = view.signs.values().filter(|sign| !sign.taken_up && sign.card.as_ref() == Some(id));
        about.map(|sign| in_words(view, sign)).collect::<Vec<_>>()
    }));
    notes.extend(card.group.as_ref().and_then(|group| {
        let others = hand.live().view.with(|view| {
            view.cards.values().filter(|other| other.group.as_ref() == Some(group) && other.id != *id).count()
        });
        (others > 0).then(|| format!("Grouped with {others} more"))
    }));
    (!notes.is_empty()).then(|| notes.join(". "))
}
