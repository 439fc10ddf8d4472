//! The children the conference is about.
//!
//! Deliberately not here: an order of importance. They stand as they were recorded.

use board::id::ChildId;
use board::people::{Birth, Child};
use board::view::day;
use leptos::prelude::*;

use super::child_form::ChildForm;
use super::editable::Editable;
use crate::live::{Live, new_id};
use crate::ui::IntoPart as _;

/// All children, and a form for one more.
#[component]
pub(super) fn Children(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        live.view.with(|view| view.head.children.iter().map(|child| child.id.clone()).collect::<Vec<_>>())
    });
    let add = move |done| ChildId::try_from(new_id()).ok().map(|id| view! { <ChildForm live id child=None done /> });
    view! {
        <section id="children" class="sheet">
            <h2>"Children"</h2>
            <ul class="known">
                <For each=move || ids.get() key=Clone::clone children=move |id| view! { <OneChild live id /> } />
            </ul>
            <Editable label="Add a child" form=add />
        </section>
    }
    .into_part()
}

/// One child, in a few lines or as a form.
#[component]
fn OneChild(
    /// The page's connection.
    live: Live,
    /// The child.
    id: ChildId,
) -> impl IntoView {
    let known = StoredValue::new(id);
    let child = Memo::new(move |_| live.view.with(|view| known.with_value(|id| view.children.get(id).cloned())));
    let name = Signal::derive(move || child.get().map_or_else(String::new, |child| child.known_as));
    let form = move |done| view! { <ChildForm live id=known.get_value() child=child.get_untracked() done /> };
    view! {
        <li>
            <Editable label="Change" about=name form>
                {move || child.get().map(|child| summary(&child))}
            </Editable>
        </li>
    }
}

fn summary(child: &Child) -> impl IntoView + use<> {
    let birth = match &child.birth {
        Birth::Born(date) => format!("Born {}", day(*date)),
        Birth::Expected(date) => format!("Expected {}", day(*date)),
    };
    let rest = [
        child.pronouns.clone(),
        Some(birth),
        child.case_number.clone(),
        child.school.clone(),
        child.languages.clone(),
        child.lives_with.clone().map(|with| format!("Lives with {with}")),
        child.communication.clone(),
        child.participation.clone(),
    ];
    let rest = rest.into_iter().flatten().map(|text| view! { <li>{text}</li> }).collect_view();
    let law = (child.legal_name != child.known_as).then(|| format!(" {}", child.legal_name));
    view! {
        <div class="summary">
            <h3>{child.known_as.clone()} <span>{law}</span></h3>
            <ul class="facts">{rest}</ul>
        </div>
    }
}
