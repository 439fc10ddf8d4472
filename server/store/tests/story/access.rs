//! Teams, who may come to a conference, passes, and who looked.
//!
//! Deliberately not here: what any of it allows. The store keeps it, and no more.

use store::{Access, Account, AccountId, Looked, Member, Pass, Store, StoreError, Team};

use crate::fixture::Fixture;
use crate::line;
use crate::sample::{batch, conference};

fn id(number: u8) -> AccountId {
    format!("00000000-0000-4000-8000-0000000000{number:02x}").parse().unwrap()
}

async fn account(store: &dyn Store, number: u8) -> AccountId {
    let account = Account {
        id: id(number),
        name: format!("name-{number}"),
        display_name: format!("Display {number}"),
        role: "chair".to_owned(),
        password_hash: "$argon2id$ZQX-CANARY".to_owned(),
        created_ms: 0,
        disabled: false,
    };
    store.create_account(account).await.unwrap();
    id(number)
}

fn pass(number: u8, team: Option<&str>) -> Pass {
    Pass {
        id: format!("pass-{number}"),
        conference: conference(1),
        account: id(1),
        team: team.map(str::to_owned),
        at_ms: i64::from(number),
        until_ms: i64::from(number) + 100,
        reason: "covering".to_owned(),
        because: "ZQX-CANARY her aunt rang".into(),
        seen_ms: None,
    }
}

fn line(number: u8, conference_number: u32) -> Looked {
    Looked {
        id: format!("line-{number}"),
        at_ms: i64::from(number),
        account: Some(id(1)),
        seat: None,
        conference: Some(conference(conference_number)),
        what: "console".to_owned(),
        reason: None,
        about: Some(id(2)),
    }
}

pub(crate) async fn an_account_belongs_to_one_team(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (one, two) = (account(&*store, 1).await, account(&*store, 2).await);
    store.add_team(" North Tŷ ").await.unwrap();
    store.add_team("South").await.unwrap();
    assert!(matches!(store.add_team("NORTH TŶ").await, Err(StoreError::AlreadyExists)));
    let north = Team { key: "north tŷ".to_owned(), name: "North Tŷ".to_owned() };
    assert_eq!(store.teams().await.unwrap(), [north, Team { key: "south".to_owned(), name: "South".to_owned() }]);

    store.set_member(&one, Some(("South".to_owned(), false))).await.unwrap();
    store.set_member(&one, Some(("North Tŷ".to_owned(), true))).await.unwrap();
    let member = Member { account: one.clone(), team: "north tŷ".to_owned(), manages: true };
    assert_eq!(store.member(&one).await.unwrap(), Some(member.clone()), "in one team at a time");
    assert_eq!(store.member(&two).await.unwrap(), None);
    assert_eq!(store.members().await.unwrap(), [member]);
    let nowhere = store.set_member(&one, Some(("West".to_owned(), false))).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)), "{nowhere:?}");
    assert!(store.member(&one).await.unwrap().is_some(), "a mistake changes nothing");
    store.set_member(&one, None).await.unwrap();
    assert_eq!(store.members().await.unwrap(), []);

    store.set_role(&two, "observer").await.unwrap();
    assert_eq!(store.account_by_id(&two).await.unwrap().unwrap().role, "observer");
    assert!(matches!(store.set_role(&id(9), "observer").await, Err(StoreError::NotFound)));
}

pub(crate) async fn a_conference_says_who_may_come(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let one = account(&*store, 1).await;
    store.add_team("North").await.unwrap();
    assert_eq!(store.access(&conference(1)).await.unwrap(), Access::default(), "it is everybody's");
    store.give_to_team(&conference(1), "NORTH").await.unwrap();
    store.create_conference(&conference(1), batch(&conference(1), 0, "open", 1)).await.unwrap();
    store.restrict(&conference(1), true).await.unwrap();
    store.name(&conference(1), &one, true).await.unwrap();
    store.name(&conference(1), &one, true).await.unwrap();
    let said = Access { team: Some("north".to_owned()), restricted: true, named: vec![one.clone()] };
    assert_eq!(store.access(&conference(1)).await.unwrap(), said);
    store.restrict(&conference(1), false).await.unwrap();
    store.name(&conference(1), &one, false).await.unwrap();
    assert_eq!(
        store.access(&conference(1)).await.unwrap(),
        Access { team: Some("north".to_owned()), ..Access::default() }
    );
    assert!(matches!(store.give_to_team(&conference(1), "West").await, Err(StoreError::NotFound)));
    assert!(matches!(store.name(&conference(1), &id(9), true).await, Err(StoreError::NotFound)));
}

pub(crate) async fn a_pass_comes_with_its_line_or_not_at_all(fixture: &impl Fixture) {
    let store = fixture.open().await;
    account(&*store, 1).await;
    let nowhere = store.let_in(pass(1, None), line(1, 1)).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)), "{nowhere:?}");
    assert_eq!(store.who_looked(None, 9).await.unwrap(), [], "no pass, no line");
    store.create_conference(&conference(1), batch(&conference(1), 0, "open", 1)).await.unwrap();
    assert_eq!(store.pass_ends(&conference(1), &id(1)).await.unwrap(), Vec::<i64>::new());
    store.let_in(pass(1, Some("north")), line(1, 1)).await.unwrap();
    let again = store.let_in(pass(2, None), line(1, 1)).await;
    assert!(matches!(again, Err(StoreError::AlreadyExists)), "{again:?}");
    assert_eq!(store.pass_ends(&conference(1), &id(1)).await.unwrap(), [101], "no line, no pass");
    store.let_in(pass(2, None), line(2, 1)).await.unwrap();
    assert_eq!(store.pass_ends(&conference(1), &id(1)).await.unwrap(), [101, 102]);
    assert_eq!(store.passes_unseen().await.unwrap(), [pass(1, Some("north")), pass(2, None)]);
    assert!(!format!("{:?}", pass(1, None)).contains("CANARY"));
    assert!(store.see_pass("pass-1", 7).await.unwrap());
    assert!(!store.see_pass("pass-1", 8).await.unwrap(), "once");
    assert_eq!(store.passes_unseen().await.unwrap(), [pass(2, None)]);
}

pub(crate) async fn who_looked_stays_when_what_they_saw_is_gone(fixture: &impl Fixture) {
    let store = fixture.open().await;
    account(&*store, 1).await;
    for number in [1, 2] {
        store.create_conference(&conference(number), batch(&conference(number), 0, "open", 1)).await.unwrap();
    }
    for number in 1..=4 {
        store.looked(line(number, u32::from(number % 2) + 1)).await.unwrap();
    }
    store.let_in(pass(9, None), line(9, 1)).await.unwrap();
    assert_eq!(store.who_looked(None, 2).await.unwrap(), [line(9, 1), line(4, 1)], "the newest first, so many");
    assert_eq!(store.who_looked(Some(&conference(2)), 9).await.unwrap(), [line(3, 2), line(1, 2)]);
    let erased = line::line("erased", &conference(1));
    store.erase(&conference(1), 5, "request", "reference 1", erased.clone()).await.unwrap();
    assert_eq!(store.who_looked(Some(&conference(1)), 9).await.unwrap(), [line(9, 1), erased, line(4, 1), line(2, 1)]);
    assert_eq!(store.passes_unseen().await.unwrap(), [], "the words of a reason go with the conference");
    let late = store.let_in(pass(3, None), line(5, 1)).await;
    assert!(matches!(late, Err(StoreError::Erased)), "{late:?}");
    store.close().await.unwrap();
    let store = fixture.open().await;
    assert_eq!(store.who_looked(None, 9).await.unwrap().len(), 6);
}
