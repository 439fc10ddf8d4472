//! What goes back to the children after the conference: the ledger of their words, and the letter to each; the papers, and who has
//! a copy.
//!
//! Deliberately not here: the letter itself. It is a page of its own, with what the chair should know above it. Nor
//! answering a child: that is done at the board, where the words are.

use board::id::{ConferenceId, EntryId};
use board::view::{ChildView, View};
use leptos::prelude::*;

mod copies;
mod ledger;
mod letter;

use crate::given::{Opened, receive};
use crate::live::Live;
use crate::ui::{Bar, DemoMark, IntoPart as _, NotTakenNote, SignInAgain, StatusLine, Stopped};
use copies::Copies;
use ledger::Row;
use letter::LetterForm;

/// How often the page asks whether it is still connected, in seconds.
const HEARTBEAT: u32 = 5;

/// What is said to somebody who reads without a script.
const STILL: &str =
    "<p class=\"news\">This page can be read without JavaScript. To change something, JavaScript must be on.</p>";

/// What the parts of this page work with. A handle: all copies are the same.
#[derive(Debug, Clone, Copy)]
struct Desk {
    live: Live,
    conference: StoredValue<ConferenceId>,
    chair: Memo<bool>,
}

/// The page at `/conferences/:id/after`.
#[component]
pub fn AfterPage() -> impl IntoView {
    match receive() {
        Ok(opened) => view! { <Page opened /> }.into_part(),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

/// A part for each child, and the way to the papers.
#[component]
fn Page(
    /// The conference, as the console has it.
    opened: Opened,
) -> impl IntoView {
    let Opened { id, view, staff } = opened;
    let demo = view.head.demo;
    let live = Live::open(view, format!("/socket/conference/{id}"), HEARTBEAT);
    let chair = Memo::new(move |_| live.view.with(|view| view.desk.as_ref().is_some_and(|desk| desk.chair)));
    let desk = Desk { live, conference: StoredValue::new(id.clone()), chair };
    let address = |page: &str| format!("/conferences/{id}{page}");
    let (board, minutes, family) = (address(""), address("/minutes/professionals"), address("/minutes/family"));
    let (record, checks, copies) = (address("/record"), address("/checks"), address("/copies"));
    let title = move || live.view.with(|view| view.head.title.clone());
    let children = Memo::new(move |_| live.view.with(|view| view.head.children.clone()));
    view! {
        <div class="list after">
            <Bar staff>
                <StatusLine live />
                <DemoMark demo />
                <a class="button" data-kind="main" href=board>"Open the board"</a>
            </Bar>
            <SignInAgain live />
            <NotTakenNote live />
            <main class="stack">
                <h1>"After: " {title}</h1>
                <noscript inner_html=STILL></noscript>
                <p class="answers">
                    <a class="button" href=minutes>"Minutes"</a>
                    <a class="button" href=family>"Minutes for the family"</a>
                    <a class="button" href=record rel="external">"The record"</a>
                    <a class="button" href=checks rel="external">"Before you finish"</a>
                    <a class="button" href=copies rel="external">"Who gets which copy"</a>
                    <a class="button" href="/feedback/results">"What people say of our meetings"</a>
                </p>
                <For
                    each=move || children.get()
                    key=|child| child.id.clone()
                    children=move |child| view! { <ForChild desk child /> }
                />
                <Copies desk />
            </main>
        </div>
    }
    .into_part()
}

/// One child: everything they said with its answer, and their letter.
#[component]
fn ForChild(
    /// What the page works with.
    desk: Desk,
    /// The child.
    child: ChildView,
) -> impl IntoView {
    let ChildView { id, known_as } = child;
    let entries = Memo::new({
        let id = id.clone();
        move |_| desk.live.view.with(|view| said_by(view, &id))
    });
    let none = move || {
        entries
            .with(Vec::is_empty)
            .then(|| view! { <p class="hint">"Nothing is written down from this child yet."</p> })
    };
    let name = known_as.clone();
    view! {
        <section class="sheet stack" aria-label=name>
            <h2>{known_as}</h2>
            <div class="halves">
                <div class="stack">
                    {none}
                    <ul class="ratings">
                        <For
                            each=move || entries.get()
                            key=Clone::clone
                            children=move |entry| view! { <Row desk entry /> }
                        />
                    </ul>
                </div>
                <LetterForm desk child=id />
            </div>
        </section>
    }
}

fn said_by(view: &View, child: &board::id::ChildId) -> Vec<EntryId> {
    let of_child = view.entries.iter().filter(|(_, entry)| entry.child == *child && !entry.removed);
    of_child.map(|(id, _)| id.clone()).collect()
}
