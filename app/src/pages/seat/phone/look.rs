//! Where somebody looks: along with the wall, or around on their own.
//!
//! Deliberately not here: moving the wall. Looking around changes this screen only.

use std::str::FromStr;

use board::id::ColumnKey;
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::IntoPart as _;

/// What this screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Look {
    /// What the wall shows.
    Wall,
    /// One column.
    Column(ColumnKey),
    /// The plan.
    Plan,
    /// The numbers.
    Numbers,
    /// The decisions.
    Decisions,
}

impl Look {
    /// Reads it from the address, so that looking around works without a script.
    pub(super) fn read(text: Option<&str>) -> Self {
        match text {
            Some("plan") => Self::Plan,
            Some("numbers") => Self::Numbers,
            Some("decisions") => Self::Decisions,
            Some(column) => {
                let key = column.strip_prefix("column-").and_then(|key| ColumnKey::from_str(key).ok());
                key.map_or(Self::Wall, Self::Column)
            }
            None => Self::Wall,
        }
    }

    /// The address of it.
    pub(super) fn address(&self) -> String {
        format!("/seat{}", self.query())
    }

    /// What the address of it ends with.
    fn query(&self) -> String {
        match self {
            Self::Wall => String::new(),
            Self::Column(key) => format!("?look=column-{key}"),
            Self::Plan => "?look=plan".to_owned(),
            Self::Numbers => "?look=numbers".to_owned(),
            Self::Decisions => "?look=decisions".to_owned(),
        }
    }
}

/// Everything there is to look at on somebody's own device: what its address ends with, and its words.
#[cfg(feature = "eyes")]
pub(in crate::pages) fn looks(live: Live) -> Vec<(String, String)> {
    places(live).into_iter().map(|(look, words)| (look.query(), words)).collect()
}

/// Everything there is to look at, each with its words.
fn places(live: Live) -> Vec<(Look, String)> {
    live.view.with(|view| {
        let columns = view.head.columns.iter().map(|column| (Look::Column(column.key.clone()), column.label.clone()));
        let others = [
            (Look::Plan, "The plan", !view.plan.is_empty() || view.contingency.is_some()),
            (Look::Numbers, "The numbers", !view.ratings.is_empty()),
            (Look::Decisions, "What was decided", !view.decisions.is_empty()),
        ];
        let others = others.into_iter().filter(|(_, _, there)| *there).map(|(look, words, _)| (look, words.to_owned()));
        std::iter::once((Look::Wall, "What is on the wall now".to_owned())).chain(columns).chain(others).collect()
    })
}

/// What is looked at, and a folded list of everything else.
#[component]
pub(super) fn LookAround(
    /// The page's connection.
    live: Live,
    /// What this screen shows.
    look: Memo<Look>,
) -> impl IntoView {
    let places = Memo::new(move |_| places(live));
    let along = move || look.get() == Look::Wall;
    let here = move |place: &Look| (look.get() == *place).then_some("page");
    // Choosing something folds the list up again.
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        look.track();
        open.set(false);
    });
    let link = move |(place, words): (Look, String)| {
        let address = place.address();
        view! {
            <li>
                <a href=address aria-current=move || here(&place)>
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <div class="look">
            <Show when=along fallback=|| view! { <h1>"You are looking around"</h1> }>
                <h1>"On the wall now"</h1>
            </Show>
            <Show when=move || !along()>
                <a class="button" data-kind="ink" href=Look::Wall.address()>"Back to the wall"</a>
            </Show>
            <details prop:open=move || open.get() on:toggle=move |event| open.set(is_open(&event))>
                <summary>"Look around"</summary>
                <nav aria-label="Parts of the board">
                    <ul>
                        <For each=move || places.get() key=|(place, _)| place.address() children=link />
                    </ul>
                </nav>
            </details>
        </div>
    }
    .into_part()
}

fn is_open(event: &leptos::ev::Event) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let element = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}
