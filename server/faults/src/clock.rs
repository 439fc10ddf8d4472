//! The clock: the time of day is as wrong as was ordered. The clock that only measures how long something takes is right.
//!
//! Deliberately not here: clocks of browsers.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::OnceLock;

use crate::order;

/// The C library's number for the time of day.
const TIME_OF_DAY: c_int = 0;

/// A moment as the C library keeps it.
#[repr(C)]
pub struct Moment {
    seconds: i64,
    nanoseconds: i64,
}

type Real = extern "C" fn(c_int, *mut Moment) -> c_int;

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
}

/// Stands for "the next library that has it".
const NEXT: *mut c_void = std::ptr::without_provenance_mut(usize::MAX);
const NAME: &CStr = c"clock_gettime";

/// The function of this name that this library stands in front of; none where there is no such function.
pub(crate) fn next(name: &CStr) -> *mut c_void {
    // SAFETY: a handle that the C library defines, and a name that ends with a zero.
    unsafe { dlsym(NEXT, name.as_ptr()) }
}

/// The C library's own.
fn real() -> Option<Real> {
    static REAL: OnceLock<Option<Real>> = OnceLock::new();
    *REAL.get_or_init(|| {
        // SAFETY: the C library's function of this name has this type, and a pointer to none is `None`.
        unsafe { std::mem::transmute::<*mut c_void, Option<Real>>(next(NAME)) }
    })
}

pub(crate) fn read(which: c_int, time: *mut Moment) -> c_int {
    let Some(real) = real() else { return -1 };
    let answer = real(which, time);
    if which == TIME_OF_DAY
        && answer == 0
        && let Some(setting) = order::setting()
        // SAFETY: the C library has just written a moment there.
        && let Some(time) = unsafe { time.as_mut() }
    {
        time.seconds += order::clock(setting);
    }
    answer
}
