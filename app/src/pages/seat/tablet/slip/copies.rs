//! Papers that have gone out with a card's words in them: what can no longer be called back, said honestly.
//!
//! Deliberately not here: softening it. A paper is a paper.

use board::id::EntryId;
use board::view::CopyView;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::Pad;
use super::super::say::in_numbers;

/// One line for each paper.
#[component]
pub(super) fn Copies(
    /// The tablet.
    pad: Pad,
    /// The card.
    id: EntryId,
) -> impl IntoView {
    let gone = Memo::new(move |_| {
        pad.live.view.with(|view| {
            view.copies.values().filter(|copy| copy.entries.contains(&id)).cloned().collect::<Vec<CopyView>>()
        })
    });
    let line = move |copy: CopyView| {
        let day = in_numbers(copy.on);
        let words = pad.say.fill("own.gone_out", "name", &copy.to).replace("{day}", &day);
        view! { <li>{words}</li> }
    };
    view! {
        <Show when=move || gone.with(|gone| !gone.is_empty())>
            <div class="news gone-out" role="note">
                <ul>{move || gone.get().into_iter().map(line).collect_view()}</ul>
                <p>{pad.say.say("own.cannot_take_back")}</p>
            </div>
        </Show>
    }
    .into_part()
}
