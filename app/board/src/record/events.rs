//! From a record to the events that make it: how an exchange file, or a demonstration, becomes a conference.
//!
//! Deliberately not here: checking. A record is checked before it is taken in, and its events are facts after that.

use super::Record;
use crate::event::Event;
use crate::keyed::{Identified, Keyed};
use crate::tool::Tool;

impl Record {
    /// The events that make this record when they are folded, the opening one first. Things come in the order they are
    /// named in: children and people before the lines that speak of them, a tool before its entries.
    pub fn to_events(&self) -> Vec<Event> {
        // Taken apart by name: a new part of the record does not compile until it is listed.
        let Self {
            format: _,
            conference,
            framework,
            children,
            people,
            tools,
            cards,
            ratings,
            plan,
            contingency,
            decisions,
            agency_views,
            family_views,
            answers,
            disagreements,
            letters,
            offers,
            phases,
            own_conferences,
            views_shown,
            signs,
            do_not_show,
            copies,
            matters,
            kept_behind,
            earlier,
            signed,
        } = self;
        let opened = Event::ConferenceOpened { header: conference.clone(), framework: Box::new(framework.clone()) };
        let mut events = vec![opened];
        events.extend(each(children, Event::ChildRecorded));
        events.extend(each(people, Event::PersonRecorded));
        events.extend(tools.iter().flat_map(tool_events));
        events.extend(each(cards, Event::CardAdded));
        events.extend(each(ratings, Event::RatingGiven));
        events.extend(each(plan, Event::ActionPlanned));
        events.extend(contingency.clone().map(|written| Event::ContingencyWritten { contingency: Some(written) }));
        events.extend(each(decisions, Event::DecisionMade));
        events.extend(each(agency_views, Event::AgencyViewGiven));
        events.extend(each(family_views, Event::FamilyViewGiven));
        events.extend(each(answers, Event::EntryAnswered));
        events.extend(each(disagreements, Event::DisagreementNamed));
        events.extend(each(letters, Event::LetterPrepared));
        events.extend(each(offers, Event::OfferMade));
        events.extend(phases.iter().cloned().map(Event::PhaseEntered));
        events.extend(each(own_conferences, Event::OwnConferenceHeld));
        events.extend(each(views_shown, Event::ChildsViewShown));
        events.extend(each(signs, Event::SignGiven));
        events.extend(each(do_not_show, Event::GuardSet));
        events.extend(each(copies, Event::CopyGiven));
        events.extend(earlier.clone().map(Event::EarlierFollowed));
        events.extend(each(matters, Event::MatterRecorded));
        events.extend(each(kept_behind, Event::KeptBehind));
        events.extend(signed.iter().cloned().map(Event::RecordSigned));
        events
    }
}

fn each<T: Identified + Clone>(things: &Keyed<T>, event: impl Fn(T) -> Event) -> impl Iterator<Item = Event> {
    things.iter().cloned().map(event)
}

/// A tool comes empty, and then what the child put into it, one by one, as it does when a child fills it in.
fn tool_events(tool: &Tool) -> Vec<Event> {
    let empty = Tool { entries: Keyed::default(), ..tool.clone() };
    let given = tool.entries.iter().cloned().map(|entry| Event::EntryGiven { tool: tool.id.clone(), entry });
    std::iter::once(Event::ToolRecorded(empty)).chain(given).collect()
}
