//! One conference in the list: when, whose, how far, and one thing to do.
//!
//! Deliberately not here: a count of what is hidden, or any word a family said.

use leptos::prelude::*;

use crate::given::ConferenceLine;
use crate::ui::{DemoMark, Icon, IntoPart as _};

/// One conference.
#[component]
pub(super) fn Line(
    /// The conference.
    line: ConferenceLine,
    /// Whether it is today's.
    today: bool,
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
                <a href=format!("{address}/prepare") aria-label=named("Prepare")>"Prepare"</a>
                <a href=format!("{address}/record") rel="external" aria-label=named("Record")>"Record"</a>
                <a
                    href=format!("{address}/minutes/professionals")
                    rel="external"
                    aria-label=named("Minutes")
                >
                    "Minutes"
                </a>
            </p>
            <a class="button" data-kind=today.then_some("ink") href=address aria-label=named("Open")>"Open"</a>
        </li>
    }
    .into_part()
}
