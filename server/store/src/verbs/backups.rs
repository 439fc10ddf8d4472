//! The verbs of backups: everything of one moment into rows, and checked rows into an empty store.
//!
//! Deliberately without a time limit on either: nobody is kept waiting by the first, and nobody is there during the second.

use std::io::{Read, Write};
use std::sync::{Arc, mpsc};

use async_trait::async_trait;
use board::id::ConferenceId;
use futures_util::TryStreamExt;

use crate::backup::{
    BackupError, Backups, Checked, ConferenceRow, Counted, Kind, Manifest, PictureRow, Progress, Reading, Recipient,
    Row, Sealer, Since, TABLES, Table, Value,
};
use crate::fault::fault;
use crate::sql::{Connection, Row as SqlRow};
use crate::verbs::head::Head;
use crate::verbs::walk::walk;
use crate::verbs::{SqlStore, access, append, disposal, picture_rows};
use crate::{MasterKey, Seq, StoreError};

const CONFERENCES: &str = "select conference from conference order by created_ms, conference";

const PICTURES: &str = "\
select picture, part, at_ms, size, nonce, sealed from picture where conference = $1 order by picture, part";

const ANYTHING: &str = "\
select 1 as found where exists (select 1 from conference) or exists (select 1 from account)
or exists (select 1 from feedback_tally)";

#[async_trait]
impl Backups for SqlStore {
    async fn back_up(
        &self,
        out: &mut (dyn Write + Send),
        recipient: Option<&Recipient>,
        without: &[ConferenceId],
        made_ms: i64,
        progress: Progress,
    ) -> Result<Manifest, BackupError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let mut sealer = Sealer::begin(out, &self.master, recipient, made_ms)?;
        let rows = connection.query(CONFERENCES).fetch_all().await.map_err(fault)?;
        let mut ids: Vec<ConferenceId> =
            rows.iter().map(|row| row.id("conference")).collect::<Result<_, _>>().map_err(fault)?;
        if let Some(unknown) = without.iter().find(|id| !ids.contains(id)) {
            return Err(BackupError::Unknown(unknown.clone()));
        }
        ids.retain(|id| !without.contains(id));
        let mut conferences = Vec::with_capacity(ids.len());
        for id in &ids {
            let counted = conference(&mut connection, &self.master, id, &mut sealer).await;
            conferences.push(counted.map_err(|error| named(error, id))?);
            progress(conferences.len(), ids.len());
        }
        let mut tables = Vec::with_capacity(TABLES.len());
        for table in TABLES {
            tables.push((table.name.to_owned(), plain(&mut connection, table, without, &mut sealer).await?));
        }
        let manifest = Manifest { made_ms, conferences, tables, without: without.to_vec() };
        sealer.finish(&Row::end(&manifest))?;
        Ok(manifest)
    }

    async fn restore(&self, from: Box<dyn Read + Send>, checked: &Manifest, since: Since) -> Result<(), BackupError> {
        let mut snapshot = self.base.snapshot().await?;
        let found = snapshot.connection().query(ANYTHING).fetch_optional().await.map_err(fault)?;
        drop(snapshot);
        if found.is_some() {
            return Err(BackupError::NotEmpty);
        }
        let (master, checked) = (Arc::clone(&self.master), checked.clone());
        let (tell, told) = mpsc::channel();
        let filled = self.base.fill(move |mut tx| {
            Box::pin(async move {
                let Err(why) = take_in(&mut tx, from, &master, &checked, since).await else {
                    return Ok(());
                };
                // What is begun is taken back for an error of the store's own. Why goes beside it, as it is.
                let _ = tell.send(why);
                Err(StoreError::Refused("a backup that cannot be used"))
            })
        });
        filled.await.map_err(|error| told.try_recv().unwrap_or(BackupError::Store(error)))
    }
}

/// Keeps everything that a backup holds, and what has happened since.
async fn take_in(
    tx: &mut Connection<'_>,
    from: Box<dyn Read + Send>,
    master: &MasterKey,
    checked: &Manifest,
    since: Since,
) -> Result<(), BackupError> {
    let mut reading = Reading::begin(from, master)?;
    while let Some(row) = reading.next()? {
        keep(tx, row).await?;
    }
    if reading.finish()? != *checked {
        return Err(BackupError::Changed);
    }
    // It is never there unerased, not even for a moment.
    for again in &since.erased {
        disposal::erase_again(tx, again).await?;
    }
    for line in since.looked {
        access::write(tx, line).await?;
    }
    Ok(())
}

/// Says which conference it is that stops a backup, where it is the conference.
fn named(error: BackupError, id: &ConferenceId) -> BackupError {
    match error {
        BackupError::Store(
            error @ (StoreError::Corrupt { .. } | StoreError::BadPicture { .. } | StoreError::BadFile(_)),
        ) => BackupError::Conference { conference: id.clone(), error },
        other => other,
    }
}

