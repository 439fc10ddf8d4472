//! What a page is given, for one visitor's request.
//!
//! Deliberately not here: what a visitor may see. Everything comes out of a room as a view.

use std::time::Instant;

use app::address::Address;
use app::failure::Failure;
use app::given::{
    AsPage, Beside, ConferenceLine, ConsolePage, DoorPage, DrawnNow, FeedbackPage, FormNow, FrameworkLine, Given, Kit,
    ListPage, NewPage, Opened, Place, PreparePage, SeatPage, Staff, Stay, ToolLine, WallPage,
};
use app::here::Asked as AskedFor;
use app::pages::{handed_back_page, paused_page};
use app::ui::drawn_now;
use board::audience::{Audience, Onlooker};
use board::framework::shipped;
use board::id::{ChildId, ConferenceId};
use board::language::{self, Language, Tongue, english};
use board::seat::Holder as SeatHolder;
use board::state::State;
use board::toolkit::{self, AgeBand, Artwork, Asked};
use board::view::look_back::{SeenBy, look_back};
use board::view::{ChildView, LastTime, day, differences, is_paused, project, project_to};

use crate::auth::away;
use crate::auth::reach::{Reach, reaches};
use crate::auth::rights::{self, Right};
use crate::auth::role::Role;
use crate::auth::session::Holder;
use crate::code;
use crate::web::{Failed, Shared, Visitor, may_look, seated};

mod entry;
mod eyes;
mod handed;
mod house;
pub(crate) mod record;
pub(crate) mod results;

/// The frame in which a console says that its sign-in ends. What is in it asks for itself, so the console brings no code for
/// it and stays as it is.
const FRAME: &str = "<iframe src=\"/sign-in/stay\" title=\"Staying signed in\" width=\"100%\" height=\"190\" frameborder=\"0\"></iframe>";

/// Everything one visitor may be given.
pub(crate) struct Desk {
    shared: Shared,
    visitor: Visitor,
}

impl Desk {
    pub(crate) fn new(shared: Shared, visitor: Visitor) -> Self {
        Self { shared, visitor }
    }
}

/// A failure as a page may know it.
fn told(failed: impl Into<Failed>) -> Failure {
    failed.into().told()
}

/// A member of staff, and where their pages may lead them.
pub(crate) fn staff_of(name: &str, role: Role) -> Staff {
    let right = |place: &Place| match place {
        Place::NewConference => Right::OpenConference,
        Place::Board => Right::Visit,
        Place::Prepare => Right::SitAtConsole,
        Place::Record => Right::KeepRecord,
        Place::Minutes => Right::ReadMinutes,
        Place::People => Right::KeepAccounts,
        Place::Looked => Right::ReadLooked,
        Place::Access => Right::GuardAccess,
    };
    let places = Place::ALL.into_iter().filter(|place| rights::may(role, right(place))).collect();
    Staff { name: name.to_owned(), role: role.words().to_owned(), places }
}

impl Desk {
    /// What the page at an address is given.
    pub(crate) async fn given(&self, address: &Address, asked: &AskedFor) -> Given {
        match address {
            Address::Door => Given::new(&self.door().await),
            Address::Entry(entry) => Given::new(&self.entry(*entry, asked).await),
            Address::Conferences => Given::new(&self.conferences().await),
            Address::NewConference => Given::new(&self.new_conference()),
            Address::Console(id) => Given::new(&self.table(id).await),
            Address::After(id) => Given::new(&self.console(id).await),
            Address::As(id, who) => Given::new(&self.view_as(id, who).await),
            Address::Prepare(id) => Given::new(&self.prepare(id).await),
            Address::Record(_) | Address::RecordPart(..) | Address::Checks(_) | Address::Copies(_) => {
                self.form(address, record::looked_at(asked)).await
            }
            Address::FeedbackResults => Given::new(&self.feedback(asked.get("quarter")).await),
            Address::Access(id) => Given::new(&self.access(id, asked).await),
            Address::People => Given::new(&self.people(asked).await),
            Address::Looked => Given::new(&self.looked(asked).await),
            Address::Seat => {
                let page = self.seat(asked.get("language")).await;
                Given::new(&page.map(|page| or_handed_back(page, asked)))
            }
            Address::Wall => Given::new(&self.wall().await),
            Address::Setup(_) | Address::FeedbackThanks | Address::Feedback(_) | Address::Nothing => {
                Given::new(&Ok(()))
            }
        }
    }

