//! A backup of a Hearth that goes on serving comes back elsewhere, whole; a hundred damaged ones are refused.
//!
//! Deliberately through the program, as an administrator would: what it says is a promise too.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Output;

use age::secrecy::ExposeSecret as _;
use board::wire::FromServer;
use common::{CONFERENCE, Client, Heard, Server, hearth, line};
use tempfile::TempDir;
use tokio::sync::oneshot::error::TryRecvError;

/// How many damaged backups there are.
const DAMAGED: usize = 100;

/// A folder with an age identity, and room for data and backups.
struct Desk {
    folder: TempDir,
    recipient: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let identity = age::x25519::Identity::generate();
        std::fs::write(folder.path().join("identity"), identity.to_string().expose_secret()).unwrap();
        Self { folder, recipient: identity.to_public().to_string() }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn demo(&self) {
        assert!(hearth(&["demo", "--data", &self.path("data")]).status.success());
    }

    fn back_up(&self, file: &str) {
        let args = ["backup", "--out", &self.path(file), "--recipient", &self.recipient, "--data", &self.path("data")];
        done(&hearth(&args));
    }

    /// Restores with the identity alone.
    fn restore(&self, file: &str, to: &str) -> Output {
        hearth(&["restore", &self.path(file), "--identity", &self.path("identity"), "--data", &self.path(to)])
    }

    fn cards(&self, data: &str) -> Vec<String> {
        let out = done(&hearth(&["export", CONFERENCE, "--data", &self.path(data)]));
        let record: serde_json::Value = serde_json::from_str(&out).unwrap();
        let cards = record["cards"].as_array().unwrap().iter();
        cards.map(|card| card["id"].as_str().unwrap().to_owned()).collect()
    }
}

fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Why it was not done.
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_people_write_comes_back_elsewhere_and_holds_all_that_was_saved_before() {
    let desk = Desk::new();
    let server = Server::demo(Path::new(&desk.path("data")));
    let cookie = server.chair().await;
    let mut chair = Client::console(&server, &cookie).await;
    let mut before = BTreeSet::new();
    for at in 0..20 {
        let id = format!("before-{at}");
        assert_eq!(chair.ask(&id, &line(&id, "ZQX-CANARY said before.")).await, Heard::Done);
        before.insert(id);
    }
    let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
    let writing = tokio::spawn(async move {
        let mut written = 0;
        while stopped.try_recv() == Err(TryRecvError::Empty) {
            let id = format!("during-{written}");
            chair.send(&id, &line(&id, "Said during.")).await;
            while !matches!(chair.hear().await.unwrap(), FromServer::Done { .. }) {}
            written += 1;
        }
        written
    });
    for at in 0..5 {
        desk.back_up(&format!("{at}.backup"));
    }
    stop.send(()).unwrap();
    let written = writing.await.unwrap();
    assert!(written > 5, "people went on writing while the backups were made");
    drop(server);

    let live = desk.cards("data");
    let mut reached = 0;
    for at in 0..5 {
        let (file, to) = (format!("{at}.backup"), format!("restored-{at}"));
        done(&desk.restore(&file, &to));
        assert_eq!(done(&hearth(&["verify", "--data", &desk.path(&to)])).lines().count(), 2);
        let cards = desk.cards(&to);
        assert!(before.iter().all(|id| cards.contains(id)), "what was saved before is in it");
        assert_eq!(cards, live[..cards.len()], "it is what was there at one moment");
        assert!(cards.len() >= reached, "a later backup holds no less");
        reached = cards.len();
        let sealed = std::fs::read(desk.path(&file)).unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"CANARY"), "words lie readable in the backup");
        assert!(!sealed.windows(4).any(|window| window == b"sian"), "names lie readable in the backup");
    }
    done(&hearth(&["account", "enable", "sian", "--data", &desk.path("restored-0")]));
    let again = Server::start(&["serve", "--data", &desk.path("restored-0"), "--listen", "127.0.0.1:0"]);
    let cookie = again.chair().await;
    Client::console(&again, &cookie).await;
}

