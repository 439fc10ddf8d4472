//! Putting words into a place, exactly as they come.
//!
//! Deliberately not here: helping with spelling. The box corrects, completes and capitalises nothing.

use board::sharing::{MayKnow, Telling};
use board::tool::Pen;
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

use super::draft::Draft;
use super::give::give;
use super::heading::Heading;
use super::other_language::OtherLanguage;
use super::pad::{About, Pad, Screen};
use super::pen::PenHolder;
use super::picture::Preview;
use crate::ui::{Icon, IntoPart as _};

/// The screen on which something is said.
#[component]
pub(super) fn Words(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let (template, place, draft) = (pad.template.get_untracked()?, pad.open.get_untracked()?, pad.draft()?);
    let seen = move || pad.pen.get() == Pen::Seen;
    let drawn = move || pad.pen.get() == Pen::Drawing;
    let by_an_adult = move || matches!(pad.pen.get(), Pen::Adult | Pen::Seen);
    let held = move || draft.held.get().map(|held| view! { <Preview pad held /> });
    let unready = move || match draft.held.get() {
        Some(held) => held.taken().is_none(),
        None => draft.is_wordless(),
    };
    let nameless = move || by_an_adult() && pad.scribe.with(|scribe| scribe.trim().is_empty());
    let next = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if pad.in_pages() {
            give(pad, MayKnow::NotDecided, Telling::default());
        } else {
            pad.go(Screen::Slip(About::New));
        }
    };
    let ask = pad.say.place(&template, &place.key, "ask").unwrap_or_default();
    let (go, icon) = if pad.in_pages() { ("do.keep", "check") } else { ("share.who_can_know", "next") };
    Some(view! {
        <main class="sheet open">
            <Heading pad words=pad.say.label(&template, &place.key) />
            <p class="ask">{ask}</p>
            <form class="say" on:submit=next>
                <Show when=move || !seen() && !drawn()>
                    <Holders pad />
                </Show>
                {held}
                <Show when=by_an_adult>
                    <div class="field">
                        <label for="scribe">{pad.say.say("pen.which")}</label>
                        <input
                            id="scribe"
                            maxlength="200"
                            autocomplete="off"
                            spellcheck="false"
                            dir="auto"
                            prop:value=move || pad.scribe.get()
                            on:input=move |event| pad.scribe.set(event_target_value(&event))
                        />
                    </div>
                </Show>
                <Sheet pad draft />
                <Show when=seen>
                    <Meaning pad draft />
                </Show>
                <OtherLanguage pad draft />
                <div class="foot">
                    <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Open)>
                        <Icon name="back" />
                        {pad.say.say("do.back")}
                    </button>
                    <PenHolder pad />
                    <button
                        type="submit"
                        class="button"
                        data-kind="main"
                        disabled=move || unready() || nameless()
                    >
                        {pad.say.say(go)}
                        <Icon name=icon />
                    </button>
                </div>
            </form>
        </main>
    })
}

/// Where the words stand: the card they will be, before it is finished.
#[component]
fn Sheet(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
) -> impl IntoView {
    let kind = move || match pad.pen.get() {
        Pen::Child => Some("own"),
        Pen::Adult => Some("said"),
        Pen::Drawing => Some("drawn"),
        Pen::Seen => None,
    };
    let label = move || {
        pad.say.say(match pad.pen.get() {
            Pen::Child => "say.yours",
            Pen::Adult => "say.exact",
            Pen::Drawing => "say.picture",
            Pen::Seen => "say.seen",
        })
    };
    let node = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(words) = node.get() {
            words.set_value(&draft.words.get_untracked());
        }
    });
    view! {
        <div class="field">
            <label for="words">{label}</label>
            <div class="card" data-kind=kind>
                <textarea
                    {..custom_attribute("autocorrect", "off")}
                    id="words"
                    rows="4"
                    maxlength="20000"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    dir="auto"
                    lang=move || draft.language.get().unwrap_or_else(|| pad.say.tag())
                    node_ref=node
                    on:input=move |event| draft.words.set(event_target_value(&event))
                ></textarea>
            </div>
            <p class="hint">
                <Icon name="lock" />
                {pad.say.say("say.nobody")}
            </p>
        </div>
    }
    .into_part()
}

/// What something that was seen may mean, apart from it.
#[component]
fn Meaning(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for="meaning">{pad.say.say("say.meaning")}</label>
            <p class="hint" id="meaning-hint">{pad.say.say("say.meaning_hint")}</p>
            <textarea
                id="meaning"
                rows="2"
                maxlength="2000"
                dir="auto"
                aria-describedby="meaning-hint"
                prop:value=move || draft.meaning.get()
                on:input=move |event| draft.meaning.set(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_part()
}

/// Who holds the pen for these words.
#[component]
fn Holders(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let holders = [(Pen::Child, "pen.me"), (Pen::Adult, "pen.adult")].map(|(pen, words)| {
        view! {
            <label>
                <input
                    type="radio"
                    name="pen"
                    prop:checked=move || pad.pen.get() == pen
                    on:change=move |_| pad.pen.set(pen)
                />
                {pad.say.say(words)}
            </label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend>{pad.say.say("pen.who")}</legend>
            <div class="answers">{holders.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_part()
}
