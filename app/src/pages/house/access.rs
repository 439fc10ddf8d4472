//! Who may come to a conference: for its chair the list, for somebody whose it is not the form that asks why.
//!
//! Deliberately without a name of the family: whoever is asked for a reason does not know yet whose conference it is.

use leptos::prelude::*;

use super::{choose, frame};
use crate::given::{self, AccessNow, Choice, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/conferences/:id/access`.
#[component]
pub fn AccessPage() -> impl IntoView {
    match receive::<given::AccessPage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: given::AccessPage) -> AnyView {
    let given::AccessPage { staff, id, now, news } = page;
    let here = format!("/conferences/{id}");
    match now {
        AccessNow::Kept { team, restricted, named, others } => {
            let number = view! { <p class="of">{id.to_string()}</p> }.into_any();
            let inside = vec![number, whose(&here, team.as_deref(), restricted), names(&here, &named, &others)];
            frame(staff, "Who may come", news, inside)
        }
        AccessNow::Closed { restricted, reasons, hours } => {
            frame(staff, "This conference is not yours", news, vec![let_in(&here, restricted, &reasons, hours)])
        }
    }
}

/// Whose it is, and restricting it.
fn whose(here: &str, team: Option<&str>, restricted: bool) -> AnyView {
    let whose = match (restricted, team) {
        (true, _) => "Only those who are named below may come. Nobody else finds it in their list.".to_owned(),
        (false, Some(team)) => {
            format!("It belongs to {team}. Everybody of this team whose role opens conferences may come.")
        }
        (false, None) => "It belongs to no team. Everybody whose role opens conferences may come.".to_owned(),
    };
    let (code, words) = if restricted {
        ("open", "Open it to the team again")
    } else {
        ("restrict", "Restrict it to those who are named")
    };
    view! {
        <section class="sheet stack" aria-label="Whose it is">
            <h2>"Whose it is"</h2>
            <p>{whose}</p>
            <p>
                <a href=format!("/looked?conference={}", here.trim_start_matches("/conferences/"))>"See who looked"</a>
            </p>
            <form method="post" action=format!("{here}/access")>
                <button type="submit" class="button" name="do" value=code>
                    {words}
                </button>
            </form>
        </section>
    }
    .into_any()
}

/// Those who are named, whatever their team.
fn names(here: &str, named: &[Choice], others: &[Choice]) -> AnyView {
    let action = format!("{here}/access");
    let line = |(id, name): &Choice| {
        view! {
            <li>
                <form method="post" action=action.clone() class="beside">
                    <input type="hidden" name="account" value=id.clone() />
                    <span>{name.clone()}</span>
                    <button
                        type="submit"
                        class="button"
                        data-kind="plain"
                        name="do"
                        value="unname"
                        aria-label=format!("Take {name} off the list")
                    >
                        "Take off the list"
                    </button>
                </form>
            </li>
        }
    };
    let lines = named.iter().map(line).collect_view();
    let none = named.is_empty().then(|| view! { <p class="hint">"Nobody is named."</p> });
    let more = (!others.is_empty()).then(|| {
        view! {
            <form method="post" action=action.clone() class="stack">
                {choose("name-account".to_owned(), "account", "Somebody else who may come".to_owned(), others, "")}
                <p class="row">
                    <button type="submit" class="button" data-kind="ink" name="do" value="name">
                        "Name them"
                    </button>
                </p>
            </form>
        }
    });
    view! {
        <section class="sheet stack" aria-label="Who is named">
            <h2>"Who is named"</h2>
            {none}
            <ul class="rows">{lines}</ul>
            {more}
        </section>
    }
    .into_any()
}

/// Coming although it is not one's own.
fn let_in(here: &str, restricted: bool, reasons: &[Choice], hours: u32) -> AnyView {
    let whose = if restricted {
        "It is restricted to people who are named, and you are not."
    } else {
        "It belongs to another team."
    };
    let told = format!(
        "If you have to see it now, say why. You come in for {hours} hours. It is written down, and whoever answers for it is told: the \
         manager of its team, or its chair."
    );
    view! {
        <section class="sheet stack" aria-label="Coming in with a reason">
            <p>{whose}</p>
            <p>{told}</p>
            <form method="post" action=format!("{here}/pass") class="stack">
                {choose("reason".to_owned(), "reason", "Why".to_owned(), reasons, "")}
                <div class="field">
                    <label for="because">"In your own words"</label>
                    <p class="hint" id="because-hint">
                        "One line, for the manager. It is kept sealed with the conference."
                    </p>
                    <input
                        type="text"
                        id="because"
                        name="because"
                        required
                        maxlength="200"
                        autocomplete="off"
                        aria-describedby="because-hint"
                    />
                </div>
                <p class="row">
                    <button type="submit" class="button" data-kind="main">
                        "Come in"
                    </button>
                    <a class="button" href="/conferences">
                        "Back to your conferences"
                    </a>
                </p>
            </form>
        </section>
    }
    .into_any()
}
