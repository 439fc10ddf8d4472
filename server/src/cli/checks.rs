//! `hearth checks`: what is asked of a record before the chair approves it, as the page says it.
//!
//! Deliberately not here: setting anything aside. That is the chair's, at the page.

use anyhow::Context as _;
use board::checks::{Found, Level, found};
use board::id::{ChildId, ConferenceId};
use serde::Serialize;

use super::say;
use crate::data::Data;
use crate::journal;
use crate::looked::{self, What, Who};

/// One check, for programs.
#[derive(Serialize)]
struct Line<'a> {
    id: &'static str,
    outcome: &'static str,
    level: Level,
    title: &'a str,
    findings: Vec<Finding<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<&'a str>,
}

/// One thing that a check has found.
#[derive(Serialize)]
struct Finding<'a> {
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    child: Option<&'a ChildId>,
    /// Still to come; it does not make the check fail.
    note: bool,
}

pub(super) async fn run(data: &Data, conference: &ConferenceId, json: bool) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let opened = journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("the conference '{conference}' was not checked"))?;
    looked::write(store.as_ref(), Who::CommandLine, conference, What::Record).await?;
    let all = found(&opened.state);
    if json {
        say(&serde_json::to_string_pretty(&all.iter().map(line).collect::<Vec<_>>())?);
    } else {
        for found in &all {
            say(&text(found));
        }
    }
    Ok(store.close().await?)
}

fn line(found: &Found) -> Line<'_> {
    Line {
        id: found.check.id.name(),
        outcome: found.outcome().code(),
        level: found.check.level,
        title: &found.check.title,
        findings: found
            .findings
            .iter()
            .map(|one| Finding { words: &one.words, child: one.child.as_ref(), note: one.note })
            .collect(),
        set_aside: found.set_aside.as_deref(),
    }
}

/// Id, outcome and title, with tabs between them, and under them what was found.
fn text(found: &Found) -> String {
    let mut lines = vec![format!("{}\t{}\t{}", found.check.id.name(), found.outcome().code(), found.check.title)];
    lines.extend(found.findings.iter().map(|finding| format!("\t{}", finding.words)));
    lines.extend(found.set_aside.iter().map(|reason| format!("\tSet aside: {reason}")));
    lines.join("\n")
}
