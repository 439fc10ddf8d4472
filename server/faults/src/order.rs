//! What the tests have ordered: which folder is watched, and what shall fail just now. Orders are files, so that they can be
//! given to a program that is running.
//!
//! Deliberately read anew at each write: an order holds from the next one on.

use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use rustix::fs::{Mode, OFlags};
use rustix::process::{Signal, getpid, kill_process};

/// The variable that names the folder with the orders and the journal.
const FOLDER: &str = "FAULTS_FOLDER";

/// The variable that names the folder whose files are watched.
const WATCHED: &str = "FAULTS_WATCHED";

/// What the disk does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// What it is told.
    Obey,
    /// It has no room: no file grows.
    Full,
    /// Every write fails.
    NoWrites,
    /// Every wait for the disk fails.
    NoSyncs,
    /// It says that everything is safe, and keeps nothing safe.
    Lie,
    /// It does what it is told, but somebody else holds the lock for writing.
    Locked,
}

/// Where orders come from and where the journal goes.
#[derive(Debug)]
pub(crate) struct Setting {
    folder: PathBuf,
    pub(crate) watched: String,
    pub(crate) journal: OwnedFd,
}

/// The setting; nothing in a program that is to be left alone.
pub(crate) fn setting() -> Option<&'static Setting> {
    static SETTING: OnceLock<Option<Setting>> = OnceLock::new();
    SETTING
        .get_or_init(|| {
            let folder = PathBuf::from(std::env::var_os(FOLDER)?);
            let watched = std::env::var(WATCHED).ok()?;
            let flags = OFlags::APPEND | OFlags::CREATE | OFlags::WRONLY | OFlags::CLOEXEC;
            let journal = rustix::fs::open(folder.join("journal"), flags, Mode::RUSR | Mode::WUSR).ok()?;
            Some(Setting { folder, watched, journal })
        })
        .as_ref()
}

/// What the disk does now.
pub(crate) fn now(setting: &Setting) -> Order {
    match read(setting, "disk").as_deref() {
        Some("full") => Order::Full,
        Some("no writes") => Order::NoWrites,
        Some("no syncs") => Order::NoSyncs,
        Some("lie") => Order::Lie,
        Some("locked") => Order::Locked,
        Some(_) | None => Order::Obey,
    }
}

/// The power goes when so many more steps were begun as was ordered: before this one is done.
pub(crate) fn step(setting: &Setting) {
    /// How many steps are left; less than one while nothing is ordered.
    static LEFT: AtomicI64 = AtomicI64::new(0);
    let Some(steps) = read(setting, "steps").and_then(|text| text.parse().ok()) else { return };
    if LEFT.load(Ordering::SeqCst) < 1 {
        LEFT.store(steps, Ordering::SeqCst);
    }
    if LEFT.fetch_sub(1, Ordering::SeqCst) == 1 {
        // Nothing of this program runs after that, so it does not matter what it answers.
        let _ = kill_process(getpid(), Signal::KILL);
    }
}

/// By how many seconds the clock is wrong.
pub(crate) fn clock(setting: &Setting) -> i64 {
    read(setting, "clock").and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// An order is some letters long.
fn read(setting: &Setting, name: &str) -> Option<String> {
    let file = rustix::fs::open(setting.folder.join(name), OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).ok()?;
    let mut bytes = [0; 32];
    let count = rustix::io::read(&file, &mut bytes).ok()?;
    String::from_utf8(bytes.get(..count)?.to_vec()).ok()
}