/// The same hundred damages for every run, spread over the whole file.
fn damaged(good: &[u8], which: usize) -> Vec<u8> {
    // A stride that is prime to the number of damages visits places all over the file, both ends among them.
    let at = (which * 37 % DAMAGED) * (good.len() - 1) / (DAMAGED - 1);
    let mut bad = good.to_vec();
    match which % 10 {
        0..=4 => bad[at] ^= 1 << (which % 8),
        5 | 6 => bad.truncate(at),
        7 => {
            let middle = good.len() / 2;
            let long = 64.min(middle);
            let from = at.min(good.len() - long);
            let to = if from < middle { good.len() - long } else { 0 };
            bad[from..from + long].copy_from_slice(&good[to..to + long]);
            bad[to..to + long].copy_from_slice(&good[from..from + long]);
        }
        8 => drop(bad.remove(at)),
        _ => bad.insert(at, b'x'),
    }
    bad
}

#[test]
fn a_hundred_damaged_backups_are_refused_with_a_reason_and_nothing_is_changed() {
    let desk = Desk::new();
    desk.demo();
    desk.back_up("good.backup");
    let good = std::fs::read(desk.path("good.backup")).unwrap();
    let mut reasons = BTreeSet::new();
    for which in 0..DAMAGED {
        let bad = damaged(&good, which);
        assert_ne!(bad, good, "damage {which} is one");
        std::fs::write(desk.path("bad.backup"), bad).unwrap();
        let said = refused(&desk.restore("bad.backup", "never"));
        assert!(said.contains("was not restored") && said.contains("othing was changed"), "{which}: {said}");
        assert!(!Path::new(&desk.path("never")).exists(), "damage {which} made something");
        reasons.insert(said.split_once("because: ").unwrap().1.lines().next().unwrap().to_owned());
    }
    for words in ["ends too early", "its beginning is damaged", "was changed, is missing, or is not in its place"] {
        assert!(reasons.iter().any(|reason| reason.contains(words)), "{words} in {reasons:?}");
    }
    done(&desk.restore("good.backup", "elsewhere"));
}

/// Whole parts in the wrong order, twice, or of another backup of the very same data.
#[test]
fn parts_that_were_moved_doubled_or_borrowed_are_refused() {
    let desk = Desk::new();
    desk.demo();
    desk.back_up("good.backup");
    desk.back_up("other.backup");
    let frames = |name: &str| frames(&std::fs::read(desk.path(name)).unwrap());
    let (good, other) = (frames("good.backup"), frames("other.backup"));
    assert!(good.len() > 2, "there is more than one frame: {}", good.len());
    let last = good.len() - 1;
    let with = |order: &[&[u8]]| order.concat();
    let all: Vec<&[u8]> = good.iter().map(Vec::as_slice).collect();
    let mut swapped = all.clone();
    swapped.swap(1, last);
    let mut borrowed = all.clone();
    borrowed[1] = &other[1];
    let mut doubled = all.clone();
    doubled.insert(1, all[1]);
    let mut without = all.clone();
    without.remove(1);
    let mut opening = all.clone();
    opening[0] = &other[0];
    let more = [&all[..], &[all[last]]].concat();
    for (what, order) in [
        ("swapped", swapped),
        ("borrowed", borrowed),
        ("doubled", doubled),
        ("without", without),
        ("cut", all[..last].to_vec()),
        ("another's opening", opening),
        ("more at the end", more),
    ] {
        std::fs::write(desk.path("bad.backup"), with(&order)).unwrap();
        let said = refused(&desk.restore("bad.backup", "never"));
        assert!(said.contains("othing was changed"), "{what}: {said}");
        assert!(!Path::new(&desk.path("never")).exists(), "{what}");
    }
    assert_eq!(with(&all), std::fs::read(desk.path("good.backup")).unwrap());
}

