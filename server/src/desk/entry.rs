//! What the pages about one's own way in are given.
//!
//! Deliberately nothing of anybody else: a visitor who is not in learns nothing but that.

use app::address::Entry;
use app::failure::Failure;
use app::given::{EntryPage, Factor, Invite, Invited, SessionLine, Stay};
use app::here::Asked;

use super::{Desk, told};
use crate::auth::lasting::{can_stay, is_soon};
use crate::auth::role::Role;
use crate::auth::second::{self, Policy};
use crate::auth::session::now_ms;
use crate::auth::totp;
use crate::web::{drawn, going_on, own_sessions, session_name};

impl Desk {
    /// What one of these pages is given.
    pub(super) async fn entry(&self, entry: Entry, asked: &Asked) -> Result<EntryPage, Failure> {
        Ok(match entry {
            Entry::Code => match &self.visitor.halfway {
                Some(_) => EntryPage::Code,
                None => return Err(Failure::SignedOut),
            },
            Entry::Stay => EntryPage::Stay(self.stay().await?),
            Entry::Sessions => self.sessions().await?,
            Entry::SecondFactor => self.second_factor().await?,
            Entry::Password => EntryPage::Password(self.staff()?),
            Entry::Again => {
                EntryPage::Again { staff: self.staff()?, to: going_on(&asked.get("to").unwrap_or_default()) }
            }
            Entry::Invite => EntryPage::Invite {
                staff: self.staff()?,
                invite: Invite::Asked {
                    roles: Role::ALL.map(|role| (role.name().to_owned(), role.words().to_owned())).to_vec(),
                },
            },
            Entry::Invited => EntryPage::Invited(Invited::Asked { is_bad: false }),
        })
    }

    /// How it stands with whoever looks at a console.
    pub(crate) async fn stay(&self) -> Result<Stay, Failure> {
        if let Some((found, _, _)) = &self.visitor.staff {
            let now = now_ms();
            return Ok(match (is_soon(found.expires_ms, now), can_stay(found.created_ms, now)) {
                (false, _) => Stay::In,
                (true, true) => Stay::Idle,
                (true, false) => Stay::Over,
            });
        }
        let Some((_, account)) = &self.visitor.halfway else {
            return Ok(Stay::Out);
        };
        let has_one = second::has_one(self.shared.store.as_ref(), &account.id).await.map_err(told)?;
        Ok(if has_one { Stay::Code } else { Stay::SetUp })
    }

    async fn sessions(&self) -> Result<EntryPage, Failure> {
        let staff = self.staff()?;
        let (found, account, _) = self.visitor.staff.as_ref().ok_or(Failure::SignedOut)?;
        let now = now_ms();
        let lines = own_sessions(&self.shared, &self.visitor).await.map_err(told)?;
        let lines = lines.into_iter().map(|session| SessionLine {
            name: session_name(&session),
            is_this: session.token_hash == found.hash,
            began: ago(now, session.created_ms),
            used: ago(now, session.last_seen_ms),
            device: session.device.unwrap_or_else(|| "A device".to_owned()),
        });
        let has_second = second::has_one(self.shared.store.as_ref(), &account.id).await.map_err(told)?;
        Ok(EntryPage::Sessions { staff, lines: lines.collect(), has_second })
    }

    /// Whoever is in, or had to set it up first, sees how it stands. Whoever owes a code does not.
    async fn second_factor(&self) -> Result<EntryPage, Failure> {
        let (_, account) = self.visitor.known().map_err(told)?;
        let store = self.shared.store.as_ref();
        let factor = match store.second_factor(&account.id).await.map_err(told)? {
            None => Factor::Off,
            Some(factor) if factor.confirmed && self.visitor.staff.is_none() => return Err(Failure::SignedOut),
            Some(factor) if factor.confirmed => {
                Factor::On { left: store.recovery_codes_left(&account.id).await.map_err(told)? }
            }
            Some(factor) => Factor::Begun {
                key: totp::in_letters(factor.key.expose()),
                picture: drawn(&totp::address(factor.key.expose(), &account.name)).map_err(told)?,
            },
        };
        let is_required = self.shared.rules.second_factor == Policy::Required;
        Ok(EntryPage::SecondFactor { staff: self.staff().ok(), factor, is_required })
    }
}

/// How long ago something was, in words.
fn ago(now_ms: i64, then_ms: i64) -> String {
    let minutes = now_ms.saturating_sub(then_ms) / 60_000;
    match (minutes / 60, minutes) {
        (_, ..=0) => "just now".to_owned(),
        (_, 1) => "a minute ago".to_owned(),
        (0, minutes) => format!("{minutes} minutes ago"),
        (1, _) => "an hour ago".to_owned(),
        (hours, _) => format!("{hours} hours ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_ago_is_said_as_people_say_it() {
        const MINUTE: i64 = 60_000;
        let words = [0, 1, 59, 60, 119, 125].map(|minutes| ago(minutes * MINUTE + 30_000, 0));
        assert_eq!(words, ["just now", "a minute ago", "59 minutes ago", "an hour ago", "an hour ago", "2 hours ago"]);
    }
}
