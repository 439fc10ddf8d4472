//! What a system forgets to write when a wait for its disk has failed: it takes those pages for written, so that no later wait
//! makes them safe; only writing them again does.
//!
//! Deliberately by sectors: what is written again is safe again in just that place.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt as _;

use crate::dice::Dice;
use crate::disk::{SECTOR, sectors};

/// What stood in each sector that was forgotten.
#[derive(Default)]
pub(crate) struct Forgotten(BTreeMap<u64, Vec<u8>>);

impl Forgotten {
    /// A write of so many bytes at a place, where these stood, is forgotten. What was forgotten there before is older.
    pub(crate) fn write(&mut self, at: u64, count: usize, stood: &[u8]) {
        let mut before = stood.to_vec();
        before.resize(count, 0);
        for (from, sector) in sectors(at, &before) {
            self.0.entry(from).or_insert_with(|| sector.to_vec());
        }
    }

    /// Something was written there again, and the disk was waited for.
    pub(crate) fn again(&mut self, at: u64, count: usize) {
        let end = at + u64::try_from(count).unwrap();
        let first = at - at % SECTOR;
        let touched: Vec<u64> = self.0.range(first..end).map(|(from, _)| *from).collect();
        for from in touched {
            self.0.remove(&from);
        }
    }

    /// The power goes: of what was forgotten some is on the disk by chance, and the rest is as it was. Gives how much that is.
    pub(crate) fn take_back(&self, file: &File, kept: u64, dice: &mut Dice) -> u64 {
        let mut taken_back = 0;
        for (from, stood) in &self.0 {
            if !dice.in_a_hundred(kept) {
                file.write_all_at(stood, *from).unwrap();
                taken_back += 1;
            }
        }
        taken_back
    }
}

#[test]
fn what_is_forgotten_is_as_it_was_unless_it_is_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, [b'n'; 2048]).unwrap();
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    let mut forgotten = Forgotten::default();
    forgotten.write(0, 1536, &[b'o'; 1024]);
    forgotten.again(512, 512);
    assert_eq!(forgotten.take_back(&file, 0, &mut Dice::loaded(1)), 2);
    let stands = std::fs::read(&path).unwrap();
    let of = |sector: usize| stands[sector * 512];
    assert_eq!([of(0), of(1), of(2), of(3)], [b'o', b'n', 0, b'n']);
}
