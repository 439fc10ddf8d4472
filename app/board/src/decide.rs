//! The rules: what a command makes happen, or why it does not. Pure: time comes in, events come out.
//!
//! Deliberately not here: changing anything. Events change the state when they have been stored.

use jiff::Timestamp;

use crate::command::Command;
use crate::event::{Event, Intent};
use crate::id::{CardId, ChildId, EntryId, PersonId, SeatId};
use crate::rejection::Rejection;
use crate::state::State;

mod answers;
mod behind;
mod cards;
mod closed;
mod curtain;
mod entries;
mod keeping;
mod outcomes;
mod own;
mod people;
mod pictures;
mod release;
mod review;
mod rights;
mod sharing;
mod showing;
mod texts;
mod wall;
mod who;

pub use keeping::keep;
pub(crate) use release::would_be_read;
pub(crate) use rights::{prepared_by_support, prepared_by_the_social_worker};
pub use who::Who;
pub(crate) use who::{name_at, without_account};

/// What somebody who sends a command is at the conference: a standing, never a name from the wire. The rights hang on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The chair, at the console.
    Chair,
    /// The minute taker, at the console.
    Clerk,
    /// The children's social worker at the record's pages, by the person they are at this conference.
    SocialWorker(PersonId),
    /// Business support at the record's pages.
    Support,
    /// A person of the conference, on their own device.
    Person(PersonId),
    /// A tablet with one child's tools.
    Tablet(ChildId),
    /// A child in another room.
    SideRoom(ChildId),
    /// A device that asks to be let in.
    Lobby(SeatId),
    /// The wall; it can do nothing.
    Wall,
}

/// What the rules may know of the world outside.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The time.
    pub now: Timestamp,
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// What it meant.
    pub intent: Intent,
    /// What happened; empty when everything was so already.
    pub events: Vec<Event>,
}

/// Carries a command to the rule that decides it. A seat that has no right to a thing is refused before any rule looks
/// at what the thing is, and words that hold something their readers may not know are looked at again first.
///
/// # Errors
/// The rejection that says why nothing happens.
pub fn decide(state: &State, who: &Who, command: &Command, context: Context) -> Result<Decided, Rejection> {
    let actor = &who.actor;
    rights::check(actor, command)?;
    closed::is_open(state, command)?;
    match command {
        Command::Undo => steps_back(state, who, context),
        Command::Redo => steps_forth(state, who, context),
        Command::Anyway { command, reason } => set_aside(state, actor, command, reason, context),
        asked => {
            let events = carry_out(state, actor, asked, context)?;
            release::check(state, actor, asked)?;
            Ok(Decided { intent: Intent::Do, events: showing::with_first(state, events, context) })
        }
    }
}

/// A warning can be set aside with a reason, which the log keeps with what was warned of.
fn set_aside(
    state: &State,
    actor: &Actor,
    command: &Command,
    reason: &str,
    context: Context,
) -> Result<Decided, Rejection> {
    rights::check(actor, command)?;
    texts::line(reason)?;
    let events = carry_out(state, actor, command, context)?;
    let events = showing::with_first(state, events, context);
    let noted = release::noted(release::check(state, actor, command), reason);
    Ok(Decided { intent: Intent::Do, events: events.into_iter().chain(noted).collect() })
}

