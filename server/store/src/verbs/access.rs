//! The verbs of access.
//!
//! Deliberately plain: who may do what is decided before anything comes here.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::access::{Access, Accesses, Looked, Member, Pass, Team};
use crate::canon::Canon;
use crate::fault::fault;
use crate::seal::Sealed;
use crate::sql::{Connection, Row};
use crate::verbs::SqlStore;
use crate::verbs::head::Head;
use crate::{AccountId, Sensitive, StoreError};

const ADD_TEAM: &str = "insert into team (team, name) values ($1, $2)";
const TEAMS: &str = "select team, name from team order by team";
const LEAVE: &str = "delete from team_member where account = $1";
const ENTER: &str = "insert into team_member (account, team, manages) values ($1, $2, $3)";
const MEMBER: &str = "select account, team, manages from team_member where account = $1";
const MEMBERS: &str = "select account, team, manages from team_member order by account";
const SET_ROLE: &str = "update account set role = $2 where account = $1";

const ACCESS: &str = "select team, restricted from conference_access where conference = $1";
const NAMED: &str = "select account from conference_named where conference = $1 order by account";
const GIVE: &str = "\
insert into conference_access (conference, team, restricted) values ($1, $2, $3) \
on conflict (conference) do update set team = excluded.team";
const RESTRICT: &str = "\
insert into conference_access (conference, team, restricted) values ($1, null, $2) \
on conflict (conference) do update set restricted = excluded.restricted";
const NAME: &str = "insert into conference_named (conference, account) values ($1, $2) on conflict do nothing";
const UNNAME: &str = "delete from conference_named where conference = $1 and account = $2";

const LET_IN: &str = "\
insert into pass (pass, conference, account, team, at_ms, until_ms, reason, nonce, sealed) \
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const ENDS: &str = "select until_ms from pass where conference = $1 and account = $2 order by until_ms";
const UNSEEN: &str = "\
select pass, conference, account, team, at_ms, until_ms, reason, nonce, sealed, seen_ms from pass \
where seen_ms is null order by at_ms, pass";
const SEE: &str = "update pass set seen_ms = $2 where pass = $1 and seen_ms is null";

const LOOKED: &str = "\
insert into looked (looked, at_ms, account, seat, conference, what, reason, about) \
values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// The same columns for every way to ask who looked.
macro_rules! who_looked {
    ($rest:literal) => {
        concat!(
            "select looked, at_ms, account, seat, conference, what, reason, about from looked ",
            $rest,
            " order by at_ms desc, looked desc limit "
        )
    };
}

const WHO_LOOKED: &str = concat!(who_looked!(""), "$1");
const WHO_LOOKED_AT: &str = concat!(who_looked!("where conference = $1"), "$2");

#[async_trait]
impl Accesses for SqlStore {
    async fn add_team(&self, name: &str) -> Result<(), StoreError> {
        let (key, name) = (team_key(name), name.trim().to_owned());
        self.base
            .write(move |mut tx| {
                Box::pin(
                    async move { tx.query(ADD_TEAM).bind(key).bind(name).execute().await.map(drop).map_err(fault) },
                )
            })
            .await
    }

    async fn teams(&self) -> Result<Vec<Team>, StoreError> {
        let rows = self.base.reader().await?.query(TEAMS).fetch_all().await.map_err(fault)?;
        let read = |row: &Row| Ok(Team { key: row.get("team")?, name: row.get("name")? });
        rows.iter().map(read).collect::<Result<_, _>>().map_err(fault)
    }

