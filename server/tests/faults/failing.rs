//! A disk that is full, a disk that fails, a database that somebody else holds, and a clock that jumps, while people write: what cannot be kept is never called
//! saved, everybody can go on reading, and when the fault is over everything goes on without a restart.
//!
//! Deliberately not here: deaths and power cuts by themselves (`deaths`, `power`).

use std::time::{Duration, Instant};

use futures_util::future::join_all;

use crate::common::{CONFERENCE, Server};
use crate::desk::Desk;
use crate::dice::{Dice, times};
use crate::disk::Disk;
use crate::house::House;
use crate::kept::Kept;

const BOARDS: usize = 3;
const FULL: (&str, u64) = ("HEARTH_FULL_DISKS", 5);
const FAILING: (&str, u64) = ("HEARTH_FAILING_DISKS", 10);
const LOCKS: (&str, u64) = ("HEARTH_LOCKS", 2);
const JUMPS: (&str, u64) = ("HEARTH_CLOCK_JUMPS", 8);

/// Everybody writes until the server takes no more.
async fn write_until_refused(house: &mut House, server: &Server) {
    join_all(house.desks.iter_mut().map(|desk| desk.write(&server.address, usize::MAX))).await;
    assert!(house.waiting() > 0, "what was not taken is kept by whoever wrote it");
}

/// Everybody who writes at the beginning can read what was saved.
async fn everybody_reads(house: &House, server: &Server) {
    for desk in &house.desks {
        let (status, page) = server.get(&format!("/conferences/{}", desk.conference), desk.cookie()).await;
        assert_eq!(status, 200, "the board can still be read");
        assert!(desk.saved.iter().all(|id| page.contains(id.as_str())), "with everything that was saved");
    }
}

/// What can be taken away is given to nobody while it cannot be written down who took it.
async fn nothing_is_taken_away(house: &House, server: &Server) {
    for desk in &house.desks {
        for place in ["minutes/family", "minutes/family.pdf", "minutes/family.docx", "record", "copies/manifest.json"] {
            let (_, answer) = server.get(&format!("/conferences/{}/{place}", desk.conference), desk.cookie()).await;
            assert!(answer.contains("Hearth cannot answer just now"), "{place}: {answer}");
            assert!(!desk.saved.iter().any(|id| answer.contains(id.as_str())), "{place}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_takes_nothing_and_loses_nothing_and_everything_goes_on_when_there_is_room() {
    let disk = Disk::new();
    let (mut house, mut kept) = (House::new(BOARDS, Some(&disk)).await, Kept::default());
    let server = house.serve();
    house.write_more(&server, 3).await;
    let fills = times(FULL.0, FULL.1);
    for fill in 0..fills {
        disk.order("full");
        write_until_refused(&mut house, &server).await;
        everybody_reads(&house, &server).await;
        nothing_is_taken_away(&house, &server).await;
        assert_eq!(server.get("/ready", "").await.0, 503, "whoever looks after the machine is told");
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("full disk {fill}: {what}"));
        disk.order("");
        house.write_more(&server, 3).await;
    }
    assert!(house.desks.iter().all(Desk::shows_what_is_saved) && house.says_no_panic());
    drop(server);
    kept.holds(&house.data(), &house.desks).await.unwrap();
    println!("a disk was full {fills} times; {} lines were called saved, and none is lost", house.saved());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_fails_is_never_taken_at_its_word() {
    let mut dice = Dice::thrown("a failing disk");
    let disk = Disk::new();
    let (mut house, mut kept) = (House::new(BOARDS, Some(&disk)).await, Kept::default());
    let faults = times(FAILING.0, FAILING.1);
    for fault in 0..faults {
        let mut server = house.serve();
        house.write_more(&server, 2).await;
        let moment = Duration::from_millis(dice.below(100));
        let order = *dice.one_of(&["no writes", "no syncs"]);
        let breaks = async {
            // The moment is the fault.
            tokio::time::sleep(moment).await;
            disk.order(order);
        };
        tokio::join!(breaks, write_until_refused(&mut house, &server));
        everybody_reads(&house, &server).await;
        disk.order("");
        house.write_more(&server, 2).await;
        // What was called saved after a failure is as safe as any other: now the power goes.
        house.write_until_power_goes(&mut server, &disk, &mut dice).await;
        disk.take_back(&house.data(), &mut dice);
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("fault {fault}, {order}: {what}"));
    }
    assert!(house.says_no_panic());
    println!("a disk failed {faults} times; {} lines were called saved, and none is lost", house.saved());
}

/// How long somebody else holds the database, in seconds; one after another.
const HELD: [u64; 4] = [1, 3, 10, 30];

/// So many lines nobody writes before the moment has come.
const MORE: usize = 150;

#[tokio::test(flavor = "multi_thread")]
async fn while_somebody_else_holds_the_database_everybody_waits_and_afterwards_everything_is_saved_once() {
    let mut dice = Dice::thrown("a held database");
    let disk = Disk::new();
    let (mut house, mut kept) = (House::new(BOARDS, Some(&disk)).await, Kept::default());
    let server = house.serve();
    let locks = times(LOCKS.0, LOCKS.1);
    for (lock, held) in (0..locks).zip(HELD.into_iter().map(Duration::from_secs).cycle()) {
        let (begun, moment) = (Instant::now(), Duration::from_millis(dice.below(50)));
        let holds = async {
            // The moment and how long it lasts are the fault.
            tokio::time::sleep(moment).await;
            disk.order("locked");
            tokio::time::sleep(held).await;
            disk.order("");
        };
        let writes = async {
            house.write_more(&server, MORE).await;
            begun.elapsed()
        };
        let ((), took) = tokio::join!(holds, writes);
        assert!(took > held, "nobody had finished before, and everybody waited: {took:?}");
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("lock {lock}, {held:?}: {what}"));
    }
    assert!(house.desks.iter().all(Desk::shows_what_is_saved) && house.says_no_panic());
    println!("the database was held {locks} times; {} lines were called saved, and none is lost", house.saved());
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_clock_jumps_the_order_stays_and_whoever_is_signed_out_comes_back_and_has_lost_nothing() {
    const HOUR: i64 = 3_600;
    const YEAR: i64 = 365 * 24 * HOUR;
    let mut dice = Dice::thrown("clock jumps");
    let disk = Disk::new();
    let (mut house, mut kept) = (House::new(BOARDS, Some(&disk)).await, Kept::default());
    let server = house.serve();
    let jumps = times(JUMPS.0, JUMPS.1);
    for jump in 0..jumps {
        // Summer time both ways, a battery that ran out, a hand that slipped.
        disk.set_clock(*dice.one_of(&[0, HOUR, -HOUR, -24 * HOUR, -10 * YEAR]));
        // To a clock that jumps somebody may have done nothing for an hour, and is signed out; what they wrote is kept.
        let cookie = server.chair().await;
        house.desks.iter_mut().for_each(|desk| desk.come_back(&cookie));
        house.write_more(&server, 2).await;
        everybody_reads(&house, &server).await;
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("jump {jump}: {what}"));
    }
    // A sign-in ends with its time, as soon as the clock says so.
    disk.set_clock(20 * YEAR);
    let console = format!("/socket/conference/{CONFERENCE}");
    assert!(crate::common::is_turned_away(&server, &console, house.desks[0].cookie()).await);
    assert!(house.desks.iter().all(Desk::shows_what_is_saved) && house.says_no_panic());
    println!("the clock jumped {jumps} times; {} lines are in their order", house.saved());
}
