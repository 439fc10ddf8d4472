//! The plan or the decisions on the wall, in big type, a page at a time.
//!
//! Deliberately not here: progress, and a count of views. What each agency says stands beside its name.

use board::framework::{Arrival, Look};
use board::view::View;
use board::view::pages::{Row, RowKind, RowPage, decision_pages, plan_pages};
use leptos::prelude::*;

use crate::ui::{IntoPart as _, SectionHead};

/// The page that is up.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Page {
    of: RowPage,
    count: String,
}

/// The page of the plan or of the decisions that is up; while there is nothing, what will stand there.
#[component]
pub fn Rows(
    /// What the wall may show.
    view: Signal<View>,
    /// Which of them.
    of: Arrival,
) -> impl IntoView {
    let page = Memo::new(move |_| view.with(|view| page(view, of)));
    let count = Signal::derive(move || page.with(|page| page.count.clone()));
    let (look, name, later) = match of {
        Arrival::Plan => (Look::Change, "The plan", "Who does what by when is written here as we agree it."),
        Arrival::Decisions => {
            (Look::Judge, "The decision", "What is decided for each child, and why, will stand here.")
        }
    };
    let label = Signal::derive(move || match page.with(|page| page.of.child.clone()) {
        Some(child) => format!("{name}: {child}"),
        None => name.to_owned(),
    });
    let rows = move || {
        let rows = page.with(|page| page.of.rows.clone());
        if rows.is_empty() {
            view! { <p class="later">{later}</p> }.into_part()
        } else {
            view! { <ul class="lines">{rows.into_iter().map(row).collect_view()}</ul> }.into_part()
        }
    };
    view! {
        <section class="section" aria-label=label>
            <SectionHead look label count />
            <div class="rows">{rows}</div>
        </section>
    }
}

fn page(view: &View, of: Arrival) -> Page {
    let pages = match of {
        Arrival::Plan => plan_pages(view),
        Arrival::Decisions => decision_pages(view),
    };
    let all = pages.len();
    let at = usize::from(view.stage.page).min(all.saturating_sub(1));
    let count = if all > 1 { format!("Page {} of {all}", at + 1) } else { String::new() };
    Page { of: pages.into_iter().nth(at).unwrap_or_default(), count }
}

/// A row in the form of a line of the board; a child's words in the form that is theirs alone.
fn row(row: Row) -> impl IntoView {
    let Row { who, words, note, kind } = row;
    let (of_child, words) = match kind {
        RowKind::Plain => (None, view! { {words} }.into_part()),
        RowKind::Outcome => (None, view! { <b>{words}</b> }.into_part()),
        RowKind::Childs => (Some("own"), view! { <q>{words}</q> }.into_part()),
    };
    view! {
        <li class="card" data-kind=of_child>
            <p class="who">
                <b>{who}</b>
            </p>
            <p class="words" dir="auto">
                {words}
            </p>
            {note.map(|note| view! { <p class="note">{note}</p> })}
        </li>
    }
}
