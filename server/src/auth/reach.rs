//! Which conferences somebody reaches.
//!
//! Deliberately not here: what they may do there (that is [`super::rights`]).

use board::id::ConferenceId;
use store::{Access, AccountId, Store, StoreError};

use super::pass;
use super::session::now_ms;

/// How somebody stands to a conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It is theirs: their team's, everybody's, or they are named.
    Own,
    /// They let themselves in, with a reason and for a while.
    Pass,
    /// It is not theirs.
    Closed,
}

/// A conference is for its team; one without a team is everybody's. A restricted one is for those who are named, and for nobody else.
/// Whoever is named may come from any team. Whoever let themselves in may come until their time is up.
pub(crate) fn reach(access: &Access, account: &AccountId, team: Option<&str>, passes: &[i64], now: i64) -> Reach {
    let of_the_team = access.team.as_deref().is_none_or(|of| Some(of) == team);
    let own = access.named.contains(account) || (!access.restricted && of_the_team);
    match (own, pass::until(passes, now)) {
        (true, _) => Reach::Own,
        (false, Some(_)) => Reach::Pass,
        (false, None) => Reach::Closed,
    }
}

/// How an account stands to a conference now.
pub(crate) async fn reaches(
    store: &dyn Store,
    account: &AccountId,
    conference: &ConferenceId,
) -> Result<Reach, StoreError> {
    let access = store.access(conference).await?;
    let member = store.member(account).await?;
    let passes = store.pass_ends(conference, account).await?;
    Ok(reach(&access, account, member.as_ref().map(|member| member.team.as_str()), &passes, now_ms()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(number: u8) -> AccountId {
        format!("0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e7{number}").parse().unwrap()
    }

    #[test]
    fn a_conference_is_for_its_team_or_for_those_who_are_named() {
        let (me, other) = (account(1), account(2));
        let access = |team: Option<&str>, restricted, named: &[&AccountId]| Access {
            team: team.map(str::to_owned),
            restricted,
            named: named.iter().map(|id| (*id).clone()).collect(),
        };
        let mine = Some("north");
        let table = [
            (access(None, false, &[]), Reach::Own, "it is everybody's"),
            (access(Some("north"), false, &[]), Reach::Own, "it is my team's"),
            (access(Some("south"), false, &[]), Reach::Closed, "it is another team's"),
            (access(Some("south"), false, &[&me]), Reach::Own, "it is another team's, and I am named"),
            (access(Some("north"), true, &[]), Reach::Closed, "it is my team's and restricted"),
            (access(Some("north"), true, &[&other]), Reach::Closed, "others are named"),
            (access(Some("north"), true, &[&other, &me]), Reach::Own, "I am named too"),
            (access(None, true, &[]), Reach::Closed, "it is everybody's and restricted"),
        ];
        for (access, expected, why) in table {
            assert_eq!(reach(&access, &me, mine, &[], 10), expected, "{why}");
            let let_in = if expected == Reach::Closed { Reach::Pass } else { expected };
            assert_eq!(reach(&access, &me, mine, &[11], 10), let_in, "{why}, with a pass");
            assert_eq!(reach(&access, &me, mine, &[10], 10), expected, "{why}, and the pass has ended");
        }
        assert_eq!(reach(&access(Some("north"), false, &[]), &me, None, &[], 10), Reach::Closed, "I am in no team");
    }
}
