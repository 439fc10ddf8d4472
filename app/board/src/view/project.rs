//! From the whole conference to what one audience may see of it.
//!
//! Deliberately not here: the rules (they are in `see`). Every thing passes its rule on the way in; there is no way in
//! without one.

use litemap::LiteMap;

use super::behind::{behind, stayed};
use super::circle::{circle, knows_of};
use super::compare::why_no_line;
use super::last_time::{last_time, number_of_last_time, since};
use super::neutral::neutral;
use super::see::{is_apart, is_paused};
use super::shared::shared;
use super::told::{At, Told, has_childs_own, has_what_is_repeated, told};
use super::unfold::unfolding;
use super::words::{children, foreign, listed, local, person_name, recipient, said, said_of, source_name};
use super::{
    ActionView, CardDesk, CardView, ChildView, ColumnView, CopyView, DecisionView, Desk, EntryView, Head, Meeting,
    OfferView, PhaseView, RatingView, ScaleView, SectionView, Stage, ToolView, View, day, may_know, may_know_child,
    may_know_thing, may_see_action, may_see_card, may_see_card_at, may_see_present, may_see_rating,
};
use crate::audience::{Audience, Onlooker};
use crate::card::Card;
use crate::copies::GivenCopy;
use crate::curtain::Thing;
use crate::decide::name_at;
use crate::id::{AccountId, CardId, ChildId, ColumnKey, CopyId, EntryId, GroupId, PersonId, SectionKey, SignId};
use crate::matter::Sitting;
use crate::outcome::{Answer, Decision, Due, Owner, Rating};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::quorum::{Quorum, QuorumRule};
use crate::record::OfferState;
use crate::seat::{Holder, Showing};
use crate::sharing::{MayKnow, Telling};
use crate::side_room::Sign;
use crate::state::State;
use crate::tool::{Entry, Tool, Translation};

/// What an audience may see now, on its screen.
pub fn project(state: &State, audience: &Audience) -> View {
    project_at(state, audience, At::Screen)
}

/// What somebody sees now: what their audience may see, and at a console what they themselves can take back.
pub fn project_to(state: &State, onlooker: &Onlooker) -> View {
    view_of(state, &onlooker.audience, onlooker.account.as_ref(), At::Screen)
}

/// What an audience may have now, on its screen or on paper.
pub(super) fn project_at(state: &State, audience: &Audience, at: At) -> View {
    view_of(state, audience, None, at)
}

fn view_of(state: &State, audience: &Audience, account: Option<&AccountId>, at: At) -> View {
    if at == At::Screen && is_paused(state, audience) {
        return neutral(state, audience);
    }
    if *audience == Audience::Support {
        // Which conference it is, and nothing of what is said there.
        return View { head: head(state, audience), ..neutral(state, audience) };
    }
    let console = is_console(audience);
    let record = &state.record;
    let seen: Vec<&Card> = record.cards.iter().filter(|card| may_see_card_at(state, audience, at, card)).collect();
    let cards: LiteMap<CardId, CardView> =
        seen.iter().map(|card| (card.id.clone(), card_view(state, audience, at, card))).collect();
    let board = !matches!(audience, Audience::Tablet(_) | Audience::SideRoom(_));
    View {
        head: head(state, audience),
        stage: stage(state, audience, &seen),
        order: order(&seen),
        newest: newest(state, &seen),
        strip: strip(state, &seen, &cards),
        cards,
        last: match at {
            At::Screen => last_time(state, audience),
            At::ChildsPages | At::Board => LiteMap::new(),
        },
        ratings: record
            .ratings
            .iter()
            .filter(|rating| may_see_rating(state, audience, rating))
            .map(|rating| (rating.id.clone(), rating_view(state, audience, rating)))
            .collect(),
        plan_order: actions(state, audience).map(|action| action.id.clone()).collect(),
        plan: actions(state, audience)
            .map(|action| (action.id.clone(), action_view(state, audience, action)))
            .collect(),
        contingency: contingency(state, audience),
        decisions: if board { decisions(state, audience) } else { LiteMap::new() },
        offers: offers(state, audience),
        desk: console.then(|| desk(state, audience, account)),
        people: if console { map(record.people.iter(), |person| person.id.clone()) } else { LiteMap::new() },
        children: if console { map(record.children.iter(), |child| child.id.clone()) } else { LiteMap::new() },
        seats: if matches!(audience, Audience::Chair) {
            map(state.seats.iter(), |seat| seat.id.clone())
        } else {
            LiteMap::new()
        },
        unfolding: match at {
            At::Screen => unfolding(state, audience),
            At::ChildsPages | At::Board => None,
        },
        own_conferences: own_conferences(state, audience),
        circle: circle(state, audience),
        signs: signs(state, audience),
        copies: copies(state, audience),
        tools: tools(state, audience),
        entries: entries(state, audience),
        removed: if console { removed(state, audience) } else { LiteMap::new() },
    }
}

