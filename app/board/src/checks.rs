//! The checks before finishing: what is asked of a record before the chair approves it, each with its rule as a sentence.
//!
//! Which checks there are, how firmly each is asked and in which words is data (`checks/*.toml`); what each looks at is here. Source: the
//! questions auditors ask (Norfolk, Cambridgeshire, Essex), restated. Deliberately not here: any judgement of a family.

use serde::{Deserialize, Serialize};

use crate::id::ChildId;
use crate::matter::SetAside;
use crate::state::State;

mod copies;
mod decision;
mod list;
mod meeting;
mod plan;
mod vague;
mod voice;

pub use list::{Check, CheckId, Checks, Place, shipped};
pub use meeting::duties;
pub use plan::{Challenge, challenges};

/// How firmly a thing is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// It is said.
    Info,
    /// The chair settles it, or sets it aside with a reason.
    Warn,
    /// The record cannot be approved before it is settled.
    Block,
}

/// One thing that a check has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found, in plain words, for those at a console.
    pub words: String,
    /// The child it is about, where it is about one.
    pub child: Option<ChildId>,
    /// How firmly this is asked, where it is otherwise than the check.
    pub level: Option<Level>,
    /// A thing that is still to come and does not make the check fail.
    pub note: bool,
}

impl Finding {
    fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), child: None, level: None, note: false }
    }

    fn about(self, child: &ChildId) -> Self {
        Self { child: Some(child.clone()), ..self }
    }

    fn asked(self, level: Level) -> Self {
        Self { level: Some(level), ..self }
    }

    fn still_due(self) -> Self {
        Self { note: true, ..self }
    }
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing was found.
    Pass,
    /// Something is said.
    Info,
    /// Something is to be settled or set aside.
    Warn,
    /// Something stops the approval.
    Fail,
}

impl Outcome {
    /// The outcome in a word.
    pub fn words(self) -> &'static str {
        match self {
            Self::Pass => "Settled",
            Self::Info => "Worth a look",
            Self::Warn => "Settle it, or say why not",
            Self::Fail => "Must be settled first",
        }
    }

    /// The outcome's name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The check.
    pub check: Check,
    /// What it found, in the record's order.
    pub findings: Vec<Finding>,
    /// Why the chair set its warning aside.
    pub set_aside: Option<String>,
}

impl Found {
    /// A check comes out as the firmest of its findings; what is still to come does not count.
    pub fn outcome(&self) -> Outcome {
        let levels =
            self.findings.iter().filter(|found| !found.note).map(|found| found.level.unwrap_or(self.check.level));
        match levels.max() {
            None => Outcome::Pass,
            Some(Level::Info) => Outcome::Info,
            Some(Level::Warn) => Outcome::Warn,
            Some(Level::Block) => Outcome::Fail,
        }
    }

    /// A warning that was set aside with a reason is settled; what must be settled first cannot be set aside.
    pub fn stops(&self) -> bool {
        match self.outcome() {
            Outcome::Pass | Outcome::Info => false,
            Outcome::Warn => self.set_aside.is_none(),
            Outcome::Fail => true,
        }
    }
}

/// What every check finds in a conference as it is now, in the order of their list.
pub fn found(state: &State) -> Vec<Found> {
    let Ok(checks) = shipped() else {
        return Vec::new();
    };
    checks.checks.iter().map(|check| look(state, checks, check)).collect()
}

fn look(state: &State, checks: &Checks, check: &Check) -> Found {
    let aside = state.record.all::<SetAside>().find(|aside| aside.check == check.id.name());
    Found {
        check: check.clone(),
        findings: rule(state, checks, check.id),
        set_aside: aside.map(|aside| aside.reason.clone()),
    }
}

/// The rule of each check.
fn rule(state: &State, checks: &Checks, id: CheckId) -> Vec<Finding> {
    match id {
        CheckId::V1 => voice::heard(state),
        CheckId::V2 => voice::known_how(state),
        CheckId::V3 => voice::answered(state),
        CheckId::V4 => voice::told(state),
        CheckId::V5 => voice::each_for_themselves(state),
        CheckId::V6 => voice::meaning_apart(state),
        CheckId::V7 => voice::exact(state),
        CheckId::V8 => voice::chosen(state),
        CheckId::V9 => voice::override_explained(state),
        CheckId::V10 => voice::code_fits(state),
        CheckId::V11 => voice::advocate_offered(state, checks),
        CheckId::V12 => voice::chair_met(state),
        CheckId::V13 => voice::made_to_fit(state),
        CheckId::V14 => voice::translated(state),
        CheckId::V15 => voice::wish_considered(state),
        CheckId::P1 => plan::can_be_checked(state),
        CheckId::P2 => plan::fear_answered(state),
        CheckId::P3 => plan::grey_ends(state),
        CheckId::P4 => plan::contingency(state),
        CheckId::P5 => plan::about_the_child(state),
        CheckId::P6 => plan::real_days(state),
        CheckId::P7 => plan::plain(state),
        CheckId::P8 => plan::last_plan_walked(state),
        CheckId::P9 => plan::both_parents(state),
        CheckId::D1 => decision::with_reasons(state),
        CheckId::D2 => decision::category_fits(state),
        CheckId::D3 => decision::each_agency(state),
        CheckId::D4 => decision::disagreement_kept(state),
        CheckId::D5 => decision::family_heard(state),
        CheckId::A1 => meeting::quorum(state),
        CheckId::A2 => meeting::reports(state),
        CheckId::A3 => meeting::core_group(state),
        CheckId::A4 => meeting::review_in_time(state),
        CheckId::A5 => meeting::conference_in_time(state),
        CheckId::R1 => copies::nothing_kept_back(state),
        CheckId::R2 => copies::nobody_found(state),
        CheckId::R3 => copies::no_other_child(state),
        CheckId::R4 => copies::settled(state),
        CheckId::L1 => decision::plain_for_family(state, checks),
        CheckId::L2 => voice::pictures_described(state),
    }
}
