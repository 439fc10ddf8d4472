//! What is told of a child's words to keep somebody safe: to whom, by when, and how it was explained to the child.
//!
//! Deliberately not here: making anything public. It adds the people named, on their own screens and papers, and they get
//! these words and never the child's.

use board::command::Command;
use board::id::PersonId;
use board::sharing::{Ground, Override};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{people, written};
use super::super::hand::{Asking, Hand};
use super::super::line_form::turn;
use super::asked;
use crate::ui::{Dialog, Pick, PickField, TextField};

/// What is being written. A handle: all copies are the same form.
#[derive(Clone, Copy)]
struct Form {
    ground: RwSignal<Ground>,
    least: RwSignal<String>,
    told: RwSignal<Vec<PersonId>>,
    by: RwSignal<String>,
    explained: RwSignal<String>,
    answer: RwSignal<String>,
}

impl Form {
    fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        let (least, by, explained, answer) = (text(), text(), text(), text());
        Self { ground: RwSignal::new(Ground::SeriousHarm), least, told: RwSignal::new(Vec::new()), by, explained, answer }
    }

    fn take(self, known: Option<&Override>) {
        self.ground.set(known.map_or(Ground::SeriousHarm, |known| known.ground));
        self.least.set(known.map(|known| known.least.clone()).unwrap_or_default());
        self.told.set(known.map(|known| known.told.clone()).unwrap_or_default());
        self.by.set(known.and_then(|known| known.by).map(|by| by.to_string()).unwrap_or_default());
        self.explained.set(known.map(|known| known.explained.clone()).unwrap_or_default());
        self.answer.set(known.and_then(|known| known.answer.clone()).unwrap_or_default());
    }

    /// What was written; nothing while a part without which nobody can be told is missing.
    fn read(self) -> Option<Override> {
        let answer = self.answer.get();
        let told = self.told.get();
        Some(Override {
            ground: self.ground.get(),
            least: written(&self.least.get())?,
            told: Some(told).filter(|told| !told.is_empty())?,
            by: self.by.get().parse().ok(),
            explained: written(&self.explained.get())?,
            // What a child says is kept as it is, to the last space.
            answer: (!answer.trim().is_empty()).then_some(answer),
        })
    }
}

/// Asks what is told.
#[component]
pub fn Safety() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, entry) =
        asked(hand, |asking| if let Asking::Safety(entry) = asking { Some(entry.clone()) } else { None });
    let found = Memo::new(move |_| {
        entry.with(|entry| {
            hand.live().view.with(|view| entry.as_ref().and_then(|entry| view.entries.get(entry)).cloned())
        })
    });
    let name = move || {
        found.with(|entry| {
            let child = entry.as_ref().map(|entry| entry.child.clone());
            hand.live().view.with(|view| {
                let known = view.head.children.iter().find(|other| Some(&other.id) == child.as_ref());
                known.map_or_else(|| "the child".to_owned(), |child| child.known_as.clone())
            })
        })
    };
    let form = Form::empty();
    Effect::new(move |_| {
        entry.track();
        form.take(found.get_untracked().and_then(|entry| entry.overridden).as_ref());
    });
    let there = Memo::new(move |_| found.with(|entry| entry.as_ref().is_some_and(|entry| entry.overridden.is_some())));
    let give = move |overridden: Option<Override>| {
        if let Some(entry) = entry.get_untracked() {
            hand.send(Command::OverrideSharing { entry, overridden });
            open.set(false);
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(overridden) = untrack(|| form.read()) {
            give(Some(overridden));
        }
    };
    let value = Signal::derive(move || form.ground.get().words().to_owned());
    let grounds: Vec<Pick> = Ground::ALL.map(|ground| (ground.words().to_owned(), ground.words().to_owned())).to_vec();
    let choose = move |words: String| {
        if let Some(ground) = Ground::ALL.into_iter().find(|ground| ground.words() == words) {
            form.ground.set(ground);
        }
    };
    view! {
        <Dialog open title="Told to keep somebody safe">
            <p>
                "This adds the people you choose here, and makes nothing public: not the wall, not a group’s paper. \
                 They get your words below, and never " {name} "’s own."
            </p>
            {move || {
                found.get().map(|entry| view! { <p><q lang=entry.language dir="auto">{entry.words}</q></p> })
            }}
            <form class="stack" on:submit=save>
                <PickField label="Why" value picks=grounds choose />
                <TextField label="The least they have to know" hint="In your words, without a quotation" value=form.least rows=2 />
                <Who chosen=form.told />
                <label class="field">
                    <span class="label">"Told by"</span>
                    <input type="date" prop:value=form.by on:input=move |event| form.by.set(event_target_value(&event)) />
                </label>
                <TextField label="What you explained to the young person" hint="Before anybody is told, where you can" value=form.explained rows=2 />
                <TextField label="What they said to that, word for word" hint="Leave it empty if they have not been asked yet" value=form.answer rows=2 />
                <p class="row">
                    <button type="submit" class="button" data-kind="main" disabled=move || form.read().is_none()>
                        "Save"
                    </button>
                    {move || {
                        there
                            .get()
                            .then(|| {
                                view! {
                                    <button type="button" class="button" on:click=move |_| give(None)>
                                        "Withdraw: nobody has to be told"
                                    </button>
                                }
                            })
                    }}
                </p>
            </form>
        </Dialog>
    }
}

/// A tick for each person of the conference.
#[component]
fn Who(
    /// Those who are told.
    chosen: RwSignal<Vec<PersonId>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let names = Memo::new(move |_| {
        hand.live().view.with(|view| {
            people(view).into_iter().map(|person| (person.id.clone(), person.introduced())).collect::<Vec<_>>()
        })
    });
    let person = move |(id, name): (PersonId, String)| {
        let id = StoredValue::new(id);
        let on = Memo::new(move |_| chosen.with(|chosen| id.with_value(|id| chosen.contains(id))));
        view! {
            <label>
                <input
                    type="checkbox"
                    prop:checked=on
                    on:change=move |_| chosen.update(|chosen| id.with_value(|id| turn(chosen, id)))
                />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="choice" data-shape="many">
            <legend>"Who is told"</legend>
            <div class="answers">{move || names.get().into_iter().map(person).collect_view()}</div>
        </fieldset>
    }
}