/// The opening and the frames of a backup: a second telling of its form.
fn frames(file: &[u8]) -> Vec<Vec<u8>> {
    let number = |at: usize| usize::try_from(u32::from_be_bytes(file[at..at + 4].try_into().unwrap())).unwrap();
    let mut at = 16 + 8 + 24 + 48 + 4 + number(16 + 8 + 24 + 48);
    let mut parts = vec![file[..at].to_vec()];
    while at < file.len() {
        let next = at + 1 + 4 + 24 + number(at + 1);
        parts.push(file[at..next].to_vec());
        at = next;
    }
    parts
}

#[test]
fn without_its_key_or_over_something_a_backup_is_not_restored() {
    let desk = Desk::new();
    desk.demo();
    let plain = desk.path("plain.backup");
    let said = done(&hearth(&["backup", "--out", &plain, "--data", &desk.path("data")]));
    assert!(said.contains("The key is not in it"), "{said}");
    let elsewhere = desk.path("elsewhere");

    assert!(refused(&desk.restore("plain.backup", "elsewhere")).contains("carries no key"));
    let restore = ["restore", &plain, "--data", &elsewhere];
    assert!(refused(&hearth(&restore)).contains("the key that belongs here is not at"));
    assert!(!Path::new(&elsewhere).exists());
    std::fs::create_dir(&elsewhere).unwrap();
    std::fs::write(desk.path("elsewhere/hearth.key"), "5a".repeat(32)).unwrap();
    assert!(refused(&hearth(&restore)).contains("does not open with this master key"));
    assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 1, "nothing was made");
    std::fs::copy(desk.path("data/hearth.key"), desk.path("elsewhere/hearth.key")).unwrap();
    assert!(done(&hearth(&["restore", &plain, "--check", "--data", &elsewhere])).contains("all whole"));
    assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 1, "a check makes nothing");
    done(&hearth(&restore));
    assert!(refused(&hearth(&restore)).contains("there is a Hearth in"));

    desk.back_up("carried.backup");
    let stranger = Desk::new();
    let wrong = ["restore", &desk.path("carried.backup"), "--identity", &stranger.path("identity"), "--data"];
    let said = refused(&hearth(&[&wrong[..], &[&desk.path("never")]].concat()));
    assert!(said.contains("is not for this age identity"), "{said}");
    assert!(!Path::new(&desk.path("never")).exists());
    let twice = hearth(&["backup", "--out", &plain, "--data", &desk.path("data")]);
    assert!(refused(&twice).contains("is there already; it was not changed"));
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_str().unwrap().contains("unfinished")), "{left:?}");
}

