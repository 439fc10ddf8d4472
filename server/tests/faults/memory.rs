//! The system gives the server no more memory, in the middle of a conference: it ends, as a killed one does, and nothing that
//! was called saved is lost.
//!
//! Deliberately no hope that it could go on: a program that has no memory for a text has none for an answer either. The
//! service manager starts it again (`server/deploy`), and pages connect by themselves (`restarts`).

use rustix::process::{Pid, Resource, Rlimit, prlimit};

use crate::common::Server;
use crate::desk::Desk;
use crate::dice::times;
use crate::house::House;
use crate::kept::Kept;
use crate::raw::{LAST, Raw, TEXT, announced};
use crate::system::space;

const SHORTAGES: (&str, u64) = ("HEARTH_SHORTAGES", 2);
const BOARDS: usize = 2;
/// So much more may it have than it has, in bytes.
const LEFT: u64 = 8 * 1024 * 1024;
/// How many devices say so much at once that it cannot be kept, and how much each says, in bytes.
const LOUD: usize = 60;
const LONG: usize = 900_000;

/// Devices say more and more, and never come to an end of it, until the server has ended.
async fn crowd(server: &Server, cookie: &str) {
    let mut loud = Vec::new();
    for _ in 0..LOUD {
        loud.push(Raw::console(server, cookie).await);
    }
    let most = Some(1024 * space(server) + LEFT);
    let pid = Pid::from_raw(i32::try_from(server.id()).unwrap());
    prlimit(pid, Resource::As, Rlimit { current: most, maximum: most }).unwrap();
    let mut beginning = announced(LAST | TEXT, 0x80, 1_000_000);
    beginning.extend(std::iter::repeat_n(b'a', LONG));
    for raw in &mut loud {
        raw.send(&beginning).await;
    }
    // The server ends all of them by ending itself.
    for raw in &mut loud {
        raw.hear().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_given_no_more_memory_ends_and_what_was_called_saved_is_there() {
    let shortages = times(SHORTAGES.0, SHORTAGES.1);
    let (mut house, mut kept) = (House::new(BOARDS, None).await, Kept::default());
    for shortage in 0..shortages {
        let mut server = house.serve();
        house.write_more(&server, 3).await;
        let (address, cookie) = (server.address.clone(), house.desks[0].cookie().to_owned());
        tokio::join!(crowd(&server, &cookie), house.write_until_it_ends(&address));
        assert!(!server.ended_well());
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("shortage {shortage}: {what}"));
    }
    let server = house.serve();
    house.write_more(&server, 3).await;
    assert_eq!(house.waiting(), 0, "in the end everything is saved");
    assert!(house.desks.iter().all(Desk::shows_what_is_saved));
    println!("{shortages} times there was no more memory; {} lines were called saved, and none is lost", house.saved());
}
