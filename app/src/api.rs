//! What pages ask the server for. Each function is one question to the backend and nothing more.
//!
//! Deliberately not here: changing a conference (commands go over the socket) and forms (they post to plain addresses,
//! so that they work before the page is alive and without it).

use board::feedback::{Form, Theme};
use board::id::{ConferenceId, ToolKey};
use board::language::{Tongue, Words};
use board::toolkit::{AgeBand, Template};
use board::view::{Difference, View};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// A member of staff who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Their name, as they are shown to themselves.
    pub name: String,
    /// Whether they chair, or take minutes.
    pub chair: bool,
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
    #[serde(with = "board::packed")]
    pub view: View,
    /// Who is signed in.
    pub staff: Staff,
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

/// The same, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedKit(#[serde(with = "board::packed")] pub Box<Kit>);

/// What a device with a seat shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatPage {
    /// No seat, or the seat was closed.
    None,
    /// Waiting to be let in, by the name that was given.
    Lobby {
        /// The name.
        name: String,
    },
    /// A person's own device.
    Person {
        /// What the room calls them.
        name: String,
        /// What they see.
        #[serde(with = "board::packed")]
        view: Box<View>,
    },
    /// A child in a side room.
    SideRoom {
        /// The name the child goes by.
        child: board::view::ChildView,
        /// What they see.
        #[serde(with = "board::packed")]
        view: Box<View>,
    },
    /// A child's tablet.
    Tablet {
        /// The name the child goes by.
        child: board::view::ChildView,
        /// About how old the child is.
        age: AgeBand,
        /// Its words and tools.
        #[serde(with = "board::packed")]
        kit: Box<Kit>,
        /// What it shows.
        #[serde(with = "board::packed")]
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
        #[serde(with = "board::packed")]
        view: Box<View>,
    },
}

/// What was counted of people's feedback in one quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackPage {
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
    /// Whose eyes.
    pub looked_at: AsLine,
    /// All eyes there are.
    pub everybody: Vec<AsLine>,
    /// What they have.
    pub shown: AsShown,
    /// What they do not get of the chair's board, or get otherwise.
    pub differences: Vec<Difference>,
}

#[cfg(feature = "ssr")]
fn backend() -> Result<crate::backend::SharedBackend, Failure> {
    use_context().ok_or(Failure::Unavailable)
}

/// Who is signed in.
#[server(endpoint = "staff", input = Json, output = Json)]
pub async fn who_is_signed_in() -> Result<Option<Staff>, Failure> {
    backend()?.staff().await
}

/// Whether the first account is still to be made.
#[server(endpoint = "is-new", input = Json, output = Json)]
pub async fn is_new() -> Result<bool, Failure> {
    backend()?.is_new().await
}

/// The conferences of whoever is signed in.
#[server(endpoint = "conferences", input = Json, output = Json)]
pub async fn list_conferences() -> Result<Vec<ConferenceLine>, Failure> {
    backend()?.conferences().await
}

/// The frameworks to choose from.
#[server(endpoint = "frameworks", input = Json, output = Json)]
pub async fn list_frameworks() -> Result<Vec<FrameworkLine>, Failure> {
    backend()?.frameworks().await
}

/// The kinds of tool to choose from.
#[server(endpoint = "tools", input = Json, output = Json)]
pub async fn list_tools() -> Result<Vec<ToolLine>, Failure> {
    backend()?.tools().await
}

/// A conference at a console.
#[server(endpoint = "console", input = Json, output = Json)]
pub async fn open_console(
    /// The conference.
    conference: ConferenceId,
) -> Result<Opened, Failure> {
    backend()?.console(&conference).await
}

/// What an audience has of a conference, for its chair.
#[server(endpoint = "view-as", input = Json, output = Json)]
pub async fn open_view_as(
    /// The conference.
    conference: ConferenceId,
    /// The audience, by its name in addresses.
    who: String,
) -> Result<AsPage, Failure> {
    backend()?.view_as(&conference, &who).await
}

/// What this device's seat shows.
#[server(endpoint = "seat", input = Json, output = Json)]
pub async fn open_seat(
    /// The language that the address asks for, on a child's tablet.
    language: Option<String>,
) -> Result<SeatPage, Failure> {
    backend()?.seat(language).await
}

/// A child's tablet in another language.
#[server(endpoint = "kit", input = Json, output = Json)]
pub async fn open_kit(
    /// The language.
    language: String,
) -> Result<PackedKit, Failure> {
    match backend()?.seat(Some(language)).await? {
        SeatPage::Tablet { kit, .. } => Ok(PackedKit(kit)),
        SeatPage::None | SeatPage::Lobby { .. } | SeatPage::Person { .. } | SeatPage::SideRoom { .. } => {
            Err(Failure::NotFound)
        }
    }
}

/// What this device shows as a wall.
#[server(endpoint = "wall", input = Json, output = Json)]
pub async fn open_wall() -> Result<WallPage, Failure> {
    backend()?.wall().await
}

/// What was counted of people's feedback; the newest quarter unless another is named.
#[server(endpoint = "feedback", input = Json, output = Json)]
pub async fn read_feedback(
    /// The quarter, by its name.
    quarter: Option<String>,
) -> Result<FeedbackPage, Failure> {
    backend()?.feedback(quarter).await
}
