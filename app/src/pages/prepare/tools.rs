//! What the children have done beforehand: for each child the tools, and when, where and with whom.
//!
//! Deliberately not here: what the children said. The chair reads it at the console, as far as each child has chosen.

use board::id::{ChildId, ToolId, ToolKey};
use board::tool::Tool;
use board::toolkit::AgeBand;
use board::view::{ChildView, ToolView, View, day};
use leptos::prelude::*;

use super::editable::Editable;
use super::tool_form::ToolForm;
use super::words::{capital, spoken};
use crate::given::ToolLine;
use crate::live::{Live, new_id};
use crate::ui::IntoPart as _;

/// Every child's tools.
#[component]
pub(super) fn Tools(
    /// The page's connection.
    live: Live,
    /// The kinds of tool to choose from.
    kinds: Vec<ToolLine>,
) -> impl IntoView {
    let kinds = StoredValue::new(kinds);
    let children = Memo::new(move |_| live.view.with(|view| view.head.children.clone()));
    let undecided = move || live.view.with(|view| view.desk.as_ref().map_or(0, |desk| desk.not_decided));
    let words = move || match undecided() {
        0 => None,
        1 => Some("1 thing has no choice yet; it is shown nowhere.".to_owned()),
        count => Some(format!("{count} things have no choice yet; they are shown nowhere.")),
    };
    view! {
        <section id="tools" class="sheet">
            <h2>"Children’s tools"</h2>
            {move || {
                words()
                    .map(|words| {
                        view! {
                            <p class="news">
                                <b>{words}</b>
                                " Ask the child who can know, with the tablet, before the meeting."
                            </p>
                        }
                    })
            }}
            <For
                each=move || children.get()
                key=|child| child.id.clone()
                children=move |child| view! { <OfChild live child kinds /> }
            />
        </section>
    }
    .into_part()
}

/// One child's tools, and a form for one more.
#[component]
fn OfChild(
    /// The page's connection.
    live: Live,
    /// The child.
    child: ChildView,
    /// The kinds of tool to choose from.
    kinds: StoredValue<Vec<ToolLine>>,
) -> impl IntoView {
    let key = StoredValue::new(child.id.clone());
    let chair = move || live.view.with(|view| view.desk.as_ref().is_some_and(|desk| desk.chair));
    let ids = Memo::new(move |_| live.view.with(|view| key.with_value(|child| of_child(view.tools.values(), child))));
    let none = move || ids.with(Vec::is_empty);
    let add = move |done| {
        let child = key.get_value();
        let kind = live.view.with_untracked(|view| fitting(view, &child, &kinds.get_value()))?;
        let id = ToolId::try_from(new_id()).ok()?;
        Some(view! { <ToolForm live id child kind kinds tool=None done /> })
    };
    let name = child.known_as.clone();
    view! {
        <div class="of-child">
            <h3>{child.known_as}</h3>
            <Show when=none>
                <p class="hint">"Nothing yet."</p>
            </Show>
            <ul class="known">
                <For
                    each=move || ids.get()
                    key=Clone::clone
                    children=move |id| view! { <OneTool live id kinds chair=Signal::derive(chair) /> }
                />
            </ul>
            <Show when=chair>
                <div class="row">
                    <Editable label="Choose a tool" about=format!("for {name}") form=add />
                </div>
            </Show>
        </div>
    }
    .into_part()
}

/// By the day they were done.
fn of_child<'a>(tools: impl Iterator<Item = &'a ToolView>, child: &ChildId) -> Vec<ToolId> {
    let mut tools: Vec<&Tool> = tools.map(|view| &view.tool).filter(|tool| tool.child == *child).collect();
    tools.sort_by_key(|tool| tool.date);
    tools.into_iter().map(|tool| tool.id.clone()).collect()
}

/// The first tool that is made for a child of this age.
fn fitting(view: &View, child: &ChildId, kinds: &[ToolLine]) -> Option<ToolKey> {
    let on = view.desk.as_ref().and_then(|desk| desk.header.as_ref()).map(|header| header.date);
    let age = on.and_then(|on| view.children.get(child)?.birth.age_on(on));
    let band = AgeBand::of(age);
    let fitting = kinds.iter().find(|line| line.ages.contains(&band));
    fitting.or_else(|| kinds.first()).map(|line| line.kind.clone())
}

/// One tool, in a few lines or as a form.
#[component]
fn OneTool(
    /// The page's connection.
    live: Live,
    /// The tool.
    id: ToolId,
    /// The kinds of tool to choose from.
    kinds: StoredValue<Vec<ToolLine>>,
    /// Whether it can be changed here.
    chair: Signal<bool>,
) -> impl IntoView {
    let key = StoredValue::new(id);
    let tool = Memo::new(move |_| live.view.with(|view| key.with_value(|id| view.tools.get(id).cloned())));
    let about =
        Signal::derive(move || tool.with(|tool| tool.as_ref().map_or_else(String::new, |tool| tool.name.clone())));
    let form = move |done| {
        tool.get_untracked().map(|ToolView { tool, .. }| {
            let (child, kind) = (tool.child.clone(), tool.kind.clone());
            view! { <ToolForm live id=key.get_value() child kind kinds tool=Some(tool) done /> }
        })
    };
    let shown = move || tool.get().map(|tool| summary(&tool));
    view! {
        <li>
            <Show when=move || chair.get() fallback=shown>
                <Editable label="Change" about form>
                    {shown}
                </Editable>
            </Show>
        </li>
    }
    .into_part()
}

fn summary(ToolView { name, tool }: &ToolView) -> impl IntoView + use<> {
    let alone = match tool.seen_alone {
        Some(true) => Some("Seen alone"),
        Some(false) => Some("Not seen alone"),
        None => None,
    };
    let facts = [
        tool.place.clone(),
        tool.done_with.clone().map(|with| format!("With {with}")),
        tool.others_present.clone().map(|others| format!("Also there: {others}")),
        alone.map(str::to_owned),
        tool.author.clone().map(|author| format!("Made by {author}")),
        tool.held_pen.map(|pen| capital(pen.words())),
        tool.language.as_deref().filter(|tag| *tag != "en").map(|tag| format!("In {}", spoken(tag))),
        tool.interpreter.clone().map(|who| format!("Interpreter: {who}")),
        tool.aids.clone().map(|aids| format!("What helped: {aids}")),
        tool.stopped_early.clone().map(|why| format!("Stopped early: {why}")),
        tool.kept_at.clone().map(|place| format!("Kept at {place}")),
        tool.drawing_described.clone().map(|words| format!("On the drawing: {words}")),
    ];
    let facts = facts.into_iter().flatten().map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <div class="summary">
            <h4>{name.clone()} <span>{format!(" {}", day(tool.date))}</span></h4>
            <ul class="facts">{facts}</ul>
        </div>
    }
}
