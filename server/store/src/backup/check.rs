//! Reading a backup: row by row, each handed over only once everything about it was checked.
//!
//! Deliberately the same for checking and for restoring, so that nothing can be restored that was not checked.

use std::io::Read;
use std::sync::Arc;

use board::id::ConferenceId;
use zeroize::Zeroizing;

use super::error::BackupError;
use super::frames::Opener;
use super::manifest::{Counted, Manifest};
use super::row::{ConferenceRow, PictureRow, Row, Value};
use super::tables::{TABLES, Table};
use crate::follow::{Follow, Link};
use crate::seal::Key;
use crate::{MasterKey, PicturePart, StoreError, follow, picture_seal, wrap};

/// A row that was checked, with what it belongs to.
pub(crate) enum Checked {
    /// A conference.
    Conference(ConferenceRow),
    /// An event of a conference.
    Event(Arc<ConferenceId>, Link),
    /// A part of a picture of a conference.
    Picture(Arc<ConferenceId>, PictureRow),
    /// A row of another table, in the order of its columns.
    Plain(&'static Table, Vec<Value>),
}

/// A backup that is being read.
pub(crate) struct Reading<'m, R> {
    frames: Opener<R>,
    master: &'m MasterKey,
    /// The frame at hand, and how much of it was read.
    frame: Zeroizing<Vec<u8>>,
    at: usize,
    /// The conference whose rows come.
    conference: Option<Open>,
    /// The table whose rows come, and where in a row each of its columns stands.
    table: Option<(&'static Table, Vec<Option<usize>>)>,
    /// What was counted so far.
    counted: Manifest,
    /// What the backup says of itself, once that was read.
    manifest: Option<Manifest>,
}

/// A conference whose rows come.
struct Open {
    id: Arc<ConferenceId>,
    key: Option<Key>,
    follow: Follow,
    counted: Counted,
}

impl<'m, R: Read> Reading<'m, R> {
    /// Reads the opening.
    pub(crate) fn begin(from: R, master: &'m MasterKey) -> Result<Self, BackupError> {
        let frames = Opener::begin(from, master)?;
        let counted =
            Manifest { made_ms: frames.made_ms, conferences: Vec::new(), tables: Vec::new(), without: Vec::new() };
        Ok(Self {
            frames,
            master,
            frame: Zeroizing::default(),
            at: 0,
            conference: None,
            table: None,
            counted,
            manifest: None,
        })
    }

    /// The next row; none after the manifest.
    pub(crate) fn next(&mut self) -> Result<Option<Checked>, BackupError> {
        while let Some(row) = self.row()? {
            if self.manifest.is_some() {
                return Err(BackupError::Damaged("rows stand after its manifest"));
            }
            if let Some(checked) = self.take(row)? {
                return Ok(Some(checked));
            }
        }
        Ok(None)
    }

    /// What the backup holds, if that is also what it says it holds.
    pub(crate) fn finish(self) -> Result<Manifest, BackupError> {
        match self.manifest {
            None => Err(BackupError::Damaged("it has no manifest")),
            Some(manifest) if manifest != self.counted => {
                Err(BackupError::Damaged("it does not hold what its manifest says"))
            }
            Some(manifest) => Ok(manifest),
        }
    }

    fn row(&mut self) -> Result<Option<Row>, BackupError> {
        while self.at == self.frame.len() {
            let Some(frame) = self.frames.next()? else {
                return Ok(None);
            };
            (self.frame, self.at) = (frame, 0);
        }
        let (row, length) = Row::read(&self.frame[self.at..])?;
        self.at += length;
        Ok(Some(row))
    }

    fn take(&mut self, row: Row) -> Result<Option<Checked>, BackupError> {
        match row {
            Row::Conference(row) => self.conference(row).map(Some),
            Row::Event(link) => self.event(link).map(Some),
            Row::Picture(row) => self.picture(row).map(Some),
            Row::Table(name, columns) => self.table(name, &columns).map(|()| None),
            Row::Plain(values) => self.plain(values).map(Some),
            Row::Manifest(manifest) => self.end(manifest, Vec::new()).map(|()| None),
            Row::Partial(manifest, without) => self.end(manifest, without).map(|()| None),
        }
    }

