//! Opening a conference, pairing a wall, a new join code.
//!
//! Deliberately not here: everything else that is done to a conference, which goes over the socket.

use axum::extract::State;
use axum::response::Response;
use board::command::Command;
use board::framework::shipped_by_id;
use board::id::ConferenceId;
use board::keyed::Keyed;
use board::people::{self, Attendance, Birth, Child, Person};
use board::record::{ConferenceKind, Header, Record};
use board::seat::Holder as SeatHolder;
use board::sharing::MayKnow;
use serde::Deserialize;

use super::go;
use super::join::{ask, new_seat};
use crate::auth::codes;
use crate::auth::lasting::still_counts;
use crate::auth::role::Role;
use crate::auth::session::{self, Holder};
use crate::code;
use crate::exchange::{self, ImportError};
use crate::room::Answer;
use crate::web::asked::{Form, Path};
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// The form for a new conference, with its first child.
#[derive(Deserialize)]
pub(crate) struct Open {
    kind: String,
    #[serde(default)]
    number: String,
    framework: String,
    authority: String,
    date: String,
    #[serde(default)]
    time: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    reason: String,
    child_legal_name: String,
    child_known_as: String,
    #[serde(default)]
    child_born: String,
    #[serde(default)]
    child_expected: String,
}

/// Opens a conference, which belongs to the team of whoever opens it, and goes on to preparing it. What is wrong with the form is said on the form.
pub(crate) async fn open_conference(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Open>,
) -> Result<Response, Failed> {
    let mut record = match record(&form) {
        Ok(record) => record,
        Err(wrong) => return Ok(go(&format!("/conferences/new?wrong={wrong}"), None)),
    };
    let (account, role) = visitor.signed_in()?;
    if role == Role::Chair {
        record.people = Keyed::from_iter([chair(&account.display_name)?]);
    }
    if let Some(member) = shared.store.member(&account.id).await? {
        // Whose it is is said before it is there: it is never everybody's, not for a moment.
        shared.store.give_to_team(&record.conference.id, &member.team).await?;
    }
    match exchange::keep(shared.store.as_ref(), &record.clone().into()).await {
        Ok(()) => Ok(go(&format!("/conferences/{}/prepare", record.conference.id), None)),
        Err(ImportError::Journal(error)) => Err(error.into()),
        Err(ImportError::Random(error)) => Err(error.into()),
        Err(ImportError::Problems(_) | ImportError::There(_)) => Ok(go("/conferences/new?wrong=form", None)),
    }
}

/// Whoever opens a conference as its chair sits in it. How they are called there is for them to say: the first word of a name may
/// be a title.
fn chair(name: &str) -> Result<Person, Failed> {
    Ok(Person {
        id: "chair".parse().map_err(|_| Failed::Form)?,
        name: name.to_owned(),
        known_as: None,
        role: people::Role::Chair,
        agency: None,
        organisation: None,
        title: None,
        relations: Vec::new(),
        attendance: Attendance::default(),
        attended: None,
        out: false,
        may_know: MayKnow::Everyone,
    })
}

/// The record a form begins, or the name of the field that is wrong.
fn record(form: &Open) -> Result<Record, &'static str> {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let kind = ConferenceKind::NEW.into_iter().find(|kind| kind.code() == form.kind).ok_or("kind")?;
    let framework = shipped_by_id(&form.framework).ok_or("framework")?;
    let birth = match (form.child_born.parse(), form.child_expected.parse()) {
        (Ok(born), _) => Birth::Born(born),
        (Err(_), Ok(expected)) => Birth::Expected(expected),
        (Err(_), Err(_)) => return Err("child_born"),
    };
    let number = match filled(&form.number) {
        None => None,
        Some(number) => Some(number.parse().map_err(|_| "number")?),
    };
    let header = Header {
        id: uuid::Uuid::new_v4().to_string().parse().map_err(|_| "form")?,
        kind,
        number,
        authority: filled(&form.authority).ok_or("authority")?,
        date: form.date.parse().map_err(|_| "date")?,
        time: filled(&form.time),
        place: form.place.trim().to_owned(),
        reason: filled(&form.reason),
        next: Vec::new(),
        demo: false,
    };
    let child = Child {
        id: "child-1".parse().map_err(|_| "form")?,
        legal_name: filled(&form.child_legal_name).ok_or("child_legal_name")?,
        known_as: filled(&form.child_known_as).ok_or("child_known_as")?,
        pronouns: None,
        birth,
        case_number: None,
        school: None,
        languages: None,
        communication: None,
        lives_with: None,
        participation: None,
    };
    let mut record = Record::new(header, framework);
    record.children = Keyed::from_iter([child]);
    Ok(record)
}

/// The form for pairing a wall.
#[derive(Deserialize)]
pub(crate) struct PairWall {
    code: String,
}

/// The chair types the code a screen shows, and the screen becomes this conference's wall.
pub(crate) async fn pair_wall(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    Form(form): Form<PairWall>,
) -> Result<Response, Failed> {
    let console = format!("/conferences/{conference}");
    let Some(code) = code::typed(&form.code) else {
        return Ok(go(&format!("{console}?wrong=wall-code"), None));
    };
    let waiting = shared.store.sessions_of(&session::written(&Holder::Pairing(code))).await?;
    let now = session::now_ms();
    let Some(screen) = waiting.into_iter().find(|screen| still_counts(screen.span(), now)) else {
        return Ok(go(&format!("{console}?wrong=wall-code"), None));
    };
    let seat = new_seat()?;
    let given = Command::GiveSeat { seat: seat.clone(), holder: SeatHolder::Wall };
    if let Answer::Rejected(_) = ask(&shared, &conference, visitor.as_chair()?, given).await? {
        return Err(Failed::NotFound);
    }
    let holder = Holder::Seat { conference: conference.clone(), seat: seat.clone() };
    let changed = session::change(shared.store.as_ref(), screen.token_hash, &holder, session::SEAT).await;
    if matches!(changed, Ok(true)) {
        return Ok(go(&console, None));
    }
    // The screen's time was up at this very moment, or nobody could write; a seat without a screen would count as a wall.
    ask(&shared, &conference, visitor.as_chair()?, Command::CloseSeat { seat }).await?;
    changed?;
    Ok(go(&format!("{console}?wrong=wall-code"), None))
}

/// Makes a new join code. The old one stops working, so that a code which got into wrong hands leads nowhere.
pub(crate) async fn new_door(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
) -> Result<Response, Failed> {
    let store = shared.store.as_ref();
    let room = shared.rooms.room(&conference).await?;
    let old = room.read(|state| state.door.clone()).await?;
    let code = code::new_code()?;
    // Kept before it is shown: a code on the chair's screen always works.
    codes::keep_door(store, &conference, &code).await?;
    if let Answer::Rejected(_) = ask(&shared, &conference, visitor.as_chair()?, Command::OpenDoor { code }).await? {
        return Err(Failed::NotFound);
    }
    if let Some(old) = old {
        store.delete_code(&code::hash(&old)).await?;
    }
    Ok(go(&format!("/conferences/{conference}/prepare#way-in"), None))
}
