//! The power goes: the program dies, and of what it wrote and did not wait for the disk to have, any part is gone, torn
//! where sectors end. What anybody was told is saved is there afterwards.
//!
//! Deliberately with a disk that lies beside it: if nothing were lost there either, this could not see a loss.

use crate::dice::{Dice, times};
use crate::disk::Disk;
use crate::house::House;
use crate::kept::Kept;

/// How often the power goes in `make test`. The README says how to ask for more.
const LOSSES: u64 = 20;
const MORE_LOSSES: &str = "HEARTH_POWER_LOSSES";
const TO_A_FOLDER: u64 = 50;
/// How often it goes at most before a disk that lies has lost something.
const LIES: u64 = 50;
const BOARDS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn whenever_the_power_goes_what_was_called_saved_is_there_once_and_in_order() {
    let mut dice = Dice::thrown("power losses");
    let losses = times(MORE_LOSSES, LOSSES);
    let (mut left, mut saved, mut at_risk, mut taken_back, mut torn) = (losses, 0, 0, 0, 0_u64);
    while left > 0 {
        let here = left.min(TO_A_FOLDER);
        left -= here;
        let disk = Disk::new();
        let (mut house, mut kept) = (House::new(BOARDS, Some(&disk)).await, Kept::default());
        for number in 0..here {
            let mut server = house.serve();
            house.write_until_power_goes(&mut server, &disk, &mut dice).await;
            let loss = disk.take_back(&house.data(), &mut dice);
            at_risk += loss.at_risk;
            taken_back += loss.taken_back;
            torn += u64::from(loss.taken_back > 0 && loss.taken_back < loss.at_risk);
            kept.holds(&house.data(), &house.desks).await.unwrap_or_else(|what| panic!("power loss {number}: {what}"));
        }
        let server = house.serve();
        house.write_more(&server, 3).await;
        assert!(disk.syncs() > 0, "the program is on this disk");
        assert!(house.desks.iter().all(crate::desk::Desk::shows_what_is_saved));
        assert!(house.says_no_panic());
        saved += house.saved();
    }
    println!(
        "{losses} power losses, {torn} of them in the middle of a write; {at_risk} sectors were not safe yet, {taken_back} were lost"
    );
    println!("{saved} lines were called saved, and none is lost");
    assert!(taken_back > 0, "something was on its way when the power went");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_lies_loses_what_was_called_saved_and_this_test_sees_it() {
    let mut dice = Dice::thrown("a lying disk");
    let disk = Disk::new();
    let (mut house, mut kept) = (House::new(BOARDS, Some(&disk)).await, Kept::default());
    disk.order("lie");
    for number in 1..=LIES {
        let mut server = house.serve();
        house.write_until_power_goes(&mut server, &disk, &mut dice).await;
        disk.take_back(&house.data(), &mut dice);
        if let Err(what) = kept.holds(&house.data(), &house.desks).await {
            println!("power loss {number} on a disk that lies: {what}");
            return;
        }
    }
    panic!("a disk that lies lost nothing in {LIES} power losses: this test is blind");
}
