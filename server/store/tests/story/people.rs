//! Accounts, sessions, set-up links and join codes.
//!
//! Deliberately at the very millisecond of an expiry: what expires at a moment is gone at that moment.

use futures_util::future::{join, join_all};
use store::{Account, AccountId, JoinCode, Session, Store, StoreError};

use crate::fixture::Fixture;
use crate::sample::{batch, conference};

fn account(number: u8, name: &str) -> Account {
    Account {
        id: account_id(number),
        name: name.to_owned(),
        display_name: format!("Display {name}"),
        role: "chair".to_owned(),
        password_hash: format!("$argon2id$ZQX-CANARY-{number}"),
        created_ms: i64::from(number),
        disabled: false,
    }
}

fn account_id(number: u8) -> AccountId {
    format!("00000000-0000-4000-8000-0000000000{number:02x}").parse().unwrap()
}

fn session(number: u8, expires_ms: i64) -> Session {
    Session {
        token_hash: [number; 32],
        holder: "{\"wall\":1}".to_owned(),
        account: None,
        conference: None,
        created_ms: i64::from(number),
        expires_ms,
        last_seen_ms: 0,
        device: None,
        proved_ms: 0,
    }
}

fn code(number: u8, expires_ms: i64) -> JoinCode {
    JoinCode {
        code_hash: [number; 32],
        conference: conference(1),
        purpose: "lobby".to_owned(),
        payload: Some("{\"role\":\"family\"}".to_owned()),
        expires_ms,
    }
}

async fn conferences(store: &dyn Store) {
    for id in [conference(1), conference(2)] {
        store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    }
}

pub(crate) async fn accounts(fixture: &impl Fixture) {
    let store = fixture.open().await;
    assert_eq!(store.account_count().await.unwrap(), 0);
    let (zoe, adam) = (account(1, "Zoë.Ünal"), account(2, "adam"));
    store.create_account(zoe.clone()).await.unwrap();
    store.create_account(adam.clone()).await.unwrap();
    for taken in [account(3, "zoë.üNAL"), account(3, " adam "), account(1, "new")] {
        let answer = store.create_account(taken).await;
        assert!(matches!(answer, Err(StoreError::AlreadyExists)), "{answer:?}");
    }
    assert_eq!(store.account_by_name(" ZOË.ÜNAL").await.unwrap(), Some(zoe.clone()));
    assert_eq!(store.account_by_name("nobody").await.unwrap(), None);
    assert_eq!(store.account_by_id(&zoe.id).await.unwrap(), Some(zoe.clone()));
    assert_eq!(store.account_by_id(&account_id(9)).await.unwrap(), None);
    assert_eq!(store.accounts().await.unwrap(), [adam.clone(), zoe.clone()]);
    assert_eq!(store.account_count().await.unwrap(), 2);

    store.set_password(&adam.id, "new hash".to_owned()).await.unwrap();
    let changed = Account { password_hash: "new hash".to_owned(), ..adam };
    assert_eq!(store.accounts().await.unwrap(), [changed.clone(), zoe]);
    assert!(matches!(store.set_password(&account_id(9), String::new()).await, Err(StoreError::NotFound)));
    let printed = format!("{changed:?}");
    assert!(!printed.contains("hash") && !printed.contains("adam"), "{printed}");
}

pub(crate) async fn names_from_anywhere(fixture: &impl Fixture) {
    let store = fixture.open().await;
    for (number, name) in [(1, "Émile"), (2, "fred"), (3, "Ádám"), (4, "a b"), (5, "a_b")] {
        store.create_account(account(number, name)).await.unwrap();
    }
    // By their letters' numbers, whatever language the database speaks.
    let names: Vec<String> = store.accounts().await.unwrap().into_iter().map(|account| account.name).collect();
    assert_eq!(names, ["a b", "a_b", "fred", "Ádám", "Émile"]);
    // Whatever somebody types at the door is at worst nobody's name.
    for typed in ["", "fred\0", "\0", "fred'; drop table account; --", "\u{202e}derf"] {
        assert_eq!(store.account_by_name(typed).await.unwrap(), None, "{typed:?}");
    }
}