/// Whether an audience sits at a console.
pub(super) fn is_console(audience: &Audience) -> bool {
    match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

fn map<'a, K: Ord, T: Clone + 'a>(things: impl Iterator<Item = &'a T>, key: impl Fn(&T) -> K) -> LiteMap<K, T> {
    things.map(|thing| (key(thing), thing.clone())).collect()
}

fn head(state: &State, audience: &Audience) -> Head {
    let record = &state.record;
    let header = &record.conference;
    let framework = &record.framework;
    let known = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
    let known: Vec<&Child> = known.collect();
    let names: Vec<&str> = known.iter().map(|child| child.known_as.as_str()).collect();
    let columns = framework.columns.iter().map(|column| ColumnView {
        key: column.key.clone(),
        label: column.label.for_kind(header.kind).to_owned(),
        short: column.short.clone(),
        look: column.look,
        sections: framework
            .sections
            .iter()
            .filter(|section| section.column == column.key)
            .map(|section| SectionView {
                key: section.key.clone(),
                label: section.label.for_kind(header.kind).to_owned(),
                help: section.help.clone(),
                ask: section.ask.clone(),
                kind: section.kind,
            })
            .collect(),
    });
    Head {
        title: if names.is_empty() { "The children".to_owned() } else { listed(&names) },
        kind: header.kind.words().to_owned(),
        date: day(header.date),
        authority: header.authority.clone(),
        demo: header.demo,
        framework: framework.title.clone(),
        plan_before_decision: framework.plan_before_decision,
        children: known
            .iter()
            .map(|child| ChildView { id: child.id.clone(), known_as: child.known_as.clone() })
            .collect(),
        columns: columns.collect(),
        scales: framework
            .scales
            .iter()
            .map(|scale| ScaleView {
                key: scale.key.clone(),
                question: scale.question.clone(),
                low: scale.low.clone(),
                high: scale.high.clone(),
                of: scale.of,
            })
            .collect(),
    }
}

fn stage(state: &State, audience: &Audience, seen: &[&Card]) -> Stage {
    let now = state.phase().map(|(place, _)| place);
    let console = is_console(audience);
    let phases = state.record.framework.phases.iter().enumerate().map(|(place, phase)| PhaseView {
        key: phase.key.clone(),
        label: phase.label.clone(),
        done: Some(place) != now && state.record.phases.iter().any(|entered| entered.phase == phase.key),
        now: Some(place) == now,
        prompts: if console && Some(place) == now { phase.prompts.clone() } else { Vec::new() },
    });
    let wall = &state.wall;
    let pointed = wall.pointed.as_ref().filter(|pointed| seen.iter().any(|card| card.id == **pointed));
    let speaker = wall.speaker.as_ref().filter(|person| may_hear_of(state, audience, person));
    let speaker = speaker.map(|person| person_name(state, audience, person, Person::introduced));
    Stage {
        phases: phases.collect(),
        phase: state.phase().map_or_else(String::new, |(_, phase)| phase.wall.clone()),
        showing: showing(state, audience),
        held: wall.held.is_some(),
        // A page is counted in the wall's own lines, so it tells how many there are.
        page: if console || *audience == Audience::Wall { wall.page } else { 0 },
        blank: wall.blank,
        // A console is not neutral itself; it says that the wall is.
        drawn: console && state.curtain.is_some(),
        theme: wall.theme,
        pointed: pointed.cloned(),
        speaker,
        here: here(state, audience),
        not_now: if console { wall.not_now.clone() } else { Vec::new() },
    }
}

/// Who speaks is said to those who are not kept apart from them; whose name somebody may not know is "A professional".
fn may_hear_of(state: &State, audience: &Audience, person: &PersonId) -> bool {
    state.record.people.get(person).is_some_and(|person| !is_apart(state, audience, person))
}

/// That a child is in a side room is said where the child agreed to it, while the child is there, to those who are asked
/// about: the room by its wall, the chair and the minute taker, and on the child's own screen.
fn here(state: &State, audience: &Audience) -> Vec<String> {
    let tells = |child: &ChildId| match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Wall => may_know_child(state, audience, child),
        Audience::SideRoom(own) => own == child,
        Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    };
    let is_there = |child: &ChildId| {
        state.seats.iter().any(|seat| matches!(&seat.holder, Holder::SideRoom(there) if there == child))
    };
    let agreed = state.wall.here.iter().filter(|child| is_there(child) && tells(child));
    agreed.filter_map(|child| state.record.children.get(child)).map(|child| child.known_as.clone()).collect()
}

