//! Checks that a record holds together: every id once, every reference to something that is there.
//!
//! Deliberately not here: the shape of the file (the published schema checks that) and any judgement of its content.

use std::collections::BTreeSet;

use super::{FORMAT, Record};
use crate::card::{Card, Source};
use crate::framework::Problem;
use crate::id::{CardId, ChildId, EntryId, PersonId};
use crate::outcome::{AnswerKind, Owner};
use crate::sharing::{MayKnow, Telling, When, Wording};
use crate::toolkit;

/// Everything that does not hold together, each with its path.
pub fn problems(record: &Record) -> Vec<Problem> {
    let mut check = Check { record, problems: Vec::new() };
    if record.format != FORMAT {
        check.say("format", format!("this Hearth reads '{FORMAT}'"));
    }
    for problem in record.framework.problems() {
        check.say(format!("framework.{}", problem.path), problem.message);
    }
    if record.children.is_empty() {
        check.say("children", "a conference is about at least one child");
    }
    check.people();
    check.tools();
    check.cards();
    check.ratings();
    check.plan();
    check.decisions();
    check.course();
    check.agreements();
    check.matters();
    check.kept_behind();
    check.problems
}

mod matters;

pub(crate) use matters::of_matter;

/// Collects problems while it walks through a record.
struct Check<'a> {
    record: &'a Record,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem::new(path, message));
    }

    fn child(&mut self, path: String, child: &ChildId) {
        if !self.record.children.has(child) {
            self.say(path, format!("there is no child '{child}'"));
        }
    }

    fn children(&mut self, path: &str, children: &[ChildId]) {
        for (at, child) in children.iter().enumerate() {
            self.child(format!("{path}.children[{at}]"), child);
        }
    }

    fn person(&mut self, path: String, person: &PersonId) {
        if !self.record.people.has(person) {
            self.say(path, format!("there is no person '{person}'"));
        }
    }

    fn card(&mut self, path: String, card: &CardId) {
        if !self.record.cards.has(card) {
            self.say(path, format!("there is no card '{card}'"));
        }
    }

    fn words_of(&mut self, path: String, child: &ChildId, entry: &EntryId) {
        if self.record.entry(entry).is_none_or(|(tool, _)| tool.child != *child) {
            self.say(path, format!("'{entry}' is not an entry of the child '{child}'"));
        }
    }

    fn source(&mut self, path: &str, source: &Source) {
        match source {
            Source::Person(person) => self.person(format!("{path}.person"), person),
            Source::Child(child) => self.child(format!("{path}.child"), child),
            Source::Agency(_) => {}
        }
    }

    fn may_know(&mut self, path: &str, may_know: &MayKnow) {
        for (at, person) in may_know.named().iter().enumerate() {
            self.person(format!("{path}.may_know.people[{at}]"), person);
        }
    }

    fn people(&mut self) {
        for (at, person) in self.record.people.iter().enumerate() {
            for (tie, relation) in person.relations.iter().enumerate() {
                self.child(format!("people[{at}].relations[{tie}].child"), &relation.child);
            }
            self.may_know(&format!("people[{at}]"), &person.may_know);
        }
    }

    fn tools(&mut self) {
        let mut seen = BTreeSet::new();
        let mut pictures = BTreeSet::new();
        for (at, tool) in self.record.tools.iter().enumerate() {
            self.child(format!("tools[{at}].child"), &tool.child);
            if tool.asked.is_none() && toolkit::shipped_for(&tool.kind).is_none() {
                self.say(format!("tools[{at}].kind"), format!("there is no tool '{}'", tool.kind));
            }
            if let Some(person) = &tool.with_person {
                self.person(format!("tools[{at}].with_person"), person);
            }
            for (place, entry) in tool.entries.iter().enumerate() {
                let path = format!("tools[{at}].entries[{place}]");
                if !seen.insert(entry.id.clone()) {
                    self.say(format!("{path}.id"), format!("the entry '{}' is in two tools", entry.id));
                }
                self.may_know(&path, &entry.may_know);
                self.telling(&path, &entry.telling);
                for (at, person) in entry.overridden.iter().flat_map(|it| &it.told).enumerate() {
                    self.person(format!("{path}.overridden.told[{at}]"), person);
                }
                if entry.words.trim().is_empty() && entry.pictures.is_empty() {
                    self.say(format!("{path}.words"), "an entry has words or a picture");
                }
                for (place, picture) in entry.pictures.iter().enumerate() {
                    let path = format!("{path}.pictures[{place}]");
                    if !pictures.insert(picture.id.clone()) {
                        self.say(format!("{path}.id"), format!("the picture '{}' belongs to two entries", picture.id));
                    }
                    if let Some(problem) = picture.problem() {
                        self.say(path, problem);
                    }
                }
            }
        }
    }

    fn telling(&mut self, path: &str, telling: &Telling) {
        if let Wording::Spoken { by: Some(person) } = &telling.wording {
            self.person(format!("{path}.telling.wording.by"), person);
        }
        if let When::Phase { phase } = &telling.when
            && self.record.framework.phase(phase).is_none()
        {
            self.say(format!("{path}.telling.when.phase"), format!("the framework has no phase '{phase}'"));
        }
    }

    /// What was agreed with the children, sent by them, kept from others and given out is all of this conference.
    fn agreements(&mut self) {
        for (at, own) in self.record.own_conferences.iter().enumerate() {
            let path = format!("own_conferences[{at}]");
            self.child(format!("{path}.child"), &own.child);
            if self.record.tools.get(&own.tool).is_none_or(|tool| tool.child != own.child) {
                self.say(format!("{path}.tool"), format!("'{}' is not a tool of this child", own.tool));
            }
            for (key, person) in [("companion", &own.companion), ("told_by", &own.told_by)] {
                if let Some(person) = person {
                    self.person(format!("{path}.{key}"), person);
                }
            }
        }
        for (at, shown) in self.record.views_shown.iter().enumerate() {
            self.child(format!("views_shown[{at}].child"), &shown.child);
        }
        for (at, sign) in self.record.signs.iter().enumerate() {
            self.child(format!("signs[{at}].child"), &sign.child);
            if let Some(card) = &sign.card {
                self.card(format!("signs[{at}].card"), card);
            }
        }
        for (at, guarded) in self.record.do_not_show.iter().enumerate() {
            self.may_know(&format!("do_not_show[{at}]"), &guarded.may_know);
        }
        for (at, copy) in self.record.copies.iter().enumerate() {
            for (place, entry) in copy.entries.iter().enumerate() {
                if self.record.entry(entry).is_none() {
                    self.say(format!("copies[{at}].entries[{place}]"), format!("there is no entry '{entry}'"));
                }
            }
        }
    }

    fn kept_behind(&mut self) {
        for (at, kept) in self.record.kept_behind.iter().enumerate() {
            self.may_know(&format!("kept_behind[{at}]"), &kept.may_know);
        }
    }

    fn cards(&mut self) {
        let mut pulled = BTreeSet::new();
        for (at, card) in self.record.cards.iter().enumerate() {
            let path = format!("cards[{at}]");
            if self.record.framework.section(&card.section).is_none() {
                self.say(format!("{path}.section"), format!("the framework has no section '{}'", card.section));
            }
            self.source(&format!("{path}.source"), &card.source);
            self.children(&path, &card.children);
            self.may_know(&path, &card.may_know);
            if card.line.is_childs() && !matches!(card.source, Source::Child(_)) {
                self.say(format!("{path}.source"), "a child's words come from a child");
            }
            if card.words.is_empty() && card.entry.is_none() {
                self.say(format!("{path}.words"), "a line has words");
            }
            if let Some(entry) = &card.entry {
                self.pulled(&path, card, entry);
                if !card.removed && !pulled.insert(entry.clone()) {
                    self.say(format!("{path}.entry"), format!("the entry '{entry}' is on the board twice"));
                }
            }
        }
    }

    /// A card that came from an entry holds that entry's words, exactly, and is that child's.
    fn pulled(&mut self, path: &str, card: &Card, id: &EntryId) {
        let Some((tool, entry)) = self.record.entry(id) else {
            self.say(format!("{path}.entry"), format!("there is no entry '{id}'"));
            return;
        };
        if entry.words != card.words {
            self.say(format!("{path}.words"), format!("these are not the words of the entry '{id}'"));
        }
        let same_child = matches!(&card.source, Source::Child(child) if *child == tool.child);
        let childs = entry.pen.line().is_childs();
        if card.line.is_childs() != childs || same_child != childs {
            self.say(format!("{path}.source"), format!("the entry '{id}' is not this source's own words"));
        }
    }

    fn ratings(&mut self) {
        for (at, rating) in self.record.ratings.iter().enumerate() {
            let path = format!("ratings[{at}]");
            if self.record.framework.scale(&rating.scale).is_none() {
                self.say(format!("{path}.scale"), format!("the framework has no scale '{}'", rating.scale));
            }
            if rating.value > 10 {
                self.say(format!("{path}.value"), "the scale goes from 0 to 10");
            }
            if let Some(card) = &rating.card {
                self.card(format!("{path}.card"), card);
            }
            self.source(&format!("{path}.by"), &rating.by);
            self.may_know(&path, &rating.may_know);
        }
    }

    fn plan(&mut self) {
        for (at, action) in self.record.plan.iter().enumerate() {
            let path = format!("plan[{at}]");
            if let Owner::Person(person) = &action.owner {
                self.person(format!("{path}.owner.person"), person);
            }
            self.children(&path, &action.children);
            for (place, card) in action.answers.iter().enumerate() {
                self.card(format!("{path}.answers[{place}]"), card);
            }
            self.may_know(&path, &action.may_know);
        }
    }

    fn decisions(&mut self) {
        for (at, decision) in self.record.decisions.iter().enumerate() {
            self.child(format!("decisions[{at}].child"), &decision.child);
            if decision.outcome.has_plan() != decision.category.is_some() {
                self.say(format!("decisions[{at}].category"), "a plan has a category, and only a plan has one");
            }
        }
        for (at, view) in self.record.agency_views.iter().enumerate() {
            self.child(format!("agency_views[{at}].child"), &view.child);
            self.person(format!("agency_views[{at}].by"), &view.by);
        }
        for (at, view) in self.record.family_views.iter().enumerate() {
            self.person(format!("family_views[{at}].by"), &view.by);
            if let Some(child) = &view.child {
                self.child(format!("family_views[{at}].child"), child);
            }
            self.may_know(&format!("family_views[{at}]"), &view.may_know);
        }
    }

    fn course(&mut self) {
        for (at, answer) in self.record.answers.iter().enumerate() {
            if self.record.entry(&answer.entry).is_none() {
                self.say(format!("answers[{at}].entry"), format!("there is no entry '{}'", answer.entry));
            }
            for (place, action) in answer.actions.iter().enumerate() {
                if !self.record.plan.has(action) {
                    self.say(format!("answers[{at}].actions[{place}]"), format!("the plan has no line '{action}'"));
                }
            }
            if answer.kind == AnswerKind::NotPossibleBecause && answer.reason.is_none() {
                self.say(format!("answers[{at}].reason"), "a child who is told no is told why");
            }
        }
        for (at, named) in self.record.disagreements.iter().enumerate() {
            self.child(format!("disagreements[{at}].child"), &named.child);
            self.words_of(format!("disagreements[{at}].entry"), &named.child, &named.entry);
        }
        for (at, letter) in self.record.letters.iter().enumerate() {
            self.child(format!("letters[{at}].child"), &letter.child);
            for (place, entry) in letter.left_out.iter().enumerate() {
                self.words_of(format!("letters[{at}].left_out[{place}]"), &letter.child, entry);
            }
            for (place, entry) in letter.asked_for.iter().enumerate() {
                self.words_of(format!("letters[{at}].asked_for[{place}]"), &letter.child, entry);
            }
        }
        for (at, offer) in self.record.offers.iter().enumerate() {
            self.person(format!("offers[{at}].by"), &offer.by);
        }
        for (at, entered) in self.record.phases.iter().enumerate() {
            if self.record.framework.phase(&entered.phase).is_none() {
                self.say(format!("phases[{at}].phase"), format!("the framework has no phase '{}'", entered.phase));
            }
        }
    }
}
