//! In which words a card is told.
//!
//! Deliberately not here: changing the young person's words. Other words are found together and stand beside them.

use board::id::PersonId;
use board::sharing::Wording;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::Pad;
use super::Choice;
use super::fold::Fold;

/// A way of wording, whatever the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Exact,
    Other,
    Theme,
    Picture,
    Spoken,
}

impl Way {
    fn of(wording: &Wording) -> Self {
        match wording {
            Wording::Exact => Self::Exact,
            Wording::Other { .. } => Self::Other,
            Wording::Theme { .. } => Self::Theme,
            Wording::Picture => Self::Picture,
            Wording::Spoken { .. } => Self::Spoken,
        }
    }

    /// The wording; words that were found before are kept.
    fn wording(self, before: &Wording) -> Wording {
        let words = match before {
            Wording::Other { words } | Wording::Theme { words } => words.clone(),
            Wording::Exact | Wording::Picture | Wording::Spoken { .. } => String::new(),
        };
        match self {
            Self::Exact => Wording::Exact,
            Self::Other => Wording::Other { words },
            Self::Theme => Wording::Theme { words },
            Self::Picture => Wording::Picture,
            Self::Spoken => Wording::Spoken { by: None },
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Exact => "own.my_words",
            Self::Other => "own.other_words",
            Self::Theme => "own.only_about",
            Self::Picture => "own.only_picture",
            Self::Spoken => "own.somebody_says",
        }
    }
}

/// How it is worded, where it is not in the child's own words.
pub(super) fn wording_words(pad: Pad, wording: &Wording) -> Option<String> {
    let head = pad.say.say(Way::of(wording).key());
    match wording {
        Wording::Exact => None,
        Wording::Other { words } | Wording::Theme { words } => Some(format!("{head}: “{words}”")),
        Wording::Picture | Wording::Spoken { by: None } => Some(head),
        Wording::Spoken { by: Some(by) } => Some(format!("{head}: {}", pad.way.name(by))),
    }
}

/// The fold.
#[component]
pub(super) fn How(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
    /// Whether the card has a picture.
    pictured: bool,
) -> impl IntoView {
    let way = Memo::new(move |_| choice.telling.with(|telling| Way::of(&telling.wording)));
    let offered = [Way::Exact, Way::Other, Way::Theme, Way::Picture, Way::Spoken].into_iter();
    let young = pad.is_young();
    let offered = offered.filter(move |way| match way {
        Way::Exact | Way::Spoken => true,
        Way::Other | Way::Theme => !young,
        Way::Picture => pictured,
    });
    let answers = offered.map(|way| (way, pad.say.say(way.key()), None)).collect();
    let choose = Callback::new(move |way: Way| {
        choice.telling.update(|telling| telling.wording = way.wording(&telling.wording));
    });
    let chosen = Signal::derive(move || Some(way.get()));
    let more = move || match way.get() {
        Way::Other => {
            Some(view! { <Words pad choice label="own.which_words" hint="own.which_words_hint" /> }.into_part())
        }
        Way::Theme => {
            Some(view! { <Words pad choice label="own.what_about" hint="own.what_about_hint" /> }.into_part())
        }
        Way::Spoken => Some(view! { <Speaker pad choice /> }.into_part()),
        Way::Exact | Way::Picture => None,
    };
    view! {
        <Fold head=pad.say.say("own.how") now=Signal::derive(move || pad.say.say(way.get().key()))>
            <OneOf legend=pad.say.say("own.how") name="how" answers chosen choose />
            {more}
        </Fold>
    }
    .into_part()
}

/// The words that were agreed.
#[component]
fn Words(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
    /// The key of what is asked.
    label: &'static str,
    /// The key of what belongs there.
    hint: &'static str,
) -> impl IntoView {
    let words = move || {
        choice.telling.with(|telling| match &telling.wording {
            Wording::Other { words } | Wording::Theme { words } => words.clone(),
            Wording::Exact | Wording::Picture | Wording::Spoken { .. } => String::new(),
        })
    };
    let write = move |event| {
        choice.telling.update(|telling| {
            if let Wording::Other { words } | Wording::Theme { words } = &mut telling.wording {
                *words = event_target_value(&event);
            }
        });
    };
    view! {
        <div class="field">
            <label for="agreed">{pad.say.say(label)}</label>
            <textarea
                {..custom_attribute("autocorrect", "off")}
                id="agreed"
                rows="2"
                maxlength="2000"
                spellcheck="false"
                autocomplete="off"
                dir="auto"
                aria-describedby="agreed-hint"
                prop:value=words
                on:input=write
            ></textarea>
            <p class="hint" id="agreed-hint">
                {pad.say.say(hint)}
            </p>
        </div>
    }
    .into_part()
}

/// Who says it for the young person.
#[component]
fn Speaker(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
) -> impl IntoView {
    let chair = untrack(|| pad.way.chair()).map(|(_, chair)| (None::<PersonId>, chair.called, None));
    let helpers = untrack(|| pad.way.helpers()).into_iter();
    let helpers = helpers.map(|(id, person)| (Some(id), person.called, person.tie));
    let answers = chair.into_iter().chain(helpers).collect();
    let chosen = Signal::derive(move || {
        choice.telling.with(|telling| match &telling.wording {
            Wording::Spoken { by } => Some(by.clone()),
            Wording::Exact | Wording::Other { .. } | Wording::Theme { .. } | Wording::Picture => None,
        })
    });
    let choose = Callback::new(move |by: Option<PersonId>| {
        choice.telling.update(|telling| telling.wording = Wording::Spoken { by });
    });
    view! { <OneOf legend=pad.say.say("own.who_says") seen=true name="speaker" answers chosen choose /> }
}
