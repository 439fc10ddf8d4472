//! The browser's end of the socket: connects, says that it is there, and connects again for ever.
//!
//! Deliberately not here: what frames mean (that is `board::replica`). What this device has sent is dropped only when
//! the server has said that it is stored, so a lost connection loses nothing.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use board::command::Command;
use board::id::CommandId;
use board::replica::{Outcome, Pending, Replica, Returned};
use board::wire::{Close, FromClient, FromServer, PROTOCOL};
use gloo_timers::callback::{Interval, Timeout};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CloseEvent, MessageEvent, WebSocket};

use super::kept::{Found, Kept};
use super::leaving::warn_before_leaving;
use super::words::words_in;
use super::{Draft, Live, NotTaken, Refused, Status, new_id, renewed, time_now};

/// How long to wait before each new try, in milliseconds; the last one is repeated for ever.
const BACKOFF: [u32; 6] = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/// How many heartbeats may go unanswered before the connection counts as lost.
const MISSED: u32 = 2;

const LONG_AGO: &str =
    "It is from more than an hour ago, so it was not sent by itself. If it still holds, put it in once more.";

const UNREADABLE: &str = "The server could not read this, so it is not saved. Your words are kept here: make them shorter, \
     or load the page again and put them in once more. Everything else goes on.";

/// One page's end of the connection.
pub(super) struct Link {
    live: Live,
    address: String,
    replica: Replica,
    kept: Rc<Kept>,
    /// Whether what was kept has been looked at. It is sent before everything else, or an older choice would come after a newer
    /// one; and nothing is sent before it is known who is at this page.
    looked: bool,
    socket: Option<WebSocket>,
    /// Whether the server has greeted this socket with a view.
    greeted: bool,
    tries: usize,
    missed: u32,
    ended: bool,
}

pub(super) type Shared = Rc<RefCell<Link>>;

/// Runs the connection for as long as the page lives.
pub(super) fn run(live: Live, address: String, heartbeat: u32) {
    let link = Rc::new(RefCell::new(Link {
        live,
        kept: Kept::of(&address),
        address,
        replica: Replica::new(live.view.get_untracked()),
        looked: false,
        socket: None,
        greeted: false,
        tries: 0,
        missed: 0,
        ended: false,
    }));
    connect(&link);
    beat(&link, heartbeat);
    hear_the_network(&link);
    warn_before_leaving(live);
    let boxes = Rc::clone(&link);
    Effect::new(move |_| {
        let commands = live.outbox.get();
        if commands.is_empty() {
            return;
        }
        live.outbox.update_untracked(Vec::clear);
        for command in commands {
            take_up(&link, command);
        }
    });
    Effect::new(move |_| {
        live.drafts.track();
        live.found.track();
        boxes.borrow().keep();
    });
}

fn take_up(link: &Shared, command: Arc<Command>) {
    let Ok(id) = CommandId::try_from(new_id()) else {
        return;
    };
    let pending = Pending { id, command };
    link.borrow_mut().replica.push(pending.clone());
    link.borrow().send_command(&pending);
    link.borrow().show();
}

fn connect(link: &Shared) {
    let address = {
        let link = link.borrow();
        let Some(address) = socket_address(&link.address) else {
            return;
        };
        address
    };
    let Ok(socket) = WebSocket::new(&address) else {
        again(link);
        return;
    };
    on_open(link, &socket);
    on_message(link, &socket);
    on_close(link, &socket);
    let mut link = link.borrow_mut();
    link.socket = Some(socket);
    link.greeted = false;
}

fn socket_address(path: &str) -> Option<String> {
    let location = web_sys::window()?.location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    Some(format!("{scheme}://{}{path}", location.host().ok()?))
}

fn on_open(link: &Shared, socket: &WebSocket) {
    let link = Rc::clone(link);
    let opened = Closure::<dyn FnMut()>::new(move || {
        link.borrow().send(&FromClient::Hello { protocol: PROTOCOL, build: renewed::build() });
    });
    socket.set_onopen(Some(opened.as_ref().unchecked_ref()));
    // The closure lives as long as the socket; there is one for each connection, and the browser drops it with it.
    opened.forget();
}

fn on_message(link: &Shared, socket: &WebSocket) {
    let link = Rc::clone(link);
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(text) = event.data().as_string() else {
            return;
        };
        match board::lean::read::<FromServer>(&text) {
            Ok(frame) => take_in(&link, frame),
            // Only another build speaks otherwise. Nothing that is unsent here is lost by loading the page again.
            Err(_) => renewed::begin(&link),
        }
    });
    socket.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

fn on_close(link: &Shared, socket: &WebSocket) {
    let link = Rc::clone(link);
    let this = socket.clone();
    let closed = Closure::<dyn FnMut(CloseEvent)>::new(move |event: CloseEvent| {
        let current = link.borrow().socket.as_ref() == Some(&this);
        if current {
            lost(&link, Close::from_code(event.code()));
        }
    });
    socket.set_onclose(Some(closed.as_ref().unchecked_ref()));
    closed.forget();
}