/// Whose tool is on the wall is for those who may know the child; for others the wall shows the board.
fn showing(state: &State, audience: &Audience) -> Showing {
    match state.showing() {
        Showing::Tool(id) => {
            let tool = state.record.tools.get(&id);
            let known = tool.is_some_and(|tool| may_know_child(state, audience, &tool.child));
            if known { Showing::Tool(id) } else { Showing::Overview }
        }
        board @ (Showing::Overview | Showing::Column(_) | Showing::Plan | Showing::Decisions) => board,
    }
}

/// The lines of each section by rank, named in order so that no number shows what is missing between them.
fn order(seen: &[&Card]) -> LiteMap<SectionKey, Vec<CardId>> {
    let mut sorted = seen.to_vec();
    sorted.sort_by(|a, b| a.rank.order(b.rank));
    let mut order: LiteMap<SectionKey, Vec<CardId>> = LiteMap::new();
    for card in sorted {
        order.entry(card.section.clone()).or_default().push(card.id.clone());
    }
    order
}

fn newest(state: &State, seen: &[&Card]) -> LiteMap<ColumnKey, Vec<CardId>> {
    let mut newest: LiteMap<ColumnKey, Vec<CardId>> = LiteMap::new();
    for card in seen.iter().rev() {
        if let Some(column) = state.column_of(&card.id) {
            newest.entry(column.key.clone()).or_default().push(card.id.clone());
        }
    }
    newest
}

/// The strip holds the newest of each child's own words, one child beside the other, whatever the phase.
fn strip(state: &State, seen: &[&Card], views: &LiteMap<CardId, CardView>) -> Vec<(ChildId, CardId)> {
    let is_theirs = |card: &CardView, child: &ChildId| card.line.is_childs() && card.children.contains(child);
    let newest_of = |child: &ChildId| {
        let words = seen.iter().rev().find(|card| views.get(&card.id).is_some_and(|view| is_theirs(view, child)));
        words.map(|card| (child.clone(), card.id.clone()))
    };
    let now = state.record.children.iter().filter(|child| !state.wall.not_now.contains(&child.id));
    now.filter_map(|child| newest_of(&child.id)).collect()
}

