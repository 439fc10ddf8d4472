//! Invitations: a link that makes one account, with the token in no address.
//!
//! Deliberately from the command line to the first page.

use crate::common::{Server, fresh, hearth};
use crate::{post, send};

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_makes_one_account_with_a_password_that_is_not_easy() {
    let (folder, server) = fresh();
    let data = folder.path().to_str().unwrap();
    let invite = |name: &str| {
        let display = ["--display", "Ffion Tregenza", "--role", "minute_taker", "--at", "https://hearth.example/"];
        hearth(&[&["account", "invite", name, "--data", data], &display[..]].concat())
    };
    assert!(!invite("sian").status.success(), "the name is taken");
    let said = String::from_utf8(invite("ffion").stdout).unwrap();
    let token = said.split("https://hearth.example/invited#").nth(1).unwrap().trim();

    assert!(send(&server, "/invited", "", None).await.body.contains("/invited.js"));
    let bad = post(&server, "/invited", "", "token=0123").await;
    assert!(bad.body.contains("has been used, or is too old"));
    let form = post(&server, "/invited", "", &format!("token={token}")).await;
    assert!(form.body.contains("value=\"Ffion Tregenza\"") && form.body.contains("value=\"ffion\""));

    let choose = async |name: &str, new: &str| {
        let form = format!("token={token}&display_name=Ffion T&name={name}&new={new}&twice={new}");
        post(&server, "/invited", "", &form).await
    };
    assert!(choose("ffion", "ffionffion12").await.body.contains("among the first"));
    assert!(choose("sian", "saddle window marmalade").await.body.contains("That name cannot be used"));
    let made = choose("ffi", "saddle window marmalade").await;
    assert_eq!((made.to.as_str(), made.body.contains(token)), ("/conferences", false));
    let page = send(&server, "/conferences", &made.cookie.unwrap(), None).await.body;
    assert!(page.contains("Ffion T") && !page.contains("New conference"), "a minute taker's");
    assert!(choose("another", "saddle window marmalade").await.body.contains("has been used, or is too old"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_that_is_open_is_seen_and_withdrawn() {
    let (folder, server) = fresh();
    let data = folder.path().to_str().unwrap();
    let invite = |name: &str, display: &str| {
        let args = ["account", "invite", name, "--display", display, "--role", "chair", "--data", data];
        let said = String::from_utf8(hearth(&args).stdout).unwrap();
        said.split("/invited#").nth(1).unwrap().trim().to_owned()
    };
    let is_good = async |token: &str| {
        !post(&server, "/invited", "", &format!("token={token}")).await.body.contains("has been used, or is too old")
    };
    let mair = server.as_("mair").await;
    let people = async || send(&server, "/people", &mair, None).await.body;
    assert!(people().await.contains("No invitation is open"));

    let earlier = invite("ffion", "Ffion Tregenza");
    let ffion = invite("Ffion", "Ffion Tregenza");
    assert!(!is_good(&earlier).await && is_good(&ffion).await, "the later one for a name takes its place");
    let form = "name=tobias&display_name=Tobias+Bell&role=observer";
    let made = post(&server, "/people/invite", &mair, form).await.body;
    let tobias =
        made.split("/invited#").nth(1).unwrap().chars().take_while(char::is_ascii_hexdigit).collect::<String>();
    let page = people().await;
    assert!(page.contains("Ffion Tregenza (Ffion)") && page.contains("Invited by the command line"));
    assert!(page.contains("Tobias Bell (tobias)") && page.contains("Invited by Mair"));
    assert!(!page.contains(&ffion) && !page.contains(&tobias), "the link is with whoever was given it");

    let reference = page.split("name=\"invitation\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let withdraw = format!("do=withdraw&invitation={reference}");
    assert_eq!(post(&server, "/people", &server.chair().await, &withdraw).await.to, "", "it is the administrator's");
    assert!(is_good(&ffion).await);
    assert_eq!(post(&server, "/people", &mair, &withdraw).await.to, "/people?news=withdrawn");
    assert!(!is_good(&ffion).await && is_good(&tobias).await);
    assert_eq!(post(&server, "/people", &mair, &withdraw).await.to, "/people?news=used");
    let looked = String::from_utf8(hearth(&["looked", "--data", data]).stdout).unwrap();
    assert_eq!(looked.matches("mair\twithdrawn\t\tchair").count(), 1, "{looked}");

    assert!(hearth(&["account", "disable", "mair", "--data", data]).status.success());
    assert!(!is_good(&tobias).await, "nor does a link that a closed account handed out");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_for_the_first_account_is_good_for_no_second_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let server = Server::start(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    let printed = server.greeting.iter().find_map(|line| line.split_once("/setup/")).unwrap().1.to_owned();
    let invited = ["account", "invite", "ffion", "--display", "Ffion", "--role", "administrator", "--data", data];
    let said = String::from_utf8(hearth(&invited).stdout).unwrap();
    let token = said.split("/invited#").nth(1).unwrap().trim();
    let password = "saddle window marmalade";
    let form = format!("token={token}&display_name=Ffion&name=ffion&new={password}&twice={password}");
    assert_eq!(post(&server, "/invited", "", &form).await.to, "/conferences");

    let form = format!("token={printed}&name=mallory&display_name=Mallory&password=purple kettle autumn");
    assert!(post(&server, "/setup", "", &form).await.to.ends_with("?wrong=token"), "it may stand in a log");
    let mallory = post(&server, "/sign-in", "", "name=mallory&password=purple kettle autumn").await;
    assert_eq!(mallory.to, "/?wrong=sign-in");
}
