//! Who can know several things that have no choice yet, in one go: the limit first, then one choice for all of them.
//!
//! Deliberately not here: how they are told. Whoever wants to say that, or names, opens the slip of one thing.

use board::id::EntryId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::card_at_hand::{CardAtHand, Limit};
use super::heading::Heading;
use super::one_of::OneOf;
use super::pad::{Pad, Screen};
use super::preview::Preview;
use super::slip::Who;
use super::step::Step;
use super::waiting::Shown;
use crate::ui::{Icon, IntoPart as _};

/// The slip for everything that has no choice yet.
#[component]
pub(super) fn SlipForMany(
    /// The tablet.
    pad: Pad,
    /// What it is about.
    ids: Vec<EntryId>,
) -> impl IntoView {
    let shown: Vec<Shown> = untrack(|| ids.iter().filter_map(|id| pad.entry(id)).collect());
    let chosen = RwSignal::new(MayKnow::NotDecided);
    let ids = StoredValue::new(ids);
    let agree = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        agree(pad, ids.get_value(), &chosen.get_untracked());
    };
    view! {
        <main class="sheet slip-page">
            <form class="slip" on:submit=agree>
                <Heading pad words=pad.say.say("share.who_can_know_these") />
                <div class="lines">
                    <CardAtHand pad shown />
                </div>
                <Limit pad />
                <Choices pad chosen />
                <Preview pad chosen />
                <div class="foot">
                    <button
                        type="button"
                        class="button"
                        data-kind="plain"
                        on:click=move |_| pad.go(Screen::Finished)
                    >
                        <Icon name="back" />
                        {pad.say.say("do.back")}
                    </button>
                    <p class="hint">{pad.say.say("share.later")}</p>
                    <button type="submit" class="button" data-kind="main">
                        <Icon name="check" />
                        {pad.say.say("share.right")}
                    </button>
                </div>
            </form>
        </main>
    }
    .into_part()
}

/// The choices that need no names, in plain words.
#[component]
fn Choices(
    /// The tablet.
    pad: Pad,
    /// What is chosen.
    chosen: RwSignal<MayKnow>,
) -> impl IntoView {
    let answers = Who::nameless(pad.age).map(|who| (who, who.words(pad), None)).collect();
    let choose = Callback::new(move |who: Who| chosen.set(who.choice(Vec::new())));
    let now = Signal::derive(move || Some(chosen.with(Who::of)));
    view! { <OneOf legend=pad.say.say("share.who") seen=true name="who" answers chosen=now choose /> }.into_part()
}

/// Chooses anew for each; how they are told stays as it was agreed.
fn agree(pad: Pad, entries: Vec<EntryId>, chosen: &MayKnow) {
    if *chosen != MayKnow::NotDecided {
        for entry in entries {
            let telling = untrack(|| pad.entry(&entry)).map(|shown| shown.entry.telling).unwrap_or_default();
            pad.send(Step::Choose { entry, may_know: chosen.clone(), telling });
        }
    }
    pad.go(Screen::Finished);
}
