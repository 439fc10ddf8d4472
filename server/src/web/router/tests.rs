//! The access matrix: every address by every role at every sort of conference, each cell asked for and held against the table.
//!
//! The table of rights says who may; which conferences are whose is written here by hand. Deliberately not here: what somebody sees who
//! was let in. That is the board's, and has its own stories.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::address::Address;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use board::framework::shipped_by_id;
use board::id::ConferenceId;
use board::record::Record;
use board::sign_off::SignOff;
use serde_json::json;
use store::{Digest, MasterKey, Store};
use tower::ServiceExt as _;

use super::router;
use crate::auth::rights::{self, Right};
use crate::auth::role::Role;
use crate::auth::second::Policy;
use crate::auth::session::{self, Holder};
use crate::exchange;
use crate::looked::What;
use crate::web::cookie::Cookie;
use crate::web::gate::{Kind, Look, Need, TurnedAway};
use crate::web::routes::{self, Route};
use crate::web::{Rules, Served, Shared, account};

/// Everybody signs in with the password alone.
const RULES: Rules = Rules { second_factor: Policy::Offered, idle: Duration::from_mins(30) };

/// What nobody may find who was not let in: the child of every conference here is called so.
const CANARY: &str = "ZQX-CANARY-Ada";

/// How somebody of the team "North" stands to a conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    /// It is their team's.
    Own,
    /// It is nobody's, and so everybody's.
    Everybodys,
    /// It is another team's.
    Other,
    /// It is their team's, and restricted to others.
    Restricted,
    /// It is another team's, and they are named.
    Named,
    /// It is their team's, and the record is approved.
    Closed,
}

impl Stand {
    const ALL: [Self; 6] = [Self::Own, Self::Everybodys, Self::Other, Self::Restricted, Self::Named, Self::Closed];

    fn id(self) -> ConferenceId {
        format!("{self:?}").to_lowercase().parse().unwrap()
    }

    /// Whether it is theirs to come to.
    fn is_theirs(self) -> bool {
        match self {
            Self::Own | Self::Everybodys | Self::Named | Self::Closed => true,
            Self::Other | Self::Restricted => false,
        }
    }
}

/// A house with an account of each role, and a conference of each sort.
struct House {
    router: Router,
    store: Arc<dyn Store>,
    cookies: BTreeMap<Role, String>,
    _folder: tempfile::TempDir,
}

fn record(stand: Stand) -> Record {
    let header = json!({
        "id": stand.id(), "type": "initial", "authority": "Nowhere", "date": "2026-09-24", "place": "Room 1", "demo": true,
    });
    let framework = shipped_by_id("signs-of-safety").unwrap();
    let mut record = Record::new(serde_json::from_value(header).unwrap(), framework);
    let child = json!({ "id": "ada", "legal_name": CANARY, "known_as": CANARY, "birth": { "born": "2016-01-02" } });
    record.children.put(serde_json::from_value(child).unwrap());
    let lead = json!({
        "id": "lead", "name": "Lee Lead", "role": "lead_social_worker", "attendance": "present", "may_know": { "who": "everyone" },
    });
    record.people.put(serde_json::from_value(lead).unwrap());
    if stand == Stand::Closed {
        record.signed.push(SignOff { version: 1, at: jiff::Timestamp::UNIX_EPOCH });
    }
    record
}