pub(crate) async fn disabling_an_account_ends_its_sessions(fixture: &impl Fixture) {
    let store = fixture.open().await;
    for number in [1, 2] {
        store.create_account(account(number, &format!("name-{number}"))).await.unwrap();
        let held = Session { account: Some(account_id(number)), ..session(number, 100) };
        store.put_session(held).await.unwrap();
    }
    store.set_disabled(&account_id(1), true).await.unwrap();
    assert!(store.account_by_id(&account_id(1)).await.unwrap().unwrap().disabled);
    assert_eq!(store.session(&[1; 32], 0).await.unwrap(), None);
    assert!(store.session(&[2; 32], 0).await.unwrap().is_some());
    store.set_disabled(&account_id(1), false).await.unwrap();
    assert!(!store.account_by_id(&account_id(1)).await.unwrap().unwrap().disabled);
    assert!(matches!(store.set_disabled(&account_id(9), true).await, Err(StoreError::NotFound)));
}

pub(crate) async fn sessions(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let kept = session(1, 100);
    store.put_session(kept.clone()).await.unwrap();
    assert!(matches!(store.put_session(kept.clone()).await, Err(StoreError::AlreadyExists)));
    assert_eq!(store.session(&[1; 32], 99).await.unwrap(), Some(kept.clone()));
    assert_eq!(store.session(&[1; 32], 100).await.unwrap(), None);
    assert_eq!(store.session(&[2; 32], 0).await.unwrap(), None);

    assert!(store.touch_session(&[1; 32], 50, 150).await.unwrap());
    assert!(!store.touch_session(&[2; 32], 50, 150).await.unwrap());
    let touched = Session { last_seen_ms: 50, expires_ms: 150, ..kept };
    assert_eq!(store.session(&[1; 32], 149).await.unwrap(), Some(touched));
    assert!(!store.touch_session(&[1; 32], 150, 250).await.unwrap(), "what is over does not begin again");

    let changed = Session { holder: "{\"wall\":2}".to_owned(), created_ms: 60, ..session(1, 200) };
    assert!(store.change_session(changed.clone()).await.unwrap());
    assert_eq!(store.session(&[1; 32], 199).await.unwrap(), Some(changed.clone()));
    assert_eq!(store.sessions_of("{\"wall\":2}").await.unwrap(), [changed]);
    assert!(
        !store.change_session(session(2, 200)).await.unwrap(),
        "what has ended does not come back by being changed"
    );
    assert_eq!(store.session(&[2; 32], 0).await.unwrap(), None);

    assert!(store.delete_session(&[1; 32]).await.unwrap());
    assert!(!store.delete_session(&[1; 32]).await.unwrap());
    assert_eq!(store.session(&[1; 32], 0).await.unwrap(), None);
}

pub(crate) async fn whoever_looks_while_a_session_changes_finds_it(fixture: &impl Fixture) {
    let store = fixture.open().await;
    store.put_session(session(1, 100)).await.unwrap();
    let changing = async {
        for turn in 0..100 {
            let changed = Session { holder: format!("{{\"wall\":{turn}}}"), ..session(1, 100) };
            assert!(store.change_session(changed).await.unwrap());
        }
    };
    let looking = async {
        for _ in 0..300 {
            assert!(store.session(&[1; 32], 0).await.unwrap().is_some());
        }
    };
    join(changing, looking).await;
}