    async fn set_member(&self, account: &AccountId, team: Option<(String, bool)>) -> Result<(), StoreError> {
        let account = account.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    tx.query(LEAVE).bind(account.as_str()).execute().await.map_err(fault)?;
                    if let Some((team, manages)) = team {
                        let enter = tx.query(ENTER).bind(account.as_str()).bind(team_key(&team)).bind(manages);
                        enter.execute().await.map_err(fault)?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn member(&self, account: &AccountId) -> Result<Option<Member>, StoreError> {
        let row = self.base.reader().await?.query(MEMBER).bind(account.as_str()).fetch_optional().await;
        row.map_err(fault)?.as_ref().map(member).transpose().map_err(fault)
    }

    async fn members(&self) -> Result<Vec<Member>, StoreError> {
        let rows = self.base.reader().await?.query(MEMBERS).fetch_all().await.map_err(fault)?;
        rows.iter().map(member).collect::<Result<_, _>>().map_err(fault)
    }

    async fn set_role(&self, account: &AccountId, role: &str) -> Result<(), StoreError> {
        let (account, role) = (account.clone(), role.to_owned());
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let set = tx.query(SET_ROLE).bind(account.as_str()).bind(role).execute().await.map_err(fault)?;
                    if set == 0 { Err(StoreError::NotFound) } else { Ok(()) }
                })
            })
            .await
    }

    async fn access(&self, conference: &ConferenceId) -> Result<Access, StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let said = snapshot.query(ACCESS).bind(conference.as_str()).fetch_optional().await.map_err(fault)?;
        let named = snapshot.query(NAMED).bind(conference.as_str()).fetch_all().await.map_err(fault)?;
        let named = named.iter().map(|row| row.id("account")).collect::<Result<_, _>>().map_err(fault)?;
        let Some(row) = said else {
            return Ok(Access { named, ..Access::default() });
        };
        Ok(Access { team: row.get("team").map_err(fault)?, restricted: row.get("restricted").map_err(fault)?, named })
    }

    async fn give_to_team(&self, conference: &ConferenceId, team: &str) -> Result<(), StoreError> {
        let (conference, team) = (conference.clone(), team_key(team));
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let give = tx.query(GIVE).bind(conference.as_str()).bind(team).bind(false);
                    give.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn restrict(&self, conference: &ConferenceId, restricted: bool) -> Result<(), StoreError> {
        let conference = conference.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let restrict = tx.query(RESTRICT).bind(conference.as_str()).bind(restricted);
                    restrict.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn name(&self, conference: &ConferenceId, account: &AccountId, may: bool) -> Result<(), StoreError> {
        let (conference, account) = (conference.clone(), account.clone());
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let name = tx.query(if may { NAME } else { UNNAME });
                    let name = name.bind(conference.as_str()).bind(account.as_str());
                    name.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn let_in(&self, pass: Pass, looked: Looked) -> Result<(), StoreError> {
        let master = Arc::clone(&self.master);
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    tx.hold(&pass.conference).await?;
                    let head = Head::find(&mut tx, &pass.conference).await?;
                    let key = head.key(&mut tx, &master).await?.ok_or(StoreError::Erased)?;
                    let because = pass.because.expose().as_bytes();
                    let Sealed { nonce, sealed } = key.seal(because, &bound(&pass.id, &pass.conference))?;
                    let keep = tx.query(LET_IN).bind(pass.id).bind(pass.conference.as_str());
                    let keep = keep.bind(pass.account.as_str()).bind(pass.team).bind(pass.at_ms).bind(pass.until_ms);
                    let keep = keep.bind(pass.reason).bind(nonce.as_slice()).bind(sealed);
                    keep.execute().await.map_err(fault)?;
                    write(&mut tx, looked).await
                })
            })
            .await
    }

    async fn pass_ends(&self, conference: &ConferenceId, account: &AccountId) -> Result<Vec<i64>, StoreError> {
        let mut reader = self.base.reader().await?;
        let rows = reader.query(ENDS).bind(conference.as_str()).bind(account.as_str()).fetch_all().await;
        rows.map_err(fault)?.iter().map(|row| row.get("until_ms")).collect::<Result<_, _>>().map_err(fault)
    }

    async fn passes_unseen(&self) -> Result<Vec<Pass>, StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let mut passes = Vec::new();
        for row in connection.query(UNSEEN).fetch_all().await.map_err(fault)? {
            let (id, conference): (String, ConferenceId) =
                (row.get("pass").map_err(fault)?, row.id("conference").map_err(fault)?);
            let head = Head::find(&mut connection, &conference).await?;
            let sealed = row.sealed().map_err(fault)?;
            let opened = head.key(&mut connection, &self.master).await?.and_then(|key| {
                key.open(&sealed, &bound(&id, &conference))
                    .and_then(|words| std::str::from_utf8(&words).ok().map(str::to_owned))
            });
            passes.push(read(&row, id, conference, opened.unwrap_or_default().into()).map_err(fault)?);
        }
        Ok(passes)
    }

    async fn see_pass(&self, pass: &str, at_ms: i64) -> Result<bool, StoreError> {
        let pass = pass.to_owned();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let seen = tx.query(SEE).bind(pass).bind(at_ms).execute().await.map_err(fault)?;
                    Ok(seen > 0)
                })
            })
            .await
    }

    async fn looked(&self, looked: Looked) -> Result<(), StoreError> {
        self.base.write(move |mut tx| Box::pin(async move { write(&mut tx, looked).await })).await
    }

    async fn who_looked(&self, conference: Option<&ConferenceId>, most: u32) -> Result<Vec<Looked>, StoreError> {
        let mut reader = self.base.reader().await?;
        let asked = match conference {
            None => reader.query(WHO_LOOKED),
            Some(conference) => reader.query(WHO_LOOKED_AT).bind(conference.as_str()),
        };
        let rows = asked.bind(i64::from(most)).fetch_all().await.map_err(fault)?;
        rows.iter().map(line).collect::<Result<_, _>>().map_err(fault)
    }
}