fn take_in(link: &Shared, frame: FromServer) {
    let greeting = matches!(frame, FromServer::Snapshot { .. });
    let outcome = {
        let mut link = link.borrow_mut();
        link.missed = 0;
        if greeting {
            link.tries = 0;
        }
        link.replica.take_in(frame)
    };
    if greeting && !link.borrow().greeted {
        link.borrow_mut().greeted = true;
        link.borrow().live.signed_out.set(false);
        link.borrow().send_all();
    }
    match outcome {
        Outcome::Fresh => link.borrow().show(),
        Outcome::Refused { command, why, message } => {
            let live = link.borrow().live;
            live.refused.set(Some(Refused { command, why, message }));
            link.borrow().show();
        }
        Outcome::ReturnedRefused { returned, message } => {
            not_taken(link.borrow().live, &returned, message);
            link.borrow().show();
        }
        Outcome::Key { key, place } => take_back(link, key, &place),
        Outcome::SendAgain => {
            let link = Rc::clone(link);
            Timeout::new(1_000, move || link.borrow().send_all()).forget();
        }
        Outcome::Resync => link.borrow().send(&FromClient::Resync),
        Outcome::Renewed => renewed::begin(link),
        Outcome::Nothing => {}
    }
}

/// Takes up what this device had asked for before its page was loaded again, and sends it.
fn take_back(link: &Shared, key: String, place: &str) {
    let kept = Rc::clone(&link.borrow().kept);
    if kept.is_somebody_elses(&key) {
        // What is unsent here is somebody else's, and lies sealed until they are back.
        link.borrow_mut().looked = false;
        load_again();
        return;
    }
    let link = Rc::clone(link);
    kept.open(key, place, move |Found { returned, is_from_long_ago, drafts }| {
        let live = link.borrow().live;
        live.found.set(drafts);
        if is_from_long_ago {
            for returned in &returned {
                not_taken(live, returned, LONG_AGO.to_owned());
            }
        } else {
            link.borrow_mut().replica.take_back(returned);
        }
        link.borrow_mut().looked = true;
        link.borrow().send_all();
        link.borrow().show();
    });
}

/// A lost connection is tried again, unless the server has said that this page has no place any more.
fn lost(link: &Shared, close: Option<Close>) {
    if close == Some(Close::Paused) {
        step_aside(link);
        return;
    }
    // A page that was not greeted has said nothing of its own yet.
    if close == Some(Close::Malformed) && link.borrow().greeted {
        give_up_unreadable(link);
    }
    {
        let mut link = link.borrow_mut();
        link.socket = None;
        link.greeted = false;
        link.ended = match close {
            // The pages of staff go on trying: somebody signs in again in their frame, and what is unsent here is sent then.
            Some(Close::SignedOut) => !cfg!(any(feature = "console", feature = "desk")),
            Some(Close::Protocol | Close::SeatClosed) => true,
            Some(Close::Malformed | Close::Restarting | Close::Paused) | None => false,
        };
    }
    if close == Some(Close::Protocol) {
        link.borrow().live.too_old.set(true);
        renewed::begin(link);
    }
    if close == Some(Close::SignedOut) {
        link.borrow().live.signed_out.set(true);
    }
    link.borrow().show();
    if !link.borrow().ended {
        again(link);
    }
}

/// What the server cannot read it will never read: sent again and again it would hold up all that comes after it.
fn give_up_unreadable(link: &Shared) {
    let live = link.borrow().live;
    let returned = link.borrow_mut().replica.give_up_oldest_returned();
    if let Some(returned) = returned {
        not_taken(live, &returned, UNREADABLE.to_owned());
        return;
    }
    let given_up = link.borrow_mut().replica.give_up_oldest();
    if let Some(command) = given_up {
        live.refused.set(Some(Refused { command, why: None, message: UNREADABLE.to_owned() }));
    }
}

/// Gives back what somebody wrote before the page was loaded again.
fn not_taken(live: Live, returned: &Returned, message: String) {
    let words = words_in(&returned.frame);
    live.not_taken.update(|all| all.push(NotTaken { words, message }));
}

/// Nothing of the conference is for this seat just now. What stands here goes at once, and loading the page again lets go of all
/// that its program held. A person's own words that were not sent stay sealed until the server gives them the key again, and so
/// to nobody else who is in by then.
fn step_aside(link: &Shared) {
    link.borrow_mut().ended = true;
    let (unsent, drafts) = (link.borrow().unsent(), link.borrow().drafts());
    link.borrow().kept.keep_and(&unsent, drafts, load_again);
    if let Some(body) = document().body() {
        body.set_inner_html("");
    }
}

fn load_again() {
    let window = window();
    window.set_onbeforeunload(None);
    if window.location().reload().is_err() {
        leptos::logging::warn!("the page could not be loaded again");
    }
}

