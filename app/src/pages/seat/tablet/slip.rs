//! The sharing slip of one card: who can know it, and, for whoever wants to say more, how, with whose name, where and when.
//!
//! Deliberately not here: a choice made for the child. The usual case is three taps, and nothing chosen is nobody.

use board::sharing::{MayKnow, Telling, Wording};
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::card_at_hand::{CardAtHand, Limit};
use super::draft::Draft;
use super::give::give;
use super::heading::Heading;
use super::pad::{About, Pad, Screen};
use super::read::ReadToMe;
use super::step::Step;
use super::waiting::Shown;
use crate::ui::Icon;

mod chosen;
mod copies;
mod fold;
mod how;
mod means;
mod named;
mod when;
mod where_to;
mod who_can;

pub(super) use chosen::chosen_words;
use copies::Copies;
use how::How;
use means::Means;
use named::Named;
use when::WhenTold;
use where_to::WhereTo;
pub(super) use who_can::Who;
use who_can::WhoCan;

/// What is being chosen for one card. A handle: all copies are the same slip.
#[derive(Clone, Copy)]
struct Choice {
    /// Who can know.
    may_know: RwSignal<MayKnow>,
    /// How they are told.
    telling: RwSignal<Telling>,
}

impl Choice {
    /// Whether something has to be filled in before it is a choice.
    fn is_open(self) -> bool {
        let nobody_named = self.may_know.with(|may_know| match may_know {
            MayKnow::EveryoneExcept { people } => people.is_empty(),
            MayKnow::Only { people, professionals } => people.is_empty() && !professionals,
            MayKnow::Everyone
            | MayKnow::Professionals
            | MayKnow::ChairAndSocialWorker
            | MayKnow::ChairOnly
            | MayKnow::NotDecided => false,
        });
        let wordless = self.telling.with(|telling| match &telling.wording {
            Wording::Other { words } | Wording::Theme { words } => words.trim().is_empty(),
            Wording::Exact | Wording::Picture | Wording::Spoken { .. } => false,
        });
        nobody_named || wordless
    }
}

/// The slip, for a new card or for one that was given before.
#[component]
pub(super) fn Slip(
    /// The tablet.
    pad: Pad,
    /// What it is about.
    about: About,
) -> impl IntoView {
    let shown: Option<Shown> = match &about {
        About::New => None,
        About::Given(id) => untrack(|| pad.entry(id)),
    };
    let entry = shown.as_ref().map(|shown| &shown.entry);
    let choice = Choice {
        may_know: RwSignal::new(entry.map_or(MayKnow::NotDecided, |entry| entry.may_know.clone())),
        telling: RwSignal::new(entry.map_or_else(Telling::default, |entry| entry.telling.clone())),
    };
    let pictured = match &shown {
        Some(shown) => !shown.entry.pictures.is_empty(),
        None => pad.draft().is_some_and(|draft| draft.held.with_untracked(Option::is_some)),
    };
    let given = shown.is_some();
    let about = StoredValue::new(about);
    let agree = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        agree(pad, about.get_value(), choice);
    };
    let go_back = move |_| {
        let writing = untrack(|| pad.draft().is_some_and(has_a_card));
        let new = matches!(about.get_value(), About::New);
        pad.go(if new && writing { Screen::Words } else { Screen::Open });
    };
    let take_back = move |_| {
        if let About::Given(entry) = about.get_value() {
            pad.send(Step::TakeBack { entry, back: true });
            pad.go(Screen::Open);
        }
    };
    let copies = match about.get_value() {
        About::Given(id) => Some(view! { <Copies pad id /> }),
        About::New => None,
    };
    let grown = !pad.is_young();
    view! {
        <main class="sheet slip-page own">
            <form class="slip" on:submit=agree>
                <div class="ask">
                    <Heading pad words=pad.say.say("share.who_can_know_this") />
                    <ReadToMe pad />
                </div>
                <div class="lines">
                    <CardAtHand pad shown=shown.into_iter().collect() />
                </div>
                {copies}
                <Limit pad />
                <WhoCan pad choice />
                <Means pad choice />
                <div class="folds">
                    <How pad choice pictured />
                    {grown
                        .then(|| {
                            view! {
                                <Named pad choice />
                                <WhereTo pad choice />
                                <WhenTold pad choice />
                            }
                        })}
                </div>
                <Show when=move || given>
                    <p class="take-back">
                        <button type="button" class="button" data-kind="plain" on:click=take_back>
                            {pad.say.say("share.take_back")}
                        </button>
                        <span class="hint">{pad.say.say("share.take_back_hint")}</span>
                    </p>
                </Show>
                <div class="foot">
                    <button type="button" class="button" data-kind="plain" on:click=go_back>
                        <Icon name="back" />
                        {pad.say.say("do.back")}
                    </button>
                    <p class="hint">{pad.say.say("share.later")}</p>
                    <button type="submit" class="button" data-kind="main" disabled=move || choice.is_open()>
                        <Icon name="check" />
                        {pad.say.say("share.right")}
                    </button>
                </div>
            </form>
        </main>
    }
    .into_part()
}

/// Whether there is more than a tap.
fn has_a_card(draft: Draft) -> bool {
    !draft.is_wordless() || draft.held.with(Option::is_some)
}

/// Gives the card with the choice, or chooses anew.
fn agree(pad: Pad, about: About, choice: Choice) {
    let (may_know, telling) = (choice.may_know.get_untracked(), choice.telling.get_untracked());
    match about {
        About::New => give(pad, may_know, telling),
        About::Given(entry) => {
            let before = untrack(|| pad.entry(&entry)).map(|shown| (shown.entry.may_know, shown.entry.telling));
            if before.is_none_or(|before| before != (may_know.clone(), telling.clone())) {
                pad.send(Step::Choose { entry, may_know, telling });
            }
            pad.go(Screen::Open);
        }
    }
}
