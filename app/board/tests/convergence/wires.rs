//! A device and its wire: frames are lost, come twice or in another order, and the line is cut; at the end the device shows
//! what the server has, and nothing it asked for is missing or done twice.
//!
//! Deliberately not here: the server's own cursor. This one does what it promises, in a few lines.

use std::collections::BTreeSet;

use board::audience::Audience;
use board::command::Command;
use board::decide::Actor;
use board::id::CommandId;
use board::replica::{Outcome, Pending, Replica, Returned};
use board::view::{View, project};
use board::wire::{FromClient, FromServer};
use proptest::prelude::*;

use super::commands::{Asked, asked};
use super::{many, over_the_wire};
use crate::common::{Room, id};

/// The server's end of one connection: what it last sent, which commands it has still to confirm, and its log.
struct Cursor {
    audience: Audience,
    /// Counts on over reconnects, so that no revision ever means two things.
    rev: u32,
    sent: Option<(u32, View)>,
    done: Vec<CommandId>,
    log: BTreeSet<CommandId>,
}

impl Cursor {
    /// The frames that bring the client up to now: the view first, and then which commands are in it.
    fn frames(&mut self, room: &Room) -> Vec<FromServer> {
        let now = project(&room.state, &self.audience);
        self.rev += 1;
        let rev = self.rev;
        let frame = match &self.sent {
            Some((base, old)) => FromServer::Patch { base: *base, rev, patch: Box::new(old.diff(&now)) },
            None => FromServer::Snapshot { rev, view: Box::new(now.clone()) },
        };
        self.sent = Some((rev, now));
        let done = self.done.drain(..).map(|id| FromServer::Done { id });
        std::iter::once(frame).chain(done).collect()
    }

    /// A command arrives, perhaps for the second time; the log remembers.
    fn command(&mut self, room: &mut Room, actor: &Actor, id: CommandId, command: &Command) -> Option<FromServer> {
        if self.log.contains(&id) {
            self.done.push(id);
            return None;
        }
        match room.tell(actor, command) {
            Ok(_) => {
                self.log.insert(id.clone());
                self.done.push(id);
                None
            }
            Err(why) => Some(FromServer::Rejected { id, message: why.to_string(), why: Some(why) }),
        }
    }
}

/// What befalls a frame, or the line.
#[derive(Debug, Clone, Copy)]
enum Luck {
    Arrives,
    Twice,
    Lost,
    /// What the device asked for comes in another order: an old connection ends after a new one has begun.
    Shuffled,
    Cut,
}

fn luck() -> impl Strategy<Value = Luck> {
    prop_oneof![
        4 => Just(Luck::Arrives),
        1 => Just(Luck::Twice),
        1 => Just(Luck::Lost),
        1 => Just(Luck::Shuffled),
        1 => Just(Luck::Cut)
    ]
}

struct Device {
    replica: Replica,
    cursor: Cursor,
    actor: Actor,
}

impl Device {
    fn new(room: &Room, audience: Audience, actor: Actor) -> Self {
        let replica = Replica::new(project(&room.state, &audience));
        let cursor = Cursor { audience, rev: 0, sent: None, done: Vec::new(), log: BTreeSet::new() };
        Self { replica, cursor, actor }
    }

    fn receives(&mut self, frame: &FromServer) {
        if self.replica.take_in(over_the_wire(frame)) == Outcome::Resync {
            self.cursor.sent = None;
        }
    }

    /// Sends every command the server has not confirmed, with the ids they have.
    fn sends(&mut self, room: &mut Room, luck: Luck) {
        let lost = matches!(luck, Luck::Lost | Luck::Cut);
        let mut pending: Vec<Pending> = self.replica.pending().cloned().collect();
        if matches!(luck, Luck::Shuffled) {
            pending.reverse();
        }
        for Pending { id, command } in pending {
            let frame = over_the_wire(&FromClient::Command { id, command });
            let FromClient::Command { id, command } = frame else { unreachable!() };
            if let Some(refused) = self.cursor.command(room, &self.actor, id, &command)
                && !lost
            {
                self.receives(&refused);
            }
        }
    }

    fn one_round(&mut self, room: &mut Room, luck: Luck) {
        self.sends(room, luck);
        let frames = self.cursor.frames(room);
        let times = match luck {
            Luck::Arrives | Luck::Shuffled => 1,
            Luck::Twice => 2,
            Luck::Lost => 0,
            Luck::Cut => {
                self.cursor.sent = None;
                0
            }
        };
        for frame in frames.iter().flat_map(|frame| std::iter::repeat_n(frame, times)) {
            self.receives(frame);
        }
    }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn every_device_ends_with_what_the_server_has(
        rounds in proptest::collection::vec((asked(), luck(), luck(), luck()), 1..30),
    ) {
        let mut room = Room::small();
        let mut chair = Device::new(&room, Audience::Chair, Actor::Chair);
        let mut wall = Device::new(&room, Audience::Wall, Actor::Wall);
        let mut mum = Device::new(&room, Audience::Person(id("mum")), Actor::Person(id("mum")));
        for (at, (Asked { actor, command }, first, second, third)) in rounds.into_iter().enumerate() {
            let pending = Pending { id: id(&format!("c{at}")), command: command.into() };
            match actor {
                Actor::Chair => chair.replica.push(pending),
                Actor::Person(_) => mum.replica.push(pending),
                Actor::Clerk
                | Actor::SocialWorker(_)
                | Actor::Support
                | Actor::Tablet(_)
                | Actor::SideRoom(_)
                | Actor::Lobby(_)
                | Actor::Wall => drop(room.tell(&actor, &pending.command)),
            }
            chair.one_round(&mut room, first);
            wall.one_round(&mut room, second);
            mum.one_round(&mut room, third);
        }
        for device in [&mut chair, &mut wall, &mut mum] {
            for _ in 0..3 {
                device.one_round(&mut room, Luck::Arrives);
            }
        }
        // What one device asked for last has to reach the others too.
        for device in [&mut chair, &mut wall, &mut mum] {
            device.one_round(&mut room, Luck::Arrives);
            prop_assert_eq!(device.replica.pending().len(), 0);
            prop_assert_eq!(device.replica.shown(), project(&room.state, &device.cursor.audience));
        }
    }
}

