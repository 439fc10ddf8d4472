//! Another program holds the database for itself, as a careless copy or a virus scanner does: people go on writing, are not
//! told that anything is saved, and when it lets go everything is, once and in its order.
//!
//! Deliberately by the lock itself and no imitation of it. PostgreSQL waits for nobody in this way.

use std::time::Duration;

use futures_util::future::join_all;
use sqlx::{Connection as _, SqliteConnection};

use crate::desk::Desk;
use crate::dice::{Dice, times};
use crate::house::House;
use crate::kept::Kept;

const BOARDS: usize = 3;
const LOCKS: (&str, u64) = ("HEARTH_LOCKS", 3);
/// A second, three, ten; and longer than the server waits by itself.
const SECONDS: [u64; 4] = [1, 3, 10, 30];

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_locked_nothing_is_called_saved_and_afterwards_everything_is() {
    let mut dice = Dice::thrown("locks");
    let (mut house, mut kept) = (House::new(BOARDS, None).await, Kept::default());
    let server = house.serve();
    let locks = times(LOCKS.0, LOCKS.1);
    for lock in 0..locks {
        house.write_more(&server, 2).await;
        let seconds =
            if locks > LOCKS.1 { *dice.one_of(&SECONDS) } else { SECONDS[usize::try_from(lock % 2).unwrap()] };
        let saved = house.saved();
        let address = format!("sqlite://{}", house.data().join("hearth.db").display());
        let mut other = SqliteConnection::connect(&address).await.unwrap();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
        let locked = tokio::time::timeout(
            // How long it is locked is the fault.
            Duration::from_secs(seconds),
            join_all(house.desks.iter_mut().map(async |desk| while !desk.write(&server.address, usize::MAX).await {})),
        );
        assert!(locked.await.is_err(), "they go on trying");
        assert_eq!(house.saved(), saved, "nothing is called saved");
        assert!(house.waiting() > 0, "and what they wrote is kept");
        sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
        other.close().await.unwrap();
        house.write_more(&server, 2).await;
        assert_eq!(house.waiting(), 0);
        kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("lock {lock}: {what}"));
    }
    assert!(house.desks.iter().all(Desk::shows_what_is_saved) && house.says_no_panic());
    println!("the database was locked {locks} times; {} lines were called saved, and none is lost", house.saved());
}
