//! Draws pages: gives each request what its page shows and its content security policy, and hands it to the app.
//!
//! Deliberately not here: what is on a page.

use app::address::{Address, Entry};
use app::failure::Failure;
use app::given::{EntryPage, FormNow, Given, Stay};
use app::here::Asked;
use app::program::Program;
use axum::Extension;
use axum::body::Body;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFRESH, SET_COOKIE};
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, Uri, Version};
use axum::response::{IntoResponse as _, Response};
use board::audience::Audience;
use board::id::ConferenceId;
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use super::asked::Path;
use super::cookie::Cookie;
use super::failure::Failed;
use super::forms::go;
use super::gate::TurnedAway;
use super::seats::seated;
use super::{Shared, Visitor, assets};
use crate::auth::lasting::{SOON, ms};
use crate::auth::session::{self, Holder, now_ms};
use crate::code;
use crate::desk::Desk;
use crate::room::RoomHandle;

/// A page of the app.
pub(crate) async fn page(State(shared): State<Shared>, visitor: Visitor, request: Request) -> Result<Response, Failed> {
    let (visitor, cookie) =
        if request.uri().path() == "/wall" { wall_visitor(&shared, visitor).await? } else { (visitor, None) };
    let is_childs = is_childs(&shared, &visitor).await;
    let mut response = draw(shared, visitor, is_childs, request).await;
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A conference's console, for those who sit at one; everybody else is led to their own place at it.
pub(crate) async fn board(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    visitor: Visitor,
    request: Request,
) -> Result<Response, Failed> {
    let is_away = request.extensions().get::<TurnedAway>().is_some();
    let Some(room) = room_of(&shared, &id).await.filter(|_| !is_away) else {
        // The page says why there is nothing.
        return page(State(shared), visitor, request).await;
    };
    let (_, onlooker) = visitor.at(&room).await?;
    match onlooker.audience {
        Audience::Chair | Audience::Clerk => page(State(shared), visitor, request).await,
        Audience::Support => Ok(go(&format!("/conferences/{id}/record"), None)),
        own @ (Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Professionals
        | Audience::Family) => Ok(go(&format!("/conferences/{id}/as/{}", own.name()), None)),
    }
}

/// The room of a conference that an address names, where there is one.
async fn room_of(shared: &Shared, id: &str) -> Option<RoomHandle> {
    let id: ConferenceId = id.parse().ok()?;
    shared.rooms.room(&id).await.ok()
}

/// Whether the seat of this device is a child's. Where that cannot be found out, the page itself says so.
async fn is_childs(shared: &Shared, visitor: &Visitor) -> bool {
    // Only a child's device is ever put away.
    if let Some(Holder::Away { .. }) = visitor.seat.as_ref().map(|found| &found.holder) {
        return true;
    }
    let seated = seated(shared, visitor.seat.as_ref()).await;
    seated.is_ok_and(|seated| seated.is_some_and(|seated| seated.is_childs()))
}

/// Whether an answer is a page: a long text that is drawn anew each time, and worth compressing on its way.
pub(crate) fn is_page(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// What this device's seat shows, asked for anew.
pub(crate) async fn seat(State(shared): State<Shared>, visitor: Visitor) -> Response {
    text(&Given::new(&Desk::new(shared, visitor).seat(None).await))
}

/// The words and tools of a child's tablet in another language.
pub(crate) async fn kit(State(shared): State<Shared>, Path(language): Path<String>, visitor: Visitor) -> Response {
    text(&Given::new(&Desk::new(shared, visitor).kit(language).await))
}

/// What this device shows as a wall, asked for anew.
pub(crate) async fn wall(State(shared): State<Shared>, visitor: Visitor) -> Response {
    text(&Given::new(&Desk::new(shared, visitor).wall().await))
}

/// What is drawn for the console of a conference, asked for anew.
pub(crate) async fn drawn_for(
    State(shared): State<Shared>,
    Path(conference): Path<String>,
    away: Option<Extension<TurnedAway>>,
    visitor: Visitor,
) -> Response {
    match away {
        // Whoever is signed out is told how to go on.
        None | Some(Extension(TurnedAway(Failure::SignedOut))) => {
            text(&Given::new(&Desk::new(shared, visitor).drawn_for(&conference).await))
        }
        Some(Extension(TurnedAway(why))) => text(&Given::new::<()>(&Err(why))),
    }
}

/// What each audience will have of a child's words.
pub(crate) async fn look_back(State(shared): State<Shared>, visitor: Visitor) -> Response {
    text(&Given::new(&Desk::new(shared, visitor).look_back().await))
}

/// Puts this device away behind the numbers.
pub(crate) async fn put_away(State(shared): State<Shared>, visitor: Visitor, numbers: String) -> Response {
    text(&Given::new(&Desk::new(shared, visitor).put_away(&numbers).await))
}

/// Brings this device back, when these are the numbers.
pub(crate) async fn come_back(State(shared): State<Shared>, visitor: Visitor, numbers: String) -> Response {
    text(&Given::new(&Desk::new(shared, visitor).come_back(&numbers).await))
}

fn text(given: &Given) -> Response {
    ([(CONTENT_TYPE, "application/json")], given.text().to_owned()).into_response()
}

/// A file, or the page that says that nothing is here. A file is nobody's, so the store is not asked who wants it.
pub(crate) async fn fallback(State(shared): State<Shared>, request: Request) -> Result<Response, Failed> {
    if let Some(file) = assets::file(&request) {
        return Ok(file);
    }
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::from_request_parts(&mut parts, &shared).await?;
    Ok(draw(shared, visitor, false, Request::from_parts(parts, body)).await)
}

/// A page of the record as it stands after a form that could not be kept.
pub(crate) async fn draw_form(
    shared: Shared,
    visitor: Visitor,
    address: Address,
    form: FormNow,
    uri: Uri,
) -> Response<Body> {
    let given = Desk::new(shared, visitor).form(&address, form).await;
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    drawn(address, None, Asked::default(), given, request).await
}

/// A page about one's own way in, with what only this one answer may show.
pub(crate) async fn draw_entry(entry: Entry, page: &EntryPage, uri: Uri) -> Response<Body> {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    drawn(Address::Entry(entry), None, Asked::default(), Given::new(&Ok(page)), request).await
}

/// What stands in the frame of a page whose sign-in ends. Our own pages may frame this one; and when the end has come near, or
/// has come, it shows that by itself.
pub(crate) async fn stay(State(shared): State<Shared>, visitor: Visitor, request: Request) -> Response {
    let ends = visitor.staff.as_ref().map(|(found, _, _)| found.expires_ms);
    let desk = Desk::new(shared, visitor);
    let stay = desk.stay().await;
    let asked = Asked::read(request.uri().query().unwrap_or_default());
    let given = Given::new(&stay.as_ref().map(|stay| EntryPage::Stay(*stay)).map_err(Clone::clone));
    let mut response = drawn(Address::Entry(Entry::Stay), None, asked, given, request).await;
    let headers = response.headers_mut();
    let framed = headers.get(CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let framed = framed.map(|policy| policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    if let Some(policy) = framed.and_then(|policy| HeaderValue::from_str(&policy).ok()) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    let changes = match stay {
        Ok(Stay::In) => ends.map(|ends| ends.saturating_sub(ms(SOON))),
        Ok(Stay::Idle | Stay::Over) => ends,
        Ok(Stay::Code | Stay::SetUp | Stay::Out) | Err(_) => None,
    };
    if let Some(changes) = changes {
        let seconds = changes.saturating_sub(now_ms()).max(0) / 1000 + 1;
        headers.insert(REFRESH, HeaderValue::from(seconds));
    }
    response
}

/// The way in, for an address that only forms are sent to.
pub(crate) async fn way_in() -> Response {
    go("/", None)
}

/// The conference, for the address that only the form for pairing its wall is sent to.
pub(crate) async fn to_conference(Path(id): Path<String>) -> Response {
    match id.parse::<ConferenceId>() {
        Ok(id) => go(&format!("/conferences/{id}"), None),
        Err(_) => go("/conferences", None),
    }
}

async fn draw(shared: Shared, visitor: Visitor, is_childs: bool, request: Request) -> Response<Body> {
    let address = Address::of(request.uri().path());
    let program = address.program(is_childs);
    let asked = Asked::read(request.uri().query().unwrap_or_default());
    let given = match request.extensions().get::<TurnedAway>() {
        Some(TurnedAway(why)) => Given::new::<()>(&Err(why.clone())),
        None => Desk::new(shared, visitor).given(&address, &asked).await,
    };
    drawn(address, program, asked, given, request).await
}

async fn drawn(
    address: Address,
    program: Option<Program>,
    asked: Asked,
    given: Given,
    request: Request,
) -> Response<Body> {
    let is_nothing = address == Address::Nothing;
    let context = given.clone();
    let handler = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(context.clone());
            policy();
        },
        move || app::shell::shell(&assets::BUILD, program, address.clone(), asked.clone(), given.clone()),
    );
    let mut response = handler(request).await.into_response();
    if is_nothing {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// Only our own scripts with this page's nonce, our own styles and pictures, and nobody may frame us.
fn policy() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// A screen that opens `/wall` for the first time, or whose seat is closed, gets a code to show, and a cookie to be known
/// by when it is paired.
async fn wall_visitor(shared: &Shared, visitor: Visitor) -> Result<(Visitor, Option<HeaderValue>), Failed> {
    let has_place = match visitor.seat.as_ref().map(|found| &found.holder) {
        None | Some(Holder::Account(_) | Holder::Halfway(_) | Holder::Known(_)) => false,
        Some(Holder::Pairing(_) | Holder::Away { .. }) => true,
        Some(Holder::Seat { .. }) => seated(shared, visitor.seat.as_ref()).await?.is_some(),
    };
    if has_place {
        return Ok((visitor, None));
    }
    let holder = Holder::Pairing(code::new_code()?);
    let token = session::begin(shared.store.as_ref(), &holder, session::SEAT).await?;
    let cookie = Cookie::Seat.set(shared.served, &token)?;
    let seat = session::find(shared.store.as_ref(), &token).await?;
    Ok((Visitor { seat, ..visitor }, Some(cookie)))
}