pub(super) fn card_view(state: &State, audience: &Audience, at: At, card: &Card) -> CardView {
    let record = &state.record;
    let from = card.entry.as_ref().and_then(|id| record.entry(id));
    let entry = from.map(|(_, entry)| entry);
    let told = from.and_then(|(tool, entry)| told(state, audience, at, tool, entry));
    let (line, who, how) = said(state, audience, card, told.as_ref());
    let named = told.as_ref().is_none_or(|told| told.named);
    let answered = entry.filter(|_| told.as_ref().is_some_and(Told::is_answered));
    let answer = answered.and_then(|entry| answer_to(state, audience, entry)).map(|answer| answer.words.clone());
    CardView {
        id: card.id.clone(),
        section: card.section.clone(),
        words: told.as_ref().map_or(&card.words, |told| &told.words).clone(),
        language: told.as_ref().and_then(|told| foreign(&told.language)),
        translation: told.as_ref().and_then(|told| told.translation.as_ref()).map(translated),
        pictures: from
            .zip(told.as_ref())
            .map_or_else(Vec::new, |((tool, entry), told)| told.pictures(record, tool, entry)),
        line,
        who,
        how,
        children: card
            .children
            .iter()
            .filter(|child| named && may_know_child(state, audience, child))
            .cloned()
            .collect(),
        group: card.group.clone().filter(|group| has_company(state, audience, card, group)),
        answer,
        fixed: card.is_fixed(),
        since: since(state, audience, &card.id),
        desk: is_console(audience).then(|| CardDesk {
            source: card.source.clone(),
            entry: card.entry.clone(),
            may_know: card.may_know.clone(),
            not_on_wall: not_on_wall(state, card),
            fit_for_child: card.fit_for_child,
        }),
    }
}

/// What was done about an entry, for those who may know it.
fn answer_to<'a>(state: &'a State, audience: &Audience, entry: &Entry) -> Option<&'a Answer> {
    let answer = state.record.answers.get(&entry.id);
    answer.filter(|answer| may_know_thing(state, audience, &Thing::Answer(answer.entry.clone())))
}

/// Which lines belong together is shown at a console alone, and a line that belongs with none this console sees stands by itself.
fn has_company(state: &State, audience: &Audience, card: &Card, group: &GroupId) -> bool {
    let beside = |other: &Card| other.id != card.id && other.group.as_ref() == Some(group);
    let mut others = state.record.cards.iter().filter(|other| beside(other));
    is_console(audience) && others.any(|other| may_see_card(state, audience, other))
}

fn translated(translation: &Translation) -> (String, String) {
    (translation.words.clone(), translation.by.clone())
}

/// Why the wall does not show a line, for those at a console.
fn not_on_wall(state: &State, card: &Card) -> Option<String> {
    let seen = may_see_card(state, &Audience::Wall, card);
    (!seen).then(|| format!("Not on the wall. {}", why_no_line(state, &Audience::Wall, At::Screen, card)))
}

fn rating_view(state: &State, audience: &Audience, rating: &Rating) -> RatingView {
    let mut seen = rating.clone();
    if !is_console(audience) {
        // As with a line of the plan.
        seen.may_know = MayKnow::Everyone;
    }
    let last = number_of_last_time(state, audience, rating);
    RatingView { rating: seen, who: source_name(state, audience, &rating.by), last }
}

/// What happens if the plan does not work is for those it was shared with, and for grown-ups.
fn contingency(state: &State, audience: &Audience) -> Option<String> {
    let grown_up = !matches!(audience, Audience::Child(_) | Audience::SideRoom(_));
    let written = state.record.contingency.as_ref().filter(|_| grown_up);
    written.filter(|written| may_know(state, audience, &written.may_know)).map(|written| written.words.clone())
}

fn actions<'a>(state: &'a State, audience: &'a Audience) -> impl Iterator<Item = &'a crate::outcome::Action> {
    state.record.plan.iter().filter(move |action| may_see_action(state, audience, action))
}