    /// What a page of the record is given, with its forms as they stand.
    pub(crate) async fn form(&self, address: &Address, form: FormNow) -> Given {
        let form = record::with_ids(form);
        match address {
            Address::Record(id) => Given::new(&self.record(id).await),
            Address::RecordPart(id, part) => Given::new(&self.record_part(id, *part, form).await),
            Address::Checks(id) => Given::new(&self.checks(id, form).await),
            Address::Copies(id) => Given::new(&self.copies(id, form).await),
            Address::Door
            | Address::Entry(_)
            | Address::Setup(_)
            | Address::Conferences
            | Address::NewConference
            | Address::Console(_)
            | Address::Prepare(_)
            | Address::After(_)
            | Address::As(..)
            | Address::Access(_)
            | Address::People
            | Address::Looked
            | Address::FeedbackResults
            | Address::FeedbackThanks
            | Address::Feedback(_)
            | Address::Seat
            | Address::Wall
            | Address::Nothing => Given::new(&Ok(())),
        }
    }

    fn staff(&self) -> Result<Staff, Failure> {
        let (account, role) = self.visitor.signed_in().map_err(told)?;
        Ok(staff_of(&account.display_name, role))
    }

    /// Whether this visitor reaches a conference.
    async fn reaches(&self, conference: &ConferenceId) -> Result<bool, Failed> {
        let (account, _) = self.visitor.signed_in()?;
        Ok(reaches(self.shared.store.as_ref(), &account.id, conference).await? != Reach::Closed)
    }

    /// Whether a conference is this visitor's own: not only for a while.
    async fn is_own(&self, conference: &ConferenceId) -> Result<bool, Failed> {
        let (account, _) = self.visitor.signed_in()?;
        Ok(reaches(self.shared.store.as_ref(), &account.id, conference).await? == Reach::Own)
    }

    async fn door(&self) -> Result<DoorPage, Failure> {
        let is_new = self.shared.store.account_count().await.map_err(told)? == 0;
        Ok(DoorPage { is_new, staff: self.staff().ok() })
    }

    pub(crate) async fn conferences(&self) -> Result<ListPage, Failure> {
        let staff = self.staff()?;
        let mut lines = Vec::new();
        let listed = if self.visitor.may(Right::ListConferences).is_ok() {
            self.shared.store.conferences().await.map_err(told)?
        } else {
            Vec::new()
        };
        for row in listed {
            if row.erased || !self.reaches(&row.id).await.map_err(told)? {
                continue;
            }
            match self.shared.rooms.room(&row.id).await {
                Ok(room) => lines.push(room.read(line).await.map_err(told)?),
                // One damaged conference must not hide the others.
                Err(error) => tracing::error!(conference = %row.id, %error, "a conference cannot be read"),
            }
        }
        lines.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
        let notices = self.notices().await.map_err(told)?;
        Ok(ListPage { staff, lines, today: today(), notices })
    }

    fn new_conference(&self) -> Result<NewPage, Failure> {
        let staff = self.staff()?;
        let read = shipped().iter().filter_map(|file| file.read().ok());
        let frameworks = read.map(|framework| FrameworkLine { id: framework.id, title: framework.title }).collect();
        Ok(NewPage { staff, frameworks })
    }

    async fn console(&self, conference: &str) -> Result<Opened, Failure> {
        let staff = self.staff()?;
        let id: ConferenceId = conference.parse().map_err(|_| Failure::NotFound)?;
        let room = self.shared.rooms.room(&id).await.map_err(told)?;
        let (_, onlooker) = self.visitor.at(&room).await.map_err(told)?;
        let view = room.read(move |state| project_to(state, &onlooker)).await.map_err(told)?;
        Ok(Opened { id, view, staff })
    }

    async fn table(&self, conference: &str) -> Result<ConsolePage, Failure> {
        let opened = self.console(conference).await?;
        Ok(ConsolePage { opened, drawn: self.drawn_for(conference).await? })
    }

