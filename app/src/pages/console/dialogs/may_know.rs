//! Who may know a thing, as the chair chooses it for a line.
//!
//! Deliberately not here: widening a child's choice. What a child has chosen stays, whatever is chosen here.

use board::id::PersonId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::super::code::people;
use super::super::hand::Hand;
use super::super::line_form::turn;
use crate::ui::{Pick, PickField};

/// The choices, as the list's values.
const CHOICES: [(&str, &str); 6] = [
    ("everyone", "Everyone, and the wall"),
    ("except", "Everyone but ..."),
    ("professionals", "Professionals only"),
    ("only", "Only ..."),
    ("lead", "Only the chair and the social worker"),
    ("chair", "Only the chair"),
];

/// The choice, and the people named in it.
#[component]
pub(super) fn MayKnowField(
    /// What is chosen.
    chosen: RwSignal<MayKnow>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let value = Signal::derive(move || chosen.with(code).to_owned());
    let picks: Vec<Pick> = CHOICES.into_iter().map(|(key, words)| (key.to_owned(), words.to_owned())).collect();
    let choose = move |code: String| chosen.update(|chosen| *chosen = of(&code, chosen.named().to_vec()));
    let names = Memo::new(move |_| {
        hand.live().view.with(|view| {
            people(view).into_iter().map(|person| (person.id.clone(), person.introduced())).collect::<Vec<_>>()
        })
    });
    let by_name = Memo::new(move |_| chosen.with(|chosen| matches!(code(chosen), "except" | "only")));
    let person = move |(id, name): (PersonId, String)| {
        let id = StoredValue::new(id);
        let on = Memo::new(move |_| chosen.with(|chosen| id.with_value(|id| chosen.named().contains(id))));
        let turn = move |_| chosen.update(|chosen| id.with_value(|id| name_or_not(chosen, id)));
        view! {
            <label>
                <input type="checkbox" checked=on.get_untracked() prop:checked=on on:change=turn />
                {name}
            </label>
        }
    };
    let people = move || {
        by_name.get().then(|| {
            view! {
                <fieldset class="choice" data-shape="many">
                    <legend>"Whom"</legend>
                    <div class="answers">{names.get().into_iter().map(person).collect_view()}</div>
                </fieldset>
            }
        })
    };
    view! {
        <PickField label="Who may know" value picks choose />
        {people}
    }
}

/// The value of a choice.
fn code(may_know: &MayKnow) -> &'static str {
    match may_know {
        MayKnow::Everyone | MayKnow::NotDecided => "everyone",
        MayKnow::EveryoneExcept { .. } => "except",
        MayKnow::Only { .. } => "only",
        MayKnow::Professionals => "professionals",
        MayKnow::ChairAndSocialWorker => "lead",
        MayKnow::ChairOnly => "chair",
    }
}

/// The choice with a value; those who were named stay named.
fn of(code: &str, people: Vec<PersonId>) -> MayKnow {
    match code {
        "except" => MayKnow::EveryoneExcept { people },
        "only" => MayKnow::Only { people, professionals: false },
        "professionals" => MayKnow::Professionals,
        "lead" => MayKnow::ChairAndSocialWorker,
        "chair" => MayKnow::ChairOnly,
        _ => MayKnow::Everyone,
    }
}

fn name_or_not(may_know: &mut MayKnow, person: &PersonId) {
    match may_know {
        MayKnow::EveryoneExcept { people } | MayKnow::Only { people, .. } => turn(people, person),
        MayKnow::Everyone
        | MayKnow::Professionals
        | MayKnow::ChairAndSocialWorker
        | MayKnow::ChairOnly
        | MayKnow::NotDecided => {}
    }
}
