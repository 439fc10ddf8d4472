//! Has a picture read by a process of its own, so that whatever is in it can only harm that process.
//!
//! Deliberately blocking: a caller with other things to do gives it a thread. The process cannot hang: it has seconds of
//! computing, and it waits for nothing but us.

use std::io::{ErrorKind, Read as _, Write as _};
use std::process::{Child, Command, Stdio};

use crate::edit::Edit;
use crate::kind::{Kind, kind};
use crate::refusal::{NotClean, Refusal};
use crate::wire::{self, Clean};
use crate::worker::VERB;

/// The program that is running now, also when its file was replaced by a newer one meanwhile.
const THIS_PROGRAM: &str = "/proc/self/exe";

/// The most that is read of an answer: no picture of 1,600 dots a side is larger, however it is written.
const LARGEST_ANSWER: u64 = 32 * 1024 * 1024;

/// A file as a clean picture in two sizes: set upright, turned, cut, and drawn anew from its pixels.
///
/// # Errors
/// [`NotClean::Refused`] when the file is not a picture that can be kept; [`NotClean::Process`] when it could not be
/// looked at.
pub fn clean(bytes: &[u8], edit: &Edit) -> Result<Clean, NotClean> {
    match kind(bytes)? {
        Kind::Png | Kind::Jpeg | Kind::WebP => {}
        Kind::Pdf => return Err(Refusal::Unknown.into()),
    }
    let mut worker = start().map_err(NotClean::Process)?;
    let asked = ask(&mut worker, bytes, edit);
    let heard = hear(&mut worker);
    let ended = worker.wait().map_err(NotClean::Process)?;
    asked.map_err(NotClean::Process)?;
    let heard = heard.map_err(NotClean::Process)?;
    if !ended.success() {
        // It was stopped by one of its limits, or a decoder gave up on its own.
        return Err(Refusal::TooMuch.into());
    }
    wire::read(&heard).unwrap_or(Err(Refusal::Broken)).map_err(NotClean::from)
}

/// The process inherits nothing: no variable that may hold a secret, and no folder.
fn start() -> std::io::Result<Child> {
    Command::new(THIS_PROGRAM)
        .arg(VERB)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// Hands everything over; the process reads it all before it answers. One that has ended already has its reasons, which
/// are heard afterwards.
fn ask(worker: &mut Child, bytes: &[u8], edit: &Edit) -> std::io::Result<()> {
    let Some(mut to) = worker.stdin.take() else {
        return Ok(());
    };
    let mut line = serde_json::to_vec(edit)?;
    line.push(b'\n');
    match to.write_all(&line).and_then(|()| to.write_all(bytes)) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

fn hear(worker: &mut Child) -> std::io::Result<Vec<u8>> {
    let mut heard = Vec::new();
    if let Some(from) = worker.stdout.take() {
        from.take(LARGEST_ANSWER).read_to_end(&mut heard)?;
    }
    Ok(heard)
}