    /// What is drawn for a console as its conference is now. Whoever is signed out learns that, and how to go on.
    pub(crate) async fn drawn_for(&self, conference: &str) -> Result<DrawnNow, Failure> {
        if self.visitor.staff.is_none() {
            return self.with_stay(DrawnNow { pages: 1, texts: Vec::new() }).await;
        }
        let id: ConferenceId = conference.parse().map_err(|_| Failure::NotFound)?;
        let room = self.shared.rooms.room(&id).await.map_err(told)?;
        let (_, Onlooker { audience, .. }) = self.visitor.at(&room).await.map_err(told)?;
        let seen = room.read(move |state| {
            let (view, wall) = (project(state, &audience), project(state, &Audience::Wall));
            (view, wall, LastTime::of(state, &audience))
        });
        let (view, wall, last_time) = seen.await.map_err(told)?;
        self.with_stay(drawn_now(&view, wall, last_time.as_ref(), &id)).await
    }

    /// Above everything, a frame with what to do for whoever will soon be signed out, or is.
    async fn with_stay(&self, mut drawn: DrawnNow) -> Result<DrawnNow, Failure> {
        match self.stay().await? {
            Stay::In => {}
            Stay::Idle | Stay::Over | Stay::Code | Stay::SetUp | Stay::Out => {
                match drawn.texts.iter_mut().find(|(place, _)| place == "band") {
                    Some((_, band)) => band.insert_str(0, FRAME),
                    None => drawn.texts.push(("band".to_owned(), FRAME.to_owned())),
                }
            }
        }
        Ok(drawn)
    }

    /// What an audience has of a conference, for its chair; for everybody else what they have themselves, and nothing of others.
    async fn view_as(&self, conference: &str, who: &str) -> Result<AsPage, Failure> {
        let staff = self.staff()?;
        let eyes = Audience::named(who).ok_or(Failure::NotFound)?;
        let id: ConferenceId = conference.parse().map_err(|_| Failure::NotFound)?;
        let room = self.shared.rooms.room(&id).await.map_err(told)?;
        let (_, Onlooker { audience: own, .. }) = self.visitor.at(&room).await.map_err(told)?;
        may_look(&own, &eyes).map_err(told)?;
        let page = room.read(move |state| {
            let shown = eyes::shown(state, &id, &eyes)?;
            let (demo, looked_at) = (state.record.conference.demo, eyes::line(state, &eyes));
            let beside = (own == Audience::Chair)
                .then(|| Beside { everybody: eyes::everybody(state), differences: differences(state, &eyes) });
            Some(AsPage { id, staff, demo, looked_at, shown, beside })
        });
        page.await.map_err(told)?.ok_or(Failure::NotFound)
    }

    async fn prepare(&self, conference: &str) -> Result<PreparePage, Failure> {
        let opened = self.console(conference).await?;
        let handed = self.handed(&opened.id).await.map_err(told)?;
        Ok(PreparePage { opened, tools: tool_lines(), handed })
    }

    async fn feedback(&self, quarter: Option<String>) -> Result<FeedbackPage, Failure> {
        let staff = self.staff()?;
        results::page(self.shared.store.as_ref(), staff, quarter.as_deref()).await.map_err(told)
    }

    /// What this device's seat shows; a child's tablet in the language that was asked for, where there is one.
    pub(crate) async fn seat(&self, language: Option<String>) -> Result<SeatPage, Failure> {
        if let Some(Holder::Away { .. }) = self.visitor.seat.as_ref().map(|found| &found.holder) {
            return Ok(SeatPage::Away);
        }
        let seated = match seated(&self.shared, self.visitor.seat.as_ref()).await {
            Ok(Some(seated)) => seated,
            Ok(None) | Err(Failed::NotFound) => return Ok(SeatPage::None),
            Err(error) => return Err(told(error)),
        };
        let seat = seated.seat;
        seated.room.read(move |state| seat_page(state, &seat.holder, language.as_deref())).await.map_err(told)
    }

