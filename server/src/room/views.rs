//! Who is shown what. Those who see the same share it: it is made once for all of them, and kept once.
//!
//! Deliberately decided by what they see and by nothing else: no rule is repeated here. What is shared changes in place
//! only while everybody who shares it is shown the same; otherwise each part gets one of its own and the old one stays as
//! it was, because a connection may just be looking at it.

use std::collections::BTreeMap;
use std::sync::Arc;

use board::audience::Onlooker;
use board::event::Event;
use board::state::State;

use super::shown::{Change, Seen, Shown};

/// What each who listens is shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Views(BTreeMap<Onlooker, Arc<Shown>>);

impl Views {
    /// What somebody is shown.
    pub(crate) fn of(&self, onlooker: &Onlooker) -> Option<&Shown> {
        self.0.get(onlooker).map(Arc::as_ref)
    }

    /// Whether nobody is shown anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets whoever does not listen any more.
    pub(crate) fn retain(&mut self, listens: impl Fn(&Onlooker) -> bool) {
        self.0.retain(|onlooker, _| listens(onlooker));
    }

    /// Shows somebody what they see. For others nothing changes.
    pub(crate) fn show_to(&mut self, state: &State, onlooker: Onlooker) {
        if self.0.contains_key(&onlooker) {
            return;
        }
        let seen = Seen::by(state, &onlooker);
        let same = self.0.values().find(|shown| shown.is(&seen)).cloned();
        self.0.insert(onlooker, same.unwrap_or_else(|| Arc::new(Shown::first(seen))));
    }

    /// Shows everybody what happened, which is on disk.
    pub(crate) fn take_in(&mut self, state: &State, happened: &[Event]) {
        let all: Vec<_> = self.0.iter().map(|(onlooker, shown)| (Arc::clone(shown), onlooker.clone())).collect();
        for (shown, sharing) in together(all, Arc::ptr_eq) {
            let changes = sharing.into_iter().map(|onlooker| (shown.change(state, &onlooker, happened), onlooker));
            let parts = together(changes, Change::eq);
            let stays_one = parts.len() == 1;
            for (change, part) in parts {
                let shown = if stays_one { Arc::clone(&shown) } else { Arc::new(shown.parted()) };
                shown.take_in(state, &change);
                self.0.extend(part.into_iter().map(|onlooker| (onlooker, Arc::clone(&shown))));
            }
        }
    }
}

