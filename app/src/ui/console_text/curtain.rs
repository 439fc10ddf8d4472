//! The band across the console while the curtain is drawn: since when, who is paused, and what is asked before it opens.
//!
//! Deliberately not here: sharing anything by itself. Every line is asked about, and none is ticked beforehand.

use std::collections::BTreeSet;

use board::audience::Standing;
use board::curtain::Curtain;
use board::id::PersonId;
use board::people::Person;
use board::view::{BehindLine, CardView, View};
use leptos::prelude::*;

use super::Icon;
use crate::ui::IntoPart as _;

/// The band; nothing while the curtain is open.
#[component]
pub(super) fn Band(
    /// What the console is served.
    view: View,
    /// Where its forms go.
    action: String,
) -> impl IntoView {
    let desk = view.desk.clone().unwrap_or_default();
    let Some(curtain) = desk.meeting.curtain else {
        return ().into_part();
    };
    let names = paused(&view, &curtain);
    let since = desk.meeting.since.unwrap_or_default();
    let things = desk.meeting.behind;
    let lines: Vec<CardView> = curtain.lines.iter().filter_map(|card| view.cards.get(card)).cloned().collect();
    let chair = desk.chair.then(|| {
        view! {
            <button type="button" class="button" popovertarget="curtain-who">"Who is paused"</button>
            <button type="button" class="button" data-kind="main" popovertarget="curtain-open" id="curtain-opens">
                "Open the curtain"
            </button>
            <Who view curtain action=action.clone() />
            <Open lines things action />
        }
    });
    view! {
        <section class="curtain-band" aria-label="The curtain">
            <p>
                <Icon name="curtain" />
                <b>{format!("The curtain is drawn since {since}.")}</b>
                " The wall is neutral. "
                {names}
            </p>
            {chair}
        </section>
    }
    .into_part()
}

/// Who is paused, in one sentence.
fn paused(view: &View, curtain: &Curtain) -> String {
    let people = curtain.paused.iter().filter_map(|id| view.people.get(id));
    let here: Vec<&str> = people.filter(|person| person.out || person.is_in_the_room()).map(Person::called).collect();
    if here.is_empty() { "Nobody who is here is paused.".to_owned() } else { format!("Paused: {}.", here.join(", ")) }
}

/// Those who can be paused: everybody who takes part but the chair and the minute taker, the family first.
fn may_pause(view: &View, paused: &BTreeSet<PersonId>) -> Vec<Person> {
    let leads = |person: &Person| matches!(person.role.standing(), Standing::Chair | Standing::Clerk);
    let here = |person: &&Person| person.out || person.is_in_the_room() || paused.contains(&person.id);
    let mut people: Vec<Person> = view.people.values().filter(here).filter(|person| !leads(person)).cloned().collect();
    people.sort_by_key(|person| (person.role.standing() != Standing::Family, person.introduced()));
    people
}

/// Asks who is paused.
#[component]
fn Who(
    /// What the console is served.
    view: View,
    /// The curtain as it is.
    curtain: Curtain,
    /// Where the form goes.
    action: String,
) -> impl IntoView {
    let paused: BTreeSet<PersonId> = curtain.paused.into_iter().collect();
    let one = |person: Person| {
        let checked = paused.contains(&person.id);
        view! {
            <label class="tick">
                <input type="checkbox" name="who" value=person.id.to_string() checked=checked />
                {person.introduced()}
            </label>
        }
    };
    let people = may_pause(&view, &paused).into_iter().map(one).collect_view();
    view! {
        <div class="dialog ask" id="curtain-who" popover role="dialog" aria-label="Who is paused">
        <form class="stack" method="post" action=action>
            <input type="hidden" name="do" value="pause" />
            <h2>"Who is paused"</h2>
            <p>"Their devices let go of everything, and come back by themselves. Lines put down now are kept from them."</p>
            <fieldset class="ticks people">
                <legend>"Behind the curtain"</legend>
                {people}
            </fieldset>
            <label class="field">
                <span class="label">"Why (the file keeps it)"</span>
                <input type="text" name="why" maxlength="2000" value=curtain.why />
            </label>
            <p class="answers">
                <button type="submit" class="button" data-kind="main">"Pause these"</button>
                <button type="button" class="button" popovertarget="curtain-who" popovertargetaction="hide">"Back"</button>
            </p>
        </form>
        </div>
    }
}

/// Asks, one by one, what the room may know now.
#[component]
fn Open(
    /// The lines put down, or given their words, behind the curtain.
    lines: Vec<CardView>,
    /// What else was said behind it.
    things: Vec<BehindLine>,
    /// Where the form goes.
    action: String,
) -> impl IntoView {
    let is_empty = lines.is_empty() && things.is_empty();
    let none = is_empty.then(|| view! { <p>"Nothing was put down behind it. Everything goes on as it was."</p> });
    let some = (!is_empty).then(|| {
        let one = |card: CardView| {
            view! {
                <label class="tick">
                    <input type="checkbox" name="line" value=card.id.to_string() />
                    <span dir="auto">
                        <b>{card.who}</b>
                        " "
                        {card.words}
                    </span>
                </label>
            }
        };
        view! {
            <fieldset class="ticks">
                <legend>"What may the whole room know now?"</legend>
                <p class="hint">"What you leave without a tick stays with those who are here now."</p>
                {lines.into_iter().map(one).collect_view()}
                {things.into_iter().map(|line| view! { <Ask line /> }).collect_view()}
            </fieldset>
        }
    });
    view! {
        <div class="dialog ask" id="curtain-open" popover role="dialog" aria-label="Open the curtain">
        <form class="stack" method="post" action=action>
            <input type="hidden" name="do" value="open" />
            <h2>"Open the curtain"</h2>
            {none}
            {some}
            <p>"The record keeps that there was such a part, from when to when, and who was out."</p>
            <p class="answers">
                <button type="submit" class="button" data-kind="main" autofocus=true>"Open"</button>
                <button type="button" class="button" popovertarget="curtain-open" popovertargetaction="hide">"Not yet"</button>
            </p>
        </form>
        </div>
    }
}

/// Asks about one thing that is no line of the board.
#[component]
pub(super) fn Ask(
    /// The thing.
    line: BehindLine,
) -> impl IntoView {
    let BehindLine { thing, what, words } = line;
    view! {
        <label class="tick">
            <input type="checkbox" name="thing" value=thing.name() />
            <span dir="auto">
                <b>{what}</b>
                " "
                {words}
            </span>
        </label>
    }
}
