//! What happens next, who tells the young person what was decided and by when; and handing the tablet back.
//!
//! Deliberately not here: a promise about the decision. What is promised is that somebody tells them.

use board::id::PersonId;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::{Pad, Screen};
use super::super::say::in_numbers;
use super::hand_back::HandBack;
use super::limits::Asked;
use crate::ui::Icon;

/// By when somebody tells them: days after the conference, and the key of its words.
const DAYS: [(i64, &str); 3] = [(0, "own.same_day"), (1, "own.next_day"), (7, "own.in_a_week")];

/// The last screen.
#[component]
pub(super) fn Next(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let tellers = untrack(|| pad.way.chair()).into_iter().chain(untrack(|| pad.way.helpers()));
    let tellers = tellers.map(|(id, person)| (id, person.called, person.tie)).collect();
    let told_by = Signal::derive(move || pad.way.own().and_then(|own| own.told_by));
    let by = Callback::new(move |person: PersonId| pad.way.change(|own| own.told_by = Some(person)));
    let on = untrack(|| pad.way.circle()).map(|circle| circle.on);
    let days = DAYS.into_iter().filter_map(|(days, words)| {
        let day: Date = on?.checked_add(jiff::Span::new().days(days)).ok()?;
        Some((day, pad.say.say(words), Some(in_numbers(day))))
    });
    let days: Vec<(Date, String, Option<String>)> = days.collect();
    let told_on = Signal::derive(move || pad.way.own().and_then(|own| own.told_on));
    let until = Callback::new(move |day: Date| pad.way.change(|own| own.told_on = Some(day)));
    let agreed = move || pad.way.is_agreed();
    let kept = move || pad.of_chair(if agreed() { "own.next_text" } else { "own.next_not_agreed" });
    view! {
        <main class="sheet open own">
            <Asked pad head="own.next_head" text="own.next_thanks" />
            <p role="status" data-read="">{kept}</p>
            <div class="two">
                <OneOf
                    legend=pad.say.say("own.who_tells")
                    seen=true
                    name="told-by"
                    answers=tellers
                    chosen=told_by
                    choose=by
                />
                <OneOf
                    legend=pad.say.say("own.when_tells")
                    seen=true
                    name="told-on"
                    answers=days
                    chosen=told_on
                    choose=until
                />
            </div>
            <p class="hint" data-read="">{pad.of_chair("own.change_later")}</p>
            <div class="foot">
                <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Open)>
                    <Icon name="back" />
                    {pad.say.say("own.back_to_board")}
                </button>
                <HandBack pad />
            </div>
        </main>
    }
    .into_part()
}
