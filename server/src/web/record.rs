//! The forms of the record's pages: what was typed is read by the form's own fields, put on the record, and shown again; what cannot be
//! kept comes back on the page with everything that was typed still there.
//!
//! Deliberately not here: rules. A form asks the room like everybody else.

use app::address::Address;
use app::given::{FormNow, Posted};
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use board::audience::Audience;
use board::command::Command;
use board::decide::{Context, Who, keep};
use board::file::{Part, Sheet, Typed, Wrong, read};
use board::id::{CommandId, ConferenceId, CopyId, MatterId};
use board::keeping::Keeping;
use board::rejection::Rejection;
use board::view::file::{FileView, Reader};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::AccountId;

use super::asked::{Form, Path};
use super::failure::Failed;
use super::forms::go;
use super::pages::draw_form;
use super::{Shared, Visitor};
use crate::auth::codes;
use crate::auth::rights::Right;
use crate::desk::record::follow;
use crate::room::Answer;

mod attendance;
mod invitees;

/// Why a form was not kept: what is wrong with its fields, or what was refused, and whether it can be kept with a reason.
pub(super) struct NotKept {
    wrong: Vec<Wrong>,
    refused: Option<String>,
    look_again: bool,
}

impl NotKept {
    fn refused(why: &Rejection) -> Self {
        let look_again = matches!(why, Rejection::LookAgain { .. });
        Self { wrong: Vec::new(), refused: Some(why.to_string()), look_again }
    }

    fn wrong(wrong: Vec<Wrong>) -> Self {
        Self { wrong, refused: Some("Something in this form has to be put right first.".to_owned()), look_again: false }
    }

    fn plainly(words: &str) -> Self {
        Self { wrong: Vec::new(), refused: Some(words.to_owned()), look_again: false }
    }
}

/// What became of a form; a failure is neither.
type Kept = Result<Result<(), NotKept>, Failed>;

/// Who sends a form to which conference.
pub(super) struct Sender {
    shared: Shared,
    who: Who,
    audience: Audience,
    account: AccountId,
    conference: ConferenceId,
}

impl Sender {
    /// Somebody who is at the record's pages of a conference.
    async fn at(shared: &Shared, visitor: &Visitor, conference: ConferenceId) -> Result<Self, Failed> {
        let (who, onlooker) = visitor.at(&shared.rooms.room(&conference).await?).await?;
        let (account, _) = visitor.signed_in()?;
        Ok(Self { shared: shared.clone(), who, audience: onlooker.audience, account: account.id.clone(), conference })
    }

    /// A form is for those who find it on their pages.
    async fn finds(&self, sheet: impl Fn(Reader) -> bool + Send + 'static) -> Result<(), Failed> {
        if self.read(move |file| sheet(file.reader)).await? { Ok(()) } else { Err(Failed::NotFound) }
    }

    /// Puts something on the record.
    pub(super) async fn keep(&self, keeping: Keeping) -> Kept {
        let room = self.shared.rooms.room(&self.conference).await?;
        Ok(answered(room.keep(self.who.clone(), new_command()?, keeping).await?))
    }

    /// Puts several things on the record, or none of them: each is looked at before the first is kept.
    pub(super) async fn keep_all(&self, all: Vec<Keeping>) -> Kept {
        let room = self.shared.rooms.room(&self.conference).await?;
        let (who, asked, context) = (self.who.clone(), all.clone(), Context { now: Timestamp::now() });
        let refuse =
            move |state: &board::state::State| asked.iter().find_map(|one| keep(state, &who, one, context).err());
        if let Some(why) = room.read(refuse).await? {
            return Ok(Err(NotKept::refused(&why)));
        }
        for one in all {
            if let Err(not) = self.keep(one).await? {
                return Ok(Err(not));
            }
        }
        Ok(Ok(()))
    }

    /// Everybody has left: each device lets go, and no code for a child's device leads here any more. Whoever has the join code
    /// still comes as far as the lobby.
    async fn everybody_left(&self) -> Kept {
        let (store, room) = (self.shared.store.as_ref(), self.shared.rooms.room(&self.conference).await?);
        codes::withdraw_childrens(store, &self.conference).await?;
        let seats = room.read(|state| state.seats.iter().map(|seat| seat.id.clone()).collect::<Vec<_>>()).await?;
        for seat in seats {
            match room.command(self.who.clone(), new_command()?, Command::CloseSeat { seat }).await? {
                // Somebody who left of themselves meanwhile keeps nobody else here.
                Answer::Done | Answer::Rejected(Rejection::NotFound) => {}
                Answer::Rejected(why) => return Ok(Err(NotKept::refused(&why))),
            }
        }
        store.delete_sessions_for_conference(&self.conference).await?;
        Ok(Ok(()))
    }

