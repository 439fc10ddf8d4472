//! What the pages about the house are given: accounts and teams, who may come to a conference, who looked.
//!
//! Deliberately not here: anything that a conference holds, but for a manager the reason that somebody gave for coming.

use app::failure::Failure;
use app::given::{
    AccessNow, AccessPage, AccountLine, ConferenceLine, InvitationLine, LookedLine, LookedPage, Notice, PeoplePage,
};
use app::here::Asked;
use board::id::ConferenceId;
use board::view::moment_in_words;
use jiff::Timestamp;
use store::Account;

use super::{Desk, told};
use crate::auth::invitation::reference;
use crate::auth::pass::{HOURS, Reason};
use crate::auth::reach::{Reach, reaches};
use crate::auth::rights::Right;
use crate::auth::role::Role;
use crate::auth::session::now_ms;
use crate::looked::{What, because};
use crate::web::{Failed, passes_for};

/// How many lines of who looked are on a page.
const MOST: u32 = 500;

/// A time as a page about the house says it.
fn at(ms: i64) -> String {
    moment_in_words(Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH))
}

/// What an account is called.
fn called(accounts: &[Account], id: &store::AccountId) -> String {
    let account = accounts.iter().find(|account| account.id == *id);
    account.map_or_else(|| "An account that is gone".to_owned(), |account| account.display_name.clone())
}

impl Desk {
    /// The accounts and teams.
    pub(super) async fn people(&self, asked: &Asked) -> Result<PeoplePage, Failure> {
        let page = async || {
            let (own, _) = self.visitor.signed_in()?;
            let members = self.shared.store.members().await?;
            let accounts = self.shared.store.accounts().await?;
            let lines = accounts.iter().cloned().map(|account| {
                let member = members.iter().find(|member| member.account == account.id);
                AccountLine {
                    own: account.id == own.id,
                    id: account.id.to_string(),
                    name: account.name,
                    display_name: account.display_name,
                    role: account.role,
                    team: member.map(|member| member.team.clone()),
                    manages: member.is_some_and(|member| member.manages),
                    closed: account.disabled,
                }
            });
            let called = |id: &store::AccountId| called(&accounts, id);
            let open = self.shared.store.invitations(now_ms()).await?.into_iter().map(|invitation| InvitationLine {
                id: reference(&invitation),
                role: invitation.role,
                until: at(invitation.expires_ms),
                by: invitation.by.as_ref().map_or_else(|| "the command line".to_owned(), called),
                name: invitation.name,
                display_name: invitation.display_name,
            });
            let invitations = open.collect();
            let teams = self.shared.store.teams().await?.into_iter().map(|team| (team.key, team.name));
            let roles = Role::ALL.map(|role| (role.name().to_owned(), role.words().to_owned()));
            Ok::<_, Failed>((lines.collect(), invitations, teams.collect(), roles.to_vec()))
        };
        let staff = self.staff()?;
        let (accounts, invitations, teams, roles) = page().await.map_err(told)?;
        Ok(PeoplePage {
            staff,
            accounts,
            invitations,
            teams,
            roles,
            news: asked.get("news").as_deref().and_then(people_news),
        })
    }

    /// Who may come to a conference, for its chair; for somebody whose it is not, how they may come nevertheless.
    pub(super) async fn access(&self, conference: &str, asked: &Asked) -> Result<AccessPage, Failure> {
        let staff = self.staff()?;
        let id: ConferenceId = conference.parse().map_err(|_| Failure::NotFound)?;
        // There is something to come to.
        self.shared.rooms.room(&id).await.map_err(told)?;
        let now = self.access_now(&id).await.map_err(told)?;
        let news = asked.get("news").as_deref().and_then(access_news);
        Ok(AccessPage { staff, id, now, news })
    }

    async fn access_now(&self, id: &ConferenceId) -> Result<AccessNow, Failed> {
        let store = self.shared.store.as_ref();
        let (own, _) = self.visitor.signed_in()?;
        let access = store.access(id).await?;
        // Whoever is in for a while asks for longer; who may come for good is for those whose it is.
        if reaches(store, &own.id, id).await? != Reach::Own {
            self.visitor.may(Right::LetIn)?;
            let reasons = Reason::ALL.map(|reason| (reason.code().to_owned(), reason.words().to_owned()));
            return Ok(AccessNow::Closed { restricted: access.restricted, reasons: reasons.to_vec(), hours: HOURS });
        }
        self.visitor.may(Right::GuardAccess)?;
        let accounts = store.accounts().await?;
        let named = access.named.iter().map(|id| (id.to_string(), called(&accounts, id))).collect();
        let others = accounts.iter().filter(|account| !account.disabled && !access.named.contains(&account.id));
        let team = access.team.as_ref();
        let teams = store.teams().await?;
        Ok(AccessNow::Kept {
            team: team.and_then(|key| teams.into_iter().find(|team| team.key == *key)).map(|team| team.name),
            restricted: access.restricted,
            named,
            others: others.map(|account| (account.id.to_string(), account.display_name.clone())).collect(),
        })
    }

