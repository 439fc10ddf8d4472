//! The eyes a chair can look through, and what each of them has: the very page its seat is given.
//!
//! Deliberately not here: projecting in another way than for the seat itself.

use app::given::{AsLine, AsShown, WallPage};
use board::audience::Audience;
use board::id::ConferenceId;
use board::seat::Holder as SeatHolder;
use board::state::State;
use board::view::project;

use super::seat_page;

/// Everybody at a conference who has a screen or a paper, the wall first.
pub(super) fn everybody(state: &State) -> Vec<AsLine> {
    let record = &state.record;
    let people = record.people.iter().map(|person| Audience::Person(person.id.clone()));
    let children = record
        .children
        .iter()
        .flat_map(|child| [Audience::Tablet(child.id.clone()), Audience::SideRoom(child.id.clone())]);
    let papers = [Audience::Professionals, Audience::Family];
    let all = std::iter::once(Audience::Wall).chain(people).chain(children).chain(papers);
    all.map(|audience| line(state, &audience)).collect()
}

/// One of them, in words.
pub(super) fn line(state: &State, audience: &Audience) -> AsLine {
    let child = |id| state.record.children.get(id).map_or("A child", |child| child.known_as.as_str());
    let words = match audience {
        Audience::Wall => "the wall".to_owned(),
        Audience::Person(id) => {
            let name = state.record.people.get(id).map_or("Somebody", |person| person.called());
            format!("{name}’s own device")
        }
        Audience::Tablet(id) => format!("{}’s tablet", child(id)),
        Audience::SideRoom(id) => format!("{}’s screen in the side room", child(id)),
        Audience::Child(id) => format!("{}’s letter", child(id)),
        Audience::Professionals => "the professionals’ copy".to_owned(),
        Audience::Family => "the family’s copy".to_owned(),
        Audience::Chair | Audience::Clerk => "a console".to_owned(),
        Audience::Support => "business support".to_owned(),
    };
    AsLine { who: audience.name(), words }
}

/// What they have, drawn from what their seat is given; nothing for somebody who is not of this conference.
pub(super) fn shown(state: &State, conference: &ConferenceId, audience: &Audience) -> Option<AsShown> {
    let record = &state.record;
    let seat = |holder: SeatHolder| AsShown::Seat(seat_page(state, &holder, None));
    match audience {
        Audience::Wall => {
            let view = Box::new(project(state, &Audience::Wall));
            Some(AsShown::Wall(WallPage::Board { view }))
        }
        Audience::Person(id) => record.people.has(id).then(|| seat(SeatHolder::Person(id.clone()))),
        Audience::Tablet(id) => record.children.has(id).then(|| seat(SeatHolder::Tablet(id.clone()))),
        Audience::SideRoom(id) => record.children.has(id).then(|| seat(SeatHolder::SideRoom(id.clone()))),
        Audience::Professionals | Audience::Family => {
            Some(AsShown::Paper(format!("/conferences/{conference}/minutes/{}", audience.name())))
        }
        // A letter has a page of its own, and a console is where the chair sits.
        Audience::Child(_) | Audience::Support | Audience::Chair | Audience::Clerk => None,
    }
}
