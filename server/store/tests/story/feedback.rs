//! What people say of meetings: counted and never kept, shown five at a time, a code good for one answer.
//!
//! Deliberately with two forms and two quarters at once: what is counted for one is not counted for another.

use board::feedback::{ALL, AT_ONCE, Tally};
use futures_util::future::join_all;
use store::{Given, Store, StoreError};

use crate::fixture::Fixture;

const QUARTER: &str = "2026-Q4";

fn given(form: &str, quarter: &str, face: &str, words: Option<&str>) -> Given {
    Given {
        form: form.to_owned(),
        quarter: quarter.to_owned(),
        answers: vec![("listened".to_owned(), face.to_owned()), ("again".to_owned(), "yes".to_owned())],
        words: words.map(|words| (words.into(), Some("meetings_about_me".to_owned()))),
    }
}

/// Codes that are good for the child's form up to the end of the quarter, the first with this number.
async fn codes(store: &dyn Store, first: u8, many: u8, until: &str) {
    let codes = (first..first + many).map(|number| [number; 32]).collect();
    store.put_feedback_codes(codes, "child", until).await.unwrap();
}

fn count(tallies: &[Tally], question: &str, answer: &str) -> u32 {
    let of = tallies.iter().filter(|tally| tally.question == question && tally.answer == answer);
    of.map(|tally| tally.count).sum()
}

pub(crate) async fn a_code_is_good_for_one_answer(fixture: &impl Fixture) {
    let store = fixture.open().await;
    codes(&*store, 1, 3, QUARTER).await;
    let twice = store.put_feedback_codes(vec![[9; 32], [1; 32]], "child", QUARTER).await;
    assert!(matches!(twice, Err(StoreError::AlreadyExists)), "{twice:?}");
    let give = |code: u8, form: &str, quarter: &str| {
        let given = given(form, quarter, "5", None);
        let store = &store;
        async move { store.give_feedback(&[code; 32], given).await.unwrap() }
    };
    assert!(!give(9, "child", QUARTER).await, "all codes of a batch are kept or none");
    assert!(!give(1, "family", QUARTER).await, "a child's code is not for a parent's form");
    assert!(!give(1, "child", "2027-Q1").await, "it is good until the end of its quarter");
    assert!(give(1, "child", QUARTER).await);
    assert!(!give(1, "child", QUARTER).await, "it left with its answer");
    let many = join_all((0..20).map(|_| store.give_feedback(&[2; 32], given("child", QUARTER, "5", None)))).await;
    assert_eq!(many.into_iter().filter(|done| *done.as_ref().unwrap()).count(), 1, "one of many is counted");
    assert_eq!(store.delete_old_feedback_codes(QUARTER).await.unwrap(), 0);
    assert_eq!(store.delete_old_feedback_codes("2027-Q1").await.unwrap(), 1);
    assert!(!give(3, "child", QUARTER).await);
}

pub(crate) async fn answers_are_shown_five_at_a_time(fixture: &impl Fixture) {
    let store = fixture.open().await;
    codes(&*store, 1, 12, "2027-Q1").await;
    let shown = async || store.feedback("child", QUARTER).await.unwrap();
    for number in 1..=11_u8 {
        let words = (number == 2 || number == 7).then_some("let me sit on the floor");
        let face = if number == 1 { "1" } else { "5" };
        assert!(store.give_feedback(&[number; 32], given("child", QUARTER, face, words)).await.unwrap());
        let people = u32::from(number) / AT_ONCE * AT_ONCE;
        let tallies = shown().await;
        assert_eq!(count(&tallies, ALL, ALL), people, "after {number}");
        assert_eq!(count(&tallies, "listened", "1"), u32::from(people > 0));
        assert_eq!(count(&tallies, "again", "yes"), people);
        let wrote = store.feedback_words(QUARTER).await.unwrap();
        let expected = usize::from(people >= 5) + usize::from(people >= 10);
        assert_eq!(wrote.len(), expected, "words wait for the others too");
        assert!(wrote.iter().all(|it| it.words.expose() == "let me sit on the floor" && it.form == "child"));
    }
    assert!(store.give_feedback(&[12; 32], given("child", "2027-Q1", "5", None)).await.unwrap());
    assert_eq!(store.feedback("child", "2027-Q1").await.unwrap(), [], "another quarter begins at nothing");
    assert_eq!(store.feedback("family", QUARTER).await.unwrap(), [], "and so does another form");
    assert_eq!(store.feedback_quarters().await.unwrap(), ["2027-Q1", QUARTER]);
}

pub(crate) async fn what_was_counted_is_there_after_closing(fixture: &impl Fixture) {
    let store = fixture.open().await;
    codes(&*store, 1, 5, QUARTER).await;
    for number in 1..=5_u8 {
        let words = Some("ąę 🥟 “<b>”");
        assert!(store.give_feedback(&[number; 32], given("child", QUARTER, "4", words)).await.unwrap());
    }
    store.close().await.unwrap();
    let store = fixture.open().await;
    assert_eq!(count(&store.feedback("child", QUARTER).await.unwrap(), "listened", "4"), 5);
    let wrote = store.feedback_words(QUARTER).await.unwrap();
    assert_eq!(wrote.len(), 5);
    assert!(wrote.iter().all(|it| it.words.expose() == "ąę 🥟 “<b>”"));
    assert!(!format!("{wrote:?} {:?}", given("child", QUARTER, "4", Some("ąę"))).contains("ąę"), "and never printed");
}
