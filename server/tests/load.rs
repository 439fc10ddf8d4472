//! The load driver, on a load that is small enough for every day: it drives a real Hearth, and every edit reaches everybody
//! once and in order.
//!
//! Deliberately not here: how fast. That is printed for people, and never asserted.

use std::path::PathBuf;

use load::{Plan, Side};

#[tokio::test(flavor = "multi_thread")]
async fn every_edit_reaches_every_viewer_once_and_in_order() -> anyhow::Result<()> {
    let plan = Plan {
        hearth: PathBuf::from(env!("CARGO_BIN_EXE_hearth")),
        // The floor is the driver's own program, which is not built for this.
        floor: PathBuf::new(),
        boards: 2,
        viewers: 3,
        rate: 10,
        seconds: 1,
        joins: vec![60],
        steady: false,
        missed: 5,
        pin: false,
    };
    let measures = load::run(&plan, Side::Hearth).await?;
    let faults = measures.faults;
    assert_eq!((faults.lost, faults.doubled, faults.out_of_order), (0, 0, 0));
    assert_eq!(measures.deliveries, 2 * 3 * 10, "every edit, to everybody");
    assert!(measures.syncs > 0, "and each was waited for");
    assert!(measures.catch_up.is_some_and(|back| back.bytes > 0), "who was away comes back");
    Ok(())
}