/// Writes a conference with its events and pictures, and checks them.
async fn conference(
    connection: &mut Connection<'_>,
    master: &MasterKey,
    id: &ConferenceId,
    sealer: &mut Sealer<'_>,
) -> Result<Counted, BackupError> {
    let head = Head::find(connection, id).await?;
    let key = head.key(connection, master).await?;
    let (created_ms, wrapped) = (head.created_ms, head.wrapped.clone());
    sealer.row(&Row::Conference(ConferenceRow { id: id.clone(), created_ms, end: head.end, wrapped }))?;
    walk(connection, &head, Seq::ZERO, |link| {
        if let Some(key) = &key {
            link.open(id, key)?;
        }
        sealer.row(&Row::Event(link))
    })
    .await?;
    let mut picture_parts = 0;
    let mut pictures = connection.query(PICTURES).bind(id.as_str()).fetch();
    while let Some(row) = pictures.try_next().await.map_err(fault)? {
        let row = picture(&row, id)?;
        row.verify(id, key.as_ref())?;
        sealer.row(&Row::Picture(row))?;
        picture_parts += 1;
    }
    let erased = key.is_none();
    Ok(Counted { id: id.clone(), events: head.end.seq.into(), head: head.end.hash, picture_parts, erased })
}

fn picture(row: &SqlRow, conference: &ConferenceId) -> Result<PictureRow, StoreError> {
    let id = row.id("picture").map_err(fault)?;
    let unreadable = |error| picture_rows::unreadable(error, conference, &id);
    Ok(PictureRow {
        part: row.get("part").map_err(unreadable)?,
        at_ms: row.get("at_ms").map_err(unreadable)?,
        size: row.get("size").map_err(unreadable)?,
        sealed: row.sealed().map_err(unreadable)?,
        id,
    })
}

/// Writes the rows of another table but those of conferences that are left out, and counts them.
async fn plain(
    connection: &mut Connection<'_>,
    table: &Table,
    without: &[ConferenceId],
    sealer: &mut Sealer<'_>,
) -> Result<u64, BackupError> {
    let columns = table.columns.iter().map(|(column, _)| (*column).to_owned()).collect();
    sealer.row(&Row::Table(table.name.to_owned(), columns))?;
    let mut count = 0;
    let mut rows = connection.query(table.read).fetch();
    while let Some(row) = rows.try_next().await.map_err(fault)? {
        let values = table.columns.iter().map(|(column, kind)| value(&row, column, *kind));
        let values: Vec<Value> = values.collect::<Result<_, _>>().map_err(fault)?;
        if table.conference(&values).is_some_and(|of| without.iter().any(|id| id.as_str() == of)) {
            continue;
        }
        sealer.row(&Row::Plain(values))?;
        count += 1;
    }
    Ok(count)
}

fn value(row: &SqlRow, column: &str, kind: Kind) -> Result<Value, sqlx::Error> {
    let value = match kind {
        Kind::Number => row.get::<Option<i64>>(column)?.map(Value::Number),
        Kind::Text => row.get::<Option<String>>(column)?.map(Value::Text),
        Kind::Bytes => row.get::<Option<Vec<u8>>>(column)?.map(Value::Bytes),
        Kind::Flag => row.get::<Option<bool>>(column)?.map(Value::Flag),
    };
    Ok(value.unwrap_or(Value::Null))
}

/// Keeps a row that was checked.
async fn keep(tx: &mut Connection<'_>, row: Checked) -> Result<(), StoreError> {
    match row {
        Checked::Conference(ConferenceRow { id, created_ms, end, wrapped }) => {
            append::keep_conference(tx, &id, created_ms, end, wrapped).await
        }
        Checked::Event(id, link) => append::keep_event(tx, &id, link).await.map_err(fault),
        Checked::Picture(id, PictureRow { id: picture, part, at_ms, size, sealed }) => {
            picture_rows::keep_part(tx, &id, &picture, &part, at_ms, size, sealed).await
        }
        Checked::Plain(table, values) => {
            let bound = values.into_iter().zip(table.columns).fold(
                tx.query(table.keep),
                |query, (value, (_, kind))| match value {
                    Value::Number(number) => query.bind(number),
                    Value::Text(text) => query.bind(text),
                    Value::Bytes(bytes) => query.bind(bytes),
                    Value::Flag(flag) => query.bind(flag),
                    Value::Null => match kind {
                        Kind::Number => query.bind(None::<i64>),
                        Kind::Text => query.bind(None::<String>),
                        Kind::Bytes => query.bind(None::<Vec<u8>>),
                        Kind::Flag => query.bind(None::<bool>),
                    },
                },
            );
            bound.execute().await.map(drop).map_err(fault)
        }
    }
}
