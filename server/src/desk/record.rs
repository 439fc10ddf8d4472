//! What the record's pages are given.
//!
//! Deliberately not here: what somebody may read. That is [`FileView`], one for each who has these pages.

use app::failure::Failure;
use app::given::{ChecksPage, CopiesPage, CopyFile, FormNow, PartPage, RecordPage};
use app::here::Asked;
use board::audience::Audience;
use board::document::Edition;
use board::earlier::Earlier;
use board::file::Part;
use board::id::ConferenceId;
use board::matter::CopyFor;
use board::record::Record;
use board::state::State;
use board::view::file::{FileView, Followable, checks_view, copies_view, duties_view};
use board::view::{LastTime, day};

use store::AccountId;

use super::{Desk, told};
use crate::auth::reach::{Reach, reaches};
use crate::copies;
use crate::edition::Standing;
use crate::looked::{What, Who};
use crate::room::RoomHandle;
use crate::web::{Failed, Shared};

impl Desk {
    /// The conference's room, and what this visitor may read of it.
    async fn room_of(&self, conference: &str) -> Result<(RoomHandle, Audience, ConferenceId), Failure> {
        let id: ConferenceId = conference.parse().map_err(|_| Failure::NotFound)?;
        let room = self.shared.rooms.room(&id).await.map_err(told)?;
        let (_, onlooker) = self.visitor.at(&room).await.map_err(told)?;
        Ok((room, onlooker.audience, id))
    }

    pub(super) async fn record(&self, conference: &str) -> Result<RecordPage, Failure> {
        let staff = self.staff()?;
        let (room, audience, _) = self.room_of(conference).await?;
        let page = room.read(move |state| RecordPage {
            staff,
            file: FileView::of(state, &audience),
            duties: duties_view(state, &audience),
            checks: checks_view(state, &audience),
        });
        page.await.map_err(told)
    }

    pub(super) async fn record_part(&self, conference: &str, part: Part, form: FormNow) -> Result<PartPage, Failure> {
        let staff = self.staff()?;
        let (room, audience, id) = self.room_of(conference).await?;
        let followable = if part == Part::Earlier { self.followable(&id).await.map_err(told)? } else { Vec::new() };
        let page = room.read(move |state| {
            let file = FileView::of(state, &audience);
            let duties = duties_view(state, &audience);
            let last_time = LastTime::of(state, &audience).filter(|_| part == Part::Earlier);
            let is_theirs = file.reader.has(part);
            let page = PartPage { staff, file, part, duties, followable, last_time, form };
            is_theirs.then_some(page)
        });
        page.await.map_err(told)?.ok_or(Failure::NotFound)
    }

    pub(super) async fn checks(&self, conference: &str, form: FormNow) -> Result<ChecksPage, Failure> {
        let staff = self.staff()?;
        let (room, audience, _) = self.room_of(conference).await?;
        let page = room.read(move |state| ChecksPage {
            staff,
            file: FileView::of(state, &audience),
            checks: checks_view(state, &audience),
            form,
        });
        page.await.map_err(told)
    }

    pub(super) async fn copies(&self, conference: &str, form: FormNow) -> Result<CopiesPage, Failure> {
        let staff = self.staff()?;
        let (room, audience, id) = self.room_of(conference).await?;
        let standing = room.read(|state| Standing::of(&state.record)).await.map_err(told)?;
        let edition = standing.edition(self.shared.store.as_ref(), &id).await.map_err(told)?;
        let page = room.read(move |state| CopiesPage {
            staff,
            file: FileView::of(state, &audience),
            copies: copies_view(state, &audience),
            files: files(&id, state, &audience, &edition),
            form,
        });
        page.await.map_err(told)
    }
}

/// The files of the copies, for those who may read them: whoever only keeps the list has none. What is for the file alone is the chair's
/// to fetch.
fn files(id: &ConferenceId, state: &State, audience: &Audience, edition: &Edition) -> Vec<CopyFile> {
    if !matches!(audience, Audience::Chair | Audience::Clerk) {
        return Vec::new();
    }
    let offered = copies::offered(id, state, edition).into_iter();
    let theirs = offered.filter(|file| file.to != CopyFor::File || *audience == Audience::Chair);
    theirs
        .map(|file| CopyFile {
            to: match &file.to {
                CopyFor::Person(person) => format!("person:{person}"),
                CopyFor::Child(child) => format!("child:{child}"),
                CopyFor::File => "file".to_owned(),
            },
            name: file.name,
            words: file.words,
        })
        .collect()
}

/// How the forms of a page stand that is only looked at.
pub(super) fn looked_at(asked: &Asked) -> FormNow {
    FormNow { kept: asked.get("kept").is_some(), card: asked.get("card"), ..FormNow::default() }
}

/// A form page has the beginning of new ids, from before where it comes back.
pub(super) fn with_ids(form: FormNow) -> FormNow {
    if form.fresh.is_empty() { FormNow { fresh: uuid::Uuid::new_v4().to_string(), ..form } } else { form }
}

/// What is compared to find the conferences about the same children: the name in law, and the day of birth.
fn children_of(record: &Record) -> Vec<(String, board::people::Birth)> {
    record.children.iter().map(|child| (child.legal_name.to_lowercase(), child.birth.clone())).collect()
}

fn share_a_child(one: &Record, other: &Record) -> bool {
    let known = children_of(one);
    children_of(other).iter().any(|child| known.contains(child))
}

impl Desk {
    /// The earlier conferences that this visitor reaches and that are about one of the same children, the latest first.
    async fn followable(&self, id: &ConferenceId) -> Result<Vec<Followable>, Failed> {
        let rooms = &self.shared.rooms;
        let record = rooms.room(id).await?.read(|state| state.record.clone()).await?;
        let mut found = Vec::new();
        for row in self.shared.store.conferences().await? {
            if row.erased || row.id == *id || !self.reaches(&row.id).await? {
                continue;
            }
            // One damaged conference must not hide the others.
            let Ok(room) = rooms.room(&row.id).await else {
                continue;
            };
            let of = record.clone();
            let line = room.read(move |state| {
                let header = &state.record.conference;
                let is_earlier = header.date <= of.conference.date && share_a_child(&of, &state.record);
                is_earlier.then(|| Followable {
                    id: header.id.clone(),
                    words: format!("{}, {}", header.kind.words(), day(header.date)),
                    on: header.date,
                })
            });
            found.extend(line.await?);
        }
        found.sort_by_key(|other| std::cmp::Reverse(other.on));
        Ok(found)
    }
}

/// A conference as this one looks back on it, once it is written down there that somebody read it; nothing where there is none, where it
/// is not about one of the same children, or where it is not for whoever asks.
pub(crate) async fn follow(
    shared: &Shared,
    account: &AccountId,
    id: &ConferenceId,
    other: &ConferenceId,
) -> Result<Option<Earlier>, Failed> {
    if id == other || reaches(shared.store.as_ref(), account, other).await? == Reach::Closed {
        return Ok(None);
    }
    let record = shared.rooms.room(id).await?.read(|state| state.record.clone()).await?;
    let room = match shared.rooms.room(other).await.map_err(Failed::from) {
        Ok(room) => room,
        Err(Failed::NotFound) => return Ok(None),
        Err(failed) => return Err(failed),
    };
    let earlier = room.read(move |state| {
        let then = &state.record;
        share_a_child(&record, then).then(|| Earlier::of(then).in_terms_of(then, &record))
    });
    let earlier = earlier.await?;
    if earlier.is_some() {
        shared.book.write(shared.store.as_ref(), Who::Account(account.clone()), other, What::Record).await?;
    }
    Ok(earlier)
}
