//! The form for one line of the plan.
//!
//! Deliberately not here: refusing words for a day. "Ongoing" is kept as it was said; a real day is asked for before
//! the minutes are signed.

use board::command::Command;
use board::id::{ActionId, CardId};
use board::outcome::{Action, Due, Owner};
use board::sharing::MayKnow;
use board::view::{ActionView, View};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{person_picks, written};
use super::super::hand::Hand;
use super::super::line_form::AboutWhom;
use crate::live::new_id;
use crate::ui::{Pick, PickField, TextField};

/// A new line, or the one that is being changed.
#[component]
pub(super) fn PlanForm(
    /// The line that is being changed.
    changing: RwSignal<Option<ActionView>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let text = || RwSignal::new(String::new());
    let (what, owner, owner_name, day, due_words) = (text(), text(), text(), text(), text());
    let (outcome, measure, contingency) = (text(), text(), text());
    let all = hand.live.view.with_untracked(|view| view.head.children.iter().map(|child| child.id.clone()).collect());
    let children = RwSignal::new(all);
    let people = Memo::new(move |_| {
        let other = std::iter::once((String::new(), "Somebody else".to_owned()));
        hand.live.view.with(|view| person_picks(view).into_iter().chain(other).collect::<Vec<Pick>>())
    });
    Effect::new(move |_| {
        let Some(ActionView { action, .. }) = changing.get() else {
            return;
        };
        what.set(action.what);
        match action.owner {
            Owner::Person(person) => owner.set(person.to_string()),
            Owner::Named(name) => {
                owner.set(String::new());
                owner_name.set(name);
            }
        }
        match action.due {
            Due::On(date) => {
                day.set(date.to_string());
                due_words.set(String::new());
            }
            Due::Said(words) => {
                day.set(String::new());
                due_words.set(words);
            }
        }
        outcome.set(action.outcome.unwrap_or_default());
        measure.set(action.measure.unwrap_or_default());
        contingency.set(action.contingency.unwrap_or_default());
        children.set(action.children);
        hand.answers.set(action.answers);
    });
    let plan = move |event: SubmitEvent| {
        event.prevent_default();
        let earlier = changing.get_untracked().map(|line| line.action);
        let id = earlier.as_ref().map_or_else(|| ActionId::try_from(new_id()).ok(), |earlier| Some(earlier.id.clone()));
        let owned = match owner.get_untracked().parse() {
            Ok(person) => Some(Owner::Person(person)),
            Err(_) => written(&owner_name.get_untracked()).map(Owner::Named),
        };
        let due = match day.get_untracked().parse() {
            Ok(date) => Due::On(date),
            Err(_) => Due::Said(due_words.get_untracked().trim().to_owned()),
        };
        let (Some(id), Some(owned), Some(words)) = (id, owned, written(&what.get_untracked())) else {
            return;
        };
        let action = Action {
            id,
            children: children.get_untracked(),
            answers: hand.answers.get_untracked(),
            outcome: written(&outcome.get_untracked()),
            what: words,
            owner: owned,
            due,
            measure: written(&measure.get_untracked()),
            contingency: written(&contingency.get_untracked()),
            may_know: earlier.map_or(MayKnow::Everyone, |earlier| earlier.may_know),
        };
        hand.send(Command::Plan { action });
        changing.set(None);
        hand.answers.set(Vec::new());
        for text in [what, owner_name, day, due_words, outcome, measure, contingency] {
            text.set(String::new());
        }
    };
    let somebody_else = Memo::new(move |_| owner.with(String::is_empty));
    let incomplete = move || {
        what.with(|what| what.trim().is_empty()) || (somebody_else.get() && owner_name.with(|name| name.trim().is_empty()))
    };
    let title = move || if changing.with(Option::is_some) { "Change a line of the plan" } else { "A new line of the plan" };
    view! {
        <form class="stack" on:submit=plan>
            <h3 class="part">{title}</h3>
            <Answers />
            <TextField label="What" value=what rows=2 />
            <div class="pair">
                <PickField label="Who does it" value=owner picks=people choose=move |code| owner.set(code) />
                {move || somebody_else.get().then(|| view! { <TextField label="Their name" value=owner_name /> })}
            </div>
            <div class="pair">
                <label class="field">
                    <span class="label">"By which day"</span>
                    <input type="date" prop:value=day on:input=move |event| day.set(event_target_value(&event)) />
                </label>
                <TextField label="Or in words" value=due_words />
            </div>
            <TextField label="How we will know" value=measure />
            <TextField label="What will be different for the child" value=outcome />
            <TextField label="What happens if it does not" value=contingency />
            <AboutWhom chosen=children />
            <p>
                <button type="submit" class="button" data-kind="main" disabled=incomplete>
                    "Put in the plan"
                </button>
            </p>
        </form>
    }
    .into_any()
}

/// The lines on the board that this line of the plan answers, each with a way to leave it out.
#[component]
fn Answers() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let lines = Memo::new(move |_| hand.answers.with(|answers| hand.live.view.with(|view| words_of(view, answers))));
    let line = move |(card, words): (CardId, String)| {
        let out = card.clone();
        view! {
            <li>
                {words.clone()}
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=format!("Leave out: {words}")
                    on:click=move |_| hand.answers.update(|answers| answers.retain(|other| *other != out))
                >
                    "Leave out"
                </button>
            </li>
        }
    };
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <div>
                    <p class="label">"Answers these lines"</p>
                    <ul class="actions">{lines.into_iter().map(line).collect_view()}</ul>
                </div>
            }
        })
    }
}

fn words_of(view: &View, cards: &[CardId]) -> Vec<(CardId, String)> {
    cards.iter().filter_map(|id| view.cards.get(id)).map(|card| (card.id.clone(), card.words.clone())).collect()
}
