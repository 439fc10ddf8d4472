//! What a chair has to tell beyond a child's choice, because somebody could be badly hurt.
//!
//! Deliberately not here: the child's words. Whoever is told gets the least that keeps somebody safe, in the chair's words.

use board::command::Command;
use board::id::PersonId;
use board::iso;
use board::sharing::{Ground, Override};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::code::people;
use super::super::hand::{Asking, Hand};
use super::super::line_form::turn;
use super::asked;
use crate::ui::{Dialog, Pick, PickField, TextField};

/// What is written.
#[derive(Clone, Copy)]
struct Fields {
    ground: RwSignal<Ground>,
    least: RwSignal<String>,
    told: RwSignal<Vec<PersonId>>,
    by: RwSignal<String>,
    explained: RwSignal<String>,
}

impl Fields {
    fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            ground: RwSignal::new(Ground::SeriousHarm),
            least: text(),
            told: RwSignal::new(Vec::new()),
            by: text(),
            explained: text(),
        }
    }

    fn take(self, overridden: Option<&Override>) {
        self.ground.set(overridden.map_or(Ground::SeriousHarm, |it| it.ground));
        self.least.set(overridden.map(|it| it.least.clone()).unwrap_or_default());
        self.told.set(overridden.map(|it| it.told.clone()).unwrap_or_default());
        self.by.set(overridden.and_then(|it| it.by).map(iso::written).unwrap_or_default());
        self.explained.set(overridden.map(|it| it.explained.clone()).unwrap_or_default());
    }

    /// What is told; the child's answer stays with it.
    fn overridden(self, answer: Option<String>) -> Override {
        Override {
            ground: self.ground.get_untracked(),
            least: self.least.get_untracked().trim().to_owned(),
            told: self.told.get_untracked(),
            by: iso::read(&self.by.get_untracked()),
            explained: self.explained.get_untracked().trim().to_owned(),
            answer,
        }
    }
}

/// Asks for it. The child reads it on their tablet before they leave.
#[component]
pub fn KeepSafe() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, entry) =
        asked(hand, |asking| if let Asking::KeepSafe(entry) = asking { Some(entry.clone()) } else { None });
    let found = Memo::new(move |_| {
        entry.with(|entry| {
            hand.live().view.with(|view| entry.as_ref().and_then(|entry| view.entries.get(entry)).cloned())
        })
    });
    let before = move || found.get_untracked().and_then(|entry| entry.overridden);
    let fields = Fields::empty();
    Effect::new(move |_| {
        entry.track();
        fields.take(before().as_ref());
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(entry) = entry.get_untracked() {
            let overridden = Some(fields.overridden(before().and_then(|it| it.answer)));
            hand.send(Command::OverrideSharing { entry, overridden });
        }
        open.set(false);
    };
    let withdraw = move |_| {
        if let Some(entry) = entry.get_untracked() {
            hand.send(Command::OverrideSharing { entry, overridden: None });
        }
        open.set(false);
    };
    let theirs = move || {
        found.get().map(|entry| {
            let answer = entry.overridden.and_then(|it| it.answer);
            view! {
                <p>
                    {entry.who} ": " <q lang=entry.language dir="auto">{entry.words}</q>
                </p>
                {answer.map(|answer| view! { <p>"The child says to this: " <q dir="auto">{answer}</q></p> })}
            }
        })
    };
    let ground = Signal::derive(move || fields.ground.get().words().to_owned());
    let grounds: Vec<Pick> =
        Ground::ALL.into_iter().map(|ground| (ground.words().to_owned(), ground.words().to_owned())).collect();
    let choose = move |words: String| {
        if let Some(chosen) = Ground::ALL.into_iter().find(|ground| ground.words() == words) {
            fields.ground.set(chosen);
        }
    };
    let is_there = Memo::new(move |_| found.with(|entry| entry.as_ref().is_some_and(|it| it.overridden.is_some())));
    let blank = |text: RwSignal<String>| text.with(|text| text.trim().is_empty());
    let wanting = move || blank(fields.least) || blank(fields.explained) || fields.told.with(Vec::is_empty);
    view! {
        <Dialog open title="Tell somebody, to keep somebody safe">
            {theirs}
            <form class="stack" on:submit=save>
                <PickField label="Why" value=ground picks=grounds choose />
                <TextField
                    label="The least they have to know"
                    hint="In your words, never the child’s"
                    value=fields.least
                    rows=2
                />
                <Told told=fields.told />
                <label class="field">
                    <span class="label">"By which day"</span>
                    <input
                        type="date"
                        prop:value=fields.by
                        on:input=move |event| fields.by.set(event_target_value(&event))
                    />
                </label>
                <TextField
                    label="What you say to the child"
                    hint="They read it on the tablet, before they leave"
                    value=fields.explained
                    rows=3
                />
                <p class="row">
                    <button type="submit" class="button" data-kind="main" disabled=wanting>
                        "Save, and show the child"
                    </button>
                    <Show when=move || is_there.get()>
                        <button type="button" class="button" data-kind="plain" on:click=withdraw>
                            "It need not be told"
                        </button>
                    </Show>
                </p>
            </form>
        </Dialog>
    }
}

/// Who is told.
#[component]
fn Told(
    /// Those who are chosen.
    told: RwSignal<Vec<PersonId>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let names = Memo::new(move |_| {
        hand.live().view.with(|view| {
            people(view).into_iter().map(|person| (person.id.clone(), person.introduced())).collect::<Vec<_>>()
        })
    });
    let one = move |(id, name): (PersonId, String)| {
        let id = StoredValue::new(id);
        let on = Memo::new(move |_| told.with(|told| id.with_value(|id| told.contains(id))));
        let turn = move |_| told.update(|told| id.with_value(|id| turn(told, id)));
        view! {
            <label class="tick">
                <input type="checkbox" checked=on.get_untracked() prop:checked=on on:change=turn />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="ticks">
            <legend>"Who is told"</legend>
            {move || names.get().into_iter().map(one).collect_view()}
        </fieldset>
    }
    .into_part()
}
