//! The folded part of an answer: the lines of the plan it became, and how the child is told.
//!
//! Deliberately not here: anything that has to be filled in before the meeting ends. Telling comes afterwards.

use board::id::{ActionId, ChildId};
use board::view::View;
use leptos::prelude::*;

use super::super::super::hand::Hand;
use super::super::super::line_form::turn;
use super::fields::Fields;
use crate::ui::{IntoPart as _, TextField};

/// The rest of the answer.
#[component]
pub(super) fn More(
    /// What is written.
    fields: Fields,
    /// Whose words are answered.
    child: Memo<Option<ChildId>>,
) -> impl IntoView {
    view! {
        <details class="more">
            <summary>"The plan, who tells the child, and what the child said to it"</summary>
            <div class="stack">
                <Became chosen=fields.actions child />
                <TextField label="Who tells the child" hint="“Priya, with pictures”" value=fields.told_by />
                <div class="pair">
                    <Day label="By which day" value=fields.tell_by />
                    <Day label="Told on" value=fields.told_on />
                </div>
                <TextField label="What the child said to it" hint="Word for word" value=fields.reaction rows=2 />
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=fields.disagrees
                        on:change=move |event| fields.disagrees.set(event_target_checked(&event))
                    />
                    "With these words the child disagrees with the decision"
                </label>
            </div>
        </details>
    }
    .into_part()
}

/// The lines of the child's plan, to say which of them the words became.
#[component]
fn Became(
    /// Which are chosen.
    chosen: RwSignal<Vec<ActionId>>,
    /// Whose plan it is.
    child: Memo<Option<ChildId>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let lines = Memo::new(move |_| child.with(|child| hand.live().view.with(|view| lines_for(view, child.as_ref()))));
    let one = move |(id, words): (ActionId, String)| {
        let id = StoredValue::new(id);
        let on = Memo::new(move |_| chosen.with(|chosen| id.with_value(|id| chosen.contains(id))));
        let turn = move |_| chosen.update(|chosen| id.with_value(|id| turn(chosen, id)));
        view! {
            <label class="tick">
                <input type="checkbox" checked=on.get_untracked() prop:checked=on on:change=turn />
                {words}
            </label>
        }
    };
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <fieldset class="ticks">
                    <legend>"It became"</legend>
                    {lines.into_iter().map(one).collect_view()}
                </fieldset>
            }
        })
    }
}

fn lines_for(view: &View, child: Option<&ChildId>) -> Vec<(ActionId, String)> {
    let all = view.plan_order.iter().filter_map(|id| view.plan.get(id));
    let of_child = all.filter(|line| child.is_some_and(|child| line.action.children.contains(child)));
    of_child.map(|line| (line.action.id.clone(), line.action.what.clone())).collect()
}

/// A day.
#[component]
fn Day(
    /// What is asked.
    label: &'static str,
    /// What is written.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <input type="date" prop:value=value on:input=move |event| value.set(event_target_value(&event)) />
        </label>
    }
}
