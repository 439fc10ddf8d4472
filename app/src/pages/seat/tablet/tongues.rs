//! The languages, each by its own name. They are addresses, so that choosing works without a script too.
//!
//! Deliberately not here: flags. A language is not a country.

use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::IntoPart as _;

/// Every language there is.
#[component]
pub(super) fn Tongues(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let now = pad.say.tag();
    let tool = pad.tool_id().map_or_else(String::new, |tool| format!("&tool={tool}"));
    let all = pad.say.tongues().into_iter().map(|tongue| {
        let current = (tongue.tag == now).then_some("true");
        let href = format!("/seat?language={}{tool}", tongue.tag);
        view! {
            <a class="button" href=href lang=tongue.tag dir=tongue.direction.name() aria-current=current>
                {tongue.name}
            </a>
        }
    });
    view! {
        <nav class="tongues" aria-label=pad.say.say("top.language")>
            <p class="label">{pad.say.say("top.language")}</p>
            <div>{all.collect_view()}</div>
        </nav>
    }
    .into_part()
}
