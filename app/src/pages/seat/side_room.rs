//! A child in another room: what is being talked about that is for them, and three signs they can send to the chair.
//!
//! Deliberately not here: hearing the room, and lines about anybody else. The view holds only what is fit.

use board::command::Command;
use board::id::{CardId, ChildId};
use board::view::{ChildView, View};
use leptos::prelude::*;

mod here;
mod signs;

use super::closed::Closed;
use super::connection::{Apart, Connection, LinkWords};
use super::scriptless::Scriptless;
use crate::live::{Live, Status};
use crate::ui::{CardLine, DemoMark, ExitLink, IntoPart as _};
use here::ImHere;
use signs::Signs;

/// What somebody reads who has no script.
const SCRIPTLESS: &str = "You can read here. This page does not change by itself: load it again to see what is new. To say \
                          something to the chair, tell the grown-up who is with you.";

/// The page.
#[component]
pub(in crate::pages) fn SideRoom(
    /// Who is here.
    child: ChildView,
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let demo = live.view.with_untracked(|view| view.head.demo);
    let ended = Memo::new(move |_| live.status.get() == Status::Ended);
    let phase = move || live.view.with(|view| view.stage.phase.clone());
    let name = StoredValue::new(child.known_as);
    let id = StoredValue::new(child.id);
    let fit = Memo::new(move |_| live.view.with(|view| id.with_value(|child| lines(view, child, false))));
    // What could not be sent about a line comes back into the box that is about no line.
    let given_back = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if let Some(refused) = live.refused.get()
            && let Command::SendSign { words: Some(words), .. } = &*refused.command
        {
            given_back.set(Some(words.clone()));
            live.refused.set(None);
        }
    });
    let own = Memo::new(move |_| live.view.with(|view| id.with_value(|child| lines(view, child, true))));
    view! {
        <Show when=move || !ended.get() fallback=|| view! { <Closed /> }>
            <div class="tablet side-room">
                <header class="tablet-top">
                    <p>
                        <b>{format!("Hello {}", name.get_value())}</b>
                        {move || format!("In the other room now: {}", phase())}
                    </p>
                    <Connection live words=LinkWords::english() />
                    <DemoMark demo />
                    <ExitLink />
                </header>
                <main class="side-room-main">
                    <Scriptless words=SCRIPTLESS />
                    <Apart live words=LinkWords::english() />
                    <section class="sheet">
                        <h1>"Tell the chair what you think"</h1>
                        <p class="hint">"Only the chair sees this. You can send as many as you like."</p>
                        <Signs live card=None given_back />
                    </section>
                    <Show when=move || !fit.with(Vec::is_empty)>
                        <h2>"They wrote this down"</h2>
                        <ul class="lines">
                            <For each=move || fit.get() key=Clone::clone children=move |id| view! { <About live id /> } />
                        </ul>
                    </Show>
                    <Show when=move || !own.with(Vec::is_empty)>
                        <h2>"Your own words are on the board"</h2>
                        <ul class="lines">
                            <For each=move || own.get() key=Clone::clone children=move |id| view! { <About live id /> } />
                        </ul>
                    </Show>
                    <ImHere live name=name.get_value() />
                </main>
            </div>
        </Show>
    }
    .into_part()
}

/// The lines in the board's order: the child's own, or those that others said.
fn lines(view: &View, child: &ChildId, own: bool) -> Vec<CardId> {
    let is_own = |card: &board::view::CardView| card.line.is_childs() && card.children.contains(child);
    let all = view.head.columns.iter().flat_map(|column| view.lines(column));
    all.filter(|card| is_own(card) == own).map(|card| card.id.clone()).collect()
}

/// One line, and what can be said about it.
#[component]
fn About(
    /// The page's connection.
    live: Live,
    /// The line.
    id: CardId,
) -> impl IntoView {
    let shown = id.clone();
    let card = Memo::new(move |_| live.view.with(|view| view.cards.get(&shown).cloned()));
    view! {
        {move || card.get().map(|card| view! { <CardLine card /> })}
        <li class="about">
            <Signs live card=Some(id) />
        </li>
    }
}
