//! How a place is answered: what there is to tap, and other ways to say it, all as good as the first.
//!
//! Deliberately not here: giving a tap away by itself. It is given when the child says so.

use board::sharing::{MayKnow, Telling};
use board::tool::{Pen, Tapped};
use board::toolkit::{AnswerKind, Place};
use leptos::prelude::*;

use super::answer::{Choices, Faces, Numbers, People};
use super::give::give;
use super::pad::{About, Pad, Screen};
use super::waiting::Shown;
use crate::ui::{Icon, IntoPart as _};

/// What there is to tap in a place, and the other ways.
#[component]
pub(super) fn Panel(
    /// The tablet.
    pad: Pad,
    /// The open place.
    place: Place,
    /// What is in it.
    entries: Memo<Vec<Shown>>,
) -> impl IntoView {
    let draft = pad.draft()?;
    let ask = || {
        let template = pad.template.get_untracked();
        template.and_then(|template| pad.say.place(&template, &place.key, "ask")).unwrap_or_default()
    };
    let taps = match place.answer {
        AnswerKind::Choice => {
            Some(view! { <Choices pad draft ask=ask() place=place.clone() many=false /> }.into_part())
        }
        AnswerKind::Choices => {
            Some(view! { <Choices pad draft ask=ask() place=place.clone() many=true /> }.into_part())
        }
        AnswerKind::Faces => Some(view! { <Faces pad draft ask=ask() /> }.into_part()),
        AnswerKind::Scale => Some(view! { <Numbers pad draft ask=ask() place=place.key.clone() /> }.into_part()),
        AnswerKind::People => Some(view! { <People pad draft /> }.into_part()),
        AnswerKind::Words | AnswerKind::Draw | AnswerKind::Photo | AnswerKind::Explains | AnswerKind::Observation => {
            None
        }
    };
    let tapped = move || draft.tapped.with(Option::is_some);
    let seen = place.answer == AnswerKind::Observation;
    let keep = move |_| {
        if pad.in_pages() {
            give(pad, MayKnow::NotDecided, Telling::default());
        } else {
            pad.go(Screen::Slip(About::New));
        }
    };
    let keep_words = if pad.in_pages() { "do.keep" } else { "share.who_can_know" };
    let invite = move || {
        let key = match (!draft.is_blank(), entries.with(Vec::is_empty), tapped()) {
            (_, _, true) => "say.more",
            (true, _, false) => "here.begun",
            (false, true, false) => "here.add",
            (false, false, false) => "here.add_more",
        };
        pad.say.say(key)
    };
    let ways = if seen {
        vec![view! { <Way pad icon="pen" words="ways.write" pen=Pen::Seen /> }.into_part()]
    } else {
        let mut ways = vec![
            view! { <Way pad icon="pen" words="ways.write" pen=Pen::Child /> }.into_part(),
            view! { <Way pad icon="mic" words="ways.say" pen=Pen::Adult /> }.into_part(),
            view! { <ToShow pad icon="draw" words="ways.draw" screen=Screen::Draw /> }.into_part(),
            view! { <ToShow pad icon="camera" words="ways.photo" screen=Screen::Photo /> }.into_part(),
        ];
        if let Some(up_to_first) = ways.get_mut(..=first(place.answer)) {
            up_to_first.rotate_right(1);
        }
        ways
    };
    Some(view! {
        <div class="panel">
            {taps}
            <p class="label">{invite}</p>
            <div class="ways" role="group" aria-label=pad.say.say("here.add")>
                {ways.collect_view()}
            </div>
            <Show when=tapped>
                <button type="button" class="button keep" data-kind="main" on:click=keep>
                    <Icon name="check" />
                    {pad.say.say(keep_words)}
                </button>
            </Show>
        </div>
    })
}

/// Which of the ways comes first: the one the place was made for.
fn first(answer: AnswerKind) -> usize {
    match answer {
        AnswerKind::Draw => 2,
        AnswerKind::Photo => 3,
        AnswerKind::Words
        | AnswerKind::Choice
        | AnswerKind::Choices
        | AnswerKind::Faces
        | AnswerKind::Scale
        | AnswerKind::People
        | AnswerKind::Explains
        | AnswerKind::Observation => 0,
    }
}

/// One way to say something.
#[component]
fn Way(
    /// The tablet.
    pad: Pad,
    /// Its icon.
    icon: &'static str,
    /// Its word.
    words: &'static str,
    /// Who then holds the pen.
    pen: Pen,
) -> impl IntoView {
    let go = move |_| {
        pad.pen.set(pen);
        pad.go(Screen::Words);
    };
    view! {
        <button type="button" class="button" on:click=go>
            <Icon name=icon />
            {pad.say.say(words)}
        </button>
    }
    .into_part()
}

/// One way to show something.
#[component]
fn ToShow(
    /// The tablet.
    pad: Pad,
    /// Its icon.
    icon: &'static str,
    /// Its word.
    words: &'static str,
    /// Where it leads.
    screen: Screen,
) -> impl IntoView {
    let screen = StoredValue::new(screen);
    view! {
        <button type="button" class="button" on:click=move |_| pad.go(screen.get_value())>
            <Icon name=icon />
            {pad.say.say(words)}
        </button>
    }
    .into_part()
}

/// Whether a choice is among what was tapped.
pub(super) fn has(tapped: Option<&Tapped>, choice: &board::id::ChoiceKey) -> bool {
    match tapped {
        Some(Tapped::Choices(chosen)) => chosen.contains(choice),
        Some(Tapped::Face(_) | Tapped::Number(_) | Tapped::People(_)) | None => false,
    }
}