fn again(link: &Shared) {
    let wait = {
        let mut link = link.borrow_mut();
        let at = link.tries.min(BACKOFF.len() - 1);
        link.tries += 1;
        BACKOFF.get(at).copied().unwrap_or(15_000)
    };
    // A room full of devices must not come back in the same instant.
    let jitter = u32::from(new_id().bytes().next().unwrap_or(0)) * wait / 850;
    let link = Rc::clone(link);
    Timeout::new(wait + jitter, move || {
        if link.borrow().socket.is_none() {
            connect(&link);
        }
    })
    .forget();
}

/// Asks whether the connection is there; after some silence it counts as lost.
fn beat(link: &Shared, seconds: u32) {
    let link = Rc::clone(link);
    Interval::new(seconds * 1_000, move || {
        let silent = {
            let mut link = link.borrow_mut();
            if link.socket.is_none() {
                return;
            }
            link.missed += 1;
            link.missed > MISSED
        };
        if silent {
            drop_socket(&link);
        } else {
            link.borrow().send(&FromClient::Ping);
        }
    })
    .forget();
}

fn drop_socket(link: &Shared) {
    let socket = link.borrow_mut().socket.take();
    if let Some(socket) = socket {
        // Closing waits for the other side, which may be gone; the link does not wait for it.
        let _ = socket.close();
    }
    link.borrow_mut().missed = 0;
    lost(link, None);
}

/// The browser often knows first that the network went away or came back.
fn hear_the_network(link: &Shared) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let gone_link = Rc::clone(link);
    let gone = Closure::<dyn FnMut()>::new(move || {
        if gone_link.borrow().socket.is_some() {
            drop_socket(&gone_link);
        }
    });
    let back_link = Rc::clone(link);
    let back = Closure::<dyn FnMut()>::new(move || {
        back_link.borrow_mut().tries = 0;
        if back_link.borrow().socket.is_none() && !back_link.borrow().ended {
            connect(&back_link);
        }
    });
    let heard = window.add_event_listener_with_callback("offline", gone.as_ref().unchecked_ref());
    let heard = heard.and(window.add_event_listener_with_callback("online", back.as_ref().unchecked_ref()));
    if heard.is_ok() {
        gone.forget();
        back.forget();
    }
}

impl Link {
    /// Whether everything that was asked for here is stored.
    pub(super) fn has_sent_all(&self) -> bool {
        self.replica.waiting() == 0
    }

    /// What this connection shows.
    pub(super) fn live(&self) -> Live {
        self.live
    }

    fn send(&self, frame: &FromClient) {
        if let Ok(text) = serde_json::to_string(frame) {
            self.send_text(&text);
        }
    }

    fn send_text(&self, text: &str) {
        if let Some(socket) = &self.socket {
            // A socket that cannot send is about to close, and everything unsent goes again on the next one.
            let _ = socket.send_with_str(text);
        }
    }

    fn send_command(&self, pending: &Pending) {
        if self.greeted && self.looked {
            self.send(&said(pending));
        }
    }

    fn send_all(&self) {
        if self.greeted && self.looked {
            self.replica.returned().iter().for_each(|returned| self.send_text(&returned.frame));
        }
        for pending in self.replica.pending() {
            self.send_command(pending);
        }
    }

    /// Everything that is not confirmed, as the frames that say it.
    fn unsent(&self) -> Vec<Returned> {
        let pending = self.replica.pending().filter_map(|pending| {
            Some(Returned { id: pending.id.clone(), frame: serde_json::to_string(&said(pending)).ok()? })
        });
        self.replica.returned().iter().cloned().chain(pending).collect()
    }

    /// What stands in boxes, and what is still to come back into one.
    fn drafts(&self) -> Vec<Draft> {
        let of = |boxes: RwSignal<Vec<Draft>>| boxes.get_untracked();
        of(self.live.drafts).into_iter().chain(of(self.live.found)).collect()
    }

    /// Keeps all of it over a reload.
    fn keep(&self) {
        self.kept.keep(&self.unsent(), self.drafts());
    }

    /// Draws what is known now.
    fn show(&self) {
        let view = self.replica.shown();
        let unsent = view.cards.keys().filter(|card| self.replica.is_unsent(card)).cloned().collect();
        let waiting = self.replica.waiting();
        self.keep();
        // A page that is only too old has not lost its place.
        let closed = self.ended && !self.live.renewed.get_untracked();
        let status = match (closed, self.greeted, waiting) {
            (true, _, _) => Status::Ended,
            (false, true, 0) => Status::Saved(Some(time_now())),
            (false, true, _) => Status::Saving,
            (false, false, waiting) => Status::Unsent(waiting),
        };
        if self.greeted {
            self.live.fresh_at.set(time_now());
        }
        self.live.view.set(view);
        self.live.unsent.set(unsent);
        self.live.status.set(status);
    }
}

/// The frame that says a command.
fn said(pending: &Pending) -> FromClient {
    FromClient::Command { id: pending.id.clone(), command: Arc::clone(&pending.command) }
}
