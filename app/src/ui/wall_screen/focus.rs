//! One column in big type, a page at a time.
//!
//! Deliberately not here: half a line. What does not fit is on the next page, and the head says how much that is.

use board::framework::Look;
use board::id::{CardId, ColumnKey};
use board::view::View;
use leptos::prelude::*;

use super::numbers::Numbers;
use super::pages::{WallPage, counted, wall_pages};
use crate::ui::{IntoPart as _, Lines, SectionHead};

/// What stands on the wall of one column now.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Open {
    label: String,
    look: Look,
    count: String,
    page: WallPage,
}

/// One column.
#[component]
pub fn Focus(
    /// What the wall may show.
    view: Signal<View>,
    /// The column.
    column: ColumnKey,
) -> impl IntoView {
    let open = Memo::new(move |_| view.with(|view| open(view, &column)));
    let head = Memo::new(move |_| open.with(|open| open.as_ref().map(|open| (open.look, open.label.clone()))));
    let count =
        Signal::derive(move || open.with(|open| open.as_ref().map_or_else(String::new, |open| open.count.clone())));
    let scale = Memo::new(move |_| open.with(|open| open.as_ref().and_then(|open| open.page.scale())));
    let ids = Signal::derive(move || open.with(|open| open.as_ref().map_or_else(Vec::new, |open| open.page.lines())));
    move || {
        head.get().map(|(look, label)| {
            let name = label.clone();
            view! {
                <section class="section" aria-label=name>
                    <SectionHead look label count />
                    {move || match scale.get() {
                        Some((scale, card)) => view! { <Numbers view scale card /> }.into_part(),
                        None => view! { <Lines view ids words_only=true since=true /> }.into_part(),
                    }}
                </section>
            }
        })
    }
}

fn open(view: &View, column: &ColumnKey) -> Option<Open> {
    let column = view.column(column)?;
    let pages = wall_pages(view, column);
    let at = usize::from(view.stage.page).min(pages.len().saturating_sub(1));
    let more: usize = pages.iter().skip(at + 1).map(|page| page.lines().len()).sum();
    let count = match (pages.len(), more) {
        (1, _) => counted(pages.first().map_or(0, |page| page.lines().len())),
        (all, 0) => format!("Page {} of {all}", at + 1),
        (all, more) => format!("Page {} of {all}, {more} more", at + 1),
    };
    let page = pages.into_iter().nth(at)?;
    Some(Open { label: column.label.clone(), look: column.look, count, page })
}

impl WallPage {
    /// The lines of a page of lines.
    fn lines(&self) -> Vec<CardId> {
        match self {
            Self::Lines(lines) => lines.clone(),
            Self::Scale(..) => Vec::new(),
        }
    }

    /// The scale of a page with a scale.
    fn scale(&self) -> Option<(board::id::ScaleKey, Option<CardId>)> {
        match self {
            Self::Lines(_) => None,
            Self::Scale(scale, card) => Some((scale.clone(), card.clone())),
        }
    }
}