    /// The words and tools of a child's tablet in another language.
    pub(crate) async fn kit(&self, language: String) -> Result<Kit, Failure> {
        match self.seat(Some(language)).await? {
            SeatPage::Tablet { kit, .. } => Ok(*kit),
            SeatPage::None
            | SeatPage::HandedBack { .. }
            | SeatPage::Away
            | SeatPage::Paused { .. }
            | SeatPage::Lobby { .. }
            | SeatPage::Person { .. }
            | SeatPage::SideRoom { .. } => Err(Failure::NotFound),
        }
    }

    /// What each audience will have of the words of the child whose tablet this is, if they agreed now.
    pub(crate) async fn look_back(&self) -> Result<Vec<SeenBy>, Failure> {
        let seated = seated(&self.shared, self.visitor.seat.as_ref()).await.map_err(told)?.ok_or(Failure::NotFound)?;
        match seated.seat.holder {
            SeatHolder::Tablet(child) => seated.room.read(move |state| look_back(state, &child)).await.map_err(told),
            SeatHolder::Waiting(_) | SeatHolder::Person(_) | SeatHolder::SideRoom(_) | SeatHolder::Wall => {
                Err(Failure::NotFound)
            }
        }
    }

    /// Shows nothing on this device until these numbers are typed again.
    pub(crate) async fn put_away(&self, numbers: &str) -> Result<bool, Failure> {
        let device = self.visitor.seat.as_ref().ok_or(Failure::NotFound)?;
        away::put_away(self.shared.store.as_ref(), device, numbers).await.map_err(told)?;
        Ok(true)
    }

    /// Whether these are the numbers; then this device has its place again.
    pub(crate) async fn come_back(&self, numbers: &str) -> Result<bool, Failure> {
        let device = self.visitor.seat.as_ref().ok_or(Failure::NotFound)?;
        if !matches!(device.holder, Holder::Away { .. }) {
            return Ok(true);
        }
        let who = format!("{:?}", device.hash);
        if !self.shared.away.may_try(&who, Instant::now()) {
            return Ok(false);
        }
        let right = away::come_back(self.shared.store.as_ref(), device, numbers).await.map_err(told)?;
        if right {
            self.shared.away.succeeded(&who);
        } else {
            self.shared.away.failed(&who, Instant::now());
        }
        Ok(right)
    }

    /// What this device shows as a wall.
    pub(crate) async fn wall(&self) -> Result<WallPage, Failure> {
        let session = self.visitor.seat.as_ref();
        if let Some(Holder::Pairing(code)) = session.map(|found| &found.holder) {
            return Ok(WallPage::Pairing { code: code::shown(code) });
        }
        let seated = seated(&self.shared, session).await.map_err(told)?.ok_or(Failure::NotFound)?;
        match seated.seat.holder {
            SeatHolder::Wall => {
                let view = seated.room.read(|state| project(state, &Audience::Wall)).await.map_err(told)?;
                Ok(WallPage::Board { view: Box::new(view) })
            }
            SeatHolder::Waiting(_) | SeatHolder::Person(_) | SeatHolder::Tablet(_) | SeatHolder::SideRoom(_) => {
                Err(Failure::NotFound)
            }
        }
    }
}

/// The day it is, as an ISO date, for putting the list in order. By universal time, which differs from the UK's only in a
/// summer's first hour.
fn today() -> String {
    jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date().to_string()
}

fn line(state: &State) -> ConferenceLine {
    let record = &state.record;
    let header = &record.conference;
    let view = project(state, &Audience::Clerk);
    ConferenceLine {
        id: header.id.clone(),
        title: view.head.title,
        kind: view.head.kind,
        date: header.date.to_string(),
        day: day(header.date),
        time: header.time.clone(),
        place: header.place.clone(),
        framework: view.head.framework,
        phase: state.phase().map_or_else(String::new, |(_, phase)| phase.label.clone()),
        tools: u32::try_from(record.tools.len()).unwrap_or(u32::MAX),
        demo: header.demo,
    }
}

