//! The pictures of a conference: kept whole, kept apart, within limits, and gone with the key.
//!
//! Deliberately with bytes that are no picture: the store does not know what one is.

use board::id::PictureId;
use futures_util::future::join_all;
use store::{MOST_BYTES, MOST_PICTURES, NewPicture, PicturePart, Seq, Store, StoreError};

use crate::fixture::Fixture;
use crate::line::line;
use crate::sample::{batch, conference};

fn id(number: u32) -> PictureId {
    format!("{number:032x}").parse().unwrap()
}

fn picture(number: u32) -> NewPicture {
    NewPicture {
        id: id(number),
        at_ms: i64::from(number),
        about: format!("ZQX-CANARY-about-{number}").into(),
        screen: format!("ZQX-CANARY-screen-{number}").into_bytes().into(),
        small: Some(format!("ZQX-CANARY-small-{number}").into_bytes().into()),
    }
}

async fn conferences(store: &dyn Store) {
    for id in [conference(1), conference(2)] {
        store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    }
}

/// One part of a picture of a conference, as text.
async fn part(store: &dyn Store, number: u32, of: u32, part: PicturePart) -> Option<String> {
    let bytes = store.picture(&conference(of), &id(number), part).await.unwrap()?;
    Some(String::from_utf8(bytes.into_inner()).unwrap())
}

pub(crate) async fn a_picture_comes_back_part_by_part(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    store.keep_picture(&conference(1), picture(1)).await.unwrap();
    store.keep_picture(&conference(1), NewPicture { small: None, ..picture(2) }).await.unwrap();
    let of = |number, kind| part(&*store, number, 1, kind);
    assert_eq!(of(1, PicturePart::About).await.as_deref(), Some("ZQX-CANARY-about-1"));
    assert_eq!(of(1, PicturePart::Screen).await.as_deref(), Some("ZQX-CANARY-screen-1"));
    assert_eq!(of(1, PicturePart::Small).await.as_deref(), Some("ZQX-CANARY-small-1"));
    assert_eq!(of(2, PicturePart::Small).await, None, "a document has no small picture");
    assert_eq!(of(3, PicturePart::Screen).await, None);
    assert_eq!(part(&*store, 1, 2, PicturePart::Screen).await, None, "another conference has it not");

    assert!(matches!(store.keep_picture(&conference(1), picture(1)).await, Err(StoreError::AlreadyExists)));
    assert!(matches!(store.keep_picture(&conference(9), picture(1)).await, Err(StoreError::NotFound)));
    assert!(matches!(store.picture(&conference(9), &id(1), PicturePart::Small).await, Err(StoreError::NotFound)));
    store.close().await.unwrap();

    let store = fixture.open().await;
    assert_eq!(store.verify_pictures(&conference(1)).await.unwrap(), [id(1), id(2)]);
    assert_eq!(part(&*store, 2, 1, PicturePart::Screen).await.as_deref(), Some("ZQX-CANARY-screen-2"));
}

pub(crate) async fn a_conference_keeps_so_many_pictures_and_no_more(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    let one = conference(1);
    // All at once: whatever the order, the last one that fits is the last one.
    let wanted = (0..MOST_PICTURES + 5).map(|number| store.keep_picture(&one, picture(number)));
    let answers = join_all(wanted).await;
    let kept = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(kept, usize::try_from(MOST_PICTURES).unwrap());
    assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(StoreError::Full))));
    assert_eq!(store.verify_pictures(&conference(1)).await.unwrap().len(), kept);
    store.keep_picture(&conference(2), picture(1)).await.unwrap();
}

pub(crate) async fn a_conference_keeps_so_many_bytes_and_no_more(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    let most = usize::try_from(MOST_BYTES).unwrap();
    let heavy = |number, bytes: usize| NewPicture {
        about: String::new().into(),
        screen: vec![7; bytes].into(),
        small: None,
        ..picture(number)
    };
    store.keep_picture(&conference(1), heavy(1, most - 1_000)).await.unwrap();
    assert!(matches!(store.keep_picture(&conference(1), heavy(2, 1_001)).await, Err(StoreError::Full)));
    store.keep_picture(&conference(1), heavy(2, 1_000)).await.unwrap();
    assert!(matches!(store.keep_picture(&conference(1), heavy(3, 1)).await, Err(StoreError::Full)));
}

pub(crate) async fn a_conference_comes_with_its_pictures_or_not_at_all(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (one, two) = (conference(1), conference(2));
    let made = store.create_with_pictures(batch(&one, 0, "open", 2), vec![picture(1), picture(2)]).await.unwrap();
    assert_eq!(made.last_seq, Seq::from(2));
    assert_eq!(store.verify_pictures(&one).await.unwrap(), [id(1), id(2)]);

    let twice = store.create_with_pictures(batch(&two, 0, "open", 2), vec![picture(1), picture(1)]).await;
    assert!(matches!(twice, Err(StoreError::AlreadyExists)), "{twice:?}");
    assert_eq!(store.conferences().await.unwrap().len(), 1, "nothing of it is there");
    let late = store.create_with_pictures(batch(&two, 1, "late", 1), Vec::new()).await;
    assert!(matches!(late, Err(StoreError::Refused(_))), "{late:?}");
}

pub(crate) async fn what_belongs_to_nothing_is_forgotten_after_a_while(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    for number in 1..=4 {
        store.keep_picture(&conference(1), picture(number)).await.unwrap();
    }
    store.keep_picture(&conference(2), picture(1)).await.unwrap();
    assert_eq!(store.forget_pictures(&conference(1), vec![id(2)], 4).await.unwrap(), 2);
    assert_eq!(store.forget_pictures(&conference(1), vec![id(2)], 4).await.unwrap(), 0);
    assert_eq!(store.verify_pictures(&conference(1)).await.unwrap(), [id(2), id(4)]);
    assert_eq!(store.verify_pictures(&conference(2)).await.unwrap(), [id(1)]);
}

pub(crate) async fn erasure_takes_the_pictures_too(fixture: &impl Fixture) {
    let store = fixture.open().await;
    conferences(&*store).await;
    for of in [1, 2] {
        store.keep_picture(&conference(of), picture(1)).await.unwrap();
    }
    store.erase(&conference(1), 7, "request", "a test", line("erased", &conference(1))).await.unwrap();
    let gone = store.picture(&conference(1), &id(1), PicturePart::Screen).await;
    assert!(matches!(gone, Err(StoreError::Erased)), "{gone:?}");
    assert!(matches!(store.keep_picture(&conference(1), picture(2)).await, Err(StoreError::Erased)));
    assert_eq!(store.verify_pictures(&conference(1)).await.unwrap(), [id(1)], "that there was one is still known");
    assert_eq!(part(&*store, 1, 2, PicturePart::Screen).await.as_deref(), Some("ZQX-CANARY-screen-1"));
}
