//! The chair's day: today's conferences on paper, the others around them.
//!
//! Deliberately not here: anything a conference holds. A line says which meeting it is and how far it has come.

use leptos::prelude::*;

use crate::given::{ConferenceLine, ListPage, Notice, Place, Staff, receive};
use crate::ui::{Bar, Icon, IntoPart as _, Stopped};

mod line;

use line::Line;

/// The page at `/conferences`.
#[component]
pub fn Conferences() -> impl IntoView {
    match receive::<ListPage>() {
        Ok(page) => view! { <List page /> }.into_part(),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

/// The lists, each only where there is something in it.
#[component]
fn List(
    /// What is on it.
    page: ListPage,
) -> impl IntoView {
    let ListPage { staff, lines, today, notices } = page;
    let none = lines.is_empty().then(|| view! { <p class="hint">{nothing(&staff)}</p> });
    let groups = staff.clone();
    let (now, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.date == today);
    let (mut coming, mut past): (Vec<_>, Vec<_>) = others.into_iter().partition(|line| line.date > today);
    coming.sort_by(|a, b| a.date.cmp(&b.date));
    past.sort_by(|a, b| b.date.cmp(&a.date));
    view! {
        <div class="list">
            <Bar staff=staff.clone()>
                {staff
                    .has(Place::NewConference)
                    .then(|| {
                        view! {
                            <a class="button" data-kind="main" href="/conferences/new">
                                <Icon name="plus" />
                                "New conference"
                            </a>
                        }
                    })}
            </Bar>
            <main>
                <h1>"Your conferences"</h1>
                <Notices notices />
                {none}
                <Group label="Today" lines=now today=true staff=groups.clone() />
                <Group label="Coming up" lines=coming today=false staff=groups.clone() />
                <Group label="Earlier" lines=past today=false staff=groups />
            </main>
        </div>
    }
}

/// Who let themselves in, until a manager has taken notice.
#[component]
fn Notices(
    /// What there is to take notice of.
    notices: Vec<Notice>,
) -> impl IntoView {
    let each = notices.into_iter().map(|notice| {
        view! {
            <div class="news" role="status">
                <p>
                    <b>{notice.words}</b>
                    {format!(" Conference {}. They said: “{}”", notice.conference, notice.because)}
                </p>
                <form method="post" action=format!("/notices/{}", notice.id)>
                    <button type="submit" class="button">"I have taken notice"</button>
                </form>
            </div>
        }
    });
    each.collect_view()
}

/// Why there is none.
fn nothing(staff: &Staff) -> &'static str {
    if staff.has(Place::NewConference) {
        "There are none yet. Make one with “New conference”."
    } else if staff.has(Place::Board) {
        "There are none for you yet. A chair opens them."
    } else {
        "Your account opens no conferences. What it is for is at the top of this page."
    }
}

/// Conferences that belong together.
#[component]
fn Group(
    /// What they have in common.
    label: &'static str,
    /// The conferences.
    lines: Vec<ConferenceLine>,
    /// Whether they are today's, which lie on paper.
    today: bool,
    /// Who is signed in.
    staff: Staff,
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let line = |line| view! { <Line line today staff=staff.clone() /> };
        let lines = lines.into_iter().map(line).collect_view();
        view! {
            <section>
                <h2>{label}</h2>
                <ul>{lines}</ul>
            </section>
        }
    })
}
