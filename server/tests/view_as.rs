//! View as: what the chair sees through somebody's eyes is byte for byte what that seat is served.
//!
//! Deliberately not here: what anybody may see (that is told in `board`). This holds two answers of the server side by side.

mod common;

use board::command::Command;
use board::seat::Holder;
use board::view::View;
use common::{CONFERENCE, Client, Heard, Server, fresh};

/// A frame's view, as it was sent: the rest of the frame is the audience's own count.
fn view_of(frame: &str) -> &str {
    let (_, rest) = frame.split_once("\"view\":").expect("a snapshot holds a view");
    rest.strip_suffix("}}").expect("and ends after it")
}

/// What a page shows, as the server drew it.
fn main_of(page: &str) -> &str {
    let from = page.find("<main").expect("a page has a main part");
    let (main, _) = page[from..].split_once("</main>").expect("which ends");
    main
}

/// Everybody who can have a seat at this conference, with the name their eyes have in an address.
fn everybody(console: &View) -> Vec<(String, Holder)> {
    let people = console.people.keys().map(|person| (person.to_string(), Holder::Person(person.clone())));
    let children = console.children.keys().flat_map(|child| {
        [
            (format!("tablet:{child}"), Holder::Tablet(child.clone())),
            (format!("side-room:{child}"), Holder::SideRoom(child.clone())),
        ]
    });
    people.chain(children).chain([("wall".to_owned(), Holder::Wall)]).collect()
}

/// A device that the chair gives a seat.
async fn device(server: &Server, chair: &mut Client, name: &str, holder: Holder) -> String {
    let cookie = server.join(&server.code(&format!("the lobby of {CONFERENCE}")), name).await;
    let waiting = Holder::Waiting(name.to_owned());
    chair.until(|view| view.seats.values().any(|seat| seat.holder == waiting)).await;
    let seat = chair.view.seats.values().find(|seat| seat.holder == waiting).expect("it waits").id.clone();
    let given = Command::GiveSeat { seat, holder };
    assert_eq!(chair.ask(&format!("give-{}", name.replace(':', "-")), &given).await, Heard::Done);
    cookie
}

#[tokio::test(flavor = "multi_thread")]
async fn every_seat_is_sent_and_shown_exactly_what_the_chair_sees_through_its_eyes() {
    let (_folder, server) = fresh();
    let console = server.chair().await;
    let mut chair = Client::console(&server, &console).await;
    let everybody = everybody(&chair.view);
    assert_eq!(
        everybody.len(),
        chair.view.people.len() + 2 * 2 + 1,
        "all people, two tablets, two side rooms, the wall"
    );
    for (who, holder) in everybody {
        let page = if holder == Holder::Wall { "/wall" } else { "/seat" };
        let device = device(&server, &mut chair, &who, holder).await;
        let sent = Client::open(&server, "/socket/seat", &device).await.heard.remove(0);
        let (status, frame) = server.get(&format!("/conferences/{CONFERENCE}/as/{who}/frame.json"), &console).await;
        assert_eq!(status, 200, "{who}");
        assert!(view_of(&sent) == view_of(&frame), "{who} is sent something else");

        let (_, shown) = server.get(page, &device).await;
        let (_, seen) = server.get(&format!("/conferences/{CONFERENCE}/as/{who}"), &console).await;
        assert!(main_of(&shown).len() > 100, "{who} is shown something");
        assert_eq!(main_of(&shown), main_of(&seen), "{who} is shown something else");
        assert!(seen.contains("Nothing here can be changed."), "{who}: the band says so");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_is_looked_at_where_it_lies() {
    let (_folder, server) = fresh();
    let console = server.chair().await;
    for copy in ["professionals", "family"] {
        let (_, seen) = server.get(&format!("/conferences/{CONFERENCE}/as/{copy}"), &console).await;
        let address = format!("/conferences/{CONFERENCE}/minutes/{copy}");
        let frame = seen.split("<iframe").nth(1).and_then(|rest| rest.split('>').next()).expect("a frame");
        assert!(frame.contains(&format!("src=\"{address}\"")), "{copy}: {frame}");
        assert_eq!(server.get(&address, &console).await, server.get(&address, &console).await, "the same each time");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_chair_looks_through_others_eyes() {
    let (_folder, server) = fresh();
    let clerk = server.clerk().await;
    for cookie in [clerk.as_str(), ""] {
        for who in ["wall", "gosia", "tablet:tomek"] {
            let (status, frame) = server.get(&format!("/conferences/{CONFERENCE}/as/{who}/frame.json"), cookie).await;
            assert!(status == 404 || status == 401, "{who}: {status}");
            assert!(!frame.contains("snapshot"), "{who}");
            let (_, page) = server.get(&format!("/conferences/{CONFERENCE}/as/{who}"), cookie).await;
            assert!(!page.contains("Nothing here can be changed.") && !page.contains("sandwitch"), "{who}");
        }
    }
    let chair = server.chair().await;
    for nobody in ["ghost", "tablet:ghost", "chair", "letter:maja", "a:b"] {
        let (status, _) = server.get(&format!("/conferences/{CONFERENCE}/as/{nobody}/frame.json"), &chair).await;
        assert_eq!(status, 404, "{nobody}");
    }
}
