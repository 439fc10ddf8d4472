//! `hearth purge`: what is due for review by the retention schedule, and the erasing of what a person has confirmed.
//!
//! Deliberately nothing is erased that was not confirmed by its id, is not due, or is on hold; and if one is not, none is. What was erased
//! before may be confirmed again: whatever was stopped then is finished.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context as _;
use board::id::ConferenceId;
use board::retention::{Facts, Review, Schedule};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use store::{ConferenceRow, Seq, Store};

use super::erase::{self, Ending, REQUEST};
use super::say;
use crate::certificate;
use crate::data::Data;
use crate::journal;
use crate::looked::{self, What, Who};

/// Why something was erased that was erased by an earlier Hearth, which noted nothing.
const BEFORE: &str = "It was erased before; why was not noted";

/// What was asked for.
pub(super) struct Asked<'a> {
    /// An authority's own schedule.
    pub(super) retention: Option<&'a Path>,
    /// What a person has looked at and confirmed.
    pub(super) confirmed: &'a [ConferenceId],
    /// Whether nothing shall be erased.
    pub(super) dry_run: bool,
    /// Where the certificates go.
    pub(super) certificates: Option<&'a Path>,
}

/// A conference and what is to be done with it.
struct Line<'a> {
    id: ConferenceId,
    review: Review<'a>,
    held: bool,
}

pub(super) async fn run(data: &Data, asked: &Asked<'_>) -> anyhow::Result<()> {
    let schedule = schedule(asked.retention)?;
    let store = data.open_existing().await?;
    looked::changes(store.as_ref(), Who::CommandLine, What::Reviewed, None, None).await?;
    let today = Offset::UTC.to_datetime(Timestamp::now()).date();
    let rows = store.conferences().await?;
    let lines = lines(store.as_ref(), &rows, &schedule).await?;
    let erased: Vec<&ConferenceId> = rows.iter().filter(|row| row.erased).map(|row| &row.id).collect();
    let certificates = data.certificates(asked.certificates);
    if asked.confirmed.is_empty() {
        for line in &lines {
            say(&line.words(today));
        }
        for id in erased.iter().filter(|id| !certificate::is_there(&certificates, id)) {
            let folder = certificates.display();
            say(&format!(
                "{id}\terased, and its certificate is not in {folder}: 'hearth purge --confirm {id}' writes it"
            ));
        }
        let due = lines.iter().filter(|line| line.due(today).is_some()).count();
        say(&format!("{due} due for review by the schedule '{}'. Nothing was erased.", schedule.title));
        return Ok(store.close().await?);
    }
    let endings = confirmed(&lines, &erased, asked.confirmed, today)?;
    if asked.dry_run {
        for Ending { id, rule, because: _ } in endings {
            say(&if erased.contains(&id) {
                format!("{id} was erased before; whatever is not finished of that would be")
            } else {
                format!("{id} would be erased under the rule '{rule}'")
            });
        }
    } else {
        erase::erase(store.as_ref(), &endings, &certificates).await?;
    }
    Ok(store.close().await?)
}

/// The authority's own schedule, or the one that comes with Hearth.
fn schedule(file: Option<&Path>) -> anyhow::Result<Schedule> {
    let parsed = match file {
        None => Schedule::shipped(),
        Some(file) => {
            let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
            Schedule::parse(&text)
        }
    };
    parsed.map_err(|problems| {
        let list = problems.iter().fold(String::new(), |list, problem| format!("{list}\n  {problem}"));
        anyhow::anyhow!("the retention schedule cannot be used, and nothing was erased. What is wrong with it:{list}")
    })
}

async fn lines<'a>(store: &dyn Store, rows: &[ConferenceRow], schedule: &'a Schedule) -> anyhow::Result<Vec<Line<'a>>> {
    let held: BTreeSet<ConferenceId> = store.holds().await?.into_iter().map(|hold| hold.conference).collect();
    let mut lines = Vec::new();
    for row in rows.iter().filter(|row| !row.erased) {
        let review = schedule.review(&facts(store, row).await?);
        lines.push(Line { held: held.contains(&row.id), id: row.id.clone(), review });
    }
    Ok(lines)
}

async fn facts(store: &dyn Store, row: &ConferenceRow) -> anyhow::Result<Facts> {
    let opened = journal::open(store, &row.id).await.with_context(|| format!("{} cannot be read", row.id))?;
    let before_the_last = Seq::from(u32::from(row.last_seq).saturating_sub(1));
    let last = store.events_since(&row.id, before_the_last).await?.pop();
    let last_ms = last.map_or(row.created_ms, |event| event.at_ms);
    let last = Timestamp::from_millisecond(last_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(Facts::of(&opened.state.record, Offset::UTC.to_datetime(last).date()))
}

/// What may be erased of what was confirmed: all of it, or nothing. What was erased before may be, for what is not finished of it.
fn confirmed<'a>(
    lines: &'a [Line<'a>],
    erased: &[&ConferenceId],
    confirmed: &'a [ConferenceId],
    today: Date,
) -> anyhow::Result<Vec<Ending<'a>>> {
    let checked = confirmed.iter().map(|id| {
        if erased.contains(&id) {
            return Ok(Ending { id, rule: REQUEST, because: BEFORE });
        }
        let line = lines.iter().find(|line| line.id == *id);
        let line = line.with_context(|| format!("there is no conference '{id}'. Nothing was erased"))?;
        anyhow::ensure!(!line.held, "{id} is on hold and must be kept. Nothing was erased");
        let rule = line.due(today).with_context(|| format!("{id} is not due for review. Nothing was erased"))?;
        Ok(Ending { id, rule: rule.0, because: rule.1 })
    });
    checked.collect()
}

impl Line<'_> {
    /// The rule, by key and title, under which a person may let this conference go today.
    fn due(&self, today: Date) -> Option<(&str, &str)> {
        match self.review {
            Review::On(day, rule) if day <= today => Some((&rule.key, &rule.title)),
            Review::Unknown(rule) => Some((&rule.key, &rule.title)),
            Review::On(_, _) | Review::Never => None,
        }
    }

    fn words(&self, today: Date) -> String {
        let held = if self.held { "\ton hold" } else { "" };
        match self.review {
            Review::On(day, rule) if day <= today => format!("{}\tdue since {day}\t{}{held}", self.id, rule.key),
            Review::On(day, rule) => format!("{}\tkept until {day}\t{}{held}", self.id, rule.key),
            Review::Unknown(rule) => format!("{}\tdue, the day is not known here\t{}{held}", self.id, rule.key),
            Review::Never => format!("{}\tkept, no rule is for it{held}", self.id),
        }
    }
}
