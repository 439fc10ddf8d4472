//! Beginning a young person's own conference: their board is laid out, and a tablet becomes theirs.
//!
//! Deliberately not here: anything said in it. Coming back to it later is the same form and loses nothing.

use app::given::Device;
use axum::extract::State;
use axum::response::Response;
use board::command::Command;
use board::id::{ChildId, ConferenceId, ToolId};
use board::own::OwnConference;
use board::people::{Person, Role};
use board::tool::Tool;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::hand_over::{HandOver, hand_over};
use super::join::ask;
use crate::room::Answer;
use crate::web::asked::{Form, Path};
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// The tool that a young person's board is.
const BOARD: &str = "sba_board";

/// The chair begins a child's own conference where there is none, and gets the code for the tablet.
pub(crate) async fn hold_own_conference(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    Form(form): Form<HandOver>,
) -> Result<Response, Failed> {
    let room = shared.rooms.room(&conference).await?;
    let child = form.child.clone();
    let (held, chair) = room.read(move |state| (state.record.own_conferences.has(&child), chair(state))).await?;
    if !held {
        let id: ToolId = uuid::Uuid::new_v4().to_string().parse().map_err(|_| Failed::Form)?;
        let tool = board_of(id.clone(), form.child.clone(), chair.as_ref())?;
        let begun = Command::HoldOwnConference { own: OwnConference::begun(form.child.clone(), id) };
        for command in [Command::RecordTool { tool }, begun] {
            if let Answer::Rejected(_) = ask(&shared, &conference, visitor.as_chair()?, command).await? {
                return Err(Failed::NotFound);
            }
        }
    }
    hand_over(&shared, &visitor, &conference, form.child, Device::Own).await
}

fn chair(state: &board::state::State) -> Option<Person> {
    state.record.people.iter().find(|person| person.role == Role::Chair).cloned()
}

/// An empty board of a young person, laid out today; the chair sits with them.
fn board_of(id: ToolId, child: ChildId, chair: Option<&Person>) -> Result<Tool, Failed> {
    let kind = BOARD.parse().map_err(|_| Failed::Form)?;
    Ok(Tool {
        done_with: chair.map(|chair| chair.called().to_owned()),
        with_person: chair.map(|chair| chair.id.clone()),
        ..Tool::begun(id, kind, child, TimeZone::UTC.to_datetime(Timestamp::now()).date())
    })
}
