//! The menu of one line: everything a drag or a key can do, and what neither can.
//!
//! Deliberately not here: whether a thing is allowed. What the chair alone may do is not offered to the minute taker;
//! the rest the board decides.

use board::id::CardId;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, Node};

mod items;

use super::frame::{frame, pixels};
use super::hand::{Hand, focus_element};
use items::items;
pub(super) use items::{Item, run};

/// The menu, wherever a line's button has opened it. There is one in the page, drawn outside everything that scrolls.
#[component]
pub(super) fn CardMenu() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let node = NodeRef::<html::Ul>::new();
    let offered = Memo::new(move |_| {
        hand.menu.with(|card| {
            let card = card.clone()?;
            let chair = hand.chair.get();
            hand.live().view.with(|view| Some((card.clone(), items(view, &card, chair))))
        })
    });
    Effect::new(move |_| {
        if let (Some(list), Some((card, _))) = (node.get(), offered.get()) {
            place_beside(&list, &card);
            focus_item(&list, 0);
        }
    });
    let close = move || {
        if let Some(card) = hand.menu.get_untracked() {
            hand.menu.set(None);
            focus_element(&format!("menu-{card}"));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(list) = node.get_untracked() else {
            return;
        };
        let foot = list.child_element_count().saturating_sub(1);
        let at = focused_item(&list).unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowDown" => Some(if at >= foot { 0 } else { at + 1 }),
            "ArrowUp" => Some(if at == 0 { foot } else { at - 1 }),
            "Home" => Some(0),
            "End" => Some(foot),
            "Escape" | "Tab" => {
                event.prevent_default();
                event.stop_propagation();
                close();
                None
            }
            _ => None,
        };
        if let Some(to) = to {
            event.prevent_default();
            focus_item(&list, to);
        }
    };
    let on_leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let inside = node.get_untracked().is_some_and(|list| list.contains(to.as_ref()));
        if !inside && to.is_some() {
            hand.menu.set(None);
        }
    };
    move || {
        offered.get().map(|(card, items)| {
            let each = items.into_iter().map(|item| view! { <Entry card=card.clone() item /> }).collect_view();
            view! {
                <ul
                    class="menu"
                    role="menu"
                    aria-label="What to do with this line"
                    node_ref=node
                    on:keydown=on_key
                    on:focusout=on_leave
                >
                    {each}
                </ul>
            }
        })
    }
}

/// One thing to do.
#[component]
fn Entry(
    /// The line.
    card: CardId,
    /// What to do with it.
    item: Item,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let act = move |_| {
        hand.menu.set(None);
        run(hand, &card, item);
    };
    view! {
        <li role="none">
            <button type="button" role="menuitem" tabindex="-1" on:click=act>
                {item.words()}
            </button>
        </li>
    }
}

/// The items of the list, in order.
fn item_at(list: &HtmlElement, at: u32) -> Option<HtmlElement> {
    list.children().item(at)?.first_element_child()?.dyn_into().ok()
}

fn focus_item(list: &HtmlElement, at: u32) {
    if let Some(item) = item_at(list, at) {
        // An item that cannot take the focus leaves it where it is.
        let _ = item.focus();
    }
}

fn focused_item(list: &HtmlElement) -> Option<u32> {
    let now = document().active_element()?;
    (0..list.child_element_count()).find(|at| item_at(list, *at).is_some_and(|item| *item == now))
}

/// Puts the menu beside the button that opened it, inside the window.
fn place_beside(list: &HtmlElement, card: &CardId) {
    let Some(button) = document().get_element_by_id(&format!("menu-{card}")) else {
        return;
    };
    let (button, size) = (frame(&button), frame(list));
    let high = window().inner_height().ok().and_then(|high| high.as_f64()).unwrap_or(0.0);
    let top = button.foot.min(high - size.height - 8.0).max(8.0);
    let left = (button.right - size.width).max(8.0);
    // Numbers in pixels are always good values.
    let _ = list.style().set_property("top", &pixels(top));
    let _ = list.style().set_property("left", &pixels(left));
}
