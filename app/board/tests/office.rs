//! Who prepares from an office: the children's social worker reads and keeps what is theirs, business support who is asked and who gets
//! a copy, and neither finds a word more.
//!
//! Deliberately not here: the consoles, which have their own stories.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

use board::audience::Audience;
use board::decide::{Actor, Context, keep};
use board::file::Sheet;
use board::keeping::Keeping;
use board::people::{Person, Role};
use board::record::Record;
use board::rejection::Rejection;
use board::sharing::MayKnow;
use board::state::State;
use board::view::file::{FileView, Reader, checks_view, copies_view, duties_view};
use board::view::project;
use jiff::Timestamp;

use common::{DEMOS, demo, id, state_of};

/// The record before it was approved: afterwards nothing but corrections is kept.
fn open(name: &str) -> Record {
    let mut record = demo(name);
    record.signed.clear();
    record
}

fn lead(state: &State) -> Person {
    state.record.people.iter().find(|person| person.role == Role::LeadSocialWorker).cloned().unwrap()
}

fn asked(state: &State, actor: &Actor, keeping: &Keeping) -> Result<usize, Rejection> {
    keep(state, &actor.clone().into(), keeping, Context { now: Timestamp::UNIX_EPOCH })
        .map(|decided| decided.events.len())
}

/// One of everything that can be put down here, with the form that puts it down.
fn everything(record: &Record) -> Vec<(Sheet, Keeping)> {
    let matters =
        record.matters.iter().filter_map(|matter| Some((Sheet::of(matter)?, Keeping::Record(matter.clone()))));
    let children = record.children.iter().map(|child| (Sheet::Child, Keeping::Child(child.clone())));
    let people = record.people.iter().map(|person| (Sheet::Person, Keeping::Person(person.clone())));
    let plan = record.plan.iter().map(|action| (Sheet::Action, Keeping::Plan(action.clone())));
    matters.chain(children).chain(people).chain(plan).collect()
}

#[test]
fn a_form_that_somebody_finds_is_kept_when_it_is_sent_and_no_other() {
    for name in DEMOS {
        let record = open(name);
        let state = state_of(&record);
        let actors = [(Actor::SocialWorker(lead(&state).id), Reader::SocialWorker), (Actor::Support, Reader::Support)];
        for (actor, reader) in actors {
            let mut kept = 0;
            for (sheet, keeping) in everything(&record) {
                let answer = asked(&state, &actor, &keeping);
                let known = match &keeping {
                    Keeping::Person(person) => may_see(&state, &actor, person),
                    Keeping::Plan(_) | Keeping::Record(_) | Keeping::Child(_) => true,
                    Keeping::Drop(_)
                    | Keeping::Follow(_)
                    | Keeping::Head(_)
                    | Keeping::Sign
                    | Keeping::Anyway { .. } => false,
                };
                let refused = matches!(answer, Err(Rejection::NotYours | Rejection::NotFound));
                let hidden = matches!(keeping, Keeping::Plan(_)) && answer == Err(Rejection::NotFound);
                assert_eq!(
                    refused,
                    !(reader.finds(sheet) && known) || hidden,
                    "{name}, {actor:?}, {sheet:?}: {answer:?}"
                );
                kept += usize::from(!refused);
            }
            assert!(kept > 3, "{name}, {actor:?} keeps something");
            let head = Keeping::Head(record.conference.clone());
            let reasoned = Keeping::Anyway { keeping: Box::new(head.clone()), reason: "It can stay".to_owned() };
            for directing in [head, Keeping::Sign, reasoned] {
                assert_eq!(asked(&state, &actor, &directing), Err(Rejection::NotYours), "{actor:?}");
            }
        }
    }
}

fn may_see(state: &State, actor: &Actor, person: &Person) -> bool {
    match actor {
        Actor::SocialWorker(lead) => board::view::may_see_person(state, &Audience::Person(lead.clone()), person),
        Actor::Support => true,
        Actor::Chair
        | Actor::Clerk
        | Actor::Person(_)
        | Actor::Tablet(_)
        | Actor::SideRoom(_)
        | Actor::Lobby(_)
        | Actor::Wall => false,
    }
}

