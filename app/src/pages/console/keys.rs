//! The keys of the console. Single letters act only while nobody is writing.
//!
//! Deliberately not here: Alt and function keys. They belong to browsers, case systems and screen readers.

use board::command::Command;
use board::id::CardId;
use board::seat::Showing;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use super::add_box::NEW_LINE;
use super::card_menu::{Item, run};
use super::hand::{Asking, Drawer, Hand, focus_element};
use super::lift::{Lifted, Way};
use super::rail::{Beside, beside, enter};

/// Listens for keys on the whole page, for as long as the console is open.
pub(super) fn listen(hand: Hand) {
    let heard = window_event_listener(leptos::ev::keydown, move |event| on_page(hand, &event));
    on_cleanup(move || heard.remove());
}

/// Whether somebody is writing or choosing, so that letters are theirs.
fn is_writing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| {
        element.closest("input, textarea, select, dialog, [popover], [role=menu]").ok().flatten().is_some()
    })
}

fn on_page(hand: Hand, event: &KeyboardEvent) {
    if event.default_prevented() || event.alt_key() || is_writing(event) {
        return;
    }
    let done = if event.ctrl_key() || event.meta_key() {
        with_control(hand, &event.key().to_lowercase())
    } else {
        alone(hand, &event.key())
    };
    if done {
        event.prevent_default();
    }
}

fn with_control(hand: Hand, key: &str) -> bool {
    match key {
        "z" => hand.send(Command::Undo),
        "y" => hand.send(Command::Redo),
        _ => return false,
    }
    true
}

fn alone(hand: Hand, key: &str) -> bool {
    let chair = hand.chair.get_untracked();
    let stage = hand.live().view.with_untracked(|view| view.stage.clone());
    match key {
        "?" => drop(press("keys-open")),
        "/" => hand.asking.set(Some(Asking::Find)),
        "n" | "N" => focus_element(NEW_LINE),
        "s" | "S" => hand.drawer.set(Some(Drawer::Scale)),
        "p" | "P" => match hand.current.get_untracked() {
            Some(card) => run(hand, &card, Item::Plan),
            None => hand.drawer.set(Some(Drawer::Plan)),
        },
        "m" | "M" => return on_current(hand, Item::Move),
        "g" | "G" => return on_current(hand, Item::Group),
        "b" | "B" if chair => hand.send(Command::Blank { blank: !stage.blank }),
        "c" | "C" if chair => curtain(hand),
        "f" | "F" if chair => show_what_is_open(hand, &stage.showing, stage.held),
        "[" | "]" if chair => {
            let which = if key == "[" { Beside::Before } else { Beside::After };
            if let Some((phase, _)) = hand.live().view.with_untracked(|view| beside(view, which)) {
                enter(hand, phase);
            }
        }
        "Escape" => return leave(hand),
        digit => {
            let at = digit.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
            let phase = at.and_then(|at| stage.phases.get(at));
            return phase.is_some_and(|phase| {
                enter(hand, phase.key.clone());
                true
            });
        }
    }
    true
}

/// Draws the curtain at once, without a question; drawn already, it asks what is shared when it opens.
fn curtain(hand: Hand) {
    if press("curtain-opens").is_none() {
        hand.send(Command::DrawCurtain { paused: None, why: None });
    }
}

/// Presses a button of what the server drew, where it is there.
fn press(id: &str) -> Option<()> {
    document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?.click();
    Some(())
}

/// Does a thing with the current line, when there is one.
fn on_current(hand: Hand, item: Item) -> bool {
    let card = hand.current.get_untracked();
    card.is_some_and(|card| {
        run(hand, &card, item);
        true
    })
}

/// Holds the wall on the plan or the decisions while their drawer is open, else on the column that lies open; or lets it follow the
/// phase again.
fn show_what_is_open(hand: Hand, showing: &Showing, held: bool) {
    let column = || hand.column.with_untracked(|open| open.as_ref().map(|open| Showing::Column(open.key.clone())));
    let open = match hand.drawer.get_untracked() {
        Some(Drawer::Plan) => Some(Showing::Plan),
        Some(Drawer::Decide) => Some(Showing::Decisions),
        Some(Drawer::Tools | Drawer::Scale) | None => column(),
    };
    let already = held && open.as_ref() == Some(showing);
    hand.send(Command::ShowOnWall { showing: open.filter(|_| !already) });
}

