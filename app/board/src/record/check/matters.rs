//! Checks that a matter of record speaks only of what is part of its conference.
//!
//! Deliberately not here: whether a matter says enough. That is asked before approving ([`crate::checks`]).

use super::Check;
use crate::framework::Problem;
use crate::id::{CardId, PersonId};
use crate::matter::{CopyFor, Matter, Reader};
use crate::outcome::Owner;
use crate::record::Record;

/// Everything a matter names that is not part of the conference.
pub(crate) fn of_matter(record: &Record, matter: &Matter) -> Vec<Problem> {
    let mut check = Check { record, problems: Vec::new() };
    check.matter("matter", matter);
    check.problems
}

impl Check<'_> {
    pub(super) fn matters(&mut self) {
        for (at, matter) in self.record.matters.iter().enumerate() {
            self.matter(&format!("matters[{at}]"), matter);
        }
    }

    fn matter(&mut self, path: &str, matter: &Matter) {
        match matter {
            Matter::Report(of) => {
                self.person(format!("{path}.by"), &of.by);
                self.children(path, &of.children);
                for shared in &of.shared {
                    match &shared.with {
                        Reader::Person(person) => self.person(format!("{path}.shared"), person),
                        Reader::Child(child) => self.child(format!("{path}.shared"), child),
                    }
                }
            }
            Matter::Exclusion(of) => {
                self.person(format!("{path}.person"), &of.person);
                self.those(path, of.requested_by.iter().chain(&of.decided_by));
            }
            Matter::Involvement(of) => {
                self.child(format!("{path}.child"), &of.child);
                let advocacy = of.advocacy.iter();
                self.those(path, advocacy.flat_map(|offer| offer.offered_by.iter().chain(&offer.advocate)));
            }
            Matter::Sitting(of) => self.those(path, &of.people),
            Matter::RestrictedPart(of) => {
                self.those(path, &of.out);
                self.lines(path, of.lines.iter().chain(&of.shared));
            }
            Matter::Correction(of) => {
                self.those(path, &of.by);
                self.may_know(path, &of.may_know);
            }
            Matter::Threshold(of) => self.child(format!("{path}.child"), &of.child),
            Matter::DissentRoute(of) => {
                if !self.record.agency_views.has(&of.view) {
                    self.say(format!("{path}.view"), format!("there is no agency's view '{}'", of.view));
                }
            }
            Matter::Statement(of) => self.lines(path, std::iter::once(&of.card).chain(&of.from).chain(&of.goal)),
            Matter::GreyEnd(of) => {
                self.card(format!("{path}.card"), &of.card);
                if let Some(Owner::Person(person)) = &of.owner {
                    self.person(format!("{path}.owner"), person);
                }
            }
            Matter::Walked(of) => {
                if self.record.earlier.as_ref().is_none_or(|earlier| !earlier.plan.has(&of.action)) {
                    self.say(format!("{path}.action"), format!("the earlier plan has no line '{}'", of.action));
                }
            }
            Matter::Fate(of) => {
                if self.record.earlier.as_ref().is_none_or(|earlier| !earlier.cards.has(&of.card)) {
                    self.say(format!("{path}.card"), format!("the earlier board has no line '{}'", of.card));
                }
                self.lines(path, &of.now);
            }
            Matter::TheirView(of) => {
                self.card(format!("{path}.card"), &of.card);
                self.source(&format!("{path}.by"), &of.by);
                self.may_know(path, &of.may_know);
            }
            Matter::CoreGroup(of) => {
                self.those(path, of.members.iter().chain(&of.lead).chain(&of.manager));
                self.may_know(path, &of.may_know);
            }
            Matter::Recipient(of) => {
                match &of.to {
                    CopyFor::Person(person) => self.person(format!("{path}.to"), person),
                    CopyFor::Child(child) => self.child(format!("{path}.to"), child),
                    CopyFor::File => {}
                }
                self.children(path, &of.knows_of);
            }
            Matter::Note(_)
            | Matter::QuorumDecision(_)
            | Matter::FamilyShape(_)
            | Matter::SetAside(_)
            | Matter::DutyDates(_) => {}
        }
    }

    fn those<'a>(&mut self, path: &str, people: impl IntoIterator<Item = &'a PersonId>) {
        for person in people {
            self.person(path.to_owned(), person);
        }
    }

    fn lines<'a>(&mut self, path: &str, cards: impl IntoIterator<Item = &'a CardId>) {
        for card in cards {
            self.card(path.to_owned(), card);
        }
    }
}
