//! Letting oneself in to a conference that is not one's own: for a reason, for a while, and never without somebody being told.
//!
//! Deliberately not here: who may (that is [`super::rights`]).

use std::collections::BTreeSet;
use std::time::Duration;

use store::{Access, Account, AccountId, Member, Pass};

use super::lasting::is_good;
use super::reach::{Reach, reach};
use super::rights::{Right, may};

/// For how long somebody who let themselves in may come.
pub(crate) const LASTS: Duration = Duration::from_hours(4);

/// Until when somebody may come who let themselves in: as long as the last of their passes that is good.
pub(crate) fn until(ends: &[i64], now_ms: i64) -> Option<i64> {
    ends.iter().copied().filter(|ends_ms| is_good(*ends_ms, LASTS, now_ms)).max()
}

/// For how many hours, as it is said.
pub(crate) const HOURS: u32 = 4;

/// What sort of reason there can be. It is written down readable, so it names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Standing in for a colleague.
    Covering,
    /// A child may come to harm now.
    Urgent,
    /// Out of hours.
    DutyTeam,
    /// A complaint, a review or a court.
    Inquiry,
    /// Something else, in words.
    Other,
}

impl Reason {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [Self::Covering, Self::Urgent, Self::DutyTeam, Self::Inquiry, Self::Other];

    /// The word by which it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Covering => "covering",
            Self::Urgent => "urgent",
            Self::DutyTeam => "duty_team",
            Self::Inquiry => "inquiry",
            Self::Other => "other",
        }
    }

    /// As people say it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Covering => "I stand in for a colleague",
            Self::Urgent => "A child may come to harm now",
            Self::DutyTeam => "I am on duty out of hours",
            Self::Inquiry => "For a complaint, a review or a court",
            Self::Other => "Another reason",
        }
    }

    /// The reason with this word.
    pub(crate) fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The words for a stored word; the word itself where this Hearth does not know it.
    pub(crate) fn said(code: &str) -> String {
        Self::coded(code).map_or_else(|| code.to_owned(), |reason| reason.words().to_owned())
    }
}

/// Who is told: the managers of the conference's team; where there is none, every manager; where there is none at all, the chairs whose
/// it is, and then every chair. Never whoever it was. And nobody who could not come themselves: what was said as a reason may name people.
pub(crate) fn told(pass: &Pass, accounts: &[Account], members: &[Member], access: &Access) -> BTreeSet<AccountId> {
    let has = |account: &&Account, right| account.role.parse().is_ok_and(|role| may(role, right));
    let asked: Vec<&Account> = accounts
        .iter()
        .filter(|account| account.id != pass.account && !account.disabled && has(account, Right::LetIn))
        .collect();
    let team_of = |account: &Account| members.iter().find(|member| member.account == account.id);
    let manages = |account: &Account| team_of(account).is_some_and(|member| member.manages);
    let of_the_team = |account: &Account| {
        let team = team_of(account).map(|member| member.team.as_str());
        pass.team.as_deref().is_none_or(|of| Some(of) == team)
    };
    let chairs = |account: &Account| has(&account, Right::GuardAccess);
    let own = |account: &Account| {
        let team = team_of(account).map(|member| member.team.as_str());
        reach(access, &account.id, team, &[], pass.at_ms) == Reach::Own
    };
    let circles: [&dyn Fn(&Account) -> bool; 4] = [
        &|account| manages(account) && of_the_team(account),
        &manages,
        &|account| chairs(account) && own(account),
        &chairs,
    ];
    let told = |is_told: &&dyn Fn(&Account) -> bool| -> BTreeSet<AccountId> {
        asked.iter().filter(|account| is_told(account)).map(|account| account.id.clone()).collect()
    };
    circles.iter().map(told).find(|told| !told.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(number: u8, role: &str) -> Account {
        Account {
            id: format!("0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e7{number}").parse().unwrap(),
            name: format!("name-{number}"),
            display_name: String::new(),
            role: role.to_owned(),
            password_hash: String::new(),
            created_ms: 0,
            disabled: false,
        }
    }

    #[test]
    fn what_is_said_is_what_is_so() {
        assert_eq!(LASTS.as_secs(), u64::from(HOURS) * 60 * 60);
    }

    #[test]
    fn a_pass_that_a_clock_gave_which_was_ahead_lets_nobody_in_and_stands_in_no_others_way() {
        let (hour, year) = (60 * 60_000, 365 * 24 * 60 * 60_000);
        assert_eq!(until(&[], 0), None);
        assert_eq!(until(&[-1, hour, 4 * hour], 0), Some(4 * hour));
        assert_eq!(until(&[year + 4 * hour], 0), None);
        assert_eq!(until(&[hour, year + 4 * hour], 0), Some(hour));
        assert_eq!(until(&[hour], hour), None, "it has ended");
    }

    #[test]
    fn somebody_is_always_told_and_nobody_who_could_not_come() {
        let (guest, chair, south) = (account(1, "chair"), account(2, "chair"), account(3, "minute_taker"));
        let (administrator, auditor) = (account(4, "administrator"), account(5, "auditor"));
        let pass = Pass {
            id: String::new(),
            conference: "own".parse().unwrap(),
            account: guest.id.clone(),
            team: Some("north".to_owned()),
            at_ms: 0,
            until_ms: 1,
            reason: "other".to_owned(),
            because: String::new().into(),
            seen_ms: None,
        };
        let manages = |account: &Account, team: &str| Member {
            account: account.id.clone(),
            team: team.to_owned(),
            manages: true,
        };
        let access = Access { team: pass.team.clone(), restricted: true, named: vec![chair.id.clone()] };
        let all = [&guest, &chair, &south, &administrator, &auditor].map(Clone::clone);
        let told = |members: &[Member]| told(&pass, &all, members, &access).into_iter().collect::<Vec<_>>();
        assert_eq!(told(&[manages(&chair, "north"), manages(&south, "south")]), std::slice::from_ref(&chair.id));
        assert_eq!(
            told(&[manages(&guest, "north"), manages(&south, "south")]),
            std::slice::from_ref(&south.id),
            "never whoever it was"
        );
        assert_eq!(told(&[]), std::slice::from_ref(&chair.id), "its chair, where nobody manages anything");
        let none = [manages(&administrator, "north"), manages(&auditor, "north")];
        assert_eq!(told(&none), std::slice::from_ref(&chair.id), "they may read nothing of a conference");
        let closed = Account { disabled: true, ..chair.clone() };
        let left = super::told(&pass, &[guest.clone(), closed, account(6, "chair")], &[], &access);
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [account(6, "chair").id], "any chair, where its own has gone");
    }
}
