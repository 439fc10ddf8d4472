//! What a Hearth logs while a test goes on, as loud as every library can be: read when it ends, and none of what people wrote
//! is in it.
//!
//! People's words are those of the demonstration, and whatever a test sends. Deliberately no test of its own: every test
//! that starts a Hearth is one. Where the words are put on purpose is `canary`.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::{LazyLock, Mutex, PoisonError};

use aho_corasick::AhoCorasick;
use serde_json::Value;
use tempfile::NamedTempFile;

/// Shorter texts are words of every day: a log has them by chance.
const LONG_ENOUGH: usize = 12;

/// How much of a log is printed when its test has failed.
const LAST_LINES: usize = 60;

/// What people of this test wrote, and what lets them in.
static WRITTEN: LazyLock<Mutex<BTreeSet<String>>> = LazyLock::new(|| {
    let mut written = BTreeSet::new();
    for record in [include_str!("../../demo/1-initial.json"), include_str!("../../demo/2-review.json")] {
        texts(&serde_json::from_str(record).unwrap(), &mut written);
    }
    written.extend(["kettle lantern orchard".to_owned(), "pencil harbour violet".to_owned()]);
    Mutex::new(written)
});

/// The texts in a value that somebody wrote: whatever has a space in it and is no time.
fn texts(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.contains(' ') && text.len() >= LONG_ENOUGH => drop(into.insert(text.clone())),
        Value::Array(list) => list.iter().for_each(|value| texts(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, into)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Somebody writes this.
pub fn somebody_writes(value: &Value) {
    texts(value, &mut WRITTEN.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Somebody sends this form.
pub fn somebody_sends(form: &str) {
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    for (_, value) in form_urlencoded::parse(form.as_bytes()) {
        texts(&Value::String(value.into_owned()), &mut written);
    }
    let typed = form.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value);
    written.extend(typed.filter(|value| value.contains('+') && value.len() >= LONG_ENOUGH).map(str::to_owned));
}

/// Something that nobody else may have, like the cookie of a session.
pub fn is_secret(text: &str) {
    if text.len() >= LONG_ENOUGH {
        WRITTEN.lock().unwrap_or_else(PoisonError::into_inner).insert(text.to_owned());
    }
}

/// The log of one Hearth.
pub struct Overheard {
    /// Removed with the test, unless the test has a file of its own for it.
    own: Option<NamedTempFile>,
    path: PathBuf,
    /// How long the file was before.
    from: u64,
}

impl Overheard {
    /// A log of its own.
    pub fn fresh() -> Self {
        let own = NamedTempFile::new().unwrap();
        Self { path: own.path().to_owned(), own: Some(own), from: 0 }
    }

    /// A log in this file, after what is there.
    pub fn after(path: &Path) -> Self {
        Self { own: None, path: path.to_owned(), from: path.metadata().map_or(0, |file| file.len()) }
    }

    /// Has this program log everything there.
    pub fn listens_to(&self, program: &mut Process) {
        program.env("HEARTH_LOG", "trace");
        program.stderr(File::options().append(true).create(true).open(&self.path).unwrap());
    }

    /// Nothing that anybody wrote is in it. A test that has failed already shows its end instead.
    pub fn is_silent(&self) {
        let Ok(mut file) = File::open(&self.path) else {
            return assert!(std::thread::panicking(), "the log is there when its program ends");
        };
        let mut log = Vec::new();
        file.seek(SeekFrom::Start(self.from)).unwrap();
        file.read_to_end(&mut log).unwrap();
        let log = String::from_utf8_lossy(&log);
        if std::thread::panicking() {
            let lines: Vec<&str> = log.lines().filter(|line| !line.contains("TRACE")).collect();
            return eprintln!("{}", lines[lines.len().saturating_sub(LAST_LINES)..].join("\n"));
        }
        let written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
        let found = AhoCorasick::new(written.iter()).unwrap().find(log.as_bytes());
        let line = found.map(|found| {
            let end = log[found.start()..].find('\n').map_or(log.len(), |end| found.start() + end);
            &log[log[..found.start()].rfind('\n').map_or(0, |start| start + 1)..end]
        });
        assert_eq!(line, None, "a log has what somebody wrote");
    }
}
