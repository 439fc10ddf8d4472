//! The failing disk as a test holds it: the library that is loaded under Hearth, the orders it is given, and the power cut
//! that takes back what was not yet safe.
//!
//! Deliberately not here: how the library does it (`server/faults`).

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::OpenOptions;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::dice::Dice;
use crate::forgotten::Forgotten;

#[path = "../../faults/src/journal.rs"]
mod journal;
use journal::Record;

/// A disk writes this many bytes whole, or not at all.
pub(crate) const SECTOR: u64 = 512;

/// The folder with the orders and the journal.
pub(crate) struct Disk(TempDir);

/// What a power cut did.
#[derive(Debug, Default)]
pub(crate) struct Loss {
    /// How many sectors were not on the disk yet.
    pub(crate) at_risk: u64,
    /// How many of them were taken back.
    pub(crate) taken_back: u64,
}

impl Disk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// What the environment of a program must hold so that its files in this folder lie on this disk.
    pub(crate) fn under(&self, data: &Path) -> Vec<(&'static str, OsString)> {
        let library = std::env::current_exe().unwrap().with_file_name("libfaults.so");
        assert!(library.exists(), "cargo builds it for this test: {}", library.display());
        let watched = data.canonicalize().unwrap();
        vec![
            ("LD_PRELOAD", library.into()),
            ("FAULTS_FOLDER", self.0.path().into()),
            ("FAULTS_WATCHED", watched.into()),
        ]
    }

    /// From now on the disk does this: "full", "no writes", "no syncs", "lie", or nothing but what it is told. When it is
    /// "locked", another program seems to hold the database for writing.
    pub(crate) fn order(&self, what: &str) {
        self.give("disk", what);
    }

    /// The power goes after so many more steps of the program at this disk: in the middle of a write, before a sync, or
    /// after one that nobody was told of yet.
    pub(crate) fn lose_power_after(&self, steps: u64) {
        self.give("steps", &steps.to_string());
    }

    /// From now on the clock is wrong by so many seconds.
    pub(crate) fn set_clock(&self, seconds: i64) {
        self.give("clock", &seconds.to_string());
    }

    /// Given whole or not at all, because it is read at any moment.
    fn give(&self, name: &str, what: &str) {
        let beside = self.0.path().join("beside");
        std::fs::write(&beside, what).unwrap();
        std::fs::rename(&beside, self.0.path().join(name)).unwrap();
    }

    fn journal(&self) -> PathBuf {
        self.0.path().join("journal")
    }

    /// How often a program waited for this disk since the last cut.
    pub(crate) fn syncs(&self) -> usize {
        let records = read(&std::fs::read(self.journal()).unwrap());
        records.iter().filter(|record| matches!(record, Record::Sync { .. })).count()
    }

    /// What the power cut does to the files, once the program is dead: of each a part of what was not yet safe is taken back.
    pub(crate) fn take_back(&self, data: &Path, dice: &mut Dice) -> Loss {
        let records = read(&std::fs::read(self.journal()).unwrap_or_default());
        let mut at_risk: BTreeMap<String, Vec<Record>> = BTreeMap::new();
        let mut forgotten: BTreeMap<String, Forgotten> = BTreeMap::new();
        for record in records {
            match &record {
                Record::Sync { name } => {
                    let forgotten = forgotten.entry(name.clone()).or_default();
                    for record in at_risk.remove(name).unwrap_or_default() {
                        if let Record::Write { at, count, .. } = record {
                            forgotten.again(at, count);
                        }
                    }
                }
                Record::Forgotten { name } => {
                    let forgotten = forgotten.entry(name.clone()).or_default();
                    for record in at_risk.remove(name).unwrap_or_default() {
                        if let Record::Write { at, count, stood, .. } = record {
                            forgotten.write(at, count, &stood);
                        }
                    }
                }
                Record::Write { name, .. } | Record::Cut { name, .. } => {
                    at_risk.entry(name.clone()).or_default().push(record);
                }
            }
        }
        let mut loss = Loss::default();
        // Everything that was on its way, some of it, or all but little of it.
        let kept = *dice.one_of(&[0, 50, 90]);
        for (name, records) in at_risk {
            if Path::new(&name).exists() {
                take_back(Path::new(&name), &records, kept, dice, &mut loss);
            }
        }
        for (name, forgotten) in forgotten {
            if let Ok(file) = OpenOptions::new().read(true).write(true).open(&name) {
                loss.taken_back += forgotten.take_back(&file, kept, dice);
            }
        }
        // It is only a picture of the other files, in memory; a machine that starts has none.
        let _ = std::fs::remove_file(data.join("hearth.db-shm"));
        let _ = std::fs::remove_file(self.journal());
        let _ = std::fs::remove_file(self.0.path().join("steps"));
        loss
    }
}

