//! The view of somebody who is paused, and of the wall behind a drawn curtain: nothing of the conference, not even whose it is.
//!
//! Deliberately not here: who is paused (that is `see::is_paused`).

use litemap::LiteMap;

use super::{Head, Stage, View};
use crate::audience::Audience;
use crate::seat::Showing;
use crate::state::State;

/// A view with nothing in it. The light of the room stays, so that a wall does not flash.
pub(super) fn neutral(state: &State, audience: &Audience) -> View {
    let theme = match audience {
        Audience::Wall => state.wall.theme,
        Audience::Chair
        | Audience::Clerk
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => crate::seat::Theme::default(),
    };
    View {
        head: Head {
            title: String::new(),
            kind: String::new(),
            date: String::new(),
            authority: String::new(),
            demo: state.record.conference.demo,
            framework: String::new(),
            plan_before_decision: false,
            children: Vec::new(),
            columns: Vec::new(),
            scales: Vec::new(),
        },
        stage: Stage {
            phases: Vec::new(),
            phase: String::new(),
            showing: Showing::Overview,
            held: false,
            page: 0,
            blank: true,
            drawn: true,
            theme,
            pointed: None,
            speaker: None,
            here: Vec::new(),
            not_now: Vec::new(),
        },
        order: LiteMap::new(),
        newest: LiteMap::new(),
        strip: Vec::new(),
        cards: LiteMap::new(),
        last: LiteMap::new(),
        ratings: LiteMap::new(),
        plan_order: Vec::new(),
        plan: LiteMap::new(),
        contingency: None,
        decisions: LiteMap::new(),
        offers: LiteMap::new(),
        desk: None,
        people: LiteMap::new(),
        children: LiteMap::new(),
        seats: LiteMap::new(),
        unfolding: None,
        own_conferences: LiteMap::new(),
        circle: None,
        signs: LiteMap::new(),
        copies: LiteMap::new(),
        tools: LiteMap::new(),
        entries: LiteMap::new(),
        removed: LiteMap::new(),
    }
}
