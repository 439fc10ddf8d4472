//! Beside the wall's switch: drawing the curtain, whether enough agencies are here, the parts of a split conference, and hidden numbers.
//!
//! Deliberately not here: a colour that says it alone. Whether there are enough is said in words, with an icon.

use board::quorum::Quorum;
use board::view::{BehindLine, Meeting, View};
use leptos::prelude::*;

use super::Icon;
use super::curtain::Ask;
use crate::ui::IntoPart as _;

/// How the meeting stands, for the right column; the minute taker reads it, the chair acts.
#[component]
pub(super) fn Beside(
    /// What the console is served.
    view: View,
    /// Where its forms go.
    action: String,
) -> impl IntoView {
    let desk = view.desk.unwrap_or_default();
    let meeting = desk.meeting;
    let quorum = meeting.quorum.clone().map(|quorum| view! { <Lamp quorum /> });
    let draw = (desk.chair && meeting.curtain.is_none())
        .then(|| view! { <One action=action.clone() asks="draw" words="Curtain" icon="curtain" /> });
    let more = desk.chair.then(|| {
        let (numbers, words) =
            if meeting.numbers_hidden { ("reveal", "Reveal the numbers") } else { ("hide", "Hide numbers") };
        let stands = stands(&meeting);
        let stayed = (!meeting.stayed.is_empty() && meeting.curtain.is_none())
            .then(|| view! { <Stayed things=meeting.stayed.clone() action=action.clone() /> });
        let parts = (!meeting.sittings.is_empty()).then(|| view! { <Parts meeting action=action.clone() /> });
        view! {
            <details>
                <summary>{stands}</summary>
                {parts}
                {stayed}
                <One action asks=numbers words icon="hide" />
            </details>
        }
    });
    view! {
        {draw}
        {quorum}
        {more}
    }
    .into_part()
}

/// How it stands with parts and numbers, in a few words.
fn stands(meeting: &Meeting) -> String {
    let part = meeting.sitting.as_ref().map(|part| format!("{part} is held"));
    let numbers = meeting.numbers_hidden.then(|| "numbers are hidden".to_owned());
    let stayed = (!meeting.stayed.is_empty()).then(|| "something stayed behind the curtain".to_owned());
    let said: Vec<String> = [part, numbers, stayed].into_iter().flatten().collect();
    match (said.is_empty(), meeting.sittings.is_empty()) {
        (false, _) => said.join(", "),
        (true, true) => "Numbers: shown".to_owned(),
        (true, false) => "Parts and numbers".to_owned(),
    }
}

/// One thing to do with one press.
#[component]
fn One(
    /// Where it goes.
    action: String,
    /// What it asks for.
    asks: &'static str,
    /// Its words.
    words: &'static str,
    /// Its icon.
    icon: &'static str,
) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="do" value=asks />
            <button type="submit" class="button">
                <Icon name=icon />
                {words}
            </button>
        </form>
    }
}

/// Whether enough agencies who know the child are here; who counts is read when it has the focus or is pointed at.
#[component]
fn Lamp(
    /// Who counts.
    quorum: Quorum,
) -> impl IntoView {
    let (icon, words) = if quorum.is_met() { ("check", "Quorum: enough") } else { ("wait", "Quorum: not enough") };
    let care = if quorum.social_care { "is here" } else { "is not here" };
    let others = if quorum.others.is_empty() { "nobody".to_owned() } else { quorum.others.join(", ") };
    let needed = quorum.needed;
    view! {
        <div class="lamp" tabindex="0" role="note" aria-label="Quorum">
            <p>
                <Icon name=icon />
                <b>{words}</b>
            </p>
            <p class="counts">
                {format!("Children’s social care {care}. Other agencies here: {others}. The local rule asks for {needed} of them.")}
            </p>
        </div>
    }
}

/// The parts of a split conference, one of them held now or none.
#[component]
fn Parts(
    /// How the meeting stands.
    meeting: Meeting,
    /// Where the form goes.
    action: String,
) -> impl IntoView {
    let now = meeting.sitting;
    let none = now.is_none();
    let one = |(id, name): (board::id::MatterId, String)| {
        let checked = now.as_ref() == Some(&name);
        view! {
            <label>
                <input type="radio" name="part" value=id.to_string() checked=checked />
                {name}
            </label>
        }
    };
    let parts = meeting.sittings.into_iter().map(one).collect_view();
    view! {
        <form class="parts" method="post" action=action>
            <input type="hidden" name="do" value="begin" />
            <fieldset class="choice">
                <legend>"Part held now"</legend>
                <div class="answers">
                    {parts}
                    <label>
                        <input type="radio" name="part" value="" checked=none />
                        "None"
                    </label>
                </div>
            </fieldset>
            <button type="submit" class="button">"Begin"</button>
        </form>
    }
}

/// What stayed behind the curtain when it opened; the chair can share it with the room later.
#[component]
fn Stayed(
    /// What stayed.
    things: Vec<BehindLine>,
    /// Where the form goes.
    action: String,
) -> impl IntoView {
    view! {
        <form class="stack" method="post" action=action>
            <input type="hidden" name="do" value="share" />
            <fieldset class="ticks">
                <legend>"Said behind the curtain"</legend>
                <p class="hint">"Whoever was out does not have it. What you tick is shared with the whole room."</p>
                {things.into_iter().map(|line| view! { <Ask line /> }).collect_view()}
            </fieldset>
            <button type="submit" class="button">"Share with the room"</button>
        </form>
    }
}