    async fn ask(&self, command: Command) -> Kept {
        let room = self.shared.rooms.room(&self.conference).await?;
        Ok(answered(room.command(self.who.clone(), new_command()?, command).await?))
    }

    /// Reads something of the record, as this sender may.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&FileView) -> T + Send + 'static,
    ) -> Result<T, Failed> {
        let audience = self.audience.clone();
        let room = self.shared.rooms.room(&self.conference).await?;
        Ok(room.read(move |state| read(&FileView::of(state, &audience))).await?)
    }
}

fn answered(answer: Answer) -> Result<(), NotKept> {
    match answer {
        Answer::Done => Ok(()),
        Answer::Rejected(why) => Err(NotKept::refused(&why)),
    }
}

fn new_command() -> Result<CommandId, Failed> {
    uuid::Uuid::new_v4().to_string().parse().map_err(|_| Failed::Form)
}

/// A form of one part.
pub(crate) async fn part(
    State(shared): State<Shared>,
    Path((conference, part)): Path<(ConferenceId, String)>,
    visitor: Visitor,
    uri: Uri,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failed> {
    let part = Part::coded(&part).ok_or(Failed::NotFound)?;
    let typed: Typed = pairs.into_iter().collect();
    let sender = Sender::at(&shared, &visitor, conference).await?;
    sender.finds(move |reader| reader.has(part)).await?;
    let kept = match typed.get("sheet") {
        "attendance" if part == Part::Attendance => attendance::keep(&sender, &typed).await?,
        "invitees" if part == Part::Family => invitees::keep(&sender, &typed).await?,
        "follow" if part == Part::Earlier => followed(&sender, &typed).await?,
        code => {
            let sheet = Sheet::coded(code).filter(|sheet| sheet.part() == Some(part)).ok_or(Failed::Form)?;
            sender.finds(move |reader| reader.finds(sheet)).await?;
            put_down(&sender, sheet, &typed).await?
        }
    };
    answer(shared, visitor, uri, typed, kept).await
}

/// A form of the checks: setting a warning aside, asking it again, approving.
pub(crate) async fn checks(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    uri: Uri,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failed> {
    let typed: Typed = pairs.into_iter().collect();
    let sender = Sender::at(&shared, &visitor, conference).await?;
    let kept = match typed.get("do") {
        "approve" => sender.keep(Keeping::Sign).await?,
        "everybody_left" => {
            visitor.may(Right::Direct)?;
            sender.everybody_left().await?
        }
        _ => put_down(&sender, Sheet::SetAside, &typed).await?,
    };
    answer(shared, visitor, uri, typed, kept).await
}

/// A form of the copies: who gets which, and that one was given.
pub(crate) async fn copies(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    uri: Uri,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failed> {
    let typed: Typed = pairs.into_iter().collect();
    let sender = Sender::at(&shared, &visitor, conference).await?;
    let kept = match typed.get("sheet") {
        "given" => given(&sender, &typed).await?,
        _ => put_down(&sender, Sheet::Recipient, &typed).await?,
    };
    answer(shared, visitor, uri, typed, kept).await
}

/// Back to the page when it was kept; the page again, with everything typed, when not.
async fn answer(
    shared: Shared,
    visitor: Visitor,
    uri: Uri,
    typed: Typed,
    kept: Result<(), NotKept>,
) -> Result<Response, Failed> {
    let path = uri.path().to_owned();
    let Err(not) = kept else {
        return Ok(go(&format!("{path}?kept"), None));
    };
    // A form that is only looked at is no failure.
    let status = if not.refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let now = FormNow {
        fresh: typed.get("fresh").parse::<MatterId>().map(String::from).unwrap_or_default(),
        posted: Some(Posted {
            sheet: typed.get("sheet").to_owned(),
            id: typed.get("id").to_owned(),
            wrong: not.wrong,
            refused: not.refused,
            look_again: not.look_again,
            typed,
        }),
        ..FormNow::default()
    };
    let drawn = draw_form(shared, visitor, Address::of(&path), now, uri).await;
    Ok((status, drawn).into_response())
}

/// Puts a thing down as its form says, changes it, takes it out, or only looks at it.
async fn put_down(sender: &Sender, sheet: Sheet, typed: &Typed) -> Kept {
    let Ok(id) = typed.get("id").parse::<MatterId>() else {
        return Err(Failed::Form);
    };
    match typed.get("do") {
        "drop" if sheet.can_be_taken_out() => return sender.keep(Keeping::Drop(id)).await,
        "look" => return Ok(Err(NotKept { wrong: Vec::new(), refused: None, look_again: false })),
        _ => {}
    }
    let known = id.clone();
    let kept = sender.read(move |file| kept(file, sheet, &known)).await?;
    let begun = kept.unwrap_or_else(|| begun(sheet, &id));
    let value = match read(&sheet.fields(), typed, begun) {
        Ok(value) => value,
        Err(wrong) => return Ok(Err(NotKept::wrong(wrong))),
    };
    match sheet.keeping(value) {
        Ok(keeping) => sender.keep(although(keeping, typed)).await,
        Err(_) => Ok(Err(NotKept::plainly(
            "Something here does not have its form: a time is written like 13:30, a day like 2026-09-24.",
        ))),
    }
}

/// What is kept although something was found in it, where somebody has written why it can stay.
pub(super) fn although(keeping: Keeping, typed: &Typed) -> Keeping {
    match typed.words("anyway") {
        Some(reason) => Keeping::Anyway { keeping: Box::new(keeping), reason },
        None => keeping,
    }
}

/// A thing as it is kept, so that what the form does not ask stays as it is.
fn kept(file: &FileView, sheet: Sheet, id: &MatterId) -> Option<Value> {
    use board::keyed::Identified as _;
    let id = id.as_str();
    let child = file.children.iter().find(|child| child.id.as_str() == id).filter(|_| sheet == Sheet::Child);
    let person = file.people.iter().find(|person| person.id.as_str() == id).filter(|_| sheet == Sheet::Person);
    let line = file.plan.iter().find(|line| line.action.id.as_str() == id).filter(|_| sheet == Sheet::Action);
    let matter = file.matters.iter().find(|matter| matter.id().as_str() == id && Sheet::of(matter) == Some(sheet));
    child
        .and_then(|child| serde_json::to_value(child).ok())
        .or_else(|| person.and_then(|person| serde_json::to_value(person).ok()))
        .or_else(|| line.and_then(|line| serde_json::to_value(&line.action).ok()))
        .or_else(|| matter.and_then(|matter| serde_json::to_value(matter).ok()))
}

/// Something new.
fn begun(sheet: Sheet, id: &MatterId) -> Value {
    let mut value = json!({ "id": id });
    if sheet == Sheet::Correction {
        value["at"] = json!(jiff::Timestamp::now().to_string());
    }
    value
}

/// Looks back on another conference.
async fn followed(sender: &Sender, typed: &Typed) -> Kept {
    let Ok(other) = typed.get("conference").parse::<ConferenceId>() else {
        return Err(Failed::Form);
    };
    match follow(&sender.shared, &sender.account, &sender.conference, &other).await? {
        Some(earlier) => sender.keep(Keeping::Follow(Box::new(earlier))).await,
        None => Ok(Err(NotKept::plainly("That conference is not about one of these children. Choose from the list."))),
    }
}

/// Writes down that a copy was given.
async fn given(sender: &Sender, typed: &Typed) -> Kept {
    let to = match typed.get("id").split_once(':') {
        Some(("person", id)) => id.parse().ok().map(Audience::Person),
        Some(("child", id)) => id.parse().ok().map(Audience::Child),
        Some(_) | None => None,
    };
    let (Some(to), Ok(copy)) = (to, typed.get("copy").parse::<CopyId>()) else {
        return Err(Failed::Form);
    };
    let how = typed.words("how").unwrap_or_default();
    if how.is_empty() {
        return Ok(Err(NotKept::plainly("Write how it was given: by hand, by secure email.")));
    }
    sender.ask(Command::GiveCopy { copy, to, how }).await
}
