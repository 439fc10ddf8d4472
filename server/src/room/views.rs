//! Who is shown what. Audiences that see the same share it: it is made once for all of them, and kept once.
//!
//! Deliberately decided by what they see and by nothing else: no rule is repeated here. What is shared changes in place
//! only while everybody who shares it is shown the same; otherwise each part gets one of its own and the old one stays as
//! it was, because a connection may just be looking at it.

use std::collections::BTreeMap;
use std::sync::Arc;

use board::audience::Audience;
use board::event::Event;
use board::state::State;

use super::shown::{Change, Seen, Shown};

/// What each listening audience is shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Views(BTreeMap<Audience, Arc<Shown>>);

impl Views {
    /// What an audience is shown.
    pub(crate) fn of(&self, audience: &Audience) -> Option<&Shown> {
        self.0.get(audience).map(Arc::as_ref)
    }

    /// Whether nobody is shown anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets whoever does not listen any more.
    pub(crate) fn retain(&mut self, listens: impl Fn(&Audience) -> bool) {
        self.0.retain(|audience, _| listens(audience));
    }

    /// Shows an audience what it sees. For others nothing changes.
    pub(crate) fn show_to(&mut self, state: &State, audience: Audience) {
        if self.0.contains_key(&audience) {
            return;
        }
        let seen = Seen::by(state, &audience);
        let same = self.0.values().find(|shown| shown.is(&seen)).cloned();
        self.0.insert(audience, same.unwrap_or_else(|| Arc::new(Shown::first(seen))));
    }

    /// Shows everybody what happened, which is on disk.
    pub(crate) fn take_in(&mut self, state: &State, happened: &[Event]) {
        let audiences: Vec<_> = self.0.iter().map(|(audience, shown)| (Arc::clone(shown), audience.clone())).collect();
        for (shown, sharing) in together(audiences, Arc::ptr_eq) {
            let changes = sharing.into_iter().map(|audience| (shown.change(state, &audience, happened), audience));
            let parts = together(changes, Change::eq);
            let stays_one = parts.len() == 1;
            for (change, part) in parts {
                let shown = if stays_one { Arc::clone(&shown) } else { Arc::new(shown.parted()) };
                shown.take_in(state, &change);
                self.0.extend(part.into_iter().map(|audience| (audience, Arc::clone(&shown))));
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
    use board::decide::{Actor, Context, decide};
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
            views.show_to(&state, audience);
        }
        (state, views)
    }

    fn person(id: &str) -> Audience {
        Audience::Person(id.parse::<PersonId>().unwrap())
    }

    /// What a command of the chair makes happen.
    fn does(state: &mut State, command: Value) -> Vec<Event> {
        let command = serde_json::from_value(command).unwrap();
        let decided = decide(state, &Actor::Chair, &command, Context { now: AT.parse().unwrap() }).unwrap();
        let events = decided.events;
        let (command, actor) = ("one".parse().unwrap(), "chair".to_owned());
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
        for (audience, shown) in &views.0 {
            assert!(shown.is(&Seen::by(state, audience)), "{audience:?}");
        }
    }

    #[test]
    fn those_who_see_the_same_share_its_bytes_and_part_when_they_do_not() {
        let (mut state, mut views) = conference();
        let (other_school, school) = (person("marek"), person("beth-ann"));
        let with = |views: &Views, other: &Audience| std::ptr::eq(views.of(other).unwrap(), views.of(&school).unwrap());
        let share = |views: &Views| with(views, &other_school);
        assert!(share(&views));
        let first = |audience: &Audience| views.of(audience).unwrap().since(None);
        let ((had, Due::Whole(schools)), (_, Due::Whole(others))) = (first(&school), first(&other_school)) else {
            panic!("a first connection is sent the whole view")
        };
        assert_eq!(schools.as_ptr(), others.as_ptr(), "it is made once, however many come at the same time");

        let events = does(&mut state, line("N1", json!({ "who": "everyone" })));
        views.take_in(&state, &events);
        assert!(share(&views), "both see the new line");
        all_see_what_is_theirs(&state, &views);

        let before = views.clone();
        let events = does(&mut state, line("N2", json!({ "who": "only", "people": ["marek"] })));
        views.take_in(&state, &events);
        assert!(!share(&views), "one of them does not");
        all_see_what_is_theirs(&state, &views);
        let due = |views: &Views, audience: &Audience| views.of(audience).unwrap().since(Some(had)).1;
        let Due::Steps(schools) = due(&views, &school) else { panic!("the school has one difference to come") };
        let Due::Steps(others) = due(&views, &other_school) else { panic!("the other has two") };
        assert_eq!((schools.len(), others.len()), (1, 2));
        assert_eq!(due(&before, &school), Due::Steps(schools), "and who looks at this moment is shown nothing else");

        let events = does(&mut state, json!({ "do": "remove_card", "card": "N2" }));
        views.take_in(&state, &events);
        all_see_what_is_theirs(&state, &views);
        views.retain(|audience| *audience != school);
        views.show_to(&state, school.clone());
        assert!(with(&views, &person("housing")), "whoever comes back is shown what others see who see the same");
    }

    #[test]
    fn how_much_happened_before_somebody_came_is_not_told_by_a_count() {
        let began: std::collections::BTreeSet<u32> =
            (0..8).map(|_| conference().1.of(&Audience::Wall).unwrap().since(None).0).collect();
        assert!(began.len() > 1, "it begins anywhere");
    }
}
