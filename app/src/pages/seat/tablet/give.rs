//! Giving what was put into a place: the words exactly as they stand, or the words of what was tapped.
//!
//! Deliberately not here: tidying. Nothing is trimmed, corrected or completed.

use board::id::PlaceKey;
use board::picture::Picture;
use board::sharing::{MayKnow, Telling};
use board::tool::{Entry, Pen, Tapped, Translation};
use leptos::prelude::*;

use super::draft::Draft;
use super::pad::{Pad, Screen};
use super::picture::Held;
use super::step::Step;

/// Gives what lies in the open place with a choice of who may know and how they are told, and goes back to the tool. One answer to a tap
/// takes the place of the one before it.
pub(super) fn give(pad: Pad, may_know: MayKnow, telling: Telling) {
    let place = pad.open.with_untracked(|open| open.as_ref().map(|open| open.key.clone()));
    let (Some(draft), Some(place)) = (pad.draft(), place) else { return };
    let Some(step) = step(pad, draft, &place, (may_know, telling)) else { return };
    if draft.tapped.with_untracked(Option::is_some) {
        let before = untrack(|| pad.entries(&place)).into_iter();
        for old in before.filter(|shown| shown.entry.tapped.is_some() && !shown.entry.removed) {
            pad.send(Step::TakeBack { entry: old.id, back: true });
        }
    }
    pad.send(step);
    draft.clear();
    pad.go(Screen::Open);
}

fn step(pad: Pad, draft: Draft, place: &PlaceKey, (may_know, telling): (MayKnow, Telling)) -> Option<Step> {
    let tapped = draft.tapped.get_untracked();
    let wordless = untrack(|| draft.is_wordless());
    let picture = untrack(|| draft.held.with(|held| held.as_ref().and_then(Held::taken)));
    let pen = match (&picture, wordless) {
        (Some(_), _) => Pen::Drawing,
        (None, true) => Pen::Child,
        (None, false) => pad.pen.get_untracked(),
    };
    let translation = Translation {
        words: draft.translation.get_untracked(),
        by: draft.translator.get_untracked().trim().to_owned(),
    };
    let meaning = draft.meaning.get_untracked();
    let entry = Entry {
        id: super::waiting::entry_id()?,
        place: place.clone(),
        pictures: picture.into_iter().map(|picture| Picture { alt: described(draft), ..picture }).collect(),
        words: words(pad, draft, tapped.as_ref()),
        tapped,
        meaning: Some(meaning).filter(|meaning| !meaning.trim().is_empty()),
        language: draft.language.get_untracked().unwrap_or_else(|| pad.say.tag()),
        translation: Some(translation).filter(|it| !it.words.trim().is_empty() && !it.by.is_empty()),
        pen,
        scribe: match pen {
            Pen::Child | Pen::Drawing => None,
            Pen::Adult | Pen::Seen => Some(pad.scribe.get_untracked().trim().to_owned()),
        },
        may_know,
        telling,
        overridden: None,
        agreed: None,
        removed: false,
    };
    Some(Step::Give { tool: pad.tool_id()?, entry })
}

/// What is on a picture is what the child says is on it.
fn described(draft: Draft) -> Option<String> {
    let words = draft.words.get_untracked();
    Some(words).filter(|words| !words.trim().is_empty())
}

/// The child's own words where there are some, and otherwise the words of what was tapped.
pub(super) fn words(pad: Pad, draft: Draft, tapped: Option<&Tapped>) -> String {
    match tapped {
        Some(tapped) if untrack(|| draft.is_wordless()) => pad.say.tapped(tapped),
        Some(_) | None => draft.words.get_untracked(),
    }
}
