//! A disk that fails on order, a lock that somebody holds, and a clock that jumps: loaded in front of the C library (`LD_PRELOAD`), it stands in for the
//! few functions by which a program writes to its files and reads the time.
//!
//! Unsafe code is allowed in this crate and in no other: the C library's functions take bare pointers, so whatever stands in
//! for them must. It is loaded by tests alone; nothing that is shipped holds it or links to it.
//!
//! Deliberately not here: taking back what was not yet on the disk. The tests do that when the program is dead, from the
//! journal that is kept here (`journal`).

mod clock;
mod disk;
mod journal;
mod lock;
mod order;

use std::ffi::{c_int, c_void};
use std::os::fd::{BorrowedFd, RawFd};

use rustix::io::Errno;

unsafe extern "C" {
    fn __errno_location() -> *mut c_int;
}

/// The file behind a number. The number minus one stands for none.
fn file<'a>(number: RawFd) -> Result<BorrowedFd<'a>, Errno> {
    if number < 0 {
        return Err(Errno::BADF);
    }
    // SAFETY: whoever calls a function of the C library vouches for the number as long as the call lasts.
    Ok(unsafe { BorrowedFd::borrow_raw(number) })
}

/// What the caller wants written.
fn bytes<'a>(from: *const c_void, count: usize) -> &'a [u8] {
    if from.is_null() || count == 0 {
        return &[];
    }
    // SAFETY: whoever calls `write` vouches for so many bytes at this place as long as the call lasts.
    unsafe { std::slice::from_raw_parts(from.cast(), count) }
}

/// Answers as the C library does: a number, or minus one and the reason beside it.
fn answer<T: From<i8>>(outcome: Result<T, Errno>) -> T {
    outcome.unwrap_or_else(|error| {
        // SAFETY: the C library's own place for this thread's reason.
        unsafe { *__errno_location() = error.raw_os_error() };
        T::from(-1)
    })
}

fn written(outcome: Result<usize, Errno>) -> isize {
    answer(outcome.and_then(|count| isize::try_from(count).map_err(|_| Errno::INVAL)))
}

fn done(outcome: Result<(), Errno>) -> c_int {
    answer(outcome.map(|()| 0))
}

#[unsafe(no_mangle)]
extern "C" fn write(number: RawFd, from: *const c_void, count: usize) -> isize {
    written(file(number).and_then(|file| disk::write(file, bytes(from, count), None)))
}

#[unsafe(no_mangle)]
extern "C" fn pwrite64(number: RawFd, from: *const c_void, count: usize, at: i64) -> isize {
    let at = u64::try_from(at).map_err(|_| Errno::INVAL);
    written(file(number).and_then(|file| disk::write(file, bytes(from, count), Some(at?))))
}

#[unsafe(no_mangle)]
extern "C" fn pwrite(number: RawFd, from: *const c_void, count: usize, at: i64) -> isize {
    pwrite64(number, from, count, at)
}

#[unsafe(no_mangle)]
extern "C" fn ftruncate64(number: RawFd, size: i64) -> c_int {
    let size = u64::try_from(size).map_err(|_| Errno::INVAL);
    done(file(number).and_then(|file| disk::cut(file, size?)))
}

#[unsafe(no_mangle)]
extern "C" fn ftruncate(number: RawFd, size: i64) -> c_int {
    ftruncate64(number, size)
}

#[unsafe(no_mangle)]
extern "C" fn fsync(number: RawFd) -> c_int {
    done(file(number).and_then(|file| disk::sync(file, rustix::fs::fsync)))
}

#[unsafe(no_mangle)]
extern "C" fn fdatasync(number: RawFd) -> c_int {
    done(file(number).and_then(|file| disk::sync(file, rustix::fs::fdatasync)))
}

#[unsafe(no_mangle)]
extern "C" fn fcntl64(number: RawFd, what: c_int, word: *mut c_void) -> c_int {
    answer(lock::control(number, what, word))
}

#[unsafe(no_mangle)]
extern "C" fn fcntl(number: RawFd, what: c_int, word: *mut c_void) -> c_int {
    fcntl64(number, what, word)
}

#[unsafe(no_mangle)]
extern "C" fn clock_gettime(which: c_int, time: *mut clock::Moment) -> c_int {
    clock::read(which, time)
}
