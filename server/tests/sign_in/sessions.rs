//! Where one is signed in, another password, and the password again before a file leaves.
//!
//! Deliberately with two devices: what one does must show on the other at once.

use std::time::{Duration, Instant};

use crate::common::{CONFERENCE, Client, fresh};
use crate::{CHAIR, now_ms, post, send, session_of, store};

#[tokio::test(flavor = "multi_thread")]
async fn one_sees_where_one_is_signed_in_and_ending_it_closes_its_sockets_within_a_second() {
    let (folder, server) = fresh();
    let (here, there) = (server.chair().await, server.chair().await);
    let clerk = server.clerk().await;
    let mut other = Client::console(&server, &there).await;
    let page = send(&server, "/account", &here, None).await.body;
    assert_eq!(page.matches("Signed in just now").count(), 2, "one's own, and not the minute taker's");
    assert_eq!(page.matches("This one.").count(), 1);
    let name = page.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap();

    post(&server, "/account", &clerk, &format!("do=end&session={name}")).await;
    let page = send(&server, "/account", &here, None).await.body;
    assert!(page.contains(name), "nobody ends somebody else's");

    let begun = Instant::now();
    assert_eq!(post(&server, "/account", &here, &format!("do=end&session={name}")).await.to, "/account?done=ended");
    assert_eq!(other.ended().await, Some(4401));
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert!(send(&server, "/conferences", &there, None).await.body.contains("You are signed out"));

    // Ended elsewhere: by another program, as another node would.
    let third = server.chair().await;
    let mut other = Client::console(&server, &third).await;
    let store = store(folder.path()).await;
    let begun = Instant::now();
    assert!(store.delete_session(&session_of(&third)).await.unwrap());
    assert_eq!(other.ended().await, Some(4401));
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());

    let fourth = server.chair().await;
    assert_eq!(post(&server, "/account", &here, "do=others").await.to, "/account?done=others");
    assert!(send(&server, "/conferences", &fourth, None).await.body.contains("You are signed out"));
    assert!(send(&server, "/conferences", &here, None).await.body.contains("Your conferences"));
    assert!(send(&server, "/conferences", &clerk, None).await.body.contains("Your conferences"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_password_needs_the_old_one_and_signs_everywhere_else_out() {
    let (_folder, server) = fresh();
    let (here, there) = (server.chair().await, server.chair().await);
    let ask = async |old: &str, new: &str, twice: &str| {
        let form = format!("password={old}&new={new}&twice={twice}");
        post(&server, "/account/password", &here, &form).await.to
    };
    let (old, new) = ("kettle lantern orchard", "saddle window marmalade");
    assert_eq!(ask("wrong", new, new).await, "/account/password?wrong=password");
    assert_eq!(ask(old, new, "another").await, "/account/password?wrong=same");
    assert_eq!(ask(old, "short", "short").await, "/account/password?wrong=short");
    assert_eq!(ask(old, "password1234", "password1234").await, "/account/password?wrong=easy");
    assert!(send(&server, "/conferences", &there, None).await.body.contains("Your conferences"), "nothing was changed");

    assert_eq!(ask(old, new, new).await, "/account?done=password");
    assert!(send(&server, "/conferences", &there, None).await.body.contains("You are signed out"));
    assert!(send(&server, "/conferences", &here, None).await.body.contains("Your conferences"));
    assert_eq!(post(&server, "/sign-in", "", CHAIR).await.to, "/?wrong=sign-in");
    assert_eq!(post(&server, "/sign-in", "", &format!("name=sian&password={new}")).await.to, "/conferences");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_leaves_only_soon_after_the_password_was_given() {
    let (folder, server) = fresh();
    let cookie = server.chair().await;
    let file = format!("/conferences/{CONFERENCE}/minutes/family.pdf?size=18");
    assert!(send(&server, &file, &cookie, None).await.to.is_empty(), "just signed in");

    let store = store(folder.path()).await;
    assert!(store.prove_session(&session_of(&cookie), now_ms() - 11 * 60_000).await.unwrap());
    let asked = send(&server, &file, &cookie, None).await.to;
    assert!(asked.starts_with("/account/again?to="), "{asked}");
    let copy = format!("/conferences/{CONFERENCE}/copies/manifest.json");
    assert!(send(&server, &copy, &cookie, None).await.to.starts_with("/account/again?to="), "a copy leaves as well");
    let page = format!("/conferences/{CONFERENCE}/minutes/family");
    assert!(send(&server, &page, &cookie, None).await.to.is_empty(), "reading it here is another thing");

    let to = file.replace('?', "%3F").replace('=', "%3D");
    let wrong = post(&server, "/account/again", &cookie, &format!("password=wrong&to={to}")).await.to;
    assert!(wrong.ends_with("&wrong=password"), "{wrong}");
    let form = format!("password=kettle lantern orchard&to={to}");
    assert_eq!(post(&server, "/account/again", &cookie, &form).await.to, file);
    assert!(send(&server, &file, &cookie, None).await.to.is_empty());
}
