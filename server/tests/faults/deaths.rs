//! The server is killed at any moment, under load at several boards: what anybody was told is saved is there afterwards.
//!
//! Deliberately no proof against a power cut (`power`): the system's memory outlives the process. Browsers that go on
//! without a reload are in `end2end`.

use std::time::{Duration, Instant};

use crate::dice::{Dice, times};
use crate::house::{Ends, House};
use crate::kept::Kept;

/// How many times the server dies in `make test`. The README says how to ask for more.
const DEATHS: u64 = 30;
const MORE_DEATHS: &str = "HEARTH_DEATHS";
/// So many to a folder: a folder that came back must come back again.
const TO_A_FOLDER: u64 = 50;
const BOARDS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn whenever_the_server_is_killed_what_was_called_saved_is_there_once_and_in_order() {
    let mut dice = Dice::thrown("deaths");
    let deaths = times(MORE_DEATHS, DEATHS);
    let (mut left, mut saved, mut busy, mut slowest) = (deaths, 0, 0, Duration::ZERO);
    while left > 0 {
        let here = left.min(TO_A_FOLDER);
        left -= here;
        let (mut house, mut kept) = (House::new(BOARDS, None).await, Kept::default());
        for death in 0..here {
            let begun = Instant::now();
            let mut server = house.serve();
            slowest = slowest.max(begun.elapsed());
            house.write_until(Ends::Struck, &mut server, &mut dice).await;
            busy += u64::from(house.waiting() > 0);
            kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("death {death}: {what}"));
        }
        let server = house.serve();
        house.write_more(&server, 3).await;
        assert_eq!(house.waiting(), 0, "in the end everything is saved");
        assert!(house.desks.iter().all(crate::desk::Desk::shows_what_is_saved), "and shown, once");
        assert!(house.says_no_panic());
        drop(server);
        kept.holds(&house.data(), &house.desks).await.unwrap();
        saved += house.saved();
    }
    println!(
        "{deaths} deaths, {busy} of them while lines were on their way; {saved} lines were called saved, and none is lost"
    );
    println!("the slowest start after a death took {} ms", slowest.as_millis());
    assert!(busy * 2 > deaths, "the server mostly died while people wrote");
}
