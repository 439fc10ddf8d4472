//! What a choice means: who will see the words, asked of the same rule that the server keeps to.
//!
//! Deliberately not here: a rule of its own, or names. A tablet knows nobody's.

use board::audience::Knower;
use board::id::PersonId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use crate::ui::Icon;

/// Who will see the words, line by line.
#[component]
pub(super) fn Preview(
    /// What is chosen.
    chosen: RwSignal<MayKnow>,
) -> impl IntoView {
    let rows = move || chosen.with(|chosen| rows(chosen).map(|rows| rows.into_iter().map(row).collect_view()));
    view! {
        <figure class="preview" aria-live="polite">
            <figcaption>"What that means"</figcaption>
            <div>
                {move || match rows() {
                    Some(rows) => view! { <ul>{rows}</ul> }.into_any(),
                    None => view! { <p>"You agreed this with somebody before. It stays as it is."</p> }.into_any(),
                }}
            </div>
        </figure>
    }
    .into_any()
}

/// Each of those who might look, and whether they may. A choice with names in it depends on people this tablet does
/// not know, so it has no rows.
fn rows(chosen: &MayKnow) -> Option<Vec<(&'static str, bool)>> {
    match chosen {
        MayKnow::Everyone
        | MayKnow::Professionals
        | MayKnow::ChairAndSocialWorker
        | MayKnow::ChairOnly
        | MayKnow::NotDecided => {}
        MayKnow::EveryoneExcept { .. } | MayKnow::Only { .. } => return None,
    }
    let somebody: PersonId = "somebody".parse().ok()?;
    let lookers = [
        ("The big screen", Knower::Room { present: Vec::new() }),
        ("Your family", Knower::Family { person: somebody.clone() }),
        ("The workers", Knower::Professional { person: somebody.clone() }),
        ("Your social worker", Knower::SocialWorker { person: somebody }),
        ("Your chair", Knower::Chair),
    ];
    Some(lookers.into_iter().map(|(who, knower)| (who, chosen.allows(&knower))).collect())
}

fn row((who, may): (&'static str, bool)) -> impl IntoView {
    let (icon, words) = if may { ("eye", "will see it") } else { ("lock", "will not see it") };
    view! {
        <li>
            <Icon name=icon />
            {format!("{who} {words}")}
        </li>
    }
}
