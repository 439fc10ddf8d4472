//! The form for one person's number.
//!
//! Deliberately not here: a slider. A number is said out loud and pressed once.

use board::card::Source;
use board::command::Command;
use board::id::RatingId;
use board::outcome::Rating;
use board::sharing::MayKnow;
use board::view::RatingView;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{AGENCY, source_code, source_of, source_picks, written};
use super::super::hand::Hand;
use super::{Asked, question};
use crate::live::new_id;
use crate::ui::{IntoPart as _, Pick, PickField, TextField};

/// A new number, or the one that is being changed.
#[component]
pub(super) fn RateForm(
    /// What a number can be given about.
    asked: Memo<Vec<Asked>>,
    /// The number that is being changed.
    changing: RwSignal<Option<RatingView>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let chosen = RwSignal::new(String::new());
    let who = RwSignal::new(String::new());
    let agency = RwSignal::new(String::new());
    let value = RwSignal::new(None::<u8>);
    let about = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let higher = RwSignal::new(String::new());
    let questions = Memo::new(move |_| {
        asked.with(|asked| {
            hand.live().view.with(|view| asked.iter().map(|asked| pick(view, asked)).collect::<Vec<Pick>>())
        })
    });
    let people = Memo::new(move |_| {
        let ask = std::iter::once((String::new(), "Choose".to_owned()));
        hand.live().view.with(|view| ask.chain(source_picks(view)).collect::<Vec<Pick>>())
    });
    Effect::new(move |_| {
        if let Some(RatingView { rating, .. }) = changing.get() {
            chosen.set(code(&(rating.scale.clone(), rating.card.clone())));
            who.set(source_code(&rating.by));
            if let Source::Agency(name) = &rating.by {
                agency.set(name.clone());
            }
            value.set(Some(rating.value));
            about.set(rating.about.unwrap_or_default());
            reason.set(rating.reason.unwrap_or_default());
            higher.set(rating.one_higher.unwrap_or_default());
        }
    });
    let rate = move |event: SubmitEvent| {
        event.prevent_default();
        let asked = asked.get_untracked();
        let about_what =
            asked.iter().find(|asked| code(asked) == chosen.get_untracked()).or_else(|| asked.first()).cloned();
        let by = source_of(&who.get_untracked(), &agency.get_untracked());
        let (Some((scale, card)), Some(by), Some(value_given)) = (about_what, by, value.get_untracked()) else {
            return;
        };
        let earlier = changing.get_untracked().map(|rating| rating.rating);
        let id = earlier.as_ref().map_or_else(|| RatingId::try_from(new_id()).ok(), |earlier| Some(earlier.id.clone()));
        let Some(id) = id else {
            return;
        };
        let rating = Rating {
            id,
            scale,
            card,
            by,
            value: value_given,
            about: written(&about.get_untracked()),
            reason: written(&reason.get_untracked()),
            one_higher: written(&higher.get_untracked()),
            may_know: earlier.map_or(MayKnow::Everyone, |earlier| earlier.may_know),
        };
        hand.send(Command::Rate { rating });
        changing.set(None);
        who.set(String::new());
        value.set(None);
        for text in [about, reason, higher] {
            text.set(String::new());
        }
    };
    let number = move |number: u8| {
        let on = Memo::new(move |_| value.get() == Some(number));
        view! {
            <label>
                <input type="radio" name="number" prop:checked=on on:change=move |_| value.set(Some(number)) />
                {number}
            </label>
        }
    };
    let other = Memo::new(move |_| who.with(|who| who == AGENCY));
    let incomplete = move || value.get().is_none() || who.with(String::is_empty);
    let title = move || if changing.with(Option::is_some) { "Change a number" } else { "A new number" };
    view! {
        <form class="stack" on:submit=rate>
            <h3 class="part">{title}</h3>
            {move || {
                (questions.with(Vec::len) > 1)
                    .then(|| view! { <PickField label="About" value=chosen picks=questions choose=move |code| chosen.set(code) /> })
            }}
            <PickField label="Who" value=who picks=people choose=move |code| who.set(code) />
            {move || other.get().then(|| view! { <TextField label="Which agency or report" value=agency /> })}
            <fieldset class="choice">
                <legend>"Number"</legend>
                <div class="answers">{(0..=10).map(number).collect_view()}</div>
            </fieldset>
            <TextField label="What makes it that number" value=reason rows=2 />
            <TextField label="What would make it one higher" value=higher rows=2 />
            <TextField label="What it is about" hint="Only when one person gives two" value=about />
            <p>
                <button type="submit" class="button" data-kind="main" disabled=incomplete>
                    "Give this number"
                </button>
            </p>
        </form>
    }
    .into_part()
}

/// The value of a question in the list.
fn code((scale, card): &Asked) -> String {
    format!("{scale}:{}", card.as_ref().map_or("", |card| card.as_str()))
}

/// A question in the list: the statement where there is one, else the scale's own words.
fn pick(view: &board::view::View, asked: &Asked) -> Pick {
    let words =
        question(view, asked).map_or_else(String::new, |(scale, statement)| statement.unwrap_or(scale.question));
    (code(asked), words)
}
