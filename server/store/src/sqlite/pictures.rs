//! The verbs of the pictures on SQLite.
//!
//! Deliberately thin: sealing and the limits are `picture_rows.rs`.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::{ConferenceId, PictureId};
use futures_util::TryStreamExt;
use sqlx::Row;

use crate::sqlite::fault::fault;
use crate::sqlite::head::Head;
use crate::sqlite::{SqliteStore, append, column, picture_rows};
use crate::{Appended, Batch, NewPicture, PicturePart, Pictures, Sensitive, Seq, StoreError};

const PART: &str = "select nonce, sealed from picture where conference = $1 and picture = $2 and part = $3";
const ALL: &str = "select picture, part, nonce, sealed from picture where conference = $1 order by picture, part";
const OLD: &str = "select distinct picture from picture where conference = $1 and at_ms < $2";
const FORGET: &str = "delete from picture where conference = $1 and picture = $2";

#[async_trait]
impl Pictures for SqliteStore {
    async fn create_with_pictures(&self, first: Batch, pictures: Vec<NewPicture>) -> Result<Appended, StoreError> {
        if first.expected != Seq::ZERO || first.events.is_empty() {
            return Err(StoreError::Refused("the first batch is not for the beginning of a conference"));
        }
        let master = Arc::clone(&self.master);
        self.writer
            .write(move |tx| {
                Box::pin(async move {
                    let appended = append::create(tx, &master, &first).await?;
                    for picture in pictures {
                        picture_rows::keep(tx, &master, &first.conference, picture).await?;
                    }
                    Ok(appended)
                })
            })
            .await
    }

    async fn keep_picture(&self, conference: &ConferenceId, picture: NewPicture) -> Result<(), StoreError> {
        let (master, conference) = (Arc::clone(&self.master), conference.clone());
        self.writer
            .write(move |tx| Box::pin(async move { picture_rows::keep(tx, &master, &conference, picture).await }))
            .await
    }

    async fn picture(
        &self,
        conference: &ConferenceId,
        picture: &PictureId,
        part: PicturePart,
    ) -> Result<Option<Sensitive<Vec<u8>>>, StoreError> {
        let mut snapshot = self.readers.begin().await.map_err(fault)?;
        let head = Head::find(&mut snapshot, conference).await?;
        let key = head.key(&self.master)?.ok_or(StoreError::Erased)?;
        let find = sqlx::query(PART).bind(conference.as_str()).bind(picture.as_str()).bind(part.word());
        let unreadable = |error| picture_rows::unreadable(error, conference, picture);
        let Some(row) = find.fetch_optional(&mut *snapshot).await.map_err(unreadable)? else {
            return Ok(None);
        };
        let sealed = column::sealed(&row).map_err(unreadable)?;
        picture_rows::open(&key, conference, picture, part, &sealed).map(Some)
    }

    async fn verify_pictures(&self, conference: &ConferenceId) -> Result<Vec<PictureId>, StoreError> {
        let mut snapshot = self.readers.begin().await.map_err(fault)?;
        let head = Head::find(&mut snapshot, conference).await?;
        let key = head.key(&self.master)?;
        let mut named: Vec<PictureId> = Vec::new();
        let mut rows = sqlx::query(ALL).bind(conference.as_str()).fetch(&mut *snapshot);
        while let Some(row) = rows.try_next().await.map_err(fault)? {
            let id: PictureId = column::id(&row, "picture").map_err(fault)?;
            let unreadable = |error| picture_rows::unreadable(error, conference, &id);
            let word: String = row.try_get("part").map_err(unreadable)?;
            let sealed = column::sealed(&row).map_err(unreadable)?;
            if let Some(key) = &key {
                let part = PicturePart::of(&word).ok_or_else(|| picture_rows::bad(conference, &id))?;
                picture_rows::open(key, conference, &id, part, &sealed)?;
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
        self.writer
            .write(move |tx| {
                Box::pin(async move {
                    let old = sqlx::query(OLD).bind(conference.as_str()).bind(before_ms);
                    let old = old.fetch_all(&mut *tx).await.map_err(fault)?;
                    let mut forgotten = 0;
                    for row in &old {
                        let id: PictureId = column::id(row, "picture").map_err(fault)?;
                        if !used.contains(&id) {
                            let forget = sqlx::query(FORGET).bind(conference.as_str()).bind(id.as_str());
                            forget.execute(&mut *tx).await.map_err(fault)?;
                            forgotten += 1;
                        }
                    }
                    Ok(forgotten)
                })
            })
            .await
    }
}
