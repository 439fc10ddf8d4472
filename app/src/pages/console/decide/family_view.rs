//! What somebody of the family says about the decision, in their words.
//!
//! Deliberately not here: professionals. Their views and their dissent stand apart.

use board::command::Command;
use board::id::OpinionId;
use board::outcome::FamilyView;
use board::sharing::MayKnow;
use board::view::View;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{is_family, people, written};
use super::super::hand::Hand;
use crate::live::new_id;
use crate::ui::{Pick, PickField, TextField};

/// The form for one person's words.
#[component]
pub(super) fn FamilyViewForm() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let by = RwSignal::new(String::new());
    let about = RwSignal::new(String::new());
    let words = RwSignal::new(String::new());
    let family = Memo::new(move |_| hand.live().view.with(family));
    let children = Memo::new(move |_| hand.live().view.with(children));
    let give = move |event: SubmitEvent| {
        event.prevent_default();
        let id = OpinionId::try_from(new_id());
        let (Ok(id), Ok(by_whom), Some(said)) = (id, by.get_untracked().parse(), written(&words.get_untracked()))
        else {
            return;
        };
        let child = about.get_untracked().parse().ok();
        let view = FamilyView { id, by: by_whom, child, words: said, may_know: MayKnow::Everyone };
        hand.send(Command::GiveFamilyView { view });
        hand.said.set("Kept for the minutes".to_owned());
        words.set(String::new());
    };
    let incomplete = move || by.with(String::is_empty) || words.with(|words| words.trim().is_empty());
    view! {
        <form class="stack" on:submit=give>
            <h3 class="part">"What the family says about it"</h3>
            <div class="pair">
                <PickField label="Who" value=by picks=family choose=move |code| by.set(code) />
                <PickField label="About" value=about picks=children choose=move |code| about.set(code) />
            </div>
            <TextField label="In their words" value=words rows=2 />
            <p>
                <button type="submit" class="button" disabled=incomplete>
                    "Keep these words"
                </button>
            </p>
        </form>
    }
}

fn family(view: &View) -> Vec<Pick> {
    let first = std::iter::once((String::new(), "Choose".to_owned()));
    let all = people(view).into_iter().filter(|person| is_family(person));
    first.chain(all.map(|person| (person.id.to_string(), person.introduced()))).collect()
}

fn children(view: &View) -> Vec<Pick> {
    let first = std::iter::once((String::new(), "All of it".to_owned()));
    let all = view.head.children.iter().map(|child| (child.id.to_string(), child.known_as.clone()));
    first.chain(all).collect()
}
