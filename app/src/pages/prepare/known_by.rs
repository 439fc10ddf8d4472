//! Who may know that somebody takes part. A support worker's name can give away where a family lives.
//!
//! Deliberately not here: what the choice does. That is one rule on the server.

use board::id::PersonId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::field::{Pick, Tick};
use crate::live::Live;
use crate::ui::IntoPart as _;

/// The choices without the people in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Everyone,
    Except,
    Only,
    Professionals,
    ChairAndSocialWorker,
    ChairOnly,
    Nobody,
}

/// What is being chosen.
#[derive(Clone, Copy)]
pub(super) struct KnownBy {
    who: RwSignal<Who>,
    people: RwSignal<Vec<PersonId>>,
    professionals: RwSignal<bool>,
}

impl KnownBy {
    /// Begins with what is known; most people's being there is no secret.
    pub(super) fn new(known: Option<&MayKnow>) -> Self {
        let (who, professionals) = match known {
            None | Some(MayKnow::Everyone) => (Who::Everyone, false),
            Some(MayKnow::EveryoneExcept { .. }) => (Who::Except, false),
            Some(MayKnow::Only { professionals, .. }) => (Who::Only, *professionals),
            Some(MayKnow::Professionals) => (Who::Professionals, false),
            Some(MayKnow::ChairAndSocialWorker) => (Who::ChairAndSocialWorker, false),
            Some(MayKnow::ChairOnly) => (Who::ChairOnly, false),
            Some(MayKnow::NotDecided) => (Who::Nobody, false),
        };
        Self {
            who: RwSignal::new(who),
            people: RwSignal::new(known.map(|known| known.named().to_vec()).unwrap_or_default()),
            professionals: RwSignal::new(professionals),
        }
    }

    /// What was chosen. A choice that needs names is not one without them.
    pub(super) fn read(self) -> Result<MayKnow, &'static str> {
        let people = self.people.get();
        Ok(match self.who.get() {
            Who::Everyone => MayKnow::Everyone,
            Who::Except if people.is_empty() => return Err("Choose who may not know that they take part, then save."),
            Who::Except => MayKnow::EveryoneExcept { people },
            Who::Only => MayKnow::Only { people, professionals: self.professionals.get() },
            Who::Professionals => MayKnow::Professionals,
            Who::ChairAndSocialWorker => MayKnow::ChairAndSocialWorker,
            Who::ChairOnly => MayKnow::ChairOnly,
            Who::Nobody => MayKnow::NotDecided,
        })
    }
}

/// The fields of it.
#[component]
pub(super) fn KnownByFields(
    /// The page's connection.
    live: Live,
    /// What is being chosen.
    draft: KnownBy,
    /// What ties the label to it.
    id: String,
    /// What is asked.
    #[prop(default = "Who may know that they take part")]
    label: &'static str,
) -> impl IntoView {
    let options = [
        (Who::Everyone, "Everyone"),
        (Who::Except, "Everyone but …"),
        (Who::Only, "Only …"),
        (Who::Professionals, "The professionals, not the family"),
        (Who::ChairAndSocialWorker, "The chair and the social worker"),
        (Who::ChairOnly, "The chair"),
        (Who::Nobody, "Nobody yet"),
    ];
    let options = options.map(|(who, words)| (who, words.to_owned())).to_vec();
    let named = move || match draft.who.get() {
        Who::Except | Who::Only => true,
        Who::Everyone | Who::Professionals | Who::ChairAndSocialWorker | Who::ChairOnly | Who::Nobody => false,
    };
    let only = move || draft.who.get() == Who::Only;
    view! {
        <Pick label id options value=draft.who />
        <Show when=named>
            <fieldset class="ticks wide">
                <legend>"Who?"</legend>
                <Show when=only>
                    <Tick label="All professionals" value=draft.professionals />
                </Show>
                <Names live people=draft.people />
            </fieldset>
        </Show>
    }
    .into_part()
}

/// A tick for each person of the conference.
#[component]
fn Names(
    /// The page's connection.
    live: Live,
    /// Those who are ticked.
    people: RwSignal<Vec<PersonId>>,
) -> impl IntoView {
    let all = live.view.with_untracked(|view| {
        view.people.values().map(|person| (person.id.clone(), person.introduced())).collect::<Vec<_>>()
    });
    let tick = move |(id, name): (PersonId, String)| {
        let ticked = RwSignal::new(people.with_untracked(|people| people.contains(&id)));
        Effect::new(move |_| {
            let ticked = ticked.get();
            people.update(|people| {
                people.retain(|person| *person != id);
                if ticked {
                    people.push(id.clone());
                }
            });
        });
        view! { <Tick label=name value=ticked /> }
    };
    all.into_iter().map(tick).collect_view()
}
