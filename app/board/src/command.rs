//! What somebody asks for: one variant for each intent a person can have.
//!
//! Deliberately not here: whether they may. That is [`crate::decide`].

use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::card::{Card, LineKind, Source};
use crate::curtain::Thing;
use crate::guard::Guarded;
use crate::id::{
    ActionId, CardId, ChildId, CopyId, EntryId, GuardId, MatterId, OfferId, OpinionId, PersonId, PhaseKey, PictureId,
    PlaceKey, RatingId, SeatId, SectionKey, SignId, ToolId,
};
use crate::letter::LetterChoices;
use crate::matter::ReviewState;
use crate::outcome::{Action, AgencyView, Answer, Decision, FamilyView, Rating};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::record::Header;
use crate::seat::{Holder, Showing, Theme};
use crate::sharing::{MayKnow, Override, Telling};
use crate::side_room::Says;
use crate::tool::{Entry, Tool};

mod words;

/// One thing somebody asks for. New things carry ids made by the sender, so that asking twice is harmless. What a program of the browser
/// never asks for it cannot write either, so that it brings no code for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Put a new line on the board, at the end of its section.
    AddCard {
        /// The card; its rank is given by the board.
        card: Card,
    },
    /// Give an adult's line other words.
    RewordCard {
        /// The card.
        card: CardId,
        /// The words the sender had before them; if they are no longer the card's, nothing is replaced.
        was: String,
        /// The new words.
        words: String,
    },
    /// Say otherwise who said a line, about whom, what sort it is, or who may know it.
    DescribeCard {
        /// The card.
        card: CardId,
        /// What sort of line.
        line: LineKind,
        /// Who said it.
        source: Source,
        /// Which children.
        children: Vec<ChildId>,
        /// Who may know.
        may_know: MayKnow,
    },
    /// Move a line to a section, before another line or to the end.
    MoveCard {
        /// The card.
        card: CardId,
        /// Where to.
        section: SectionKey,
        /// The card it shall stand before; the end where there is none.
        before: Option<CardId>,
    },
    /// Put a line with another, or take it out of its group.
    GroupCard {
        /// The card.
        card: CardId,
        /// The card it belongs with, or nothing.
        with: Option<CardId>,
    },
    /// Take a line off the board; it can be put back.
    RemoveCard {
        /// The card.
        card: CardId,
    },
    /// Put a removed line back.
    RestoreCard {
        /// The card.
        card: CardId,
    },
    /// Put a child's entry on the board, word for word.
    PullEntry {
        /// The entry.
        entry: EntryId,
        /// The new card's id.
        card: CardId,
        /// Where to, when not where its house feeds.
        section: Option<SectionKey>,
    },
    /// Say what was done about a child's words.
    AnswerEntry {
        /// The answer.
        answer: Answer,
    },
    /// Name the words with which a child disagrees with the decision, or say that none of them do.
    NameDisagreement {
        /// The child.
        child: ChildId,
        /// The child's words, or none.
        entry: Option<EntryId>,
    },
    /// Choose how a child's letter is made.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    PrepareLetter {
        /// What was chosen.
        letter: LetterChoices,
    },
    /// Take back the last thing I did.
    Undo,
    /// Do it again.
    Redo,
    /// Give a number, or change it.
    Rate {
        /// The rating.
        rating: Rating,
    },
    /// Take a number back.
    WithdrawRating {
        /// The rating.
        rating: RatingId,
    },
    /// Write a line of the plan, or change it.
    Plan {
        /// The action.
        action: Action,
    },
    /// Drop a line of the plan.
    DropAction {
        /// The action.
        action: ActionId,
    },
    /// Write what happens if the plan does not work.
    WriteContingency {
        /// The words; none to clear them.
        words: Option<String>,
    },
    /// Decide for a child.
    Decide {
        /// The decision.
        decision: Decision,
    },
    /// Record an agency's view.
    GiveAgencyView {
        /// The view.
        view: AgencyView,
    },
    /// Take an agency's view back.
    WithdrawAgencyView {
        /// The view.
        view: OpinionId,
    },
    /// Record what somebody of the family says about the decision.
    GiveFamilyView {
        /// The view.
        view: FamilyView,
    },
    /// Enter a phase, in any order.
    EnterPhase {
        /// The phase.
        phase: PhaseKey,
        /// Why required phases are left out, when some are.
        reason: Option<String>,
    },
    /// Hold the wall on something, or let it follow the phase.
    ShowOnWall {
        /// What to show; nothing to follow the phase.
        showing: Option<Showing>,
    },
    /// Turn the wall's page.
    TurnPage {
        /// The page, from 0.
        page: u16,
    },
    /// Empty the wall, or show it again.
    Blank {
        /// Whether it is empty.
        blank: bool,
    },
    /// Point at a line, or at none.
    Point {
        /// The card.
        card: Option<CardId>,
    },
    /// Say what light the room has.
    Light {
        /// The theme.
        theme: Theme,
    },
    /// Say who is speaking, or that nobody is.
    Speak {
        /// The person.
        person: Option<PersonId>,
    },
    /// Change the head of the record.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    ChangeHeader {
        /// The head.
        header: Header,
    },
    /// Record a child, or change their details.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    RecordChild {
        /// The child.
        child: Child,
    },
    /// Record a person, or change their details.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    RecordPerson {
        /// The person.
        person: Person,
    },
    /// Say that a person is in the room, or has stepped out.
    StepOut {
        /// The person.
        person: PersonId,
        /// Whether they are out.
        out: bool,
    },
    /// Begin a child's tool, or change what surrounds it.
    #[cfg_attr(not(any(feature = "own", feature = "prepare")), serde(skip_serializing))]
    RecordTool {
        /// The tool; its entries are given one by one.
        tool: Tool,
    },
    /// Put something into a tool, word for word.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    GiveEntry {
        /// The tool.
        tool: ToolId,
        /// What was said.
        entry: Entry,
    },
    /// Say in words what is on a picture of an entry.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    DescribePicture {
        /// The entry.
        entry: EntryId,
        /// Its picture.
        picture: PictureId,
        /// What is on it, in words found together with the child.
        alt: String,
    },
    /// Choose who may know an entry, and how it is told.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    ChooseSharing {
        /// The entry.
        entry: EntryId,
        /// Who may know.
        may_know: MayKnow,
        /// How it is told.
        #[serde(default)]
        telling: Telling,
    },
    /// Tell beyond a child's choice to keep somebody safe, or no longer.
    OverrideSharing {
        /// The entry.
        entry: EntryId,
        /// What is told, to whom, and how it was explained; nothing to withdraw it.
        overridden: Option<Override>,
    },
    /// What a child says to an override.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    AnswerOverride {
        /// The entry.
        entry: EntryId,
        /// The child's words, exactly.
        words: String,
    },
    /// Begin a young person's own conference, or put down what was agreed in it.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    HoldOwnConference {
        /// The conference of their own; when it was agreed is the board's to say.
        own: OwnConference,
    },
    /// Agree how the board of one's own conference is shared.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    AgreeSharing {
        /// Whose.
        child: ChildId,
    },
    /// Say whether a child in a side room sees a line.
    FitForChild {
        /// The card.
        card: CardId,
        /// Whether they see it.
        fit: bool,
    },
    /// Send a sign from a side room.
    SendSign {
        /// The sign's id.
        sign: SignId,
        /// The line it is about.
        card: Option<CardId>,
        /// What it says.
        says: Says,
        /// What the child wrote with it.
        words: Option<String>,
    },
    /// Say, from a side room, whether the wall may tell that one is here.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    SayHere {
        /// Whether it may.
        here: bool,
    },
    /// Take up a sign.
    TakeUpSign {
        /// The sign.
        sign: SignId,
    },
    /// Put something on the do-not-show list, or change it.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    Guard {
        /// What must not be shown.
        guarded: Guarded,
    },
    /// Take something off the do-not-show list.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    Unguard {
        /// Which.
        guard: GuardId,
    },
    /// Write down that a copy was given out.
    #[cfg_attr(not(feature = "prepare"), serde(skip_serializing))]
    GiveCopy {
        /// The copy's id.
        copy: CopyId,
        /// Whose copy.
        to: Audience,
        /// How it was given.
        how: String,
    },
    /// Do something although the release check warns of it.
    Anyway {
        /// What is done.
        command: Box<Command>,
        /// Why the words can stay.
        reason: String,
    },
    /// Open or close one place of the child's tool that is on the wall.
    OpenPlace {
        /// The place.
        place: PlaceKey,
        /// Whether it is open.
        open: bool,
    },
    /// Show a drawing on the wall after its description, or cover it again.
    Reveal {
        /// The entry it belongs to.
        entry: EntryId,
        /// Whether it is seen.
        seen: bool,
    },
    /// Keep a child's words off the wall for now, or show them again.
    NotNow {
        /// The child.
        child: ChildId,
        /// Whether not now.
        not_now: bool,
    },
    /// Take an entry back, or give it again.
    #[cfg_attr(not(feature = "own"), serde(skip_serializing))]
    TakeBackEntry {
        /// The entry.
        entry: EntryId,
        /// Whether it is taken back.
        back: bool,
    },
    /// Offer a line from one's own device.
    OfferLine {
        /// The offer's id.
        offer: OfferId,
        /// The words.
        words: String,
    },
    /// Put an offered line on the board.
    TakeOffer {
        /// The offer.
        offer: OfferId,
        /// The new card; its words are the offer's.
        card: Card,
    },
    /// Say not now to an offered line.
    DeclineOffer {
        /// The offer.
        offer: OfferId,
    },
    /// Let somebody in the lobby in as a person of the conference, or close a seat, or open one.
    GiveSeat {
        /// The seat.
        seat: SeatId,
        /// Who it is for.
        holder: Holder,
    },
    /// Close a seat; its device sees nothing more.
    CloseSeat {
        /// The seat.
        seat: SeatId,
    },
    /// Draw the curtain, or pause other people behind it.
    DrawCurtain {
        /// Whose devices are paused; those on the family's side of the table where nobody is named.
        paused: Option<Vec<PersonId>>,
        /// Why, in words for the file.
        why: Option<String>,
    },
    /// Open the curtain, and say which of the lines put down behind it may be shared with the room.
    OpenCurtain {
        /// The id under which the record keeps that there was such a part.
        part: MatterId,
        /// The lines that may be shared; all others stay as they are.
        shared: Vec<CardId>,
        /// Whatever else was said behind it and may be shared.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        things: Vec<Thing>,
    },
    /// Share with the room what stayed behind the curtain when it opened.
    ShareBehind {
        /// What.
        things: Vec<Thing>,
    },
    /// Begin a part of a split conference, or be in no part.
    BeginSitting {
        /// The part.
        sitting: Option<MatterId>,
    },
    /// Hide numbers until all have given theirs, or reveal them.
    HideNumbers {
        /// Whether they are hidden.
        hidden: bool,
    },
    /// Say what became of a line of last time's board, at a review.
    TellFate {
        /// The id of what is put down.
        fate: MatterId,
        /// The line of last time.
        card: CardId,
        /// What became of it.
        state: ReviewState,
        /// The id of its line on today's board, when it is to stand there.
        now: CardId,
    },
    /// Make a new join code; those let in stay in.
    OpenDoor {
        /// The code.
        code: String,
    },
}
