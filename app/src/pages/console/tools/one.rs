//! One thing a child said: the words, who may know them, and the two things a chair can do with them.
//!
//! Deliberately not here: putting words on the board that nobody may know. The board refuses that.

use board::command::Command;
use board::id::{CardId, EntryId};
use board::view::{EntryView, View};
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use crate::live::new_id;
use crate::ui::{CardLine, Pick, PickField};

/// One entry.
#[component]
pub(super) fn OneEntry(
    /// The entry.
    id: EntryId,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let entry = Memo::new({
        let id = id.clone();
        move |_| hand.live().view.with(|view| view.entries.get(&id).cloned())
    });
    let section = RwSignal::new(String::new());
    let picks = Memo::new(move |_| hand.live().view.with(sections));
    move || {
        entry.get().and_then(|entry| entry.as_line().map(|line| (entry, line))).map(|(entry, line)| {
            let (answer, pull, safe) = (id.clone(), id.clone(), id.clone());
            let note = note(&entry);
            let (on_board, answered) = (entry.card.is_some(), entry.answer.is_some());
            let put = move |_| {
                if let Ok(card) = CardId::try_from(new_id()) {
                    let section = section.get_untracked().parse().ok();
                    hand.send(Command::PullEntry { entry: pull.clone(), card, section });
                }
            };
            let placing = move || {
                (hand.chair.get() && !on_board).then(|| {
                    let put = put.clone();
                    view! {
                        <PickField label="Where to" value=section picks choose=move |key| section.set(key) />
                        <button type="button" class="button" data-kind="main" on:click=put>
                            "Put on board"
                        </button>
                    }
                })
            };
            let told = entry.overridden.is_some();
            let keeping_safe = move || {
                hand.chair.get().then(|| {
                    let safe = safe.clone();
                    view! {
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| hand.asking.set(Some(Asking::KeepSafe(safe.clone())))
                        >
                            {if told { "Told, to keep somebody safe" } else { "Tell somebody, to keep safe" }}
                        </button>
                    }
                })
            };
            view! {
                <CardLine card=line note>
                    {placing}
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| hand.asking.set(Some(Asking::Answer(answer.clone())))
                    >
                        {if answered { "Change the answer" } else { "You said, so we …" }}
                    </button>
                    {keeping_safe}
                </CardLine>
            }
        })
    }
}

/// What was asked, what was chosen, and whether it is on the board.
fn note(entry: &EntryView) -> String {
    let on_board = entry.card.as_ref().map(|_| "On the board".to_owned());
    let meaning = entry.meaning.as_ref().map(|meaning| format!("What it may mean: {meaning}"));
    [entry.asked.clone(), on_board, Some(entry.shared.clone()), meaning]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(". ")
}

/// Where an entry can go; first where its house feeds.
fn sections(view: &View) -> Vec<Pick> {
    let first = std::iter::once((String::new(), "Where it belongs".to_owned()));
    let all = view.head.columns.iter().flat_map(|column| &column.sections);
    first.chain(all.map(|section| (section.key.to_string(), section.label.clone()))).collect()
}
