//! The numbers people give, each with its person and its reason.
//!
//! Deliberately not here: an average, a total, or a colour for high and low.

use board::command::Command;
use board::framework::{ScaleOf, SectionKind};
use board::id::{CardId, ScaleKey};
use board::view::{RatingView, ScaleView, View};
use leptos::prelude::*;

mod form;

use super::drawn::Drawn;
use super::hand::Hand;
use crate::ui::{Icon, IntoPart as _};
use form::RateForm;

/// Something a number can be given about: a scale, and the statement where it is asked of single lines.
type Asked = (ScaleKey, Option<CardId>);

/// Every scale, and the form for a number.
#[component]
pub(super) fn ScaleDrawer() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let asked = Memo::new(move |_| hand.live().view.with(asked));
    let changing = RwSignal::new(None::<RatingView>);
    let list = move || asked.get().into_iter().map(|asked| view! { <OneScale asked changing /> }).collect_view();
    view! {
        <div class="halves">
            <div class="stack">
                {list}
                <Drawn place="numbers" class="last-time" />
            </div>
            <RateForm asked changing />
        </div>
    }
    .into_part()
}

/// Everything a number can be given about, in order.
fn asked(view: &View) -> Vec<Asked> {
    let all = view.head.scales.iter().flat_map(|scale| match scale.of {
        ScaleOf::Whole => vec![(scale.key.clone(), None)],
        ScaleOf::Statement => {
            statements(view).into_iter().map(|card| (scale.key.clone(), Some(card))).collect::<Vec<_>>()
        }
    });
    all.collect()
}

/// The lines that say what may happen.
fn statements(view: &View) -> Vec<CardId> {
    let sections = view.head.columns.iter().flat_map(|column| &column.sections);
    let of_danger = sections.filter(|section| match section.kind {
        SectionKind::Danger | SectionKind::Risk => true,
        SectionKind::Worry
        | SectionKind::Complicating
        | SectionKind::Grey
        | SectionKind::Strength
        | SectionKind::Safety
        | SectionKind::ChildView
        | SectionKind::ChildWorld
        | SectionKind::Goal
        | SectionKind::Action
        | SectionKind::Decision
        | SectionKind::Note => false,
    });
    of_danger.flat_map(|section| view.section(&section.key)).map(|card| card.id.clone()).collect()
}

/// The words of a question: the scale's, and the statement's where there is one.
fn question(view: &View, (scale, card): &Asked) -> Option<(ScaleView, Option<String>)> {
    let scale = view.head.scales.iter().find(|other| other.key == *scale)?.clone();
    let statement = card.as_ref().and_then(|card| view.cards.get(card)).map(|card| card.words.clone());
    Some((scale, statement))
}

/// One scale with its numbers.
#[component]
fn OneScale(
    /// What is asked.
    asked: Asked,
    /// The number that is being changed.
    changing: RwSignal<Option<RatingView>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let asked = StoredValue::new(asked);
    let head = Memo::new(move |_| asked.with_value(|asked| hand.live().view.with(|view| question(view, asked))));
    let given = Memo::new(move |_| asked.with_value(|asked| hand.live().view.with(|view| given(view, asked))));
    let title = move || {
        head.get().map(|(scale, statement)| {
            view! {
                <h3 class="part">{scale.question}</h3>
                {statement.map(|words| view! { <blockquote>{words}</blockquote> })}
                <p class="hint">{format!("0: {}. 10: {}.", scale.low, scale.high)}</p>
            }
        })
    };
    let list = move || {
        let given = given.get();
        if given.is_empty() {
            return view! { <p class="hint">"No number yet."</p> }.into_part();
        }
        let each = given.into_iter().map(|rating| view! { <Given rating changing /> }).collect_view();
        view! { <ul class="ratings">{each}</ul> }.into_part()
    };
    view! {
        <section class="stack">
            {title}
            {list}
        </section>
    }
}

fn given(view: &View, (scale, card): &Asked) -> Vec<RatingView> {
    let of = view.ratings.values().filter(|rating| rating.rating.scale == *scale && rating.rating.card == *card);
    let mut given: Vec<RatingView> = of.cloned().collect();
    given.sort_by(|a, b| a.who.cmp(&b.who));
    given
}

/// One number: who, how many, why, and what would make it one higher.
#[component]
fn Given(
    /// The number.
    rating: RatingView,
    /// The number that is being changed.
    changing: RwSignal<Option<RatingView>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let id = rating.rating.id.clone();
    let again = rating.clone();
    let RatingView { rating, who, .. } = rating;
    let about = rating.about.map(|about| format!(", {about}"));
    let name = who.clone();
    view! {
        <li>
            <p>
                <b class="number">{rating.value}</b>
                " "
                {who}
                {about}
            </p>
            {rating.reason.map(|reason| view! { <p>"Because: " {reason}</p> })}
            {rating.one_higher.map(|higher| view! { <p>"One higher: " {higher}</p> })}
            <p class="answers">
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=format!("Change the number of {name}")
                    on:click=move |_| changing.set(Some(again.clone()))
                >
                    <Icon name="pen" />
                    "Change"
                </button>
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=format!("Take the number of {name} back")
                    on:click=move |_| hand.send(Command::WithdrawRating { rating: id.clone() })
                >
                    "Take back"
                </button>
            </p>
        </li>
    }
}
