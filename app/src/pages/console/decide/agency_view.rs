//! What each agency would decide for one child, and whether it disagrees with the decision.
//!
//! Deliberately not here: a tally. Views stand one under another, each with its person.

use board::command::Command;
use board::id::{ChildId, OpinionId};
use board::outcome::{AgencyView, Category, Dissent, Opinion};
use board::people::Person;
use board::view::View;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{is_family, people, written};
use super::super::hand::Hand;
use super::decision::with_none;
use crate::live::new_id;
use crate::ui::{IntoPart as _, Pick, PickField, TextField};

/// The views that were given, and the form for one.
#[component]
pub(super) fn AgencyViews(
    /// The child.
    child: ChildId,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let child = StoredValue::new(child);
    let views = Memo::new(move |_| {
        hand.live().view.with(|view| {
            child.with_value(|child| view.decisions.get(child).map_or_else(Vec::new, |decision| decision.views.clone()))
        })
    });
    let list = move || views.get().into_iter().map(|(who, view)| view! { <Given who given=view /> }).collect_view();
    view! {
        <div class="stack">
            <ul class="ratings">{list}</ul>
            <Give child />
        </div>
    }
    .into_part()
}

/// One view that was given.
#[component]
fn Given(
    /// Who gave it.
    who: String,
    /// The view.
    given: AgencyView,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let AgencyView { id, opinion, category, reason, dissent, .. } = given;
    let name = who.clone();
    let category = category.map(|category| format!(", {}", category.words()));
    view! {
        <li>
            <p>
                <b>{who}</b>
                ": "
                {opinion.words()}
                {category}
            </p>
            {reason.map(|reason| view! { <p>"Because: " {reason}</p> })}
            {dissent.map(|dissent| view! { <p>{dissent_words(dissent)}</p> })}
            <p class="answers">
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=format!("Take the view of {name} back")
                    on:click=move |_| hand.send(Command::WithdrawAgencyView { view: id.clone() })
                >
                    "Take back"
                </button>
            </p>
        </li>
    }
}

/// Every way to disagree.
const DISSENT: [Dissent; 2] = [Dissent::Reservation, Dissent::Formal];

fn dissent_words(dissent: Dissent) -> &'static str {
    match dissent {
        Dissent::Reservation => "Has doubts, and can live with the decision",
        Dissent::Formal => "Formally disagrees with the decision",
    }
}

/// The form for one agency's view. A second view of the same person takes the place of the first.
#[component]
fn Give(
    /// The child.
    child: StoredValue<ChildId>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let by = RwSignal::new(String::new());
    let opinion = RwSignal::new(None::<Opinion>);
    let category = RwSignal::new(None::<Category>);
    let dissent = RwSignal::new(None::<Dissent>);
    let reason = RwSignal::new(String::new());
    let professionals = Memo::new(move |_| hand.live().view.with(professionals));
    let give = move |event: SubmitEvent| {
        event.prevent_default();
        let (Ok(by_whom), Some(given)) = (by.get_untracked().parse(), opinion.get_untracked()) else {
            return;
        };
        let Ok(id) = OpinionId::try_from(new_id()) else {
            return;
        };
        let view = AgencyView {
            id,
            child: child.get_value(),
            by: by_whom,
            opinion: given,
            category: category.get_untracked(),
            reason: written(&reason.get_untracked()),
            dissent: dissent.get_untracked(),
        };
        hand.send(Command::GiveAgencyView { view });
        by.set(String::new());
        opinion.set(None);
        category.set(None);
        dissent.set(None);
        reason.set(String::new());
    };
    let opinion_value = Signal::derive(move || opinion.get().map_or("", Opinion::words).to_owned());
    let choose_opinion = move |words: String| opinion.set(Opinion::ALL.into_iter().find(|one| one.words() == words));
    let category_value = Signal::derive(move || category.get().map_or("", Category::words).to_owned());
    let choose_category = move |words: String| category.set(Category::ALL.into_iter().find(|one| one.words() == words));
    let dissent_value = Signal::derive(move || dissent.get().map_or("", dissent_words).to_owned());
    let choose_dissent = move |words: String| dissent.set(DISSENT.into_iter().find(|one| dissent_words(*one) == words));
    let incomplete = move || by.with(String::is_empty) || opinion.get().is_none();
    view! {
        <form class="stack" on:submit=give>
            <div class="pair">
                <PickField label="Whose view" value=by picks=professionals choose=move |code| by.set(code) />
                <PickField
                    label="What they would decide"
                    value=opinion_value
                    picks=with_none(&Opinion::ALL, Opinion::words, "Choose")
                    choose=choose_opinion
                />
            </div>
            <div class="pair">
                <PickField
                    label="Category they would choose"
                    value=category_value
                    picks=with_none(&Category::ALL, Category::words, "None")
                    choose=choose_category
                />
                <PickField
                    label="After the decision"
                    value=dissent_value
                    picks=with_none(&DISSENT, dissent_words, "Agrees, or not asked yet")
                    choose=choose_dissent
                />
            </div>
            <TextField label="Why, in their words" value=reason rows=2 />
            <p>
                <button type="submit" class="button" disabled=incomplete>
                    "Keep this view"
                </button>
            </p>
        </form>
    }
}

/// Those whose work it is to have a view.
fn professionals(view: &View) -> Vec<Pick> {
    let first = std::iter::once((String::new(), "Choose".to_owned()));
    let all = people(view).into_iter().filter(|person| !is_family(person));
    first.chain(all.map(|person: &Person| (person.id.to_string(), person.introduced()))).collect()
}
