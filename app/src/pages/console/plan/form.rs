//! The form for one line of the plan.
//!
//! Deliberately not here: refusing words for a day. "Ongoing" is kept as it was said; a real day is asked for before
//! the minutes are signed.

use board::command::Command;
use board::id::{ActionId, CardId, ChildId};
use board::iso;
use board::outcome::{Action, Due, Owner};
use board::view::{ActionView, View};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{person_picks, written};
use super::super::hand::Hand;
use super::super::line_form::AboutWhom;
use crate::live::new_id;
use crate::ui::{IntoPart as _, Pick, PickField, TextField};

/// What is written in the form.
#[derive(Debug, Clone, Copy)]
struct Fields {
    what: RwSignal<String>,
    owner: RwSignal<String>,
    owner_name: RwSignal<String>,
    day: RwSignal<String>,
    due_words: RwSignal<String>,
    outcome: RwSignal<String>,
    measure: RwSignal<String>,
    contingency: RwSignal<String>,
    for_child: RwSignal<String>,
    children: RwSignal<Vec<ChildId>>,
}

impl Fields {
    /// An empty form, about all children.
    fn new(view: &View) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            what: text(),
            owner: text(),
            owner_name: text(),
            day: text(),
            due_words: text(),
            outcome: text(),
            measure: text(),
            contingency: text(),
            for_child: text(),
            children: RwSignal::new(view.head.children.iter().map(|child| child.id.clone()).collect()),
        }
    }

    /// Empties what was written; who does it and which children are often the same again.
    fn clear(self) {
        let texts = [
            self.what,
            self.owner_name,
            self.day,
            self.due_words,
            self.outcome,
            self.measure,
            self.contingency,
            self.for_child,
        ];
        for text in texts {
            text.set(String::new());
        }
    }

    /// Takes over a line that is there.
    fn take(self, action: Action) {
        self.clear();
        self.what.set(action.what);
        match action.owner {
            Owner::Person(person) => self.owner.set(person.to_string()),
            Owner::Named(name) => {
                self.owner.set(String::new());
                self.owner_name.set(name);
            }
        }
        match action.due {
            Due::On(date) => self.day.set(iso::written(date)),
            Due::Said(words) => self.due_words.set(words),
        }
        self.outcome.set(action.outcome.unwrap_or_default());
        self.measure.set(action.measure.unwrap_or_default());
        self.contingency.set(action.contingency.unwrap_or_default());
        self.for_child.set(action.for_child.unwrap_or_default());
        self.children.set(action.children);
    }

    /// What was written as a line of the plan, once it says what is done and by whom.
    fn action(self, earlier: Option<&Action>, answers: Vec<CardId>) -> Option<Action> {
        let id = ActionId::try_from(new_id()).ok()?;
        let owner = match self.owner.get_untracked().parse() {
            Ok(person) => Owner::Person(person),
            Err(_) => Owner::Named(written(&self.owner_name.get_untracked())?),
        };
        let due = match iso::read(&self.day.get_untracked()) {
            Some(date) => Due::On(date),
            None => Due::Said(self.due_words.get_untracked().trim().to_owned()),
        };
        let what = written(&self.what.get_untracked())?;
        let begun = || Action::begun(id, what.clone(), owner.clone(), due.clone());
        Some(Action {
            children: self.children.get_untracked(),
            answers,
            outcome: written(&self.outcome.get_untracked()),
            measure: written(&self.measure.get_untracked()),
            contingency: written(&self.contingency.get_untracked()),
            for_child: written(&self.for_child.get_untracked()),
            what: what.clone(),
            owner: owner.clone(),
            due: due.clone(),
            ..earlier.cloned().unwrap_or_else(begun)
        })
    }
}

/// A new line, or the one that is being changed.
#[component]
pub(super) fn PlanForm(
    /// The line that is being changed.
    changing: RwSignal<Option<ActionView>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let fields = hand.live().view.with_untracked(Fields::new);
    let people = Memo::new(move |_| {
        let other = std::iter::once((String::new(), "Somebody else".to_owned()));
        hand.live().view.with(|view| person_picks(view).into_iter().chain(other).collect::<Vec<Pick>>())
    });
    Effect::new(move |_| {
        if let Some(ActionView { action, .. }) = changing.get() {
            hand.answers.set(action.answers.clone());
            fields.take(action);
        }
    });
    let plan = move |event: SubmitEvent| {
        event.prevent_default();
        let earlier = changing.get_untracked().map(|line| line.action);
        if let Some(action) = fields.action(earlier.as_ref(), hand.answers.get_untracked()) {
            hand.send(Command::Plan { action });
            changing.set(None);
            hand.answers.set(Vec::new());
            fields.clear();
        }
    };
    let somebody_else = Memo::new(move |_| fields.owner.with(String::is_empty));
    let empty = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
    let incomplete = move || empty(fields.what) || (somebody_else.get() && empty(fields.owner_name));
    let title =
        move || if changing.with(Option::is_some) { "Change a line of the plan" } else { "A new line of the plan" };
    view! {
        <form class="stack" on:submit=plan>
            <h3 class="part">{title}</h3>
            <Answers />
            <TextField label="What" value=fields.what rows=2 />
            <div class="pair">
                <PickField label="Who does it" value=fields.owner picks=people choose=move |code| fields.owner.set(code) />
                {move || somebody_else.get().then(|| view! { <TextField label="Their name" value=fields.owner_name /> })}
            </div>
            <div class="pair">
                <label class="field">
                    <span class="label">"By which day"</span>
                    <input
                        type="date"
                        prop:value=fields.day
                        on:input=move |event| fields.day.set(event_target_value(&event))
                    />
                </label>
                <TextField label="Or in words" value=fields.due_words />
            </div>
            <TextField label="How we will know" value=fields.measure />
            <TextField label="What will be different for the child" value=fields.outcome />
            <TextField label="What happens if it does not" value=fields.contingency />
            <TextField
                label="In words for the child"
                hint="Only with these does it stand in the child’s letter"
                value=fields.for_child
                rows=2
            />
            <AboutWhom chosen=fields.children />
            <p>
                <button type="submit" class="button" data-kind="main" disabled=incomplete>
                    "Put in the plan"
                </button>
            </p>
        </form>
    }
    .into_part()
}

/// The lines on the board that this line of the plan answers, each with a way to leave it out.
#[component]
fn Answers() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let lines = Memo::new(move |_| hand.answers.with(|answers| hand.live().view.with(|view| words_of(view, answers))));
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