    /// Who looked: at everything for the auditor, at one conference of their own for its chair.
    pub(super) async fn looked(&self, asked: &Asked) -> Result<LookedPage, Failure> {
        let staff = self.staff()?;
        let named = asked.get("conference").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        let id: Option<ConferenceId> = named.as_deref().map(str::parse).transpose().map_err(|_| Failure::NotFound)?;
        let lines = self.looked_lines(id.as_ref()).await.map_err(told)?;
        let may_check = self.visitor.may(Right::Verify).is_ok();
        let wanted = may_check && asked.get("check").is_some();
        let checked = if wanted { self.checked().await.map_err(told)? } else { Vec::new() };
        let own = if may_check || named.is_some() { Vec::new() } else { self.own_lines().await? };
        Ok(LookedPage { own, staff, conference: named, lines, most: MOST, may_check, checked })
    }

    /// The conferences that are this visitor's own, the newest first. Whoever is somewhere for a while is not told who looked.
    async fn own_lines(&self) -> Result<Vec<ConferenceLine>, Failure> {
        let mut own = Vec::new();
        for line in self.conferences().await?.lines {
            if self.is_own(&line.id).await.map_err(told)? {
                own.push(line);
            }
        }
        Ok(own)
    }

    /// Every log followed from its beginning to its end; what is wrong is named by the conference's number.
    async fn checked(&self) -> Result<Vec<String>, Failed> {
        let store = self.shared.store.as_ref();
        let (mut events, mut sound, mut found) = (0_u64, 0_u32, Vec::new());
        for row in store.conferences().await? {
            match store.verify(&row.id).await {
                Ok(verified) => {
                    events = events.saturating_add(u64::from(verified.events));
                    sound = sound.saturating_add(1);
                }
                Err(error) => found.push(format!("Conference {}: {error}", row.id)),
            }
        }
        found.push(format!("{sound} conferences with {events} events are as they were written."));
        Ok(found)
    }

    async fn looked_lines(&self, id: Option<&ConferenceId>) -> Result<Vec<LookedLine>, Failed> {
        let sees_all = self.visitor.may(Right::Verify).is_ok();
        let theirs = match id {
            Some(id) => self.is_own(id).await?,
            None => false,
        };
        if !sees_all && !theirs {
            // A chair is asked for one of theirs.
            return if id.is_none() { Ok(Vec::new()) } else { Err(Failed::NotFound) };
        }
        let accounts = self.shared.store.accounts().await?;
        let lines = self.shared.store.who_looked(id, MOST).await?.into_iter().map(|line| LookedLine {
            at: at(line.at_ms),
            who: match (&line.account, &line.seat) {
                (Some(account), _) => called(&accounts, account),
                (None, Some(seat)) => format!("A device, seat {seat}"),
                (None, None) => "The command line".to_owned(),
            },
            conference: line.conference,
            what: What::said(&line.what),
            about: line.about.as_ref().map(|id| called(&accounts, id)),
            reason: line.reason.as_deref().map(because),
        });
        Ok(lines.collect())
    }

    /// What whoever is signed in has to take notice of.
    pub(super) async fn notices(&self) -> Result<Vec<Notice>, Failed> {
        let passes = passes_for(&self.shared, &self.visitor).await?;
        if passes.is_empty() {
            return Ok(Vec::new());
        }
        let accounts = self.shared.store.accounts().await?;
        let notice = |pass: store::Pass| Notice {
            words: format!(
                "{} let themselves in on {}, until {}: {}.",
                called(&accounts, &pass.account),
                at(pass.at_ms),
                at(pass.until_ms),
                Reason::said(&pass.reason)
            ),
            because: pass.because.into_inner(),
            conference: pass.conference,
            id: pass.id,
        };
        Ok(passes.into_iter().map(notice).collect())
    }
}

fn people_news(code: &str) -> Option<String> {
    let words = match code {
        "kept" => "Saved. It holds from now on.",
        "team" => "The team is made.",
        "withdrawn" => "The invitation is withdrawn. Its link opens nothing any more.",
        "used" => "This invitation was used, or is too old. Nothing was changed.",
        "there" => "There is a team of this name already. Nothing was changed.",
        "name" => "A team’s name has 1 to 60 characters. Nothing was changed.",
        "yourself" => "Nobody changes their own account. Nothing was changed; ask another administrator.",
        _ => return None,
    };
    Some(words.to_owned())
}

fn access_news(code: &str) -> Option<String> {
    let words = match code {
        "kept" => "Saved. It holds from now on.",
        "yourself" => "You would shut yourself out. Nothing was changed; open it to the team first.",
        "reason" => "Choose a reason, and say it in one line of up to 200 characters. Nothing was changed.",
        _ => return None,
    };
    Some(words.to_owned())
}
