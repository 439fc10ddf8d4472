//! A child in another room: the lines that are fit for them, and three signs they can send to the chair.
//!
//! Deliberately not here: hearing the room, and lines about anybody else. The view holds only what is fit.

use board::command::Command;
use board::id::CardId;
use board::side_room::Says;
use board::view::ChildView;
use leptos::prelude::*;

use crate::live::{Live, new_id};
use crate::ui::{CardLine, DemoMark, IntoPart as _};

/// The page.
#[component]
pub(in crate::pages) fn SideRoom(
    /// Who is here.
    child: ChildView,
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let ids = Memo::new(move |_| live.view.with(|view| view.cards.keys().cloned().collect::<Vec<_>>()));
    let demo = live.view.with_untracked(|view| view.head.demo);
    view! {
        <main class="side-room">
            <h1>{format!("Hello {}", child.known_as)}</h1>
            <p>"This is what they are talking about that is for you. You can tell the chair what you think."</p>
            <Signs live card=None />
            {move || {
                let cards = ids.get().into_iter().map(|id| view! { <Line live id /> });
                cards.collect_view()
            }}
            <DemoMark demo />
        </main>
    }
    .into_part()
}

/// One line, and what can be said about it.
#[component]
fn Line(
    /// The page's connection.
    live: Live,
    /// The line.
    id: CardId,
) -> impl IntoView {
    let shown = id.clone();
    let card = Memo::new(move |_| live.view.with(|view| view.cards.get(&shown).cloned()));
    view! {
        <ul class="about">
            {move || card.get().map(|card| view! { <CardLine card /> })}
            <Signs live card=Some(id) />
        </ul>
    }
}

/// The three signs.
#[component]
fn Signs(
    /// The page's connection.
    live: Live,
    /// The line they are about, when they are about one.
    card: Option<CardId>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let sent = RwSignal::new(None::<Says>);
    let send = move |says: Says, card: Option<CardId>| {
        let Ok(sign) = new_id().try_into() else {
            return;
        };
        let said = words.get_untracked();
        live.send(Command::SendSign { sign, card, says, words: (!said.trim().is_empty()).then_some(said) });
        sent.set(Some(says));
        words.set(String::new());
    };
    let button = move |says: Says| {
        let card = card.clone();
        view! {
            <button type="button" class="button" on:click=move |_| send(says, card.clone())>
                {says.words()}
            </button>
        }
    };
    view! {
        <div class="signs">
            {[Says::Yes, Says::NotLikeThat].map(button.clone()).collect_view()}
            <label>
                "Something to add"
                <textarea
                    rows="2"
                    spellcheck="false"
                    autocapitalize="off"
                    prop:value=move || words.get()
                    on:input=move |event| words.set(event_target_value(&event))
                ></textarea>
            </label>
            {button(Says::Add)}
            <p role="status">{move || sent.get().map(|says| format!("Sent to the chair: {}", says.words()))}</p>
        </div>
    }
}