fn action_view(state: &State, audience: &Audience, action: &crate::outcome::Action) -> ActionView {
    let mut seen = action.clone();
    seen.answers.retain(|card| state.record.cards.get(card).is_some_and(|card| may_see_card(state, audience, card)));
    seen.children.retain(|child| may_know_child(state, audience, child));
    if !is_console(audience) {
        // Whom a line is kept from is itself not for everybody.
        seen.may_know = MayKnow::Everyone;
    }
    ActionView {
        owner: owner_name(state, audience, &action.owner),
        due: match &action.due {
            Due::On(date) => day(*date),
            Due::Said(words) => words.clone(),
        },
        children: children(&state.record, &seen.children),
        action: seen,
    }
}

/// Who does a thing, as this audience may know them.
pub(super) fn owner_name(state: &State, audience: &Audience, owner: &Owner) -> String {
    match owner {
        Owner::Person(person) => person_name(state, audience, person, |person| person.name.clone()),
        Owner::Named(words) => words.clone(),
    }
}

fn decisions(state: &State, audience: &Audience) -> LiteMap<ChildId, DecisionView> {
    let record = &state.record;
    let views = |child: &ChildId| {
        let of_child = record.agency_views.iter().filter(|view| view.child == *child);
        let known = of_child.filter_map(|view| {
            let person = record.people.get(&view.by)?;
            let known = may_know_thing(state, audience, &Thing::AgencyView(view.id.clone()));
            (known && may_see_present(state, audience, person)).then(|| (person.introduced(), view.clone()))
        });
        known.collect()
    };
    let known = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
    let decided = known.map(|child| {
        let view = DecisionView {
            child: child.known_as.clone(),
            decision: record
                .decisions
                .get(&child.id)
                .filter(|_| may_know_thing(state, audience, &Thing::Decision(child.id.clone())))
                .map(|decision| for_reader(state, audience, decision)),
            views: views(&child.id),
        };
        (child.id.clone(), view)
    });
    decided.filter(|(_, view)| view.decision.is_some() || !view.views.is_empty()).collect()
}

/// What the chair writes of a child under a decision goes to whoever has the decision, not on the wall while the child's words are
/// put away; where it repeats what the child put into a tool, only to those whom the child gave that to.
fn for_reader(state: &State, audience: &Audience, decision: &Decision) -> Decision {
    let put_away = *audience == Audience::Wall && state.wall.not_now.contains(&decision.child);
    let told = |words: &String| !put_away && has_what_is_repeated(state, audience, &decision.child, words);
    Decision { childs_view: decision.childs_view.clone().filter(told), ..decision.clone() }
}

/// An offered line is for the one who offered it and for the consoles, while it waits; then only for the one.
fn offers(state: &State, audience: &Audience) -> LiteMap<crate::id::OfferId, OfferView> {
    let for_me = |offer: &&crate::record::Offer| match audience {
        Audience::Chair | Audience::Clerk => offer.state == OfferState::Waiting,
        Audience::Person(person) => offer.by == *person,
        Audience::Wall
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    };
    let offers = state.record.offers.iter().filter(for_me).map(|offer| {
        let who = person_name(state, audience, &offer.by, Person::introduced);
        let view = OfferView { who, by: offer.by.clone(), words: offer.words.clone(), state: offer.state };
        (offer.id.clone(), view)
    });
    offers.collect()
}

