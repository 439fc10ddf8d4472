//! What is known of a young person's own conference on this tablet: how far it is, who is around, and what was just said.
//!
//! Deliberately not here: the board itself. It is a tool, and lies on the pad.

use board::audience::{Knower, Standing};
use board::command::Command;
use board::id::{ChildId, EntryId, PersonId};
use board::own::OwnConference;
use board::tool::Tool;
use board::view::{Around, Circle};
use leptos::prelude::*;

use super::super::pad::Pad;
use super::super::say::Say;
use crate::live::Live;

/// The screens around the board, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Stage {
    /// What can be kept and what not.
    Limits,
    /// The same, said another way.
    Again,
    /// Who is here.
    Who,
    /// What to call the young person.
    Called,
    /// The numbers that open the tablet when it was put away.
    Numbers,
    /// How the screen looks, and in which language.
    Looks,
    /// What each person will get.
    LookBack,
    /// What is told to keep somebody safe.
    Safety,
    /// Agreeing.
    Agree,
    /// What happens next.
    Next,
}

/// What is known of the conference. A handle: all copies are the same.
#[derive(Clone, Copy)]
pub(in super::super) struct Way {
    live: Live,
    child: StoredValue<ChildId>,
    /// What was put down here and the record does not have yet.
    sent: RwSignal<Option<OwnConference>>,
    /// The numbers that open this tablet; they stay on this page and are gone with it.
    pub(in super::super) numbers: RwSignal<Option<String>>,
}

impl Way {
    /// Nothing put down yet.
    pub(in super::super) fn new(live: Live, child: ChildId) -> Self {
        let way =
            Self { live, child: StoredValue::new(child), sent: RwSignal::new(None), numbers: RwSignal::new(None) };
        Effect::new(move |_| {
            let known = way.known();
            let refused = live.refused.get().map(|refused| refused.command);
            let over = way.sent.with_untracked(|sent| {
                let there = sent.as_ref().zip(known.as_ref()).is_some_and(|(sent, known)| is_there(sent, known));
                let not_taken = sent.as_ref().zip(refused.as_ref()).is_some_and(|(sent, refused)| is_of(sent, refused));
                there || not_taken
            });
            if over {
                way.sent.set(None);
            }
        });
        way
    }

    fn known(self) -> Option<OwnConference> {
        self.live.view.with(|view| self.child.with_value(|child| view.own_conferences.get(child).cloned()))
    }

    /// The conference, with what was just put down.
    pub(in super::super) fn own(self) -> Option<OwnConference> {
        let known = self.known();
        match self.sent.get() {
            Some(sent) => Some(OwnConference { agreed_at: known.and_then(|known| known.agreed_at), ..sent }),
            None => known,
        }
    }

    /// Puts something down about the conference.
    pub(in super::super) fn change(self, change: impl FnOnce(&mut OwnConference)) {
        if let Some(mut own) = untrack(|| self.own()) {
            change(&mut own);
            self.sent.set(Some(own.clone()));
            self.live.send(Command::HoldOwnConference { own });
        }
    }

    /// Agrees how the board is shared.
    pub(in super::super) fn agree(self) {
        self.live.send(Command::AgreeSharing { child: self.child.get_value() });
    }

    /// Keeps what the young person says to an override, word for word.
    pub(in super::super) fn answer(self, entry: EntryId, words: String) {
        self.live.send(Command::AnswerOverride { entry, words });
    }

    /// Whether how the board is shared has been agreed.
    pub(in super::super) fn is_agreed(self) -> bool {
        self.own().is_some_and(|own| own.agreed_at.is_some())
    }

    /// What the young person may know of the conference.
    pub(in super::super) fn circle(self) -> Option<Circle> {
        self.live.view.with(|view| view.circle.clone())
    }

    /// Everybody around, the family first.
    pub(in super::super) fn people(self) -> Vec<(PersonId, Around)> {
        let mut people: Vec<_> = self.circle().map(|circle| circle.people.into_iter().collect()).unwrap_or_default();
        people.sort_by_key(|(_, person): &(PersonId, Around)| !person.family);
        people
    }

    /// Those whose work it is to be there, without the chair and the minute taker.
    pub(in super::super) fn helpers(self) -> Vec<(PersonId, Around)> {
        let leads = |person: &Around| matches!(person.standing, Standing::Chair | Standing::Clerk);
        self.people().into_iter().filter(|(_, person)| !person.family && !leads(person)).collect()
    }

    /// The chair.
    pub(in super::super) fn chair(self) -> Option<(PersonId, Around)> {
        self.people().into_iter().find(|(_, person)| person.standing == Standing::Chair)
    }

    /// What the board calls somebody.
    pub(in super::super) fn name(self, id: &PersonId) -> String {
        let circle = self.circle();
        circle.and_then(|circle| circle.people.get(id).map(|person| person.called.clone())).unwrap_or_default()
    }

    /// Names as people list them; the word between the last two is the language's own.
    pub(in super::super) fn names(self, say: Say, ids: &[PersonId]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name(id)).filter(|name| !name.is_empty()).collect();
        match names.as_slice() {
            [] => say.say("own.somebody"),
            [one] => one.clone(),
            [most @ .., last] => say.fill("own.and", "one", &most.join(", ")).replace("{other}", last),
        }
    }
}

impl Pad {
    /// Whether the open tool is the board of the child's own conference.
    pub(in super::super) fn is_own(self) -> bool {
        let own = self.way.own();
        self.tool.with(|tool| tool.as_ref().zip(own.as_ref()).is_some_and(|(tool, own)| own.tool == tool.id))
    }

    /// The words of a key, with the chair's name in it.
    pub(in super::super) fn of_chair(self, key: &str) -> String {
        let chair = untrack(|| self.way.chair()).map(|(_, chair)| chair.called);
        self.say.fill(key, "chair", &chair.unwrap_or_else(|| self.say.say("share.chair")))
    }
}

/// The board of a conference of one's own, among a child's tools.
pub(in super::super) fn board_of(own: Option<&OwnConference>, tools: &[Tool]) -> Option<Tool> {
    let own = own?;
    tools.iter().find(|tool| tool.id == own.tool).cloned()
}

/// What the rule about sharing needs to know of somebody around.
pub(in super::super) fn knower(id: &PersonId, person: &Around) -> Knower {
    let person_id = id.clone();
    match person.standing {
        Standing::Chair => Knower::Chair,
        Standing::SocialWorker => Knower::SocialWorker { person: person_id },
        Standing::Clerk => Knower::Clerk,
        Standing::Professional => Knower::Professional { person: person_id },
        Standing::Family => Knower::Family { person: person_id },
    }
}

fn is_there(sent: &OwnConference, known: &OwnConference) -> bool {
    OwnConference { agreed_at: known.agreed_at, ..sent.clone() } == *known
}

fn is_of(sent: &OwnConference, refused: &Command) -> bool {
    matches!(refused, Command::HoldOwnConference { own } if own == sent)
}
