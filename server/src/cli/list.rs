//! `hearth list`: the conferences in a data folder.
//!
//! Deliberately not here: names of children. A list is read over shoulders.

use serde::Serialize;

use super::say;
use crate::data::Data;
use crate::journal;

/// One conference, for programs.
#[derive(Serialize)]
struct Line {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    date: String,
    framework: String,
    demo: bool,
}

pub(super) async fn run(data: &Data, json: bool) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let mut lines = Vec::new();
    for row in store.conferences().await? {
        if row.erased {
            continue;
        }
        let record = journal::open(store.as_ref(), &row.id).await?.state.record;
        lines.push(Line {
            id: row.id.to_string(),
            kind: record.conference.kind.code(),
            date: record.conference.date.to_string(),
            framework: record.framework.id,
            demo: record.conference.demo,
        });
    }
    lines.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.id.cmp(&b.id)));
    if json {
        say(&serde_json::to_string_pretty(&lines)?);
    } else {
        for line in lines {
            say(&format!("{}\t{}\t{}\t{}", line.id, line.kind, line.date, line.framework));
        }
    }
    Ok(store.close().await?)
}