pub(super) fn desk(state: &State, audience: &Audience, account: Option<&AccountId>) -> Desk {
    let record = &state.record;
    let chair = matches!(audience, Audience::Chair);
    let who = name_at(audience, account);
    let undecided = |tool: &Tool| {
        tool.entries.iter().filter(|entry| !entry.removed && entry.may_know == MayKnow::NotDecided).count()
    };
    let not_decided: usize = state.record.tools.iter().map(undecided).sum();
    Desk {
        chair,
        can_undo: state.step_back(&who).is_some(),
        can_redo: state.step_forth(&who).is_some(),
        door: state.door.clone().filter(|_| chair),
        header: Some(state.record.conference.clone()),
        time: state.record.conference.time.clone(),
        letters: state.record.letters.iter().cloned().collect(),
        not_decided: if chair { u32::try_from(not_decided).unwrap_or(u32::MAX) } else { 0 },
        do_not_show: record.do_not_show.iter().filter(|_| chair).cloned().collect(),
        meeting: meeting(state, audience),
        views_shown: record.views_shown.iter().map(|shown| (shown.child.clone(), local(shown.at).1)).collect(),
    }
}

fn meeting(state: &State, audience: &Audience) -> Meeting {
    let record = &state.record;
    let sittings = || record.all::<Sitting>();
    Meeting {
        curtain: state.curtain.clone(),
        behind: behind(state, audience),
        stayed: stayed(state, audience),
        since: state.curtain.as_ref().map(|curtain| local(curtain.since).1),
        sitting: sittings().find(|sitting| state.sitting.as_ref() == Some(&sitting.id)).map(|now| now.name.clone()),
        sittings: sittings().map(|sitting| (sitting.id.clone(), sitting.name.clone())).collect(),
        numbers_hidden: state.numbers_hidden,
        quorum: Some(Quorum::of(record, QuorumRule::default())),
    }
}

/// A young person's own conference is for them and the chair.
fn own_conferences(state: &State, audience: &Audience) -> LiteMap<ChildId, OwnConference> {
    let seen = state.record.own_conferences.iter().filter(|own| match audience {
        Audience::Chair => true,
        Audience::Tablet(child) => *child == own.child,
        Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    });
    map(seen, |own| own.child.clone())
}

/// A sign is for the chair, and for the child who sent it.
fn signs(state: &State, audience: &Audience) -> LiteMap<SignId, Sign> {
    let seen = state.record.signs.iter().filter(|sign| match audience {
        Audience::Chair => true,
        Audience::SideRoom(child) => *child == sign.child,
        Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    });
    map(seen, |sign| sign.id.clone())
}

/// Which copies have gone out is for the chair, and for a child as far as their own words are in them.
fn copies(state: &State, audience: &Audience) -> LiteMap<CopyId, CopyView> {
    let own = |copy: &GivenCopy| -> Vec<EntryId> {
        let owner = |entry: &EntryId| state.record.entry(entry).map(|(tool, _)| &tool.child);
        let theirs = |entry: &&EntryId| match audience {
            Audience::Tablet(child) => owner(entry) == Some(child),
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => true,
        };
        copy.entries.iter().filter(theirs).cloned().collect()
    };
    let view = |copy: &GivenCopy, entries: Vec<EntryId>| {
        let (on, at) = local(copy.at);
        CopyView { to: has_copy(state, audience, &copy.to), how: copy.how.clone(), on, at, entries }
    };
    let seen = state.record.copies.iter().filter_map(|copy| {
        let entries = own(copy);
        let shown = match audience {
            Audience::Chair => true,
            Audience::Tablet(_) => !entries.is_empty(),
            Audience::Clerk
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => false,
        };
        shown.then(|| (copy.id.clone(), view(copy, entries)))
    });
    seen.collect()
}

/// Who has a copy. A child is told that it is out, but not by name who has it where the child does not know of them.
fn has_copy(state: &State, audience: &Audience, to: &Audience) -> String {
    if let (Audience::Tablet(child), Audience::Person(person)) = (audience, to)
        && !knows_of(state, child, person)
    {
        return "Somebody".to_owned();
    }
    recipient(&state.record, to)
}

/// Whose tools an audience has at hand: a console all, a tablet its own child's.
fn tools_of<'a>(state: &'a State, audience: &'a Audience) -> impl Iterator<Item = &'a Tool> {
    state.record.tools.iter().filter(move |tool| match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Tablet(child) => tool.child == *child,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    })
}

