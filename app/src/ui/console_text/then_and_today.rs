//! What each child said last time, beside what they say today, with the days.
//!
//! Deliberately not here: a comparison. The words stand beside each other as they were said.

use board::view::SaidThenAndNow;
use board::view::file::Said;
use leptos::prelude::*;

/// Child by child, two columns.
pub(crate) fn then_and_today(children: Vec<SaidThenAndNow>) -> AnyView {
    let one = |child: SaidThenAndNow| {
        view! {
            <h3>{child.called}</h3>
            <div class="halves">
                <div class="stack">
                    <h4>"Then"</h4>
                    {all(child.then)}
                </div>
                <div class="stack">
                    <h4>"Today"</h4>
                    {all(child.now)}
                </div>
            </div>
        }
    };
    children.into_iter().map(one).collect_view().into_any()
}

fn all(said: Vec<Said>) -> AnyView {
    if said.is_empty() {
        return view! { <p class="hint">"Nothing is written down."</p> }.into_any();
    }
    let words = |said: Said| {
        view! {
            <figure class="words">
                <blockquote lang=said.language>{said.words}</blockquote>
                <figcaption class="hint">{said.on}</figcaption>
            </figure>
        }
    };
    said.into_iter().map(words).collect_view().into_any()
}
