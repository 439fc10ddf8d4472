//! What the chair has to tell to keep somebody safe: why, what, to whom and by when, and what the young person says to it.
//!
//! Deliberately not here: asking for leave. It is told all the same, and that is said plainly, before they go.

use board::id::EntryId;
use board::sharing::{Ground, Override};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::entry::{OwnWords, shape};
use super::super::pad::{Pad, Screen};
use super::super::say::in_numbers;
use super::super::waiting::Shown;
use super::Stage;
use super::limits::Asked;
use super::steps::Steps;
use crate::ui::Icon;

/// Everything the child said, in whatever tool, of which something is told to keep somebody safe.
pub(super) fn overridden(pad: Pad) -> Vec<(Shown, Override)> {
    pad.live.view.with(|view| {
        let all = view.entries.iter().filter(|(_, entry)| !entry.removed);
        let told = all.filter_map(|(id, entry)| {
            let shown = Shown { id: id.clone(), entry: entry.clone(), unsent: false };
            Some((shown, entry.overridden.clone()?))
        });
        told.collect()
    })
}

/// Those the young person has said nothing to yet.
pub(super) fn unanswered(pad: Pad) -> Vec<EntryId> {
    let open = overridden(pad).into_iter().filter(|(_, overridden)| overridden.answer.is_none());
    open.map(|(shown, _)| shown.id).collect()
}

/// The screen.
#[component]
pub(super) fn Safety(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let ids = Memo::new(move |_| overridden(pad).into_iter().map(|(shown, _)| shown.id).collect::<Vec<_>>());
    view! {
        <main class="sheet open own">
            <Asked pad head="own.safety_head" text="own.safety_text" />
            <For each=move || ids.get() key=Clone::clone children=move |id| view! { <MustTell pad id /> } />
            <Steps
                pad
                back=Screen::Own(Stage::LookBack)
                on=Screen::Own(Stage::Agree)
                words=pad.say.say("do.next")
            />
        </main>
    }
    .into_part()
}

/// One card, and what is told of it.
#[component]
fn MustTell(
    /// The tablet.
    pad: Pad,
    /// The entry.
    id: EntryId,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let told = Memo::new(move |_| overridden(pad).into_iter().find(|(shown, _)| id.with_value(|id| shown.id == *id)));
    let shown = move || {
        told.get().map(|(shown, overridden)| {
            let kind = shape(shown.entry.line);
            view! {
                <div class="lines">
                    <article class="card" data-kind=kind>
                        <OwnWords pad shown />
                    </article>
                </div>
                <Facts pad overridden />
            }
        })
    };
    let answer = Memo::new(move |_| told.get().and_then(|(_, overridden)| overridden.answer));
    view! {
        <section class="must-tell">
            {shown}
            <Show
                when=move || answer.with(Option::is_some)
                fallback=move || view! { <Answer pad id=id.get_value() /> }
            >
                <p class="label">{pad.say.say("own.you_said")}</p>
                <p class="said">
                    <q dir="auto">{move || answer.get()}</q>
                </p>
            </Show>
        </section>
    }
    .into_part()
}

/// Why, what, to whom and by when.
#[component]
fn Facts(
    /// The tablet.
    pad: Pad,
    /// What is told.
    overridden: Override,
) -> impl IntoView {
    let why = match overridden.ground {
        Ground::SeriousHarm => "own.ground_harm",
        Ground::Crime => "own.ground_crime",
        Ground::Court => "own.ground_court",
        Ground::Other => "own.ground_other",
    };
    let names = untrack(|| pad.way.names(pad.say, &overridden.told));
    let by =
        overridden.by.map(|by| view! { <dt>{pad.say.say("own.by_when")}</dt><dd dir="auto">{in_numbers(by)}</dd> });
    view! {
        <dl class="facts-of">
            <dt>{pad.say.say("own.why")}</dt>
            <dd data-read="">{pad.say.say(why)} <span dir="auto">" “" {overridden.explained} "”"</span></dd>
            <dt>{pad.say.say("own.what_is_told")}</dt>
            <dd data-read="" dir="auto">{overridden.least}</dd>
            <dt>{pad.say.say("own.to_whom")}</dt>
            <dd data-read="" dir="auto">{names}</dd>
            {by}
        </dl>
    }
    .into_part()
}

/// What the young person says to it, word for word.
#[component]
fn Answer(
    /// The tablet.
    pad: Pad,
    /// The entry.
    id: EntryId,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let entry = StoredValue::new(id);
    // Whoever goes on without tapping "keep" has said it all the same.
    on_cleanup(move || {
        let left = words.try_get_untracked().filter(|words| !words.trim().is_empty());
        if let Some((entry, words)) = entry.try_get_value().zip(left) {
            pad.way.answer(entry, words);
        }
    });
    let field = entry.with_value(|id| format!("answer-{id}"));
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        pad.way.answer(entry.get_value(), words.get_untracked());
        words.set(String::new());
    };
    let nothing = move |_| {
        words.set(String::new());
        pad.way.answer(entry.get_value(), pad.say.say("own.said_nothing"));
    };
    view! {
        <form class="say" on:submit=keep>
            <div class="field">
                <label for=field.clone()>{pad.say.say("own.what_do_you_say")}</label>
                <div class="card" data-kind="own">
                    <textarea
                        {..custom_attribute("autocorrect", "off")}
                        id=field
                        rows="2"
                        maxlength="2000"
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        dir="auto"
                        prop:value=move || words.get()
                        on:input=move |event| words.set(event_target_value(&event))
                    ></textarea>
                </div>
            </div>
            <div class="ways">
                <button type="button" class="button" on:click=nothing>
                    {pad.say.say("own.say_nothing")}
                </button>
                <button
                    type="submit"
                    class="button"
                    data-kind="ink"
                    disabled=move || words.with(|words| words.trim().is_empty())
                >
                    <Icon name="check" />
                    {pad.say.say("own.keep_answer")}
                </button>
            </div>
        </form>
    }
    .into_part()
}