/// Writes a line within a transaction.
pub(super) async fn write(tx: &mut Connection<'_>, looked: Looked) -> Result<(), StoreError> {
    let keep = tx.query(LOOKED).bind(looked.id).bind(looked.at_ms);
    let keep = keep.bind(looked.account.map(|id| id.to_string())).bind(looked.seat.map(|id| id.to_string()));
    let keep = keep.bind(looked.conference.map(|id| id.to_string())).bind(looked.what).bind(looked.reason);
    let keep = keep.bind(looked.about.map(|id| id.to_string()));
    keep.execute().await.map(drop).map_err(fault)
}

/// A team's name as it is compared, as a sign-in name is.
fn team_key(name: &str) -> String {
    name.trim().to_lowercase().replace('\0', "\u{fffd}")
}

/// A reason opens only beside its own pass, and is erased with its conference.
fn bound(pass: &str, conference: &ConferenceId) -> Vec<u8> {
    Canon::new("hearth pass 1").text(pass).text(conference.as_str()).finish()
}

fn member(row: &Row) -> Result<Member, sqlx::Error> {
    Ok(Member { account: row.id("account")?, team: row.get("team")?, manages: row.get("manages")? })
}

fn read(row: &Row, id: String, conference: ConferenceId, because: Sensitive<String>) -> Result<Pass, sqlx::Error> {
    Ok(Pass {
        id,
        conference,
        account: row.id("account")?,
        team: row.get("team")?,
        at_ms: row.get("at_ms")?,
        until_ms: row.get("until_ms")?,
        reason: row.get("reason")?,
        because,
        seen_ms: row.get("seen_ms")?,
    })
}

fn line(row: &Row) -> Result<Looked, sqlx::Error> {
    Ok(Looked {
        id: row.get("looked")?,
        at_ms: row.get("at_ms")?,
        account: row.optional_id("account")?,
        seat: row.optional_id("seat")?,
        conference: row.optional_id("conference")?,
        what: row.get("what")?,
        reason: row.get("reason")?,
        about: row.optional_id("about")?,
    })
}
