//! The verbs of the pictures.
//!
//! Deliberately thin: sealing and the limits are `picture_rows.rs`.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::{ConferenceId, PictureId};
use futures_util::TryStreamExt;

use crate::fault::fault;
use crate::verbs::head::Head;
use crate::verbs::{SqlStore, append, picture_rows};
use crate::{Appended, Batch, NewPicture, PicturePart, Pictures, Sensitive, Seq, StoreError, picture_seal};

const PART: &str = "select nonce, sealed from picture where conference = $1 and picture = $2 and part = $3";
const ALL: &str = "select picture, part, nonce, sealed from picture where conference = $1 order by picture, part";
const OLD: &str = "select distinct picture from picture where conference = $1 and at_ms < $2";
const FORGET: &str = "delete from picture where conference = $1 and picture = $2";

#[async_trait]
impl Pictures for SqlStore {
    async fn create_with_pictures(&self, first: Batch, pictures: Vec<NewPicture>) -> Result<Appended, StoreError> {
        if first.expected != Seq::ZERO || first.events.is_empty() {
            return Err(StoreError::Refused("the first batch is not for the beginning of a conference"));
        }
        let master = Arc::clone(&self.master);
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let appended = append::create(&mut tx, &master, &first).await?;
                    let head = Head::find(&mut tx, &first.conference).await?;
                    let key = head.key(&mut tx, &master).await?.ok_or(StoreError::Erased)?;
                    for picture in pictures {
                        let sealed = picture_rows::seal(&key, &first.conference, picture)?;
                        picture_rows::keep(&mut tx, &first.conference, sealed).await?;
                    }
                    Ok(appended)
                })
            })
            .await
    }

    async fn keep_picture(&self, conference: &ConferenceId, picture: NewPicture) -> Result<(), StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let head = Head::find(&mut connection, conference).await?;
        let key = head.key(&mut connection, &self.master).await?.ok_or(StoreError::Erased)?;
        drop(snapshot);
        let sealed = picture_rows::seal(&key, conference, picture)?;
        let conference = conference.clone();
        let keep = self
            .base
            .write(move |mut tx| Box::pin(async move { picture_rows::keep(&mut tx, &conference, sealed).await }));
        keep.await
    }

    async fn picture(
        &self,
        conference: &ConferenceId,
        picture: &PictureId,
        part: PicturePart,
    ) -> Result<Option<Sensitive<Vec<u8>>>, StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let head = Head::find(&mut connection, conference).await?;
        let key = head.key(&mut connection, &self.master).await?.ok_or(StoreError::Erased)?;
        let find = connection.query(PART).bind(conference.as_str()).bind(picture.as_str()).bind(part.word());
        let unreadable = |error| picture_rows::unreadable(error, conference, picture);
        let Some(row) = find.fetch_optional().await.map_err(unreadable)? else {
            return Ok(None);
        };
        let sealed = row.sealed().map_err(unreadable)?;
        picture_seal::open(&key, conference, picture, part, &sealed).map(Some)
    }

    async fn verify_pictures(&self, conference: &ConferenceId) -> Result<Vec<PictureId>, StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let head = Head::find(&mut connection, conference).await?;
        let key = head.key(&mut connection, &self.master).await?;
        let mut named: Vec<PictureId> = Vec::new();
        let mut rows = connection.query(ALL).bind(conference.as_str()).fetch();
        while let Some(row) = rows.try_next().await.map_err(fault)? {
            let id: PictureId = row.id("picture").map_err(fault)?;
            let unreadable = |error| picture_rows::unreadable(error, conference, &id);
            let word: String = row.get("part").map_err(unreadable)?;
            let sealed = row.sealed().map_err(unreadable)?;
            if let Some(key) = &key {
                let part = PicturePart::of(&word).ok_or_else(|| picture_seal::bad(conference, &id))?;
                picture_seal::open(key, conference, &id, part, &sealed)?;
            }
            if named.last() != Some(&id) {
                named.push(id);
            }
        }
        Ok(named)
    }

    async fn forget_pictures(
        &self,
        conference: &ConferenceId,
        used: Vec<PictureId>,
        before_ms: i64,
    ) -> Result<u64, StoreError> {
        let conference = conference.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let old = tx.query(OLD).bind(conference.as_str()).bind(before_ms);
                    let old = old.fetch_all().await.map_err(fault)?;
                    let mut forgotten = 0;
                    for row in &old {
                        let id: PictureId = row.id("picture").map_err(fault)?;
                        if !used.contains(&id) {
                            let forget = tx.query(FORGET).bind(conference.as_str()).bind(id.as_str());
                            forget.execute().await.map_err(fault)?;
                            forgotten += 1;
                        }
                    }
                    Ok(forgotten)
                })
            })
            .await
    }
}
