//! One conference in the list: when, whose, how far, and one thing to do.
//!
//! Deliberately not here: a count of what is hidden, or any word a family said.

use leptos::prelude::*;

use crate::given::{ConferenceLine, Place, Staff};
use crate::ui::{DemoMark, Icon, IntoPart as _};

/// One conference.
#[component]
pub(super) fn Line(
    /// The conference.
    line: ConferenceLine,
    /// Whether it is today's.
    today: bool,
    /// Who is signed in.
    staff: Staff,
) -> impl IntoView {
    let address = format!("/conferences/{}", line.id);
    let time = line.time.clone().unwrap_or_else(|| "No time yet".to_owned());
    let (first, second) = if today { (time, line.day.clone()) } else { (line.day.clone(), time) };
    let tools = match line.tools {
        0 => "No children’s tools yet".to_owned(),
        1 => "1 children’s tool done".to_owned(),
        count => format!("{count} children’s tools done"),
    };
    let phase = if line.phase.is_empty() { "Not begun".to_owned() } else { line.phase.clone() };
    let title = line.title.clone();
    let named = move |what: &str| format!("{what}: {title}");
    let ways = [
        (Place::Prepare, "prepare", "Prepare"),
        (Place::Record, "record", "Record"),
        (Place::Minutes, "minutes/professionals", "Minutes"),
        (Place::Access, "access", "Who may come"),
    ];
    let way = |(_, page, words): (Place, &str, &'static str)| {
        view! { <a href=format!("{address}/{page}") rel="external" aria-label=named(words)>{words}</a> }
    };
    let ways = ways.into_iter().filter(|(place, ..)| staff.has(*place)).map(way).collect_view();
    let open = named("Open");
    view! {
        <li class="conference" class:sheet=today>
            <p class="when">
                <b>{first}</b>
                {second}
            </p>
            <div class="whose">
                <p>
                    <b>{line.title.clone()}</b>
                    {format!("{}, {}", line.kind, line.framework)}
                </p>
                <DemoMark demo=line.demo />
            </div>
            <p class="ready">
                <Icon name="voice" />
                <span>
                    <b>{phase}</b>
                    {tools}
                </span>
            </p>
            <p class="duty">
                <b>{line.place.clone()}</b>
                {ways}
            </p>
            <a class="button" data-kind=today.then_some("ink") href=address.clone() aria-label=open>"Open"</a>
        </li>
    }
    .into_part()
}
