//! Which address shows which page, and which program of the browser brings it to life.
//!
//! Deliberately not here: what a page asks for or draws, and what is asked for after the `?` (that is [`crate::here`]).

use board::feedback::Form;
use board::file::Part;
use leptos::prelude::*;

use crate::here::Here;
use crate::pages;
use crate::program::Program;
use crate::ui::IntoPart as _;

mod entry;

pub use entry::Entry;

/// A page, by its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// The way in.
    Door,
    /// The first account, with the link's token.
    Setup(String),
    /// A page about one's own way in.
    Entry(Entry),
    /// The list.
    Conferences,
    /// A new conference.
    NewConference,
    /// A conference's console.
    Console(String),
    /// Getting a conference ready.
    Prepare(String),
    /// What goes back to the children after it.
    After(String),
    /// The overview of a conference's record.
    Record(String),
    /// A part of a conference's record.
    RecordPart(String, Part),
    /// What is asked before the chair approves the record.
    Checks(String),
    /// Who gets which copy of the record.
    Copies(String),
    /// A conference through somebody else's eyes: the conference, and who.
    As(String, String),
    /// Who may come to a conference.
    Access(String),
    /// The accounts and teams.
    People,
    /// Who looked.
    Looked,
    /// What people said of our meetings.
    FeedbackResults,
    /// After a feedback form.
    FeedbackThanks,
    /// A feedback form.
    Feedback(Form),
    /// The seat of this device.
    Seat,
    /// A wall.
    Wall,
    /// No page of ours.
    Nothing,
}

impl Address {
    /// The addresses that are pages, as the server's router writes them.
    pub const PATHS: [&str; 27] = [
        "/",
        "/setup/{token}",
        Entry::Code.path(),
        Entry::Sessions.path(),
        Entry::SecondFactor.path(),
        Entry::Password.path(),
        Entry::Again.path(),
        Entry::Invited.path(),
        Entry::Invite.path(),
        "/conferences",
        "/conferences/new",
        "/conferences/{id}",
        "/conferences/{id}/prepare",
        "/conferences/{id}/after",
        "/conferences/{id}/record",
        "/conferences/{id}/record/{part}",
        "/conferences/{id}/checks",
        "/conferences/{id}/copies",
        "/conferences/{id}/as/{who}",
        "/conferences/{id}/access",
        "/people",
        "/looked",
        "/feedback/results",
        "/feedback/thanks",
        "/feedback/{form}",
        "/seat",
        "/wall",
    ];

    /// The page at a path. A program of the browser does not know the pages that have none.
    pub fn of(path: &str) -> Self {
        let steps: Vec<&str> = path.trim_matches('/').split('/').collect();
        match steps.as_slice() {
            [""] => Self::Door,
            ["setup", token] => Self::Setup((*token).to_owned()),
            ["conferences"] => Self::Conferences,
            ["conferences", "new"] => Self::NewConference,
            ["conferences", id] => Self::Console((*id).to_owned()),
            ["conferences", id, "prepare"] => Self::Prepare((*id).to_owned()),
            ["conferences", id, "after"] => Self::After((*id).to_owned()),
            #[cfg(feature = "ssr")]
            ["conferences", id, "record"] => Self::Record((*id).to_owned()),
            #[cfg(feature = "ssr")]
            ["conferences", id, "record", part] => {
                Part::coded(part).map_or(Self::Nothing, |part| Self::RecordPart((*id).to_owned(), part))
            }
            #[cfg(feature = "ssr")]
            ["conferences", id, "checks"] => Self::Checks((*id).to_owned()),
            #[cfg(feature = "ssr")]
            ["conferences", id, "copies"] => Self::Copies((*id).to_owned()),
            ["conferences", id, "as", who] => Self::As((*id).to_owned(), (*who).to_owned()),
            #[cfg(feature = "ssr")]
            ["conferences", id, "access"] => Self::Access((*id).to_owned()),
            #[cfg(feature = "ssr")]
            ["people"] => Self::People,
            #[cfg(feature = "ssr")]
            ["looked"] => Self::Looked,
            ["feedback", "results"] => Self::FeedbackResults,
            ["feedback", "thanks"] => Self::FeedbackThanks,
            ["feedback", form] => Form::coded(form).map_or(Self::Nothing, Self::Feedback),
            ["seat"] => Self::Seat,
            ["wall"] => Self::Wall,
            #[cfg(feature = "ssr")]
            _ => Entry::at(path).map_or(Self::Nothing, Self::Entry),
            #[cfg(not(feature = "ssr"))]
            _ => Self::Nothing,
        }
    }

