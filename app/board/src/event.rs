//! What has happened, in the past tense. Events are kept for ever and everything else is folded from them.
//!
//! Deliberately not here: rules. Whether something may happen is decided before it becomes an event.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::card::{Card, LineKind, Rank, Source};
use crate::copies::GivenCopy;
use crate::curtain::{Curtain, KeptBehind};
use crate::earlier::Earlier;
use crate::framework::Framework;
use crate::guard::{Guarded, Warning};
use crate::id::{
    ActionId, CardId, ChildId, CommandId, EntryId, GroupId, GuardId, MatterId, OfferId, OpinionId, PictureId, RatingId,
    SeatId, SectionKey, ToolId,
};
use crate::letter::LetterChoices;
use crate::matter::Matter;
use crate::outcome::{Action, AgencyView, Answer, Contingency, Decision, Disagreement, FamilyView, Rating};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::record::{Header, Offer, OfferState, PhaseEntered, ViewShown};
use crate::seat::{Seat, Wall};
use crate::sharing::{MayKnow, Override, Telling};
use crate::side_room::Sign;
use crate::sign_off::SignOff;
use crate::tool::{Entry, Tool};

mod lift;

/// The version in which event bodies are written now. A change of shape counts it up and adds a step to `lift`.
pub const VERSION: u16 = 2;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Event {
    /// The conference was opened with its framework; always the first event.
    ConferenceOpened {
        /// What meeting it is.
        header: Header,
        /// The method, whole.
        framework: Box<Framework>,
    },
    /// The head of the record was changed.
    HeaderChanged(Header),
    /// A join code was made; those who have it reach the lobby.
    DoorOpened {
        /// The code.
        code: String,
    },
    /// A child was recorded, or their details changed.
    ChildRecorded(Child),
    /// A person was recorded, or their details changed.
    PersonRecorded(Person),
    /// A tool was begun, or what surrounds it changed. Its entries come one by one.
    ToolRecorded(Tool),
    /// A child put something into a tool.
    EntryGiven {
        /// The tool.
        tool: ToolId,
        /// What was said, word for word.
        entry: Entry,
    },
    /// What is on a picture was said in words, together with the child.
    PictureDescribed {
        /// The entry.
        entry: EntryId,
        /// Its picture.
        picture: PictureId,
        /// What is on it.
        alt: String,
    },
    /// A child chose who may know an entry, and how it is told.
    SharingChosen {
        /// The entry.
        entry: EntryId,
        /// Who may know.
        may_know: MayKnow,
        /// How it is told.
        #[serde(default)]
        telling: Telling,
    },
    /// The chair told beyond a child's choice to keep somebody safe, or no longer has to.
    SafetyOverridden {
        /// The entry.
        entry: EntryId,
        /// What is told, to whom, and how it was explained.
        overridden: Option<Override>,
    },
    /// A young person's own conference was begun, or something in it was agreed.
    OwnConferenceHeld(OwnConference),
    /// A child's words came onto the wall for the first time.
    ChildsViewShown(ViewShown),
    /// A line was found fit for a child in a side room, or not.
    CardFitForChild {
        /// The card.
        card: CardId,
        /// Whether they see it.
        fit: bool,
    },
    /// A child in a side room sent a sign, or the chair took it up.
    SignGiven(Sign),
    /// Something was put on the do-not-show list, or changed.
    GuardSet(Guarded),
    /// Something was taken off the do-not-show list.
    GuardLifted {
        /// Which.
        guard: GuardId,
    },
    /// A warning of the release check was set aside.
    WarningSetAside {
        /// What was warned of.
        warnings: Vec<Warning>,
        /// Why the words could stay.
        reason: String,
    },
    /// A copy was given out.
    CopyGiven(GivenCopy),
    /// A child took an entry back.
    EntryTakenBack {
        /// The entry.
        entry: EntryId,
    },
    /// A taken-back entry was given again.
    EntryGivenAgain {
        /// The entry.
        entry: EntryId,
    },
    /// A card was put on the board.
    CardAdded(Card),
    /// An adult's card got other words.
    CardReworded {
        /// The card.
        card: CardId,
        /// Its words now.
        words: String,
    },
    /// What surrounds a card's words was changed.
    CardDescribed {
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
    /// A card was moved.
    CardMoved {
        /// The card.
        card: CardId,
        /// Where to.
        section: SectionKey,
        /// Its place there.
        rank: Rank,
    },
    /// A card was put with others, or taken from them.
    CardGrouped {
        /// The card.
        card: CardId,
        /// The group, or none.
        group: Option<GroupId>,
    },
    /// A card was taken off the board.
    CardRemoved {
        /// The card.
        card: CardId,
    },
    /// A card was put back.
    CardRestored {
        /// The card.
        card: CardId,
    },
    /// A child's words were answered, or the answer changed.
    EntryAnswered(Answer),
    /// An answer was taken back.
    AnswerWithdrawn {
        /// The entry that has none now.
        entry: EntryId,
    },
    /// Words of a child were named as what the child has against the decision.
    DisagreementNamed(Disagreement),
    /// They were found not to be that.
    DisagreementWithdrawn {
        /// The child.
        child: ChildId,
    },
    /// The chair chose how a child's letter is made.
    LetterPrepared(LetterChoices),
    /// Somebody gave a number.
    RatingGiven(Rating),
    /// A number was taken back.
    RatingWithdrawn {
        /// The rating.
        rating: RatingId,
    },
    /// A line of the plan was written or changed.
    ActionPlanned(Action),
    /// A line of the plan was dropped.
    ActionDropped {
        /// The action.
        action: ActionId,
    },
    /// What happens if the plan does not work was written.
    ContingencyWritten {
        /// What was written, or nothing.
        contingency: Option<Contingency>,
    },
    /// The chair decided for a child.
    DecisionMade(Decision),
    /// A decision was taken back.
    DecisionWithdrawn {
        /// The child.
        child: ChildId,
    },
    /// An agency gave its view.
    AgencyViewGiven(AgencyView),
    /// An agency's view was taken back.
    AgencyViewWithdrawn {
        /// The view.
        view: OpinionId,
    },
    /// Somebody of the family said what they think of the decision.
    FamilyViewGiven(FamilyView),
    /// A family member's view was taken back.
    FamilyViewWithdrawn {
        /// The view.
        view: OpinionId,
    },
    /// A phase was entered.
    PhaseEntered(PhaseEntered),
    /// Somebody offered a line from their own device.
    OfferMade(Offer),
    /// The chair settled an offer.
    OfferSettled {
        /// The offer.
        offer: OfferId,
        /// What became of it.
        state: OfferState,
    },
    /// The chair's hand moved the wall.
    WallTurned(Wall),
    /// A matter of record was put down, or changed.
    MatterRecorded(Matter),
    /// A matter was taken out again.
    MatterDropped {
        /// Which.
        matter: MatterId,
    },
    /// The conference looks back on an earlier one.
    EarlierFollowed(Box<Earlier>),
    /// The curtain was drawn, or other people were paused behind it.
    CurtainDrawn(Curtain),
    /// The curtain was opened.
    CurtainOpened {
        /// When.
        #[serde(with = "crate::iso::moment")]
        at: Timestamp,
    },
    /// Something without a choice of its own was said behind the curtain, or was shared with the room.
    KeptBehind(KeptBehind),
    /// A part of a split conference began, or the conference is in no part now.
    SittingBegan {
        /// The part.
        sitting: Option<MatterId>,
    },
    /// Numbers were hidden until all have given theirs, or revealed.
    NumbersHidden {
        /// Whether they are hidden.
        hidden: bool,
    },
    /// The chair approved the record.
    RecordSigned(SignOff),
    /// A seat was taken, or given to somebody else.
    SeatGiven(Seat),
    /// A seat was closed; its device sees nothing more.
    SeatClosed {
        /// The seat.
        seat: SeatId,
    },
}

/// An event that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "an event of kind '{kind}', version {version}, cannot be read by this Hearth; nothing is lost, a newer Hearth can read it"
)]
pub struct Unreadable {
    /// The kind as it is stored.
    pub kind: String,
    /// The version as it is stored.
    pub version: u16,
}