/// A backup of something that is damaged would be a comfort that fails when it is needed; no backup of anything would be none at all.
#[test]
fn what_is_damaged_is_left_out_when_somebody_says_so_and_never_backed_up_as_if_it_were_whole() {
    let desk = Desk::new();
    desk.demo();
    let file = desk.path("data/hearth.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let word = b"card_added";
    let at = bytes.windows(word.len()).rposition(|window| window == word).unwrap();
    bytes[at] = b'k';
    std::fs::write(&file, bytes).unwrap();
    let (never, partial, data) = (desk.path("never.backup"), desk.path("partial.backup"), desk.path("data"));
    let said = refused(&hearth(&["backup", "--out", &never, "--data", &data]));
    assert!(said.contains("no backup was made") && said.contains("is damaged at event"), "{said}");
    assert!(!Path::new(&never).exists());
    let bad = said.split_once("--without ").unwrap().1.split_once('\'').unwrap().0;
    assert!(said.contains(&format!("conference {bad} cannot be backed up")), "{said}");

    let unknown = refused(&hearth(&["backup", "--without", "nobodys", "--out", &never, "--data", &data]));
    assert!(unknown.contains("there is no conference 'nobodys'") && !Path::new(&never).exists(), "{unknown}");
    let args = ["backup", "--without", bad, "--out", &partial, "--recipient", &desk.recipient, "--data", &data];
    let said = done(&hearth(&args));
    let loudly = "WARNING: THIS BACKUP IS NOT COMPLETE";
    assert!(said.contains(loudly) && said.contains(bad) && !said.contains(&format!("{bad}: ")), "{said}");

    let identity = desk.path("identity");
    let said = done(&hearth(&["restore", &partial, "--check", "--identity", &identity, "--data", &desk.path("new")]));
    assert!(said.contains(loudly) && said.contains(bad), "{said}");
    let said = done(&desk.restore("partial.backup", "new"));
    assert!(said.contains(loudly) && said.contains(bad), "{said}");
    let there = done(&hearth(&["list", "--data", &desk.path("new")]));
    assert!(there.lines().count() == 1 && !there.contains(bad), "{there}");
}

#[test]
fn what_was_erased_since_the_backup_is_erased_in_what_is_restored() {
    let desk = Desk::new();
    desk.demo();
    let data = desk.path("data");
    done(&hearth(&["hold", CONFERENCE, "--because", "an inquiry", "--data", &data]));
    desk.back_up("before.backup");
    done(&hearth(&["release", CONFERENCE, "--data", &data]));
    done(&hearth(&["erase", CONFERENCE, "--because", "decision 12", "--data", &data]));

    let (kept, named) = (desk.path("data/certificates"), desk.path("named"));
    let said = done(&desk.restore("before.backup", "unaware"));
    assert!(said.contains("is no certificate of anything in this backup"), "{said}");
    desk.cards("unaware");
    done(&hearth(&["release", CONFERENCE, "--data", &desk.path("unaware")]));
    let again = ["erase", CONFERENCE, "--because", "decision 13", "--certificates", &kept, "--data"];
    done(&hearth(&[&again[..], &[&desk.path("unaware")]].concat()));
    assert!(refused(&hearth(&["export", CONFERENCE, "--data", &desk.path("unaware")])).contains("was erased"));
    let (file, identity) = (desk.path("before.backup"), desk.path("identity"));
    let restore = |certificates: &str| {
        hearth(&["restore", &file, "--identity", &identity, "--certificates", certificates, "--data", &named])
    };
    assert!(refused(&restore(&desk.path("nowhere"))).contains("cannot be read; nothing was changed"));
    assert!(!Path::new(&named).exists());

    let said = done(&restore(&kept));
    assert!(said.contains(&format!("Erased again, by the certificates in {kept}: {CONFERENCE}")), "{said}");
    assert!(said.contains("is no certificate of anything else in this backup"), "{said}");
    assert!(refused(&hearth(&["export", CONFERENCE, "--data", &named])).contains("was erased"));
    assert_eq!(done(&hearth(&["holds", "--data", &named])), "");
    let looked = done(&hearth(&["looked", "--data", &named]));
    assert!(
        looked.contains(&format!("erased\t{CONFERENCE}\tcertificate")) && looked.contains("\trestored\t"),
        "{looked}"
    );

    // A folder that is given another Hearth still has its certificates.
    std::fs::create_dir_all(desk.path("again")).unwrap();
    std::fs::rename(&kept, desk.path("again/certificates")).unwrap();
    assert!(done(&desk.restore("before.backup", "again")).contains("Erased again"));
    let certificate = desk.path(&format!("again/certificates/erasure-{CONFERENCE}.txt"));
    std::fs::remove_file(desk.path("again/hearth.db")).unwrap();
    std::fs::write(certificate, "Certificate of erasure\n\nConference:").unwrap();
    let said = refused(&desk.restore("before.backup", "again"));
    assert!(said.contains("is no certificate of an erasure") && said.contains("nothing was changed"), "{said}");
    assert!(!Path::new(&desk.path("again/hearth.db")).exists());
}
