//! What each page is given by the server: everything it shows at first, and nothing that its visitor may not see.
//!
//! Deliberately not here: changing a conference (commands go over the socket) and forms (they post to plain addresses,
//! so that they work before the page is alive and without it).

use board::feedback::{Form, Theme};
use board::id::{ChildId, ConferenceId, ToolKey};
use board::language::{Tongue, Words};
use board::toolkit::{AgeBand, Template};
use board::view::{Difference, View};
use serde::{Deserialize, Serialize};

mod carry;
#[cfg(feature = "ssr")]
mod entry;
#[cfg(feature = "ssr")]
mod house;
#[cfg(feature = "ssr")]
mod record;

pub use carry::{Given, ask, receive, tell};
#[cfg(feature = "ssr")]
pub use entry::{EntryPage, Factor, Invite, Invited, SessionLine, Stay};
#[cfg(feature = "ssr")]
pub use house::{AccessNow, AccessPage, AccountLine, Choice, InvitationLine, LookedLine, LookedPage, PeoplePage};
#[cfg(feature = "ssr")]
pub use record::{ChecksPage, CopiesPage, CopyFile, FormNow, PartPage, Posted, RecordPage};

/// The way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorPage {
    /// Whether the first account is still to be made.
    pub is_new: bool,
    /// Who is signed in already.
    pub staff: Option<Staff>,
}

/// The list of conferences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The conferences, newest first.
    pub lines: Vec<ConferenceLine>,
    /// The day it is, as an ISO date.
    pub today: String,
    /// What whoever is signed in has to take notice of.
    pub notices: Vec<Notice>,
}

/// That somebody let themselves in to a conference of a team, for whoever manages the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// Who, when, until when and for what sort of reason.
    pub words: String,
    /// The reason in their words.
    pub because: String,
    /// The conference.
    pub conference: ConferenceId,
}

/// The form for a new conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The frameworks to choose from.
    pub frameworks: Vec<FrameworkLine>,
}

/// A conference that is made ready.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreparePage {
    /// The conference.
    pub opened: Opened,
    /// The kinds of tool to choose from.
    pub tools: Vec<ToolLine>,
    /// The code that was just made, to be read aloud or typed.
    pub handed: Option<Handed>,
}

/// A code that was just made for a child's device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// The device.
    pub device: Device,
    /// Whose it becomes.
    pub child: ChildId,
    /// The code, as it is shown: "KM7R-4TXW".
    pub code: String,
}

/// What a device is for, once a child has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// The child's own tools.
    Tablet,
    /// The child's own conference, and their tools.
    Own,
    /// The side room.
    SideRoom,
}

impl Device {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Tablet, Self::Own, Self::SideRoom];

    /// Its part of the page where it is handed over, by the name that stands in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tablet => "tablet",
            Self::Own => "own",
            Self::SideRoom => "side-room",
        }
    }
}

/// A member of staff who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Their name, as they are shown to themselves.
    pub name: String,
    /// What their account is for, in words.
    pub role: String,
    /// Where their pages lead them. The server asks again whoever comes.
    pub places: Vec<Place>,
}

impl Staff {
    /// Whether a page leads them there.
    pub fn has(&self, place: Place) -> bool {
        self.places.contains(&place)
    }
}

/// Somewhere a member of staff may be led.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The form for a new conference.
    NewConference,
    /// Their own place at a conference.
    Board,
    /// Getting a conference ready, at its console.
    Prepare,
    /// Its record.
    Record,
    /// Its minutes.
    Minutes,
    /// The accounts and teams.
    People,
    /// Who looked.
    Looked,
    /// Who may come to a conference.
    Access,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 8] = [
        Self::NewConference,
        Self::Board,
        Self::Prepare,
        Self::Record,
        Self::Minutes,
        Self::People,
        Self::Looked,
        Self::Access,
    ];
}

/// One conference in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConferenceLine {
    /// Its id.
    pub id: ConferenceId,
    /// "Maja and Tomek".
    pub title: String,
    /// "Initial conference".
    pub kind: String,
    /// ISO date, for sorting and for machines.
    pub date: String,
    /// "Thursday 24 September 2026".
    pub day: String,
    /// Time, in words.
    pub time: Option<String>,
    /// Where.
    pub place: String,
    /// The framework's name.
    pub framework: String,
    /// The phase it is in.
    pub phase: String,
    /// How many tools the children have completed.
    pub tools: u32,
    /// Invented people.
    pub demo: bool,
}

/// One framework to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
}

/// One kind of tool to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolLine {
    /// Its key.
    pub kind: ToolKey,
    /// Its name.
    pub name: String,
    /// For whom it is made.
    pub ages: Vec<AgeBand>,
}

/// A conference opened at a console.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The conference.
    pub id: ConferenceId,
    /// What this seat sees.
    pub view: View,
    /// Who is signed in.
    pub staff: Staff,
}

/// A console, and what the server draws for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsolePage {
    /// The conference.
    pub opened: Opened,
    /// What is drawn for it now.
    pub drawn: DrawnNow,
}

