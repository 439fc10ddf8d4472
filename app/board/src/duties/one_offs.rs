//! Bank holidays that were moved or added for once, as data: a jubilee, a coronation, a state funeral.
//!
//! Deliberately not here: those of every year. An authority adds a new one to its file and needs no new Hearth.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::Nation;
use super::holidays::{self, Holiday};
use crate::framework::Problem;

/// The days on which it was different for once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneOffs {
    /// The last year whose bank holidays have been announced.
    pub announced_to: i16,
    /// Bank holidays that were had on another day.
    #[serde(default)]
    pub moved: Vec<Moved>,
    /// Bank holidays that were added.
    #[serde(default)]
    pub added: Vec<Added>,
}

/// A bank holiday had on another day for once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The day it would have been by rule.
    pub from: Date,
    /// The day it was had.
    pub to: Date,
    /// What it is called.
    pub name: String,
    /// Where.
    #[serde(default = "everywhere")]
    pub nations: Vec<Nation>,
}

/// A bank holiday added for once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// The day.
    pub on: Date,
    /// What it is called.
    pub name: String,
    /// Where.
    #[serde(default = "everywhere")]
    pub nations: Vec<Nation>,
}

fn everywhere() -> Vec<Nation> {
    Nation::ALL.to_vec()
}

impl OneOffs {
    /// Those that come with Hearth.
    ///
    /// # Errors
    /// Every problem with the file; a test keeps the shipped one without any.
    pub fn shipped() -> Result<Self, Vec<Problem>> {
        Self::parse(include_str!("../../duties/holidays/one-offs.toml"))
    }

    /// Reads them from TOML.
    ///
    /// # Errors
    /// Every problem found, each with its path.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let read: Self = toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
        let problems = read.problems();
        if problems.is_empty() { Ok(read) } else { Err(problems) }
    }

    /// A day can only be moved from where a bank holiday is.
    fn problems(&self) -> Vec<Problem> {
        let wrong = |moved: &Moved| {
            let is_holiday =
                |nation: &Nation| holidays::by_rule(*nation, moved.from.year()).iter().any(|day| day.on == moved.from);
            !moved.nations.iter().all(is_holiday)
        };
        self.moved
            .iter()
            .enumerate()
            .filter(|(_, moved)| wrong(moved))
            .map(|(index, moved)| {
                Problem::new(format!("moved[{index}].from"), format!("{} is not a bank holiday there", moved.from))
            })
            .collect()
    }

    /// Changes the bank holidays of a year as they were changed for once.
    pub(super) fn apply(&self, nation: Nation, year: i16, days: &mut Vec<Holiday>) {
        let moved = self.moved.iter().filter(|moved| moved.nations.contains(&nation));
        for Moved { from, to, name, .. } in moved {
            days.retain(|day| day.on != *from);
            if to.year() == year {
                days.push(Holiday::new(*to, name));
            }
        }
        let added = self.added.iter().filter(|added| added.nations.contains(&nation) && added.on.year() == year);
        days.extend(added.map(|added| Holiday::new(added.on, &added.name)));
    }
}
