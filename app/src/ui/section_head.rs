//! The head of a column: icon, words and a ruled pattern that alone tells the columns apart.
//!
//! Deliberately not here: meaning by colour. The look chooses a pattern first and a hue last.

use board::framework::Look;
use leptos::prelude::*;

use super::Icon;
use crate::ui::{Inside, IntoPart as _};

/// A head with its icon, its words and, where given, a count at its end.
#[component]
pub fn SectionHead(
    /// The family of looks it belongs to.
    look: Look,
    /// Its words.
    #[prop(into)]
    label: Signal<String>,
    /// What stands at its end: "7 lines". Nothing while it is empty.
    #[prop(optional, into)]
    count: Signal<String>,
    /// Buttons after the count.
    #[prop(optional)]
    children: Option<Inside>,
) -> impl IntoView {
    view! {
        <div class="section-head" data-kind=look.name()>
            <Icon name=look.name() />
            <h2>{label}</h2>
            <p class="count">{count}</p>
            {children.map(Inside::draw)}
        </div>
    }
    .into_part()
}
