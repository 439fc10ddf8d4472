//! Every address that this server answers, with what it asks of whoever comes: one line for each, and no address without its line.
//!
//! Deliberately not here: the answers, and the asking (that is [`super::gate`]).

use app::address::Entry;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
#[cfg(test)]
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};

use super::gate::{Kind, Look, Need};
use super::{
    Shared, copies, door, feedback, forms, health, letter, minutes, pages, pictures, record, socket, staying, view_as,
};
use crate::auth::rights::Right;
use crate::looked::What;
use ::pictures::LARGEST_FILE;

/// The largest form of the record's pages, in bytes: a correction, or a list of invitations, can be long.
pub(super) const LARGEST_RECORD_FORM: usize = 1024 * 1024;

/// One address.
pub(super) struct Route {
    /// How it is asked, for whoever asks for all of them; the answer itself knows.
    #[cfg(test)]
    pub(super) method: Method,
    /// Where.
    pub(super) path: &'static str,
    /// What it asks of whoever comes.
    pub(super) need: Need,
    /// How somebody is told who is not let in.
    pub(super) kind: Kind,
    /// What is written down of it, where it holds anything of a conference.
    pub(super) look: Option<Look>,
    /// What answers.
    pub(super) answer: MethodRouter<Shared>,
}

impl Route {
    fn looks(self, what: What) -> Self {
        Self { look: Some(Look::Each(what)), ..self }
    }

    fn part_of(self, what: What) -> Self {
        Self { look: Some(Look::Once(what)), ..self }
    }

    fn with_body(self, largest: usize) -> Self {
        Self { answer: self.answer.layer(DefaultBodyLimit::max(largest)), ..self }
    }
}

fn read<H: Handler<T, Shared>, T: 'static>(path: &'static str, need: Need, handler: H) -> Route {
    Route {
        #[cfg(test)]
        method: Method::GET,
        path,
        need,
        kind: Kind::Plain,
        look: None,
        answer: get(handler),
    }
}

fn send<H: Handler<T, Shared>, T: 'static>(path: &'static str, need: Need, handler: H) -> Route {
    Route {
        #[cfg(test)]
        method: Method::POST,
        path,
        need,
        kind: Kind::Plain,
        look: None,
        answer: post(handler),
    }
}

fn page(path: &'static str, need: Need) -> Route {
    Route {
        #[cfg(test)]
        method: Method::GET,
        path,
        need,
        kind: Kind::Page,
        look: None,
        answer: get(pages::page),
    }
}

/// All of them.
pub(super) fn all() -> Vec<Route> {
    let mut all = shown();
    all.extend(ways_in());
    all.extend(conferences());
    all.extend(seats());
    all
}

/// The pages.
fn shown() -> Vec<Route> {
    vec![
        page("/", Need::Nothing),
        page("/setup/{token}", Need::Nothing),
        page(Entry::Code.path(), Need::Nothing),
        page(Entry::Sessions.path(), Need::Account),
        // Whoever must set it up first is not signed in yet, and the page asks itself.
        page(Entry::SecondFactor.path(), Need::Nothing),
        page(Entry::Password.path(), Need::Account),
        page(Entry::Again.path(), Need::Account),
        page(Entry::Invited.path(), Need::Nothing),
        page(Entry::Invite.path(), Need::House(Right::KeepAccounts)),
        page("/conferences", Need::Account),
        page("/conferences/new", Need::House(Right::OpenConference)),
        Route { answer: get(pages::board), ..page("/conferences/{id}", Need::At(Right::Visit)).looks(What::Opened) },
        page("/conferences/{id}/prepare", Need::At(Right::SitAtConsole)).looks(What::Prepared),
        page("/conferences/{id}/after", Need::At(Right::SitAtConsole)).looks(What::Record),
        page("/conferences/{id}/record", Need::At(Right::KeepRecord)).looks(What::Record),
        page("/conferences/{id}/record/{part}", Need::At(Right::KeepRecord)).looks(What::Record),
        page("/conferences/{id}/checks", Need::At(Right::ReadChecks)).looks(What::Record),
        page("/conferences/{id}/copies", Need::At(Right::ListCopies)).looks(What::Copies),
        page("/conferences/{id}/as/{who}", Need::At(Right::Look)).looks(What::Eyes),
        page("/conferences/{id}/access", Need::Before(Right::Visit)),
        page("/people", Need::House(Right::KeepAccounts)),
        page("/looked", Need::House(Right::ReadLooked)),
        page("/feedback/results", Need::House(Right::ReadFeedback)),
        page("/feedback/thanks", Need::Nothing),
        page("/feedback/{form}", Need::Nothing),
        page("/seat", Need::Seat).looks(What::Device),
        page("/wall", Need::Seat).part_of(What::Device),
    ]
}