impl House {
    async fn build() -> Self {
        let _ = any_spawner::Executor::init_tokio();
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path()).await;
        for team in ["North", "South"] {
            store.add_team(team).await.unwrap();
        }
        for stand in Stand::ALL {
            exchange::keep(store.as_ref(), &record(stand).into()).await.unwrap();
        }
        store.give_to_team(&Stand::Own.id(), "North").await.unwrap();
        store.give_to_team(&Stand::Closed.id(), "North").await.unwrap();
        store.give_to_team(&Stand::Other.id(), "South").await.unwrap();
        store.give_to_team(&Stand::Named.id(), "South").await.unwrap();
        store.give_to_team(&Stand::Restricted.id(), "North").await.unwrap();
        store.restrict(&Stand::Restricted.id(), true).await.unwrap();
        let shared = Shared::new(Arc::clone(&store), Served::Plainly, RULES);
        let mut cookies = BTreeMap::new();
        for role in Role::ALL {
            let account = account(role.name(), role.words(), role, "no password is this".to_owned()).unwrap();
            let id = account.id.clone();
            store.create_account(account).await.unwrap();
            store.set_member(&id, Some(("North".to_owned(), false))).await.unwrap();
            store.name(&Stand::Named.id(), &id, true).await.unwrap();
            let token = session::begin(store.as_ref(), &Holder::Account(id.to_string()), session::STAFF).await.unwrap();
            let cookie = Cookie::Staff.set(Served::Plainly, &token).unwrap();
            cookies.insert(role, cookie.to_str().unwrap().split(';').next().unwrap().to_owned());
        }
        Self { router: router(shared), store, cookies, _folder: folder }
    }

    /// Asks for an address; gives whether the gate turned whoever asked away, and what they were answered.
    async fn ask(&self, route: &Route, stand: Stand, role: Option<Role>) -> (bool, String) {
        let mut request = Request::builder().method(route.method.clone()).uri(filled(route.path, stand, role));
        if let Some(cookie) = role.and_then(|role| self.cookies.get(&role)) {
            request = request.header("cookie", cookie);
        }
        if route.method == Method::POST {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let away = response.extensions().get::<TurnedAway>().is_some();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (away, String::from_utf8_lossy(&body).into_owned())
    }

    async fn heads(&self) -> BTreeMap<Stand, Digest> {
        let mut heads = BTreeMap::new();
        for stand in Stand::ALL {
            heads.insert(stand, self.store.verify(&stand.id()).await.unwrap().head);
        }
        heads
    }

    async fn refusals(&self) -> usize {
        let lines = self.store.who_looked(None, u32::MAX).await.unwrap();
        lines.iter().filter(|line| line.what == What::Refused.code()).count()
    }
}

async fn open(folder: &Path) -> Arc<dyn Store> {
    let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
    store::open(&folder.join("hearth.db"), master).await.unwrap()
}

/// An address with everything in it that it names.
fn filled(path: &str, stand: Stand, role: Option<Role>) -> String {
    let own_eyes = if role == Some(Role::SocialWorker) { "lead" } else { "wall" };
    let id = stand.id();
    path.replace("{id}", id.as_str())
        .replace("{conference}", id.as_str())
        .replace("{who}", own_eyes)
        .replace("{part}", "family")
        .replace("{copy}", "professionals")
        .replace("{child}", "ada")
        .replace("{form}", "child")
        .replace("{language}", "en")
        .replace("{picture}", "nothing")
        .replace("{token}", "nothing")
        .replace("{pass}", "nothing")
}

/// Whether the table lets somebody in; nobody has no role.
fn lets_in(need: Need, role: Option<Role>, stand: Stand) -> bool {
    let may = |right: Right| role.is_some_and(|role| rights::may(role, right));
    match need {
        Need::Nothing | Need::Seat => true,
        Need::Account => role.is_some(),
        Need::House(right) | Need::Before(right) => may(right),
        Need::At(right) | Need::Of(right) => may(right) && stand.is_theirs(),
    }
}

