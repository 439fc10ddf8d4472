//! A scale on the wall: the ruler, what its ends mean, and the number each person gave.
//!
//! Deliberately not here: an average, a best, a worst, or a colour. Each number stands beside its person.

use board::id::{CardId, ScaleKey};
use board::view::{RatingView, View};
use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// A scale with the numbers given on it.
#[component]
pub fn Numbers(
    /// What the wall may show.
    view: Signal<View>,
    /// The scale.
    scale: ScaleKey,
    /// The line it is asked about, where it is asked of single lines.
    #[prop(optional_no_strip)]
    card: Option<CardId>,
    /// Whether it stands in a small place, without its question and with only as many numbers as fit.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let given = Memo::new({
        let (scale, card) = (scale.clone(), card.clone());
        move |_| view.with(|view| given(view, &scale, card.as_ref()))
    });
    let elsewhere = Memo::new(move |_| view.with(|view| view.ratings.len()));
    let asked = Memo::new(move |_| {
        view.with(|view| {
            let statement = card.as_ref().and_then(|card| view.cards.get(card)).map(|card| card.words.clone());
            let scale = view.head.scales.iter().find(|other| other.key == scale)?;
            Some((statement, scale.question.clone(), scale.low.clone(), scale.high.clone()))
        })
    });
    let ruler = move || {
        asked.get().map(|(statement, question, low, high)| {
            view! {
                {statement.map(|words| view! { <p class="statement">{words}</p> })}
                {(!small).then(|| view! { <p class="question">{question}</p> })}
                <div class="scale">
                    <ol aria-hidden="true">{(0..=10).map(|number| view! { <li>{number}</li> }).collect_view()}</ol>
                    <p class="low"><span class="visually-hidden">"0: "</span>{low}</p>
                    <p class="high"><span class="visually-hidden">"10: "</span>{high}</p>
                </div>
            }
        })
    };
    view! {
        <div class="numbers" data-small=small.then_some("small")>
            {ruler}
            {move || given.with(|given| people(given, elsewhere.get(), small))}
        </div>
    }
}

/// The most letters of names and numbers that fit in a small place.
const SMALL: usize = 130;

/// Who gave which number; before anybody has given any to any question, what will happen. Where the numbers are on other
/// questions, a small place says that they are there.
fn people(given: &[RatingView], all: usize, small: bool) -> AnyView {
    if given.is_empty() {
        let words = match (all, small) {
            (0, _) => "When the map is done, each of us picks a number and says why.".to_owned(),
            (1, true) => "One number has been given.".to_owned(),
            (all, true) => format!("{all} numbers have been given."),
            (_, false) => "Nobody has given a number to this question.".to_owned(),
        };
        return view! { <p class="later">{words}</p> }.into_part();
    }
    let letters = |rating: &RatingView| {
        rating.who.len() + rating.rating.about.as_ref().map_or(0, String::len) + 5 + rating.last.map_or(0, |_| 14)
    };
    if small && given.iter().map(letters).sum::<usize>() > SMALL {
        return view! { <p class="later">{format!("{} people have given a number.", given.len())}</p> }.into_part();
    }
    let each = given.iter().map(|rating| {
        let about = rating.rating.about.as_ref().map(|about| view! { <span>" " {about.clone()}</span> });
        let last = rating.last.map(|last| view! { <span>" (last time " {last} ")"</span> });
        view! {
            <li>
                {rating.who.clone()} {about} ": " <b>{rating.rating.value}</b> {last}
            </li>
        }
    });
    view! { <ul class="given">{each.collect_view()}</ul> }.into_part()
}

/// The numbers on a scale, in the order of the people's names so that no order looks like a verdict.
fn given(view: &View, scale: &ScaleKey, card: Option<&CardId>) -> Vec<RatingView> {
    let of_scale = |rating: &&RatingView| rating.rating.scale == *scale && rating.rating.card.as_ref() == card;
    let mut given: Vec<RatingView> = view.ratings.values().filter(of_scale).cloned().collect();
    given.sort_by(|a, b| (&a.who, &a.rating.about).cmp(&(&b.who, &b.rating.about)));
    given
}
