//! The checks before finishing, on both demonstrations: which pass, which warn, which stop the approval.
//!
//! Deliberately not here: each rule by itself. Those stories are in `rules/`.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

use board::checks::{CheckId, Found, Outcome, found, shipped};
use common::{demo, state_of};

/// How each of these checks came out.
fn outcomes(demo_name: &str) -> Vec<Found> {
    found(&state_of(&demo(demo_name)))
}

fn outcome(found: &[Found], id: CheckId) -> Outcome {
    found.iter().find(|found| found.check.id == id).unwrap().outcome()
}

#[test]
fn the_shipped_list_holds_every_check_once() {
    let mut ids: Vec<CheckId> = shipped().unwrap().checks.iter().map(|check| check.id).collect();
    ids.sort();
    assert_eq!(ids, CheckId::ALL);
}

#[test]
fn the_first_conference_comes_out_as_its_story_says() {
    let found = outcomes("1-initial");
    let expected = [
        (CheckId::V1, Outcome::Pass),
        (CheckId::V3, Outcome::Fail),
        (CheckId::V8, Outcome::Pass),
        (CheckId::V10, Outcome::Pass),
        (CheckId::V14, Outcome::Pass),
        (CheckId::P1, Outcome::Fail),
        (CheckId::P9, Outcome::Pass),
        (CheckId::D1, Outcome::Pass),
        (CheckId::D2, Outcome::Pass),
        (CheckId::D3, Outcome::Pass),
        (CheckId::D4, Outcome::Pass),
        (CheckId::D5, Outcome::Pass),
        (CheckId::A1, Outcome::Pass),
        (CheckId::A2, Outcome::Warn),
        (CheckId::A5, Outcome::Pass),
        (CheckId::R1, Outcome::Pass),
        (CheckId::R2, Outcome::Pass),
        (CheckId::R3, Outcome::Pass),
    ];
    for (id, outcome) in expected {
        assert_eq!(self::outcome(&found, id), outcome, "{id:?}: {:#?}", said(&found, id));
    }
}

#[test]
fn the_second_conference_comes_out_as_its_story_says() {
    let found = outcomes("2-review");
    let expected = [
        (CheckId::V10, Outcome::Warn),
        (CheckId::V14, Outcome::Pass),
        (CheckId::D4, Outcome::Pass),
        (CheckId::P1, Outcome::Pass),
        (CheckId::P8, Outcome::Pass),
        (CheckId::D5, Outcome::Pass),
        (CheckId::L1, Outcome::Warn),
    ];
    for (id, outcome) in expected {
        assert_eq!(self::outcome(&found, id), outcome, "{id:?}: {:#?}", said(&found, id));
    }
    assert_eq!(said(&found, CheckId::D4), ["The form for the formal dissent of Ricardo is still due."]);
}

fn said(found: &[Found], id: CheckId) -> Vec<String> {
    let found = found.iter().find(|found| found.check.id == id).unwrap();
    found.findings.iter().map(|finding| finding.words.clone()).collect()
}
