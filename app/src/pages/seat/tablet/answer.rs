//! Answers by a tap: words, faces, numbers, people near and far.
//!
//! Deliberately not here: an answer that was chosen before the child came. Nothing is tapped until a finger taps it.

use board::id::PlaceKey;
use board::tool::{Near, Nearby, Tapped};
use board::toolkit::Place;
use leptos::prelude::*;

use super::draft::Draft;
use super::pad::Pad;
use super::panel::has;
use crate::ui::IntoPart as _;

/// Answers in words; one of them, or as many as fit.
#[component]
pub(super) fn Choices(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
    /// What is asked.
    ask: String,
    /// The place.
    place: Place,
    /// Whether more than one can fit.
    many: bool,
) -> impl IntoView {
    let answers = place.choices.into_iter().map(|choice| {
        let words = pad.say.say(&format!("choice.{choice}"));
        let (this, that) = (choice.clone(), choice);
        let tap = move |_| {
            draft.tapped.update(|tapped| {
                let before = match tapped.take() {
                    Some(Tapped::Choices(chosen)) if many => chosen,
                    _ => Vec::new(),
                };
                let off = before.contains(&that);
                let mut chosen: Vec<_> = before.into_iter().filter(|other| *other != that).collect();
                if !off {
                    chosen.push(that.clone());
                }
                *tapped = (!chosen.is_empty()).then_some(Tapped::Choices(chosen));
            });
        };
        view! {
            <label>
                <input
                    type=if many { "checkbox" } else { "radio" }
                    name="choice"
                    prop:checked=move || draft.tapped.with(|tapped| has(tapped.as_ref(), &this))
                    on:change=tap
                />
                <span data-read="">{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice taps" data-shape="list" data-many=many.then_some("many")>
            <legend class="unseen">{ask}</legend>
            <div class="answers">{answers.collect_view()}</div>
        </fieldset>
    }
    .into_part()
}

/// Five drawn faces, each with its word.
#[component]
pub(super) fn Faces(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
    /// What is asked.
    ask: String,
) -> impl IntoView {
    let faces = (1..=5_u8).map(|face| {
        let checked = move || draft.tapped.with(|tapped| *tapped == Some(Tapped::Face(face)));
        view! {
            <label>
                <input
                    type="radio"
                    name="face"
                    prop:checked=checked
                    on:change=move |_| draft.tapped.set(Some(Tapped::Face(face)))
                />
                <svg class="face" viewBox="0 0 64 64" aria-hidden="true">
                    <use_ href=format!("/art.svg#face_{face}") />
                </svg>
                <span data-read="">{pad.say.say(&format!("face.{face}"))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice taps faces">
            <legend class="unseen">{ask}</legend>
            <div class="answers">{faces.collect_view()}</div>
        </fieldset>
    }
    .into_part()
}

/// Steps of a path from 0 to 10, with what its two ends mean.
#[component]
pub(super) fn Numbers(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
    /// What is asked.
    ask: String,
    /// The place.
    place: PlaceKey,
) -> impl IntoView {
    let end = |part: &str| {
        let template = pad.template.get_untracked();
        template.and_then(|template| pad.say.place(&template, &place, part)).unwrap_or_default()
    };
    let (low, high) = (end("low"), end("high"));
    let numbers = (0..=10_u8).map(|number| {
        let checked = move || draft.tapped.with(|tapped| *tapped == Some(Tapped::Number(number)));
        view! {
            <label>
                <input
                    type="radio"
                    name="number"
                    prop:checked=checked
                    on:change=move |_| draft.tapped.set(Some(Tapped::Number(number)))
                />
                <span>{number}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice taps numbers">
            <legend class="unseen">{ask}</legend>
            <div class="answers">{numbers.collect_view()}</div>
            <p class="ends">
                <span data-read="">{low}</span>
                <span data-read="">{high}</span>
            </p>
        </fieldset>
    }
    .into_part()
}

/// People, each very close, close, or not so close.
#[component]
pub(super) fn People(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let people = move || match draft.tapped.get() {
        Some(Tapped::People(people)) => people,
        Some(Tapped::Choices(_) | Tapped::Face(_) | Tapped::Number(_)) | None => Vec::new(),
    };
    let put = move |people: Vec<Nearby>| {
        draft.tapped.set((!people.is_empty()).then_some(Tapped::People(people)));
    };
    let add = move |near: Near| {
        let called = name.get_untracked().trim().to_owned();
        if !called.is_empty() {
            let mut known = untrack(people);
            known.push(Nearby { name: called, near });
            put(known);
            name.set(String::new());
        }
    };
    let rings = Near::ALL.map(|near| {
        let here = move || people().into_iter().filter(move |person| person.near == near).collect::<Vec<_>>();
        let take_away = move |gone: &Nearby| {
            let left = untrack(people).into_iter().filter(|person| person != gone).collect();
            put(left);
        };
        let shown = move || {
            let shown = here().into_iter().map(|person| {
                let said = format!("{}: {}", pad.say.say("people.gone"), person.name);
                let words = person.name.clone();
                view! {
                    <li>
                        <span dir="auto">{words}</span>
                        <button type="button" class="button" aria-label=said on:click=move |_| take_away(&person)>
                            "×"
                        </button>
                    </li>
                }
            });
            shown.collect_view()
        };
        view! {
            <section class="ring" data-near=near.key()>
                <button
                    type="button"
                    class="button"
                    disabled=move || name.with(|name| name.trim().is_empty())
                    on:click=move |_| add(near)
                >
                    {pad.say.say(&format!("people.{}", near.key()))}
                </button>
                <ul>{shown}</ul>
            </section>
        }
    });
    view! {
        <div class="people">
            <div class="field">
                <label for="person">{pad.say.say("people.name")}</label>
                <input
                    id="person"
                    maxlength="200"
                    autocomplete="off"
                    spellcheck="false"
                    autocapitalize="off"
                    dir="auto"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </div>
            <p class="label">{pad.say.say("people.how_near")}</p>
            <div class="rings">{rings.into_iter().collect_view()}</div>
        </div>
    }
    .into_part()
}
