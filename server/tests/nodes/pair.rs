//! Two nodes on one database.
//!
//! Deliberately with one key and one folder for both; everything else is in the database.

use tempfile::TempDir;

use crate::cluster::Database;
use crate::common::{CONFERENCE, Server, hearth_on};

/// How often something happens: so many times, unless the environment asks for another number.
pub(crate) fn times((variable, usual): (&str, usize)) -> usize {
    std::env::var(variable).map_or(usual, |number| number.parse().unwrap())
}

/// A database with the demonstration, and two nodes that serve it.
pub(crate) struct Nodes {
    pub(crate) database: Database,
    /// Both nodes have the same key here; everything else is in the database.
    folder: TempDir,
    pub(crate) both: [Server; 2],
}

impl Nodes {
    pub(crate) fn start() -> Self {
        let (database, folder) = (Database::empty(), tempfile::tempdir().unwrap());
        let data = folder.path().to_str().unwrap();
        let first = Server::node(&database.address(), &["demo", "--data", data, "--listen", "127.0.0.1:0"]);
        let second = Server::node(&database.address(), &["serve", "--data", data, "--listen", "127.0.0.1:0"]);
        Self { database, folder, both: [first, second] }
    }

    /// Starts a node that was killed again, at the same address.
    pub(crate) fn starts_again(&mut self, which: usize) {
        let address = self.both[which].address.clone();
        let data = self.folder.path().to_str().unwrap();
        self.both[which] = Server::node(&self.database.address(), &["serve", "--data", data, "--listen", &address]);
    }

    pub(crate) fn hearth(&self, args: &[&str]) -> String {
        let data = self.folder.path().to_str().unwrap();
        let output = hearth_on(&self.database.address(), &[args, &["--data", data]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The ids of the cards as they are stored, in their order.
    pub(crate) fn stored(&self) -> Vec<String> {
        let record: serde_json::Value = serde_json::from_str(&self.hearth(&["export", CONFERENCE])).unwrap();
        let cards = record["cards"].as_array().unwrap();
        cards.iter().map(|card| card["id"].as_str().unwrap().to_owned()).collect()
    }
}

/// Whether a view has a line with these words.
pub(crate) fn has(words: &str) -> impl Fn(&board::view::View) -> bool {
    move |view| view.cards.values().any(|card| card.words == words)
}
