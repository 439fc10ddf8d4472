//! Who can know what the child said: the limit first, then the child's choice.
//!
//! Deliberately not here: a choice made for the child. Nothing is chosen until they choose, and nothing chosen is
//! nobody.

use board::id::EntryId;
use board::sharing::{MayKnow, Telling};
use leptos::prelude::*;

use super::draft::Draft;
use super::entry::{OwnWords, how, shape};
use super::give::{give, words};
use super::heading::Heading;
use super::pad::{About, Pad, Screen};
use super::preview::Preview;
use super::step::Step;
use super::waiting::Shown;
use crate::ui::{Icon, IntoPart as _};

/// The slip for new words, for words given before, or for several at once.
#[component]
pub(super) fn Slip(
    /// The tablet.
    pad: Pad,
    /// What it is about.
    about: About,
) -> impl IntoView {
    let of = |id| untrack(|| pad.entry(id));
    let shown: Vec<Shown> = match &about {
        About::New => Vec::new(),
        About::Given(id) => of(id).into_iter().collect(),
        About::Undecided(ids) => ids.iter().filter_map(of).collect(),
    };
    let before = shown.first().map_or(MayKnow::NotDecided, |shown| shown.entry.may_know.clone());
    let chosen = RwSignal::new(before.clone());
    let (head, given) = match &about {
        About::New => ("share.who_can_know_this", false),
        About::Given(_) => ("share.who_can_know_this", true),
        About::Undecided(_) => ("share.who_can_know_these", false),
    };
    let (about, back) = (StoredValue::new(about), StoredValue::new(before.clone()));
    let agree = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        agree(pad, about.get_value(), &chosen.get(), &back.get_value());
    };
    let go_back = move |_| {
        pad.go(match about.get_value() {
            About::New if untrack(|| pad.draft().is_some_and(has_a_card)) => Screen::Words,
            About::New | About::Given(_) => Screen::Open,
            About::Undecided(_) => Screen::Finished,
        });
    };
    let take_back = move |_| {
        if let About::Given(entry) = about.get_value() {
            pad.send(Step::TakeBack { entry, back: true });
            pad.go(Screen::Open);
        }
    };
    view! {
        <main class="sheet slip-page">
            <form class="slip" on:submit=agree>
                <Heading pad words=pad.say.say(head) />
                <div class="lines">
                    <ItsWords pad shown />
                </div>
                <Limit pad />
                <Choices pad chosen before />
                <Preview pad chosen />
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

/// How far a secret can be kept. It is said before anything is chosen.
#[component]
pub(super) fn Limit(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <p class="limit" data-read="">
            <b>{pad.say.say("limit.says")}</b>
            " "
            <q>{pad.say.say("limit.words")}</q>
        </p>
    }
}

/// The words the choice is about.
#[component]
pub(super) fn ItsWords(
    /// The tablet.
    pad: Pad,
    /// The entries, when they were given before.
    shown: Vec<Shown>,
) -> impl IntoView {
    if !shown.is_empty() {
        let cards = shown.into_iter().map(|shown| {
            let kind = shape(shown.entry.line);
            view! { <article class="card" data-kind=kind><OwnWords pad shown /></article> }
        });
        return cards.collect_view().into_part();
    }
    let line = pad.pen.get_untracked().line();
    let written = pad.draft().map(|draft| {
        let tapped = draft.tapped.get_untracked();
        (words(pad, draft, tapped.as_ref()), draft.language.get_untracked().unwrap_or_else(|| pad.say.tag()))
    });
    let (words, language) = written.unwrap_or_default();
    let preview = pad.draft().and_then(|draft| draft.held.get_untracked()).and_then(|held| held.preview);
    let preview = preview.map(|preview| {
        view! { <img class="small-picture" src=preview alt=pad.say.say("entry.yours_drawn") /> }
    });
    view! {
        <article class="card" data-kind=shape(line)>
            <p class="who">{pad.say.say("entry.yours")} {how(pad.say, line).map(|how| view! { <span>{how}</span> })}</p>
            <p class="words">
                {preview}
                {(!words.is_empty()).then(|| view! { <q lang=language dir="auto">{words}</q> })}
            </p>
        </article>
    }
    .into_part()
}

/// The choices in plain words; one made elsewhere stays among them.
#[component]
fn Choices(
    /// The tablet.
    pad: Pad,
    /// What is chosen.
    chosen: RwSignal<MayKnow>,
    /// What was chosen before.
    before: MayKnow,
) -> impl IntoView {
    let offered = [
        (MayKnow::Everyone, "share.everyone"),
        (MayKnow::Professionals, "share.workers"),
        (MayKnow::ChairAndSocialWorker, "share.chair_and_worker"),
        (MayKnow::NotDecided, "share.not_yet"),
    ];
    let other = offered.iter().all(|(choice, _)| *choice != before).then_some((before, "share.as_now"));
    let answers = offered.into_iter().chain(other).map(|(choice, words)| {
        let this = choice.clone();
        view! {
            <label>
                <input
                    type="radio"
                    name="who"
                    prop:checked=move || chosen.with(|chosen| *chosen == this)
                    on:change=move |_| chosen.set(choice.clone())
                />
                {pad.say.say(words)}
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

/// Whether there is more than a tap.
fn has_a_card(draft: Draft) -> bool {
    !draft.is_wordless() || draft.held.with(Option::is_some)
}

/// Gives the words with the choice, or chooses anew.
fn agree(pad: Pad, about: About, chosen: &MayKnow, before: &MayKnow) {
    let choose = |entry: EntryId| {
        // Who can know is chosen anew here; how it is told stays as it was agreed.
        let telling = untrack(|| pad.entry(&entry)).map(|shown| shown.entry.telling).unwrap_or_default();
        pad.send(Step::Choose { entry, may_know: chosen.clone(), telling });
    };
    match about {
        About::New => give(pad, chosen.clone(), Telling::default()),
        About::Given(entry) => {
            if chosen != before {
                choose(entry);
            }
            pad.go(Screen::Open);
        }
        About::Undecided(entries) => {
            if chosen != before {
                entries.into_iter().for_each(choose);
            }
            pad.go(Screen::Finished);
        }
    }
}
