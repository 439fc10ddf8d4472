//! The second factor, tries that are counted, invitations, and seeing where one is signed in.
//!
//! Deliberately many at the same moment: what may happen once happens once.

use futures_util::future::join_all;
use store::{Account, AccountId, Invitation, Sensitive, Session, StoreError};

use crate::fixture::Fixture;

fn account_id(number: u8) -> AccountId {
    format!("00000000-0000-4000-8000-0000000000{number:02x}").parse().unwrap()
}

fn account(number: u8, name: &str) -> Account {
    Account {
        id: account_id(number),
        name: name.to_owned(),
        display_name: format!("Display {name}"),
        role: "chair".to_owned(),
        password_hash: "$argon2id$ZQX-CANARY".to_owned(),
        created_ms: 0,
        disabled: false,
    }
}

fn session(number: u8, of: u8) -> Session {
    Session {
        token_hash: [number; 32],
        holder: "{\"account\":1}".to_owned(),
        account: Some(account_id(of)),
        conference: None,
        created_ms: i64::from(number),
        expires_ms: 100,
        last_seen_ms: 0,
        device: Some("Firefox on Windows".to_owned()),
        proved_ms: 7,
    }
}

fn invitation(number: u8) -> Invitation {
    Invitation {
        token_hash: [number; 32],
        name: "siân".to_owned(),
        display_name: "Siân Pryce-Jones".to_owned(),
        role: "chair".to_owned(),
        expires_ms: 100,
        by: None,
    }
}

fn key(byte: u8) -> Sensitive<Vec<u8>> {
    Sensitive::new(vec![byte; 20])
}

/// How many of so many who try at the same moment are told yes.
async fn yes(answers: impl IntoIterator<Item = impl Future<Output = Result<bool, StoreError>>>) -> usize {
    join_all(answers).await.into_iter().filter(|answer| *answer.as_ref().unwrap()).count()
}

pub(crate) async fn a_second_factor_is_begun_confirmed_and_taken_away(fixture: &impl Fixture) {
    let store = fixture.open().await;
    store.create_account(account(1, "siân")).await.unwrap();
    let siân = account_id(1);
    assert_eq!(store.second_factor(&siân).await.unwrap(), None);
    assert!(!store.confirm_second_factor(&siân, 5, vec![]).await.unwrap(), "nothing was begun");
    store.begin_second_factor(&siân, key(1)).await.unwrap();
    store.begin_second_factor(&siân, key(2)).await.unwrap();
    let begun = store.second_factor(&siân).await.unwrap().unwrap();
    assert!(begun.key == key(2) && !begun.confirmed, "the later one counts");
    assert!(!store.take_step(&siân, 9).await.unwrap(), "what is not confirmed is not asked for");

    assert!(store.confirm_second_factor(&siân, 5, vec![[1; 32], [2; 32]]).await.unwrap());
    assert!(!store.confirm_second_factor(&siân, 6, vec![[3; 32]]).await.unwrap(), "once");
    assert!(store.second_factor(&siân).await.unwrap().unwrap().confirmed);
    let over = store.begin_second_factor(&siân, key(3)).await;
    assert!(matches!(over, Err(StoreError::AlreadyExists)), "{over:?}");
    let nobody = store.begin_second_factor(&account_id(9), key(3)).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)), "{nobody:?}");
    assert!(!format!("{:?}", store.second_factor(&siân).await.unwrap()).contains("2, 2"), "a key is never printed");

    assert!(store.remove_second_factor(&siân).await.unwrap());
    assert!(!store.remove_second_factor(&siân).await.unwrap());
    assert_eq!(store.second_factor(&siân).await.unwrap(), None);
    assert_eq!(store.recovery_codes_left(&siân).await.unwrap(), 0);
}

pub(crate) async fn every_code_is_taken_once(fixture: &impl Fixture) {
    let store = fixture.open().await;
    for number in [1, 2] {
        store.create_account(account(number, &format!("name-{number}"))).await.unwrap();
        store.begin_second_factor(&account_id(number), key(number)).await.unwrap();
        assert!(store.confirm_second_factor(&account_id(number), 5, vec![[1; 32], [2; 32]]).await.unwrap());
    }
    let one = account_id(1);
    assert!(!store.take_step(&one, 5).await.unwrap(), "the code that confirmed it");
    assert!(!store.take_step(&one, 4).await.unwrap(), "an earlier one");
    assert_eq!(yes((0..20).map(|_| store.take_step(&one, 6))).await, 1);
    assert!(store.take_step(&account_id(2), 6).await.unwrap(), "somebody else's is another one");

    assert_eq!(yes((0..20).map(|_| store.take_recovery_code(&one, &[1; 32]))).await, 1);
    assert!(!store.take_recovery_code(&one, &[3; 32]).await.unwrap());
    assert_eq!(store.recovery_codes_left(&one).await.unwrap(), 1);
    assert_eq!(store.recovery_codes_left(&account_id(2)).await.unwrap(), 2);
    store.set_recovery_codes(&one, vec![[7; 32], [8; 32], [9; 32]]).await.unwrap();
    assert!(!store.take_recovery_code(&one, &[2; 32]).await.unwrap(), "the earlier ones are gone");
    assert_eq!(store.recovery_codes_left(&one).await.unwrap(), 3);
}