pub(crate) async fn sessions_end_in_groups(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    store.create_account(account(1, "name")).await.unwrap();
    let of_account =
        |number| Session { account: Some(account_id(1)), holder: "{\"account\":1}".to_owned(), ..session(number, 100) };
    let of_conference = |number, id| Session { conference: Some(conference(id)), ..session(number, 100) };
    for kept in [of_account(2), of_account(1), of_conference(3, 1), of_conference(4, 1), of_conference(5, 2)] {
        store.put_session(kept).await.unwrap();
    }
    let nobody = Session { account: Some(account_id(9)), ..session(9, 100) };
    assert!(matches!(store.put_session(nobody).await, Err(StoreError::NotFound)));
    assert!(matches!(store.put_session(of_conference(9, 9)).await, Err(StoreError::NotFound)));

    assert_eq!(store.sessions_of("{\"account\":1}").await.unwrap(), [of_account(1), of_account(2)]);
    assert_eq!(store.delete_sessions_for_account(&account_id(1)).await.unwrap(), 2);
    assert_eq!(store.delete_sessions_for_account(&account_id(1)).await.unwrap(), 0);
    assert_eq!(store.delete_sessions_for_conference(&conference(1)).await.unwrap(), 2);
    assert_eq!(store.sessions_of("{\"wall\":1}").await.unwrap(), [of_conference(5, 2)]);
}

pub(crate) async fn setup_tokens_work_once(fixture: &impl Fixture) {
    let store = fixture.open().await;
    store.put_setup_token(&[1; 32], 100).await.unwrap();
    assert!(matches!(store.put_setup_token(&[1; 32], 200).await, Err(StoreError::AlreadyExists)));
    assert!(!store.take_setup_token(&[2; 32], 0).await.unwrap());
    assert!(!store.take_setup_token(&[1; 32], 100).await.unwrap());
    let takers = join_all((0..20).map(|_| store.take_setup_token(&[1; 32], 99))).await;
    assert_eq!(takers.into_iter().filter(|taken| *taken.as_ref().unwrap()).count(), 1);
}

pub(crate) async fn join_codes(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    let (kept, other) = (code(1, 200), JoinCode { conference: conference(2), payload: None, ..code(3, 100) });
    for code in [kept.clone(), code(2, 100), other.clone()] {
        store.put_code(code).await.unwrap();
    }
    assert!(matches!(store.put_code(code(1, 300)).await, Err(StoreError::AlreadyExists)));
    let nowhere = JoinCode { conference: conference(9), ..code(9, 100) };
    assert!(matches!(store.put_code(nowhere).await, Err(StoreError::NotFound)));
    assert_eq!(store.code(&[1; 32], 199).await.unwrap(), Some(kept.clone()));
    assert_eq!(store.code(&[1; 32], 200).await.unwrap(), None);
    assert_eq!(store.code(&[8; 32], 0).await.unwrap(), None);
    assert_eq!(store.codes_for_conference(&conference(1)).await.unwrap(), [code(2, 100), kept]);

    assert!(store.delete_code(&[1; 32]).await.unwrap());
    assert!(!store.delete_code(&[1; 32]).await.unwrap());
    assert_eq!(store.delete_codes_for_conference(&conference(1)).await.unwrap(), 1);
    assert_eq!(store.codes_for_conference(&conference(1)).await.unwrap(), []);
    assert_eq!(store.codes_for_conference(&conference(2)).await.unwrap(), [other]);
}

pub(crate) async fn what_has_expired_is_cleared_away(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    for (number, expires_ms) in [(1, 100), (2, 101)] {
        store.put_session(session(number, expires_ms)).await.unwrap();
        store.put_setup_token(&[number; 32], expires_ms).await.unwrap();
        store.put_code(code(number, expires_ms)).await.unwrap();
    }
    assert_eq!(store.delete_expired(100).await.unwrap(), 3);
    assert_eq!(store.delete_expired(100).await.unwrap(), 0);
    assert_eq!(store.sessions_of("{\"wall\":1}").await.unwrap(), [session(2, 101)]);
    assert_eq!(store.codes_for_conference(&conference(1)).await.unwrap(), [code(2, 101)]);
    assert!(store.take_setup_token(&[2; 32], 100).await.unwrap());
}
