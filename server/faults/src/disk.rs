//! The disk: every write to a watched file is noted before it is done, and fails when that was ordered.
//!
//! Deliberately one write at a time: the journal's order is then the order in which things happened.

use std::os::fd::{AsRawFd as _, BorrowedFd};
use std::sync::{Mutex, PoisonError};

use rustix::fs::FileType;
use rustix::io::Errno;

use crate::journal::Record;
use crate::order::{self, Order, Setting};

/// Held from the note of a write to its end.
static TURN: Mutex<()> = Mutex::new(());

/// What ends the name of the file that SQLite maps into memory. It is never synced, and made anew after every crash.
const MAPPED: &str = "-shm";

/// A file of the watched folder.
struct Watched<'a> {
    file: BorrowedFd<'a>,
    name: String,
    size: u64,
    setting: &'static Setting,
}

impl<'a> Watched<'a> {
    /// Nothing for sockets, pipes and files elsewhere.
    fn of(file: BorrowedFd<'a>) -> Option<Self> {
        let stat = rustix::fs::fstat(file).ok()?;
        // Asked first: a signal's handler writes to a pipe, and may not ask for memory.
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return None;
        }
        let setting = order::setting()?;
        let name = name(file)?;
        let watched = name.starts_with(&setting.watched) && !name.ends_with(MAPPED);
        watched.then(|| Self { file, name, size: u64::try_from(stat.st_size).unwrap_or(0), setting })
    }

    /// What stands there now, as far as the file reaches.
    fn stands(&self, at: u64, count: usize) -> Result<Vec<u8>, Errno> {
        let within = usize::try_from(self.size.saturating_sub(at)).unwrap_or(usize::MAX);
        let mut bytes = vec![0; count.min(within)];
        let mut read = 0;
        while let Some(rest) = bytes.get_mut(read..).filter(|rest| !rest.is_empty()) {
            match rustix::io::pread(self.file, rest, at + u64::try_from(read).map_err(|_| Errno::INVAL)?)? {
                0 => break,
                more => read += more,
            }
        }
        bytes.truncate(read);
        Ok(bytes)
    }

    fn note(&self, record: &Record) {
        let bytes = record.to_bytes();
        let mut rest = bytes.as_slice();
        while let Ok(count @ 1..) = rustix::io::write(&self.setting.journal, rest) {
            rest = rest.get(count..).unwrap_or_default();
        }
    }
}

fn name(file: BorrowedFd<'_>) -> Option<String> {
    rustix::fs::readlink(format!("/proc/self/fd/{}", file.as_raw_fd()), Vec::new()).ok()?.into_string().ok()
}

/// Whether this is the file of the watched folder that is mapped into memory; who writes holds a byte of it.
pub(crate) fn is_mapped(file: BorrowedFd<'_>) -> bool {
    let is_watched = |name: &str| order::setting().is_some_and(|setting| name.starts_with(&setting.watched));
    name(file).is_some_and(|name| name.ends_with(MAPPED) && is_watched(&name))
}

/// Writes at a place, or where the file was read or written last.
pub(crate) fn write(file: BorrowedFd<'_>, bytes: &[u8], at: Option<u64>) -> Result<usize, Errno> {
    let real = || match at {
        Some(at) => rustix::io::pwrite(file, bytes, at),
        None => rustix::io::write(file, bytes),
    };
    if Watched::of(file).is_none() {
        return real();
    }
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(watched) = Watched::of(file) else { return real() };
    order::step(watched.setting);
    let at = at.map_or_else(|| rustix::fs::tell(file), Ok)?;
    let end = at + u64::try_from(bytes.len()).map_err(|_| Errno::INVAL)?;
    match order::now(watched.setting) {
        Order::Full if end > watched.size => return Err(Errno::NOSPC),
        Order::NoWrites => return Err(Errno::IO),
        Order::Obey | Order::Full | Order::NoSyncs | Order::Lie | Order::Locked => {}
    }
    let stood = watched.stands(at, bytes.len())?;
    watched.note(&Record::Write { name: watched.name.clone(), size: watched.size, at, count: bytes.len(), stood });
    real()
}

/// Makes a file shorter or longer.
pub(crate) fn cut(file: BorrowedFd<'_>, size: u64) -> Result<(), Errno> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(watched) = Watched::of(file) {
        order::step(watched.setting);
        match order::now(watched.setting) {
            Order::Full if size > watched.size => return Err(Errno::NOSPC),
            Order::NoWrites => return Err(Errno::IO),
            Order::Obey | Order::Full | Order::NoSyncs | Order::Lie | Order::Locked => {}
        }
        let gone = usize::try_from(watched.size.saturating_sub(size)).map_err(|_| Errno::INVAL)?;
        let stood = watched.stands(size, gone)?;
        watched.note(&Record::Cut { name: watched.name.clone(), size: watched.size, to: size, stood });
    }
    rustix::fs::ftruncate(file, size)
}

/// Waits for the disk. Only what was written before the wait began, and only when it ended well, is on it.
pub(crate) fn sync<'a>(
    file: BorrowedFd<'a>,
    real: impl FnOnce(BorrowedFd<'a>) -> Result<(), Errno>,
) -> Result<(), Errno> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(watched) = Watched::of(file) else { return real(file) };
    order::step(watched.setting);
    match order::now(watched.setting) {
        Order::NoSyncs => {
            watched.note(&Record::Forgotten { name: watched.name.clone() });
            return Err(Errno::IO);
        }
        Order::Lie => return Ok(()),
        Order::Obey | Order::Full | Order::NoWrites | Order::Locked => {}
    }
    real(file)?;
    order::step(watched.setting);
    watched.note(&Record::Sync { name: watched.name.clone() });
    Ok(())
}
