//! One thing the child said, as their own card, with who can know it.
//!
//! Deliberately not here: changing the words. Given words stay; a child can take them back and say others.

use board::card::LineKind;
use board::id::EntryId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::pad::{About, Pad, Screen};
use super::step::Step;
use super::waiting::Shown;
use crate::live::Status;
use crate::ui::Icon;

/// One card in the open house.
#[component]
pub(super) fn EntryCard(
    /// The tablet.
    pad: Pad,
    /// The entry.
    id: EntryId,
    /// All entries of the open house.
    entries: Memo<Vec<Shown>>,
) -> impl IntoView {
    let key = StoredValue::new(id);
    let shown = Memo::new(move |_| {
        entries.with(|entries| key.with_value(|id| entries.iter().find(|shown| shown.id == *id).cloned()))
    });
    let put_back = move |_| pad.send(Step::TakeBack { entry: key.get_value(), back: false });
    let choose = move |_| pad.go(Screen::Slip(About::Given(key.get_value())));
    let card = move |shown: Shown| {
        let taken_back = shown.entry.removed;
        let undecided = shown.entry.may_know == MayKnow::NotDecided;
        let (icon, note) = match (taken_back, undecided) {
            (true, _) => ("lock", "You took this back. Nobody can see it.".to_owned()),
            (false, true) => ("lock", shown.entry.shared.clone()),
            (false, false) => ("eye", shown.entry.shared.clone()),
        };
        let state = if shown.unsent { Some("unsent") } else { taken_back.then_some("held") };
        view! {
            <li class="card" data-kind=shape(shown.entry.line) data-state=state>
                <OwnWords shown=shown.clone() />
                <div class="note">
                    <p>
                        <Icon name=icon />
                        {note}
                    </p>
                    {shown.unsent.then(|| view! { <OnItsWay pad /> })}
                </div>
                <p class="tools">
                    {if taken_back {
                        view! {
                            <button type="button" class="button" on:click=put_back>
                                "Put it back"
                            </button>
                        }
                            .into_any()
                    } else {
                        let words = if undecided { "Who can know?" } else { "Change" };
                        view! { <button type="button" class="button" on:click=choose>{words}</button> }.into_any()
                    }}
                </p>
            </li>
        }
    };
    move || shown.get().map(card)
}

/// The words as they came, quoted, and how they came.
#[component]
pub(super) fn OwnWords(
    /// The entry.
    shown: Shown,
) -> impl IntoView {
    let entry = shown.entry;
    view! {
        <p class="who">"In your words" {entry.how.map(|how| view! { <span>{how}</span> })}</p>
        <div class="words">
            <q lang=entry.language dir="auto">{entry.words}</q>
            {entry.translation.map(|(words, by)| view! { <p class="note">{format!("English by {by}: {words}")}</p> })}
        </div>
    }
}

/// Says that something is not in the record yet.
#[component]
fn OnItsWay(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let words = move || match pad.live.status.get() {
        Status::Unsent(_) | Status::Ended => "Not sent, kept on this device",
        Status::Still | Status::Saving | Status::Saved(_) => "Saving",
    };
    view! { <p>{words}</p> }
}

/// The shape that style sheets know.
pub(super) fn shape(line: LineKind) -> &'static str {
    match line {
        LineKind::Scribed => "said",
        LineKind::Drawing => "drawn",
        LineKind::OwnWords
        | LineKind::Family
        | LineKind::Seen
        | LineKind::Reported
        | LineKind::Opinion
        | LineKind::Chair => "own",
    }
}
