//! One thing the child said, as their own card, with who can know it.
//!
//! Deliberately not here: changing the words. Given words stay; a child can take them back and say others.

use board::card::LineKind;
use board::id::EntryId;
use board::picture::PictureKind;
use board::sharing::MayKnow;
use board::view::PictureView;
use leptos::prelude::*;

use super::pad::{About, Pad, Screen};
use super::say::Say;
use super::slip::chosen_words;
use super::step::Step;
use super::waiting::Shown;
use crate::live::Status;
use crate::ui::{Icon, IntoPart as _};

/// One card in the open place.
#[component]
pub(super) fn EntryCard(
    /// The tablet.
    pad: Pad,
    /// The entry.
    id: EntryId,
    /// All entries of the open place.
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
        let icon = if taken_back || undecided { "lock" } else { "eye" };
        let note = if taken_back {
            pad.say.say("entry.taken_back")
        } else {
            chosen_words(pad, &shown.entry.may_know, &shown.entry.telling)
        };
        let state = if shown.unsent { Some("unsent") } else { taken_back.then_some("held") };
        let button = if taken_back {
            view! {
                <button type="button" class="button" on:click=put_back>
                    {pad.say.say("do.put_back")}
                </button>
            }
            .into_part()
        } else {
            let words = pad.say.say(if undecided { "share.who_can_know" } else { "do.change" });
            view! { <button type="button" class="button" on:click=choose>{words}</button> }.into_part()
        };
        view! {
            <li class="card" data-kind=shape(shown.entry.line) data-state=state>
                <OwnWords pad shown=shown.clone() />
                <div class="note">
                    <p>
                        <Icon name=icon />
                        {note}
                    </p>
                    {shown.unsent.then(|| view! { <OnItsWay pad /> })}
                </div>
                <p class="tools">{button}</p>
            </li>
        }
    };
    move || shown.get().map(card)
}

/// The words as they came, quoted, and how they came.
#[component]
pub(super) fn OwnWords(
    /// The tablet.
    pad: Pad,
    /// The entry.
    shown: Shown,
) -> impl IntoView {
    // A picture that the record does not have yet cannot be asked for.
    let is_there = pad.live.view.with_untracked(|view| view.entries.contains_key(&shown.id));
    let entry = shown.entry;
    let how = how(pad.say, entry.line).filter(|_| !entry.words.is_empty()).map(|how| view! { <span>{how}</span> });
    let translation = entry.translation.map(|(words, by)| {
        let by = pad.say.fill("entry.english_by", "name", &by);
        view! { <p class="note">{by} ": " <span lang="en" dir="ltr">{words}</span></p> }
    });
    let pictures = entry.pictures.into_iter().filter(|_| is_there).map(|picture| small(pad.say, picture));
    let pictures = pictures.collect_view();
    let meaning = entry.meaning.map(|meaning| {
        view! { <p class="note">{pad.say.say("say.meaning")} ": " <span dir="auto">{meaning}</span></p> }
    });
    view! {
        <p class="who">{pad.say.say(whose(entry.line))} {how}</p>
        <div class="words">
            {pictures}
            {(!entry.words.is_empty()).then(|| view! { <q lang=entry.language dir="auto">{entry.words}</q> })}
            {meaning}
            {translation}
        </div>
    }
    .into_part()
}

/// A picture, small; a document by its words.
fn small(say: Say, picture: PictureView) -> impl IntoView {
    let words = if picture.described { picture.alt } else { say.say("entry.yours_drawn") };
    match picture.kind {
        PictureKind::Drawn | PictureKind::Photo => {
            let address = format!("/seat/pictures/{}?small", picture.id);
            view! { <img class="small-picture" src=address alt=words loading="lazy" /> }.into_part()
        }
        PictureKind::Document => view! { <p>{words} " (PDF)"</p> }.into_part(),
    }
}

/// Says that something is not in the record yet.
#[component]
fn OnItsWay(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let words = move || match pad.live.status.get() {
        Status::Unsent(_) | Status::Ended => pad.say.say("entry.unsent"),
        Status::Still | Status::Saving | Status::Saved(_) => pad.say.say("entry.saving"),
    };
    view! { <p>{words}</p> }
}

/// Whose words they are.
fn whose(line: LineKind) -> &'static str {
    match line {
        LineKind::OwnWords
        | LineKind::Scribed
        | LineKind::Drawing
        | LineKind::Family
        | LineKind::Reported
        | LineKind::Opinion
        | LineKind::Chair => "entry.yours",
        LineKind::Seen => "entry.seen",
    }
}

/// How they came, in the child's language.
pub(super) fn how(say: Say, line: LineKind) -> Option<String> {
    match line {
        LineKind::Scribed => Some(say.say("entry.written_down")),
        LineKind::Drawing => Some(say.say("entry.drawn")),
        LineKind::OwnWords
        | LineKind::Family
        | LineKind::Seen
        | LineKind::Reported
        | LineKind::Opinion
        | LineKind::Chair => None,
    }
}

/// The shape that style sheets know.
pub(super) fn shape(line: LineKind) -> Option<&'static str> {
    match line {
        LineKind::Scribed => Some("said"),
        LineKind::Drawing => Some("drawn"),
        LineKind::Seen => None,
        LineKind::OwnWords | LineKind::Family | LineKind::Reported | LineKind::Opinion | LineKind::Chair => Some("own"),
    }
}