fn everybody() -> impl Iterator<Item = Option<Role>> + Clone {
    std::iter::once(None).chain(Role::ALL.map(Some))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_address_lets_in_whom_the_table_says_and_nobody_else() {
    let house = House::build().await;
    let before = house.heads().await;
    let (mut refused, mut written, mut known) = (0_usize, 0_usize, BTreeSet::new());
    for route in routes::all() {
        for (stand, role) in Stand::ALL.into_iter().flat_map(|stand| everybody().map(move |role| (stand, role))) {
            if lets_in(route.need, role, stand) {
                continue;
            }
            let (away, body) = house.ask(&route, stand, role).await;
            assert!(away, "{} {}: {role:?} came in to a conference that is {stand:?}", route.method, route.path);
            assert!(!body.contains(CANARY), "{} {}: {role:?}, {stand:?} was told something", route.method, route.path);
            refused += 1;
            let at_a_conference = role.is_some() && matches!(route.need, Need::At(_) | Need::Of(_));
            // What a page asks for by itself has no line where a refusal of the same somebody stands.
            let by_itself = route.kind == Kind::Line || matches!(route.look, Some(Look::Once(_)));
            written += usize::from(at_a_conference && (known.insert((role, stand)) || !by_itself));
        }
    }
    assert_eq!(house.heads().await, before, "whoever is refused changes nothing for anybody");
    assert_eq!(
        house.refusals().await,
        written,
        "whoever is known and refused at a conference has a line each time they come"
    );
    let mut let_in = 0_usize;
    for route in routes::all() {
        for (stand, role) in Stand::ALL.into_iter().flat_map(|stand| everybody().map(move |role| (stand, role))) {
            // Whoever asks for a way out is gone, and whoever may say who comes would change the table under the others.
            let ends =
                matches!(route.path, "/sign-out" | "/people" | "/conferences/{id}/access" | "/conferences/{id}/pass");
            if !lets_in(route.need, role, stand) || (ends && route.method == Method::POST) {
                continue;
            }
            let (away, _) = house.ask(&route, stand, role).await;
            assert!(
                !away,
                "{} {}: {role:?} was turned away from a conference that is {stand:?}",
                route.method, route.path
            );
            let_in += 1;
        }
    }
    assert!(refused > 1_000 && let_in > 800, "{refused} cells refused, {let_in} let in");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_asks_for_by_itself_leaves_a_line_where_its_page_left_none() {
    let house = House::build().await;
    let routes = routes::all();
    let route = |path: &str| routes.iter().find(|route| route.path == path && route.method == Method::GET).unwrap();
    let lines = async || house.store.who_looked(None, u32::MAX).await.unwrap().len();
    let (page, drawn) = (route("/conferences/{id}"), route("/given/drawn-for/{conference}"));
    house.ask(drawn, Stand::Own, Some(Role::Chair)).await;
    assert_eq!(lines().await, 1, "it holds what the board holds");
    house.ask(drawn, Stand::Own, Some(Role::Chair)).await;
    assert_eq!(lines().await, 1, "it is asked for with every change");
    house.ask(page, Stand::Everybodys, Some(Role::Chair)).await;
    house.ask(drawn, Stand::Everybodys, Some(Role::Chair)).await;
    assert_eq!(lines().await, 2, "a page that is open has its line");
    house.ask(drawn, Stand::Everybodys, Some(Role::MinuteTaker)).await;
    assert_eq!(lines().await, 3, "and nobody else's");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_lost_its_place_and_asks_again_by_itself_leaves_one_refusal() {
    let house = House::build().await;
    let routes = routes::all();
    let route = |path: &str| routes.iter().find(|route| route.path == path && route.method == Method::GET).unwrap();
    let (line, drawn) = (route("/socket/conference/{id}"), route("/given/drawn-for/{conference}"));
    for _ in 0..20 {
        for asked in [line, drawn] {
            let (away, _) = house.ask(asked, Stand::Other, Some(Role::Chair)).await;
            assert!(away, "{}", asked.path);
        }
    }
    assert_eq!(house.refusals().await, 1, "it asks every few seconds");
    house.ask(line, Stand::Restricted, Some(Role::Chair)).await;
    house.ask(line, Stand::Other, Some(Role::MinuteTaker)).await;
    assert_eq!(house.refusals().await, 3, "elsewhere, or somebody else's, is another");
    for _ in 0..2 {
        house.ask(route("/conferences/{id}/prepare"), Stand::Other, Some(Role::Chair)).await;
    }
    assert_eq!(house.refusals().await, 5, "whoever comes themselves has a line each time");
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_changes_something_is_refused_to_the_page_of_another_site() {
    let house = House::build().await;
    let before = house.heads().await;
    let cookie = &house.cookies[&Role::Chair];
    for (name, value) in [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "same-site")] {
        for route in routes::all() {
            let is_socket = route.path.starts_with("/socket/");
            if route.method != Method::POST && !is_socket {
                continue;
            }
            let uri = filled(route.path, Stand::Own, Some(Role::Chair));
            let mut request = Request::builder().method(route.method.clone()).uri(uri).header("cookie", cookie);
            request = request.header("host", "hearth.example").header(name, value);
            request = if is_socket { request.header("upgrade", "websocket") } else { request };
            let response = house.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{} from {value}", route.path);
            assert!(response.headers().get("set-cookie").is_none(), "{}", route.path);
        }
    }
    assert_eq!(house.heads().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_answered_in_plain_words() {
    let house = House::build().await;
    let route = |path: &str, method| {
        routes::all().into_iter().find(|route| route.path == path && route.method == method).unwrap()
    };
    let (_, answer) = house.ask(&route("/sign-in", Method::POST), Stand::Own, None).await;
    assert_eq!(answer, "The form could not be read, and nothing was changed. Go back and try again.");
    let picture = Route { path: "/pictures/own/NO%20ONE", ..route("/pictures/{conference}/{picture}", Method::GET) };
    let (_, answer) = house.ask(&picture, Stand::Own, Some(Role::Chair)).await;
    assert_eq!(answer, "This is not here. Nothing was changed. Check the address.");
}

#[test]
fn every_page_of_the_app_has_a_line_in_the_table() {
    let pages: BTreeSet<&str> = Address::PATHS.into_iter().collect();
    let shown = routes::all().into_iter().filter(|route| route.kind == Kind::Page);
    assert_eq!(shown.map(|route| route.path).collect::<BTreeSet<_>>(), pages);
}

#[test]
fn every_right_is_somebodys_and_opens_something() {
    let asked: BTreeSet<Right> = routes::all()
        .into_iter()
        .filter_map(|route| match route.need {
            Need::House(right) | Need::Before(right) | Need::At(right) | Need::Of(right) => Some(right),
            Need::Nothing | Need::Seat | Need::Account => None,
        })
        .collect();
    for right in Right::ALL {
        assert!(Role::ALL.into_iter().any(|role| rights::may(role, right)), "{right:?} is nobody's");
        // What the handlers ask themselves.
        let asked_within = matches!(right, Right::ListConferences | Right::Verify);
        assert!(asked.contains(&right) || asked_within, "{right:?} opens nothing");
    }
}

#[test]
fn each_role_has_exactly_what_its_sentence_says() {
    let has = |role: Role| Right::ALL.into_iter().filter(|right| rights::may(role, *right)).collect::<Vec<_>>();
    assert_eq!(has(Role::Administrator), [Right::KeepAccounts]);
    assert_eq!(has(Role::Auditor), [Right::ReadLooked, Right::Verify]);
    assert_eq!(has(Role::Observer), [Right::ListConferences, Right::Visit, Right::Look, Right::SeePictures]);
    let chair: BTreeSet<Right> = has(Role::Chair).into_iter().collect();
    let missing: Vec<Right> = Right::ALL.into_iter().filter(|right| !chair.contains(right)).collect();
    assert_eq!(missing, [Right::KeepAccounts, Right::Verify]);
    let writes = [Right::SitAtConsole, Right::ReadMinutes, Right::ReadLetter, Right::ReadChecks];
    for role in [Role::SocialWorker, Role::BusinessSupport, Role::Observer, Role::Auditor, Role::Administrator] {
        for right in writes {
            assert!(!rights::may(role, right), "{role:?} has {right:?}");
        }
    }
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Chair) {
        for right in [Right::Direct, Right::OpenConference, Right::GuardAccess] {
            assert!(!rights::may(role, right), "{role:?} directs");
        }
    }
}
