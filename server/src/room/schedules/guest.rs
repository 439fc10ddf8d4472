//! Somebody who comes and goes, as a connection does: asks for a room, listens, says what they have to say, and is shown
//! the rest. Whatever they are shown is held against the log at that moment.
//!
//! Deliberately without a socket, and without a wait for time: how long somebody lags is a number of turns that others have.

use std::collections::BTreeSet;
use std::sync::Arc;

use board::audience::Onlooker;
use board::command::Command;
use board::decide::Who;
use board::id::CommandId;
use board::view::View;
use board::wire::FromServer;
use serde_json::json;

use super::dice::Dice;
use super::shelf::Shelf;
use super::{ALL, LINES, Node, id, pause};
use crate::room::{Answer, Due, Listening, RoomHandle};

/// The longest that somebody lags, in turns of others.
const LONGEST: u64 = 40;

/// In how many of a hundred times a connection breaks while something is said.
const BREAKS: u64 = 30;

pub(super) struct Guest {
    who: Who,
    onlooker: Onlooker,
    /// They come to any of them, as through a proxy.
    nodes: Vec<Arc<Node>>,
    shelf: Arc<Shelf>,
    dice: Dice,
    /// What they have still to say.
    unsaid: Vec<(CommandId, Command)>,
    /// What they were told is saved.
    saved: Vec<CommandId>,
    /// What they see; nothing before they were shown something.
    view: Option<View>,
    differences: usize,
    wholes: usize,
}

/// What somebody takes home.
pub(super) struct Left {
    pub(super) onlooker: Onlooker,
    pub(super) view: Option<View>,
    pub(super) saved: Vec<CommandId>,
    pub(super) differences: usize,
    pub(super) wholes: usize,
}

fn line(id: &str) -> Command {
    let card = json!({
        "id": id, "section": "harm", "words": "Said at the table", "line": "reported", "source": { "agency": "Police" },
        "may_know": { "who": "everyone" },
    });
    Command::AddCard { card: serde_json::from_value(card).unwrap() }
}

impl Guest {
    pub(super) fn new(
        name: &str,
        who: Who,
        onlooker: Onlooker,
        nodes: Vec<Arc<Node>>,
        shelf: &Arc<Shelf>,
        dice: Dice,
    ) -> Self {
        let lines = (0..LINES).map(|at| format!("{name}-{at}"));
        let unsaid = lines.map(|id| (id.parse().unwrap(), line(&id))).collect();
        let shelf = Arc::clone(shelf);
        Self { who, onlooker, nodes, shelf, dice, unsaid, saved: Vec::new(), view: None, differences: 0, wholes: 0 }
    }

    /// Comes as often as it takes to have said and seen everything.
    pub(super) async fn stay(mut self) -> Left {
        while !self.has_everything() {
            self.come().await;
        }
        let Self { onlooker, view, saved, differences, wholes, .. } = self;
        Left { onlooker, view, saved, differences, wholes }
    }

    fn has_everything(&self) -> bool {
        self.unsaid.is_empty() && self.shown().len() == ALL
    }

    /// One visit, until it is broken off.
    async fn come(&mut self) {
        let (rooms, stopping) = self.dice.one_of(&self.nodes).now();
        let Ok(room) = rooms.room(&id()).await else { return self.lag().await };
        self.lag().await;
        let Ok(listening) = room.listen(self.onlooker.clone()).await else { return };
        let mut visit = Visit { listening, rev: None };
        while !self.has_everything() {
            match self.dice.below(12) {
                0 => return,
                1..6 => self.lag().await,
                6..9 if !self.unsaid.is_empty() => {
                    if !self.says_something(&room, &mut visit).await {
                        return;
                    }
                }
                // Whoever has something to say does not only listen: nobody else may have anything.
                _ if !self.unsaid.is_empty() => drop(self.look(&mut visit)),
                _ => tokio::select! {
                    () = stopping.cancelled() => return,
                    changed = visit.listening.published.changed() => match changed {
                        Ok(()) => drop(self.look(&mut visit)),
                        Err(_) => return,
                    },
                },
            }
        }
    }

    /// Whether the room took it. What was said is said again until somebody is told that it is saved; a connection that breaks
    /// meanwhile takes nothing back, so that it may be said at another node while the first still writes it down.
    async fn says_something(&mut self, room: &RoomHandle, visit: &mut Visit) -> bool {
        let (id, command) = self.unsaid[0].clone();
        let patience = if self.dice.in_a_hundred(BREAKS) { self.dice.below(LONGEST) } else { u64::MAX };
        let answer = tokio::select! {
            answer = room.command(self.who.clone(), id.clone(), command) => answer,
            () = pause(patience) => return false,
        };
        match answer {
            Ok(Answer::Done) => {
                assert!(self.shelf.commands().contains(&id), "{id} is saved when that is said");
                if !self.look(visit) {
                    return false;
                }
                assert!(self.shown().contains(id.as_str()), "{id} is shown before");
                self.saved.push(self.unsaid.remove(0).0);
                true
            }
            Ok(Answer::Rejected(why)) => panic!("{why:?}"),
            Err(_) => false,
        }
    }

    /// Takes in what there is to see, unless the room shows nothing, or nothing any more.
    fn look(&mut self, visit: &mut Visit) -> bool {
        let published = Arc::clone(&visit.listening.published.borrow_and_update());
        let Some(now) = published.views.of(&self.onlooker) else { return false };
        let (rev, due) = now.since(visit.rev);
        let frames = match due {
            Due::Nothing => Vec::new(),
            Due::Steps(steps) => steps,
            Due::Whole(whole) => vec![whole],
            Due::Paused => panic!("nobody was asked to let go of anything"),
        };
        for frame in frames {
            match serde_json::from_str(&frame).unwrap() {
                FromServer::Snapshot { rev, view } => {
                    (visit.rev, self.view) = (Some(rev), Some(*view));
                    self.wholes += 1;
                }
                FromServer::Patch { base, rev, patch } => {
                    assert_eq!(Some(base), visit.rev, "a difference continues what was shown before");
                    visit.rev = Some(rev);
                    self.view.as_mut().unwrap().apply(*patch);
                    self.differences += 1;
                }
                frame => panic!("{frame:?}"),
            }
            self.sees_a_beginning_of_the_log();
        }
        assert_eq!(visit.rev, Some(rev));
        true
    }

    /// What is shown is what the log has, from its first line to one of its lines, and nothing besides.
    fn sees_a_beginning_of_the_log(&self) {
        let shown = self.shown();
        let log = self.shelf.commands().into_iter().skip(1).take(shown.len());
        assert_eq!(shown, log.map(|id| id.to_string()).collect(), "in the log's order, without a gap");
    }

    /// The lines they see.
    fn shown(&self) -> BTreeSet<String> {
        self.view.iter().flat_map(|view| view.cards.keys()).map(ToString::to_string).collect()
    }

    async fn lag(&mut self) {
        let turns = self.dice.below(LONGEST);
        pause(turns).await;
    }
}

/// What somebody has been shown since they came.
struct Visit {
    listening: Listening,
    rev: Option<u32>,
}