impl Event {
    /// Whether it only notes something about what happened beside it, and has nothing of its own to take back.
    pub fn is_note(&self) -> bool {
        matches!(self, Self::WarningSetAside { .. } | Self::ChildsViewShown(_))
    }

    /// The event as it is stored: its kind, and its body as JSON.
    ///
    /// # Errors
    /// None for any event that can be built; kept so that a mistake here can never end a conference.
    pub fn write(&self) -> Result<(String, String), serde_json::Error> {
        #[derive(Deserialize)]
        struct Stored {
            kind: String,
            body: serde_json::Value,
        }
        let stored: Stored = serde_json::from_value(serde_json::to_value(self)?)?;
        Ok((stored.kind, serde_json::to_string(&stored.body)?))
    }

    /// The event in a stored body. Bodies of earlier versions are lifted to today's shape here.
    ///
    /// # Errors
    /// When the kind or the version is not known, or the body is not of its shape.
    pub fn read(kind: &str, version: u16, body: &str) -> Result<Self, Unreadable> {
        let unreadable = || Unreadable { kind: kind.to_owned(), version };
        let body: serde_json::Value = serde_json::from_str(body).map_err(|_| unreadable())?;
        let body = lift::lift(kind, version, body).ok_or_else(unreadable)?;
        serde_json::from_value(serde_json::json!({ "kind": kind, "body": body })).map_err(|_| unreadable())
    }
}

/// What a command meant, so that it can be undone and redone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Something new.
    Do,
    /// Taking the actor's own last thing back.
    Undo,
    /// Doing it again.
    Redo,
}

impl Intent {
    /// The intent's name, as it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// The intent with this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Do, Self::Undo, Self::Redo].into_iter().find(|intent| intent.name() == name)
    }
}

/// Everything one command made happen, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// The command.
    pub command: CommandId,
    /// Who sent it, by their opaque name ([`Who::name`](crate::decide::Who::name)), never a person's. In logs of before accounts were
    /// named it says only what they were at the conference.
    pub actor: String,
    /// When it was decided.
    pub at: Timestamp,
    /// What it meant.
    pub intent: Intent,
    /// What happened.
    pub events: Vec<Event>,
}
