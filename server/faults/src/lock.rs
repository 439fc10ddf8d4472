//! The lock by which SQLite lets one write at a time: while it is ordered so, somebody outside seems to hold it.
//!
//! Deliberately not here: locks of other files, and locks for reading.

use std::ffi::{CStr, c_int, c_short, c_void};
use std::os::fd::RawFd;
use std::sync::OnceLock;

use rustix::io::Errno;

use crate::order::{self, Order};
use crate::{clock, disk, file};

/// The C library's numbers for "take this lock if you can" and for a lock that nobody shares.
const TAKE: c_int = 6;
const ALONE: c_short = 1;

/// Where in the mapped file the one who writes holds a byte (SQLite's `WAL_WRITE_LOCK`).
const WRITES: i64 = 120;

/// A lock as the C library keeps it.
#[repr(C)]
struct Lock {
    kind: c_short,
    whence: c_short,
    start: i64,
    len: i64,
    owner: c_int,
}

type Real = extern "C" fn(RawFd, c_int, *mut c_void) -> c_int;

const NAME: &CStr = c"fcntl";

/// The C library's own. It takes any number of words; nobody gives it more than one.
fn real() -> Option<Real> {
    static REAL: OnceLock<Option<Real>> = OnceLock::new();
    *REAL.get_or_init(|| {
        // SAFETY: the C library's function of this name can be called so, and a pointer to none is `None`.
        unsafe { std::mem::transmute::<*mut c_void, Option<Real>>(clock::next(NAME)) }
    })
}

pub(crate) fn control(number: RawFd, what: c_int, word: *mut c_void) -> Result<c_int, Errno> {
    if what == TAKE && is_held(number, word.cast()) {
        return Err(Errno::AGAIN);
    }
    Ok(real().ok_or(Errno::NOSYS)?(number, what, word))
}

/// Whether this is the lock that somebody outside holds just now.
fn is_held(number: RawFd, lock: *const Lock) -> bool {
    // SAFETY: whoever asks for a lock vouches for its description as long as the call lasts.
    let is_to_write = unsafe { lock.as_ref() }.is_some_and(|lock| lock.kind == ALONE && lock.start == WRITES);
    let is_ordered = || order::setting().is_some_and(|setting| order::now(setting) == Order::Locked);
    is_to_write && is_ordered() && file(number).is_ok_and(disk::is_mapped)
}
