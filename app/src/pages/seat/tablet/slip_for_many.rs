//! Who can know several things that have no choice yet, in one go: the limit first, then one choice for all of them.
//!
//! Deliberately not here: how they are told. Whoever wants to say that, or names, opens the slip of one thing.

use board::id::EntryId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::card_at_hand::{CardAtHand, Limit};
use super::heading::Heading;
use super::pad::{Pad, Screen};
use super::preview::Preview;
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
    let offered = [
        (MayKnow::Everyone, pad.say.say("share.everyone")),
        (MayKnow::Professionals, pad.say.say("own.workers_only")),
        (MayKnow::ChairAndSocialWorker, pad.of_chair("own.chair_and_worker")),
        (MayKnow::NotDecided, pad.say.say("share.not_yet")),
    ];
    let answers = offered.into_iter().map(|(choice, words)| {
        let this = choice.clone();
        view! {
            <label>
                <input
                    type="radio"
                    name="who"
                    prop:checked=move || chosen.with(|chosen| *chosen == this)
                    on:change=move |_| chosen.set(choice.clone())
                />
                {words}
            </label>
        }
    });
    view! {
        <fieldset class="choice" data-shape="list">
            <legend>{pad.say.say("share.who")}</legend>
            <div class="answers">{answers.collect_view()}</div>
        </fieldset>
    }
    .into_part()
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
