//! What was chosen for a card, in the child's language: who can know, and how they are told where that is not the usual.
//!
//! Deliberately not here: the choices themselves. Their own words say each part.

use board::sharing::{MayKnow, Telling};

use super::super::pad::Pad;
use super::how::wording_words;
use super::when::when_words;
use super::where_to::where_words;

/// Everything that was chosen, part by part.
pub(in super::super) fn chosen_words(pad: Pad, may_know: &MayKnow, telling: &Telling) -> String {
    let name = telling.nameless.then(|| pad.say.say("own.dont_say_who"));
    let parts =
        [wording_words(pad, &telling.wording), name, where_words(pad, &telling.not_on), when_words(pad, &telling.when)];
    let who = who_words(pad, may_know);
    std::iter::once(who).chain(parts.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
}

/// Who can know, in the young person's language and with names.
fn who_words(pad: Pad, may_know: &MayKnow) -> String {
    let say = pad.say;
    match may_know {
        MayKnow::Everyone => say.say("share.note_everyone"),
        MayKnow::EveryoneExcept { people } => say.fill("own.note_but", "names", &pad.way.names(say, people)),
        MayKnow::Only { people, professionals: false } => {
            pad.of_chair("own.note_only").replace("{names}", &pad.way.names(say, people))
        }
        MayKnow::Only { people, professionals: true } if people.is_empty() => say.say("share.note_workers"),
        MayKnow::Only { people, professionals: true } => {
            say.fill("own.note_only_workers", "names", &pad.way.names(say, people))
        }
        MayKnow::Professionals => say.say("share.note_workers"),
        MayKnow::ChairAndSocialWorker => say.say("share.note_chair_and_worker"),
        MayKnow::ChairOnly => say.say("share.note_chair"),
        MayKnow::NotDecided => say.say("share.note_nobody"),
    }
}
