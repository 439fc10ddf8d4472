//! Thank you: what is still to be chosen, what happens next, and the way back for as long as the child wants it.
//!
//! Deliberately not here: praise for what was said, or anything that moves.

use board::sharing::MayKnow;
use leptos::prelude::*;

use super::heading::Heading;
use super::pad::{About, Pad, Screen};
use crate::ui::{Icon, IntoPart as _};

/// The last screen.
#[component]
pub(super) fn Finished(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let kept = move || pad.say.say(if pad.waiting.count() == 0 { "finished.kept" } else { "finished.not_sent" });
    let sent = move || pad.waiting.count() == 0;
    let undecided = Memo::new(move |_| {
        let open = pad.all().into_iter();
        open.filter(|shown| !shown.entry.removed && shown.entry.may_know == MayKnow::NotDecided).collect::<Vec<_>>()
    });
    let open_choices = move || {
        undecided.with(|open| !open.is_empty()).then(|| {
            let each = undecided.get().into_iter().map(|shown| {
                let id = shown.id.clone();
                view! {
                    <li>
                        <q dir="auto" lang=shown.entry.language>{shown.entry.words}</q>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| pad.go(Screen::Slip(About::Given(id.clone())))
                        >
                            {pad.say.say("share.who_can_know")}
                        </button>
                    </li>
                }
            });
            let all = move |_| {
                let ids = undecided.get_untracked().into_iter().map(|shown| shown.id).collect();
                pad.go(Screen::SlipForMany(ids));
            };
            view! {
                <section class="undecided">
                    <p class="label">{pad.say.say("finished.not_chosen")}</p>
                    <ul>{each.collect_view()}</ul>
                    <button type="button" class="button" on:click=all>
                        {pad.say.say("finished.choose_all")}
                    </button>
                </section>
            }
        })
    };
    view! {
        <main class="sheet finished">
            <Heading pad words=pad.say.say("finished.thanks") />
            <p role="status">{kept}</p>
            {open_choices}
            <p>{pad.say.say("finished.reads")}</p>
            <p>{pad.say.say("finished.change")}</p>
            <div class="foot">
                <button type="button" class="button" on:click=move |_| pad.go(Screen::Open)>
                    <Icon name="back" />
                    {pad.say.say("finished.back")}
                </button>
                <form method="post" action=move || format!("/leave?language={}", pad.say.tongue().tag)>
                    <button type="submit" class="button" data-kind="main" disabled=move || !sent()>
                        {pad.say.say("finished.give_back")}
                    </button>
                </form>
            </div>
        </main>
    }
    .into_part()
}
