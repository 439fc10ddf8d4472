//! The list of checks, as data: which there are, how firmly each is asked, in which words, and where it is settled.
//!
//! Deliberately not here: what a check looks at.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::Level;
use crate::framework::Problem;

/// A check, by its id in the practice's own list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is an id of the list; its title and rule are in `checks/*.toml`")]
pub enum CheckId {
    V1,
    V2,
    V3,
    V4,
    V5,
    V6,
    V7,
    V8,
    V9,
    V10,
    V11,
    V12,
    V13,
    V14,
    V15,
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7,
    P8,
    P9,
    D1,
    D2,
    D3,
    D4,
    D5,
    A1,
    A2,
    A3,
    A4,
    A5,
    R1,
    R2,
    R3,
    R4,
    L1,
    L2,
}

impl CheckId {
    /// Every check there is.
    pub const ALL: [Self; 40] = [
        Self::V1,
        Self::V2,
        Self::V3,
        Self::V4,
        Self::V5,
        Self::V6,
        Self::V7,
        Self::V8,
        Self::V9,
        Self::V10,
        Self::V11,
        Self::V12,
        Self::V13,
        Self::V14,
        Self::V15,
        Self::P1,
        Self::P2,
        Self::P3,
        Self::P4,
        Self::P5,
        Self::P6,
        Self::P7,
        Self::P8,
        Self::P9,
        Self::D1,
        Self::D2,
        Self::D3,
        Self::D4,
        Self::D5,
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::L1,
        Self::L2,
    ];

    /// Its id as it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::V1 => "V1",
            Self::V2 => "V2",
            Self::V3 => "V3",
            Self::V4 => "V4",
            Self::V5 => "V5",
            Self::V6 => "V6",
            Self::V7 => "V7",
            Self::V8 => "V8",
            Self::V9 => "V9",
            Self::V10 => "V10",
            Self::V11 => "V11",
            Self::V12 => "V12",
            Self::V13 => "V13",
            Self::V14 => "V14",
            Self::V15 => "V15",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
            Self::P4 => "P4",
            Self::P5 => "P5",
            Self::P6 => "P6",
            Self::P7 => "P7",
            Self::P8 => "P8",
            Self::P9 => "P9",
            Self::D1 => "D1",
            Self::D2 => "D2",
            Self::D3 => "D3",
            Self::D4 => "D4",
            Self::D5 => "D5",
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::A3 => "A3",
            Self::A4 => "A4",
            Self::A5 => "A5",
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
            Self::L1 => "L1",
            Self::L2 => "L2",
        }
    }

    /// The check with this id.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }
}

/// Where on the record's pages a thing is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is a part of the record's pages by its name")]
pub enum Place {
    Involvement,
    Tools,
    Answers,
    Board,
    Plan,
    Statements,
    Grey,
    Earlier,
    Decisions,
    Attendance,
    Reports,
    CoreGroup,
    Duties,
    Copies,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its id.
    pub id: CheckId,
    /// How firmly it is asked.
    pub level: Level,
    /// What it is about, in a few words.
    pub title: String,
    /// The rule as a sentence.
    pub rule: String,
    /// Where it is settled.
    pub place: Place,
}

/// The checks of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// From which age on an advocate is always offered; younger children may be offered one too (source: Walsall, Norfolk).
    pub advocacy_age: i16,
    /// The age at which every sentence that a family reads should be readable.
    pub reading_age: u8,
    /// The checks, in the order they are shown.
    pub checks: Vec<Check>,
}

impl Checks {
    /// Reads a list from TOML.
    ///
    /// # Errors
    /// When it is not of its shape, or names a check twice.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let list: Self = toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
        let twice = |(at, check): (usize, &Check)| {
            let before = list.checks.iter().take(at).any(|other| other.id == check.id);
            before.then(|| Problem::new(format!("checks[{at}].id"), format!("'{}' is there twice", check.id.name())))
        };
        let problems: Vec<Problem> = list.checks.iter().enumerate().filter_map(twice).collect();
        if problems.is_empty() { Ok(list) } else { Err(problems) }
    }
}

/// The list that comes with Hearth.
///
/// # Errors
/// Every problem with the file; a test keeps the shipped one without any.
pub fn shipped() -> Result<&'static Checks, &'static [Problem]> {
    static SHIPPED: OnceLock<Result<Checks, Vec<Problem>>> = OnceLock::new();
    SHIPPED.get_or_init(|| Checks::parse(include_str!("../../checks/england.toml"))).as_ref().map_err(Vec::as_slice)
}
