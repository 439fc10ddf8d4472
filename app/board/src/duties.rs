//! The duties of a conference: what must follow it or go before it, by which day, and how that day was counted.
//!
//! A [`Profile`] is the time limits of a place, as data; a [`Calendar`] knows its working days; a [`Timetable`] is both,
//! and turns the days things happened on into [`Duty`]s. A duty belongs to the conference it is counted from: whether the
//! second review came in time is a duty of the first review.
//!
//! Deliberately not here: a clock (the moment "now" is passed in), any number of days (they are in `duties/*.toml`), and
//! any judgement. A late conference may be right; then somebody says why.

use std::collections::BTreeMap;

use crate::framework::Problem;
use crate::record::ConferenceKind;

mod calendar;
mod count;
mod duty;
mod holidays;
mod limit;
mod milestone;
mod moment;
mod one_offs;
mod profile;
mod sentence;

pub use calendar::{Calendar, Nation};
pub use count::Count;
pub use duty::{Duty, Standing};
pub use holidays::Holiday;
pub use limit::{Limit, Order, Unit};
pub use milestone::Milestone;
pub use moment::{BadMoment, Moment};
pub use one_offs::{Added, Moved, OneOffs};
pub use profile::{Profile, Rule, shipped};

/// The time limits of a place and its working days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// The limits.
    pub profile: Profile,
    /// The working days.
    pub calendar: Calendar,
}

impl Timetable {
    /// A shipped place by its id ("england"), with the shipped holidays; nothing where no such place is shipped.
    ///
    /// # Errors
    /// Every problem with the files; a test keeps the shipped ones without any.
    pub fn shipped(id: &str) -> Option<Result<Self, Vec<Problem>>> {
        let file = shipped().iter().find(|file| file.id == id)?;
        Some(file.profile().and_then(|profile| {
            let calendar = Calendar::new(profile.nation, OneOffs::shipped()?);
            Ok(Self { profile, calendar })
        }))
    }

    /// A duty begins when what it is counted from has its day; until then nobody can say when it is due. Duties come in
    /// the order in which they are due.
    pub fn duties(&self, kind: ConferenceKind, dates: &BTreeMap<Milestone, Moment>, now: Moment) -> Vec<Duty> {
        let mut duties: Vec<Duty> = self
            .profile
            .rules
            .iter()
            .filter(|rule| rule.holds_for(kind))
            .filter_map(|rule| {
                let from = *dates.get(&rule.from)?;
                Some(self.duty(rule, from, dates.get(&rule.what).copied(), now))
            })
            .collect();
        duties.sort_by(|one, other| one.count.due.order(other.count.due));
        duties
    }

    /// One duty: the rule, counted from a moment, and how it stands now.
    pub fn duty(&self, rule: &Rule, from: Moment, met: Option<Moment>, now: Moment) -> Duty {
        let count = Count::new(rule.limit, rule.order, from, &self.calendar);
        let standing = Standing::of(count.due, met, now);
        Duty { rule: rule.clone(), from, count, met, standing }
    }
}
