//! Somebody's ties to the children, in their form: one line for each child.
//!
//! Deliberately not here: what a tie means. It is in words, as the family would say it.

use board::id::ChildId;
use board::people::{Person, Relation};
use leptos::prelude::*;

use super::field::{Pick, Text, filled, yes_no};
use crate::live::Live;

/// One tie that is being typed.
#[derive(Clone)]
struct Tie {
    child: ChildId,
    relation: RwSignal<String>,
    responsible: RwSignal<Option<bool>>,
}

/// What is being typed.
#[derive(Clone, Copy)]
pub(super) struct RelationsDraft(StoredValue<Vec<Tie>>);

impl RelationsDraft {
    /// Begins with what is known, with a line for every child.
    pub(super) fn new(live: Live, person: Option<&Person>) -> Self {
        let children = live.view.with_untracked(|view| view.head.children.clone());
        let known = |child: &ChildId| person.and_then(|person| person.relations.iter().find(|tie| tie.child == *child));
        let tie = |child: ChildId| Tie {
            relation: RwSignal::new(known(&child).map(|tie| tie.relation.clone()).unwrap_or_default()),
            responsible: RwSignal::new(known(&child).and_then(|tie| tie.parental_responsibility)),
            child,
        };
        Self(StoredValue::new(children.into_iter().map(|child| tie(child.id)).collect()))
    }

    /// The ties that were typed; a child without one is left out.
    pub(super) fn read(self) -> Vec<Relation> {
        let tie = |tie: &Tie| {
            let relation = filled(tie.relation)?;
            Some(Relation { child: tie.child.clone(), relation, parental_responsibility: tie.responsible.get() })
        };
        self.0.with_value(|ties| ties.iter().filter_map(tie).collect())
    }
}

/// The fields of it.
#[component]
pub(super) fn Relations(
    /// The page's connection.
    live: Live,
    /// What is being typed.
    draft: RelationsDraft,
) -> impl IntoView {
    let name = move |child: &ChildId| {
        live.view
            .with_untracked(|view| view.children.get(child).map(|child| child.known_as.clone()).unwrap_or_default())
    };
    let ties = draft.0.get_value().into_iter().map(|tie| {
        let id = tie.child.to_string();
        view! {
            <fieldset class="tie wide">
                <legend>{format!("To {}", name(&tie.child))}</legend>
                <Text
                    label="They are their"
                    id=format!("{id}-tie")
                    value=tie.relation
                    hint="Like mother, or paternal grandmother"
                />
                <Pick
                    label="Parental responsibility"
                    id=format!("{id}-responsible")
                    options=yes_no()
                    value=tie.responsible
                />
            </fieldset>
        }
    });
    ties.collect_view()
}