    /// The title of the window. It names nobody: a title is read over shoulders and kept in histories.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Door => "Hearth: come in",
            Self::Setup(_) => "Hearth: first account",
            Self::Entry(entry) => entry.title(),
            Self::Conferences => "Hearth: your conferences",
            Self::NewConference => "Hearth: new conference",
            Self::Prepare(_) => "Hearth: prepare",
            Self::After(_) => "Hearth: after the conference",
            Self::Record(_) | Self::RecordPart(..) => "Hearth: the record",
            Self::Checks(_) => "Hearth: before you finish",
            Self::Copies(_) => "Hearth: copies",
            Self::As(..) => "Hearth: view as",
            Self::Access(_) => "Hearth: who may come",
            Self::People => "Hearth: people and teams",
            Self::Looked => "Hearth: who looked",
            Self::FeedbackResults => "Hearth: what people say of our meetings",
            Self::FeedbackThanks => "Hearth: thank you",
            Self::Feedback(_) => "Hearth: how was it?",
            Self::Seat => "Meeting",
            Self::Console(_) | Self::Wall | Self::Nothing => "Hearth",
        }
    }

    /// The program that brings the page to life; `is_childs` says that the seat of this device is a child's. The record's pages, those
    /// about the house and those about one's own way in need none: they are forms.
    pub fn program(&self, is_childs: bool) -> Option<Program> {
        match self {
            Self::Wall => Some(Program::Wall),
            Self::Console(_) => Some(Program::Console),
            Self::As(..) => Some(Program::Eyes),
            Self::Seat if is_childs => Some(Program::Tablet),
            Self::Conferences
            | Self::NewConference
            | Self::Prepare(_)
            | Self::After(_)
            | Self::Setup(_)
            | Self::FeedbackResults => Some(Program::Desk),
            Self::Seat => Some(Program::Phone),
            Self::Door | Self::Feedback(_) | Self::FeedbackThanks | Self::Nothing => Some(Program::Door),
            Self::Record(_)
            | Self::RecordPart(..)
            | Self::Checks(_)
            | Self::Copies(_)
            | Self::Access(_)
            | Self::People
            | Self::Looked
            | Self::Entry(_) => None,
        }
    }

    /// Whether staff may write here for a long time without anything being sent: there it is said before they are signed out.
    /// A console says it by itself, and so does what has a seat.
    pub fn is_written_on(&self) -> bool {
        match self {
            Self::NewConference
            | Self::Prepare(_)
            | Self::After(_)
            | Self::Record(_)
            | Self::RecordPart(..)
            | Self::Checks(_)
            | Self::Copies(_)
            | Self::Access(_)
            | Self::People => true,
            Self::Door
            | Self::Setup(_)
            | Self::Entry(_)
            | Self::Conferences
            | Self::Console(_)
            | Self::As(..)
            | Self::Looked
            | Self::FeedbackResults
            | Self::FeedbackThanks
            | Self::Feedback(_)
            | Self::Seat
            | Self::Wall
            | Self::Nothing => false,
        }
    }
}

/// The page at an address. Every one is whole before it is sent, so that it can be read without a script.
#[component]
pub fn App(
    /// Which page.
    address: Address,
    /// What is asked for in the address.
    here: Here,
) -> impl IntoView {
    provide_context(here);
    match address {
        #[cfg(feature = "door")]
        Address::Door => view! { <pages::Door /> }.into_part(),
        #[cfg(feature = "desk")]
        Address::Setup(token) => view! { <pages::Setup token /> }.into_part(),
        #[cfg(feature = "desk")]
        Address::Conferences => view! { <pages::Conferences /> }.into_part(),
        #[cfg(feature = "desk")]
        Address::NewConference => view! { <pages::NewConference /> }.into_part(),
        #[cfg(feature = "console")]
        Address::Console(_) => view! { <pages::ConsolePage /> }.into_part(),
        #[cfg(feature = "desk")]
        Address::Prepare(_) => view! { <pages::PreparePage /> }.into_part(),
        #[cfg(feature = "desk")]
        Address::After(_) => view! { <pages::AfterPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::Entry(_) => view! { <pages::EntryPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::Record(_) => view! { <pages::RecordPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::RecordPart(..) => view! { <pages::RecordPartPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::Checks(_) => view! { <pages::ChecksPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::Copies(_) => view! { <pages::CopiesPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::Access(_) => view! { <pages::AccessPage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::People => view! { <pages::PeoplePage /> }.into_part(),
        #[cfg(feature = "ssr")]
        Address::Looked => view! { <pages::LookedPage /> }.into_part(),
        #[cfg(feature = "eyes")]
        Address::As(..) => view! { <pages::ViewAsPage /> }.into_part(),
        #[cfg(feature = "desk")]
        Address::FeedbackResults => view! { <pages::FeedbackResults /> }.into_part(),
        #[cfg(feature = "door")]
        Address::FeedbackThanks => view! { <pages::FeedbackThanks /> }.into_part(),
        #[cfg(feature = "door")]
        Address::Feedback(form) => view! { <pages::FeedbackForm form /> }.into_part(),
        #[cfg(any(feature = "phone", feature = "tablet"))]
        Address::Seat => view! { <pages::SeatRoute /> }.into_part(),
        #[cfg(feature = "wall")]
        Address::Wall => view! { <pages::WallRoute /> }.into_part(),
        Address::Nothing => view! { <pages::NotFound /> }.into_part(),
        // A page of another program: the address has changed without the server.
        #[cfg(not(feature = "ssr"))]
        _ => view! { <pages::Elsewhere /> }.into_part(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_brings_its_own_program() {
        let of = |path| Address::of(path).program(false);
        assert_eq!([of("/"), of("/feedback/child"), of("/nothing-here")], [Some(Program::Door); 3]);
        assert_eq!(of("/seat"), Some(Program::Phone));
        assert_eq!(
            [of("/conferences"), of("/conferences/new"), of("/conferences/abc/prepare"), of("/setup/x")],
            [Some(Program::Desk); 4]
        );
        assert_eq!(of("/conferences/abc"), Some(Program::Console));
        assert_eq!(of("/wall"), Some(Program::Wall));
        assert_eq!(Address::of("/seat").program(true), Some(Program::Tablet));
        assert_eq!(of("/conferences/abc/record/plan"), None, "a form needs no program");
    }

    #[test]
    fn every_path_of_the_servers_router_is_a_page() {
        for path in Address::PATHS {
            let path = path.replace("{form}", "child").replace("{part}", "plan");
            assert_ne!(Address::of(&path), Address::Nothing, "{path}");
        }
    }
}
