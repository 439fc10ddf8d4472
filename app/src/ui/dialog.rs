//! One question laid on top of the page.
//!
//! Deliberately not here: throwing anything away. Its content stays in the page while it is closed, so Esc never loses
//! a word; opening it again shows what was typed.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{HtmlDialogElement, HtmlElement};

use super::Icon;
use crate::ui::{Inside, IntoPart as _};

/// A dialog with its head and a way out. The focus begins where something is written; the browser keeps it inside and gives it back
/// afterwards.
#[component]
pub fn Dialog(
    /// Whether it is open; closing it, in whatever way, sets this to false.
    open: RwSignal<bool>,
    /// Its head.
    #[prop(into)]
    title: Signal<String>,
    /// What is asked.
    children: Inside,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else {
            return;
        };
        if open.get() && !dialog.open() {
            // It fails only for a dialog that is open already or gone from the page; then there is nothing to show.
            let _ = dialog.show_modal();
            focus_first(&dialog);
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" aria-label=title node_ref=node on:close=move |_| open.set(false)>
            <div class="dialog-top">
                <h2>{title}</h2>
                <button type="button" class="button" data-kind="plain" on:click=move |_| open.set(false)>
                    <Icon name="close" />
                    "Close"
                </button>
            </div>
            <div class="dialog-body">{children.draw()}</div>
        </dialog>
    }
    .into_part()
}

/// Where something is to be written or chosen, the hand goes there and not to the way out. Where nothing is, the browser's own choice
/// stands.
fn focus_first(dialog: &HtmlDialogElement) {
    let first = dialog.query_selector(FIRST).ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus leaves it where it is.
        let _ = first.focus();
    }
}

/// What can be written in or chosen from.
const FIRST: &str = ".dialog-body :is(input:not([type=hidden]), textarea, select)";