#[test]
fn what_a_device_asked_for_is_shown_at_once_and_marked_until_the_server_has_it() {
    let mut room = Room::small();
    let mut chair = Device::new(&room, Audience::Chair, Actor::Chair);
    chair.one_round(&mut room, Luck::Arrives);
    let command: Command = crate::common::from_json(serde_json::json!({ "do": "add_card", "card": {
        "id": "N1", "section": "light", "words": "A friend", "line": "family", "source": { "person": "mum" } } }));
    chair.replica.push(Pending { id: id("c1"), command: command.into() });
    assert_eq!(chair.replica.shown().cards.get(&id("N1")).unwrap().words, "A friend");
    assert!(chair.replica.is_unsent(&id("N1")));
    assert!(!room.state.record.cards.has(&id("N1")), "nobody else has it yet");

    chair.one_round(&mut room, Luck::Lost);
    assert!(chair.replica.is_unsent(&id("N1")), "stored, and this device does not know it yet");
    for _ in 0..2 {
        chair.one_round(&mut room, Luck::Arrives);
    }
    assert!(!chair.replica.is_unsent(&id("N1")));
    assert_eq!(
        room.state.record.cards.iter().filter(|card| card.words == "A friend").count(),
        1,
        "sent twice, there once"
    );
}

#[test]
fn what_the_server_refuses_goes_from_the_device_with_the_reason() {
    let mut room = Room::small();
    let mut mum = Device::new(&room, Audience::Person(id("mum")), Actor::Person(id("mum")));
    mum.one_round(&mut room, Luck::Arrives);
    let before = mum.replica.shown();
    let command: Command = crate::common::from_json(serde_json::json!({ "do": "remove_card", "card": "C1" }));
    mum.replica.push(Pending { id: id("c1"), command: command.clone().into() });
    assert!(!mum.replica.shown().cards.contains_key(&id("C1")));
    let why = board::rejection::Rejection::NotYours;
    let refused = FromServer::Rejected { id: id("c1"), message: why.to_string(), why: Some(why.clone()) };
    let outcome = mum.replica.take_in(refused);
    assert_eq!(outcome, Outcome::Refused { command: command.into(), message: why.to_string(), why: Some(why) });
    assert_eq!(mum.replica.shown(), before);
}

#[test]
fn what_the_server_cannot_read_is_given_up_and_what_comes_after_it_is_not() {
    let mut room = Room::small();
    let mut mum = Device::new(&room, Audience::Person(id("mum")), Actor::Person(id("mum")));
    mum.one_round(&mut room, Luck::Arrives);
    let offer = |offer: &str| -> Command {
        crate::common::from_json(
            serde_json::json!({ "do": "offer_line", "offer": offer, "words": format!("Words of {offer}") }),
        )
    };
    let (unreadable, next) = (offer("O1"), offer("O2"));
    mum.replica.push(Pending { id: id("c1"), command: unreadable.clone().into() });
    mum.replica.push(Pending { id: id("c2"), command: next.into() });
    assert_eq!(
        mum.replica.give_up_oldest(),
        Some(unreadable.into()),
        "with its words, to be shown to whoever wrote them"
    );
    for _ in 0..2 {
        mum.one_round(&mut room, Luck::Arrives);
    }
    assert_eq!(mum.replica.pending().len(), 0);
    let offered: Vec<&str> = room.state.record.offers.iter().map(|offer| offer.words.as_str()).collect();
    assert!(offered.contains(&"Words of O2") && !offered.contains(&"Words of O1"), "{offered:?}");
}

#[test]
fn what_was_kept_over_a_reload_counts_until_the_server_has_it_and_comes_back_with_its_words_if_not() {
    let room = Room::small();
    let mut mum = Device::new(&room, Audience::Person(id("mum")), Actor::Person(id("mum")));
    let kept = |name: &str| Returned { id: id(name), frame: format!("the frame of {name}") };
    mum.replica.take_back(vec![kept("k1"), kept("k2"), kept("k3")]);
    assert_eq!(mum.replica.waiting(), 3);
    mum.receives(&FromServer::Done { id: id("k1") });
    let refused = FromServer::Rejected { id: id("k2"), message: "Too late".to_owned(), why: None };
    let outcome = mum.replica.take_in(refused.clone());
    assert_eq!(outcome, Outcome::ReturnedRefused { returned: kept("k2"), message: "Too late".to_owned() });
    assert_eq!(mum.replica.take_in(refused), Outcome::Nothing, "said once");
    assert_eq!(mum.replica.returned(), [kept("k3")]);
    assert_eq!(mum.replica.give_up_oldest_returned(), Some(kept("k3")), "and what the server cannot read");
    assert_eq!(mum.replica.waiting(), 0);
}