/// The events of a command that is neither a step back nor a warning set aside.
fn carry_out(state: &State, actor: &Actor, command: &Command, context: Context) -> Result<Vec<Event>, Rejection> {
    match command {
        // Steps and warnings are taken one at a time, never one inside another. A step that brings out what must be looked at
        // again is not taken at all: another may be the last by the time that somebody has written why.
        Command::Undo | Command::Redo | Command::Anyway { .. } => Err(Rejection::NotFound),
        Command::AddCard { card } => cards::add(state, actor, card),
        Command::RewordCard { card, was, words } => cards::reword(state, actor, card, was, words),
        Command::DescribeCard { card, line, source, children, may_know } => {
            cards::describe(state, actor, card, &cards::Described { line: *line, source, children, may_know })
        }
        Command::MoveCard { card, section, before } => cards::shift(state, actor, card, section, before.as_ref()),
        Command::GroupCard { card, with } => cards::group(state, actor, card, with.as_ref()),
        Command::RemoveCard { card } => cards::remove(state, actor, card),
        Command::RestoreCard { card } => cards::restore(state, actor, card),
        Command::PullEntry { entry, card, section } => entries::pull(state, entry, card, section.as_ref()),
        Command::AnswerEntry { answer } => answers::answer(state, actor, answer),
        Command::NameDisagreement { child, entry } => answers::disagree(state, actor, child, entry.as_ref()),
        Command::PrepareLetter { letter } => answers::letter(state, letter),
        Command::RecordTool { tool } => entries::record_tool(state, actor, tool),
        Command::GiveEntry { tool, entry } => entries::give(state, actor, tool, entry),
        Command::ChooseSharing { entry, may_know, telling } => sharing::choose(state, actor, entry, may_know, telling),
        Command::OverrideSharing { entry, overridden } => sharing::override_choice(state, entry, overridden.as_ref()),
        Command::AnswerOverride { entry, words } => sharing::answer_override(state, actor, entry, words),
        Command::HoldOwnConference { own } => own::hold(state, actor, own),
        Command::AgreeSharing { child } => own::agree(state, actor, child, context),
        Command::FitForChild { card, fit } => cards::fit_for_child(state, actor, card, *fit),
        Command::SendSign { sign, card, says, words } => {
            own::sign(state, actor, sign, card.as_ref(), *says, words.as_deref(), context)
        }
        Command::SayHere { here } => own::say_here(state, actor, *here),
        Command::TakeUpSign { sign } => own::take_up(state, sign),
        Command::Guard { guarded } => release::guard(state, guarded),
        Command::Unguard { guard } => Ok(release::unguard(state, guard)),
        Command::GiveCopy { copy, to, how } => release::give_copy(state, copy, to, how, context),
        Command::OpenPlace { place, open } => Ok(wall::open_place(state, place, *open)),
        Command::Reveal { entry, seen } => wall::reveal(state, entry, *seen),
        Command::NotNow { child, not_now } => wall::not_now(state, child, *not_now),
        Command::DescribePicture { entry, picture, alt } => pictures::describe(state, actor, entry, picture, alt),
        Command::TakeBackEntry { entry, back } => entries::take_back(state, actor, entry, *back),
        Command::Rate { rating } => outcomes::rate(state, actor, rating),
        Command::WithdrawRating { rating } => outcomes::withdraw_rating(state, actor, rating),
        Command::Plan { action } => outcomes::plan(state, actor, action),
        Command::DropAction { action } => outcomes::drop_action(state, actor, action),
        Command::WriteContingency { words } => outcomes::contingency(state, actor, words.as_deref()),
        Command::Decide { decision } => outcomes::decide(state, decision),
        Command::GiveAgencyView { view } => outcomes::agency_view(state, view),
        Command::WithdrawAgencyView { view } => outcomes::withdraw_agency_view(state, view),
        Command::GiveFamilyView { view } => outcomes::family_view(state, view),
        Command::EnterPhase { phase, reason } => wall::enter_phase(state, phase, reason.as_deref(), context),
        Command::ShowOnWall { showing } => wall::show(state, showing.as_ref()),
        Command::TurnPage { page } => Ok(wall::turn(state, |wall| wall.page = *page)),
        Command::Blank { blank } => Ok(wall::turn(state, |wall| wall.blank = *blank)),
        Command::Point { card } => wall::point(state, card.as_ref()),
        Command::Light { theme } => Ok(wall::turn(state, |wall| wall.theme = *theme)),
        Command::Speak { person } => wall::speak(state, person.as_ref()),
        Command::ChangeHeader { header } => people::change_header(state, header),
        Command::RecordChild { child } => people::record_child(child),
        Command::RecordPerson { person } => people::record_person(state, person),
        Command::StepOut { person, out } => people::step_out(state, person, *out),
        Command::OfferLine { offer, words } => entries::offer(state, actor, offer, words),
        Command::TakeOffer { offer, card } => entries::take_offer(state, actor, offer, card),
        Command::DeclineOffer { offer } => entries::decline_offer(state, offer),
        Command::GiveSeat { seat, holder } => people::give_seat(state, actor, seat, holder),
        Command::CloseSeat { seat } => people::close_seat(state, seat),
        Command::DrawCurtain { paused, why } => curtain::draw(state, paused.as_deref(), why.as_deref(), context),
        Command::OpenCurtain { part, shared, things } => {
            curtain::open(state, &curtain::Opening { part, lines: shared, things }, context)
        }
        Command::ShareBehind { things } => behind::share(state, things),
        Command::BeginSitting { sitting } => curtain::begin_sitting(state, sitting.as_ref()),
        Command::HideNumbers { hidden } => Ok(curtain::hide_numbers(state, *hidden)),
        Command::TellFate { fate, card, state: became, now } => {
            review::tell_fate(state, actor, &review::Told { fate, card, state: *became, now })
        }
        Command::OpenDoor { code } => Ok(people::open_door(state, code)),
    }
}

/// What putting an entry on the board would make happen, for those who look at a conference as it could become.
pub(crate) fn pulled(state: &State, entry: &EntryId, card: &CardId) -> Result<Vec<Event>, Rejection> {
    entries::pull(state, entry, card, None)
}

/// Everybody can take back their own last thing, step by step, and nobody else's. What would come out again by it is looked at
/// first.
fn steps_back(state: &State, who: &Who, context: Context) -> Result<Decided, Rejection> {
    let events = state.step_back(&who.name()).ok_or(Rejection::NothingToUndo)?;
    release::check_step(state, events)?;
    Ok(Decided { intent: Intent::Undo, events: showing::with_first(state, events.to_vec(), context) })
}

/// What was taken back can be done again until something new is done.
fn steps_forth(state: &State, who: &Who, context: Context) -> Result<Decided, Rejection> {
    let events = state.step_forth(&who.name()).ok_or(Rejection::NothingToUndo)?;
    release::check_step(state, events)?;
    Ok(Decided { intent: Intent::Redo, events: showing::with_first(state, events.to_vec(), context) })
}
