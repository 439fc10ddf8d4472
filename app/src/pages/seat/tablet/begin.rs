//! Before anything is said: what this is, who is here, and the limit of keeping a secret.
//!
//! Deliberately not here: questions about the child. Those are in the tool, and the child may begin with any.

use board::id::ToolKey;
use board::tool::Tool;
use leptos::prelude::*;

use super::card_at_hand::Limit;
use super::heading::Heading;
use super::pad::{Pad, Screen};
use super::read::ReadToMe;
use super::step::Step;
use crate::ui::IntoPart as _;

/// What surrounds the tool that is begun.
#[derive(Clone, Copy)]
struct Here {
    kind: RwSignal<ToolKey>,
    with: RwSignal<String>,
    others: RwSignal<String>,
    place: RwSignal<String>,
    alone: RwSignal<Option<bool>>,
    interpreter: RwSignal<String>,
    aids: RwSignal<String>,
}

/// The first screen of a tool.
#[component]
pub(super) fn Begin(
    /// The tablet.
    pad: Pad,
    /// The tool's key.
    kind: ToolKey,
) -> impl IntoView {
    let templates = pad.say.templates();
    let kinds = templates.iter().find(|template| template.key == kind).map(|template| template.kinds().to_vec());
    let kinds = kinds.unwrap_or_default();
    let text = || RwSignal::new(String::new());
    let here = Here {
        kind: RwSignal::new(kinds.first().unwrap_or(&kind).clone()),
        with: text(),
        others: text(),
        place: text(),
        alone: RwSignal::new(None),
        interpreter: text(),
        aids: text(),
    };
    #[cfg(feature = "hydrate")]
    let page = expect_context::<crate::here::Here>();
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(tool) = new_tool(pad, here) {
            pad.scribe.set(here.with.get_untracked().trim().to_owned());
            // The address first: it names the tool that the next screen is of.
            #[cfg(feature = "hydrate")]
            page.go(&pad.address_in(&tool.id, None));
            pad.send(Step::Begin(tool));
            pad.go(Screen::Open);
        }
    };
    let name = if kinds.len() == 1 { pad.say.kind(&here.kind.get_untracked()) } else { pad.say.say("begin.figure") };
    let figures = (kinds.len() > 1).then(|| view! { <Figures pad kinds chosen=here.kind /> });
    view! {
        <main class="sheet begin">
            <div class="asked">
                <Heading pad words=name />
                <ReadToMe pad />
                <p data-read="">{pad.say.say(&format!("tool.{kind}.about"))}</p>
                <p data-read="">{pad.say.say("begin.yours")}</p>
            </div>
            <form on:submit=begin>
                {figures}
                <Limit pad />
                <p class="label">{pad.say.say("begin.grown_up")}</p>
                <div class="pair">
                    <Line pad key="with" hint=true value=here.with />
                    <Line pad key="others" hint=true value=here.others />
                    <Line pad key="place" hint=true value=here.place />
                    <fieldset class="choice">
                        <legend>{pad.say.say("begin.alone")}</legend>
                        <div class="answers">
                            <Answer words=pad.say.say("do.yes") answer=true alone=here.alone />
                            <Answer words=pad.say.say("do.no") answer=false alone=here.alone />
                        </div>
                    </fieldset>
                    <Line pad key="interpreter" hint=false value=here.interpreter />
                    <Line pad key="aids" hint=false value=here.aids />
                </div>
                <div class="foot">
                    <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Choose)>
                        {pad.say.say("do.back")}
                    </button>
                    <p class="hint">{pad.say.say("begin.nobody")}</p>
                    <button type="submit" class="button" data-kind="main">
                        {pad.say.say("choose.start")}
                    </button>
                </div>
            </form>
        </main>
    }
    .into_part()
}

/// The kinds a tool comes in, each with its drawing. The child picks one.
#[component]
fn Figures(
    /// The tablet.
    pad: Pad,
    /// The kinds.
    kinds: Vec<ToolKey>,
    /// Which is picked.
    chosen: RwSignal<ToolKey>,
) -> impl IntoView {
    let figures = kinds.into_iter().map(|kind| {
        let (this, that) = (kind.clone(), kind.clone());
        view! {
            <label>
                <input
                    type="radio"
                    name="figure"
                    prop:checked=move || chosen.with(|chosen| *chosen == this)
                    on:change=move |_| chosen.set(that.clone())
                />
                <svg class="drawing" viewBox="0 0 320 360" aria-hidden="true">
                    <use_ href=format!("/art.svg#{kind}") />
                </svg>
                <span>{pad.say.kind(&kind)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice taps figures">
            <legend class="unseen">{pad.say.say("begin.figure")}</legend>
            <div class="answers">{figures.collect_view()}</div>
        </fieldset>
    }
    .into_part()
}

/// One line of text.
#[component]
fn Line(
    /// The tablet.
    pad: Pad,
    /// What is asked, by its key.
    key: &'static str,
    /// Whether it says what belongs in it.
    hint: bool,
    /// What is in it.
    value: RwSignal<String>,
) -> impl IntoView {
    let id = format!("begin-{key}");
    let hint_id = format!("{id}-hint");
    let described = hint.then(|| hint_id.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{pad.say.say(&format!("begin.{key}"))}</label>
            <input
                id=id
                maxlength="2000"
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {hint.then(|| view! { <p class="hint" id=hint_id>{pad.say.say(&format!("begin.{key}_hint"))}</p> })}
        </div>
    }
    .into_part()
}

/// One answer to whether the child is seen alone.
#[component]
fn Answer(
    /// Its word.
    words: String,
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

/// A new tool, begun today.
#[cfg(feature = "hydrate")]
fn new_tool(pad: Pad, here: Here) -> Option<Tool> {
    let filled = |text: RwSignal<String>| Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
    let id = crate::live::new_id().try_into().ok()?;
    let child = pad.child.with_value(|child| child.id.clone());
    let today = board::iso::read(&crate::live::today())?;
    Some(Tool {
        place: filled(here.place),
        done_with: filled(here.with),
        others_present: filled(here.others),
        seen_alone: here.alone.get_untracked(),
        language: Some(pad.say.tag()),
        interpreter: filled(here.interpreter),
        aids: filled(here.aids),
        ..Tool::begun(id, here.kind.get_untracked(), child, today)
    })
}

/// On the server nothing is ever begun.
#[cfg(not(feature = "hydrate"))]
fn new_tool(_: Pad, _: Here) -> Option<Tool> {
    None
}