/// How somebody comes in and goes, what a machine asks, and files that hold nothing of anybody's.
fn ways_in() -> Vec<Route> {
    vec![
        read("/health", Need::Nothing, health::health),
        read("/ready", Need::Nothing, health::ready),
        read("/minutes.css", Need::Nothing, minutes::style),
        read("/staying.css", Need::Nothing, staying::style),
        send("/setup", Need::Nothing, forms::setup),
        send("/sign-in", Need::Nothing, forms::sign_in),
        // Somebody kept the address of a form that did not let them in.
        read("/sign-in", Need::Nothing, pages::way_in),
        read("/join", Need::Nothing, pages::way_in),
        send("/sign-out", Need::Nothing, forms::sign_out),
        send(Entry::Code.path(), Need::Nothing, forms::code),
        read(Entry::Stay.path(), Need::Nothing, pages::stay),
        send(Entry::Stay.path(), Need::Nothing, forms::stay),
        send(Entry::Sessions.path(), Need::Account, forms::end),
        send(Entry::SecondFactor.path(), Need::Nothing, forms::second_factor),
        send(Entry::Password.path(), Need::Account, forms::another),
        send(Entry::Again.path(), Need::Account, forms::again),
        send(Entry::Invited.path(), Need::Nothing, forms::accept),
        send("/join", Need::Nothing, forms::join),
        send("/leave", Need::Nothing, forms::leave),
        send("/feedback", Need::Nothing, feedback::give),
        send("/feedback/cards", Need::House(Right::HandOutCards), feedback::cards),
        send("/conferences", Need::House(Right::OpenConference), forms::open_conference),
        send("/people", Need::House(Right::KeepAccounts), forms::people),
        send(Entry::Invite.path(), Need::House(Right::KeepAccounts), forms::invite_somebody),
        send("/notices/{pass}", Need::Account, forms::see_pass),
    ]
}

/// What is done with a conference.
fn conferences() -> Vec<Route> {
    let record = |path| send(path, Need::At(Right::KeepRecord), record::part).with_body(LARGEST_RECORD_FORM);
    vec![
        send("/conferences/{id}/access", Need::Of(Right::GuardAccess), forms::say_who),
        send("/conferences/{id}/pass", Need::Before(Right::LetIn), forms::let_in),
        send("/conferences/{id}/wall", Need::At(Right::Direct), forms::pair_wall).looks(What::Wrote),
        // Somebody kept the address of the form, or loads it again. Who may see the conference is asked there.
        read("/conferences/{id}/wall", Need::Nothing, pages::to_conference),
        send("/conferences/{id}/tablet", Need::At(Right::Direct), forms::hand_over_tablet).looks(What::Wrote),
        send("/conferences/{id}/door", Need::At(Right::Direct), forms::new_door).looks(What::Wrote),
        send("/conferences/{id}/own", Need::At(Right::Direct), forms::hold_own_conference).looks(What::Wrote),
        send("/conferences/{id}/side-room", Need::At(Right::Direct), forms::hand_over_side_room).looks(What::Wrote),
        send("/conferences/{id}/meeting", Need::At(Right::SitAtConsole), forms::meeting).looks(What::Wrote),
        read("/conferences/{id}/door.svg", Need::At(Right::Direct), door::picture),
        read("/conferences/{id}/minutes/{copy}", Need::At(Right::ReadMinutes), minutes::paper).looks(What::Minutes),
        read("/conferences/{id}/letter/{child}", Need::At(Right::ReadLetter), letter::letter).looks(What::Letter),
        read("/conferences/{id}/as/{who}/frame.json", Need::At(Right::Look), view_as::frame).looks(What::Eyes),
        record("/conferences/{id}/record/{part}").looks(What::Wrote),
        send("/conferences/{id}/checks", Need::At(Right::ReadChecks), record::checks).looks(What::Wrote),
        send("/conferences/{id}/copies", Need::At(Right::ListCopies), record::copies).looks(What::Wrote),
        read("/conferences/{id}/copies/{file}", Need::At(Right::ReadMinutes), copies::file).looks(What::Taken),
        send("/conferences/{id}/pictures", Need::At(Right::Direct), pictures::for_conference)
            .with_body(LARGEST_FILE)
            .looks(What::Wrote),
        read("/pictures/{conference}/{picture}", Need::At(Right::SeePictures), pictures::of_conference)
            .part_of(What::Opened),
        Route {
            kind: Kind::Line,
            ..read("/socket/conference/{id}", Need::At(Right::SitAtConsole), socket::console).looks(What::Console)
        },
        Route {
            kind: Kind::Drawn,
            ..read("/given/drawn-for/{conference}", Need::At(Right::SitAtConsole), pages::drawn_for)
                .part_of(What::Console)
        },
    ]
}

/// What a device with a seat asks for.
fn seats() -> Vec<Route> {
    vec![
        send("/seat/pictures", Need::Seat, pictures::for_child).with_body(LARGEST_FILE),
        read("/seat/pictures/{picture}", Need::Seat, pictures::of_seat).part_of(What::Device),
        read("/socket/seat", Need::Seat, socket::seat).looks(What::Device),
        read("/socket/wall", Need::Seat, socket::seat).looks(What::Device),
        read("/given/seat", Need::Seat, pages::seat).part_of(What::Device),
        read("/given/kit/{language}", Need::Seat, pages::kit),
        read("/given/wall", Need::Seat, pages::wall).part_of(What::Device),
        read("/given/look-back", Need::Seat, pages::look_back).part_of(What::Device),
        send("/given/away", Need::Seat, pages::put_away),
        send("/given/back", Need::Seat, pages::come_back),
    ]
}
