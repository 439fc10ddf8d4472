//! The wall's own markup. The projector and the chair's small copy of it are drawn by the same part, so the copy cannot lie.
//!
//! Deliberately not here: anything to press, any motion, and anything the wall's view does not hold.

use board::framework::Arrival;
use board::id::ColumnKey;
use board::seat::Showing;
use board::view::View;
use leptos::html;
use leptos::prelude::*;

mod choose;
#[cfg(feature = "ssr")]
mod drawn;
mod fit;
mod focus;
mod numbers;
mod overview;
mod pages;
mod rows;
mod top;

use super::{DemoMark, Icon, PicturesAt, Strip, Unfold};
use crate::ui::IntoPart as _;
#[cfg(feature = "ssr")]
pub(super) use drawn::wall_text;
pub use fit::fit_wall;
use focus::Focus;
use overview::Overview;
pub use pages::{counted, wall_pages};
use rows::Rows;
use top::Top;

/// What fills the wall beside the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Mode {
    /// The empty table.
    Blank,
    /// The drawn curtain.
    Curtain,
    /// All columns.
    Overview,
    /// One column in big type.
    Focus(ColumnKey),
    /// A child's tool, place by place.
    Unfold,
    /// The plan, or the decisions.
    Rows(Arrival),
}

impl Mode {
    fn of(view: &View) -> Self {
        if view.stage.drawn {
            return Self::Curtain;
        }
        match (&view.stage.showing, view.stage.blank) {
            (_, true) => Self::Blank,
            (Showing::Overview, false) => Self::Overview,
            (Showing::Column(column), false) => Self::Focus(column.clone()),
            (Showing::Tool(_), false) => Self::Unfold,
            (Showing::Plan, false) => Self::Rows(Arrival::Plan),
            (Showing::Decisions, false) => Self::Rows(Arrival::Decisions),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Curtain => "curtain",
            Self::Overview => "overview",
            Self::Focus(_) => "focus",
            Self::Unfold => "unfold",
            Self::Rows(Arrival::Plan) => "plan",
            Self::Rows(Arrival::Decisions) => "decisions",
        }
    }
}

/// The drawn curtain: the mark, and that the meeting goes on. Nobody is invented here, so nothing says so.
#[component]
fn Drawn() -> impl IntoView {
    view! {
        <div class="drawn">
            <p class="mark">
                <Icon name="mark" />
            </p>
            <p>"We will go on in a moment"</p>
        </div>
    }
}

/// What the room sees.
#[component]
pub fn WallScreen(
    /// What the wall may show.
    #[prop(into)]
    view: Signal<View>,
    /// Since when it is not fresh, while it is not.
    #[prop(optional, into)]
    stale: Signal<Option<String>>,
) -> impl IntoView {
    if let Some(at) = use_context::<PicturesAt>() {
        provide_context(at.on_a_wall());
    }
    let node = NodeRef::<html::Div>::new();
    let mode = Memo::new(move |_| view.with(Mode::of));
    let theme = move || view.with(|view| view.stage.theme.name());
    let demo = Memo::new(move |_| view.with(|view| view.head.demo));
    fit::keep_whole(node, view);
    let board = move || match mode.get() {
        Mode::Blank => ().into_part(),
        Mode::Curtain => view! { <Drawn /> }.into_part(),
        Mode::Overview => view! { <Overview view /> }.into_part(),
        Mode::Focus(column) => view! { <Focus view column /> }.into_part(),
        Mode::Unfold => view! { <Unfold view /> }.into_part(),
        Mode::Rows(of) => view! { <Rows view of /> }.into_part(),
    };
    let around = move || {
        let shown = !matches!(mode.get(), Mode::Blank | Mode::Curtain);
        shown.then(|| {
            view! {
                <Strip view />
                <Top view stale />
            }
        })
    };
    view! {
        <div class="screen" data-theme=theme>
            <div class="wall" data-mode=move || mode.with(Mode::name) node_ref=node>
                {around}
                {board}
                {move || view! { <DemoMark demo=demo.get() && mode.get() != Mode::Curtain /> }}
            </div>
        </div>
    }
    .into_part()
}
