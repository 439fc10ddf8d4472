//! Putting words into a house, exactly as they come.
//!
//! Deliberately not here: helping with spelling. The box corrects, completes and capitalises nothing.

use board::tool::Pen;
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

use super::heading::Heading;
use super::inside::PenHolder;
use super::language::Language;
use super::pad::{About, Pad, Screen};
use crate::ui::Icon;

/// The screen on which something is said.
#[component]
pub(super) fn Words(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let house = pad.house.get_untracked();
    let draft = pad.draft(house);
    let adult = move || match pad.pen.get() {
        Pen::Child => false,
        Pen::Adult | Pen::Drawing => true,
    };
    let nameless = move || adult() && pad.scribe.with(|scribe| scribe.trim().is_empty());
    let kind = move || match pad.pen.get() {
        Pen::Child => "own",
        Pen::Adult => "said",
        Pen::Drawing => "drawn",
    };
    let label = move || match pad.pen.get() {
        Pen::Child => "Your words",
        Pen::Adult => "Exactly what you say",
        Pen::Drawing => "What is on your drawing, in your words",
    };
    let node = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(words) = node.get() {
            words.set_value(&draft.words.get_untracked());
        }
    });
    let next = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        pad.go(Screen::Slip(About::New));
    };
    view! {
        <main class="sheet">
            <Heading pad words=house.name().to_owned() />
            <p class="ask">{house.question()}</p>
            <form class="say" on:submit=next>
                <fieldset class="choice" data-shape="list">
                    <legend>"Who holds the pen?"</legend>
                    <div class="answers">
                        <Holder words="I do" pen=Pen::Child pad />
                        <Holder words="A grown-up writes exactly what I say" pen=Pen::Adult pad />
                        <Holder words="I drew it. We put the drawing into words" pen=Pen::Drawing pad />
                    </div>
                </fieldset>
                <Show when=adult>
                    <div class="field">
                        <label for="scribe">"Which grown-up writes?"</label>
                        <input
                            id="scribe"
                            maxlength="200"
                            autocomplete="off"
                            spellcheck="false"
                            prop:value=move || pad.scribe.get()
                            on:input=move |event| pad.scribe.set(event_target_value(&event))
                        />
                    </div>
                </Show>
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
                            lang=move || draft.language.get()
                            node_ref=node
                            on:input=move |event| draft.words.set(event_target_value(&event))
                        ></textarea>
                    </div>
                    <p class="hint">
                        <Icon name="lock" />
                        "Nobody sees this until you choose who can know."
                    </p>
                </div>
                <Language draft />
                <div class="foot">
                    <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Street)>
                        <Icon name="back" />
                        "Back"
                    </button>
                    <PenHolder pad />
                    <button
                        type="submit"
                        class="button"
                        data-kind="main"
                        disabled=move || draft.is_blank() || nameless()
                    >
                        "Who can know?"
                        <Icon name="next" />
                    </button>
                </div>
            </form>
        </main>
    }
    .into_any()
}

/// One answer to who holds the pen.
#[component]
fn Holder(
    /// Its words.
    words: &'static str,
    /// Whose pen that is.
    pen: Pen,
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name="pen"
                prop:checked=move || pad.pen.get() == pen
                on:change=move |_| pad.pen.set(pen)
            />
            {words}
        </label>
    }
    .into_any()
}
