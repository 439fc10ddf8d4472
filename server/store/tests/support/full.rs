//! A store with something of every sort in it: a row in every table there is.
//!
//! Deliberately without meaning. Every text in it is a canary that must never be printed or lie readable on disk.

use store::{Account, Given, Invitation, JoinCode, Looked, NewPicture, Pass, Sensitive, Session, Store};

use crate::hold::hold;
use crate::line::line;
use crate::sample::{batch, conference};

/// The number of the conference that is on hold.
pub(crate) const HELD: u32 = 4;

/// Keeps something of every sort.
pub(crate) async fn fill(store: &dyn Store) {
    for number in 1..=4 {
        let id = conference(number);
        store.create_conference(&id, batch(&id, 0, "open", 2)).await.unwrap();
        store.append(batch(&id, 2, "add", 300)).await.unwrap();
        let picture = NewPicture {
            id: "00112233445566778899aabbccddeeff".parse().unwrap(),
            at_ms: 5,
            about: "ZQX-CANARY about".into(),
            screen: vec![7; 200_000].into(),
            small: Some(vec![8; 10].into()),
        };
        store.keep_picture(&id, picture).await.unwrap();
    }
    store.erase(&conference(3), 7, "request", "a test", line("erased", &conference(3))).await.unwrap();
    store.hold(hold(HELD), line("held", &conference(HELD))).await.unwrap();
    store.create_account(account()).await.unwrap();
    store.begin_second_factor(&account().id, Sensitive::new(vec![6; 20])).await.unwrap();
    assert!(store.confirm_second_factor(&account().id, 5, vec![[6; 32]]).await.unwrap());
    store.put_code(code()).await.unwrap();
    let session = Session {
        token_hash: [4; 32],
        holder: "account".to_owned(),
        account: Some(account().id),
        conference: None,
        created_ms: 0,
        expires_ms: 100,
        last_seen_ms: 0,
        device: None,
        proved_ms: 0,
    };
    store.put_session(session).await.unwrap();
    store.put_setup_token(&[3; 32], 100).await.unwrap();
    store.begin_try(&[2; 32], 0, |_| 1000, 100).await.unwrap();
    store.put_invitation(invitation()).await.unwrap();
    say_who_may_come(store).await;
    store.put_feedback_codes((0..7).map(|n| [n; 32]).collect(), "child", "2026-Q4").await.unwrap();
    for code in 0..6 {
        let given = Given {
            form: "child".to_owned(),
            quarter: "2026-Q4".to_owned(),
            answers: vec![("listened".to_owned(), "5".to_owned())],
            words: Some((format!("ZQX-CANARY words {code}").as_str().into(), None)),
        };
        assert!(store.give_feedback(&[code; 32], given).await.unwrap());
    }
}

/// A team, a conference of that team for one who is named, and a pass with the line that says so.
async fn say_who_may_come(store: &dyn Store) {
    let (id, account) = (conference(1), account().id);
    store.add_team("North").await.unwrap();
    store.set_member(&account, Some(("North".to_owned(), true))).await.unwrap();
    store.give_to_team(&id, "North").await.unwrap();
    store.name(&id, &account, true).await.unwrap();
    let pass = Pass {
        id: "pass-1".to_owned(),
        conference: id.clone(),
        account: account.clone(),
        team: None,
        at_ms: 1,
        until_ms: 100,
        reason: "covering".to_owned(),
        because: "ZQX-CANARY reason".into(),
        seen_ms: None,
    };
    let looked = Looked {
        id: "line-1".to_owned(),
        at_ms: 1,
        account: Some(account.clone()),
        seat: None,
        conference: Some(id),
        what: "pass".to_owned(),
        reason: Some("covering".to_owned()),
        about: Some(account),
    };
    store.let_in(pass, looked).await.unwrap();
}

fn invitation() -> Invitation {
    Invitation {
        token_hash: [5; 32],
        name: "ZQX-CANARY invited".to_owned(),
        display_name: "ZQX-CANARY invited".to_owned(),
        role: "chair".to_owned(),
        by: None,
        expires_ms: 100,
    }
}

pub(crate) fn account() -> Account {
    Account {
        id: "0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e77".parse().unwrap(),
        name: "Siân".to_owned(),
        display_name: "ZQX-CANARY name".to_owned(),
        role: "chair".to_owned(),
        password_hash: "hash".to_owned(),
        created_ms: 1,
        disabled: true,
    }
}

pub(crate) fn code() -> JoinCode {
    JoinCode {
        code_hash: [9; 32],
        conference: conference(2),
        purpose: "lobby".to_owned(),
        payload: None,
        expires_ms: 100,
    }
}
