//! One row of a child's ledger: the words, the answer, whether the child was told, and whether the letter repeats it.
//!
//! Deliberately not here: writing the answer. That is done at the board, in the same dialog as everywhere else.

use board::command::Command;
use board::id::{ChildId, EntryId};
use board::letter::LetterChoices;
use board::outcome::Answer;
use board::view::letter::Repeats;
use board::view::{EntryView, View, day};
use leptos::prelude::*;

use super::Desk;

/// One row.
#[component]
pub(super) fn Row(
    /// What the page works with.
    desk: Desk,
    /// The child's words.
    entry: EntryId,
) -> impl IntoView {
    let found = Memo::new({
        let entry = entry.clone();
        move |_| desk.live.view.with(|view| view.entries.get(&entry).cloned())
    });
    move || {
        found.get().map(|view| {
            let id = entry.clone();
            let EntryView { child, words, language, answer, disagrees, repeats, .. } = view;
            let against = disagrees.then(|| view! { <b>"Disagrees with the decision: "</b> });
            let press = if answer.is_some() { "Change the answer" } else { "You said, so we …" };
            view! {
                <li class="ledger-row">
                    <p>
                        {against}
                        <q lang=language dir="auto">
                            {words}
                        </q>
                    </p>
                    <p data-state=answer.is_none().then_some("missing")>{answered(answer.as_ref())}</p>
                    <p class="hint">{repeats.map(repeats_words)}</p>
                    <p class="answers">
                        <a class="button" href=answer_at(desk, &id)>
                            {press}
                        </a>
                        <Turn desk child entry=id repeats />
                    </p>
                </li>
            }
        })
    }
}

/// Where an answer is written: at the board, beside the words.
fn answer_at(desk: Desk, entry: &EntryId) -> String {
    format!("/conferences/{}?answer={entry}", desk.conference.get_value())
}

/// The answer, and whether the child was told.
fn answered(answer: Option<&Answer>) -> String {
    let Some(answer) = answer else {
        return "No answer yet.".to_owned();
    };
    let told = match (answer.told_on, &answer.told_by, answer.tell_by) {
        (Some(on), _, _) => format!("Told on {}.", day(on)),
        (None, Some(who), Some(by)) => format!("To be told: {who}, by {}.", day(by)),
        (None, Some(who), None) => format!("To be told: {who}."),
        (None, None, Some(by)) => format!("To be told by {}.", day(by)),
        (None, None, None) => "Nobody is named to tell the child.".to_owned(),
    };
    let said = answer.reaction.as_ref().map_or_else(String::new, |words| format!(" To that: “{words}”"));
    format!("{}: {} {told}{said}", answer.kind.words(), answer.words)
}

fn repeats_words(repeats: Repeats) -> &'static str {
    match repeats {
        Repeats::Yes => "In the letter",
        Repeats::LeftOut => "Left out of the letter",
        Repeats::InPerson => {
            "Not in the letter, because it is kept from somebody of the family: tell the child in person"
        }
        Repeats::No => "Not in the letter: the child does not want it there, or has not chosen",
    }
}

/// Puts words into the letter or leaves them out; for the chair.
#[component]
fn Turn(
    /// What the page works with.
    desk: Desk,
    /// Whose letter.
    child: ChildId,
    /// The words.
    entry: EntryId,
    /// Whether they are in it now.
    repeats: Option<Repeats>,
) -> impl IntoView {
    let press = match repeats {
        Some(Repeats::Yes) => Some("Leave out of the letter"),
        Some(Repeats::LeftOut) => Some("Put back into the letter"),
        Some(Repeats::InPerson) => Some("The child wants it in the letter"),
        Some(Repeats::No) | None => None,
    };
    press.filter(|_| desk.chair.get()).map(|press| {
        let turn = move |_| {
            let known = desk.live.view.with_untracked(|view| choices(view, &child));
            if let Some(letter) = repeats.map(|repeats| turned(known, &entry, repeats)) {
                desk.live.send(Command::PrepareLetter { letter });
            }
        };
        view! {
            <button type="button" class="button" data-kind="plain" on:click=turn>
                {press}
            </button>
        }
    })
}

/// What was chosen for a child's letter so far.
pub(super) fn choices(view: &View, child: &ChildId) -> LetterChoices {
    let known = view.desk.as_ref().and_then(|desk| desk.letters.iter().find(|letter| letter.child == *child));
    known.cloned().unwrap_or_else(|| LetterChoices::none(child.clone()))
}

fn turned(mut letter: LetterChoices, entry: &EntryId, repeats: Repeats) -> LetterChoices {
    match repeats {
        Repeats::Yes => {
            letter.asked_for.retain(|other| other != entry);
            letter.left_out.push(entry.clone());
        }
        Repeats::LeftOut => letter.left_out.retain(|other| other != entry),
        Repeats::InPerson => letter.asked_for.push(entry.clone()),
        Repeats::No => {}
    }
    letter
}