#[test]
fn business_support_never_reads_a_childs_words_or_a_line_of_the_board() {
    for name in DEMOS {
        let record = open(name);
        let state = state_of(&record);
        let eyes = Audience::Support;
        let file = FileView::of(&state, &eyes);
        assert!(!file.people.is_empty() && !file.children.is_empty(), "{name}: they know whom to invite");
        let read = [
            serde_json::to_string(&file).unwrap(),
            serde_json::to_string(&project(&state, &eyes)).unwrap(),
            serde_json::to_string(&copies_view(&state, &eyes)).unwrap(),
            serde_json::to_string(&checks_view(&state, &eyes)).unwrap(),
            serde_json::to_string(&duties_view(&state, &eyes)).unwrap(),
        ]
        .concat();
        let entries = record.tools.iter().flat_map(|tool| tool.entries.iter()).map(|entry| entry.words.clone());
        let lines = record.cards.iter().map(|card| card.words.clone());
        let plan = record.plan.iter().map(|action| action.what.clone());
        let said: Vec<String> = entries.chain(lines).chain(plan).filter(|words| words.chars().count() > 12).collect();
        assert!(said.len() > 30, "{name} says enough to look for");
        for words in said {
            let quoted = serde_json::to_string(&words).unwrap();
            assert!(!read.contains(quoted.trim_matches('"')), "{name}: {words}");
        }
    }
}

#[test]
fn the_social_worker_reads_at_the_pages_what_they_see_on_their_own_device() {
    for name in DEMOS {
        let record = open(name);
        let state = state_of(&record);
        let eyes = Audience::Person(lead(&state).id);
        let (file, seen) = (FileView::of(&state, &eyes), project(&state, &eyes));
        assert_eq!(file.reader, Reader::SocialWorker);
        assert!(!file.lines.is_empty(), "{name}");
        assert!(file.lines.iter().all(|line| seen.cards.get(&line.id).is_some_and(|card| card.words == line.words)));
        assert!(
            file.plan.iter().all(|line| seen.plan.contains_key(&line.action.id)),
            "{name}: no hidden line of the plan"
        );
        assert!(file.matters.iter().all(|matter| Sheet::of(matter).is_some_and(|sheet| file.reader.finds(sheet))));
        assert!(checks_view(&state, &eyes).found.is_empty() && copies_view(&state, &eyes).is_empty());
        let father = record.people.iter().find(|person| person.role == Role::Parent).unwrap();
        let other = FileView::of(&state, &Audience::Person(father.id.clone()));
        assert_eq!(other.reader, Reader::Nobody);
        assert!(other.people.is_empty() && other.matters.is_empty() && other.plan.is_empty());
    }
}

#[test]
fn what_somebody_may_see_is_not_for_business_support_to_change() {
    let record = open("1-initial");
    let state = state_of(&record);
    let there = record.people.iter().find(|person| person.role == Role::Parent).cloned().unwrap();
    let promoted = Person { role: Role::LeadSocialWorker, ..there.clone() };
    let loose = Person { relations: Vec::new(), ..there.clone() };
    let hidden = Person { may_know: MayKnow::ChairOnly, ..there.clone() };
    for changed in [promoted, loose, hidden] {
        assert_eq!(asked(&state, &Actor::Support, &Keeping::Person(changed)), Err(Rejection::NotYours));
    }
    let renamed = Person { organisation: Some("Somewhere".to_owned()), ..there.clone() };
    assert_eq!(asked(&state, &Actor::Support, &Keeping::Person(renamed)), Ok(1));
    let new = Person { id: id("somebody-new"), ..there };
    assert_eq!(asked(&state, &Actor::Support, &Keeping::Person(new)), Ok(1));
}
