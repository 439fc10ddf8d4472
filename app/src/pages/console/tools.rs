//! What the children said beforehand, entry by entry, ready to be put on the board.
//!
//! Deliberately not here: changing who may know. That is the child's choice, made on the child's own tablet.

use board::id::{EntryId, ToolId};
use board::view::{ToolView, View};
use leptos::prelude::*;

mod one;

use super::hand::Hand;
use crate::ui::IntoPart as _;
use one::OneEntry;

/// Every tool with its entries.
#[component]
pub(super) fn ToolsDrawer() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let tools = Memo::new(move |_| hand.live().view.with(|view| view.tools.keys().cloned().collect::<Vec<_>>()));
    let undecided =
        Memo::new(move |_| hand.live().view.with(|view| view.desk.as_ref().map_or(0, |desk| desk.not_decided)));
    let open_choices = move || {
        let count = undecided.get();
        (count > 0).then(|| {
            view! { <p class="hint">{format!("Not shown: {count}, because the child has not chosen yet who may know.")}</p> }
        })
    };
    let none = move || {
        tools.with(Vec::is_empty).then(|| view! { <p class="hint">"No tool yet. They are begun under Prepare."</p> })
    };
    view! {
        <div class="stack">
            {none}
            {open_choices}
            <For each=move || tools.get() key=Clone::clone children=|tool| view! { <OneTool tool /> } />
        </div>
    }
    .into_part()
}

/// One tool.
#[component]
fn OneTool(
    /// The tool.
    tool: ToolId,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let head = Memo::new({
        let tool = tool.clone();
        move |_| hand.live().view.with(|view| view.tools.get(&tool).map(|tool| head(view, tool)))
    });
    let entries = Memo::new(move |_| {
        hand.live().view.with(|view| {
            let of_tool = view.entries.iter().filter(|(_, entry)| entry.tool == tool && !entry.removed);
            of_tool.map(|(id, _)| id.clone()).collect::<Vec<EntryId>>()
        })
    });
    view! {
        <section class="stack">
            <h3 class="part">{head}</h3>
            <ul class="lines">
                <For each=move || entries.get() key=Clone::clone children=|id| view! { <OneEntry id /> } />
            </ul>
        </section>
    }
}

/// "Maja, Three Houses, with Priya"; of a child's own conference also whether it is agreed.
fn head(view: &View, ToolView { name: called, tool }: &ToolView) -> String {
    let name = view.head.children.iter().find(|child| child.id == tool.child).map_or("", |child| &child.known_as);
    let with = tool.done_with.as_ref().map_or_else(String::new, |with| format!(", with {with}"));
    let own = view.own_conferences.values().find(|own| own.tool == tool.id);
    let stage = own.map_or("", |own| if own.agreed_at.is_some() { ": agreed" } else { ": not agreed yet" });
    format!("{name}, {called}{with}{stage}")
}
