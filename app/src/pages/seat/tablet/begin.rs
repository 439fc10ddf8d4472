//! Before anything is said: what this is, who is here, and the limit of keeping a secret.
//!
//! Deliberately not here: questions about the child. Those are in the houses, and the child may begin with any.

use board::tool::Tool;
use leptos::prelude::*;

use super::heading::Heading;
use super::pad::{Pad, Screen};
use super::slip::Limit;
use super::step::Step;

/// The first screen of new houses.
#[component]
pub(super) fn Begin(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let with = RwSignal::new(String::new());
    let others = RwSignal::new(String::new());
    let place = RwSignal::new(String::new());
    let alone = RwSignal::new(None::<bool>);
    let name = pad.child.with_value(|child| child.known_as.clone());
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(tool) = new_tool(pad, with, others, place, alone) {
            pad.scribe.set(with.get_untracked().trim().to_owned());
            pad.send(Step::Begin(tool));
            pad.go(Screen::Street);
        }
    };
    view! {
        <main class="sheet begin">
            <Heading pad words=format!("Hello {name}") />
            <p>
                "These are three houses: one for good things, one for worries, one for dreams. You say what goes in. \
                 You can write it, or a grown-up writes exactly what you say. You can stop at any time."
            </p>
            <Limit />
            <form on:submit=begin>
                <p class="label">"For the grown-up: who is here?"</p>
                <div class="pair">
                    <Line label="Who is with you?" id="begin-with" hint="Like Jean-Luc, advocate" value=with />
                    <Line
                        label="Is anybody else in the room?"
                        id="begin-others"
                        hint="Leave empty if nobody is"
                        value=others
                    />
                    <Line label="Where are you?" id="begin-place" hint="Like school. Never an address" value=place />
                    <fieldset class="choice">
                        <legend>"Are you talking on your own with them?"</legend>
                        <div class="answers">
                            <Answer words="Yes" answer=true alone />
                            <Answer words="No" answer=false alone />
                        </div>
                    </fieldset>
                </div>
                <div class="foot">
                    <p class="hint">"Nobody is signed in on this tablet. It shows your houses and nothing else."</p>
                    <button type="submit" class="button" data-kind="main">"Start"</button>
                </div>
            </form>
        </main>
    }
    .into_any()
}

/// One line of text.
#[component]
fn Line(
    /// What is asked.
    label: &'static str,
    /// What ties the label to it.
    id: &'static str,
    /// What belongs in it.
    hint: &'static str,
    /// What is in it.
    value: RwSignal<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                maxlength="2000"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=hint_id.clone()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <p class="hint" id=hint_id>{hint}</p>
        </div>
    }
    .into_any()
}

/// One answer to whether the child is seen alone.
#[component]
fn Answer(
    /// Its word.
    words: &'static str,
    /// What it means.
    answer: bool,
    /// What is chosen.
    alone: RwSignal<Option<bool>>,
) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name="alone"
                prop:checked=move || alone.get() == Some(answer)
                on:change=move |_| alone.set(Some(answer))
            />
            {words}
        </label>
    }
}

/// New houses, begun today.
#[cfg(feature = "hydrate")]
fn new_tool(
    pad: Pad,
    with: RwSignal<String>,
    others: RwSignal<String>,
    place: RwSignal<String>,
    alone: RwSignal<Option<bool>>,
) -> Option<Tool> {
    let filled = |text: RwSignal<String>| Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
    Some(Tool {
        id: crate::live::new_id().try_into().ok()?,
        kind: board::tool::ToolKind::ThreeHouses,
        child: pad.child.with_value(|child| child.id.clone()),
        date: board::iso::read(&crate::live::today())?,
        place: filled(place),
        done_with: filled(with),
        others_present: filled(others),
        seen_alone: alone.get_untracked(),
        kept_at: None,
        drawing_described: None,
        with_person: None,
        entries: board::keyed::Keyed::default(),
    })
}

/// On the server nothing is ever begun.
#[cfg(not(feature = "hydrate"))]
fn new_tool(
    _: Pad,
    _: RwSignal<String>,
    _: RwSignal<String>,
    _: RwSignal<String>,
    _: RwSignal<Option<bool>>,
) -> Option<Tool> {
    None
}
