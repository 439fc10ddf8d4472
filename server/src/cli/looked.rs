//! `hearth looked`: who looked at what, the newest first.
//!
//! Deliberately not here: anything of what there was to see.

use board::id::ConferenceId;
use jiff::Timestamp;
use serde::Serialize;

use super::say;
use crate::data::Data;

/// One line, for programs.
#[derive(Serialize)]
struct Line {
    at: String,
    /// The name somebody signs in with.
    account: Option<String>,
    seat: Option<String>,
    conference: Option<String>,
    what: String,
    reason: Option<String>,
    /// The name of the account to which it was done.
    about: Option<String>,
}

pub(super) async fn run(data: &Data, conference: Option<&ConferenceId>, json: bool) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let accounts = store.accounts().await?;
    let name = |id: &store::AccountId| {
        let account = accounts.iter().find(|account| account.id == *id);
        account.map_or_else(|| id.to_string(), |account| account.name.clone())
    };
    let lines = store.who_looked(conference, u32::MAX).await?.into_iter().map(|line| Line {
        at: format!("{:.0}", Timestamp::from_millisecond(line.at_ms).unwrap_or(Timestamp::UNIX_EPOCH)),
        account: line.account.as_ref().map(name),
        seat: line.seat.map(|seat| seat.to_string()),
        conference: line.conference.map(|id| id.to_string()),
        what: line.what,
        reason: line.reason,
        about: line.about.as_ref().map(name),
    });
    if json {
        say(&serde_json::to_string_pretty(&lines.collect::<Vec<_>>())?);
    } else {
        for line in lines {
            let seat = line.seat.map(|seat| format!("seat {seat}"));
            let who = line.account.or(seat).unwrap_or_else(|| "command line".to_owned());
            let (conference, reason) = (line.conference.unwrap_or_default(), line.reason.unwrap_or_default());
            let about = line.about.unwrap_or_default();
            say(&format!("{}\t{who}\t{}\t{conference}\t{reason}\t{about}", line.at, line.what));
        }
    }
    Ok(store.close().await?)
}
