//! Who can know a card: few big answers for the young, names for whoever wants to say names.
//!
//! Deliberately not here: what an answer does. The screen says that beside it, by the rule itself.

use board::id::PersonId;
use board::sharing::MayKnow;
use board::toolkit::AgeBand;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::Pad;
use super::Choice;

/// An answer, whoever is named in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Who {
    Everyone,
    But,
    Only,
    Workers,
    ChairAndWorker,
    Chair,
    NotYet,
}

impl Who {
    const ALL: [Self; 7] =
        [Self::Everyone, Self::But, Self::Only, Self::Workers, Self::ChairAndWorker, Self::Chair, Self::NotYet];

    pub(in super::super) fn of(may_know: &MayKnow) -> Self {
        match may_know {
            MayKnow::Everyone => Self::Everyone,
            MayKnow::EveryoneExcept { .. } => Self::But,
            MayKnow::Only { .. } => Self::Only,
            MayKnow::Professionals => Self::Workers,
            MayKnow::ChairAndSocialWorker => Self::ChairAndWorker,
            MayKnow::ChairOnly => Self::Chair,
            MayKnow::NotDecided => Self::NotYet,
        }
    }

    /// The choice; whoever was named stays named.
    pub(in super::super) fn choice(self, people: Vec<PersonId>) -> MayKnow {
        match self {
            Self::Everyone => MayKnow::Everyone,
            Self::But => MayKnow::EveryoneExcept { people },
            Self::Only => MayKnow::Only { people, professionals: false },
            Self::Workers => MayKnow::Professionals,
            Self::ChairAndWorker => MayKnow::ChairAndSocialWorker,
            Self::Chair => MayKnow::ChairOnly,
            Self::NotYet => MayKnow::NotDecided,
        }
    }

    /// The answers for a child of this age that need no names.
    pub(in super::super) fn nameless(age: AgeBand) -> impl Iterator<Item = Self> {
        let all = Self::ALL.into_iter().filter(move |who| who.is_for(age));
        all.filter(|who| !matches!(who, Self::But | Self::Only))
    }

    /// A young child chooses among few; names, and the social worker apart, are for the older.
    fn is_for(self, age: AgeBand) -> bool {
        match self {
            Self::Everyone | Self::Workers | Self::Chair | Self::NotYet => true,
            Self::But | Self::Only => age >= AgeBand::EightToEleven,
            Self::ChairAndWorker => age >= AgeBand::TwelveAndOver,
        }
    }

    pub(in super::super) fn words(self, pad: Pad) -> String {
        let young = pad.is_young();
        match self {
            Self::Everyone if young => pad.say.say("own.everybody"),
            Self::Everyone => pad.say.say("share.everyone"),
            Self::But => pad.say.say("own.everyone_but"),
            Self::Only => pad.say.say("own.only_some"),
            Self::Workers if young => pad.say.say("own.helpers_only"),
            Self::Workers => pad.say.say("own.workers_only"),
            Self::ChairAndWorker => pad.of_chair("own.chair_and_worker"),
            Self::Chair => pad.of_chair("own.only_chair"),
            Self::NotYet => pad.say.say("share.not_yet"),
        }
    }
}

/// The answers, and the names where there are some to say.
#[component]
pub(super) fn WhoCan(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
) -> impl IntoView {
    let now = Who::of(&choice.may_know.get_untracked());
    let offered = Who::ALL.into_iter().filter(|who| who.is_for(pad.age) || *who == now);
    let answers = offered.map(|who| (who, who.words(pad), None)).collect();
    let chosen = Signal::derive(move || Some(choice.may_know.with(Who::of)));
    let choose = Callback::new(move |who: Who| {
        choice.may_know.update(|may_know| *may_know = who.choice(may_know.named().to_vec()));
    });
    let which = Memo::new(move |_| choice.may_know.with(Who::of));
    let names = move || match which.get() {
        Who::But => Some(view! { <Names pad choice head="own.but_whom" /> }),
        Who::Only => Some(view! { <Names pad choice head="own.only_whom" /> }),
        Who::Everyone | Who::Workers | Who::ChairAndWorker | Who::Chair | Who::NotYet => None,
    };
    view! {
        <div class="who-can">
            <OneOf legend=pad.say.say("share.who") seen=true name="who" answers chosen choose />
            {names}
        </div>
    }
    .into_part()
}

/// Everybody around, each to be tapped.
#[component]
fn Names(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
    /// The key of the question.
    head: &'static str,
) -> impl IntoView {
    let chair = untrack(|| pad.way.chair()).map(|(id, _)| id);
    let people = untrack(|| pad.way.people()).into_iter().filter(|(id, _)| Some(id) != chair.as_ref());
    let people = people.map(|(id, person)| {
        let id = StoredValue::new(id);
        let on = move || choice.may_know.with(|may_know| id.with_value(|id| may_know.named().contains(id)));
        let tap = move |_| choice.may_know.update(|may_know| id.with_value(|id| name_or_not(may_know, id)));
        view! {
            <label>
                <input type="checkbox" prop:checked=on on:change=tap />
                <span dir="auto">{person.called} {person.tie.map(|tie| view! { <small>{tie}</small> })}</span>
            </label>
        }
    });
    let workers = move || {
        choice.may_know.with(|may_know| match may_know {
            MayKnow::Only { professionals, .. } => Some(*professionals),
            MayKnow::Everyone
            | MayKnow::EveryoneExcept { .. }
            | MayKnow::Professionals
            | MayKnow::ChairAndSocialWorker
            | MayKnow::ChairOnly
            | MayKnow::NotDecided => None,
        })
    };
    let is_only = Memo::new(move |_| workers().is_some());
    let tap_workers = move |_| {
        choice.may_know.update(|may_know| {
            if let MayKnow::Only { professionals, .. } = may_know {
                *professionals = !*professionals;
            }
        });
    };
    view! {
        <fieldset class="choice" data-shape="list" data-many="many">
            <legend>{pad.of_chair(head)}</legend>
            <div class="answers names">
                {people.collect_view()} <Show when=move || is_only.get()>
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=move || workers() == Some(true)
                            on:change=tap_workers
                        />
                        <span>{pad.say.say("own.and_workers")}</span>
                    </label>
                </Show>
            </div>
        </fieldset>
    }
    .into_part()
}

fn name_or_not(may_know: &mut MayKnow, person: &PersonId) {
    match may_know {
        MayKnow::EveryoneExcept { people } | MayKnow::Only { people, .. } => {
            if people.contains(person) {
                people.retain(|other| other != person);
            } else {
                people.push(person.clone());
            }
        }
        MayKnow::Everyone
        | MayKnow::Professionals
        | MayKnow::ChairAndSocialWorker
        | MayKnow::ChairOnly
        | MayKnow::NotDecided => {}
    }
}
