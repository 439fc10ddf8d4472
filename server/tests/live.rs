//! A live conference over real sockets: what is saved is shown, once, to those who may see it and to nobody else.
//!
//! Deliberately not here: the rules one by one (they are in `board`).

mod common;

use board::command::Command;
use board::rejection::Rejection;
use board::seat::Holder;
use board::view::View;
use board::wire::FromServer;
use common::{CONFERENCE, Client, Heard, fresh, line};

#[tokio::test(flavor = "multi_thread")]
async fn what_the_chair_adds_reaches_the_clerk_and_is_there_once_however_often_it_is_sent() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let mut clerk = Client::console(&server, &server.clerk().await).await;
    let added = line("new-1", "A neighbour heard shouting.");

    assert_eq!(chair.ask("c-1", &added).await, Heard::Done);
    assert_eq!(chair.ask("c-1", &added).await, Heard::Done);
    assert_eq!(chair.ask("c-2", &added).await, Heard::Done);

    clerk.until(|view| view.cards.values().any(|card| card.words == "A neighbour heard shouting.")).await;
    let times = chair.view.cards.values().filter(|card| card.words == "A neighbour heard shouting.").count();
    assert_eq!(times, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_is_called_saved_however_late_it_is_sent_again_and_changes_nothing_more() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let mut clerk = Client::console(&server, &server.clerk().await).await;
    let reword = |was: &str, words: &str| Command::RewordCard {
        card: "new-1".parse().unwrap(),
        was: was.to_owned(),
        words: words.to_owned(),
    };
    assert_eq!(chair.ask("c-1", &line("new-1", "A neighbour heard shouting.")).await, Heard::Done);
    let chairs = reword("A neighbour heard shouting.", "Two neighbours heard shouting.");
    assert_eq!(chair.ask("c-2", &chairs).await, Heard::Done);
    let clerks = reword("Two neighbours heard shouting.", "Two neighbours heard shouting at night.");
    assert_eq!(clerk.ask("c-3", &clerks).await, Heard::Done);

    // The chair's device never heard that it was saved.
    assert_eq!(chair.ask("c-2", &chairs).await, Heard::Done, "it was saved, though it could not be done now");
    let refused = chair.ask("c-4", &chairs).await;
    assert!(matches!(refused, Heard::Rejected(Rejection::ChangedMeanwhile { .. })), "{refused:?}");

    assert_eq!(chair.ask("c-5", &line("new-2", "The dog was quiet.")).await, Heard::Done);
    for _ in 0..2 {
        assert_eq!(chair.ask("undo", &Command::Undo).await, Heard::Done);
    }
    let words = |view: &View| view.cards.values().map(|card| card.words.clone()).collect::<Vec<_>>();
    clerk.until(|view| !words(view).contains(&"The dog was quiet.".to_owned())).await;
    for view in [&chair.view, &clerk.view] {
        let words = words(view);
        assert!(
            words.contains(&"Two neighbours heard shouting at night.".to_owned()),
            "one step back, not two: {words:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parent_waits_in_the_lobby_until_the_chair_lets_them_in_and_sees_only_what_is_theirs() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let cookie = server.join(&server.code(&format!("the lobby of {CONFERENCE}")), "Gosia").await;
    assert!(common::dial(&server, "/socket/seat", &cookie, None).await.is_err(), "the lobby sees nothing");

    chair.until(|view| view.seats.values().any(|seat| seat.holder == Holder::Waiting("Gosia".to_owned()))).await;
    let seat = chair.view.seats.keys().next().unwrap().clone();
    let holder = Holder::Person("gosia".parse().unwrap());
    assert_eq!(chair.ask("let-in", &Command::GiveSeat { seat: seat.clone(), holder }).await, Heard::Done);

    let mut phone = Client::open(&server, "/socket/seat", &cookie).await;
    let all = phone.heard.concat();
    assert!(all.contains("pierogi"), "what Maja shares with everyone is there");
    assert!(!all.contains("Maja still get to see her dad"), "what Tomek tells the professionals is not");
    assert!(phone.view.desk.is_none() && phone.view.people.is_empty());

    let directing = Command::Blank { blank: true };
    assert_eq!(phone.ask("no-1", &directing).await, Heard::Rejected(Rejection::NotYours));
    assert_eq!(phone.ask("no-2", &line("x", "x")).await, Heard::Rejected(Rejection::NotYours));
    let offer = Command::OfferLine { offer: "offer-1".parse().unwrap(), words: "I rang 999 myself".to_owned() };
    assert_eq!(phone.ask("yes-1", &offer).await, Heard::Done);
    chair.until(|view| view.offers.values().any(|offer| offer.words == "I rang 999 myself")).await;

    assert_eq!(chair.ask("close", &Command::CloseSeat { seat }).await, Heard::Done);
    assert_eq!(phone.ended().await, Some(4403), "a closed seat sees nothing more");
    assert!(common::is_turned_away(&server, "/socket/seat", &cookie).await, "and hears so if it was away meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_device_keeps_no_more_sockets_open_than_it_can_need() {
    let (_folder, server) = fresh();
    let tablet = server.join(&server.code("a tablet for Maja"), "").await;
    let mut open = Vec::new();
    for _ in 0..16 {
        open.push(common::dial(&server, "/socket/seat", &tablet, None).await.expect("a socket"));
    }
    let refused = common::dial(&server, "/socket/seat", &tablet, None).await;
    assert!(refused.is_err_and(|why| why.to_string().contains("429")));
    let other = server.join(&server.code("a tablet for Tomek"), "").await;
    assert!(common::dial(&server, "/socket/seat", &other, None).await.is_ok(), "nobody else notices");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablets_code_works_once_and_shows_one_childs_tools_and_nothing_of_the_board() {
    let (_folder, server) = fresh();
    let code = server.code("a tablet for Maja");
    let tablet = server.join(&code, "").await;
    let (_, to, _) = server.post("/join", "", &format!("code={code}")).await;
    assert_eq!(to, "/?wrong=code", "a second device is turned away");

    let tablet = Client::open(&server, "/socket/seat", &tablet).await;
    assert!(tablet.view.cards.is_empty() && tablet.view.plan.is_empty());
    assert!(tablet.view.entries.keys().all(|entry| entry.as_str().starts_with('M')), "only Maja's entries");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_sockets_that_hang_on_it() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let mut chair = Client::console(&server, &cookie).await;
    server.post("/sign-out", &cookie, "").await;
    assert_eq!(chair.ended().await, Some(4401));
    let path = format!("/socket/conference/{CONFERENCE}");
    assert!(common::is_turned_away(&server, &path, &cookie).await, "the cookie opens nothing any more");
}

/// The key to what a device keeps, as it came.
async fn key(client: &mut Client) -> String {
    loop {
        let frames = client.heard.iter().filter_map(|frame| serde_json::from_str(frame).ok());
        let mut keys =
            frames.filter_map(|frame| if let FromServer::Key { key, .. } = frame { Some(key) } else { None });
        if let Some(key) = keys.next() {
            return key;
        }
        client.hear().await.expect("the key comes before the socket ends");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_device_keeps_is_sealed_with_a_key_that_is_found_again_and_is_nobody_elses() {
    let (_folder, server) = fresh();
    let (first, again) = (server.chair().await, server.chair().await);
    let chairs = key(&mut Client::console(&server, &first).await).await;
    assert_eq!(chairs.len(), 64);
    assert_eq!(
        key(&mut Client::console(&server, &again).await).await,
        chairs,
        "signed in again, it opens what is there"
    );
    let clerks = key(&mut Client::console(&server, &server.clerk().await).await).await;
    assert_ne!(clerks, chairs);
    let tablet = server.join(&server.code("a tablet for Maja"), "").await;
    let tablets = key(&mut Client::open(&server, "/socket/seat", &tablet).await).await;
    assert!(![&chairs, &clerks].contains(&&tablets));
}
