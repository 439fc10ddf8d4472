//! The decision for each child, and the views around it.
//!
//! Deliberately not here: counting views. The chair decides; every view is kept with its person and its reason.

use board::view::ChildView;
use leptos::prelude::*;

mod agency_view;
mod decision;
mod family_view;

use super::hand::Hand;
use crate::ui::IntoPart as _;
use agency_view::AgencyViews;
use decision::DecisionForm;
use family_view::FamilyViewForm;

/// One part for each child, and one for the family.
#[component]
pub(super) fn DecideDrawer() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let children = Memo::new(move |_| hand.live().view.with(|view| view.head.children.clone()));
    view! {
        <div class="stack">
            <For each=move || children.get() key=|child| child.id.clone() children=|child| view! { <ForChild child /> } />
            <FamilyViewForm />
        </div>
    }
    .into_part()
}

/// What is decided for one child, and what each agency says.
#[component]
fn ForChild(
    /// The child.
    child: ChildView,
) -> impl IntoView {
    let ChildView { id, known_as } = child;
    let name = known_as.clone();
    view! {
        <section class="stack" aria-label=name>
            <h3 class="part">{known_as}</h3>
            <div class="halves">
                <DecisionForm child=id.clone() />
                <AgencyViews child=id />
            </div>
        </section>
    }
}
