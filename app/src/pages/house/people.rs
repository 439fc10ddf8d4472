//! The administrator's page: who has an account, what for, and in which team; and who is invited.
//!
//! Deliberately not here: making an account or a password, and any conference.

use leptos::prelude::*;

use super::{choose, frame};
use crate::given::{self, AccountLine, Choice, InvitationLine, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/people`.
#[component]
pub fn PeoplePage() -> impl IntoView {
    match receive::<given::PeoplePage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: given::PeoplePage) -> AnyView {
    let given::PeoplePage { staff, accounts, invitations, teams, roles, news } = page;
    let mut with_none = vec![(String::new(), "No team".to_owned())];
    with_none.extend(teams.iter().cloned());
    let lines = accounts.iter().map(|account| line(account, &with_none, &roles)).collect_view();
    let people = view! {
        <section class="sheet stack" aria-label="Accounts">
            <h2>"Accounts"</h2>
            <p class="hint">
                "An account is made on the command line or by invitation. What it is for and where it belongs is said here, and \
                 holds at once."
            </p>
            <ul class="rows">{lines}</ul>
            <p>
                <a class="button" href="/people/invite">"Invite somebody"</a>
            </p>
        </section>
    };
    frame(
        staff,
        "People and teams",
        news,
        vec![people.into_any(), open(&invitations, &roles), of_teams(&teams, &accounts)],
    )
}

/// The invitations that nobody has used yet, each with the button that withdraws it.
fn open(invitations: &[InvitationLine], roles: &[Choice]) -> AnyView {
    let line = |invitation: &InvitationLine| {
        let role = roles.iter().find(|(code, _)| *code == invitation.role).map_or("", |(_, words)| words.as_str());
        let words = format!(
            "{} ({}): {role}, until {}. Invited by {}.",
            invitation.display_name, invitation.name, invitation.until, invitation.by
        );
        let named = format!("Withdraw the invitation of {}", invitation.display_name);
        view! {
            <li>
                <form method="post" action="/people" class="row">
                    <input type="hidden" name="do" value="withdraw" />
                    <input type="hidden" name="invitation" value=invitation.id.clone() />
                    <span>{words}</span>
                    <button type="submit" class="button" aria-label=named>
                        "Withdraw"
                    </button>
                </form>
            </li>
        }
    };
    let lines = invitations.iter().map(line).collect_view();
    let none = invitations.is_empty().then(|| view! { <p class="hint">"No invitation is open."</p> });
    view! {
        <section class="sheet stack" aria-label="Open invitations">
            <h2>"Open invitations"</h2>
            {none}
            <ul class="rows">{lines}</ul>
        </section>
    }
    .into_any()
}

/// One account, with the form that changes it.
fn line(account: &AccountLine, teams: &[Choice], roles: &[Choice]) -> AnyView {
    let role = roles.iter().find(|(code, _)| *code == account.role).map_or("", |(_, words)| words.as_str());
    let team = account.team.as_deref().and_then(|team| teams.iter().find(|(key, _)| key == team));
    let team = team.map(|(_, name)| format!(", {name}")).unwrap_or_default();
    let manages = if account.manages { ", manager" } else { "" };
    let closed = if account.closed { ", closed" } else { "" };
    let about = format!("{role}{team}{manages}{closed}");
    if account.own {
        // Nobody locks themselves out, or makes themselves something else.
        return view! {
            <li>
                <p>
                    <b>{account.display_name.clone()}</b>
                    {format!(" ({}): {about}. This is you.", account.name)}
                </p>
            </li>
        }
        .into_any();
    }
    let id = |field: &str| format!("{field}-{}", account.id);
    let named = |what: &str| format!("{what} of {}", account.display_name);
    let chosen = account.team.clone().unwrap_or_default();
    let (tick, manages) = (id("manages"), account.manages);
    let ticked = tick.clone();
    view! {
        <li>
            <details class="more">
                <summary>
                    <span>{format!("{} ({}): {about}", account.display_name, account.name)}</span>
                </summary>
                <form method="post" action="/people" class="stack">
                    <input type="hidden" name="do" value="account" />
                    <input type="hidden" name="account" value=account.id.clone() />
                    {choose(id("role"), "role", named("Role"), roles, &account.role)}
                    {choose(id("team"), "team", named("Team"), teams, &chosen)}
                    <div class="field">
                        <label class="tick" for=tick>
                            <input type="checkbox" id=ticked name="manages" value="yes" checked=manages />
                            "Manages the team, and is told when somebody from elsewhere lets themselves in"
                        </label>
                    </div>
                    <p class="row">
                        <button type="submit" class="button" data-kind="ink">
                            "Save"
                        </button>
                    </p>
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// The teams, and one more.
fn of_teams(teams: &[Choice], accounts: &[AccountLine]) -> AnyView {
    let line = |(key, name): &Choice| {
        let of = || accounts.iter().filter(|account| account.team.as_ref() == Some(key));
        let managers: Vec<&str> =
            of().filter(|account| account.manages).map(|account| account.display_name.as_str()).collect();
        let managers = if managers.is_empty() { "nobody manages it".to_owned() } else { managers.join(", ") };
        let words = format!(": {} people; manager: {managers}", of().count());
        view! {
            <li>
                <b>{name.clone()}</b>
                {words}
            </li>
        }
    };
    let lines = teams.iter().map(line).collect_view();
    let none = teams.is_empty().then(|| {
        view! { <p class="hint">"There are no teams. Every conference is open to everybody whose role opens conferences."</p> }
    });
    view! {
        <section class="sheet stack" aria-label="Teams">
            <h2>"Teams"</h2>
            {none}
            <ul>{lines}</ul>
            <form method="post" action="/people">
                <input type="hidden" name="do" value="team" />
                <div class="field">
                    <label for="new-team">"A new team"</label>
                    <div class="beside">
                        <input type="text" id="new-team" name="name" required maxlength="60" autocomplete="off" />
                        <button type="submit" class="button">
                            "Make it"
                        </button>
                    </div>
                </div>
            </form>
        </section>
    }
    .into_any()
}