/// Takes back everything, the latest first, and then gives back a part, sector by sector.
fn take_back(file: &Path, records: &[Record], kept: u64, dice: &mut Dice, loss: &mut Loss) {
    let file = OpenOptions::new().read(true).write(true).open(file).unwrap();
    let mut written = Vec::new();
    for record in records.iter().rev() {
        match record {
            Record::Write { size, at, count, stood, .. } => {
                let mut bytes = vec![0; *count];
                let read = read_at(&file, &mut bytes, *at);
                bytes.truncate(read);
                written.push(bytes);
                file.write_all_at(stood, *at).unwrap();
                file.set_len(*size).unwrap();
            }
            Record::Cut { size, to, stood, .. } => {
                written.push(Vec::new());
                file.set_len(*size).unwrap();
                file.write_all_at(stood, *to).unwrap();
                file.set_len(*size).unwrap();
            }
            Record::Sync { .. } | Record::Forgotten { .. } => unreachable!("what is safe is not taken back"),
        }
    }
    for (record, bytes) in records.iter().zip(written.into_iter().rev()) {
        match record {
            Record::Write { at, .. } => {
                for (from, sector) in sectors(*at, &bytes) {
                    loss.at_risk += 1;
                    if dice.in_a_hundred(kept) {
                        file.write_all_at(sector, from).unwrap();
                    } else {
                        loss.taken_back += 1;
                    }
                }
            }
            Record::Cut { to, .. } => {
                loss.at_risk += 1;
                if dice.in_a_hundred(kept) {
                    file.set_len(*to).unwrap();
                } else {
                    loss.taken_back += 1;
                }
            }
            Record::Sync { .. } | Record::Forgotten { .. } => {}
        }
    }
}

fn read_at(file: &std::fs::File, bytes: &mut [u8], at: u64) -> usize {
    let mut read = 0;
    while read < bytes.len() {
        match file.read_at(&mut bytes[read..], at + u64::try_from(read).unwrap()).unwrap() {
            0 => break,
            more => read += more,
        }
    }
    read
}

/// Bytes at a place, cut where the disk's sectors begin.
pub(crate) fn sectors(at: u64, bytes: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let first = usize::try_from(SECTOR - at % SECTOR).unwrap().min(bytes.len());
    let (head, rest) = bytes.split_at(first);
    let tail = at + u64::try_from(first).unwrap();
    let rest = (0_u64..).zip(rest.chunks(usize::try_from(SECTOR).unwrap()));
    std::iter::once((at, head)).chain(rest.map(move |(number, sector)| (tail + number * SECTOR, sector)))
}

/// The records of a journal. A last one that was being written when the program died stands for nothing that was done.
fn read(mut bytes: &[u8]) -> Vec<Record> {
    let mut records = Vec::new();
    while let Some((record, rest)) = first(bytes) {
        records.push(record);
        bytes = rest;
    }
    records
}

fn first(bytes: &[u8]) -> Option<(Record, &[u8])> {
    let (kind, mut rest) = bytes.split_first()?;
    let mut number = || {
        let (number, after) = rest.split_first_chunk::<8>()?;
        rest = after;
        Some(u64::from_le_bytes(*number))
    };
    let [size, second, third, name, stood] = [number()?, number()?, number()?, number()?, number()?];
    let (name, rest) = rest.split_at_checked(usize::try_from(name).ok()?)?;
    let (stood, rest) = rest.split_at_checked(usize::try_from(stood).ok()?)?;
    let (name, stood) = (String::from_utf8(name.to_vec()).unwrap(), stood.to_vec());
    let record = match kind {
        b'W' => Record::Write { name, size, at: second, count: usize::try_from(third).unwrap(), stood },
        b'C' => Record::Cut { name, size, to: second, stood },
        b'S' => Record::Sync { name },
        b'F' => Record::Forgotten { name },
        other => panic!("{other} is no kind of record"),
    };
    Some((record, rest))
}

#[test]
fn a_journal_is_read_as_it_was_written_and_its_torn_end_is_left_out() {
    let name = "/data/hearth.db".to_owned();
    let records = vec![
        Record::Write { name: name.clone(), size: 9, at: 4, count: 8, stood: b"stood".to_vec() },
        Record::Cut { name: name.clone(), size: 12, to: 3, stood: b"123456789".to_vec() },
        Record::Sync { name },
    ];
    let bytes: Vec<u8> = records.iter().flat_map(Record::to_bytes).collect();
    assert_eq!(read(&bytes), records);
    assert_eq!(read(&bytes[..bytes.len() - 1]), records[..2]);
}

#[test]
fn what_is_taken_back_whole_stands_as_it_stood_before_and_torn_writes_are_torn_at_sectors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let name = path.to_str().unwrap().to_owned();
    std::fs::write(&path, b"before").unwrap();
    let records = [
        Record::Write { name: name.clone(), size: 6, at: 2, count: 2_000, stood: b"fore".to_vec() },
        Record::Cut { name, size: 2_002, to: 1_000, stood: vec![b'x'; 1_002] },
    ];
    let after = [b"be".to_vec(), vec![b'x'; 998]].concat();
    for (kept, seed) in [(0, 1), (100, 2), (50, 3)] {
        std::fs::write(&path, &after).unwrap();
        let mut loss = Loss::default();
        take_back(&path, &records, kept, &mut Dice::loaded(seed), &mut loss);
        assert_eq!(loss.at_risk, 5, "four sectors and a cut");
        let stands = std::fs::read(&path).unwrap();
        match kept {
            0 => assert_eq!(stands, b"before"),
            100 => assert_eq!(stands, after),
            _ => assert!(
                loss.taken_back > 0
                    && stands.chunks(512).skip(1).all(|sector| sector.windows(2).all(|two| two[0] == two[1]))
            ),
        }
    }
}