/// Puts together what has the same key.
fn together<K, T>(things: impl IntoIterator<Item = (K, T)>, same: impl Fn(&K, &K) -> bool) -> Vec<(K, Vec<T>)> {
    let mut all: Vec<(K, Vec<T>)> = Vec::new();
    for (key, thing) in things {
        match all.iter_mut().find(|(other, _)| same(other, &key)) {
            Some((_, things)) => things.push(thing),
            None => all.push((key, vec![thing])),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use board::audience::Audience;
    use board::decide::{Actor, Context, Who, decide};
    use board::event::{Batch, Intent};
    use board::id::PersonId;
    use serde_json::{Value, json};

    use super::*;
    use crate::room::Due;

    const AT: &str = "2026-09-24T12:46:00Z";

    /// The invented conference, and everybody with a screen.
    fn conference() -> (State, Views) {
        let record: board::record::Record = serde_json::from_str(include_str!("../../demo/1-initial.json")).unwrap();
        let opening = Batch {
            command: "opening".parse().unwrap(),
            actor: "server".to_owned(),
            at: AT.parse().unwrap(),
            intent: Intent::Do,
            events: record.to_events(),
        };
        let state = State::opened(&opening).unwrap();
        let mut views = Views::default();
        let people = state.record.people.iter().map(|person| Audience::Person(person.id.clone()));
        for audience in people.chain([Audience::Chair, Audience::Clerk, Audience::Wall]) {
            views.show_to(&state, audience.into());
        }
        (state, views)
    }

    fn person(id: &str) -> Onlooker {
        Audience::Person(id.parse::<PersonId>().unwrap()).into()
    }

    /// What somebody's command makes happen.
    fn does(state: &mut State, who: &Who, command: Value) -> Vec<Event> {
        let command = serde_json::from_value(command).unwrap();
        let decided = decide(state, who, &command, Context { now: AT.parse().unwrap() }).unwrap();
        let events = decided.events;
        let (command, actor) = ("one".parse().unwrap(), who.name());
        let at = AT.parse().unwrap();
        state.take_in(&Batch { command, actor, at, intent: decided.intent, events: events.clone() });
        events
    }

    fn line(id: &str, may_know: Value) -> Value {
        json!({ "do": "add_card", "card": {
            "id": id, "section": "harm", "words": "Said at the table", "line": "reported", "source": { "agency": "Police" },
            "may_know": may_know,
        } })
    }

    fn all_see_what_is_theirs(state: &State, views: &Views) {
        for (onlooker, shown) in &views.0 {
            assert!(shown.is(&Seen::by(state, onlooker)), "{onlooker:?}");
        }
    }

    #[test]
    fn those_who_see_the_same_share_its_bytes_and_part_when_they_do_not() {
        let (mut state, mut views) = conference();
        let (other_school, school) = (person("marek"), person("beth-ann"));
        let with = |views: &Views, other: &Onlooker| std::ptr::eq(views.of(other).unwrap(), views.of(&school).unwrap());
        let share = |views: &Views| with(views, &other_school);
        assert!(share(&views));
        let first = |onlooker: &Onlooker| views.of(onlooker).unwrap().since(None);
        let ((had, Due::Whole(schools)), (_, Due::Whole(others))) = (first(&school), first(&other_school)) else {
            panic!("a first connection is sent the whole view")
        };
        assert_eq!(schools.as_ptr(), others.as_ptr(), "it is made once, however many come at the same time");

        let events = does(&mut state, &Actor::Chair.into(), line("N1", json!({ "who": "everyone" })));
        views.take_in(&state, &events);
        assert!(share(&views), "both see the new line");
        all_see_what_is_theirs(&state, &views);

        let before = views.clone();
        let events = does(&mut state, &Actor::Chair.into(), line("N2", json!({ "who": "only", "people": ["marek"] })));
        views.take_in(&state, &events);
        assert!(!share(&views), "one of them does not");
        all_see_what_is_theirs(&state, &views);
        let due = |views: &Views, onlooker: &Onlooker| views.of(onlooker).unwrap().since(Some(had)).1;
        let Due::Steps(schools) = due(&views, &school) else { panic!("the school has one difference to come") };
        let Due::Steps(others) = due(&views, &other_school) else { panic!("the other has two") };
        assert_eq!((schools.len(), others.len()), (1, 2));
        assert_eq!(due(&before, &school), Due::Steps(schools), "and who looks at this moment is shown nothing else");

        let events = does(&mut state, &Actor::Chair.into(), json!({ "do": "remove_card", "card": "N2" }));
        views.take_in(&state, &events);
        all_see_what_is_theirs(&state, &views);
        views.retain(|onlooker| *onlooker != school);
        views.show_to(&state, school.clone());
        assert!(with(&views, &person("housing")), "whoever comes back is shown what others see who see the same");
    }

    #[test]
    fn two_chairs_share_a_view_until_one_of_them_has_something_to_take_back() {
        let (mut state, mut views) = conference();
        let account = |last: u8| format!("0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e7{last}").parse().ok();
        let [siân, joan] = [1, 2].map(|last| Onlooker { audience: Audience::Chair, account: account(last) });
        views.show_to(&state, siân.clone());
        views.show_to(&state, joan.clone());
        let share = |views: &Views| std::ptr::eq(views.of(&siân).unwrap(), views.of(&joan).unwrap());
        assert!(share(&views), "it is made once for both");
        let who = Who { actor: Actor::Chair, account: siân.account.clone() };
        let events = does(&mut state, &who, line("N1", json!({ "who": "everyone" })));
        views.take_in(&state, &events);
        assert!(!share(&views), "only one of them can take it back");
        all_see_what_is_theirs(&state, &views);
    }

    #[test]
    fn how_much_happened_before_somebody_came_is_not_told_by_a_count() {
        let began: std::collections::BTreeSet<u32> =
            (0..8).map(|_| conference().1.of(&Audience::Wall.into()).unwrap().since(None).0).collect();
        assert!(began.len() > 1, "it begins anywhere");
    }
}