/// What a child's tablet says, in the language that is asked for, or else in the one the child used last.
fn kit(state: &State, child: &ChildId, asked_for: Option<&str>) -> Kit {
    let own = || state.record.tools.iter().filter(|tool| tool.child == *child);
    let all = language::shipped();
    let tongue = spoken(state, child, asked_for);
    // A tool that this build does not know brings what it asks with it, in English.
    let brought: Vec<&Asked> =
        own().filter_map(|tool| tool.asked.as_deref()).filter(|asked| is_unknown(asked)).collect();
    let words = tongue.map(|language| language.words.clone()).unwrap_or_default();
    Kit {
        tongue: tongue.map_or_else(Tongue::default, |language| language.tongue.clone()),
        tongues: all.iter().map(|language| language.tongue.clone()).collect(),
        words: words.and(brought.iter().map(|asked| &asked.words)),
        templates: toolkit::shipped().iter().chain(brought.iter().map(|asked| &asked.template)).cloned().collect(),
    }
}

/// The language that is asked for, or else the one the child used last, or else the first.
fn spoken(state: &State, child: &ChildId, asked_for: Option<&str>) -> Option<&'static Language> {
    let own = state.record.tools.iter().filter(|tool| tool.child == *child);
    let last = own.max_by_key(|tool| tool.date).and_then(|tool| tool.language.as_deref());
    let chosen = [asked_for, last].into_iter().flatten().find_map(language::shipped_by_tag);
    chosen.or(language::shipped().first())
}

/// A child who has handed their tablet back themselves is thanked; a device without a seat says so otherwise.
fn or_handed_back(page: SeatPage, asked: &app::here::Asked) -> SeatPage {
    if page != SeatPage::None || asked.get("left").is_none() {
        return page;
    }
    let language = asked.get("language").and_then(|tag| language::shipped_by_tag(&tag));
    language.or(language::shipped().first()).map_or(SeatPage::None, handed_back_page)
}

/// What a paused device is given: the words of a language, and nothing of the conference.
fn paused(language: Option<&'static Language>) -> SeatPage {
    language.or(language::shipped().first()).map_or(SeatPage::None, paused_page)
}

fn is_unknown(asked: &Asked) -> bool {
    asked.template.kinds().iter().all(|kind| toolkit::shipped_for(kind).is_none())
}

/// Every kind of tool that is begun as a tool, those made for a child's own hand first. The board of a child's own
/// conference is begun with the conference.
fn tool_lines() -> Vec<ToolLine> {
    let begun = toolkit::shipped().iter().filter(|template| template.artwork != Artwork::Board);
    let (on_paper, on_screen): (Vec<_>, Vec<_>) = begun.partition(|template| template.artwork == Artwork::Paper);
    let lines = on_screen.into_iter().chain(on_paper).flat_map(|template| {
        template.kinds().iter().map(|kind| ToolLine {
            kind: kind.clone(),
            name: toolkit::name(english(), kind).map_or_else(|| kind.to_string(), str::to_owned),
            ages: template.ages.clone(),
        })
    });
    lines.collect()
}

fn seat_page(state: &State, holder: &SeatHolder, language: Option<&str>) -> SeatPage {
    match holder {
        SeatHolder::Waiting(name) => SeatPage::Lobby { name: name.clone() },
        SeatHolder::Person(id) if is_paused(state, &Audience::Person(id.clone())) => paused(None),
        SeatHolder::SideRoom(id) if is_paused(state, &Audience::SideRoom(id.clone())) => {
            paused(spoken(state, id, language))
        }
        SeatHolder::Person(id) => match state.record.people.get(id) {
            Some(person) => SeatPage::Person {
                name: person.called().to_owned(),
                view: Box::new(project(state, &Audience::Person(id.clone()))),
            },
            None => SeatPage::None,
        },
        SeatHolder::SideRoom(id) => match state.record.children.get(id) {
            Some(child) => SeatPage::SideRoom {
                child: ChildView { id: id.clone(), known_as: child.known_as.clone() },
                view: Box::new(project(state, &Audience::SideRoom(id.clone()))),
            },
            None => SeatPage::None,
        },
        SeatHolder::Tablet(id) => match state.record.children.get(id) {
            Some(child) => SeatPage::Tablet {
                child: ChildView { id: id.clone(), known_as: child.known_as.clone() },
                age: AgeBand::of(child.birth.age_on(state.record.conference.date)),
                kit: Box::new(kit(state, id, language)),
                view: Box::new(project(state, &Audience::Tablet(id.clone()))),
            },
            None => SeatPage::None,
        },
        SeatHolder::Wall => SeatPage::None,
    }
}
