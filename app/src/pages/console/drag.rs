//! Carrying a line with a mouse or a pen. Everything it can do the menu and the keys can do too.
//!
//! Deliberately not here: fingers. A finger on a line scrolls; it moves lines with the menu.

use board::id::{CardId, ColumnKey, SectionKey};
use board::view::View;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::frame::{frame, under};
use super::hand::{Hand, element_id};
use super::keys;
use super::lift::Lifted;

/// How far the mouse moves before a press becomes a drag, in pixels (source: the value other boards have settled on).
const FAR: i32 = 4;

/// Where a press began, and on which line.
#[derive(Debug, Clone)]
struct Press {
    card: CardId,
    x: i32,
    y: i32,
    dragging: bool,
}

thread_local! {
    /// The press that is going on; there is one mouse.
    static PRESS: std::cell::RefCell<Option<Press>> = const { std::cell::RefCell::new(None) };
}

/// A button goes down on a line.
pub(super) fn press(event: &PointerEvent, card: &CardId) {
    let on_control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_control = on_control.is_none_or(|element| element.closest("button, a, textarea").ok().flatten().is_some());
    if event.button() != 0 || event.pointer_type() == "touch" || on_control {
        return;
    }
    let press = Press { card: card.clone(), x: event.client_x(), y: event.client_y(), dragging: false };
    PRESS.set(Some(press));
}

/// Listens for the rest of a drag, for as long as the console is open.
pub(super) fn listen(hand: Hand) {
    let moved = window_event_listener(leptos::ev::pointermove, move |event| carry(hand, &event));
    let up = window_event_listener(leptos::ev::pointerup, move |_| let_go(hand));
    let lost = window_event_listener(leptos::ev::pointercancel, move |_| drop_back(hand));
    on_cleanup(move || {
        moved.remove();
        up.remove();
        lost.remove();
    });
}

fn carry(hand: Hand, event: &PointerEvent) {
    let Some(mut press) = PRESS.with_borrow(Clone::clone) else {
        return;
    };
    if !press.dragging {
        let far = (event.client_x() - press.x).abs() + (event.client_y() - press.y).abs() >= FAR;
        if !far {
            return;
        }
        keys::pick_up(hand, &press.card);
        press.dragging = true;
        PRESS.set(Some(press.clone()));
    }
    if hand.lifted.with_untracked(Option::is_none) {
        // It was put back with a key meanwhile.
        PRESS.set(None);
        return;
    }
    event.prevent_default();
    let under = under(event.client_x(), event.client_y());
    let there =
        under.and_then(|under| hand.live().view.with_untracked(|view| place_at(view, &under, event, &press.card)));
    if there.is_some() && there != hand.lifted.get_untracked() {
        hand.lifted.set(there);
    }
}

/// Where a line would stand if it were let go over an element of the page.
fn place_at(view: &View, under: &Element, event: &PointerEvent, card: &CardId) -> Option<Lifted> {
    if let Some(column) = under.closest("[data-column]").ok().flatten() {
        let key = column.get_attribute("data-column")?.parse::<ColumnKey>().ok()?;
        let section = view.column(&key)?.sections.first()?.key.clone();
        let place = view.order.get(&section).map_or(0, Vec::len);
        return Some(Lifted { card: card.clone(), section, place });
    }
    let section = under.closest("[data-section]").ok().flatten()?;
    let section = section.get_attribute("data-section")?.parse::<SectionKey>().ok()?;
    let others: Vec<&CardId> = view.order.get(&section).into_iter().flatten().filter(|other| *other != card).collect();
    let middle = f64::from(event.client_y());
    let above = others.iter().filter(|other| {
        let element = document().get_element_by_id(&element_id(other));
        element.is_some_and(|element| {
            let frame = frame(&element);
            frame.top + frame.height / 2.0 < middle
        })
    });
    let place = above.count();
    Some(Lifted { card: card.clone(), section, place })
}

fn let_go(hand: Hand) {
    if PRESS.take().is_some_and(|press| press.dragging) {
        keys::put_down(hand);
    }
}

fn drop_back(hand: Hand) {
    if let Some(press) = PRESS.take().filter(|press| press.dragging) {
        keys::put_back(hand, &press.card);
    }
}
