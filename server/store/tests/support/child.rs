//! The test program once more, as a process of its own that can be killed: it runs one of its tests, at one place.
//!
//! Deliberately without any idea of what that test does there.

use std::io::{BufRead as _, BufReader, Lines};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;

use store::{MasterKey, Store};

/// Tells a test that it runs in the process that is to be killed, and where its store is: a folder, or an address.
pub(crate) const PLACE: &str = "HEARTH_CHILD_PLACE";

/// What the process says, line by line.
pub(crate) type Said = Lines<BufReader<ChildStdout>>;

/// Starts the process with this test.
pub(crate) fn start(test: &str, place: &str) -> (Child, Said) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    (child, lines)
}

/// Opens the store at a place.
pub(crate) async fn open(place: &str) -> Arc<dyn Store> {
    let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
    match place.parse() {
        Ok(address) => store::connect(&address, master).await.unwrap(),
        Err(_) => store::open(&PathBuf::from(place).join("hearth.db"), master).await.unwrap(),
    }
}