pub(crate) async fn tries_are_counted_before_they_are_made(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let pause = |count: u32| if count < 3 { 0 } else { i64::from(count) * 10 };
    for _ in 0..3 {
        assert!(store.begin_try(&[1; 32], 100, pause, 1000).await.unwrap());
    }
    assert!(!store.begin_try(&[1; 32], 129, pause, 1000).await.unwrap(), "after the third it is not time yet");
    assert!(store.begin_try(&[2; 32], 129, pause, 1000).await.unwrap(), "nobody else waits");
    let at_once = (0..20).map(|_| store.begin_try(&[1; 32], 130, pause, 1000));
    assert_eq!(yes(at_once).await, 1, "one, however many try at the same moment");
    store.close().await.unwrap();

    let store = fixture.open().await;
    assert!(!store.begin_try(&[1; 32], 169, pause, 1000).await.unwrap(), "a restart forgets nothing");
    let in_ten_years = 169 + i64::from(u32::MAX) * 10;
    store.forget_tries(&[1; 32]).await.unwrap();
    assert!(store.begin_try(&[1; 32], 169, pause, 1000).await.unwrap());
    assert!(store.begin_try(&[3; 32], in_ten_years, |_| 10, 1000).await.unwrap());
    assert!(store.begin_try(&[3; 32], 169, |_| 10, 1000).await.unwrap(), "no pause is longer than the longest");
    store.forget_tries(&[3; 32]).await.unwrap();
    assert_eq!(store.delete_expired(1129).await.unwrap(), 1, "what is old is cleared away");
}

pub(crate) async fn an_invitation_makes_one_account(fixture: &impl Fixture) {
    let store = fixture.open().await;
    store.create_account(account(1, "taken")).await.unwrap();
    store.put_invitation(invitation(1)).await.unwrap();
    assert!(matches!(store.put_invitation(invitation(1)).await, Err(StoreError::AlreadyExists)));
    assert_eq!(store.invitation(&[1; 32], 99).await.unwrap(), Some(invitation(1)));
    assert_eq!(store.invitation(&[1; 32], 100).await.unwrap(), None);
    let taken = store.accept_invitation(&[1; 32], 99, account(2, "taken")).await;
    assert!(matches!(taken, Err(StoreError::AlreadyExists)), "{taken:?}");
    assert!(store.invitation(&[1; 32], 99).await.unwrap().is_some(), "another name can be chosen");

    let accepting = (2..12).map(|n| store.accept_invitation(&[1; 32], 99, account(n, &format!("name-{n}"))));
    assert_eq!(yes(accepting).await, 1);
    assert_eq!(store.account_count().await.unwrap(), 2);
    store.put_invitation(invitation(2)).await.unwrap();
    assert!(!store.accept_invitation(&[2; 32], 100, account(20, "late")).await.unwrap());
    assert_eq!(store.delete_expired(100).await.unwrap(), 1);
}

pub(crate) async fn an_invitation_can_be_seen_and_withdrawn(fixture: &impl Fixture) {
    let store = fixture.open().await;
    store.create_account(account(1, "mair")).await.unwrap();
    let named = |number: u8, name: &str, by| Invitation { name: name.to_owned(), by, ..invitation(number) };
    for one in [named(1, "Siân", None), named(2, "tobias", Some(account_id(1))), named(3, "ffion", None)] {
        store.put_invitation(one).await.unwrap();
    }
    let open = async |now_ms| store.invitations(now_ms).await.unwrap();
    let open_names = async || open(99).await.into_iter().map(|one| (one.token_hash[0], one.name)).collect::<Vec<_>>();
    assert!(open(99).await.contains(&named(2, "tobias", Some(account_id(1)))));
    assert_eq!(open(100).await, [], "what is too old is not open");

    store.put_invitation(named(4, " SIÂN", None)).await.unwrap();
    assert_eq!(store.invitation(&[1; 32], 0).await.unwrap(), None, "the later one for a name takes its place");
    assert!(store.withdraw_invitation(&[3; 32]).await.unwrap());
    assert!(!store.withdraw_invitation(&[3; 32]).await.unwrap());
    assert!(!store.accept_invitation(&[3; 32], 0, account(9, "ffion")).await.unwrap());
    store.set_disabled(&account_id(1), true).await.unwrap();
    assert_eq!(open_names().await, [(4, " SIÂN".to_owned())], "what a closed account handed out opens nothing");
}

pub(crate) async fn one_sees_and_ends_ones_own_sessions(fixture: &impl Fixture) {
    let store = fixture.open().await;
    for number in [1, 2] {
        store.create_account(account(number, &format!("name-{number}"))).await.unwrap();
    }
    for kept in [session(1, 1), session(2, 1), session(3, 1), session(4, 2)] {
        store.put_session(kept).await.unwrap();
    }
    store.put_session(Session { account: None, ..session(5, 1) }).await.unwrap();
    assert_eq!(store.session(&[1; 32], 0).await.unwrap(), Some(session(1, 1)));
    assert!(store.prove_session(&[1; 32], 50).await.unwrap());
    assert!(!store.prove_session(&[9; 32], 50).await.unwrap());
    assert_eq!(store.session(&[1; 32], 0).await.unwrap().unwrap().proved_ms, 50);

    let mut good = store.account_sessions(99).await.unwrap();
    good.sort_unstable();
    let theirs =
        [(1, 1), (2, 1), (3, 1), (4, 2)].map(|(number, account)| ([number; 32], session(number, account).span()));
    assert_eq!(good, theirs, "a seat has no account");
    assert!(good.iter().all(|(_, span)| span.expires_ms == 100));
    assert_eq!(store.account_sessions(100).await.unwrap(), []);
    assert_eq!(store.seat_sessions(99).await.unwrap(), [([5; 32], session(5, 1).span())]);
    assert_eq!(store.seat_sessions(100).await.unwrap(), []);
    assert_eq!(store.delete_other_sessions(&account_id(1), &[2; 32]).await.unwrap(), 2);
    assert_eq!(store.account_sessions(0).await.unwrap().len(), 2);
    assert!(store.session(&[2; 32], 0).await.unwrap().is_some());
}
