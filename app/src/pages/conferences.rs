//! The chair's day: today's conferences on paper, the others around them.
//!
//! Deliberately not here: anything a conference holds. A line says which meeting it is and how far it has come.

use leptos::prelude::*;

use crate::given::{ConferenceLine, ListPage, receive};
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
    let ListPage { staff, lines, today } = page;
    let none = lines.is_empty();
    let (now, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.date == today);
    let (mut coming, mut past): (Vec<_>, Vec<_>) = others.into_iter().partition(|line| line.date > today);
    coming.sort_by(|a, b| a.date.cmp(&b.date));
    past.sort_by(|a, b| b.date.cmp(&a.date));
    view! {
        <div class="list">
            <Bar staff=staff.clone()>
                {staff
                    .chair
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
                {none
                    .then(|| {
                        view! {
                            <p class="hint">"There are none yet. Make one with “New conference”."</p>
                        }
                    })}
                <Group label="Today" lines=now today=true />
                <Group label="Coming up" lines=coming today=false />
                <Group label="Earlier" lines=past today=false />
            </main>
        </div>
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
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <Line line today /> }).collect_view();
        view! {
            <section>
                <h2>{label}</h2>
                <ul>{lines}</ul>
            </section>
        }
    })
}