/// Leaves the innermost thing: a line in the hand, then a drawer. Nothing that was written goes with it.
fn leave(hand: Hand) -> bool {
    if let Some(lifted) = hand.lifted.get_untracked() {
        put_back(hand, &lifted.card);
        return true;
    }
    let open = hand.drawer.get_untracked().is_some();
    hand.drawer.set(None);
    open
}

/// The keys of one line: arrows go from line to line, or carry this one when it is in the hand.
pub(super) fn on_line(hand: Hand, event: &KeyboardEvent, card: &CardId) {
    let on_itself = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    if on_itself.is_none_or(|element| element.class_name() != "card") || event.ctrl_key() || event.alt_key() {
        return;
    }
    let carried = hand.lifted.with_untracked(|lifted| lifted.as_ref().is_some_and(|lifted| lifted.card == *card));
    match (event.key().as_str(), carried) {
        (" ", false) => pick_up(hand, card),
        (" " | "Enter", true) => put_down(hand),
        ("Escape", true) => put_back(hand, card),
        ("ArrowUp", true) => carry(hand, Way::Up),
        ("ArrowDown", true) => carry(hand, Way::Down),
        ("ArrowLeft", true) => carry(hand, Way::Back),
        ("ArrowRight", true) => carry(hand, Way::On),
        ("Enter", false) => hand.menu.set(Some(card.clone())),
        ("ArrowUp", false) => go(hand, card, Go::Up),
        ("ArrowDown", false) => go(hand, card, Go::Down),
        ("Home", false) => go(hand, card, Go::First),
        ("End", false) => go(hand, card, Go::Last),
        (_, true | false) => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Where the arrows go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Go {
    Up,
    Down,
    First,
    Last,
}

fn go(hand: Hand, from: &CardId, way: Go) {
    let column = hand.column.get_untracked();
    let Some(column) = column else {
        return;
    };
    let ids: Vec<CardId> =
        hand.live().view.with_untracked(|view| view.lines(&column).map(|card| card.id.clone()).collect());
    let at = ids.iter().position(|id| id == from).unwrap_or(0);
    let to = match way {
        Go::Up => at.saturating_sub(1),
        Go::Down => at + 1,
        Go::First => 0,
        Go::Last => ids.len().saturating_sub(1),
    };
    if let Some(to) = ids.get(to) {
        hand.focus(to);
    }
}

/// Picks a line up where it stands.
pub(super) fn pick_up(hand: Hand, card: &CardId) {
    let lifted = hand.live().view.with_untracked(|view| {
        let lifted = Lifted::pick_up(view, card)?;
        Some((lifted.words(view), lifted))
    });
    if let Some((words, lifted)) = lifted {
        hand.lifted.set(Some(lifted));
        hand.said.set(format!("Picked up from {words}. Arrows move it, Space puts it down, Escape puts it back."));
        hand.focus(card);
    }
}

fn carry(hand: Hand, way: Way) {
    let Some(lifted) = hand.lifted.get_untracked() else {
        return;
    };
    let there = hand.live().view.with_untracked(|view| {
        let there = lifted.step(view, way)?;
        Some((there.words(view), there))
    });
    match there {
        Some((words, there)) => {
            hand.follow(&there);
            hand.said.set(format!("Moved to {words}"));
            hand.lifted.set(Some(there));
        }
        None => hand.said.set("It cannot go further that way".to_owned()),
    }
}

/// Puts the line in the hand down where it would stand.
pub(super) fn put_down(hand: Hand) {
    let Some(lifted) = hand.lifted.get_untracked() else {
        return;
    };
    let (command, words) = hand.live().view.with_untracked(|view| (lifted.put_down(view), lifted.words(view)));
    hand.lifted.set(None);
    hand.send(command);
    hand.said.set(format!("Put down in {words}"));
    hand.keep_focus(&lifted.card);
}

/// Puts the line in the hand back where it was.
pub(super) fn put_back(hand: Hand, card: &CardId) {
    hand.lifted.set(None);
    hand.said.set("Put back where it was".to_owned());
    hand.focus(card);
}
