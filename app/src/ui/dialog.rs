//! One question laid on top of the page.
//!
//! Deliberately not here: throwing anything away. Its content stays in the page while it is closed, so Esc never loses
//! a word; opening it again shows what was typed.

use leptos::html;
use leptos::prelude::*;

use super::Icon;
use crate::ui::{Inside, IntoPart as _};

/// A dialog with its head and a way out. The browser keeps the focus inside it and gives it back afterwards.
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
