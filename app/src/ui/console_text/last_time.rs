//! Last time's board under today's lines, pale, until somebody has said of each line what became of it; and last time's numbers.
//!
//! Deliberately not here: an answer that is ticked beforehand, and a sum. What nobody has gone over yet says so.

use board::matter::ReviewState;
use board::view::{CardView, ColumnView, LastTime};
use leptos::prelude::*;

use crate::ui::{CardLine, IntoPart as _};

/// The lines of last time under the headings of one column; nothing where there are none.
#[component]
pub(super) fn Ghosts(
    /// Last time.
    last_time: LastTime,
    /// The column.
    column: ColumnView,
    /// Where the forms go.
    action: String,
    /// Where more can be said of each.
    record: String,
) -> impl IntoView {
    let LastTime { title, lines, .. } = last_time;
    let in_column = |line: &CardView| column.sections.iter().any(|section| section.key == line.section);
    let (open, told): (Vec<CardView>, Vec<CardView>) =
        lines.into_iter().filter(in_column).partition(|line| line.since.is_none());
    if open.is_empty() && told.is_empty() {
        return ().into_part();
    }
    let ghosts = |lines: Vec<CardView>, action: String| {
        let each = lines.into_iter().map(move |line| view! { <Ghost line action=action.clone() /> });
        view! { <ul class="lines">{each.collect_view()}</ul> }
    };
    let gone_over = (!told.is_empty()).then(|| {
        let words = format!("Gone over: {}", told.len());
        view! {
            <h4 class="part">{words}</h4>
            {ghosts(told, action.clone())}
        }
    });
    let left = (!open.is_empty()).then(|| {
        view! {
            <p class="hint">"What became of each? What is not gone goes on today’s board in the same words."</p>
            {ghosts(open, action)}
        }
    });
    view! {
        <section aria-label="Last time">
            <h3 class="part">"Last time"</h3>
            <p class="hint">{title} ". " <a href=record>"More can be said on the record’s page"</a></p>
            {left}
            {gone_over}
        </section>
    }
    .into_part()
}

/// One line of last time, with what can be said of it.
#[component]
fn Ghost(
    /// The line.
    line: CardView,
    /// Where the form goes.
    action: String,
) -> impl IntoView {
    let said = line.since.clone();
    let id = line.id.to_string();
    let about = line.words.clone();
    let answers = ReviewState::ALL.map(|state| {
        let words = state.words();
        let pressed = said.as_deref().is_some_and(|said| said.starts_with(words));
        let name = format!("{words}: {about}");
        view! {
            <form method="post" action=action.clone()>
                <input type="hidden" name="do" value="became" />
                <input type="hidden" name="line" value=id.clone() />
                <input type="hidden" name="state" value=words />
                <button type="submit" class="button" data-kind="plain" aria-label=name aria-pressed=pressed.to_string()>
                    {words}
                </button>
            </form>
        }
    });
    let answers = answers.into_iter().collect_view();
    view! {
        <CardLine card=Signal::stored(line) state=Signal::stored(Some("ghost")) note=Signal::stored(said)>
            <div class="became" role="group" aria-label="What became of it">
                {answers}
            </div>
        </CardLine>
    }
    .into_part()
}

/// Everybody's number of last time beside today's.
#[component]
pub(super) fn Numbers(
    /// Last time.
    last_time: LastTime,
) -> impl IntoView {
    if last_time.numbers.is_empty() {
        return ().into_part();
    }
    let number = |value: Option<u8>| value.map_or_else(|| "none".to_owned(), |value| value.to_string());
    let rows = last_time.numbers.into_iter().map(|line| {
        let about = line.about.map(|about| format!(", {about}"));
        view! {
            <tr>
                <th scope="row">{line.who} {about}</th>
                <td>{number(line.then)}</td>
                <td>{number(line.now)}</td>
            </tr>
        }
    });
    view! {
        <table class="then-and-now">
            <caption>"Last time beside today"</caption>
            <thead>
                <tr>
                    <th scope="col">"Who"</th>
                    <th scope="col">"Last time"</th>
                    <th scope="col">"Today"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_part()
}
