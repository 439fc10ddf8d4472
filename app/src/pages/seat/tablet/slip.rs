//! Who can know one thing the child said: the limit first, then the child's choice.
//!
//! Deliberately not here: a choice made for the child. Nothing is chosen until they choose, and nothing chosen is
//! nobody.

use board::sharing::{MayKnow, Telling};
use board::tool::{Entry, Pen, Translation};
use leptos::prelude::*;

use super::entry::{OwnWords, shape};
use super::heading::Heading;
use super::pad::{About, Pad, Screen};
use super::preview::Preview;
use super::step::Step;
use super::waiting::Shown;
use crate::ui::Icon;

/// The slip for new words, or for words given before.
#[component]
pub(super) fn Slip(
    /// The tablet.
    pad: Pad,
    /// What it is about.
    about: About,
) -> impl IntoView {
    let shown = match &about {
        About::New => None,
        About::Given(id) => untrack(|| pad.entry(id)),
    };
    let before = shown.as_ref().map_or(MayKnow::NotDecided, |shown| shown.entry.may_know.clone());
    let chosen = RwSignal::new(before.clone());
    let (about, back) = (StoredValue::new(about), StoredValue::new(before.clone()));
    let agree = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        agree(pad, &about.get_value(), chosen.get(), &back.get_value());
    };
    let go_back = move |_| match about.get_value() {
        About::New => pad.go(Screen::Words),
        About::Given(_) => pad.go(Screen::Street),
    };
    let take_back = move |_| {
        if let About::Given(entry) = about.get_value() {
            pad.send(Step::TakeBack { entry, back: true });
            pad.go(Screen::Street);
        }
    };
    let given = shown.is_some();
    view! {
        <main class="sheet slip-page">
            <form class="slip" on:submit=agree>
                <Heading pad words="Who can know this?".to_owned() />
                <div class="lines">
                    <ItsWords pad shown=shown.clone() />
                </div>
                <Limit />
                <Choices chosen before label=shown.map(|shown| shown.entry.shared) />
                <Preview chosen />
                <Show when=move || given>
                    <p class="take-back">
                        <button
                            type="button"
                            class="button"
                            data-kind="plain"
                            on:click=take_back
                        >
                            "Take these words back"
                        </button>
                        <span class="hint">"Then nobody sees them. You can put them back."</span>
                    </p>
                </Show>
                <div class="foot">
                    <button type="button" class="button" data-kind="plain" on:click=go_back>
                        <Icon name="back" />
                        "Back"
                    </button>
                    <p class="hint">"You can change this later."</p>
                    <button type="submit" class="button" data-kind="main">
                        <Icon name="check" />
                        "Yes, that’s right"
                    </button>
                </div>
            </form>
        </main>
    }
    .into_any()
}

/// How far a secret can be kept. It is said before anything is chosen.
#[component]
pub(super) fn Limit() -> impl IntoView {
    view! {
        <p class="limit">
            <b>"Your chair says: "</b>
            "“I will keep to this unless I think you or someone else could be badly hurt. \
             If so I'll tell you first when I can.”"
        </p>
    }
}

/// The words the choice is about.
#[component]
fn ItsWords(
    /// The tablet.
    pad: Pad,
    /// The entry, when it was given before.
    shown: Option<Shown>,
) -> impl IntoView {
    if let Some(shown) = shown {
        let kind = shape(shown.entry.line);
        return view! { <article class="card" data-kind=kind><OwnWords shown /></article> }.into_any();
    }
    let draft = pad.draft(pad.house.get_untracked());
    let (kind, how) = match pad.pen.get_untracked() {
        Pen::Child => ("own", None),
        Pen::Adult => ("said", Some(format!("{} wrote it down", untrack(|| pad.scribe_name())))),
        Pen::Drawing => ("drawn", Some("drawn, and put into words".to_owned())),
    };
    view! {
        <article class="card" data-kind=kind>
            <p class="who">"In your words" {how.map(|how| view! { <span>{how}</span> })}</p>
            <p class="words">
                <q lang=draft.language.get_untracked() dir="auto">{draft.words.get_untracked()}</q>
            </p>
        </article>
    }
    .into_any()
}

/// The choices in plain words; one made elsewhere stays among them.
#[component]
fn Choices(
    /// What is chosen.
    chosen: RwSignal<MayKnow>,
    /// What was chosen before.
    before: MayKnow,
    /// The same in words.
    label: Option<String>,
) -> impl IntoView {
    let offered = [
        (MayKnow::Everyone, "Everyone at the meeting"),
        (MayKnow::Professionals, "Only the workers, not my family"),
        (MayKnow::ChairAndSocialWorker, "Only my chair and my social worker"),
        (MayKnow::NotDecided, "I have not decided"),
    ];
    let other = offered.iter().all(|(choice, _)| *choice != before);
    let other = label.filter(|_| other).map(|label| (before, format!("As it is now: {label}")));
    let all = offered.map(|(choice, words)| (choice, words.to_owned())).into_iter().chain(other);
    let answers = all.map(|(choice, words)| {
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
            <legend>"Who?"</legend>
            <div class="answers">{answers.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Gives the words with the choice, or chooses anew.
fn agree(pad: Pad, about: &About, chosen: MayKnow, before: &MayKnow) {
    match about {
        About::Given(entry) => {
            if chosen != *before {
                pad.send(Step::Choose { entry: entry.clone(), may_know: chosen });
            }
            pad.go(Screen::Street);
        }
        About::New => {
            if let Some(step) = give(pad, chosen) {
                pad.send(step);
                pad.draft(pad.house.get_untracked()).clear();
                pad.go(Screen::Street);
            }
        }
    }
}

/// The words exactly as they stand in the box: not trimmed, not tidied.
fn give(pad: Pad, may_know: MayKnow) -> Option<Step> {
    let house = pad.house.get_untracked();
    let draft = pad.draft(house);
    let pen = pad.pen.get_untracked();
    let translation = Translation {
        words: draft.translation.get_untracked(),
        by: draft.translator.get_untracked().trim().to_owned(),
    };
    let entry = Entry {
        id: super::waiting::entry_id()?,
        place: house.place()?,
        words: draft.words.get_untracked(),
        language: draft.language.get_untracked(),
        translation: Some(translation).filter(|it| !it.words.trim().is_empty() && !it.by.is_empty()),
        pen,
        scribe: match pen {
            Pen::Child => None,
            Pen::Adult | Pen::Drawing => Some(pad.scribe.get_untracked().trim().to_owned()),
        },
        pictures: Vec::new(),
        may_know,
        telling: Telling::default(),
        overridden: None,
        agreed: None,
        removed: false,
    };
    Some(Step::Give { tool: pad.tool_id()?, entry })
}