/// The tools without what is in them. The words about a drawing go with what the child said: a minute taker who has nothing
/// of the child's own of a tool does not read what was drawn in it.
fn tools(state: &State, audience: &Audience) -> LiteMap<crate::id::ToolId, ToolView> {
    let envelope = |tool: &Tool| {
        let described = match audience {
            Audience::Clerk => has_childs_own(state, audience, At::Screen, tool),
            Audience::Chair
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => true,
        };
        let drawing_described = tool.drawing_described.clone().filter(|_| described);
        ToolView { name: tool.name().to_owned(), tool: Tool { drawing_described, ..tool.envelope() } }
    };
    tools_of(state, audience).map(|tool| (tool.id.clone(), envelope(tool))).collect()
}

fn entries(state: &State, audience: &Audience) -> LiteMap<EntryId, EntryView> {
    let all = tools_of(state, audience).flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
    let seen = all.filter_map(|(tool, entry)| {
        let view = entry_view(state, audience, At::Screen, tool, entry)?;
        Some((entry.id.clone(), view))
    });
    seen.collect()
}

/// One entry as those who may see it have it; nothing for all others.
pub(super) fn entry_view(state: &State, audience: &Audience, at: At, tool: &Tool, entry: &Entry) -> Option<EntryView> {
    let record = &state.record;
    let told = told(state, audience, at, tool, entry)?;
    let (answered, named) = (told.is_answered(), told.named);
    let pictures = told.pictures(record, tool, entry);
    let exact = told.is_exact() && told.named;
    let (line, who, how) = said_of(record, tool, entry, &told);
    let card = record.cards.iter().find(|card| !card.removed && card.entry.as_ref() == Some(&entry.id));
    // Whom a child keeps words from is for the child, and for those who have to keep to it.
    let own = matches!(audience, Audience::Tablet(_));
    let keeps_to_it = is_console(audience) || own;
    let may_know = if keeps_to_it { entry.may_know.clone() } else { MayKnow::Everyone };
    Some(EntryView {
        id: entry.id.clone(),
        tool: tool.id.clone(),
        child: tool.child.clone(),
        place: entry.place.clone(),
        asked: exact.then(|| tool.said(&entry.place, "label").map(str::to_owned)).flatten(),
        words: told.words,
        tapped: entry.tapped.clone().filter(|_| exact),
        meaning: entry.meaning.clone().filter(|_| exact),
        language: foreign(&told.language),
        translation: told.translation.as_ref().map(translated),
        pictures,
        who,
        how,
        line,
        shared: if keeps_to_it { shared(state, audience, tool, entry) } else { String::new() },
        may_know,
        telling: if keeps_to_it { entry.telling.clone() } else { Telling::default() },
        overridden: entry.overridden.clone().filter(|_| own || *audience == Audience::Chair),
        agreed: entry.agreed.clone().filter(|_| keeps_to_it),
        card: card.filter(|card| may_see_card(state, audience, card)).map(|card| card.id.clone()),
        answer: answer_to(state, audience, entry).filter(|_| answered).cloned(),
        disagrees: named && record.disagreements.get(&tool.child).is_some_and(|named| named.entry == entry.id),
        repeats: is_console(audience).then(|| super::letter::repeats(state, &tool.child, entry)),
        removed: entry.removed,
    })
}

/// Lines taken off the board, for those who could see them on it.
fn removed(state: &State, audience: &Audience) -> LiteMap<CardId, CardView> {
    let off = state.record.cards.iter().filter(|card| card.removed);
    let as_it_was = off.map(|card| Card { removed: false, ..card.clone() });
    let seen = as_it_was.filter(|card| may_see_card(state, audience, card));
    seen.map(|card| (card.id.clone(), card_view(state, audience, At::Screen, &card))).collect()
}
