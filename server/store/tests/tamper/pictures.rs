//! Somebody changes a picture behind the store's back, or puts one in another's place: it does not open.
//!
//! Deliberately only what is spoilt; what every database promises is in `story`.

use board::id::PictureId;
use store::{NewPicture, PicturePart, Store, StoreError};

use crate::place::Place;
use crate::sample::conference;

fn id(number: u8) -> PictureId {
    format!("{number:032x}").parse().unwrap()
}

async fn keep(store: &dyn Store) {
    for of in [1, 2] {
        for number in [1, 2] {
            let picture = NewPicture {
                id: id(number),
                at_ms: 0,
                about: format!("about {number} of {of}").into(),
                screen: format!("screen {number} of {of}").into_bytes().into(),
                small: Some(format!("small {number} of {of}").into_bytes().into()),
            };
            store.keep_picture(&conference(of), picture).await.unwrap();
        }
    }
}

pub(crate) async fn a_changed_or_moved_picture_does_not_open_and_no_other_is_touched(good: &impl Place) {
    for statement in [
        "update picture set sealed = zeroblob(40) where conference = 'conference-1' and part = 'small'",
        "update picture set nonce = zeroblob(24) where conference = 'conference-1' and part = 'small'",
        "update picture set picture = 'f' || substr(picture, 2) where conference = 'conference-1' and part = 'small'",
        "update picture set part = 'none' where conference = 'conference-1' and part = 'small'",
        // Another conference's, another picture's, and another part of the same.
        "update picture set (nonce, sealed) = (select other.nonce, other.sealed from picture other
         where other.conference = 'conference-2' and other.picture = picture.picture and other.part = picture.part)
         where conference = 'conference-1'",
        "update picture set (nonce, sealed) = (select other.nonce, other.sealed from picture other
         where other.conference = picture.conference and other.picture <> picture.picture and other.part = picture.part)
         where conference = 'conference-1'",
        "update picture set (nonce, sealed) = (select other.nonce, other.sealed from picture other
         where other.conference = picture.conference and other.picture = picture.picture and other.part = 'about')
         where conference = 'conference-1' and part = 'small'",
    ] {
        let copy = good.copy();
        let store = copy.open().await;
        keep(&*store).await;
        store.close().await.unwrap();
        copy.spoil(statement).await;

        let store = copy.open().await;
        let found = store.verify_pictures(&conference(1)).await;
        assert!(matches!(found, Err(StoreError::BadPicture { .. })), "{statement}: {found:?}");
        let read = store.picture(&conference(1), &id(1), PicturePart::Small).await;
        assert!(matches!(read, Err(StoreError::BadPicture { .. }) | Ok(None)), "{statement}: {read:?}");
        assert_eq!(store.verify_pictures(&conference(2)).await.unwrap(), [id(1), id(2)]);
        assert!(store.verify(&conference(1)).await.is_ok(), "the words are whole");
        store.close().await.unwrap();
    }
}
