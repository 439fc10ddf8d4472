//! The drawers at the foot of the console: the children's tools, numbers, the plan, the decision.
//!
//! Deliberately not here: hiding what was written. A drawer that is shut keeps everything in it.

use leptos::html;
use leptos::prelude::*;

use super::decide::DecideDrawer;
use super::hand::{Asking, Drawer, Hand};
use super::plan::PlanDrawer;
use super::scale::ScaleDrawer;
use super::tools::ToolsDrawer;
use crate::ui::{Icon, Inside, IntoPart as _};

/// All drawers, side by side. One is open at a time.
#[component]
pub(super) fn Drawers() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let tools = Signal::derive(move || hand.live().view.with(|view| format!("{} said", view.entries.len())));
    let scale = Signal::derive(move || hand.live().view.with(|view| format!("{} given", view.ratings.len())));
    let plan = Signal::derive(move || hand.live().view.with(|view| format!("{} so far", view.plan.len())));
    let decide = Signal::derive(move || {
        hand.live().view.with(|view| {
            let made = view.decisions.values().filter(|decision| decision.decision.is_some()).count();
            format!("{made} of {}", view.head.children.len())
        })
    });
    let removed = move || hand.live().view.with(|view| view.removed.len());
    view! {
        <footer class="drawers" aria-label="Drawers">
            <OneDrawer drawer=Drawer::Tools icon="child" label="Children’s tools" more=tools>
                <ToolsDrawer />
            </OneDrawer>
            <OneDrawer drawer=Drawer::Scale icon="judge" label="Scale" more=scale>
                <ScaleDrawer />
            </OneDrawer>
            <OneDrawer drawer=Drawer::Plan icon="change" label="Plan" more=plan>
                <PlanDrawer />
            </OneDrawer>
            <OneDrawer drawer=Drawer::Decide icon="check" label="Decide" more=decide>
                <DecideDrawer />
            </OneDrawer>
            <button type="button" class="button" on:click=move |_| hand.asking.set(Some(Asking::Removed))>
                {move || format!("Taken off: {}", removed())}
            </button>
        </footer>
    }
    .into_part()
}

/// One drawer with its front. It can be pulled without a script.
#[component]
fn OneDrawer(
    /// Which it is.
    drawer: Drawer,
    /// The icon on its front.
    icon: &'static str,
    /// The word on its front.
    label: &'static str,
    /// How much is in it, in words.
    more: Signal<String>,
    /// What is in it.
    children: Inside,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let node = NodeRef::<html::Details>::new();
    let open = Memo::new(move |_| hand.drawer.get() == Some(drawer));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if let Some(details) = node.get() {
            details.set_open(now);
            if now && before == Some(false) {
                focus_inside(&details);
            }
        }
        now
    });
    let turned = move |_| {
        let Some(details) = node.get_untracked() else {
            return;
        };
        if details.open() {
            hand.drawer.set(Some(drawer));
        } else if open.get_untracked() {
            hand.drawer.set(None);
        }
    };
    view! {
        <details class="drawer" node_ref=node on:toggle=turned>
            <summary>
                <Icon name=icon />
                {label}
                <span>{more}</span>
                <Icon name="up" />
            </summary>
            <div class="drawer-inside" role="region" aria-label=label>
                {children.draw()}
            </div>
        </details>
    }
    .into_part()
}

/// A drawer that is pulled open by a key takes the focus to its front, where the tab key goes on into it.
fn focus_inside(details: &leptos::web_sys::HtmlDetailsElement) {
    use leptos::wasm_bindgen::JsCast;
    let front = details.query_selector("summary").ok().flatten();
    if let Some(front) = front.and_then(|front| front.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        // A front that cannot take the focus leaves it where it is.
        let _ = front.focus();
    }
}
