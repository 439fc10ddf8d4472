//! What the stories share: the demonstrations, a small conference, and a room in which commands are given.
//!
//! Deliberately not here: any expectation. Each story says for itself what should happen.

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use board::command::Command;
use board::decide::{Actor, Context, Decided, Who, decide, keep};
use board::event::{Batch, Event, Intent};
use board::framework::{Framework, parse};
use board::keeping::Keeping;
use board::record::Record;
use board::rejection::Rejection;
use board::state::State;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// An id of whatever kind is wanted.
pub fn id<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// A value written as JSON, which is how people write one.
pub fn from_json<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// A file beside the tests.
pub fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The first conference of a brother and a sister, or the review for a girl of thirteen.
pub fn demo(name: &str) -> Record {
    serde_json::from_str(&text(&format!("../../../server/demo/{name}.json"))).unwrap()
}

/// Both demonstrations, by name.
pub const DEMOS: [&str; 2] = ["1-initial", "2-review"];

/// The method that no code has heard of.
pub fn kitchen_table() -> Framework {
    parse(include_str!("../data/kitchen-table.toml")).unwrap()
}

/// A conference small enough to be read in one go, with that method.
pub fn small() -> Record {
    let mut record: Value = serde_json::from_str(include_str!("../data/small.json")).unwrap();
    record["format"] = json!(board::record::FORMAT);
    record["framework"] = serde_json::to_value(kitchen_table()).unwrap();
    from_json(record)
}

/// The state after everything in a record has happened.
pub fn state_of(record: &Record) -> State {
    let opening = Batch {
        command: id("opening"),
        actor: "server".to_owned(),
        at: "2026-09-24T12:00:00Z".parse().unwrap(),
        intent: Intent::Do,
        events: record.to_events(),
    };
    State::opened(&opening).unwrap()
}

/// When everything is asked.
pub const NOW: &str = "2026-09-24T12:46:00Z";

/// Whoever asks for something: most stories need no account, and say only what somebody is at the conference.
pub trait Asks {
    fn who(&self) -> Who;
}

impl Asks for Actor {
    fn who(&self) -> Who {
        self.clone().into()
    }
}

impl Asks for Who {
    fn who(&self) -> Who {
        self.clone()
    }
}

/// A room: a conference, and what people ask of it one after the other.
pub struct Room {
    pub state: State,
    asked: u32,
}

impl Room {
    /// The small conference, before anybody has asked for anything.
    pub fn small() -> Self {
        Self::of(&small())
    }

    /// A conference from its record.
    pub fn of(record: &Record) -> Self {
        Self { state: state_of(record), asked: 0 }
    }

    fn decided(&self, by: &impl Asks, command: &Command) -> Result<Decided, Rejection> {
        decide(&self.state, &by.who(), command, Context { now: NOW.parse().unwrap() })
    }

    /// Gives a command, and what it makes happen is stored.
    pub fn tell(&mut self, by: &impl Asks, command: &Command) -> Result<Vec<Event>, Rejection> {
        let Decided { intent, events } = self.decided(by, command)?;
        self.stores(by, intent, &events);
        Ok(events)
    }

    /// Gives a command that nobody should refuse.
    pub fn does(&mut self, by: &impl Asks, command: Value) -> Vec<Event> {
        let command = from_json(command);
        self.tell(by, &command).unwrap_or_else(|why| panic!("{command:?} was refused: {why}"))
    }

    /// Puts something down at the record's pages that nobody should refuse.
    pub fn keeps(&mut self, by: &impl Asks, keeping: &Keeping) -> Vec<Event> {
        let context = Context { now: NOW.parse().unwrap() };
        let decided = keep(&self.state, &by.who(), keeping, context);
        let Decided { intent, events } = decided.unwrap_or_else(|why| panic!("{keeping:?} was refused: {why}"));
        self.stores(by, intent, &events);
        events
    }

    fn stores(&mut self, by: &impl Asks, intent: Intent, events: &[Event]) {
        self.asked += 1;
        if !events.is_empty() {
            self.state.take_in(&Batch {
                command: id(&format!("command-{}", self.asked)),
                actor: by.who().name(),
                at: NOW.parse().unwrap(),
                intent,
                events: events.to_vec(),
            });
        }
    }

    /// Gives a command that should be refused, and says why it was.
    pub fn refuses(&mut self, by: &impl Asks, command: Value) -> Rejection {
        let command = from_json(command);
        let before = self.state.clone();
        let why = match self.tell(by, &command) {
            Ok(events) => panic!("{command:?} was not refused: {events:?}"),
            Err(why) => why,
        };
        assert_eq!(self.state, before, "a refusal changes nothing");
        why
    }

    /// The words of a card as they stand.
    pub fn words(&self, card: &str) -> &str {
        &self.state.record.cards.get(&id(card)).unwrap().words
    }
}

/// A picture with this id, as an entry names it.
pub fn picture(id: &str, alt: Option<&str>) -> Value {
    json!({ "id": id, "alt": alt, "kind": "drawn", "width": 8, "height": 6, "fingerprint": "0f".repeat(32) })
}

/// The accounts of two chairs.
pub const CHAIRS: [&str; 2] = ["0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e71", "0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e72"];

/// Two chairs of one conference, each signed in with an account of their own.
pub fn two_chairs() -> [Who; 2] {
    CHAIRS.map(|account| Who::signed_in(Actor::Chair, id(account)))
}

/// The person of this id, at their own device.
pub fn person(text: &str) -> Actor {
    Actor::Person(id(text))
}

/// The tablet of this child.
pub fn tablet(text: &str) -> Actor {
    Actor::Tablet(id(text))
}
