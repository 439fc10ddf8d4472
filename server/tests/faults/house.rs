//! A Hearth with several boards and a chair writing at each, which is started, struck and started again.
//!
//! Deliberately not here: what must hold afterwards (`kept`).

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tempfile::TempDir;
use tokio::sync::Semaphore;

use crate::common::{CONFERENCE, Server, hearth};
use crate::desk::Desk;
use crate::dice::Dice;
use crate::disk::Disk;

/// An invented conference; each board is one with another id.
const INVENTED: &str = include_str!("../../demo/1-initial.json");

/// So many of a hundred strikes come while boards are being opened.
const EARLY: u64 = 20;
/// The others come after so many lines at most, and then within so many milliseconds.
const LATEST_LINE: u64 = 12;
const LATEST: u64 = 60;

/// The power goes after so many steps of the disk at most.
const LATEST_STEP: u64 = 60;

/// How a server ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ends {
    /// Killed, as by a power cut.
    Struck,
    /// Told to stop, as a service manager does.
    Asked,
}

pub(crate) struct House {
    folder: TempDir,
    environment: Vec<(&'static str, OsString)>,
    pub(crate) desks: Vec<Desk>,
    told: Arc<Semaphore>,
}

impl House {
    /// So many boards, on this disk or on the machine's own.
    pub(crate) async fn new(boards: usize, disk: Option<&Disk>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut house = Self { folder, environment: Vec::new(), desks: Vec::new(), told: Arc::new(Semaphore::new(0)) };
        std::fs::create_dir(house.data()).unwrap();
        let data = house.data().to_str().unwrap().to_owned();
        assert!(hearth(&["demo", "--data", &data]).status.success());
        let further: Vec<String> = (1..boards).map(|number| format!("board-{number}")).collect();
        let file = house.folder.path().join("record.json");
        for id in &further {
            let mut record: serde_json::Value = serde_json::from_str(INVENTED).unwrap();
            record["conference"]["id"] = serde_json::json!(id);
            std::fs::write(&file, record.to_string()).unwrap();
            assert!(hearth(&["import", file.to_str().unwrap(), "--data", &data]).status.success());
        }
        let server = house.serve();
        let cookie = server.chair().await;
        for id in std::iter::once(CONFERENCE).chain(further.iter().map(String::as_str)) {
            house.desks.push(Desk::open(&server, id, &cookie, &house.told).await);
        }
        house.environment = disk.map(|disk| disk.under(&house.data())).unwrap_or_default();
        house
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Serves the folder as it stands.
    pub(crate) fn serve(&self) -> Server {
        self.serve_at("127.0.0.1:0")
    }

    /// Serves it where it was served before.
    pub(crate) fn serve_at(&self, address: &str) -> Server {
        let data = self.data();
        let args = ["serve", "--data", data.to_str().unwrap(), "--listen", address];
        Server::under(&args, &self.environment, &self.log())
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Everybody connects and writes until the server ends, at a moment of the dice: mostly some lines later, sometimes
    /// while boards are still being opened.
    pub(crate) async fn write_until(&mut self, ends: Ends, server: &mut Server, dice: &mut Dice) {
        let address = server.address.clone();
        let lines = if dice.in_a_hundred(EARLY) { 0 } else { u32::try_from(1 + dice.below(LATEST_LINE)).unwrap() };
        let moment = Duration::from_millis(dice.below(LATEST));
        self.told.forget_permits(usize::MAX);
        let told = Arc::clone(&self.told);
        let end = async {
            told.acquire_many(lines).await.unwrap().forget();
            // The one wait for time and not for something: the moment is the fault.
            tokio::time::sleep(moment).await;
            match ends {
                Ends::Struck => server.strike(),
                Ends::Asked => server.ask_to_stop(),
            }
        };
        tokio::join!(end, self.write_until_it_ends(&address));
        assert_eq!(server.ended_well(), ends == Ends::Asked, "it ends as it was told to");
    }

    /// Everybody writes until the server there is gone.
    pub(crate) async fn write_until_it_ends(&mut self, address: &str) {
        join_all(self.desks.iter_mut().map(|desk| desk.write(address, usize::MAX))).await;
    }

    /// Everybody writes until the power goes, so many steps of the disk later.
    pub(crate) async fn write_until_power_goes(&mut self, server: &mut Server, disk: &Disk, dice: &mut Dice) {
        let address = server.address.clone();
        disk.lose_power_after(1 + dice.below(LATEST_STEP));
        self.write_until_it_ends(&address).await;
        assert!(!server.ended_well());
    }

    /// Everybody writes so many lines more, connecting again as often as it takes.
    pub(crate) async fn write_more(&mut self, server: &Server, lines: usize) {
        let begun = Instant::now();
        join_all(self.desks.iter_mut().map(async |desk| {
            let until = desk.saved.len() + lines;
            while !desk.write(&server.address, until).await {
                assert!(begun.elapsed() < Duration::from_mins(1), "the server takes lines again");
            }
        }))
        .await;
    }

    /// Counts what is said to be saved at any desk.
    pub(crate) fn told(&self) -> Arc<Semaphore> {
        Arc::clone(&self.told)
    }

    /// What is on its way in all.
    pub(crate) fn waiting(&self) -> usize {
        self.desks.iter().map(Desk::waiting).sum()
    }

    pub(crate) fn saved(&self) -> usize {
        self.desks.iter().map(|desk| desk.saved.len()).sum()
    }

    /// No part of the program failed in a way that nobody had thought of.
    pub(crate) fn says_no_panic(&self) -> bool {
        !std::fs::read_to_string(self.log()).unwrap().contains("a part of the program failed")
    }
}
