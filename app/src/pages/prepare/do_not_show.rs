//! What must not be shown to everybody: addresses, numbers, doors, people. The release check looks for these words.
//!
//! Deliberately not here: a promise. Words that say the same in another way are not found.

use board::command::Command;
use board::guard::{GuardKind, Guarded};
use board::id::{GuardId, PersonId};
use board::sharing::MayKnow;
use board::view::may_know_words;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::editable::{EditForm, Editable};
use super::field::{Pick, Text, filled};
use super::known_by::{KnownBy, KnownByFields};
use crate::live::{Live, new_id};

/// The list, and a form for one more.
#[component]
pub(super) fn DoNotShow(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let chair = move || live.view.with(|view| view.desk.as_ref().is_some_and(|desk| desk.chair));
    let all = Memo::new(move |_| {
        live.view.with(|view| view.desk.as_ref().map_or_else(Vec::new, |desk| desk.do_not_show.clone()))
    });
    let none = move || chair() && all.with(Vec::is_empty);
    let add = move |done| GuardId::try_from(new_id()).ok().map(|id| view! { <GuardForm live id known=None done /> });
    view! {
        <section id="do-not-show" class="sheet">
            <h2>"Do not show"</h2>
            <p>
                "Where somebody lives, a new number, a school door, a refuge, a worker whose name gives a place away. \
                 Before a line goes to people who may not read these words, you are asked to look again."
            </p>
            <Show when=none>
                <p class="hint">"Nothing yet."</p>
            </Show>
            <ul class="known">
                <For
                    each=move || all.get()
                    key=|guarded| (guarded.id.clone(), guarded.words.clone())
                    children=move |guarded| view! { <One live guarded /> }
                />
            </ul>
            <Editable label="Add to the list" form=add />
        </section>
    }
    .into_part()
}

/// One thing on the list.
#[component]
fn One(
    /// The page's connection.
    live: Live,
    /// The thing.
    guarded: Guarded,
) -> impl IntoView {
    let known = StoredValue::new(guarded);
    let called = move |id: &PersonId| {
        live.view.with(|view| view.people.get(id).map_or_else(String::new, |person| person.called().to_owned()))
    };
    let who = move || known.with_value(|guarded| may_know_words(&guarded.may_know, called));
    let take_off = move |_| {
        live.send(Command::Unguard { guard: known.with_value(|guarded| guarded.id.clone()) });
    };
    let form = move |done| {
        let guarded = known.get_value();
        view! { <GuardForm live id=guarded.id.clone() known=Some(guarded) done /> }
    };
    view! {
        <li>
            <Editable label="Change" about=known.with_value(|guarded| guarded.words.clone()) form>
                <p>
                    <b>{known.with_value(|guarded| guarded.words.clone())}</b>
                    {known.with_value(|guarded| format!(" ({}). ", kind_words(guarded.kind)))}
                    {who}
                    "."
                </p>
            </Editable>
            <button type="button" class="button" data-kind="plain" on:click=take_off>
                "Take off the list"
            </button>
        </li>
    }
}

/// Every sort of thing.
const KINDS: [GuardKind; 5] =
    [GuardKind::Address, GuardKind::Phone, GuardKind::Place, GuardKind::Person, GuardKind::Other];

/// A sort of thing in words.
fn kind_words(kind: GuardKind) -> &'static str {
    match kind {
        GuardKind::Address => "an address",
        GuardKind::Phone => "a telephone number",
        GuardKind::Place => "a place",
        GuardKind::Person => "a person",
        GuardKind::Other => "something else",
    }
}

/// The form for one thing.
#[component]
fn GuardForm(
    /// The page's connection.
    live: Live,
    /// Its id.
    id: GuardId,
    /// What is known of it.
    known: Option<Guarded>,
    /// Called when it is stored, or put away.
    done: Callback<()>,
) -> impl IntoView {
    let kind = RwSignal::new(known.as_ref().map_or(GuardKind::Address, |known| known.kind));
    let words = RwSignal::new(known.as_ref().map(|known| known.words.clone()).unwrap_or_default());
    let usual = MayKnow::Professionals;
    let may_know = KnownBy::new(Some(known.as_ref().map_or(&usual, |known| &known.may_know)));
    let of = format!("guard-{id}");
    let id = StoredValue::new(id);
    let make = Callback::new(move |()| {
        let words = filled(words).ok_or("Write the words that must not be shown, then save.")?;
        let may_know = may_know.read()?;
        Ok(Command::Guard { guarded: Guarded { id: id.get_value(), kind: kind.get(), words, may_know } })
    });
    let options = KINDS.map(|kind| (kind, kind_words(kind).to_owned())).to_vec();
    view! {
        <EditForm live title="Do not show" make done>
            <Text label="The words" id=format!("{of}-words") value=words hint="As they would be written: 14 Sallow Court" />
            <Pick label="What it is" id=format!("{of}-kind") options value=kind />
            <KnownByFields live draft=may_know id=format!("{of}-who") label="Who may read it" />
        </EditForm>
    }
}
