//! The server ends and begins again in the middle of a conference, politely and not, with a room full of devices: nobody has
//! to load a page again, everything that was called saved is there, and everybody sees it.
//!
//! Deliberately not here: how long a browser waits before it tries again (`app/src/live`), and pages that are older than
//! the server (`end2end`). These devices try again at once, which is harder.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::time::timeout;

use crate::crowd::{Watched, ended};
use crate::desk::{Desk, Socket};
use crate::dice::{Dice, times};
use crate::house::{Ends, House};
use crate::kept::Kept;

/// How many restarts; every other one is polite.
const RESTARTS: (&str, u64) = ("HEARTH_RESTARTS", 6);
const BOARDS: usize = 5;
/// How many devices watch each board.
const WATCHING: usize = 39;
/// How long it may take until the last device sees everything again, in which something has gone wrong otherwise.
const BACK: Duration = Duration::from_mins(1);

/// Every device of every board, once it is shown everything that was called saved there.
async fn gather(house: &House, cookies: &[String], address: &str) -> Vec<Socket> {
    let boards: Vec<Watched> =
        house.desks.iter().zip(cookies).map(|(desk, cookie)| Watched::at(desk, cookie)).collect();
    let crowd = boards.iter().flat_map(|board| std::iter::repeat_n(board, WATCHING));
    let back = crowd.map(|board| board.by_a_device(address));
    timeout(BACK, join_all(back)).await.expect("every device sees everything")
}

#[tokio::test(flavor = "multi_thread")]
async fn however_often_the_server_begins_again_everybody_goes_on_with_the_page_they_have() {
    let mut dice = Dice::thrown("restarts");
    let restarts = times(RESTARTS.0, RESTARTS.1);
    let (mut house, mut kept) = (House::new(BOARDS, None).await, Kept::default());
    let mut server = house.serve();
    let address = server.address.clone();
    // Each board's devices have a sign-in of their own: nobody has two hundred pages open.
    let cookies = join_all((0..BOARDS).map(|_| server.chair())).await;
    house.write_more(&server, 3).await;
    let mut crowd = gather(&house, &cookies, &address).await;
    let mut slowest = Duration::ZERO;
    for restart in 0..restarts {
        let (ends, word) = if restart % 2 == 0 { (Ends::Asked, Some(1012)) } else { (Ends::Struck, None) };
        house.write_until(ends, &mut server, &mut dice).await;
        let heard = timeout(BACK, join_all(crowd.into_iter().map(ended))).await.expect("every connection ends");
        assert!(heard.iter().all(|heard| *heard == word), "restart {restart}: {heard:?}");
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("restart {restart}: {what}"));
        server = house.serve_at(&address);
        let begun = Instant::now();
        house.write_more(&server, 3).await;
        crowd = gather(&house, &cookies, &address).await;
        slowest = slowest.max(begun.elapsed());
    }
    assert_eq!(house.waiting(), 0, "in the end everything is saved");
    assert!(house.desks.iter().all(Desk::shows_what_is_saved) && house.says_no_panic());
    println!(
        "{restarts} restarts with {} devices, {} lines saved and none lost",
        BOARDS * (WATCHING + 1),
        house.saved()
    );
    println!("after the slowest, the last device saw everything again in {} ms", slowest.as_millis());
}
