//! From when on a card is told.
//!
//! Deliberately not here: a clock. A conference goes by its parts, and a young person by their own word.

use board::id::PhaseKey;
use board::sharing::When;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::Pad;
use super::Choice;
use super::fold::Fold;

/// A time, whichever part it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Since {
    Now,
    Part,
    Afterwards,
    WhenISay,
}

impl Since {
    const ALL: [Self; 4] = [Self::Now, Self::Part, Self::Afterwards, Self::WhenISay];

    fn of(when: &When) -> Self {
        match when {
            When::Now => Self::Now,
            When::Phase { .. } => Self::Part,
            When::Afterwards => Self::Afterwards,
            When::WhenISay => Self::WhenISay,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Now => "own.from_start",
            Self::Part => "own.from_part",
            Self::Afterwards => "own.afterwards",
            Self::WhenISay => "own.when_i_say",
        }
    }
}

/// From when it is told, where that is not from the start.
pub(super) fn when_words(pad: Pad, when: &When) -> Option<String> {
    match Since::of(when) {
        Since::Now => None,
        since @ (Since::Part | Since::Afterwards | Since::WhenISay) => Some(pad.say.say(since.key())),
    }
}

/// The fold.
#[component]
pub(super) fn WhenTold(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
) -> impl IntoView {
    let from = Memo::new(move |_| choice.telling.with(|telling| Since::of(&telling.when)));
    let parts = pad.live.view.with_untracked(|view| {
        view.stage.phases.iter().map(|phase| (phase.key.clone(), phase.label.clone(), None)).collect::<Vec<_>>()
    });
    let first = parts.first().map(|(key, _, _)| key.clone());
    let parts = StoredValue::new(parts);
    let offered = Since::ALL.into_iter().filter(|from| *from != Since::Part || first.is_some());
    let answers = offered.map(|from| (from, pad.say.say(from.key()), None)).collect();
    let choose = Callback::new(move |from: Since| {
        let when = match (from, first.clone()) {
            (Since::Now, _) | (Since::Part, None) => When::Now,
            (Since::Part, Some(phase)) => When::Phase { phase },
            (Since::Afterwards, _) => When::Afterwards,
            (Since::WhenISay, _) => When::WhenISay,
        };
        choice.telling.update(|telling| telling.when = when);
    });
    let part = Signal::derive(move || {
        choice.telling.with(|telling| match &telling.when {
            When::Phase { phase } => Some(phase.clone()),
            When::Now | When::Afterwards | When::WhenISay => None,
        })
    });
    let choose_part = Callback::new(move |phase: PhaseKey| {
        choice.telling.update(|telling| telling.when = When::Phase { phase });
    });
    view! {
        <Fold head=pad.say.say("own.when") now=Signal::derive(move || pad.say.say(from.get().key()))>
            <OneOf
                legend=pad.say.say("own.when")
                name="when"
                answers
                chosen=Signal::derive(move || Some(from.get()))
                choose
            />
            <Show when=move || from.get() == Since::Part>
                <OneOf
                    legend=pad.say.say("own.which_part")
                    seen=true
                    name="part"
                    answers=parts.get_value()
                    chosen=part
                    choose=choose_part
                />
            </Show>
        </Fold>
    }
    .into_part()
}
