//! What the chair chooses for the wall: what it shows, in what light, and whose words are put away for now.
//!
//! Deliberately not here: what is reached for without looking (that is `wall_live`), and writing. What is on the wall is what
//! is on the board.

use board::command::Command;
use board::seat::{Showing, Theme};
use board::view::{ChildView, View};
use leptos::prelude::*;

use super::super::hand::Hand;
use crate::ui::{IntoPart as _, Pick, PickField};

/// The choices; the chair's alone.
#[component]
pub(super) fn WallHand() -> impl IntoView {
    view! {
        <div class="wall-hand">
            <Shown />
            <NotNow />
        </div>
    }
}

/// What the wall shows, and in what light.
#[component]
fn Shown() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let showing = Memo::new(move |_| hand.live().view.with(showing_code));
    let picks = Memo::new(move |_| hand.live().view.with(showing_picks));
    let show = move |code: String| hand.send(Command::ShowOnWall { showing: showing_of(&code) });
    let theme = Signal::derive(move || hand.live().view.with(|view| view.stage.theme.name().to_owned()));
    let lights: Vec<Pick> =
        THEMES.into_iter().map(|theme| (theme.name().to_owned(), light(theme).to_owned())).collect();
    let shine = move |name: String| {
        if let Some(theme) = THEMES.into_iter().find(|theme| theme.name() == name) {
            hand.send(Command::Light { theme });
        }
    };
    view! {
        <div class="shown">
            <PickField label="Show" value=showing picks choose=show />
            <PickField label="Light" value=theme picks=lights choose=shine />
        </div>
    }
    .into_part()
}

/// Puts one child's words away for now, or brings them back; the others stay.
#[component]
fn NotNow() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let children = Memo::new(move |_| hand.live().view.with(|view| view.head.children.clone()));
    let one = move |child: ChildView| {
        let id = StoredValue::new(child.id);
        let away =
            Memo::new(move |_| hand.live().view.with(|view| id.with_value(|id| view.stage.not_now.contains(id))));
        let name = child.known_as;
        let words = move || if away.get() { format!("{name}: put away") } else { format!("{name}: not now") };
        view! {
            <button
                type="button"
                class="button"
                data-kind="plain"
                aria-pressed=move || away.get().to_string()
                on:click=move |_| hand.send(Command::NotNow { child: id.get_value(), not_now: !away.get_untracked() })
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="not-now" role="group" aria-label="Words to put away for now">
            <For each=move || children.get() key=|child| child.id.clone() children=one />
        </div>
    }
}

/// Every theme.
const THEMES: [Theme; 3] = [Theme::Lit, Theme::Dim, Theme::Max];

fn light(theme: Theme) -> &'static str {
    match theme {
        Theme::Lit => "Lit room",
        Theme::Dim => "Dim room",
        Theme::Max => "Most contrast",
    }
}

/// The value of what the wall shows; empty while it follows the phase.
fn showing_code(view: &View) -> String {
    match (&view.stage.showing, view.stage.held) {
        (_, false) => String::new(),
        (Showing::Overview, true) => "overview".to_owned(),
        (Showing::Plan, true) => "plan".to_owned(),
        (Showing::Decisions, true) => "decisions".to_owned(),
        (Showing::Column(column), true) => format!("column:{column}"),
        (Showing::Tool(tool), true) => format!("tool:{tool}"),
    }
}

fn showing_of(code: &str) -> Option<Showing> {
    match code.split_once(':') {
        Some(("tool", tool)) => tool.parse().ok().map(Showing::Tool),
        Some((_, column)) => column.parse().ok().map(Showing::Column),
        None => match code {
            "overview" => Some(Showing::Overview),
            "plan" => Some(Showing::Plan),
            "decisions" => Some(Showing::Decisions),
            _ => None,
        },
    }
}

fn showing_picks(view: &View) -> Vec<Pick> {
    let first = [(String::new(), "Follow phase"), ("overview".to_owned(), "Overview")];
    let columns = view.head.columns.iter().map(|column| (format!("column:{}", column.key), column.short.clone()));
    let tools = view.tools.values().map(|tool| {
        let child = view.head.children.iter().find(|child| child.id == tool.tool.child);
        let name = child.map_or("", |child| child.known_as.as_str());
        (format!("tool:{}", tool.tool.id), format!("{name}: {}", tool.name))
    });
    let arrivals = [("plan", "The plan"), ("decisions", "The decision")];
    let arrivals = arrivals.into_iter().map(|(code, words)| (code.to_owned(), words.to_owned()));
    let first = first.into_iter().map(|(code, words)| (code, words.to_owned()));
    first.chain(columns).chain(arrivals).chain(tools).collect()
}
