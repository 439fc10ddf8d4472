//! A disk that has no room for certificates: what would have none is not erased.
//!
//! Deliberately the disk of the certificates alone: on a full database nothing is erased anyway.

use std::process::Command as Process;

use crate::common::CONFERENCE;
use crate::common::house::House;
use crate::disk::Disk;

#[test]
fn nothing_is_erased_while_there_is_no_room_for_its_certificate() {
    let (house, disk) = (House::demo(), Disk::new());
    let certificates = house.data().join("certificates");
    std::fs::create_dir(&certificates).unwrap();
    let environment = disk.under(&certificates);
    let erase = || {
        let data = house.path("data");
        let mut hearth = Process::new(env!("CARGO_BIN_EXE_hearth"));
        hearth.args(["erase", CONFERENCE, "--because", "reference 1", "--data", &data]);
        let output = hearth.env_remove("DATABASE_URL").envs(environment.iter().cloned()).output().unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    disk.order("full");
    let (done, said) = erase();
    assert!(!done && said.contains("nothing was erased"), "{said}");
    assert_eq!(std::fs::read_dir(&certificates).unwrap().count(), 0, "what was begun is gone");
    house.done(&["export", CONFERENCE]);

    disk.order("");
    let (done, said) = erase();
    assert!(done, "{said}");
    let certificate = std::fs::read_to_string(certificates.join(format!("erasure-{CONFERENCE}.txt"))).unwrap();
    assert!(certificate.contains("reference 1"), "{certificate}");
    assert!(house.refused(&["export", CONFERENCE]).contains("was erased"));
}
