//! What a choice means: who will see the words, asked of the same rule that the server keeps to.
//!
//! Deliberately not here: a rule of its own, or names. A tablet knows nobody's.

use board::audience::Knower;
use board::id::PersonId;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::{Icon, IntoPart as _};

/// Who will see the words, and who will not.
#[component]
pub(super) fn Preview(
    /// The tablet.
    pad: Pad,
    /// What is chosen.
    chosen: RwSignal<MayKnow>,
) -> impl IntoView {
    let said = move || match chosen.with(rows) {
        Some(rows) => {
            let (will, will_not): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, may)| *may);
            view! {
                <List pad head="share.sees" icon="eye" rows=will />
                <List pad head="share.sees_not" icon="lock" rows=will_not />
            }
            .into_part()
        }
        None => view! { <p>{pad.say.say("share.agreed")}</p> }.into_part(),
    };
    view! {
        <figure class="preview" aria-live="polite">
            <figcaption>{pad.say.say("share.means")}</figcaption>
            <div>{said}</div>
        </figure>
    }
    .into_part()
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
        ("share.screen", Knower::Room { present: Vec::new() }),
        ("share.family", Knower::Family { person: somebody.clone() }),
        ("share.all_workers", Knower::Professional { person: somebody.clone() }),
        ("share.social_worker", Knower::SocialWorker { person: somebody }),
        ("share.chair", Knower::Chair),
    ];
    Some(lookers.into_iter().map(|(who, knower)| (who, chosen.allows(&knower))).collect())
}

/// Those who will, or those who will not.
#[component]
fn List(
    /// The tablet.
    pad: Pad,
    /// What is said of them, by its key.
    head: &'static str,
    /// The icon beside each.
    icon: &'static str,
    /// Who they are, by their keys.
    rows: Vec<(&'static str, bool)>,
) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rows = rows.into_iter().map(|(who, _)| {
            view! {
                <li>
                    <Icon name=icon />
                    {pad.say.say(who)}
                </li>
            }
        });
        view! {
            <p>{pad.say.say(head)}</p>
            <ul>{rows.collect_view()}</ul>
        }
    })
}