    fn conference(&mut self, row: ConferenceRow) -> Result<Checked, BackupError> {
        self.end_conference()?;
        let key = row.wrapped.as_ref().map(|wrapped| {
            let key = wrap::unwrap(wrapped, self.master, &row.id, row.created_ms);
            key.ok_or_else(|| BackupError::Contents(follow::bad_key(&row.id)))
        });
        let counted = Counted {
            id: row.id.clone(),
            events: 0,
            head: row.end.hash,
            picture_parts: 0,
            erased: row.wrapped.is_none(),
        };
        let follow = Follow::whole(&row.id, row.end);
        self.conference = Some(Open { id: Arc::new(row.id.clone()), key: key.transpose()?, follow, counted });
        Ok(Checked::Conference(row))
    }

    fn event(&mut self, link: Link) -> Result<Checked, BackupError> {
        let open = self.conference.as_mut().ok_or(ASTRAY)?;
        open.follow.step(&link).map_err(BackupError::Contents)?;
        if let Some(key) = &open.key {
            link.open(&open.id, key).map_err(BackupError::Contents)?;
        }
        open.counted.events = link.seq.into();
        Ok(Checked::Event(Arc::clone(&open.id), link))
    }

    fn picture(&mut self, row: PictureRow) -> Result<Checked, BackupError> {
        let open = self.conference.as_mut().ok_or(ASTRAY)?;
        row.verify(&open.id, open.key.as_ref()).map_err(BackupError::Contents)?;
        open.counted.picture_parts += 1;
        Ok(Checked::Picture(Arc::clone(&open.id), row))
    }

    fn table(&mut self, name: String, columns: &[String]) -> Result<(), BackupError> {
        self.end_conference()?;
        let table = TABLES.iter().find(|table| table.name == name).ok_or(BackupError::Newer)?;
        if columns.iter().any(|column| table.columns.iter().all(|(ours, _)| ours != column)) {
            return Err(BackupError::Newer);
        }
        // A column that came later is empty in an older backup.
        let places = table.columns.iter().map(|(ours, _)| columns.iter().position(|column| column == ours));
        self.table = Some((table, places.collect()));
        self.counted.tables.push((name, 0));
        Ok(())
    }

    fn plain(&mut self, values: Vec<Value>) -> Result<Checked, BackupError> {
        let ((table, places), (_, count)) = self.table.as_ref().zip(self.counted.tables.last_mut()).ok_or(ASTRAY)?;
        let value = |place: &Option<usize>| match place {
            Some(place) => values.get(*place).cloned().ok_or(UNFIT),
            None => Ok(Value::Null),
        };
        let row: Vec<Value> = places.iter().map(value).collect::<Result<_, _>>()?;
        if row.iter().zip(table.columns).any(|(value, (_, kind))| !kind.holds(value)) {
            return Err(UNFIT);
        }
        *count += 1;
        Ok(Checked::Plain(table, row))
    }

    fn end(&mut self, manifest: Manifest, without: Vec<ConferenceId>) -> Result<(), BackupError> {
        self.end_conference()?;
        if self.counted.conferences.iter().any(|counted| without.contains(&counted.id)) {
            return Err(BackupError::Damaged("it holds a conference that it says was left out"));
        }
        self.counted.without.clone_from(&without);
        self.manifest = Some(Manifest { without, ..manifest });
        Ok(())
    }

    fn end_conference(&mut self) -> Result<(), BackupError> {
        if let Some(open) = self.conference.take() {
            open.follow.finish().map_err(BackupError::Contents)?;
            self.counted.conferences.push(open.counted);
        }
        Ok(())
    }
}

impl PictureRow {
    /// `BadPicture` unless it opens in its place. Without a key only its part can be checked.
    pub(crate) fn verify(&self, conference: &ConferenceId, key: Option<&Key>) -> Result<(), StoreError> {
        let part = PicturePart::of(&self.part).ok_or_else(|| picture_seal::bad(conference, &self.id))?;
        key.map_or(Ok(()), |key| picture_seal::open(key, conference, &self.id, part, &self.sealed).map(drop))
    }
}

const ASTRAY: BackupError = BackupError::Damaged("a row of it belongs to nothing");
const UNFIT: BackupError = BackupError::Damaged("a row of it does not fit its table");
