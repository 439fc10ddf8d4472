//! Wi-Fi that comes and goes under people who write on, also in the seconds in which nobody has noticed yet: every line is
//! saved exactly once, and at every moment the device knows which are not.
//!
//! Time runs 66 times faster than in a room: a heartbeat of five seconds is one of 75 ms, and flaps of up to 20 seconds are
//! of up to 300 ms. What the device keeps, sends again and lets go of is the browser's own rule (`board::replica`); when it
//! gives a connection up is the rule of `app/src/live/socket.rs`, said again here, because that one needs a browser.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::watch;
use tokio::time::{Instant, interval, sleep, timeout};

use crate::desk::{Desk, hear, ping};
use crate::dice::{Dice, times};
use crate::house::House;
use crate::kept::Kept;
use crate::proxy::{Mood, Proxy};

const FLAPS: (&str, u64) = ("HEARTH_FLAPS", 100);
/// Devices, each at a board of its own.
const DEVICES: usize = 5;
/// So many to a house: its boards stay as long as boards are, and are drawn in the time that a device waits here.
const TO_A_HOUSE: u64 = 500;
const HEARTBEAT: Duration = Duration::from_millis(75);
/// So many heartbeats may go unanswered before a connection counts as lost.
const MISSED: u32 = 2;
/// Somebody writes so often.
const WRITING: Duration = Duration::from_millis(20);
/// The longest flap, and the longest time between two, in milliseconds.
const LONGEST: u64 = 300;
const BETWEEN: u64 = 150;
/// How long it may take until everything is saved, once the network is there again.
const GRACE: Duration = Duration::from_mins(1);

/// What a device went through.
#[derive(Default)]
struct Went {
    /// How often it gave a connection up by itself.
    noticed: u32,
    /// How many lines were written while it was not connected, or did not know that it was not.
    at_risk: usize,
}

/// A device that writes on until the network has calmed down, and then until everything is saved.
async fn device(desk: &mut Desk, address: &str, calm: watch::Receiver<bool>) -> Went {
    let mut went = Went::default();
    let mut waited = None;
    while !(*calm.borrow() && desk.waiting() == 0) {
        if *calm.borrow() {
            let since = *waited.get_or_insert_with(Instant::now);
            assert!(since.elapsed() < GRACE, "everything is saved in the end");
        } else {
            // Written while there is no connection.
            desk.write_down();
            went.at_risk += 1;
        }
        let Ok(Some(mut socket)) = timeout(HEARTBEAT * (MISSED + 1), desk.connect(address)).await else { continue };
        let (mut beat, mut writing, mut missed) = (interval(HEARTBEAT), interval(WRITING), 0);
        loop {
            let there = tokio::select! {
                _ = writing.tick(), if !*calm.borrow() => {
                    went.at_risk += usize::from(missed > 1);
                    desk.say_next(&mut socket).await
                }
                _ = beat.tick() => {
                    missed += 1;
                    went.noticed += u32::from(missed > MISSED);
                    missed <= MISSED && ping(&mut socket).await
                }
                frame = hear(&mut socket) => match frame {
                    Some(frame) => {
                        missed = 0;
                        desk.take_in(frame);
                        !(*calm.borrow() && desk.waiting() == 0)
                    }
                    None => false,
                },
            };
            assert!(desk.knows_of_everything(), "no line is neither saved nor waiting");
            if !there {
                break;
            }
        }
    }
    went
}

/// The network before one device.
async fn network(proxy: &Proxy, mut dice: Dice, flaps: u64, calm: watch::Sender<bool>) {
    for _ in 0..flaps {
        // These waits are the fault: nothing else is waited for.
        sleep(Duration::from_millis(dice.below(BETWEEN))).await;
        let slow = Mood::Slow(Duration::from_millis(1 + dice.below(HEARTBEAT.as_millis().try_into().unwrap())));
        proxy.be(*dice.one_of(&[Mood::Hole, Mood::Hole, Mood::DeafUp, Mood::DeafDown, slow]));
        sleep(Duration::from_millis(dice.below(LONGEST))).await;
        if dice.in_a_hundred(50) {
            proxy.cut();
        }
        proxy.be(Mood::Open);
    }
    calm.send_replace(true);
}

/// What came of some flaps.
#[derive(Default)]
struct Flapped {
    flaps: u64,
    saved: usize,
    went: Went,
}

impl Flapped {
    fn and(self, more: Self) -> Self {
        Self {
            flaps: self.flaps + more.flaps,
            saved: self.saved + more.saved,
            went: Went {
                noticed: self.went.noticed + more.went.noticed,
                at_risk: self.went.at_risk + more.went.at_risk,
            },
        }
    }
}

/// A house whose devices all have networks that flap so often in all.
async fn house(dice: &mut Dice, flaps: u64) -> Flapped {
    let (mut house, mut kept) = (House::new(DEVICES, None).await, Kept::default());
    let server = house.serve();
    let each = flaps.div_ceil(u64::try_from(DEVICES).unwrap());
    let lives = house.desks.iter_mut().map(|desk| {
        let seed = dice.below(u64::MAX);
        let address = server.address.clone();
        async move {
            let proxy = Proxy::before(&address).await;
            let (calm, calmed) = watch::channel(false);
            let (went, ()) =
                tokio::join!(device(desk, &proxy.address, calmed), network(&proxy, Dice::loaded(seed), each, calm));
            Flapped { flaps: each, saved: 0, went }
        }
    });
    let flapped = join_all(lives).await.into_iter().fold(Flapped::default(), Flapped::and);
    assert_eq!(house.waiting(), 0);
    house.write_more(&server, 1).await;
    assert!(house.desks.iter().all(Desk::shows_what_is_saved) && house.says_no_panic());
    drop(server);
    kept.holds(&house.data(), &house.desks).await.unwrap();
    Flapped { saved: house.saved(), ..flapped }
}

#[tokio::test(flavor = "multi_thread")]
async fn however_the_network_flaps_every_line_is_saved_once_and_none_is_silently_not() {
    let mut dice = Dice::thrown("flaps");
    let (mut left, mut all) = (times(FLAPS.0, FLAPS.1), Flapped::default());
    while left > 0 {
        let here = left.min(TO_A_HOUSE);
        left -= here;
        all = all.and(house(&mut dice, here).await);
    }
    let Flapped { flaps, saved, went: Went { noticed, at_risk } } = all;
    println!("{flaps} flaps, {noticed} connections given up in silence; {at_risk} lines written without a connection");
    println!("{saved} lines in all, each saved once");
    assert!(noticed > 0 && at_risk > 0, "there were silences, and people wrote into them");
}
