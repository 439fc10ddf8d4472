//! The checks before finishing as a console reads them.
//!
//! A check speaks of the whole record. What it would say to a minute taker about something that is the chair's alone is not said; that
//! there is something to settle is.
//!
//! Deliberately not here: how a check comes out ([`crate::checks`]), and anybody who does not sit at a console: they have no checks.

use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::checks::{Finding, Found, found};
use crate::scan::{banned_for, found_in};
use crate::state::State;
use crate::view::file::Reader;
use crate::view::may_see_action;

/// What stands in the place of words that are the chair's alone.
const ONLY_THE_CHAIR: &str = "The chair has something to settle here that is for the chair alone.";

/// Every check, and whether the record can be approved now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecksView {
    /// The checks, in the order of their list.
    pub found: Vec<Found>,
}

impl ChecksView {
    /// The checks that stop the approval.
    pub fn stopping(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(|found| found.stops())
    }
}

/// The checks of a conference for a console; none for anybody else.
pub fn checks_view(state: &State, audience: &Audience) -> ChecksView {
    if !Reader::of(state, audience).is_at_console() {
        return ChecksView { found: Vec::new() };
    }
    let all = found(state);
    if *audience == Audience::Chair {
        return ChecksView { found: all };
    }
    let banned = banned_for(state, audience);
    let hidden: Vec<&str> = state
        .record
        .plan
        .iter()
        .filter(|action| !may_see_action(state, audience, action))
        .map(|action| action.what.as_str())
        .collect();
    let is_hidden =
        |words: &str| !found_in(words, banned.iter()).is_empty() || hidden.iter().any(|hidden| words.contains(hidden));
    let tell = |finding: Finding| {
        if is_hidden(&finding.words) { Finding { words: ONLY_THE_CHAIR.to_owned(), ..finding } } else { finding }
    };
    let tell_all = |found: Found| Found { findings: found.findings.into_iter().map(tell).collect(), ..found };
    ChecksView { found: all.into_iter().map(tell_all).collect() }
}