/// What the server draws for a console as texts, so that the console brings no code for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawnNow {
    /// How many pages the wall has to turn; at least one.
    pub pages: u16,
    /// Each text with its place: the wall's copy is "wall", last time's lines under the column "worries" are "last-worries".
    pub texts: Vec<(String, String)>,
}

impl DrawnNow {
    /// The text at a place; empty where there is none.
    pub fn at(&self, place: &str) -> String {
        self.texts.iter().find(|(at, _)| at == place).map_or_else(String::new, |(_, text)| text.clone())
    }
}

/// What a child's tablet says, in one language, and the tools it can be asked to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    /// The language.
    pub tongue: Tongue,
    /// Every language to choose from.
    pub tongues: Vec<Tongue>,
    /// Every word of the screens and the tools.
    pub words: Words,
    /// The tools.
    pub templates: Vec<Template>,
}

/// What a device with a seat shows. A program of the browser reads what the seats it is for have; of the others it knows
/// that they are others, and loads the page again to get their program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatPage {
    /// No seat, or the seat was closed.
    None,
    /// Waiting to be let in, by the name that was given.
    Lobby {
        /// The name.
        #[cfg(feature = "phone")]
        name: String,
    },
    /// Handed back by the child who had it: nothing of theirs is on it.
    HandedBack {
        /// The language it is said in.
        tongue: Tongue,
        /// Thank you.
        head: String,
        /// What is on the device, and who gets it now.
        text: String,
    },
    /// Put away until the numbers are typed.
    Away,
    /// Nothing of the conference is for this seat just now; it comes back by itself.
    Paused {
        /// The language it is said in.
        tongue: Tongue,
        /// Where the meeting is.
        head: String,
        /// What to do meanwhile.
        text: String,
    },
    /// A person's own device.
    Person {
        /// What the room calls them.
        #[cfg(feature = "phone")]
        name: String,
        /// What they see.
        #[cfg(feature = "phone")]
        view: Box<View>,
    },
    /// A child in a side room.
    SideRoom {
        /// The name the child goes by.
        #[cfg(feature = "tablet")]
        child: board::view::ChildView,
        /// What they see.
        #[cfg(feature = "tablet")]
        view: Box<View>,
    },
    /// A child's tablet.
    Tablet {
        /// The name the child goes by.
        #[cfg(feature = "tablet")]
        child: board::view::ChildView,
        /// About how old the child is.
        #[cfg(feature = "tablet")]
        age: AgeBand,
        /// Its words and tools.
        #[cfg(feature = "tablet")]
        kit: Box<Kit>,
        /// What it shows.
        #[cfg(feature = "tablet")]
        view: Box<View>,
    },
}

/// What a device shows as a wall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WallPage {
    /// Not paired yet: the code the chair types.
    Pairing {
        /// The code.
        code: String,
    },
    /// The board.
    Board {
        /// What the wall shows.
        view: Box<View>,
    },
}

/// What was counted of people's feedback in one quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The quarters there are: name, and words; the newest first.
    pub quarters: Vec<(String, String)>,
    /// The quarter that is shown, by its name.
    pub shown: String,
    /// Form by form.
    pub forms: Vec<FormResults>,
    /// What people wrote.
    pub wrote: Vec<Wrote>,
}

/// What was counted for one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormResults {
    /// The form.
    pub form: Form,
    /// How many people answered; nothing while too few have.
    pub people: Option<u32>,
    /// Question by question.
    pub asked: Vec<Counted>,
}

/// One question and how often each answer was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The question's key.
    pub key: String,
    /// What it is about.
    pub theme: Theme,
    /// Each answer and how often it was given, unless that is hidden.
    pub cells: Vec<(String, Option<u32>)>,
}

/// Something that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrote {
    /// On which form.
    pub form: Form,
    /// What they said it was about.
    pub theme: Option<Theme>,
    /// The words.
    pub words: String,
}

/// One audience whose eyes a chair can look through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsLine {
    /// Its name in the address.
    pub who: String,
    /// Its screen or paper in words: "Gosia’s own device".
    pub words: String,
}

/// What an audience has, as the chair looks at it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsShown {
    /// The screen of a seat.
    Seat(SeatPage),
    /// The wall.
    Wall(WallPage),
    /// The paper that lies at an address.
    Paper(String),
}

/// A conference through the eyes of one audience.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AsPage {
    /// The conference.
    pub id: ConferenceId,
    /// Who is signed in.
    pub staff: Staff,
    /// Whether these are invented people.
    pub demo: bool,
    /// Whose eyes.
    pub looked_at: AsLine,
    /// What they have.
    pub shown: AsShown,
    /// What stands beside it, for the chair alone.
    pub beside: Option<Beside>,
}

/// What the chair has beside somebody else's screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// All eyes there are.
    pub everybody: Vec<AsLine>,
    /// What these do not get of the chair's board, or get otherwise.
    pub differences: Vec<Difference>,
}
